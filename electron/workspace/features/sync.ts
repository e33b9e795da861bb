/** Not answered yet: lands with its parts. */

import { AppError } from '../../../shared/errors'
import { os } from '../serve'

const pending = () => {
  throw new AppError('internal', { incident: 'pending' })
}

export const sync = {
  status: os.sync.status.handler(pending),
  brief: os.sync.brief.handler(pending),
  nameMyself: os.sync.nameMyself.handler(pending),
  setPassphrase: os.sync.setPassphrase.handler(pending),
  outgoing: os.sync.outgoing.handler(pending),
  export: os.sync.export.handler(pending),
  preview: os.sync.preview.handler(pending),
  import: os.sync.import.handler(pending),
  addFolder: os.sync.addFolder.handler(pending),
  forgetFolder: os.sync.forgetFolder.handler(pending),
  runFolder: os.sync.runFolder.handler(pending),
  join: os.sync.join.handler(pending),
  away: os.sync.away.handler(pending),
  caughtUp: os.sync.caughtUp.handler(pending),
  arrivals: os.sync.arrivals.handler(pending),
  undoArrival: os.sync.undoArrival.handler(pending),
  restoreField: os.sync.restoreField.handler(pending),
  trustClock: os.sync.trustClock.handler(pending),
  newLifeSeen: os.sync.newLifeSeen.handler(pending),
}
