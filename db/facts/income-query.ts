/** What is asked of merged income lines: months with their fees by group, and orders against their affiliate lines. */

import type { Database } from 'better-sqlite3'

import { type Comparison, COMPARISONS } from '../../shared/domain/income/compare'
import { FEE_GROUPS, type FeeGroup, INCOME_PARTS, type IncomeTotal } from '../../shared/domain/income/columns'
import { shopNumber } from './dims'
import { idText } from './id-map'
import { compareShop, type ComparedOrders, type Slice, slices, UNSETTLED } from './income-compare'
import type { IncomeRows } from './income-rows'
import { incomeMonths, incomeRows } from './income-store'
import { keptWhileUnchanged } from './kept-unchanged'
import { Pacer } from './pacer'

const ORDERS_PART = INCOME_PARTS.indexOf('orders')
const TO_SETTLE_PART = INCOME_PARTS.indexOf('toSettle')

/** Sums of a month's settlements, minor units. */
export interface IncomeMonth {
  /** Of settlement; months since 1970-01. */
  readonly month: number
  readonly lines: number
  readonly revenue: number
  readonly fees: number
  readonly adjustment: number
  readonly settlement: number
  readonly groups: Readonly<Record<FeeGroup, number>>
}

export interface IncomeMonths {
  readonly months: readonly IncomeMonth[]
  /** What the platform still lists as to settle: estimates. */
  readonly toSettle: { readonly lines: number; readonly amount: number }
}

/** Of a shop as its lines are now. */
export const queryIncomeMonths = keptWhileUnchanged(async (db, shopId): Promise<IncomeMonths> => {
  const shopNo = shopNumber(db, shopId, false)
  const pacer = new Pacer()
  const months: IncomeMonth[] = []
  const toSettle = { lines: 0, amount: 0 }
  for (const month of incomeMonths(db, shopNo)) {
    const rows = incomeRows(db, shopNo, month)
    // A file was taken back meanwhile: this is done again.
    if (rows === null) continue
    const sum = monthOf(month, rows)
    if (sum.lines > 0) months.push(sum)
    toSettle.lines += count(rows, TO_SETTLE_PART)
    toSettle.amount += sumOf(rows.totals.settlement, rows, TO_SETTLE_PART)
    await pacer.breathe()
  }
  return { months, toSettle }
})

function monthOf(month: number, rows: IncomeRows): IncomeMonth {
  const total = (name: IncomeTotal): number => sumOf(rows.totals[name], rows, ORDERS_PART)
  return {
    month,
    lines: count(rows, ORDERS_PART),
    revenue: total('revenue'),
    fees: total('fees'),
    adjustment: total('adjustment'),
    settlement: total('settlement'),
    // One entry for each group.
    groups: Object.fromEntries(
      FEE_GROUPS.map((group, at) => [group, sumOf(rows.groups[at]!, rows, ORDERS_PART)]),
    ) as Record<FeeGroup, number>,
  }
}

function count({ part, length }: IncomeRows, wanted: number): number {
  let lines = 0
  for (let i = 0; i < length; i++) if (part[i] === wanted) lines += 1
  return lines
}

/** Column by column, which is several times faster than line by line. Blank is NaN and counts nothing. */
function sumOf(values: Float64Array, { part, length }: IncomeRows, wanted: number): number {
  let sum = 0
  for (let i = 0; i < length; i++) if (part[i] === wanted) sum += values[i]! || 0
  return sum
}

export interface ComparedMonth {
  readonly month: number
  readonly counts: Readonly<Record<Comparison, number>>
  /** Of orders that are not `open` or `none`. */
  readonly charged: number
  readonly commission: number
}

/** Of a shop as its lines are now. */
export const queryComparison = keptWhileUnchanged(async (db, shopId): Promise<ComparedMonth[]> => {
  const { orders } = await compareShop(db, shopId)
  const pacer = new Pacer()
  const months = new Map<number, MonthSums>()
  for (const slice of slices(orders.length)) {
    addOrders(months, orders, slice)
    await pacer.breathe()
  }
  return [...months].map(([month, sum]) => ({ month, ...sum })).toSorted((a, b) => a.month - b.month)
})

