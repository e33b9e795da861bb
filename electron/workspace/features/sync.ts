/** The exchange with colleagues: packages, shared folders, joining, and how this copy stands. */

import { requireEntity } from '../../../db/repositories/records'
import { listArrivals } from '../../../db/sync/looked'
import { withProgress } from '../progress'
import { jobOf, os } from '../serve'
import { awayOf, catchUp } from '../sync/away'
import { exportPackage } from '../sync/export-package'
import { addFolder, forgetFolder, newLifeSeen, runFolders } from '../sync/folders'
import { importPackage } from '../sync/import-package'
import { join } from '../sync/join'
import { outgoingOf } from '../sync/outgoing'
import { previewPackage } from '../sync/preview-package'
import { restoreField } from '../sync/restore-field'
import { briefOf, statusOf } from '../sync/status'
import { undoArrival } from '../sync/undo-arrival'

export const sync = {
  status: os.sync.status.handler(({ context }) => statusOf(context)),
  brief: os.sync.brief.handler(({ context }) => briefOf(context)),

  nameMyself: os.sync.nameMyself.handler(({ input: { person, computer }, context }) => {
    context.me.rename({ person: person.trim(), computer: computer ?? context.me.name().computer })
    context.host.notify(['sync'])
    return {}
  }),

  setPassphrase: os.sync.setPassphrase.handler(async ({ input: { passphrase }, context }) => {
    const kept = await context.secrets.keep(context.host.current().workspace.workspaceId, passphrase)
    context.host.notify(['sync'])
    return { passphrase: kept }
  }),

  outgoing: os.sync.outgoing.handler(({ input: { recipient }, context }) => outgoingOf(context, recipient)),

  export: os.sync.export.handler(
    jobOf(({ input, context, signal }) => withProgress(signal, (reporter) => exportPackage(context, input, reporter))),
  ),
  preview: os.sync.preview.handler(
    jobOf(({ input, context, signal }) => withProgress(signal, (reporter) => previewPackage(context, input, reporter))),
  ),
  import: os.sync.import.handler(
    jobOf(({ input, context, signal }) => withProgress(signal, (reporter) => importPackage(context, input, reporter))),
  ),

  addFolder: os.sync.addFolder.handler(({ input, context }) => addFolder(context, input)),
  forgetFolder: os.sync.forgetFolder.handler(async ({ input: { folder }, context }) => {
    await forgetFolder(context, folder)
    return {}
  }),
  runFolder: os.sync.runFolder.handler(
    jobOf(({ input: { folder, passphrase }, context, signal }) =>
      withProgress(signal, (reporter) =>
        runFolders(context, { ...(folder !== undefined && { folder }), passphrase }, reporter),
      ),
    ),
  ),

  join: os.sync.join.handler(
    jobOf(({ input, context, signal }) => withProgress(signal, (reporter) => join(context, input, reporter))),
  ),

  away: os.sync.away.handler(({ context }) => awayOf(context)),
  caughtUp: os.sync.caughtUp.handler(async ({ context }) => {
    await catchUp(context)
    return {}
  }),

  arrivals: os.sync.arrivals.handler(({ input: { limit }, context }) =>
    listArrivals(context.host.current().workspace.reader, limit),
  ),
  undoArrival: os.sync.undoArrival.handler(
    jobOf(({ input: { arrival }, context, signal }) =>
      withProgress(signal, (reporter) => undoArrival(context, arrival, reporter)),
    ),
  ),

  restoreField: os.sync.restoreField.handler(async ({ input: { entity, ...what }, context }) => {
    await restoreField(context, { ...what, entity: requireEntity(entity) })
    return {}
  }),

  trustClock: os.sync.trustClock.handler(({ context }) => {
    context.host.current().workspace.log.trustClock()
    context.host.notify(['sync'])
    return {}
  }),
  newLifeSeen: os.sync.newLifeSeen.handler(async ({ context }) => {
    await newLifeSeen(context)
    context.host.notify(['sync'])
    return {}
  }),
}
