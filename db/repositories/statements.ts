/** Statements that were made, as queries see them. */

import type { ReadableDb } from '../database'
import { prepared } from '../prepared'

export interface StatementRecord {
  readonly id: string
  readonly shopId: string
  readonly creatorId: string
  readonly month: string
  readonly number: string
  readonly sha256: string
  readonly at: number
  readonly person: string | null
  readonly sentAt: number | null
}

const SELECT = `SELECT id, shop_id AS shopId, creator_id AS creatorId, month, coalesce(number, '') AS number,
  coalesce(sha256, '') AS sha256, coalesce(at, 0) AS at, person, sent_at AS sentAt FROM shown_statements`

/** Of a shop's month, the newest first. */
export function statementsOf(db: ReadableDb, shopId: string, month: string): StatementRecord[] {
  // The columns are those of the row's type.
  return prepared(
    db.$client,
    `${SELECT} WHERE shop_id = ? AND month = ? AND creator_id IS NOT NULL ORDER BY at DESC, id DESC`,
  ).all(shopId, month) as StatementRecord[]
}

export function findStatement(db: ReadableDb, id: string): StatementRecord | undefined {
  // The columns are those of the row's type.
  return prepared(db.$client, `${SELECT} WHERE id = ?`).get(id) as StatementRecord | undefined
}
