/** How something that is owed outside the platform goes: open, approved, paid; or cancelled, or in dispute. */

import type { Books } from './ledger'
import type { Machine } from './machines'

export const PAYABLE_KINDS = ['flatFee', 'advance', 'retainer', 'bonus', 'guarantee', 'other'] as const
export type PayableKind = (typeof PAYABLE_KINDS)[number]

export const PAYABLE_STATES = ['open', 'approved', 'paid', 'cancelled', 'disputed'] as const
export type PayableState = (typeof PAYABLE_STATES)[number]

/** What was paid does not become unpaid by a step alone: the ledger has the payment and its reversal. */
export const PAYABLE: Machine<PayableState> = {
  name: 'payable',
  version: 1,
  initial: 'open',
  edges: {
    open: ['approved', 'paid', 'cancelled', 'disputed'],
    approved: ['open', 'paid', 'cancelled', 'disputed'],
    paid: ['approved', 'open'],
    cancelled: ['open'],
    disputed: ['open', 'approved', 'cancelled'],
  },
  guarded: ['paid', 'cancelled', 'disputed'],
}

/**
 * What does not fit together after colleagues met. `overpaid`: paid twice, or paid though nothing is owed; `overRecouped`: one
 * advance was taken back twice; `amountDiffers`: another amount was agreed to; `notPaid`: called paid, and money is missing.
 */
export const PAYABLE_PROBLEMS = ['overpaid', 'overRecouped', 'amountDiffers', 'notPaid'] as const
export type PayableProblem = (typeof PAYABLE_PROBLEMS)[number]

export interface Reckoned {
  /** Still to be paid, or what will be once it is agreed to; nothing where it was cancelled. */
  readonly toPay: number
  /** What reports count as a fee: nothing where it was cancelled, and not again what counted as an advance before. */
  readonly fee: number
  readonly problem: PayableProblem | null
}

/** What its state and its books make of a payable; amounts in minor units of its currency. */
export function reckoned(
  { amount, state, hold }: { readonly amount: number; readonly state: PayableState; readonly hold: boolean },
  books: Books,
): Reckoned {
  // Until it is agreed to nothing is booked: what was typed is what will be owed.
  const expected = state === 'open' || state === 'disputed' ? Math.max(amount - books.booked, 0) : 0
  return {
    toPay: state === 'cancelled' ? 0 : Math.max(0, books.owed + expected),
    fee: state === 'cancelled' && !hold ? 0 : amount - books.advanced,
    problem: problemOf(amount, state, books),
  }
}

function problemOf(amount: number, state: PayableState, books: Books): PayableProblem | null {
  const { booked, owed, leftOfAdvance, leftToRecover } = books
  if (owed < 0) return 'overpaid'
  if (leftOfAdvance < 0 || leftToRecover < 0) return 'overRecouped'
  if (state === 'disputed') return null
  if (booked !== (isAgreed(state) ? amount : 0)) return 'amountDiffers'
  return state === 'paid' && owed > 0 ? 'notPaid' : null
}

/** Whether it stands in the books as owed. */
export function isAgreed(state: PayableState): boolean {
  return state === 'approved' || state === 'paid'
}
