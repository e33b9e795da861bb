/**
 * The columns that reports add up, in memory: loaded shop by shop when first asked for (of a few months only, while
 * nobody asks for more), dropped when the shop's lines change or room is needed.
 */

import type { Database } from 'better-sqlite3'

import { monthOfDay } from '../../shared/domain/days'
import type { LineBatch, TextLists } from '../../shared/domain/line-batch'
import { Amounts } from './amounts'
import { readChunk } from './batches'
import { Contents } from './contents'
import { IdMap } from './id-map'
import { Names } from './names'
import { type SegmentRow, type ShopColumns, shopColumns } from './shop-columns'

/** Months since 1970-01, both included. */
export interface MonthRange {
  readonly first: number
  readonly last: number
}

const ALL_MONTHS: MonthRange = { first: -Infinity, last: Infinity }

/** The range of months that a range of days lies in; its ends may be infinite. */
export function monthsOf(from: number, to: number): MonthRange {
  const month = (day: number): number => (Number.isFinite(day) ? monthOfDay(day) : day)
  return { first: month(from), last: month(to) }
}

interface LoadedShop {
  readonly columns: ShopColumns
  readonly months: MonthRange
  readonly bytes: number
  readonly version: number
}

export interface CacheOptions {
  /** Columns kept, at most; a single larger shop is still loaded. */
  readonly maxBytes?: number
}

const CHUNKS_KEPT = 6
/** Up to one line in so many is a small part of a shop. */
const SMALL_PART = 4

/** Reads through one connection, best a read-only one. */
export class FactsCache {
  readonly db: Database
  readonly amounts: Amounts
  readonly contents: Contents
  readonly names: Names
  private readonly maxBytes: number
  private readonly shops = new Map<number, LoadedShop>()
  /** Split orders are numbered over all shops: a total must not take two for one. */
  private lastSplit = 0
  private readonly chunks = new Map<string, Promise<{ readonly batch: LineBatch; readonly texts: TextLists }>>()

  constructor(db: Database, { maxBytes = 512 * 1024 * 1024 }: CacheOptions = {}) {
    this.db = db
    this.amounts = new Amounts(db)
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

  /** True where the shop's columns of this version are in memory for these months. */
  has(no: number, version: number, months: MonthRange): boolean {
    const known = this.shops.get(no)
    return known?.version === version && covers(known.months, months)
  }

  /** The shop's rows, at least those of the months; the caller holds them no longer than it reads them. */
  columns(no: number, version: number, months = ALL_MONTHS): ShopColumns {
    const known = this.shops.get(no)
    if (known?.version === version && covers(known.months, months)) {
      // Last in the map is last to go.
      this.shops.delete(no)
      this.shops.set(no, known)
      return known.columns
    }
    const range = this.rangeToLoad(no, known?.version === version ? union(known.months, months) : months)
    const columns = this.load(no, range)
    const bytes = columns.length * (29 + 3 * columns.gmv.BYTES_PER_ELEMENT)
    this.shops.delete(no)
    this.shops.set(no, { columns, months: range, bytes, version })
    this.evict()
    return columns
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

  /** Some months where they are a small part, as on the first screen after opening; else all, once and for all. */
  private rangeToLoad(no: number, { first, last }: MonthRange): MonthRange {
    const lines = this.db.prepare<[number, number, number], { some: number | null; every: number | null }>(
      'SELECT sum(lines) FILTER (WHERE month BETWEEN ? AND ?) AS some, sum(lines) AS every FROM fact_segments WHERE shop_no = ?',
    )
    const { some, every } = lines.get(first, last, no) ?? { some: null, every: null }
    return (some ?? 0) * SMALL_PART < (every ?? 0) ? { first, last } : ALL_MONTHS
  }

  private load(no: number, { first, last }: MonthRange): ShopColumns {
    // The statement's columns.
    const split = this.db
      .prepare('SELECT order_high AS high, order_low AS low FROM fact_split_orders WHERE shop_no = ?')
      .all(no) as { high: number; low: number }[]
    const splits = new IdMap(split.length)
    split.forEach(({ high, low }) => splits.add(high, low, ++this.lastSplit))
    const keys = split.length > 0 ? 'keys' : 'NULL AS keys'
    const statement = this.db.prepare(
      `SELECT month, hot, ${keys} FROM fact_segments WHERE shop_no = ? AND month BETWEEN ? AND ? ORDER BY month`,
    )
    // The statement's columns are the type's.
    return shopColumns(statement.all(no, first, last) as SegmentRow[], splits)
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

function covers(known: MonthRange, wanted: MonthRange): boolean {
  return known.first <= wanted.first && known.last >= wanted.last
}

function union(a: MonthRange, b: MonthRange): MonthRange {
  return { first: Math.min(a.first, b.first), last: Math.max(a.last, b.last) }
}
