/** Creators as queries see them: those that people added and those that imported lines name, duplicates made one. */

import type { ReadableDb, WritableDb } from '../database'

export interface CreatorRow {
  readonly id: string
  readonly handle: string | null
  readonly displayName: string | null
  readonly market: string | null
  readonly remark: string | null
  readonly shops: number
}

export interface CreatorDetails extends CreatorRow {
  readonly phone: string | null
  readonly email: string | null
  /** JSON. */
  readonly tags: string | null
}

/** By merged creator: the one that it is another name of. Every chain is followed to its end. */
export type Merged = ReadonlyMap<string, string>

/** Pairs of a merged creator and the living one that it is another name of; its one parameter is `pairsOf`. */
const ALIAS = `WITH alias (loser, winner) AS MATERIALIZED (
  SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]') FROM json_each(?)
  WHERE EXISTS (SELECT 1 FROM creators w WHERE w.id = json_extract(value, '$[1]') AND w._del = 0))`

function pairsOf(merged: Merged): string {
  return JSON.stringify([...merged])
}

/** Dimension `d` is creator `c` under one of their names. */
const IS_C = 'd.id IN (SELECT c.id UNION ALL SELECT loser FROM alias WHERE winner = c.id)'

/** Shops whose live files name creator `c`. From the creator on: SQLite would go through all files of everybody first. */
const SHOPS = `(SELECT count(DISTINCT b.shop_no) FROM dim_creators d CROSS JOIN fact_batch_dims f ON f.kind = 1 AND f.dim_no = d.no
  JOIN fact_batches b ON b.no = f.batch_no AND b.live = 1 WHERE ${IS_C})`

const COLUMNS = `c.id, c.handle, c.display_name AS displayName, c.market, c.remark, ${SHOPS} AS shops`

/** One living creator, merged or not. */
export function findCreator(db: ReadableDb, merged: Merged, id: string): CreatorDetails | null {
  return (
    db.$client
      .prepare<[string, string], CreatorDetails>(
        `${ALIAS} SELECT ${COLUMNS}, c.phone, c.email, c.tags FROM creators c WHERE c.id = ? AND c._del = 0`,
      )
      .get(pairsOf(merged), id) ?? null
  )
}

/** The handles of these creators, by id; also of such as only imported lines name, or nobody any more. */
export function handlesOf(db: ReadableDb, ids: readonly string[]): ReadonlyMap<string, string> {
  const rows = db.$client
    .prepare<[string], { id: string; handle: string | null }>(
      'SELECT id, handle FROM creators WHERE id IN (SELECT value FROM json_each(?)) ORDER BY handle, id',
    )
    .all(JSON.stringify(ids))
  return new Map(rows.map(({ id, handle }) => [id, handle ?? id]))
}

/** Of those of these creators that are not deleted. */
export function livingHandles(db: ReadableDb, ids: readonly string[]): ReadonlyMap<string, string> {
  const rows = db.$client
    .prepare<[string], { id: string; handle: string }>(
      'SELECT id, handle FROM creators WHERE _del = 0 AND handle IS NOT NULL AND id IN (SELECT value FROM json_each(?))',
    )
    .all(JSON.stringify(ids))
  return new Map(rows.map(({ id, handle }) => [id, handle]))
}

/** Of these creators those that are not deleted. */
export function livingCreators(db: ReadableDb, ids: readonly string[]): ReadonlySet<string> {
  const rows = db.$client
    .prepare<[string], string>('SELECT id FROM creators WHERE _del = 0 AND id IN (SELECT value FROM json_each(?))')
    .pluck()
    .all(JSON.stringify(ids))
  return new Set(rows)
}

/** What people said is the same record, of one entity: `[id, toId]`, live rows only, by id. */
export function listAliases(db: ReadableDb, entity: string): (readonly [id: string, toId: string])[] {
  return db.$client
    .prepare<[string], { id: string; toId: string }>(
      `SELECT id, to_id AS toId FROM aliases WHERE _del = 0 AND entity = ? AND to_id IS NOT NULL ORDER BY id`,
    )
    .all(entity)
    .map(({ id, toId }) => [id, toId])
}

/**
 * Makes a creator that only imports named a record of its own, so that it stays when the import is taken back. Whoever
 * writes something that points to a creator calls it.
 */
export function keepCreator(tx: WritableDb, id: string): void {
  tx.$client.prepare('UPDATE creators SET starred = coalesce(starred, 0) WHERE id = ? AND _flag = 1').run(id)
}

/** What is known of a creator before somebody is added under the same handle. */
export interface CreatorState {
  readonly id: string
  readonly handle: string
  readonly displayName: string | null
  readonly market: string | null
  /** JSON. */
  readonly tags: string | null
  readonly living: boolean
}

/** Those of these creators that are there, by id; deleted ones too. */
export function creatorStates(db: ReadableDb, ids: readonly string[]): ReadonlyMap<string, CreatorState> {
  const rows = db.$client
    .prepare<[string], Omit<CreatorState, 'living' | 'handle'> & { handle: string | null; deleted: number }>(
      `SELECT id, handle, display_name AS displayName, market, tags, _del AS deleted FROM creators
       WHERE id IN (SELECT value FROM json_each(?))`,
    )
    .all(JSON.stringify(ids))
  return new Map(
    rows.map(({ deleted, ...row }) => [row.id, { ...row, handle: row.handle ?? row.id, living: deleted === 0 }]),
  )
}
