/** What settling asks of records: what people said of single lines, and which statements were made. */

import type { ReadableDb } from '../database'

export interface LineCauseRow {
  readonly id: string
  /** Order, product and SKU, with spaces between. */
  readonly line: string
  readonly cause: string
  readonly at: number | null
  readonly person: string | null
  readonly note: string | null
}

/** What people said of a shop's lines. */
export function lineCauses(db: ReadableDb, shopId: string): LineCauseRow[] {
  return db.$client
    .prepare<[string], LineCauseRow>(
      `SELECT id, line, cause, at, person, note FROM line_causes
       WHERE shop_id = ? AND _del = 0 AND line IS NOT NULL AND cause IS NOT NULL ORDER BY id`,
    )
    .all(shopId)
}

/** When creators were sent a statement of a shop's month, the last one of each; null: made and not sent. */
export function statementsSent(db: ReadableDb, shopId: string, month: string): ReadonlyMap<string, number | null> {
  const rows = db.$client
    .prepare<[string, string], { creatorId: string; sentAt: number | null }>(
      `SELECT creator_id AS creatorId, max(sent_at) AS sentAt FROM statements
       WHERE shop_id = ? AND month = ? AND _del = 0 AND creator_id IS NOT NULL GROUP BY creator_id`,
    )
    .all(shopId, month)
  return new Map(rows.map(({ creatorId, sentAt }) => [creatorId, sentAt]))
}
