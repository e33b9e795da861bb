/** What is asked of merged income lines: months with their fees by group, and orders against their affiliate lines. */

import type { Database } from 'better-sqlite3'

import { type Comparison, COMPARISONS } from '../../shared/domain/income/compare'
import { FEE_GROUPS, type FeeGroup, INCOME_PARTS, INCOME_TOTALS } from '../../shared/domain/income/columns'
import { shopNumber } from './dims'
import { idText } from './id-map'
import { compareShop, type ComparedOrders, UNSETTLED } from './income-compare'
import type { IncomeRows } from './income-rows'
import { incomeMonths, incomeRows } from './income-store'
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

export async function queryIncomeMonths(db: Database, shopId: string): Promise<IncomeMonths> {
  const shopNo = shopNumber(db, shopId, false)
  const pacer = new Pacer()
  const months: IncomeMonth[] = []
  const toSettle = { lines: 0, amount: 0 }
  for (const month of incomeMonths(db, shopNo)) {
    const rows = incomeRows(db, shopNo, month)!
    const sum = monthOf(month, rows, toSettle)
    if (sum.lines > 0) months.push(sum)
    await pacer.breathe()
  }
  return { months, toSettle }
}

function monthOf(month: number, rows: IncomeRows, toSettle: { lines: number; amount: number }): IncomeMonth {
  const totals = { settlement: 0, revenue: 0, fees: 0, adjustment: 0 }
  const groups = new Float64Array(FEE_GROUPS.length)
  let lines = 0
  for (let i = 0; i < rows.length; i++) {
    if (rows.part[i] === TO_SETTLE_PART) {
      toSettle.lines += 1
      toSettle.amount += rows.totals.settlement[i]!
    }
    if (rows.part[i] !== ORDERS_PART) continue
    lines += 1
    for (const name of INCOME_TOTALS) totals[name] += rows.totals[name][i]! || 0
    for (let group = 0; group < groups.length; group++) groups[group]! += rows.groups[group]![i]!
  }
  // One entry for each group.
  const byGroup = Object.fromEntries(FEE_GROUPS.map((group, at) => [group, groups[at]!])) as Record<FeeGroup, number>
  return { month, lines, ...totals, groups: byGroup }
}

export interface ComparedMonth {
  readonly month: number
  readonly counts: Readonly<Record<Comparison, number>>
  /** Of orders that are not `open` or `none`. */
  readonly charged: number
  readonly commission: number
}

export async function queryComparison(db: Database, shopId: string): Promise<ComparedMonth[]> {
  const { orders } = await compareShop(db, shopId)
  const months = new Map<number, { counts: Record<Comparison, number>; charged: number; commission: number }>()
  for (let i = 0; i < orders.length; i++) {
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
  return [...months].map(([month, sum]) => ({ month, ...sum })).toSorted((a, b) => a.month - b.month)
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
  const wanted = new Set(states.map((state) => COMPARISONS.indexOf(state)))
  const found: number[] = []
  for (let i = 0; i < orders.length; i++) {
    if (wanted.has(orders.state[i]!) && (month === undefined || orders.month[i] === month)) found.push(i)
  }
  const difference = (i: number) => Math.abs(orders.charged[i]! - orders.commission[i]!)
  found.sort(
    (a, b) =>
      difference(b) - difference(a) ||
      orders.orderHigh[a]! - orders.orderHigh[b]! ||
      orders.orderLow[a]! - orders.orderLow[b]!,
  )
  const handle = handles(db)
  return { total: found.length, rows: found.slice(offset, offset + limit).map((i) => toOrder(orders, i, handle)) }
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
  return (no) => (no === 0 ? null : (find.get(no) ?? null))
}
