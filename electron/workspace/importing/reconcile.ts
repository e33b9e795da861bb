/** Brings imported lines in line with the records of imports, and tells whoever shows them. */

import { reconcile, type Reconciled, type ReconcileOptions } from '../../../db/facts/reconcile'
import type { WorkspaceContext } from '../context'

/** After colleagues' changes were applied or their lines were received, and when a workspace was opened. Idempotent. */
export async function reconcileImports(
  { host, log }: Pick<WorkspaceContext, 'host' | 'log'>,
  options: ReconcileOptions = {},
): Promise<Reconciled> {
  const reconciled = await reconcile(host.current().workspace, options)
  for (const { importId, cause } of reconciled.failed) {
    log.error(`the lines of import ${importId} could not be merged`, cause)
  }
  if (reconciled.topics.length > 0) {
    host.notify(reconciled.topics)
  }
  return reconciled
}
