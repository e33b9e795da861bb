/** How the review of a script or video goes: handed in, judged, handed in again, published. */

import type { Machine } from './machines'

export const REVIEW_STATES = ['submitted', 'approved', 'corrections', 'needsWork', 'rejected', 'published'] as const
export type ReviewState = (typeof REVIEW_STATES)[number]

/** The four verdicts, in the order of their keys 1 to 4: `corrections` is approved once the noted corrections are made. */
export const VERDICTS = ['approved', 'corrections', 'needsWork', 'rejected'] as const
export type Verdict = (typeof VERDICTS)[number]

/** One colleague's approval and another's rejection contradict each other: nobody may publish before somebody decided. */
export const REVIEW: Machine<ReviewState> = {
  name: 'review',
  version: 1,
  initial: 'submitted',
  edges: {
    submitted: ['approved', 'corrections', 'needsWork', 'rejected'],
    approved: ['published', 'submitted'],
    corrections: ['published', 'submitted'],
    needsWork: ['submitted'],
    rejected: ['submitted'],
    published: ['approved', 'corrections'],
  },
  guarded: ['approved', 'corrections', 'needsWork', 'rejected'],
}
