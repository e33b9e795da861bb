/** Up to where the person at this computer has looked at colleagues' work, and what came since. Local. */

import { readMeta, writeMeta } from '../meta'
import type { Sqlite, WritableDb } from '../database'
import type { Vector } from './types'

export interface Looked {
  readonly at: number
  readonly vector: Vector
}

/** Null: never. */
export function readLooked(sqlite: Sqlite): Looked | null {
  const stored = readMeta(sqlite, 'looked')
  if (typeof stored !== 'string') return null
  // Written by `writeLooked` alone.
  const { at, vector } = JSON.parse(stored) as { readonly at: number; readonly vector: Record<string, number> }
  return { at, vector: new Map(Object.entries(vector)) }
}

export function writeLooked(tx: WritableDb, { at, vector }: Looked): void {
  writeMeta(tx.$client, 'looked', JSON.stringify({ at, vector: Object.fromEntries(vector) }))
}

/** A step of somebody else. */
export interface StepTaken {
  readonly author: string
  readonly wall: number
  readonly label: string
  readonly n_ops: number
  readonly body: Buffer
}

/** A replica's steps beyond `after`, the latest first. */
export function stepsAfter(sqlite: Sqlite, replica: string, after: number): StepTaken[] {
  return sqlite
    .prepare<[Buffer, number], StepTaken>(
      `SELECT t.author, t.wall, t.label, t.n_ops, l.body FROM sync_replica r
       JOIN sync_tx t ON t.rid = r.rid JOIN sync_log l ON l.rid = t.rid AND l.seq = t.seq
       WHERE r.id = ? AND t.seq > ? ORDER BY t.seq DESC`,
    )
    .all(Buffer.from(replica, 'hex'), after)
}

/** Steps of newer apps of which something waits for an update. */
export function countParked(sqlite: Sqlite): number {
  return sqlite.prepare<[], number>('SELECT count(DISTINCT rid * 4294967296 + seq) FROM sync_parked').pluck().get() ?? 0
}

/** A package or a delivery that brought something. */
export interface ArrivalRow {
  readonly id: number
  readonly kind: 'file' | 'folder' | 'join'
  readonly name: string
  /** Whose work most of it is. */
  readonly person: string
  readonly at: number
  readonly changes: number
}

/** The latest first. */
export function listArrivals(sqlite: Sqlite, limit: number): ArrivalRow[] {
  return sqlite
    .prepare<[number], ArrivalRow>(
      `SELECT a.id, a.kind, a.name, a.at, a.changes, coalesce((SELECT author FROM sync_tx t WHERE t.arrival = a.id
         GROUP BY author ORDER BY count(*) DESC, author LIMIT 1), '') AS person
       FROM sync_arrivals a WHERE a.changes > 0 ORDER BY a.id DESC LIMIT ?`,
    )
    .all(limit)
}
