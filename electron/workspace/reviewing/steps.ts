/** Steps of reviews, inside a command: verdicts, taking them back, publishing. */

import type { WritableDb } from '../../../db/database'
import { reviewSteps } from '../../../db/repositories/reviews'
import { REVIEW, type ReviewState } from '../../../shared/domain/reviews'
import { AppError } from '../../../shared/errors'
import type { WorkspaceContext } from '../context'
import { put } from '../support'
import { recordOf } from './record'
import { stateOfReview } from './rows'

export interface ReviewStepInput {
  readonly id: string
  readonly to: ReviewState
  readonly versionId: string | null
  readonly reason?: string
}

/** Refused as `record.onHold` or `record.illegalStep`. */
export function stepReview(context: WorkspaceContext, tx: WritableDb, step: ReviewStepInput): void {
  const { id, to, versionId, reason = '' } = step
  const record = recordOf(tx, id)
  const from = stateOfReview(record.state)
  if (record.hold === 1) throw new AppError('record.onHold', { entity: 'reviews', id })
  if (!REVIEW.edges[from].includes(to)) throw new AppError('record.illegalStep', { entity: 'reviews', id, from, to })
  put(context, tx, 'reviewEvents', null, {
    reviewId: id,
    fromState: from,
    toState: to,
    reason: reason === '' ? null : reason,
    machine: REVIEW.version,
    at: context.now(),
    person: context.author(),
    versionId,
  })
}

/** Where a review goes when its last step is taken back; null: nothing was decided yet. */
export function stateBefore(tx: WritableDb, id: string): ReviewState | null {
  const state = stateOfReview(recordOf(tx, id).state)
  if (state === 'submitted') return null
  if (state !== 'published') return 'submitted'
  const published = reviewSteps(tx, [id]).findLast(({ to }) => to === 'published')
  return published?.from === 'corrections' ? 'corrections' : 'approved'
}
