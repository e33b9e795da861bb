/** What changed, for whoever shows it. */

import { feedOf, os } from '../serve'

export const notices = {
  listen: os.notices.listen.handler(
    feedOf(({ context }, send) => context.host.onNotice((topics) => send({ topics: [...topics] }))),
  ),
}
