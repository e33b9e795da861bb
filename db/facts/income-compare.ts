/**
 * Income against affiliate lines, order by order: one pass over the income lines of a shop and one over its order lines.
 *
 * The commission of a line is that of every report: actual where the file gives it, else the estimate.
 */

import type { Database } from 'better-sqlite3'

import { COMPARISONS, comparisonOf } from '../../shared/domain/income/compare'
import { FEE_GROUPS, INCOME_PARTS } from '../../shared/domain/income/columns'
import { INCOME_TYPES } from '../../shared/domain/income/types'
import { shopNumber } from './dims'
import { IdMap } from './id-map'
import type { IncomeRows } from './income-rows'
import { incomeMonths, incomeRows } from './income-store'
import { keptWhileUnchanged } from './kept-unchanged'
import { cachedMonth } from './merge'
import { Pacer } from './pacer'
import { isSale, type Rows, SETTLED, STATUS_MASK, UNPAID } from './rows'
import { SegmentStore } from './segment-store'

/** Orders of a shop, column by column; only the first `length` entries count. */
export interface ComparedOrders {
  length: number
  readonly orderHigh: Uint32Array
  readonly orderLow: Uint32Array
  /** Index into `COMPARISONS`. */
  readonly state: Uint8Array
  /** Of the order's creation, else of its settlement; months since 1970-01. */
  readonly month: Int32Array
  /** Minor units; what was charged is positive. */
  readonly charged: Float64Array
  readonly commission: Float64Array
  readonly gmv: Float64Array
  readonly refund: Float64Array
  /** Day of the latest settlement, of creation; NaN: none known. */
  readonly settledDay: Float64Array
  readonly createdDay: Float64Array
  /** Bits of `IN_INCOME`, `IN_LINES`, `UNSETTLED`, `TO_SETTLE`. */
  readonly marks: Uint8Array
  /** The creator of its first affiliate line; 0: none. */
  readonly creator: Int32Array
  /** Where its first affiliate line is. */
  readonly batch: Int32Array
  readonly row: Uint32Array
}

/** Some income line settles it; it has affiliate lines; one of those is not settled; the platform lists it as to settle. */
export const IN_INCOME = 1
export const IN_LINES = 2
export const UNSETTLED = 4
export const TO_SETTLE = 8

export interface IncomeCover {
  /** Of orders that income files settle, days since 1970-01-01. */
  readonly firstCreated: number
  readonly lastCreated: number
  readonly firstSettled: number
  readonly lastSettled: number
}

export interface ShopComparison {
  readonly orders: ComparedOrders
  /** Null where no income file settles any order. */
  readonly cover: IncomeCover | null
}

const ORDERS_PART = INCOME_PARTS.indexOf('orders')
const TO_SETTLE_PART = INCOME_PARTS.indexOf('toSettle')
const SETTLING = new Set(['order', 'refund', 'other'].map((type) => INCOME_TYPES.findIndex((each) => each === type)))
const CREATORS = FEE_GROUPS.indexOf('creators')
const ADS = FEE_GROUPS.indexOf('ads')

/** Of a shop as its lines are now. A large one takes a hundred megabytes. */
export const compareShop = keptWhileUnchanged((db, shopId) => compare(db, shopNumber(db, shopId, false)))

async function compare(db: Database, shopNo: number): Promise<ShopComparison> {
  const pacer = new Pacer()
  const store = new SegmentStore(db, 'workspace')
  const months = incomeMonths(db, shopNo)
  const builder = new Builder(linesOf(db, shopNo))
  for (const month of months) {
    const rows = incomeRows(db, shopNo, month)
    for (const slice of slices(rows?.length ?? 0)) {
      builder.addIncome(rows!, slice)
      await pacer.breathe()
    }
  }
  for (const { month } of store.heads(shopNo)) {
    const rows = store.rows(shopNo, month)
    for (const slice of slices(rows?.length ?? 0)) {
      builder.addLines(rows!, slice)
      await pacer.breathe()
    }
  }
  const cover = builder.cover()
  for (const slice of slices(builder.orders.length)) {
    builder.judge(slice, cover)
    await pacer.breathe()
  }
  return { orders: builder.orders, cover }
}

export interface Slice {
  readonly from: number
  readonly to: number
}

/** So many rows are gone through in some milliseconds. */
const SLICE_ROWS = 16_384

/** Rows in parts, so that others have their turn between two of them. */
export function* slices(length: number): Generator<Slice> {
  for (let from = 0; from < length; from += SLICE_ROWS) yield { from, to: Math.min(length, from + SLICE_ROWS) }
}

/** At most so many orders can there be. */
function linesOf(db: Database, shopNo: number): number {
  return db
    .prepare<[number, number], number>(
      `SELECT coalesce((SELECT sum(lines) FROM income_segments WHERE shop_no = ?), 0)
       + coalesce((SELECT sum(orders) FROM fact_segments WHERE shop_no = ?), 0)`,
    )
    .pluck()
    .get(shopNo, shopNo)!
}

