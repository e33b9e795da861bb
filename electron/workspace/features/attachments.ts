/** Not answered yet: lands with its parts. */

import { AppError } from '../../../shared/errors'
import { os } from '../serve'

const pending = () => {
  throw new AppError('internal', { incident: 'pending' })
}

export const attachments = {
  list: os.attachments.list.handler(pending),
  add: os.attachments.add.handler(pending),
  remove: os.attachments.remove.handler(pending),
  save: os.attachments.save.handler(pending),
}
