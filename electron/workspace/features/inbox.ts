/** Not answered yet: lands with its parts. */

import { AppError } from '../../../shared/errors'
import { os } from '../serve'

const pending = () => {
  throw new AppError('internal', { incident: 'pending' })
}

export const inbox = {
  list: os.inbox.list.handler(pending),
  decide: os.inbox.decide.handler(pending),
  seen: os.inbox.seen.handler(pending),
  marks: os.inbox.marks.handler(pending),
}