interface MonthSums {
  readonly counts: Record<Comparison, number>
  charged: number
  commission: number
}

function addOrders(months: Map<number, MonthSums>, orders: ComparedOrders, { from, to }: Slice): void {
  for (let i = from; i < to; i++) {
    const state = COMPARISONS[orders.state[i]!]!
    const month = orders.month[i]!
    let sum = months.get(month)
    if (sum === undefined) {
      sum = {
        counts: { matched: 0, differs: 0, onlyIncome: 0, onlyAffiliate: 0, open: 0, none: 0 },
        charged: 0,
        commission: 0,
      }
      months.set(month, sum)
    }
    sum.counts[state] += 1
    if (state === 'none' || state === 'open') continue
    sum.charged += orders.charged[i]!
    sum.commission += orders.commission[i]!
  }
}

export interface ComparedOrder {
  readonly orderId: string
  readonly state: Comparison
  readonly month: number
  readonly creator: string | null
  readonly charged: number
  readonly commission: number
  readonly created: number | null
  readonly settled: number | null
  /** Some of its affiliate lines is not settled: its commission is still an estimate. */
  readonly estimated: boolean
}

export interface OrdersQuery {
  readonly shopId: string
  /** Since 1970-01; undefined: all. */
  readonly month: number | undefined
  readonly states: readonly Comparison[]
  readonly offset: number
  readonly limit: number
}

/** Orders by how much they differ, greatest first, then by id. */
export async function queryComparedOrders(
  db: Database,
  { shopId, month, states, offset, limit }: OrdersQuery,
): Promise<{ readonly total: number; readonly rows: readonly ComparedOrder[] }> {
  const { orders } = await compareShop(db, shopId)
  const found = inOrder(orders, month, states)
  const handle = handles(db)
  return {
    total: found.length,
    rows: [...found.subarray(offset, offset + limit)].map((i) => toOrder(orders, i, handle)),
  }
}

/** The list that was asked for last: its pages come one after the other. */
const LAST_LIST = new WeakMap<ComparedOrders, { readonly question: string; readonly found: Int32Array }>()

function inOrder(orders: ComparedOrders, month: number | undefined, states: readonly Comparison[]): Int32Array {
  const question = [month ?? '', ...COMPARISONS.filter((state) => states.includes(state))].join(' ')
  const known = LAST_LIST.get(orders)
  if (known?.question === question) return known.found
  const { state, charged, commission, orderHigh, orderLow } = orders
  const wanted = new Set(states.map((each) => COMPARISONS.indexOf(each)))
  const all = new Int32Array(orders.length)
  const differences = new Float64Array(orders.length)
  let length = 0
  for (let i = 0; i < orders.length; i++) {
    if (!wanted.has(state[i]!) || (month !== undefined && orders.month[i] !== month)) continue
    all[length++] = i
    differences[i] = Math.abs(charged[i]! - commission[i]!)
  }
  const found = all
    .slice(0, length)
    .sort((a, b) => differences[b]! - differences[a]! || orderHigh[a]! - orderHigh[b]! || orderLow[a]! - orderLow[b]!)
  LAST_LIST.set(orders, { question, found })
  return found
}

function toOrder(orders: ComparedOrders, i: number, handle: (no: number) => string | null): ComparedOrder {
  return {
    orderId: idText(orders.orderHigh[i]!, orders.orderLow[i]!),
    state: COMPARISONS[orders.state[i]!]!,
    month: orders.month[i]!,
    creator: handle(orders.creator[i]!),
    charged: orders.charged[i]!,
    commission: orders.commission[i]!,
    created: known(orders.createdDay[i]!),
    settled: known(orders.settledDay[i]!),
    estimated: (orders.marks[i]! & UNSETTLED) !== 0,
  }
}

function known(value: number): number | null {
  return Number.isNaN(value) ? null : value
}

/** Creators' handles by their number. */
export function handles(db: Database): (no: number) => string | null {
  const find = db.prepare<[number], string>('SELECT handle FROM dim_creators WHERE no = ?').pluck()
  const known = new Map<number, string | null>([[0, null]])
  return (no) => {
    const handle = known.get(no)
    if (handle !== undefined) return handle
    const found = find.get(no) ?? null
    known.set(no, found)
    return found
  }
}
