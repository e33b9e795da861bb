/** Everybody's steps, as the log has them. */

import { type Cell, decodeBody, FLAG_CLOCK_IN_DOUBT, FLAG_REDO, FLAG_UNDO, type Op } from '../../shared/sync/body'
import type { ReadableDb } from '../database'

export interface AuditFilter {
  readonly person?: string | undefined
  /** 16 hex digits. */
  readonly replicaId?: string | undefined
  readonly from?: number | undefined
  readonly to?: number | undefined
  readonly search: string
}

export interface AuditRow {
  readonly replica: string
  readonly rid: number
  readonly seq: number
  readonly at: number
  readonly person: string
  readonly label: string
  readonly changes: number
  readonly kind: 'done' | 'undo' | 'redo'
  readonly clockInDoubt: boolean
  readonly via: string | null
}

type Stored = Omit<AuditRow, 'kind' | 'clockInDoubt'> & { readonly flags: number }

function whereOf({ person, replicaId, from, to, search }: AuditFilter): { sql: string; values: (string | number)[] } {
  const conditions: (readonly [string, string | number])[] = []
  if (person !== undefined) conditions.push(['t.author = ?', person])
  if (replicaId !== undefined) conditions.push(['lower(hex(r.id)) = ?', replicaId])
  if (from !== undefined) conditions.push(['t.wall >= ?', from])
  if (to !== undefined) conditions.push(['t.wall <= ?', to])
  if (search.trim() !== '') conditions.push(['instr(lower(t.label), ?) > 0', search.trim().toLowerCase()])
  const sql = conditions.length === 0 ? '' : `WHERE ${conditions.map(([condition]) => condition).join(' AND ')}`
  return { sql, values: conditions.map(([, value]) => value) }
}

const FROM = 'FROM sync_tx t JOIN sync_replica r ON r.rid = t.rid LEFT JOIN sync_arrivals a ON a.id = t.arrival'

/** One page, the newest first, and how many there are in all. */
export function pageAudit(
  db: ReadableDb,
  filter: AuditFilter,
  page: { readonly offset: number; readonly limit: number },
): { rows: AuditRow[]; total: number } {
  const { sql, values } = whereOf(filter)
  const rows = db.$client
    .prepare<unknown[], Stored>(
      `SELECT lower(hex(r.id)) AS replica, t.rid, t.seq, t.wall AS at, t.author AS person, t.label, t.n_ops AS changes, t.flags,
         a.name AS via ${FROM} ${sql} ORDER BY t.hlc DESC, r.id DESC LIMIT ? OFFSET ?`,
    )
    .all(...values, page.limit, page.offset)
  const total =
    db.$client
      .prepare<unknown[], number>(`SELECT count(*) ${FROM} ${sql}`)
      .pluck()
      .get(...values) ?? 0
  return { rows: rows.map(toRow), total }
}

function toRow({ flags, ...row }: Stored): AuditRow {
  const kind = (flags & FLAG_UNDO) !== 0 ? 'undo' : (flags & FLAG_REDO) !== 0 ? 'redo' : 'done'
  return { ...row, kind, clockInDoubt: (flags & FLAG_CLOCK_IN_DOUBT) !== 0 }
}

/** Whose steps are here, by name. */
export function auditPeople(db: ReadableDb): string[] {
  return db.$client.prepare<[], string>('SELECT DISTINCT author FROM sync_tx ORDER BY author').pluck().all()
}

/** The operations of a step; null when its body is not here. */
export function auditOps(db: ReadableDb, replica: string, seq: number): { rid: number; ops: readonly Op[] } | null {
  const entry = db.$client
    .prepare<[string, number], { rid: number; body: Buffer }>(
      'SELECT l.rid, l.body FROM sync_log l JOIN sync_replica r ON r.rid = l.rid WHERE lower(hex(r.id)) = ? AND l.seq = ?',
    )
    .get(replica, seq)
  return entry ? { rid: entry.rid, ops: decodeBody(entry.body).ops } : null
}

/** What a step overwrote in a record here, by column; −1 is the record itself (`absent`, `derived`, `deleted`, `alive`). */
export function overwrittenBy(
  db: ReadableDb,
  step: { readonly rid: number; readonly seq: number },
  table: number,
  id: string,
): ReadonlyMap<number, Cell> {
  const rows = db.$client
    .prepare<[number, string, number, number], { col: number; val: Cell }>(
      'SELECT col, val FROM sync_past WHERE tbl = ? AND row = ? AND by_rid = ? AND by_seq = ?',
    )
    .all(table, id, step.rid, step.seq)
  return new Map(rows.map(({ col, val }) => [col, val]))
}

/** The bodies of these steps, for hashing; in the order of the rows. */
export function auditBodies(db: ReadableDb, rows: readonly Pick<AuditRow, 'rid' | 'seq'>[]): (Buffer | null)[] {
  const find = db.$client
    .prepare<[number, number], Buffer>('SELECT body FROM sync_log WHERE rid = ? AND seq = ?')
    .pluck()
  return rows.map(({ rid, seq }) => find.get(rid, seq) ?? null)
}
