/**
 * Order lines as the merged store keeps them: key, figures and where the full line is to be found.
 *
 * Rows are sorted by order id, product and SKU. `flags` holds status (bits 0-2), content type (3-5), sample (6) and,
 * in stored segments, "first row of its order" (7).
 */

import { CONTENT_TYPES, ORDER_STATUSES } from '../../shared/domain/orders'
import { PackedColumns, packColumns } from './columns'

export interface Rows {
  length: number
  orderHigh: Uint32Array
  orderLow: Uint32Array
  hash0: Uint32Array
  hash1: Uint32Array
  /** The line's number in its batch, from 0. */
  row: Uint32Array
  batch: Int32Array
  product: Int32Array
  sku: Int32Array
  day: Int32Array
  creator: Int32Array
  /** The platform's content id; 0/0: none. */
  contentHigh: Uint32Array
  contentLow: Uint32Array
  units: Int32Array
  kept: Int32Array
  flags: Uint8Array
  gmv: Float64Array
  refund: Float64Array
  commission: Float64Array
}

export const UNSIGNED = ['orderHigh', 'orderLow', 'contentHigh', 'contentLow', 'hash0', 'hash1', 'row'] as const
export const SIGNED = ['batch', 'product', 'sku', 'day', 'creator', 'units', 'kept'] as const
export const MONEY = ['gmv', 'refund', 'commission'] as const

const HOT = ['day', 'creator', 'product', 'flags', 'units', 'kept', 'gmv', 'refund', 'commission'] as const
const KEYS = ['orderHigh', 'orderLow', 'sku', 'contentHigh', 'contentLow', 'hash0', 'hash1', 'batch', 'row'] as const

export const STATUS_MASK = 7
export const CONTENT_TYPE_SHIFT = 3
export const SAMPLE_FLAG = 64
export const FIRST_OF_ORDER = 128
export const UNPAID = ORDER_STATUSES.indexOf('unpaid')
export const SETTLED = ORDER_STATUSES.indexOf('settled')
export const CONTENT_TYPE_COUNT = CONTENT_TYPES.length

/** True for lines that carry figures: neither unpaid nor samples. */
export function isSale(flags: number): boolean {
  return (flags & STATUS_MASK) !== UNPAID && (flags & SAMPLE_FLAG) === 0
}

export function isSample(flags: number): boolean {
  return (flags & SAMPLE_FLAG) !== 0
}

export function newRows(capacity: number): Rows {
  return {
    length: 0,
    orderHigh: new Uint32Array(capacity),
    orderLow: new Uint32Array(capacity),
    hash0: new Uint32Array(capacity),
    hash1: new Uint32Array(capacity),
    row: new Uint32Array(capacity),
    batch: new Int32Array(capacity),
    product: new Int32Array(capacity),
    sku: new Int32Array(capacity),
    day: new Int32Array(capacity),
    creator: new Int32Array(capacity),
    contentHigh: new Uint32Array(capacity),
    contentLow: new Uint32Array(capacity),
    units: new Int32Array(capacity),
    kept: new Int32Array(capacity),
    flags: new Uint8Array(capacity),
    gmv: new Float64Array(capacity),
    refund: new Float64Array(capacity),
    commission: new Float64Array(capacity),
  }
}

/** The two blobs of a segment; marks the first row of each order. */
export function packRows(rows: Rows): { readonly hot: Uint8Array; readonly keys: Uint8Array; readonly orders: number } {
  const orders = markOrders(rows)
  return {
    hot: packColumns(
      HOT.map((name) => [name, rows[name]] as const),
      rows.length,
      null,
    ),
    keys: packColumns(
      KEYS.map((name) => [name, rows[name]] as const),
      rows.length,
      null,
    ),
    orders,
  }
}

export function unpackRows(hot: Uint8Array, keys: Uint8Array): Rows {
  const hotColumns = new PackedColumns(hot)
  const keyColumns = new PackedColumns(keys)
  const rows = newRows(hotColumns.rows)
  rows.length = hotColumns.rows
  for (const name of HOT) hotColumns.read(name, rows[name])
  for (const name of KEYS) keyColumns.read(name, rows[name])
  return rows
}

function markOrders(rows: Rows): number {
  const { orderHigh, orderLow, flags, length } = rows
  let orders = 0
  for (let i = 0; i < length; i++) {
    const first = i === 0 || orderLow[i] !== orderLow[i - 1] || orderHigh[i] !== orderHigh[i - 1]
    flags[i] = first ? flags[i]! | FIRST_OF_ORDER : flags[i]! & ~FIRST_OF_ORDER
    if (first) orders++
  }
  return orders
}

/** Below 0, 0 or above 0 as the key of row `i` of `a` comes before, at or after the key of row `j` of `b`. */
export function compareKeys(a: Rows, i: number, b: Rows, j: number): number {
  return (
    a.orderHigh[i]! - b.orderHigh[j]! ||
    a.orderLow[i]! - b.orderLow[j]! ||
    a.product[i]! - b.product[j]! ||
    a.sku[i]! - b.sku[j]!
  )
}

/** `target[i]` = row `take[i]` of `a`, or row `~take[i]` of `b` where that is negative. */
export function gatherRows(target: Rows, a: Rows, b: Rows, take: Int32Array, length: number): void {
  for (const name of UNSIGNED) gatherUnsigned(target[name], a[name], b[name], take, length)
  for (const name of SIGNED) gatherSigned(target[name], a[name], b[name], take, length)
  for (const name of MONEY) gatherMoney(target[name], a[name], b[name], take, length)
  gatherFlags(target.flags, a.flags, b.flags, take, length)
  target.length = length
}

// One loop per element type: a shared one is several times slower once it has met them all.

function gatherUnsigned(target: Uint32Array, a: Uint32Array, b: Uint32Array, take: Int32Array, length: number): void {
  for (let i = 0; i < length; i++) {
    const from = take[i]!
    target[i] = from >= 0 ? a[from]! : b[~from]!
  }
}

function gatherSigned(target: Int32Array, a: Int32Array, b: Int32Array, take: Int32Array, length: number): void {
  for (let i = 0; i < length; i++) {
    const from = take[i]!
    target[i] = from >= 0 ? a[from]! : b[~from]!
  }
}

function gatherMoney(target: Float64Array, a: Float64Array, b: Float64Array, take: Int32Array, length: number): void {
  for (let i = 0; i < length; i++) {
    const from = take[i]!
    target[i] = from >= 0 ? a[from]! : b[~from]!
  }
}

function gatherFlags(target: Uint8Array, a: Uint8Array, b: Uint8Array, take: Int32Array, length: number): void {
  for (let i = 0; i < length; i++) {
    const from = take[i]!
    target[i] = from >= 0 ? a[from]! : b[~from]!
  }
}
