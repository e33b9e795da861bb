/** Merging a stored batch's lines again, from its chunks. */

import type { Database } from 'better-sqlite3'

import { chunkNumbers, readChunk } from './batches'
import { CHUNK_LINES } from './chunk'
import type { DimNumbers } from './dims'
import { idHex, type IdMap } from './id-map'
import type { Merger } from './merge'
import type { Pacer } from './pacer'
import { Pending } from './pending'
import type { FactBatch } from './types'

/** Orders whose lines are wanted, and the range of their ids as hex digits. */
export interface OrderSet {
  readonly ids: IdMap
  readonly min: string
  readonly max: string
}

export interface Feed {
  readonly dims: DimNumbers
  readonly merger: Merger
  readonly pacer: Pacer
  /** null: all lines. */
  readonly orders: OrderSet | null
  readonly flushLines?: number
}

const FLUSH_LINES = 500_000

export async function feedBatch(
  db: Database,
  batch: Pick<FactBatch, 'no'>,
  { dims, merger, pacer, orders, flushLines = FLUSH_LINES }: Feed,
): Promise<void> {
  const pending = new Pending()
  for (const n of orders === null ? chunkNumbers(db, batch.no) : chunksWithin(db, batch.no, orders)) {
    const { batch: lines, texts } = await readChunk(db, batch.no, n)
    const high = lines.idsHigh.orderId
    const low = lines.idsLow.orderId
    const pick = new Int32Array(lines.length)
    let count = 0
    for (let i = 0; i < lines.length; i++) {
      if (orders === null || orders.ids.get(high[i]!, low[i]!) !== 0) pick[count++] = i
    }
    pending.add(lines, texts, dims, batch.no, n * CHUNK_LINES, pick.subarray(0, count))
    await pacer.breathe()
    if (pending.rows.length >= flushLines) {
      await merger.merge(pending.rows)
      pending.clear()
    }
  }
  await merger.merge(pending.rows)
}

function chunksWithin(db: Database, batchNo: number, { min, max }: OrderSet): number[] {
  // A list of one integer column.
  return db
    .prepare('SELECT n FROM fact_chunks WHERE batch_no = ? AND order_max >= ? AND order_min <= ? ORDER BY n')
    .pluck()
    .all(batchNo, min, max) as number[]
}

/** Grows by whole orders. */
export class OrderCollector {
  private readonly ids: IdMap
  private min = 'g'
  private max = ''

  constructor(ids: IdMap) {
    this.ids = ids
  }

  add(high: number, low: number): void {
    if (this.ids.get(high, low) === 0) {
      this.ids.add(high, low, 1)
      const hex = idHex(high, low)
      if (hex < this.min) this.min = hex
      if (hex > this.max) this.max = hex
    }
  }

  get set(): OrderSet {
    return { ids: this.ids, min: this.min, max: this.max }
  }
}
