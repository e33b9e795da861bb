/**
 * The merged state in SQLite: segments of rows per shop and month, the day sums that follow from them, split orders.
 *
 * Either the workspace's own tables, or scratch tables that only this connection sees: on top of the workspace's
 * (a preview) or on their own (a recomputation to compare with).
 */

import type { Database, Statement } from 'better-sqlite3'

import { firstDayOfMonth } from '../../shared/domain/days'
import { sumDays } from './day-sums'
import { idHex } from './id-map'
import { packRows, type Rows, unpackRows } from './rows'

export type StoreMode = 'workspace' | 'preview' | 'recomputation'

/** A segment's extent, without its rows. */
export interface SegmentHead {
  readonly month: number
  readonly lines: number
  /** Order ids as 16 hex digits. */
  readonly orderMin: string
  readonly orderMax: string
}

const SCRATCH = (name: string): string => `
  CREATE TEMP TABLE ${name}segments (shop_no INTEGER, month INTEGER, lines INTEGER, orders INTEGER, order_min TEXT, order_max TEXT,
    hot BLOB, keys BLOB, PRIMARY KEY (shop_no, month));
  CREATE TEMP TABLE ${name}days (shop_no INTEGER, day INTEGER, content_type INTEGER, lines INTEGER, samples INTEGER, orders INTEGER,
    units INTEGER, kept INTEGER, gmv INTEGER, refunds INTEGER, commission_settled INTEGER, commission_pending INTEGER,
    PRIMARY KEY (shop_no, day, content_type)) WITHOUT ROWID;
  CREATE TEMP TABLE ${name}split_orders (shop_no INTEGER, order_high INTEGER, order_low INTEGER,
    PRIMARY KEY (shop_no, order_high, order_low)) WITHOUT ROWID;`

// Scratch tables of one process do not meet, whatever runs at once.
let scratches = 0

export class SegmentStore {
  private readonly reads: readonly { readonly head: Statement; readonly rows: Statement }[]
  private readonly write: Record<'put' | 'remove' | 'clearDays' | 'putDay' | 'putSplit', Statement>
  private readonly mode: StoreMode
  private readonly db: Database
  /** What the names of its tables begin with. */
  readonly tables: string

  constructor(db: Database, mode: StoreMode) {
    this.mode = mode
    this.db = db
    const scratch = `scratch_${++scratches}_`
    if (mode !== 'workspace') {
      db.exec(SCRATCH(scratch))
    }
    const target = mode === 'workspace' ? 'main.fact_' : `temp.${scratch}`
    this.tables = target
    const sources = mode === 'preview' ? [target, 'main.fact_'] : [target]
    this.reads = sources.map((source) => ({
      head: db.prepare(
        `SELECT month, lines, order_min AS orderMin, order_max AS orderMax FROM ${source}segments WHERE shop_no = ? ORDER BY month`,
      ),
      rows: db.prepare(`SELECT lines, hot, keys FROM ${source}segments WHERE shop_no = ? AND month = ?`),
    }))
    this.write = {
      put: db.prepare(
        `INSERT OR REPLACE INTO ${target}segments (shop_no, month, lines, orders, order_min, order_max, hot, keys) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      ),
      remove: db.prepare(`DELETE FROM ${target}segments WHERE shop_no = ? AND month = ?`),
      clearDays: db.prepare(`DELETE FROM ${target}days WHERE shop_no = ? AND day >= ? AND day < ?`),
      putDay: db.prepare(
        `INSERT INTO ${target}days (shop_no, day, content_type, lines, samples, orders, units, kept, gmv, refunds, commission_settled, commission_pending) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      ),
      putSplit: db.prepare(
        `INSERT OR IGNORE INTO ${target}split_orders (shop_no, order_high, order_low) VALUES (?, ?, ?)`,
      ),
    }
  }

  heads(shopNo: number): SegmentHead[] {
    const known = new Map<number, SegmentHead>()
    for (const { head } of this.reads) {
      // The statement's columns are the type's.
      for (const segment of head.all(shopNo) as SegmentHead[]) {
        if (!known.has(segment.month)) known.set(segment.month, segment)
      }
    }
    return [...known.values()].filter((segment) => segment.lines > 0).toSorted((a, b) => a.month - b.month)
  }

  rows(shopNo: number, month: number): Rows | null {
    for (const { rows } of this.reads) {
      // The statement's columns are the type's.
      const found = rows.get(shopNo, month) as { lines: number; hot: Uint8Array; keys: Uint8Array } | undefined
      if (found !== undefined) {
        return found.lines === 0 ? null : unpackRows(found.hot, found.keys)
      }
    }
    return null
  }

  /** Replaces a segment and its day sums. Rows are in order of key; none empties the segment. */
  put(shopNo: number, month: number, rows: Rows): void {
    const { length } = rows
    this.write.clearDays.run(shopNo, firstDayOfMonth(month), firstDayOfMonth(month + 1))
    if (length === 0 && this.mode !== 'preview') {
      this.write.remove.run(shopNo, month)
      return
    }
    const { hot, keys, orders } = packRows(rows)
    const last = Math.max(0, length - 1)
    const orderMin = idHex(rows.orderHigh[0] ?? 0, rows.orderLow[0] ?? 0)
    const orderMax = idHex(rows.orderHigh[last] ?? 0, rows.orderLow[last] ?? 0)
    this.write.put.run(shopNo, month, length, orders, orderMin, orderMax, hot, keys)
    const { days, splitRows } = sumDays(rows)
    for (const day of days) {
      this.write.putDay.run(shopNo, ...day)
    }
    for (const row of splitRows) {
      this.putSplitOrder(shopNo, rows.orderHigh[row]!, rows.orderLow[row]!)
    }
  }

  /** Forgets scratch tables; of the workspace's own nothing is touched. */
  close(): void {
    if (this.mode !== 'workspace') {
      this.db.exec(
        `DROP TABLE IF EXISTS ${this.tables}segments; DROP TABLE IF EXISTS ${this.tables}days; DROP TABLE IF EXISTS ${this.tables}split_orders;`,
      )
    }
  }

  /** Notes that an order's lines lie on more than one day. */
  putSplitOrder(shopNo: number, high: number, low: number): void {
    this.write.putSplit.run(shopNo, high, low)
  }
}
