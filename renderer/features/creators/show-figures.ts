/** From a creator to what was earned with them. */

import { goTo } from '../../session/place'

export function showFigures(handle: string): void {
  goTo('roi', { creator: handle })
}
