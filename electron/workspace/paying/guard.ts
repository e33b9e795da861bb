/** Whether an advance may be agreed to: no more than its contract comes to, and on signed paper. */

import type { ReadableDb, WritableDb } from '../../../db/database'
import { type PayableRow, payablesOf } from '../../../db/repositories/payables'
import type { GuardFinding } from '../../../shared/domain/contract-guards'
import { AppError } from '../../../shared/errors'
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
  const finding = findingOf(tx, payable)
  const { id, creatorId, shopId } = payable
  if (finding === null || creatorId === null || (isPlan && finding.canOverride)) return
  passGuards(context, tx, [finding], { recordId: id, shopId, creatorId, reason: override })
}

/** Whether it is an advance that nobody agreed to yet and that no signed contract covers: no money goes out for it. */
export function isUncovered(db: ReadableDb, payable: Advanced & Pick<PayableRow, 'state'>): boolean {
  if (payable.state !== 'open') return false
  try {
    return findingOf(db, payable) !== null
  } catch (error) {
    // Its contract is gone.
    if (error instanceof AppError && error.code === 'record.notFound') return true
    throw error
  }
}

type Advanced = Pick<
  PayableRow,
  'id' | 'kind' | 'creatorId' | 'shopId' | 'contractId' | 'amount' | 'currency' | 'dueDay'
>

function findingOf(db: ReadableDb, payable: Advanced): GuardFinding | null {
  const { id, kind, creatorId, shopId, contractId, amount, currency, dueDay } = payable
  if (kind !== 'advance' || creatorId === null) return null
  const besides = payablesOf(db, { creatorIds: [creatorId], shopIds: [shopId] })
    .filter((one) => one.kind === 'advance' && one.id !== id && one.contractId === contractId)
    .filter((one) => one.currency === currency && one.state !== 'cancelled')
    .reduce((sum, one) => sum + one.amount, 0)
  return checkAdvance(db, { creatorId, shopId, contractId, amount, currency, besides, day: dueDay })
}
