/** What is kept of one person: given out whole, erased, or due to be. */

import { erasePerson, erasurePreview, erasuresDue } from '../profile/erase'
import { exportPerson } from '../profile/export-person'
import { os } from '../serve'

export const creatorPrivacy = {
  exportPerson: os.creators.exportPerson.handler(({ input, context }) => exportPerson(context, input)),
  erasePreview: os.creators.erasePreview.handler(({ input: { id }, context }) =>
    erasurePreview(context.host.current().workspace.db, id),
  ),
  erase: os.creators.erase.handler(({ input, context }) => erasePerson(context, input)),
  erasureDue: os.creators.erasureDue.handler(({ context }) => erasuresDue(context)),
}
