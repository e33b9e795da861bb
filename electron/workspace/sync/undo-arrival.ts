/** Takes back what a package or a delivery brought, where nobody has changed it since. */

import { listArrivals } from '../../../db/sync/looked'
import { type ArrivalUndone, writeBack } from '../../../db/sync/undo-arrival'
import { AppError } from '../../../shared/errors'
import type { WorkspaceContext } from '../context'
import { reconcileImports } from '../importing/reconcile'
import type { Reporter } from '../progress'

const EVERY = 1_000_000

export async function undoArrival(context: WorkspaceContext, id: number, { report }: Reporter): Promise<ArrivalUndone> {
  const { workspace } = context.host.current()
  const arrival = listArrivals(workspace.reader, EVERY).find((one) => one.id === id)
  if (arrival === undefined) throw new AppError('record.notFound', { entity: 'arrivals', id: String(id) })
  report({ step: 'undo', done: 0, total: null })
  const label = `sync.undoArrival:${arrival.name}`
  const counts = await workspace.commit({ author: context.author(), label, resolve: true }, (tx) =>
    writeBack(tx, workspace.tables, id),
  )
  // The lines of imported files follow their records.
  await reconcileImports(context, {
    onProgress: (done, total) => report({ step: 'facts', done, total }),
  })
  return counts
}
