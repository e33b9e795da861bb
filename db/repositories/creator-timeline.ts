/** What names a creator outside of their own records: imported files, merges that were, first steps of records. */

import { ENTITIES, type EntityName } from '../../shared/sync/registry'
import type { ReadableDb } from '../database'

export interface NamingImport {
  readonly id: string
  readonly creatorId: string
  readonly shopId: string
  readonly fileName: string | null
  readonly importedAt: number | null
}

/** Live imported order files whose lines name one of these creators. */
export function importsNaming(db: ReadableDb, creatorIds: readonly string[]): NamingImport[] {
  return db.$client
    .prepare<[string], NamingImport>(
      `SELECT DISTINCT i.id, d.id AS creatorId, i.shop_id AS shopId, i.file_name AS fileName, i.imported_at AS importedAt
       FROM dim_creators d CROSS JOIN fact_batch_dims f ON f.kind = 1 AND f.dim_no = d.no
       JOIN fact_batches b ON b.no = f.batch_no AND b.live = 1 JOIN imports i ON i.id = b.id AND i._del = 0
       WHERE d.id IN (SELECT value FROM json_each(?))`,
    )
    .all(JSON.stringify(creatorIds))
}

/** Every name that ever was another name of these creators, or that they were of somebody, taken back or not. */
export function mergesOf(
  db: ReadableDb,
  creatorIds: readonly string[],
): { readonly id: string; readonly toId: string }[] {
  const ids = JSON.stringify(creatorIds)
  return db.$client
    .prepare<[string, string], { id: string; toId: string }>(
      `SELECT id, to_id AS toId FROM aliases WHERE entity = 'creators' AND to_id IS NOT NULL
       AND (to_id IN (SELECT value FROM json_each(?)) OR id IN (SELECT value FROM json_each(?)))`,
    )
    .all(ids, ids)
}

/** When a record was first written, and by whom; null for one that is in no step. */
export function firstStep(
  db: ReadableDb,
  name: EntityName,
  id: string,
): { readonly at: number; readonly author: string } | null {
  return (
    db.$client
      .prepare<[number, string], { at: number; author: string }>(
        `SELECT t.wall AS at, t.author FROM log_index i JOIN sync_tx t ON t.rid = i.rid AND t.seq = i.seq
         WHERE i.tbl = ? AND i.row = ? ORDER BY t.hlc LIMIT 1`,
      )
      .get(ENTITIES[name].n, id) ?? null
  )
}
