/** Reviews, their versions, notes and steps as queries see them. */

import { ENTITIES } from '../../shared/sync/registry'
import type { ReadableDb } from '../database'

export interface ReviewRecord {
  readonly id: string
  readonly kind: string | null
  readonly title: string | null
  readonly shopId: string | null
  readonly creatorId: string | null
  readonly campaignId: string | null
  readonly campaign: string | null
  readonly sampleId: string | null
  readonly productId: string | null
  readonly product: string | null
  readonly market: string | null
  readonly language: string | null
  readonly due: number | null
  readonly publishFrom: number | null
  readonly publishTo: number | null
  readonly reviewer: string | null
  readonly deputy: string | null
  readonly rounds: number | null
  readonly grade: string | null
  /** JSON. */
  readonly gradeReasons: string | null
  readonly feedback: string | null
  readonly contentId: string | null
  readonly note: string | null
  /** JSON. */
  readonly checklist: string | null
  /** Null: no step was taken yet. */
  readonly state: string | null
  readonly hold: number | null
}

const STATES = `LEFT JOIN machine_states m ON m.tbl = ${ENTITIES.reviews.n} AND m.row = r.id`
const STATE = `coalesce(m.state, 'submitted')`

const SELECT = `SELECT r.id, r.kind, r.title, r.shop_id AS shopId, r.creator_id AS creatorId, r.campaign_id AS campaignId, g.name AS campaign,
  r.sample_id AS sampleId, r.product_id AS productId, p.name AS product, r.market, r.language, r.due,
  r.publish_from AS publishFrom, r.publish_to AS publishTo, r.reviewer, r.deputy, r.rounds, r.grade, r.grade_reasons AS gradeReasons,
  r.feedback, r.content_id AS contentId, r.note, r.checklist, m.state, m.hold
  FROM shown_reviews r ${STATES}
  LEFT JOIN campaigns g ON g.id = r.campaign_id
  LEFT JOIN products p ON p.shop_id = r.shop_id AND p.product_id = r.product_id AND p._del = 0`

/** Who is in which queue; on hold, a review waits for people. */
const QUEUE: Readonly<Record<string, string>> = {
  waiting: `(${STATE} = 'submitted' OR m.hold = 1)`,
  publish: `(${STATE} IN ('approved', 'corrections') AND coalesce(m.hold, 0) = 0)`,
  creator: `(${STATE} = 'needsWork' AND coalesce(m.hold, 0) = 0)`,
  done: `(${STATE} IN ('rejected', 'published') AND coalesce(m.hold, 0) = 0)`,
}

export interface ReviewFilter {
  /** Of `QUEUE`; null: all. */
  readonly queue: string | null
  readonly shopId: string | null
  readonly person: string | null
  readonly search: string
}

interface Wanted {
  readonly where: string
  readonly values: readonly (string | number)[]
}

function wanted({ queue, shopId, person, search }: ReviewFilter): Wanted {
  const parts = ['r._del = 0', 'r.shop_id IS NOT NULL']
  const values: string[] = []
  const add = (part: string, ...more: string[]) => {
    parts.push(part)
    values.push(...more)
  }
  if (queue !== null) add(QUEUE[queue] ?? '0')
  if (shopId !== null) add('r.shop_id = ?', shopId)
  if (person !== null) add('(r.reviewer = ? OR r.deputy = ?)', person, person)
  if (search.trim() !== '') {
    const like = `%${search.trim().replaceAll(/[\\%_]/g, '\\$&')}%`
    add(
      `(r.title LIKE ? ESCAPE '\\' OR r.product_id LIKE ? ESCAPE '\\'
        OR EXISTS (SELECT 1 FROM creators c WHERE c.id = r.creator_id AND c.handle LIKE ? ESCAPE '\\')
        OR EXISTS (SELECT 1 FROM products q WHERE q.shop_id = r.shop_id AND q.product_id = r.product_id AND q.name LIKE ? ESCAPE '\\'))`,
      like,
      like,
      like,
      like,
    )
  }
  return { where: parts.join(' AND '), values }
}

/** One page: the least time to the best time for publishing (else to the deadline) first; what is done, the newest first. */
export function pageReviews(
  db: ReadableDb,
  filter: ReviewFilter,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): { rows: ReviewRecord[]; total: number } {
  const { where, values } = wanted(filter)
  const order =
    filter.queue === 'done'
      ? 'coalesce(r.publish_from, r.due) DESC, r.id DESC'
      : 'coalesce(r.publish_from, r.due) IS NULL, coalesce(r.publish_from, r.due), r.due, r.id'
  // The page is cut before anything is joined to it.
  const rows = db.$client
    .prepare<(string | number)[], ReviewRecord>(
      `WITH page AS MATERIALIZED (SELECT r.id FROM shown_reviews r ${STATES} WHERE ${where} ORDER BY ${order} LIMIT ? OFFSET ?)
       ${SELECT} WHERE r.id IN (SELECT id FROM page) ORDER BY ${order}`,
    )
    .all(...values, limit, offset)
  const total = db.$client
    .prepare<(string | number)[], number>(`SELECT count(*) FROM shown_reviews r ${STATES} WHERE ${where}`)
    .pluck()
    .get(...values)
  return { rows, total: total ?? 0 }
}

export interface QueueCounts {
  readonly waiting: number
  readonly publish: number
  readonly creator: number
  readonly done: number
  readonly all: number
  /** Of those that wait: due before `now`. */
  readonly overdue: number
}

