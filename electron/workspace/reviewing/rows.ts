/** Reviews as lists show them: where they stand, how much time is left, who is asked. */

import type { ReadableDb } from '../../../db/database'
import { livingHandles } from '../../../db/repositories/creators'
import { type ReviewRecord, reviewSteps, type ReviewStepRow, submissions } from '../../../db/repositories/reviews'
import { REVIEW_KINDS, type ReviewRow } from '../../../shared/contract/reviews'
import { responsible, slaLevel, slotLevel } from '../../../shared/domain/review-sla'
import { REVIEW, REVIEW_STATES, type ReviewState, roundsAsked } from '../../../shared/domain/reviews'
import type { WorkspaceContext } from '../context'
import { mergedCreators } from '../lookups/creators'
import { openClockwork } from './hours'

export function stateOfReview(state: string | null): ReviewState {
  return REVIEW_STATES.find((known) => known === state) ?? REVIEW.initial
}

export function reviewRows(context: WorkspaceContext, db: ReadableDb, records: readonly ReviewRecord[]): ReviewRow[] {
  const ids = records.map(({ id }) => id)
  const handedIn = submissions(db, ids)
  const steps = byReview(reviewSteps(db, ids))
  const personOf = openPeople(db, records)
  const timesOf = openTimes(context, db)
  return records.map((record) => {
    const { versions, submitted } = handedIn.get(record.id) ?? { versions: 0, submitted: null }
    return {
      ...shownOf(record),
      ...personOf(record.creatorId),
      ...timesOf(record, submitted),
      kind: REVIEW_KINDS.find((kind) => kind === record.kind) ?? 'script',
      // Queries leave out what a merge left without a shop.
      shopId: record.shopId ?? '',
      state: stateOfReview(record.state),
      hold: record.hold === 1,
      submitted,
      versions,
      roundsAsked: roundsAsked(steps.get(record.id) ?? []),
    }
  })
}

/** What a list shows as it was written. */
function shownOf(record: ReviewRecord) {
  const { id, title, campaignId, campaign, productId, product, market, language, rounds, grade } = record
  const { due, publishFrom, publishTo, reviewer, deputy } = record
  const about = { id, title, campaignId, campaign, productId, product, market, language, rounds, grade }
  return { ...about, due, publishFrom, publishTo, reviewer, deputy }
}

/** How much time is left, and who is asked; read once for many. */
export function openTimes(context: WorkspaceContext, db: ReadableDb) {
  const now = context.now()
  const { hours, calendar } = openClockwork(context, db)
  return (record: ReviewRecord, submitted: number | null): Pick<ReviewRow, 'level' | 'slot' | 'asked'> => {
    const { due, publishFrom, publishTo, reviewer, deputy } = record
    const state = stateOfReview(record.state)
    const waits = state === 'submitted' || record.hold === 1
    const work = calendar(record.shopId ?? '')
    const timed = { submitted: submitted ?? now, due, publishFrom, publishTo }
    const level = waits ? slaLevel(work, hours, timed, now) : 'none'
    return {
      level,
      slot: state === 'published' || state === 'rejected' ? 'none' : slotLevel(timed, now),
      asked: waits ? responsible({ reviewer, deputy }, level, work.coverAt(now)) : null,
    }
  }
}

function openPeople(db: ReadableDb, records: readonly ReviewRecord[]) {
  const merged = mergedCreators(db)
  const standing = (id: string | null) => (id === null ? null : (merged.get(id) ?? id))
  const ids = records.flatMap(({ creatorId }) => standing(creatorId) ?? [])
  const handles = livingHandles(db, [...new Set(ids)])
  return (id: string | null): Pick<ReviewRow, 'creatorId' | 'handle'> => {
    const creatorId = standing(id)
    return { creatorId, handle: creatorId === null ? null : (handles.get(creatorId) ?? null) }
  }
}

function byReview(steps: readonly ReviewStepRow[]): ReadonlyMap<string, readonly ReviewStepRow[]> {
  const grouped = new Map<string, ReviewStepRow[]>()
  for (const step of steps) {
    const known = grouped.get(step.reviewId) ?? []
    grouped.set(step.reviewId, known)
    known.push(step)
  }
  return grouped
}
