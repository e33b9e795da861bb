/** Where what is good to know is looked at. */

import type { Fyi } from '../../../shared/contract/tasks'
import { goTo } from '../../session/place'

export function openFyi({ kind, shopId }: Fyi): void {
  if (kind === 'decisions') goTo('sync', { tab: 'inbox' })
  else if (kind === 'reviewsOverdue' || kind === 'reviewsEscalated') goTo('review')
  else if (kind === 'obligations') goTo('contracts')
  else if (kind === 'claims') goTo('creators')
  else goTo('shops', shopId === null ? null : { shop: shopId })
}
