/**
 * The one place where payables take steps: legal ones only, none while people have to decide about it or its contract, and
 * the books follow: what is agreed to is owed, what is not is taken back. What was paid becomes unpaid by a reversal alone.
 *
 * Called inside a command. Several steps of one payable in one command are counted on top of each other.
 */

import type { WritableDb } from '../../../db/database'
import { contractStanding } from '../../../db/repositories/contracts'
import { type PayableRow, pendingSteps } from '../../../db/repositories/payables'
import { putRecord } from '../../../db/repositories/records'
import { isAgreed, PAYABLE, type PayableState } from '../../../shared/domain/payables'
import { AppError } from '../../../shared/errors'
import type { WorkspaceContext } from '../context'
import { book, payableIn, type PostingNotes } from './posting'

export interface PayableStepInput {
  readonly id: string
  readonly to: PayableState
  readonly reason?: string
  /** The day of what is posted, and more about it. */
  readonly notes?: PostingNotes
}

/**
 * Refuses as `record.notFound`, `record.onHold` (of the payable or of its contract), `record.illegalStep`; as
 * `record.invalid` of `state` where money says otherwise: `isPaid`, `notPaid`.
 */
export function stepPayable(context: WorkspaceContext, tx: WritableDb, step: PayableStepInput): void {
  const { id, to, reason = '', notes = {} } = step
  const payable = payableIn(tx, id)
  refuseHeld(tx, payable)
  const { state: from, amount } = payable
  if (!PAYABLE.edges[from].includes(to)) throw new AppError('record.illegalStep', { entity: 'payables', id, from, to })
  if (to !== 'disputed') book(context, tx, id, isAgreed(to) ? amount : 0, { ...notes, reason: notes.reason ?? reason })
  checkMoney(payableIn(tx, id), to)
  const now = context.now()
  const fields = {
    payableId: id,
    fromState: from,
    toState: to,
    reason: reason.trim() || null,
    machine: PAYABLE.version,
    at: now,
    person: context.author(),
  }
  // Steps of one command share its clock: their ids say which came first.
  putRecord(tx, 'payableEvents', null, fields, now + pendingSteps(tx, id).length)
}

/** Nothing goes on, and nothing is paid, while people have to decide. */
export function refuseHeld(tx: WritableDb, { id, hold, contractId }: PayableRow): void {
  if (hold) throw new AppError('record.onHold', { entity: 'payables', id })
  if (contractId !== null && contractStanding(tx, contractId)?.hold === true)
    throw new AppError('record.onHold', { entity: 'contracts', id: contractId })
}

/** A state says nothing else than the ledger: what is paid was paid, and what is not owed has nothing paid on it. */
function checkMoney({ books: { owed, paid, recouped, recovered } }: PayableRow, to: PayableState): void {
  const refuse = (reason: string) => new AppError('record.invalid', { entity: 'payables', field: 'state', reason })
  if (to === 'paid' && owed > 0) throw refuse('notPaid')
  if (to === 'approved' && owed <= 0) throw refuse('isPaid')
  if ((to === 'open' || to === 'cancelled') && paid + recouped - recovered !== 0) throw refuse('isPaid')
}
