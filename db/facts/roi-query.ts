/**
 * The ROI table: lines added up by up to three keys, costs laid beside them, ratios worked out from the sums.
 *
 * Where day sums can answer and the shop's columns are not in memory, they do; both ways give the same figures.
 */

import { firstDayOfMonth } from '../../shared/domain/days'
import { convertAmount } from '../../shared/domain/roi'
import { Attributions } from './attribution'
import { type FactsCache, monthsOf } from './cache'
import { addDaySums, daySumsSuffice } from './roi-days'
import { Groups, OrderTotal, totalSums } from './roi-groups'
import { groupKey } from './roi-keys'
import { addCosts, locateCosts, type LocatedCost } from './roi-costs'
import { type RoiWork, roiTable } from './roi-rows'
import { Rates, type RateTable } from './rates'
import {
  addConstant,
  addConverted,
  addFeeBase,
  addLines,
  addSamples,
  Block,
  BLOCK_ROWS,
  type ByDay,
  COGS,
  selectRows,
  SUM_WIDTH,
} from './scan'
import { askRates, keepRated } from './scan-rates'
import { platformRateTable, UnitCosts } from './schedules'
import { resolveScope, SALE_ROLE, SAMPLE_ROLE, type Scope, type ScopeShop } from './scope'
import type { ShopColumns } from './shop-columns'
import type { RoiQuery, RoiTable } from './types'

export interface RoiOptions {
  /** `scan` and `days` force one way, for tests; `auto` is the default. */
  readonly via?: 'auto' | 'scan' | 'days'
}

/** Answers at once from memory; loads a shop's columns first where they are not there yet. */
export function queryRoi(cache: FactsCache, query: RoiQuery, { via = 'auto' }: RoiOptions = {}): RoiTable {
  const scope = resolveScope(cache, query.shops, query)
  const rates = new Rates(query)
  const campaigns = new Attributions(cache, query.campaigns ?? [])
  const staff = new Attributions(cache, query.staff ?? [])
  if (needsContents(query)) {
    readContents(cache, scope)
  }
  const costs = locateCosts(query, { cache, scope, rates, campaigns, staff })
  const days = extent(cache, scope, costs)
  const keys = query.keys.map((key) => groupKey(key, { cache, scope, campaigns, staff, days }))
  // Costs may bring codes of their own; the groups are laid out once all are known.
  for (const { at } of costs) keys.forEach((key) => key.codeOfCost(at))
  const groups = new Groups(keys)
  const work: RoiWork = { cache, query, scope, rates, keys, groups, days }
  const months = monthsOf(scope.from, scope.to)
  const byDays =
    via === 'days' ||
    (via === 'auto' && !scope.shops.every(({ no, version }) => no === 0 || cache.has(no, version, months)))
  let orders: number
  if (byDays && daySumsSuffice(work)) {
    orders = addDaySums(work)
  } else {
    orders = scanAll(work)
  }
  addCosts(groups, costs)
  return roiTable(work, totalSums(groups, orders))
}

/** Where groups are by content, or a content's type decides where its cost belongs. */
function needsContents({ keys, contentTypes, costs = [], views = [] }: RoiQuery): boolean {
  const byType = keys.includes('contentType') || contentTypes !== undefined
  return keys.includes('content') || (byType && [...costs, ...views].some(({ contentId }) => contentId !== null))
}

/** Of all days: a cost may be for a content whose lines lie outside the period. */
function readContents(cache: FactsCache, { shops }: Scope): void {
  for (const { no, version } of shops) {
    if (no !== 0) cache.contents.column(no, cache.columns(no, version))
  }
}

/** First and last day that anything in scope may lie on. */
function extent(
  { db }: FactsCache,
  { shops, from, to }: Scope,
  costs: readonly LocatedCost[],
): { from: number; to: number } {
  const months = db.prepare('SELECT MIN(month) AS first, MAX(month) AS last FROM fact_segments WHERE shop_no = ?')
  let first = Infinity
  let last = -Infinity
  for (const { no } of shops) {
    // The statement's columns.
    const found = months.get(no) as { first: number | null; last: number | null }
    if (found.first !== null && found.last !== null) {
      first = Math.min(first, firstDayOfMonth(found.first))
      last = Math.max(last, firstDayOfMonth(found.last + 1) - 1)
    }
  }
  first = Math.max(first, from)
  last = Math.min(last, to)
  for (const { at } of costs) {
    first = Math.min(first, at.day)
    last = Math.max(last, at.day)
  }
  return first <= last ? { from: first, to: last } : { from: 0, to: 0 }
}

