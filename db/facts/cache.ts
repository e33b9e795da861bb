/**
 * The columns that reports add up, in memory: loaded shop by shop when first asked for, dropped when the shop's lines
 * change or room is needed.
 */

import type { Database } from 'better-sqlite3'

import type { LineBatch, TextLists } from '../../shared/domain/line-batch'
import { readChunk } from './batches'
import { PackedColumns } from './columns'
import { Contents } from './contents'
import { IdMap } from './id-map'
import { Names } from './names'
import { FIRST_OF_ORDER, SAMPLE_FLAG } from './rows'

export type Money = Int32Array | Float64Array

/** One segment's hot columns. Rows of one order stand together, its first row is flagged. */
export interface HotColumns {
  readonly month: number
  readonly length: number
  readonly firstDay: number
  readonly lastDay: number
  readonly day: Int32Array
  readonly creator: Int32Array
  readonly product: Int32Array
  readonly flags: Uint8Array
  readonly units: Int32Array
  readonly kept: Int32Array
  readonly gmv: Money
  readonly refund: Money
  readonly commission: Money
  /** Whether any row is a sample. */
  readonly hasSamples: boolean
  /** Where some order has lines on several days: by row, the order's number among all of the cache, above 0, else 0. */
  readonly splits: Int32Array | null
}

interface LoadedShop {
  readonly segments: readonly HotColumns[]
  readonly bytes: number
  readonly version: number
}

export interface CacheOptions {
  /** Columns kept, at most; a single larger shop is still loaded. */
  readonly maxBytes?: number
}

interface SegmentRow {
  readonly month: number
  readonly hot: Uint8Array
  readonly keys: Uint8Array | null
}

const CHUNKS_KEPT = 6

/** Reads through one connection, best a read-only one. */
export class FactsCache {
  readonly db: Database
  readonly contents: Contents
  readonly names: Names
  private readonly maxBytes: number
  private readonly shops = new Map<number, LoadedShop>()
  /** Split orders are numbered over all shops: a total must not take two for one. */
  private lastSplit = 0
  private readonly chunks = new Map<string, Promise<{ readonly batch: LineBatch; readonly texts: TextLists }>>()

  constructor(db: Database, { maxBytes = 512 * 1024 * 1024 }: CacheOptions = {}) {
    this.db = db
    this.contents = new Contents(db)
    this.names = new Names(db)
    this.maxBytes = maxBytes
  }

  /** The shops that have facts, by record id, with the version of their lines. */
  shopNumbers(): Map<string, { readonly no: number; readonly version: number }> {
    // The statement's columns are the type's.
    const rows = this.db.prepare('SELECT no, id, version FROM dim_shops').all() as {
      no: number
      id: string
      version: number
    }[]
    for (const { no, version } of rows) {
      if (this.shops.has(no) && this.shops.get(no)?.version !== version) this.shops.delete(no)
    }
    return new Map(rows.map(({ no, id, version }) => [id, { no, version }]))
  }

  /** True where the shop's columns of this version are in memory. */
  has(no: number, version: number): boolean {
    return this.shops.get(no)?.version === version
  }

  /** The shop's segments by month; the caller holds them no longer than it reads them. */
  segments(no: number, version: number): readonly HotColumns[] {
    const known = this.shops.get(no)
    if (known?.version === version) {
      // Last in the map is last to go.
      this.shops.delete(no)
      this.shops.set(no, known)
      return known.segments
    }
    const segments = this.load(no)
    const bytes = segments.reduce((sum, { length, gmv }) => sum + length * (29 + 3 * gmv.BYTES_PER_ELEMENT), 0)
    this.shops.set(no, { segments, bytes, version })
    this.evict()
    return segments
  }

  /** A chunk's lines; the last few are kept, since pages of lines come from the same ones. */
  async chunk(batchNo: number, n: number): Promise<{ readonly batch: LineBatch; readonly texts: TextLists }> {
    const key = `${batchNo}/${n}`
    const chunk = this.chunks.get(key) ?? readChunk(this.db, batchNo, n)
    this.chunks.delete(key)
    this.chunks.set(key, chunk)
    for (const oldest of this.chunks.keys()) {
      if (this.chunks.size <= CHUNKS_KEPT) break
      this.chunks.delete(oldest)
    }
    try {
      return await chunk
    } catch (cause) {
      this.chunks.delete(key)
      throw cause
    }
  }

  private load(no: number): HotColumns[] {
    // The statement's columns.
    const split = this.db
      .prepare('SELECT order_high AS high, order_low AS low FROM fact_split_orders WHERE shop_no = ?')
      .all(no) as { high: number; low: number }[]
    const splits = new IdMap(split.length)
    split.forEach(({ high, low }) => splits.add(high, low, ++this.lastSplit))
    const keys = split.length > 0 ? 'keys' : 'NULL AS keys'
    const statement = this.db.prepare(`SELECT month, hot, ${keys} FROM fact_segments WHERE shop_no = ? ORDER BY month`)
    const segments: HotColumns[] = []
    // The statement's columns are the type's.
    for (const row of statement.iterate(no) as IterableIterator<SegmentRow>) {
      segments.push(hotColumns(row, splits))
    }
    return segments
  }

  private evict(): void {
    let bytes = 0
    for (const shop of this.shops.values()) bytes += shop.bytes
    for (const [no, shop] of this.shops) {
      if (bytes <= this.maxBytes || this.shops.size === 1) break
      this.shops.delete(no)
      bytes -= shop.bytes
    }
  }
}

function hotColumns({ month, hot, keys }: SegmentRow, splits: IdMap): HotColumns {
  const packed = new PackedColumns(hot)
  const length = packed.rows
  const signed = (name: string): Int32Array => {
    const values = new Int32Array(length)
    packed.read(name, values)
    return values
  }
  const narrow = ['gmv', 'refund', 'commission'].every((name) => packed.fitsInt32(name))
  const money = (name: string): Money => {
    const values = narrow ? new Int32Array(length) : new Float64Array(length)
    packed.read(name, values)
    return values
  }
  const flags = new Uint8Array(length)
  packed.read('flags', flags)
  const day = signed('day')
  let firstDay = Infinity
  let lastDay = -Infinity
  for (let i = 0; i < length; i++) {
    if (day[i]! < firstDay) firstDay = day[i]!
    if (day[i]! > lastDay) lastDay = day[i]!
  }
  return {
    month,
    length,
    firstDay,
    lastDay,
    day,
    flags,
    creator: signed('creator'),
    product: signed('product'),
    units: signed('units'),
    kept: signed('kept'),
    gmv: money('gmv'),
    refund: money('refund'),
    commission: money('commission'),
    hasSamples: flags.some((flag) => (flag & SAMPLE_FLAG) !== 0),
    splits: keys === null ? null : splitColumn(keys, flags, splits),
  }
}

function splitColumn(keys: Uint8Array, flags: Uint8Array, splits: IdMap): Int32Array | null {
  const packed = new PackedColumns(keys)
  const high = new Uint32Array(packed.rows)
  const low = new Uint32Array(packed.rows)
  packed.read('orderHigh', high)
  packed.read('orderLow', low)
  const column = new Int32Array(packed.rows)
  let any = false
  let current = 0
  for (let i = 0; i < column.length; i++) {
    if ((flags[i]! & FIRST_OF_ORDER) !== 0) current = splits.get(high[i]!, low[i]!)
    column[i] = current
    any = any || current !== 0
  }
  return any ? column : null
}