function newOrders(capacity: number): ComparedOrders {
  const numbers = () => new Float64Array(capacity)
  return {
    length: 0,
    orderHigh: new Uint32Array(capacity),
    orderLow: new Uint32Array(capacity),
    state: new Uint8Array(capacity),
    month: new Int32Array(capacity),
    charged: numbers(),
    commission: numbers(),
    gmv: numbers(),
    refund: numbers(),
    settledDay: numbers().fill(Number.NaN),
    createdDay: numbers().fill(Number.NaN),
    marks: new Uint8Array(capacity),
    creator: new Int32Array(capacity),
    batch: new Int32Array(capacity),
    row: new Uint32Array(capacity),
  }
}

class Builder {
  readonly orders: ComparedOrders
  private readonly numbers: IdMap
  private first = { created: Infinity, settled: Infinity }
  private last = { created: -Infinity, settled: -Infinity }

  constructor(capacity: number) {
    this.orders = newOrders(capacity)
    this.numbers = new IdMap(capacity)
  }

  addIncome(rows: IncomeRows, { from, to }: Slice): void {
    const { charged, marks, settledDay, createdDay } = this.orders
    const { orderHigh, orderLow, part, type, groups, settled, created } = rows
    for (let i = from; i < to; i++) {
      if (orderHigh[i] === 0 && orderLow[i] === 0) continue
      const at = this.place(orderHigh[i]!, orderLow[i]!)
      if (part[i] === TO_SETTLE_PART) marks[at]! |= TO_SETTLE
      if (part[i] !== ORDERS_PART) continue
      charged[at]! -= groups[CREATORS]![i]! + groups[ADS]![i]!
      if (!SETTLING.has(type[i]!)) continue
      marks[at]! |= IN_INCOME
      settledDay[at] = Number.isNaN(settledDay[at]!) ? settled[i]! : Math.max(settledDay[at]!, settled[i]!)
      this.covers('settled', settled[i]!)
      if (!Number.isNaN(created[i]!)) {
        createdDay[at] = created[i]!
        this.covers('created', created[i]!)
      }
    }
  }

  addLines(rows: Rows, { from, to }: Slice): void {
    const { orders } = this
    const { orderHigh, orderLow, flags, commission, gmv, refund, day, creator, batch, row } = rows
    for (let i = from; i < to; i++) {
      const status = flags[i]! & STATUS_MASK
      if (status === UNPAID || !isSale(flags[i]!)) continue
      const at = this.place(orderHigh[i]!, orderLow[i]!)
      if ((orders.marks[at]! & IN_LINES) === 0) {
        orders.creator[at] = creator[i]!
        orders.batch[at] = batch[i]!
        orders.row[at] = row[i]!
      }
      orders.marks[at]! |= status === SETTLED ? IN_LINES : IN_LINES | UNSETTLED
      orders.commission[at]! += commission[i]!
      orders.gmv[at]! += gmv[i]!
      orders.refund[at]! += refund[i]!
      // The day of the shop's own lines is believed before the one in the income file, which may be UTC.
      orders.createdDay[at] = day[i]!
    }
  }

  /** Says how orders stand, once all lines are in. */
  judge({ from, to }: Slice, cover: IncomeCover | null): void {
    const { orders } = this
    for (let i = from; i < to; i++) {
      const marks = orders.marks[i]!
      const created = orders.createdDay[i]!
      const day = Number.isNaN(created) ? orders.settledDay[i]! : created
      orders.month[i] = Number.isNaN(day) ? 0 : cachedMonth(day)
      const state = comparisonOf({
        inIncome: (marks & IN_INCOME) !== 0 || orders.charged[i] !== 0,
        charged: orders.charged[i]!,
        inLines: (marks & IN_LINES) !== 0,
        commission: orders.commission[i]!,
        settled: (marks & UNSETTLED) === 0,
        covered: cover !== null && created >= cover.firstCreated && created <= cover.lastCreated,
      })
      orders.state[i] = COMPARISONS.indexOf(state)
    }
  }

  private place(high: number, low: number): number {
    const known = this.numbers.get(high, low)
    if (known !== 0) return known - 1
    const { orders } = this
    const at = orders.length
    // More lines came while they were gone through: it is done again.
    if (at >= orders.orderHigh.length) throw new RangeError('more orders than there were')
    orders.length += 1
    orders.orderHigh[at] = high
    orders.orderLow[at] = low
    this.numbers.add(high, low, orders.length)
    return at
  }

  private covers(which: 'created' | 'settled', day: number): void {
    this.first[which] = Math.min(this.first[which], day)
    this.last[which] = Math.max(this.last[which], day)
  }

  /** What the income lines reach over; null: none settles any order. */
  cover(): IncomeCover | null {
    const { first, last } = this
    if (last.settled < first.settled) return null
    const isKnown = last.created >= first.created
    return {
      firstSettled: first.settled,
      lastSettled: last.settled,
      firstCreated: isKnown ? first.created : first.settled,
      lastCreated: isKnown ? last.created : last.settled,
    }
  }
}
