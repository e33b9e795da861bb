/**
 * Where each imported file stands: what its record says, and which of its lines are here.
 *
 * The record travels in the log and is believed; the lines travel beside it and may come earlier or later.
 */

import type { Database } from 'better-sqlite3'

import { IMPORT_KINDS, isImportKind } from '../../shared/domain/imports'
import { contentOf, decodeManifest, type ImportManifest } from './manifest'

/** What the record asks for; `kindRank` null: an export that this build does not know. */
export interface WantedImport {
  readonly shopId: string
  readonly kindRank: number
  /** UTC ms; null: the latest second in the lines. */
  readonly asof: number | null
  readonly content: string | null
}

/** Lines that are merged, or were and can be again. */
export interface StoredBatch {
  readonly no: number
  readonly live: boolean
  readonly shopId: string
  readonly kindRank: number
  readonly asof: number
  readonly maxSecond: number
  readonly content: string
}

export interface Standing {
  readonly id: string
  /** Null: no record, a deleted one, or one that this build cannot use. */
  readonly wanted: WantedImport | null
  readonly batch: StoredBatch | null
}

interface Row {
  readonly id: string
  readonly deleted: number
  readonly shopId: string | null
  readonly kind: string | null
  readonly asOf: number | null
  readonly content: string | null
  readonly no: number | null
  readonly live: number
  readonly batchShopId: string
  readonly kindRank: number
  readonly asof: number
  readonly maxSecond: number
  readonly batchContent: string | null
}

const BATCH = `b.no, b.live, s.id AS batchShopId, b.kind_rank AS kindRank, b.asof, b.max_second AS maxSecond, b.content AS batchContent`
const RECORDED = `SELECT i.id, i._del AS deleted, i.shop_id AS shopId, i.kind, i.as_of AS asOf, i.content, ${BATCH}
  FROM imports i LEFT JOIN fact_batches b ON b.id = i.id LEFT JOIN dim_shops s ON s.no = b.shop_no`
const UNRECORDED = `SELECT b.id, 1 AS deleted, NULL AS shopId, NULL AS kind, NULL AS asOf, NULL AS content, ${BATCH}
  FROM fact_batches b JOIN dim_shops s ON s.no = b.shop_no WHERE NOT EXISTS (SELECT 1 FROM imports i WHERE i.id = b.id)`

/** Of every import that has a record or lines. */
export function standings(db: Database): Standing[] {
  const rows = db.prepare<[], Row>(`${RECORDED} UNION ALL ${UNRECORDED} ORDER BY 1`).all()
  return rows.map((row) => toStanding(db, row))
}

export function standingOf(db: Database, id: string): Standing {
  const row =
    db.prepare<[string], Row>(`${RECORDED} WHERE i.id = ?`).get(id) ??
    db.prepare<[string], Row>(`${UNRECORDED} AND b.id = ?`).get(id)
  return row === undefined ? { id, wanted: null, batch: null } : toStanding(db, row)
}

function toStanding(db: Database, row: Row): Standing {
  return { id: row.id, wanted: wantedOf(row), batch: batchOf(db, row) }
}

function wantedOf({ deleted, shopId, kind, asOf, content }: Row): WantedImport | null {
  if (deleted !== 0 || shopId === null || !isImportKind(kind)) {
    return null
  }
  return { shopId, kindRank: IMPORT_KINDS[kind].rank, asof: asOf, content }
}

function batchOf(db: Database, row: Row): StoredBatch | null {
  const { no, live, batchShopId: shopId, kindRank, asof, maxSecond, batchContent } = row
  return no === null
    ? null
    : {
        no,
        live: live === 1,
        shopId,
        kindRank,
        asof,
        maxSecond,
        content: batchContent ?? contentOf(chunkHashes(db, no)),
      }
}

export function chunkHashes(db: Database, batchNo: number): string[] {
  return db
    .prepare<[number], string>('SELECT sha256 FROM fact_chunks WHERE batch_no = ? ORDER BY n')
    .pluck()
    .all(batchNo)
}

/** Whether the lines that are here are those that the record speaks of. */
export function fits(wanted: WantedImport, batch: StoredBatch): boolean {
  return wanted.content === null || wanted.content === batch.content
}

/** Whether an import counts and all of its lines are here. */
export function isHere({ wanted, batch }: Standing): boolean {
  return wanted !== null && batch !== null && batch.live && fits(wanted, batch)
}

/** The list of chunks that somebody sent, unless the record says that the lines are others. */
export function announcedChunks(db: Database, { id, wanted }: Standing): ImportManifest | null {
  const body = db.prepare<[string], Uint8Array>('SELECT body FROM fact_manifests WHERE batch_id = ?').pluck().get(id)
  const manifest = body === undefined ? null : decodeManifest(body)
  const content = wanted?.content ?? null
  if (manifest === null || (content !== null && content !== contentOf(manifest.chunks.map(({ sha256 }) => sha256)))) {
    return null
  }
  return manifest
}
