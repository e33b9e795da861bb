/** How a sample goes, from the request to the verified post, with its exits. */

import type { Machine } from './machines'

export const SAMPLE_STATES = [
  'requested',
  'approved',
  'packed',
  'shipped',
  'delivered',
  'contentDue',
  'posted',
  'verified',
  'closed',
  'declined',
  'cancelled',
  'lost',
  'refused',
  'returned',
  'noPost',
  'refundable',
] as const
export type SampleState = (typeof SAMPLE_STATES)[number]

/**
 * `delivered`: the carrier says so; `contentDue`: the creator has it and the days for posting run; `refundable`: nothing came
 * in time and the creator bears its price. A step back is a correction of what was written by mistake. What left the house
 * can be lost, refused or returned; what was delivered is not lost any more: that word has to be taken back first.
 *
 * Two people who say that one parcel arrived and went missing, or that one request was approved and declined, put it on HOLD.
 */
export const SAMPLE: Machine<SampleState> = {
  name: 'sample',
  version: 1,
  initial: 'requested',
  edges: {
    requested: ['approved', 'declined', 'cancelled'],
    approved: ['packed', 'requested', 'declined', 'cancelled'],
    packed: ['shipped', 'approved', 'cancelled'],
    shipped: ['delivered', 'lost', 'refused', 'returned', 'packed'],
    delivered: ['contentDue', 'returned', 'shipped'],
    contentDue: ['posted', 'noPost', 'refundable', 'returned', 'delivered'],
    posted: ['verified', 'contentDue'],
    verified: ['closed', 'posted'],
    closed: ['verified'],
    declined: ['requested'],
    cancelled: ['requested'],
    lost: ['shipped', 'approved', 'closed'],
    refused: ['shipped', 'approved', 'closed'],
    returned: ['shipped', 'approved', 'closed'],
    noPost: ['posted', 'contentDue', 'refundable', 'closed'],
    refundable: ['posted', 'contentDue', 'closed'],
  },
  guarded: ['approved', 'declined', 'cancelled', 'delivered', 'lost', 'refused', 'returned', 'noPost', 'refundable'],
}
