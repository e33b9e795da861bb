/** Disputes with creators over months, and what each side said, as queries see them. */

import type { ReadableDb } from '../database'
import { prepared } from '../prepared'

export interface DisputeRecord {
  readonly id: string
  readonly shopId: string
  readonly creatorId: string
  readonly handle: string | null
  readonly month: string | null
  readonly statementId: string | null
  readonly statementNumber: string | null
  readonly title: string
  /** Minor units of `currency`. */
  readonly claimed: number | null
  readonly currency: string | null
  readonly openedAt: number
  readonly closedAt: number | null
  readonly outcome: string | null
  readonly granted: number | null
  readonly owner: string | null
  readonly note: string | null
  /** Words of both sides. */
  readonly notes: number
}

const SELECT = `SELECT d.id, d.shop_id AS shopId, d.creator_id AS creatorId, c.handle, d.month, d.statement_id AS statementId,
  s.number AS statementNumber, coalesce(d.title, '') AS title, d.claimed, d.currency, coalesce(d.opened_at, 0) AS openedAt,
  d.closed_at AS closedAt, d.outcome, d.granted, d.owner, d.note,
  (SELECT count(*) FROM shown_dispute_notes n WHERE n.dispute_id = d.id) AS notes
  FROM shown_disputes d LEFT JOIN creators c ON c.id = d.creator_id LEFT JOIN statements s ON s.id = d.statement_id
  WHERE d.shop_id IS NOT NULL AND d.creator_id IS NOT NULL`

export interface DisputeFilter {
  readonly id?: string | undefined
  readonly shopIds?: readonly string[] | undefined
  readonly creatorId?: string | undefined
  /** True: those that nobody has ended yet. */
  readonly open?: boolean | undefined
}

/** Open ones first, then the newest. */
export function listDisputes(db: ReadableDb, { id, shopIds, creatorId, open }: DisputeFilter): DisputeRecord[] {
  const conditions = [
    ...(id === undefined ? [] : ['d.id = @id']),
    ...(shopIds === undefined ? [] : ['d.shop_id IN (SELECT value FROM json_each(@shops))']),
    ...(creatorId === undefined ? [] : ['d.creator_id = @creatorId']),
    ...(open === undefined ? [] : [`(d.closed_at IS NULL) = @open`]),
  ]
  const where = conditions.map((condition) => ` AND ${condition}`).join('')
  const values = {
    ...(id !== undefined && { id }),
    ...(shopIds !== undefined && { shops: JSON.stringify(shopIds) }),
    ...(creatorId !== undefined && { creatorId }),
    ...(open !== undefined && { open: Number(open) }),
  }
  // The columns are those of the row's type.
  return prepared(db.$client, `${SELECT}${where} ORDER BY d.closed_at IS NOT NULL, d.opened_at DESC, d.id`).all(
    values,
  ) as DisputeRecord[]
}

export interface DisputeNoteRecord {
  readonly id: string
  readonly side: string
  readonly at: number
  readonly person: string | null
  readonly text: string
  readonly orders: string
}

/** What both sides said, the first word first. */
export function disputeNotes(db: ReadableDb, disputeId: string): DisputeNoteRecord[] {
  // The columns are those of the row's type.
  return prepared(
    db.$client,
    `SELECT id, coalesce(side, '') AS side, coalesce(at, 0) AS at, person, coalesce(text, '') AS text, coalesce(orders, '') AS orders
     FROM shown_dispute_notes WHERE dispute_id = ? ORDER BY at, id`,
  ).all(disputeId) as DisputeNoteRecord[]
}

/** How many disputes over a shop's month nobody has ended yet, by creator. */
export function openDisputes(db: ReadableDb, shopId: string, month: string): ReadonlyMap<string, number> {
  // The columns are the type's.
  const rows = prepared(
    db.$client,
    `SELECT creator_id AS creatorId, count(*) AS open FROM shown_disputes
     WHERE shop_id = ? AND month = ? AND closed_at IS NULL AND creator_id IS NOT NULL GROUP BY creator_id`,
  ).all(shopId, month) as { creatorId: string; open: number }[]
  return new Map(rows.map(({ creatorId, open }) => [creatorId, open]))
}
