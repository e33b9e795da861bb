/** What signed contracts oblige to pay, as payables, each once. */

import type { WritableDb } from '../../../db/database'
import type { WorkspaceContext } from '../context'

export interface Promised {
  readonly contractId: string | null
  readonly shopId: string | null
  /** Due on this day or before. */
  readonly until: string
}

/** Answers how many were made. */
export function owePromised(context: WorkspaceContext, tx: WritableDb, promised: Promised): number {
  void [context, tx, promised]
  return 0
}
