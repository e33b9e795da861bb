/** How the review of a script or video goes: handed in, judged, handed in again, published; and how many rounds it took. */

import type { Machine } from './machines'

export const REVIEW_STATES = ['submitted', 'approved', 'corrections', 'needsWork', 'rejected', 'published'] as const
export type ReviewState = (typeof REVIEW_STATES)[number]

/** The four verdicts, in the order of their keys 1 to 4: `corrections` is approved once the noted corrections are made. */
export const VERDICTS = ['approved', 'corrections', 'needsWork', 'rejected'] as const
export type Verdict = (typeof VERDICTS)[number]

/**
 * Another verdict takes the place of the one before. One colleague's approval and another's rejection contradict each
 * other: nobody may publish before somebody decided.
 */
export const REVIEW: Machine<ReviewState> = {
  name: 'review',
  version: 1,
  initial: 'submitted',
  edges: {
    submitted: ['approved', 'corrections', 'needsWork', 'rejected'],
    approved: ['published', 'submitted', 'corrections', 'needsWork', 'rejected'],
    corrections: ['published', 'submitted', 'approved', 'needsWork', 'rejected'],
    needsWork: ['submitted', 'approved', 'corrections', 'rejected'],
    rejected: ['submitted', 'approved', 'corrections', 'needsWork'],
    published: ['approved', 'corrections'],
  },
  guarded: ['approved', 'corrections', 'needsWork', 'rejected'],
}

/** Verdicts that ask the creator for changes. */
const ASKS: readonly string[] = ['corrections', 'needsWork']

/**
 * Rounds of changes that were asked for: versions on which the last word asks for some. A verdict that was taken back
 * asks for nothing. `events` in their order.
 */
export function roundsAsked(events: readonly { readonly to: string; readonly versionId: string | null }[]): number {
  const last = new Map<string | null, string>()
  let current: string | null = null
  for (const { to, versionId } of events) {
    current = versionId ?? current
    last.set(current, to)
  }
  return [...last.values()].filter((to) => ASKS.includes(to)).length
}
