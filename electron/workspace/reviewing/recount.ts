/** New hours for what already waits: its deadline is counted again from when it was handed in. */

import type { WritableDb } from '../../../db/database'
import { submissions, waitingReviews } from '../../../db/repositories/reviews'
import { dueAt, type ReviewHours } from '../../../shared/domain/review-sla'
import type { WorkspaceContext } from '../context'
import { put } from '../support'
import { openClockwork } from './hours'

export function recount(context: WorkspaceContext, tx: WritableDb, hours: ReviewHours): void {
  const waiting = waitingReviews(tx, null)
  const handedIn = submissions(
    tx,
    waiting.map(({ id }) => id),
  )
  const { calendar } = openClockwork(context, tx, hours)
  for (const { id, shopId, due } of waiting) {
    const submitted = handedIn.get(id)?.submitted ?? null
    if (submitted === null || shopId === null) continue
    const next = dueAt(calendar(shopId), hours, submitted)
    if (next !== due) put(context, tx, 'reviews', id, { due: next })
  }
}
