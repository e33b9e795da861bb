/** Taking a batch back, bringing it back, and working the merged state out again from the chunks. */

import type { Database } from 'better-sqlite3'

import { AppError } from '../../shared/errors'
import { factBatchesOf, findFactBatch, isIncome, precedenceRanks } from './batches'
import { DimNumbers } from './dims'
import { type Feed, feedBatch, OrderCollector } from './feed'
import { IdMap } from './id-map'
import { bumpVersion } from './import'
import { monthsOfBatch, rebuildIncome, refreshIncome } from './income-store'
import { Merger } from './merge'
import { Pacer } from './pacer'
import { gatherRows, newRows, type Rows } from './rows'
import { SegmentStore, type StoreMode } from './segment-store'
import type { FactBatch, RecordIds, Retraction } from './types'

interface Shop {
  readonly no: number
  readonly id: string
}

/**
 * Takes a batch back in the caller's transaction: its lines become what the other live files say. Idempotent.
 * Only segments that hold its lines are rewritten, only chunks that may hold the same orders are read.
 */
export async function retractBatch(db: Database, batchId: string, recordIds: RecordIds): Promise<Retraction> {
  const batch = known(db, batchId)
  const shop = shopOf(db, batch.shopId)
  db.prepare('UPDATE fact_batches SET live = 0 WHERE no = ?').run(batch.no)
  if (isIncome(batch)) return { linesRemoved: await changeIncome(db, shop, batch), linesRestored: 0 }
  const store = new SegmentStore(db, 'workspace')
  const pacer = new Pacer()
  const lost = new OrderCollector(new IdMap())
  let linesRemoved = 0
  for (const month of monthsOf(db, batch.no)) {
    const rows = store.rows(shop.no, month)
    const kept = rows === null ? null : without(rows, batch.no, lost)
    if (rows !== null && kept !== null && kept.length < rows.length) {
      linesRemoved += rows.length - kept.length
      store.put(shop.no, month, kept)
    }
    await pacer.breathe()
  }
  let linesRestored = 0
  if (linesRemoved > 0) {
    const orders = lost.set
    const live = factBatchesOf(db, shop.no).filter((other) => other.live)
    const merger = await feedAll(db, shop, live, store, { pacer, orders, recordIds, write: true })
    linesRestored = merger.counts.inserted
  }
  bumpVersion(db, shop.no)
  return { linesRemoved, linesRestored }
}

/** Brings a retracted batch back in the caller's transaction; answers how many lines it now stands behind. */
export async function restoreBatch(
  db: Database,
  batchId: string,
  recordIds: RecordIds,
): Promise<{ readonly lines: number }> {
  const batch = known(db, batchId)
  const shop = shopOf(db, batch.shopId)
  db.prepare('UPDATE fact_batches SET live = 1 WHERE no = ?').run(batch.no)
  if (isIncome(batch)) return { lines: await changeIncome(db, shop, batch) }
  const store = new SegmentStore(db, 'workspace')
  const merger = await feedAll(db, shop, [batch], store, { pacer: new Pacer(), orders: null, recordIds, write: true })
  bumpVersion(db, shop.no)
  return { lines: merger.counts.inserted + merger.counts.updated }
}

/** Brings the months of an income file in line with which files are live now; answers how many lines came or went. */
async function changeIncome(db: Database, shop: Shop, { no }: FactBatch): Promise<number> {
  const count = db
    .prepare<[number], number>('SELECT coalesce(sum(lines), 0) FROM income_segments WHERE shop_no = ?')
    .pluck()
  const before = count.get(shop.no)!
  await refreshIncome(db, shop.no, monthsOfBatch(db, no))
  bumpVersion(db, shop.no)
  return Math.abs(count.get(shop.no)! - before)
}

/** Works all segments and day sums out again from the live batches' chunks, in the caller's transaction. */
export async function rebuildAll(db: Database, recordIds: RecordIds): Promise<void> {
  db.exec('DELETE FROM fact_segments; DELETE FROM fact_days; DELETE FROM fact_split_orders;')
  await recompute(db, new SegmentStore(db, 'workspace'), recordIds, 'workspace')
  await rebuildIncome(db)
}

/** Merges all live batches into an empty store. */
export async function recompute(
  db: Database,
  store: SegmentStore,
  recordIds: RecordIds,
  mode: StoreMode,
): Promise<void> {
  const pacer = new Pacer()
  for (const shop of shops(db)) {
    const live = factBatchesOf(db, shop.no).filter((batch) => batch.live)
    await feedAll(db, shop, live, store, { pacer, orders: null, recordIds, write: mode === 'workspace' })
    if (mode === 'workspace') {
      bumpVersion(db, shop.no)
    }
  }
}

interface FeedSpec extends Pick<Feed, 'pacer' | 'orders'> {
  readonly recordIds: RecordIds
  readonly write: boolean
}

async function feedAll(
  db: Database,
  shop: Shop,
  batches: readonly FactBatch[],
  store: SegmentStore,
  spec: FeedSpec,
): Promise<Merger> {
  const ranks = precedenceRanks(factBatchesOf(db, shop.no))
  const merger = new Merger(store, shop.no, ranks, spec.pacer)
  const dims = new DimNumbers(db, {
    shopId: shop.id,
    shopNo: shop.no,
    recordIds: spec.recordIds,
    write: spec.write,
  })
  for (const batch of batches) {
    await feedBatch(db, batch, { dims, merger, pacer: spec.pacer, orders: spec.orders })
  }
  return merger
}

/** The rows of other batches; orders of the removed ones go into `lost`. */
function without(rows: Rows, batchNo: number, lost: OrderCollector): Rows {
  const take = new Int32Array(rows.length)
  let length = 0
  for (let i = 0; i < rows.length; i++) {
    if (rows.batch[i] === batchNo) lost.add(rows.orderHigh[i]!, rows.orderLow[i]!)
    else take[length++] = i
  }
  const kept = newRows(length)
  gatherRows(kept, rows, rows, take, length)
  return kept
}

function monthsOf(db: Database, batchNo: number): number[] {
  // A list of one text column, each a JSON list of numbers written by `ChunkWriter`.
  const lists = db.prepare('SELECT months FROM fact_chunks WHERE batch_no = ?').pluck().all(batchNo) as string[]
  const months = new Set(lists.flatMap((list) => JSON.parse(list) as number[]))
  return [...months].toSorted((a, b) => a - b)
}

function known(db: Database, batchId: string): FactBatch {
  const batch = findFactBatch(db, batchId)
  if (batch === undefined) {
    throw new AppError('import.notFound', { id: batchId })
  }
  return batch
}

function shopOf(db: Database, shopId: string): Shop {
  // The batch refers to the shop.
  return db.prepare('SELECT no, id FROM dim_shops WHERE id = ?').get(shopId) as Shop
}

function shops(db: Database): Shop[] {
  // The statement's columns are the type's.
  return db.prepare('SELECT no, id FROM dim_shops ORDER BY no').all() as Shop[]
}
