/** Making a colleague's lines count: from staged chunks to segments, in the caller's transaction, all or nothing. */

import type { Sqlite, WritableDb } from '../database'
import { factBatchesOf, isIncome, precedenceRanks, readExtent } from './batches'
import { followNames } from './derived-records'
import { DimNumbers, shopNumber } from './dims'
import { forgetStaged } from './exchange'
import { feedBatch } from './feed'
import { bumpVersion, forgetBatch, recordNames } from './import'
import { monthsOfBatch, refreshIncome } from './income-store'
import { contentOf, type ManifestChunk } from './manifest'
import { Merger } from './merge'
import { Pacer } from './pacer'
import { retractBatch } from './rebuild'
import { SegmentStore } from './segment-store'
import type { StoredBatch, WantedImport } from './standing'
import type { RecordIds } from './types'

export interface Publication {
  readonly id: string
  readonly wanted: WantedImport
  /** All of them are here, staged or as part of other imports. */
  readonly chunks: readonly ManifestChunk[]
  /** Lines kept under this id that are others than the record speaks of; they go. */
  readonly old: StoredBatch | null
  readonly recordIds: RecordIds
}

/** Publishes an import's lines; answers how many lines it now stands behind. */
export async function publishBatch(tx: WritableDb, publication: Publication): Promise<number> {
  const { id, wanted, chunks, old } = publication
  const db = tx.$client
  // COALESCE always answers with one number. Never one that caches may know.
  const no = db.prepare<[], number>('SELECT COALESCE(MAX(no), 0) + 1 FROM fact_batches').pluck().get()!
  const maxSecond = await takeChunks(tx, no, chunks)
  if (old !== null) await forgetOld(tx, publication, old)
  const shopNo = shopNumber(db, wanted.shopId, true)
  const content = contentOf(chunks.map(({ sha256 }) => sha256))
  const rows = chunks.reduce((sum, chunk) => sum + chunk.rows, 0)
  db.prepare(
    'INSERT INTO fact_batches (no, id, shop_no, kind_rank, asof, max_second, rows, live, content) VALUES (?, ?, ?, ?, ?, ?, ?, 1, ?)',
  ).run(no, id, shopNo, wanted.kindRank, asofOf(wanted, maxSecond), maxSecond, rows, content)
  const lines = isIncome(wanted)
    ? await publishIncome(db, shopNo, no)
    : await publishOrders(tx, publication, shopNo, no)
  bumpVersion(db, shopNo)
  db.prepare('DELETE FROM fact_manifests WHERE batch_id = ?').run(id)
  return lines
}

async function publishOrders(
  tx: WritableDb,
  { wanted: { shopId }, recordIds }: Publication,
  shopNo: number,
  no: number,
): Promise<number> {
  const db = tx.$client
  const pacer = new Pacer()
  const ranks = precedenceRanks(factBatchesOf(db, shopNo))
  const merger = new Merger(new SegmentStore(db, 'workspace'), shopNo, ranks, pacer)
  const dims = new DimNumbers(db, { shopId, shopNo, recordIds, write: true })
  await feedBatch(db, { no }, { dims, merger, pacer, orders: null })
  recordNames(db, no, dims)
  await followNames(tx, { no, shopId, live: true })
  return merger.counts.inserted + merger.counts.updated
}

/** Throws where the chunks are of order lines: then the record is not of these. */
async function publishIncome(db: Sqlite, shopNo: number, no: number): Promise<number> {
  await refreshIncome(db, shopNo, monthsOfBatch(db, no))
  return db.prepare<[number], number>('SELECT rows FROM fact_batches WHERE no = ?').pluck().get(no)!
}

/** Export time by the record, else the latest second in the lines. */
export function asofOf(wanted: WantedImport, maxSecond: number): number {
  return wanted.asof ?? maxSecond * 1000
}

/** Moves the chunks into the batch, or copies them from another one; answers the latest second in them. */
async function takeChunks(tx: WritableDb, no: number, chunks: readonly ManifestChunk[]): Promise<number> {
  const db = tx.$client
  const columns = 'sha256, rows, months, order_min, order_max, bytes'
  const fill = (table: string) =>
    db.prepare(
      `INSERT INTO fact_chunks (batch_no, n, ${columns}) SELECT ?, ?, ${columns} FROM ${table} WHERE sha256 = ? LIMIT 1`,
    )
  const [fromStaged, fromOthers] = [fill('fact_staged'), fill('fact_chunks')]
  const staged = db.prepare<[string], number>('SELECT max_second FROM fact_staged WHERE sha256 = ?').pluck()
  let latest = 0
  for (const [n, { sha256, rows }] of chunks.entries()) {
    const second = staged.get(sha256)
    const taken = second === undefined ? fromOthers.run(no, n, sha256) : fromStaged.run(no, n, sha256)
    const found = db
      .prepare<[number, number], number>('SELECT rows FROM fact_chunks WHERE batch_no = ? AND n = ?')
      .pluck()
    if (taken.changes === 0 || found.get(no, n) !== rows) {
      throw new RangeError(`chunk ${sha256} is not here with ${rows} lines`)
    }
    latest = Math.max(latest, second ?? (await readExtent(db, no, n)).maxSecond)
  }
  forgetStaged(db, no)
  return latest
}

async function forgetOld(
  tx: WritableDb,
  { id, recordIds }: Publication,
  { no, live, shopId }: StoredBatch,
): Promise<void> {
  const db = tx.$client
  if (live) {
    await retractBatch(db, id, recordIds)
    await followNames(tx, { no, shopId, live: false })
  }
  forgetBatch(db, no)
}
