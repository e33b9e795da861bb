/** How something that is owed outside the platform goes: open, approved, paid; or cancelled, or in dispute. */

import type { Machine } from './machines'

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
