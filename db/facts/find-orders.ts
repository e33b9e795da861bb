/** Where orders are, by their ids: every line that the shops' files have of them, in whatever month. */

import { monthText } from '../../shared/domain/days'
import type { KnownOrderLine } from '../../shared/domain/disputes'
import { ORDER_STATUSES } from '../../shared/domain/orders'
import type { FactsCache } from './cache'
import { PackedColumns } from './columns'
import { idHalves, idHex } from './id-map'
import { isSale, isSample, STATUS_MASK } from './rows'
import type { MonthColumns } from './shop-columns'
import { type StandIns, standIns } from './stand-ins'
import type { MergedCreator } from './types'

export interface OrdersQuery {
  readonly shopIds: readonly string[]
  /** The platform's order ids, decimal. */
  readonly orders: readonly string[]
  readonly mergedCreators: readonly MergedCreator[]
}

interface Wanted {
  readonly orderId: string
  readonly high: number
  readonly low: number
  readonly hex: string
}

/** The lines by order; an order that no file has is not among them. */
export function findOrders(
  cache: FactsCache,
  { shopIds, orders, mergedCreators }: OrdersQuery,
): Map<string, KnownOrderLine[]> {
  const numbers = cache.shopNumbers()
  cache.names.refresh()
  const groups = standIns(cache, 'creator', mergedCreators)
  const wanted = orders.map((orderId): Wanted => {
    const { high, low } = idHalves(orderId)
    return { orderId, high, low, hex: idHex(high, low) }
  })
  const found = new Map<string, KnownOrderLine[]>()
  // The statement's columns are the type's.
  const heads = cache.db.prepare<[number], { month: number; first: string; last: string }>(
    'SELECT month, order_min AS first, order_max AS last FROM fact_segments WHERE shop_no = ? AND lines > 0 ORDER BY month',
  )
  for (const shopId of shopIds) {
    const shop = numbers.get(shopId)
    if (shop === undefined) continue
    for (const { month, first, last } of heads.all(shop.no)) {
      const within = wanted.filter(({ hex }) => hex >= first && hex <= last)
      const columns =
        within.length === 0
          ? undefined
          : cache
              .columns(shop.no, shop.version, { first: month, last: month })
              .months.find((one) => one.month === month)
      if (columns === undefined) continue
      const keys = orderKeys(cache, shop.no, month)
      for (const { orderId, high, low } of within) {
        for (let i = firstOf(keys, high, low); keys.high[i] === high && keys.low[i] === low; i++) {
          const lines = found.get(orderId) ?? []
          found.set(orderId, lines)
          lines.push({ shopId, month: monthText(month), ...lineAt(cache, groups, columns, i) })
        }
      }
    }
  }
  return found
}

function lineAt(
  cache: FactsCache,
  groups: StandIns,
  { flags, creator, gmv, refund, commission }: MonthColumns,
  i: number,
): Omit<KnownOrderLine, 'shopId' | 'month'> {
  const no = creator[i]!
  const flag = flags[i]!
  return {
    creatorId: (groups.labelOf(groups.numbers.get(no) ?? no) ?? cache.names.of('creator').label(no)).id ?? '',
    role: isSale(flag) ? 'sale' : isSample(flag) ? 'sample' : 'unpaid',
    status: ORDER_STATUSES[flag & STATUS_MASK] ?? 'pending',
    gmv: gmv[i]!,
    refund: refund[i]!,
    commission: commission[i]!,
  }
}

interface OrderKeys {
  readonly high: Uint32Array
  readonly low: Uint32Array
}

function orderKeys({ db }: FactsCache, shopNo: number, month: number): OrderKeys {
  const bytes = db
    .prepare<[number, number], Uint8Array>('SELECT keys FROM fact_segments WHERE shop_no = ? AND month = ?')
    .pluck()
    .get(shopNo, month)
  const packed = new PackedColumns(bytes ?? new Uint8Array(0))
  const high = new Uint32Array(packed.rows)
  const low = new Uint32Array(packed.rows)
  packed.read('orderHigh', high)
  packed.read('orderLow', low)
  return { high, low }
}

/** The first row at or after an order; rows are in order of their order's id. */
function firstOf({ high, low }: OrderKeys, wantedHigh: number, wantedLow: number): number {
  let from = 0
  let to = high.length
  while (from < to) {
    const middle = (from + to) >> 1
    const isBefore = high[middle]! < wantedHigh || (high[middle] === wantedHigh && low[middle]! < wantedLow)
    if (isBefore) from = middle + 1
    else to = middle
  }
  return from
}
