/** How a contract goes: drafted, sent out, signed, kept; or cancelled, terminated, in dispute. */

import type { Machine } from './machines'

export const CONTRACT_STATES = ['draft', 'sent', 'signed', 'completed', 'cancelled', 'terminated', 'disputed'] as const
export type ContractState = (typeof CONTRACT_STATES)[number]

/**
 * `cancelled`: before it was signed; `terminated`: afterwards. One colleague who signs and another who cancels contradict each
 * other: neither may be found out too late. A step back is a correction of what was written by mistake.
 */
export const CONTRACT: Machine<ContractState> = {
  name: 'contract',
  version: 1,
  initial: 'draft',
  edges: {
    draft: ['sent', 'signed', 'cancelled'],
    sent: ['signed', 'draft', 'cancelled'],
    signed: ['completed', 'terminated', 'disputed', 'sent'],
    completed: ['disputed', 'signed'],
    cancelled: ['draft'],
    terminated: ['disputed', 'signed'],
    disputed: ['signed', 'completed', 'terminated'],
  },
  guarded: ['signed', 'cancelled', 'terminated', 'disputed'],
}
