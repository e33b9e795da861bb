/** Which orders a shop's income files say are settled, and how far they reach. */

import type { Database } from 'better-sqlite3'

import { INCOME_PARTS } from '../../shared/domain/income/columns'
import { INCOME_TYPES } from '../../shared/domain/income/types'
import { incomeBatchesOf } from './batches'
import { IdMap } from './id-map'
import { incomeMonths, incomeRows } from './income-store'

export interface SettledOrders {
  /** Above 0 for an order that some live file says was paid out. */
  readonly orders: IdMap
  /** The last day that was settled; null: no file says of any. */
  readonly to: number | null
}

const ORDERS = INCOME_PARTS.indexOf('orders')
/** Adjustments name an order too, and pay nothing out for it. */
const ORDER = INCOME_TYPES.indexOf('order')

/** Names the live files: equal names, equal answers. */
export function incomeVersion(db: Database, shopNo: number): string {
  return incomeBatchesOf(db, shopNo)
    .filter(({ live }) => live)
    .map(({ no }) => no)
    .join()
}

export function settledOrders(db: Database, shopNo: number): SettledOrders {
  const orders = new IdMap()
  let to = -Infinity
  for (const month of incomeMonths(db, shopNo)) {
    const rows = incomeRows(db, shopNo, month)
    if (rows === null) continue
    for (let i = 0; i < rows.length; i++) {
      const settled = rows.settled[i]!
      if (rows.part[i] !== ORDERS || rows.type[i] !== ORDER || Number.isNaN(settled)) continue
      if (settled > to) to = settled
      const [high, low] = [rows.orderHigh[i]!, rows.orderLow[i]!]
      if ((high !== 0 || low !== 0) && orders.get(high, low) === 0) orders.add(high, low, 1)
    }
  }
  return { orders, to: to === -Infinity ? null : to }
}
