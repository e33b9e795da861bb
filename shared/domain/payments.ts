/** How the payment of a cost goes: planned, agreed to, paid, or cancelled. */

import type { Machine } from './machines'

export const PAYMENT_STATES = ['planned', 'approved', 'paid', 'cancelled'] as const
export type PaymentState = (typeof PAYMENT_STATES)[number]

/** Paid and cancelled contradict each other: nobody may find out too late that both were done. */
export const PAYMENT: Machine<PaymentState> = {
  name: 'payment',
  version: 1,
  initial: 'planned',
  edges: {
    planned: ['approved', 'paid', 'cancelled'],
    approved: ['planned', 'paid', 'cancelled'],
    paid: ['approved'],
    cancelled: ['planned'],
  },
  guarded: ['paid', 'cancelled'],
}