/** What one shop's lines need besides their columns. */
interface ShopScan {
  readonly shop: ScopeShop
  /** null: amounts are taken as they are. */
  readonly factors: RateTable | null
  readonly fees: ByDay<Int32Array> | null
  readonly unitCosts: UnitCosts | null
}

function scanAll(work: RoiWork): number {
  const { cache, query, rates, scope, days } = work
  const total = new OrderTotal()
  const block = new Block()
  let order = 0
  for (const shop of scope.shops) {
    if (shop.no === 0) {
      continue
    }
    const { id, currency } = shop.shop
    const unitCosts = query.unitCosts === undefined ? null : new UnitCosts(cache, shop.no, id, query.unitCosts)
    const scan: ShopScan = {
      shop,
      factors: rates.isTarget(currency) ? null : rates.table(currency, days),
      fees: platformRateTable(query.platformRates ?? [], id, days),
      unitCosts: unitCosts === null || unitCosts.isEmpty ? null : unitCosts,
    }
    order = scanShop(work, scan, block, total, order)
  }
  return total.orders
}

/** Runs through the months that the period touches; answers the running order number. */
function scanShop(work: RoiWork, scan: ShopScan, block: Block, total: OrderTotal, orderBefore: number): number {
  const { cache, scope, groups } = work
  const { no, version } = scan.shop
  const columns = cache.columns(no, version, monthsOf(scope.from, scope.to))
  const months = columns.months.filter(({ firstDay, lastDay }) => firstDay <= scope.to && lastDay >= scope.from)
  const first = months[0]
  const last = months.at(-1)
  if (first === undefined || last === undefined) {
    return orderBefore
  }
  const checkDays = scope.from > first.firstDay || scope.to < last.lastDay
  const hasSamples = months.some((month) => month.hasSamples)
  const contents = scope.contents === null ? null : cache.contents.column(no, columns)
  const end = last.start + last.length
  let order = orderBefore
  for (let from = first.start; from < end; from += BLOCK_ROWS) {
    const to = Math.min(end, from + BLOCK_ROWS)
    const next = selectRows(block, columns, from, to, order, SALE_ROLE, scope, checkDays, contents)
    addSales(work, scan, columns, block, total)
    if (hasSamples) {
      selectRows(block, columns, from, to, order, SAMPLE_ROLE, scope, checkDays, contents)
      placeRows(work, scan.shop, columns, block)
      addSamples(block, groups.sums)
    }
    order = next
  }
  return order
}

function addSales(
  work: RoiWork,
  { shop, factors, fees, unitCosts }: ShopScan,
  columns: ShopColumns,
  block: Block,
  total: OrderTotal,
): void {
  const { groups, rates } = work
  const { currency } = shop.shop
  if (factors !== null) {
    askRates(block, columns, factors, (day) => rates.fill(currency, factors, day))
    if (factors.hasGaps) keepRated(block, columns, factors, (day) => rates.miss(currency, day))
  }
  if (block.count === 0) {
    return
  }
  placeRows(work, shop, columns, block)
  total.add(block)
  if (factors === null) addLines(block, columns, groups.sums, groups.counter)
  else addConverted(block, columns, factors, groups.sums, groups.counter)
  if (fees !== null) addFeeBase(block, columns, fees, factors, groups.sums)
  if (unitCosts !== null) addCogs(work, columns, unitCosts, block)
}

function placeRows({ keys, groups }: RoiWork, shop: ScopeShop, columns: ShopColumns, block: Block): void {
  addConstant(block, 0)
  keys.forEach((key, k) => key.addCodes(block, columns, shop, groups.step(k)))
  groups.place(block)
}

/** Units kept × the unit cost in force on the line's day, converted line by line. */
function addCogs(
  { rates, groups }: RoiWork,
  { product, day, kept }: ShopColumns,
  unitCosts: UnitCosts,
  { row, slot, count }: Block,
): void {
  const { known } = unitCosts
  for (let j = 0; j < count; j++) {
    const i = row[j]!
    const cost = known[product[i]!] === 1 && kept[i] !== 0 ? unitCosts.inForce(product[i]!, day[i]!) : undefined
    if (cost !== undefined) {
      const factor = rates.factor(cost.currency, day[i]!)
      if (Number.isNaN(factor)) rates.miss(cost.currency, day[i]!)
      else groups.sums[slot[j]! * SUM_WIDTH + COGS]! += convertAmount(kept[i]! * cost.unitCost, factor)
    }
  }
}
