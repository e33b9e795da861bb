/** Whether an advance may be agreed to: no more than its contract comes to, and on signed paper. */

import type { WritableDb } from '../../../db/database'
import { type PayableRow, payablesOf } from '../../../db/repositories/payables'
import type { WorkspaceContext } from '../context'
import { checkAdvance, passGuards } from '../contracting/guards'

export interface AdvanceGuard {
  /** Why it goes on although the guard says no; kept beside it. */
  readonly override: string
  /** Not agreed to yet: only what could never be right is refused. */
  readonly isPlan?: boolean
}

/** Refuses as `contract.guard`. Whatever is no advance passes. */
export function guardAdvance(
  context: WorkspaceContext,
  tx: WritableDb,
  payable: PayableRow,
  { override, isPlan = false }: AdvanceGuard,
): void {
  const { id, kind, creatorId, shopId, contractId, amount, currency, dueDay } = payable
  if (kind !== 'advance' || creatorId === null) return
  const besides = payablesOf(tx, { creatorIds: [creatorId], shopIds: [shopId] })
    .filter((one) => one.kind === 'advance' && one.id !== id && one.contractId === contractId)
    .filter((one) => one.currency === currency && one.state !== 'cancelled')
    .reduce((sum, one) => sum + one.amount, 0)
  const finding = checkAdvance(tx, { creatorId, shopId, contractId, amount, currency, besides, day: dueDay })
  if (finding === null || (isPlan && finding.canOverride)) return
  passGuards(context, tx, [finding], { recordId: id, shopId, creatorId, reason: override })
}
