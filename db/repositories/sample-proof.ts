/** What is known of a sample beside its steps, for its proof: reminders and answers, and posts. */

import type { ReadableDb } from '../database'
import { prepared } from '../prepared'

export interface NudgeRow {
  readonly kind: string
  readonly at: number | null
  readonly text: string | null
  readonly promisedDay: string | null
  readonly person: string | null
}

export function nudgesOf(db: ReadableDb, sampleId: string): readonly NudgeRow[] {
  return prepared(
    db.$client,
    `SELECT kind, at, text, promised_day AS promisedDay, person FROM shown_sample_nudges
     WHERE sample_id = ? AND kind IS NOT NULL ORDER BY at, id`,
  ).all(sampleId) as NudgeRow[]
}

export interface PostRow {
  readonly url: string | null
  readonly title: string | null
  readonly postedAt: number | null
}

/** Contents that a sample was answered with. */
export function postsOf(db: ReadableDb, sampleId: string): readonly PostRow[] {
  return prepared(
    db.$client,
    `SELECT c.url, c.title, c.posted_at AS postedAt FROM shown_sample_posts p JOIN contents c ON c.id = p.content_id
     WHERE p.sample_id = ? ORDER BY c.posted_at, c.id`,
  ).all(sampleId) as PostRow[]
}