export function countReviews(db: ReadableDb, filter: Omit<ReviewFilter, 'queue'>, now: number): QueueCounts {
  const { where, values } = wanted({ ...filter, queue: null })
  const sums = Object.entries(QUEUE).map(([name, is]) => `coalesce(sum(${is}), 0) AS "${name}"`)
  const counts = db.$client
    .prepare<(string | number)[], QueueCounts>(
      `SELECT ${sums.join(', ')}, count(*) AS "all", coalesce(sum(${QUEUE['waiting']} AND r.due < ?), 0) AS overdue
       FROM shown_reviews r ${STATES} WHERE ${where}`,
    )
    .get(now, ...values)
  return counts ?? { waiting: 0, publish: 0, creator: 0, done: 0, all: 0, overdue: 0 }
}

/** Everything that waits for a verdict; or of that what was due before `late`, and what has this deputy. Due first first. */
export function waitingReviews(
  db: ReadableDb,
  only: { readonly late: number; readonly deputy: string } | null,
): ReviewRecord[] {
  const { where } = wanted({ queue: 'waiting', shopId: null, person: null, search: '' })
  const narrowed = only === null ? '' : ' AND (r.due < ? OR r.deputy = ?)'
  return db.$client
    .prepare<(string | number)[], ReviewRecord>(`${SELECT} WHERE ${where}${narrowed} ORDER BY r.due, r.id`)
    .all(...(only === null ? [] : [only.late, only.deputy]))
}

/** A review that is not deleted. */
export function findReview(db: ReadableDb, id: string): ReviewRecord | undefined {
  return db.$client
    .prepare<[string], ReviewRecord>(`${SELECT} WHERE r.id = ? AND r._del = 0 AND r.shop_id IS NOT NULL`)
    .get(id)
}

export interface VersionRow {
  readonly id: string
  readonly reviewId: string
  readonly version: number
  readonly text: string | null
  readonly at: number
  readonly person: string | null
  readonly note: string | null
}

const VERSIONS = `SELECT id, review_id AS reviewId, coalesce(version, 1) AS version, "text", coalesce("at", 0) AS "at", person, note
  FROM shown_review_versions WHERE _del = 0`

/** Oldest first; two that were handed in apart under one number, by time. */
export function versionsOf(db: ReadableDb, reviewId: string): VersionRow[] {
  return db.$client
    .prepare<[string], VersionRow>(`${VERSIONS} AND review_id = ? ORDER BY coalesce(version, 1), "at", id`)
    .all(reviewId)
}

export function findVersion(db: ReadableDb, id: string): VersionRow | undefined {
  return db.$client.prepare<[string], VersionRow>(`${VERSIONS} AND id = ? AND review_id IS NOT NULL`).get(id)
}

/** How many versions there are of each of these reviews, and when the newest was handed in. */
export function submissions(
  db: ReadableDb,
  reviewIds: readonly string[],
): ReadonlyMap<string, { readonly versions: number; readonly submitted: number | null }> {
  const rows = db.$client
    .prepare<[string], { id: string; versions: number; submitted: number | null }>(
      `SELECT review_id AS id, count(*) AS versions, max("at") AS submitted FROM review_versions
       WHERE _del = 0 AND review_id IN (SELECT value FROM json_each(?)) GROUP BY review_id`,
    )
    .all(JSON.stringify(reviewIds))
  return new Map(rows.map(({ id, ...rest }) => [id, rest]))
}

export interface ReviewStepRow {
  readonly id: string
  readonly reviewId: string
  readonly from: string
  readonly to: string
  readonly reason: string | null
  readonly at: number | null
  readonly person: string | null
  readonly versionId: string | null
}

/** The steps of these reviews in the order in which they count. */
export function reviewSteps(db: ReadableDb, reviewIds: readonly string[]): ReviewStepRow[] {
  return db.$client
    .prepare<[string], ReviewStepRow>(
      `SELECT e.id, e.review_id AS reviewId, coalesce(e.from_state, '') AS "from", coalesce(e.to_state, '') AS "to", e.reason, e."at",
         e.person, e.version_id AS versionId
       FROM review_events e CROSS JOIN sync_row b ON b.tbl = ${ENTITIES.reviewEvents.n} AND b.row = e.id
       WHERE e._del = 0 AND e.review_id IN (SELECT value FROM json_each(?)) GROUP BY e.id ORDER BY min(b.hlc), e.id`,
    )
    .all(JSON.stringify(reviewIds))
}

export interface NoteRow {
  readonly id: string
  readonly versionId: string
  readonly atMs: number | null
  readonly from: number | null
  readonly to: number | null
  readonly text: string
  readonly audience: string | null
  readonly done: number | null
  readonly person: string | null
  readonly at: number
}

const NOTES = `SELECT id, version_id AS versionId, at_ms AS atMs, "from", "to", coalesce("text", '') AS "text", audience, done, person,
  coalesce("at", 0) AS "at" FROM shown_review_notes WHERE _del = 0 AND version_id IS NOT NULL`

/** In the order of the video or the script, then of writing. */
export function notesOf(db: ReadableDb, versionIds: readonly string[]): NoteRow[] {
  return db.$client
    .prepare<[string], NoteRow>(
      `${NOTES} AND version_id IN (SELECT value FROM json_each(?)) ORDER BY coalesce(at_ms, "from", -1), "at", id`,
    )
    .all(JSON.stringify(versionIds))
}

export function findNote(db: ReadableDb, id: string): NoteRow | undefined {
  return db.$client.prepare<[string], NoteRow>(`${NOTES} AND id = ?`).get(id)
}

/** Own grades by key, as they were written. */
export function ownRubrics(db: ReadableDb): ReadonlyMap<string, string> {
  const rows = db.$client
    .prepare<[], { key: string; grades: string }>(
      `SELECT "key", grades FROM grade_rubrics WHERE _del = 0 AND "key" IS NOT NULL AND grades IS NOT NULL`,
    )
    .all()
  return new Map(rows.map(({ key, grades }) => [key, grades]))
}
