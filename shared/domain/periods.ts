/** How a month of a shop's books goes: open, being checked, closed. */

import type { Machine } from './machines'

export const PERIOD_STATES = ['open', 'checking', 'closed'] as const
export type PeriodState = (typeof PERIOD_STATES)[number]

/** Opening a closed month again is a step with a reason, which stays. */
export const PERIOD: Machine<PeriodState> = {
  name: 'period',
  version: 1,
  initial: 'open',
  edges: { open: ['checking', 'closed'], checking: ['open', 'closed'], closed: ['open'] },
  guarded: ['closed'],
}
