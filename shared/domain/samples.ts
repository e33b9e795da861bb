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

/** The way a sample goes when all goes well. */
export const SAMPLE_PATH = [
  'requested',
  'approved',
  'packed',
  'shipped',
  'delivered',
  'contentDue',
  'posted',
  'verified',
  'closed',
] as const satisfies readonly SampleState[]

export function isSampleState(text: string | null | undefined): text is SampleState {
  return SAMPLE_STATES.some((state) => state === text)
}

/** Exits from which the work can still come to a good end without a step back. */
const GO_ON: Readonly<Partial<Record<SampleState, readonly SampleState[]>>> = {
  lost: ['closed'],
  refused: ['closed'],
  returned: ['closed'],
  noPost: ['posted', 'refundable', 'closed'],
  refundable: ['posted', 'closed'],
}

const PATH: readonly SampleState[] = SAMPLE_PATH

/** The steps that lead onwards from a state: no corrections, no parcel sent anew. */
function onwards(state: SampleState): readonly SampleState[] {
  const place = PATH.indexOf(state)
  if (place < 0) return GO_ON[state] ?? []
  return SAMPLE.edges[state].filter((to) => {
    const next = PATH.indexOf(to)
    return next < 0 || next === place + 1
  })
}

/**
 * The legal steps that lead from one state to a later one, along the main way: what a file skips that says `delivered` of a
 * sample still asked for. `[]` for the state itself, null where only a correction would lead there: that takes a person.
 */
export function stepsTo(from: SampleState, to: SampleState): readonly SampleState[] | null {
  if (from === to) return []
  const walked: SampleState[] = []
  for (let state: SampleState | undefined = from; state !== undefined;) {
    const next = onwards(state)
    if (next.includes(to)) return [...walked, to]
    state = next.find((one) => PATH.includes(one))
    if (state !== undefined) walked.push(state)
  }
  return null
}

/** The next state of the main way, or what ends an exit; null where nothing is left to do. */
export function nextState(state: SampleState): SampleState | null {
  const next = onwards(state)
  return next.find((one) => PATH.includes(one)) ?? null
}

const BACK: Readonly<Partial<Record<SampleState, SampleState>>> = {
  declined: 'requested',
  cancelled: 'requested',
  lost: 'shipped',
  refused: 'shipped',
  returned: 'shipped',
  noPost: 'contentDue',
  refundable: 'contentDue',
}

/** The state that a sample goes back to when its last step was written by mistake; null at the beginning. */
export function stateBefore(state: SampleState): SampleState | null {
  return BACK[state] ?? PATH[PATH.indexOf(state) - 1] ?? null
}

/** How far along the way a sample in this state has been: what was recorded of later states was taken back. */
export const FARTHEST: Readonly<Record<SampleState, (typeof SAMPLE_PATH)[number]>> = {
  requested: 'requested',
  approved: 'approved',
  packed: 'packed',
  shipped: 'shipped',
  delivered: 'delivered',
  contentDue: 'contentDue',
  posted: 'posted',
  verified: 'verified',
  closed: 'closed',
  declined: 'requested',
  cancelled: 'packed',
  lost: 'shipped',
  refused: 'shipped',
  returned: 'contentDue',
  noPost: 'contentDue',
  refundable: 'contentDue',
}

/** Where each state stands on the main way; exits before its beginning. */
// The keys are the states.
const PLACES = Object.fromEntries(SAMPLE_STATES.map((state) => [state, PATH.indexOf(state)])) as Readonly<
  Record<SampleState, number>
>

/** When a sample came into each state, UTC ms. */
export type SampleDates = Readonly<Partial<Record<SampleState, number>>>

/** Of what was recorded, the dates that hold for a sample in this state. */
export function datesIn(state: SampleState, recorded: SampleDates): SampleDates {
  const far = PLACES[FARTHEST[state]]
  const kept: Partial<Record<SampleState, number>> = {}
  // Of exits, which stand beside the way, every date holds.
  for (const one of SAMPLE_STATES) {
    const at = recorded[one]
    if (at !== undefined && PLACES[one] <= far) kept[one] = at
  }
  return kept
}

/** Nothing is to be done any more. */
export const ENDED: ReadonlySet<SampleState> = new Set(['closed', 'declined', 'cancelled'])

/** The creator has it and the agency waits for a post. */
export const AWAITING_POST: ReadonlySet<SampleState> = new Set(['delivered', 'contentDue'])

export const SAMPLE_KINDS = ['free', 'refundable'] as const
export type SampleKind = (typeof SAMPLE_KINDS)[number]

export const COLLABORATIONS = ['open', 'target', 'partner', 'flatFee', 'none'] as const
export type Collaboration = (typeof COLLABORATIONS)[number]
