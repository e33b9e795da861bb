/** What the ledger written as our template needs beside the samples themselves. */

import type { ReadableDb } from '../database'

/** The first video that each sample is answered with, by the platform's number. */
export function videosOfSamples(db: ReadableDb): ReadonlyMap<string, string> {
  return new Map(
    db.$client
      .prepare<[], readonly [string, string]>(
        `SELECT l.sample_id, min(c.content_id) FROM sample_posts l JOIN contents c ON c.id = l.content_id
         WHERE l._del = 0 AND c._del = 0 AND c.content_id IS NOT NULL AND l.sample_id IS NOT NULL GROUP BY l.sample_id`,
      )
      .raw()
      .all(),
  )
}
