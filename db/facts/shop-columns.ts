/** One shop's hot columns in memory: all months in one run, and each month as a view into it. */

import { PackedColumns } from './columns'
import type { IdMap } from './id-map'
import { FIRST_OF_ORDER, SAMPLE_FLAG } from './rows'

export type Money = Int32Array | Float64Array

/** Rows in order of month, then key. Within a month rows of one order stand together, the first one flagged. */
export interface HotColumns {
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

/** One month's rows, as a view into its shop's. */
export interface MonthColumns extends HotColumns {
  readonly month: number
  /** Where its rows begin in the shop's. */
  readonly start: number
}

/** All rows of a shop, so that a question runs through them in one go. */
export interface ShopColumns extends HotColumns {
  readonly months: readonly MonthColumns[]
}

export interface SegmentRow {
  readonly month: number
  readonly hot: Uint8Array
  /** null where no order of the shop has lines on several days. */
  readonly keys: Uint8Array | null
}

const SIGNED = ['day', 'creator', 'product', 'units', 'kept'] as const
const MONEY = ['gmv', 'refund', 'commission'] as const

/** Segments in order of month; `splits` numbers the orders that have lines on several days. */
export function shopColumns(segments: readonly SegmentRow[], splits: IdMap): ShopColumns {
  const packed = segments.map(({ month, hot, keys }) => ({ month, keys, hot: new PackedColumns(hot) }))
  const length = packed.reduce((sum, { hot }) => sum + hot.rows, 0)
  const narrow = packed.every(({ hot }) => MONEY.every((name) => hot.fitsInt32(name)))
  const money = (): Money => (narrow ? new Int32Array(length) : new Float64Array(length))
  const signed = (): Int32Array => new Int32Array(length)
  const arrays = {
    day: signed(),
    creator: signed(),
    product: signed(),
    units: signed(),
    kept: signed(),
    flags: new Uint8Array(length),
    gmv: money(),
    refund: money(),
    commission: money(),
    splits: splits.size > 0 ? signed() : null,
  }
  let start = 0
  const months = packed.map(({ month, hot, keys }): MonthColumns => {
    for (const name of SIGNED) hot.read(name, arrays[name], start)
    for (const name of MONEY) hot.read(name, arrays[name], start)
    hot.read('flags', arrays.flags, start)
    if (keys !== null && arrays.splits !== null) readSplits(keys, arrays.flags, arrays.splits, start, splits)
    const view = { ...monthView(arrays, start, start + hot.rows), month, start }
    start += hot.rows
    return view
  })
  return { ...monthView(arrays, 0, length), months }
}

type Arrays = Omit<HotColumns, 'length' | 'firstDay' | 'lastDay' | 'hasSamples'>

function monthView(arrays: Arrays, from: number, to: number): HotColumns {
  const day = arrays.day.subarray(from, to)
  const flags = arrays.flags.subarray(from, to)
  let firstDay = Infinity
  let lastDay = -Infinity
  let hasSamples = false
  for (let i = 0; i < day.length; i++) {
    if (day[i]! < firstDay) firstDay = day[i]!
    if (day[i]! > lastDay) lastDay = day[i]!
    if ((flags[i]! & SAMPLE_FLAG) !== 0) hasSamples = true
  }
  return {
    length: to - from,
    firstDay,
    lastDay,
    day,
    flags,
    hasSamples,
    creator: arrays.creator.subarray(from, to),
    product: arrays.product.subarray(from, to),
    units: arrays.units.subarray(from, to),
    kept: arrays.kept.subarray(from, to),
    gmv: arrays.gmv.subarray(from, to),
    refund: arrays.refund.subarray(from, to),
    commission: arrays.commission.subarray(from, to),
    splits: arrays.splits?.subarray(from, to) ?? null,
  }
}

function readSplits(keys: Uint8Array, flags: Uint8Array, target: Int32Array, start: number, splits: IdMap): void {
  const packed = new PackedColumns(keys)
  const high = new Uint32Array(packed.rows)
  const low = new Uint32Array(packed.rows)
  packed.read('orderHigh', high)
  packed.read('orderLow', low)
  let current = 0
  for (let i = 0; i < packed.rows; i++) {
    if ((flags[start + i]! & FIRST_OF_ORDER) !== 0) current = splits.get(high[i]!, low[i]!)
    target[start + i] = current
  }
}
