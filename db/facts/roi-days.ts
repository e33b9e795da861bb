/** Answering an ROI question from the day sums alone, without any line. */

import { ALL_TYPES } from './day-sums'
import { DAY_SUM_KEYS } from './roi-keys'
import type { RoiWork } from './roi-rows'
import {
  FEE_BASE,
  GMV,
  ORDERS,
  PENDING_COMMISSION,
  REFUNDS,
  SAMPLES,
  SETTLED_COMMISSION,
  SUM_WIDTH,
  UNITS,
} from './scan'
import { platformRateTable } from './schedules'

interface DayRow {
  readonly day: number
  readonly contentType: number
  readonly samples: number
  readonly orders: number
  readonly units: number
  readonly gmv: number
  readonly refunds: number
  readonly settled: number
  readonly pending: number
}

/**
 * True where the sums of days give exactly what the lines would: nothing asks below the shop, the day and one content
 * type; amounts need no conversion (each line is rounded on its own); no order lies on several days.
 */
export function daySumsSuffice({ cache, query, scope, rates }: RoiWork): boolean {
  const types = scope.contentTypes
  const shopNos = scope.shops.map(({ no }) => no).filter((no) => no !== 0)
  return (
    query.keys.every((key) => DAY_SUM_KEYS.includes(key)) &&
    scope.creators === null &&
    scope.products === null &&
    scope.contents === null &&
    !scope.byStatus &&
    (types === null || types.size === 1) &&
    scope.shops.every(({ shop }) => rates.isTarget(shop.currency)) &&
    !(query.unitCosts ?? []).some(({ shopId }) => scope.shops.some(({ shop }) => shop.id === shopId)) &&
    !hasSplitOrders(cache.db, shopNos)
  )
}

type Db = RoiWork['cache']['db']

function hasSplitOrders(db: Db, shopNos: readonly number[]): boolean {
  const find = db.prepare('SELECT 1 FROM fact_split_orders WHERE shop_no = ? LIMIT 1').pluck()
  return shopNos.some((no) => find.get(no) !== undefined)
}

/** Adds the days in scope to their groups; answers the distinct orders of all. */
export function addDaySums({ cache, query, scope, groups, days }: RoiWork): number {
  const only = scope.contentTypes === null ? null : [...scope.contentTypes][0]!
  const byType = query.keys.includes('contentType')
  const find = cache.db
    .prepare(`SELECT day, content_type AS contentType, samples, orders, units, gmv, refunds, commission_settled AS settled,
    commission_pending AS pending FROM fact_days WHERE shop_no = ? AND day BETWEEN ? AND ?`)
  const { from: first, to: last } = days
  let orders = 0
  for (const shop of scope.shops) {
    const fees = platformRateTable(query.platformRates ?? [], shop.shop.id, days)
    // The statement's columns are the type's.
    for (const row of find.iterate(shop.no, first, last) as IterableIterator<DayRow>) {
      if (row.contentType === (only ?? ALL_TYPES)) {
        orders += row.orders
      }
      if (only === null ? (row.contentType !== ALL_TYPES) === byType : row.contentType === only) {
        const slot = groups.slot(groups.compose((key) => key.codeOfDay(shop, row.day, row.contentType)))
        addRow(groups.sums, slot * SUM_WIDTH, row, fees?.values[row.day - first] ?? 0)
      }
    }
  }
  return orders
}

function addRow(sums: Float64Array, at: number, row: DayRow, basisPoints: number): void {
  sums[at + UNITS]! += row.units
  sums[at + GMV]! += row.gmv
  sums[at + REFUNDS]! += row.refunds
  sums[at + SETTLED_COMMISSION]! += row.settled
  sums[at + PENDING_COMMISSION]! += row.pending
  sums[at + ORDERS]! += row.orders
  sums[at + SAMPLES]! += row.samples
  sums[at + FEE_BASE]! += (row.gmv - row.refunds) * basisPoints
}
