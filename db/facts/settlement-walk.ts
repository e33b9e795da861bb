/** Every line of a shop's month with its way from estimate to actual, in one pass over typed columns. */

import { dayNumber, monthOfDay } from '../../shared/domain/days'
import {
  type Cause,
  type IsLate,
  type LineSettlement,
  newLineSettlement,
  type SettlementLine,
  settleLine,
  statusOfCode,
} from '../../shared/domain/settlement'
import type { MonthAmounts } from './amounts'
import type { FactsCache } from './cache'
import { idHalves } from './id-map'
import { isSale, STATUS_MASK } from './rows'
import type { MonthColumns } from './shop-columns'
import type { RoiShop } from './types'

/** A month's lines in memory, hot columns and amounts of the same version. */
export interface LoadedMonth {
  readonly shopNo: number
  readonly columns: MonthColumns
  readonly amounts: MonthAmounts
}

const TRIES = 5

/**
 * Runs `work` over a month's columns, in one turn; null: the shop has no lines of that month. Lines that come or go while
 * the amounts are read make it begin again.
 */
export async function onMonth<R>(
  cache: FactsCache,
  { shop, month }: { readonly shop: RoiShop; readonly month: string },
  work: (loaded: LoadedMonth | null) => R,
): Promise<R> {
  const number = monthOfDay(dayNumber(`${month}-01`))
  for (let left = TRIES; ; left--) {
    const found = cache.shopNumbers().get(shop.id)
    if (found === undefined) return work(null)
    const { no, version } = found
    const columns = cache
      .columns(no, version, { first: number, last: number })
      .months.find((one) => one.month === number)
    if (columns === undefined) return work(null)
    const isStill = (): boolean => cache.shopNumbers().get(shop.id)?.version === version
    try {
      const amounts = await cache.amounts.of(no, columns)
      if (isStill()) return work({ shopNo: no, columns, amounts })
    } catch (cause) {
      // A file was taken back meanwhile: its chunks are gone.
      if (isStill()) throw cause
    }
    if (left === 0) throw new Error(`the lines of ${month} changed ${TRIES} times while they were read`)
  }
}

const DAY_SECONDS = 86_400

/** Calls `visit` with every sale line of the month; both objects are filled anew for each. */
export function walkMonth(
  cache: FactsCache,
  { shopNo, columns, amounts }: LoadedMonth,
  { isLate, tags }: { readonly isLate: IsLate; readonly tags: ReadonlyMap<string, Cause> },
  visit: (row: number, line: SettlementLine, settled: LineSettlement) => void,
): void {
  const { flags, length } = columns
  const { numbers, fullyReturned } = amounts
  const tagged = rowsOf(cache, { shopNo, columns, amounts }, tags)
  const settled = newLineSettlement()
  const line: { -readonly [K in keyof SettlementLine]: SettlementLine[K] } = blankLine()
  for (let i = 0; i < length; i++) {
    if (!isSale(flags[i]!)) continue
    line.status = statusOfCode(flags[i]! & STATUS_MASK)
    line.fullyReturned = fullyReturned[i] === 1
    line.quantity = numbers.quantity[i]!
    line.payment = numbers.payment[i]!
    line.estimatedBase = known(numbers.estimatedBase[i]!)
    line.actualBase = known(numbers.actualBase[i]!)
    line.estimatedStandard = known(numbers.estimatedStandard[i]!)
    line.actualStandard = known(numbers.actualStandard[i]!)
    line.estimatedAds = known(numbers.estimatedAds[i]!)
    line.actualAds = known(numbers.actualAds[i]!)
    line.estimatedBonus = known(numbers.estimatedBonus[i]!)
    line.actualBonus = known(numbers.actualBonus[i]!)
    line.estimatedTax = known(numbers.estimatedTax[i]!)
    line.actualTax = known(numbers.actualTax[i]!)
    line.standardRate = known(numbers.standardRate[i]!)
    line.adsRate = known(numbers.adsRate[i]!)
    line.delivered = known(Math.floor(numbers.delivered[i]! / DAY_SECONDS))
    settleLine(line, isLate, tagged?.get(i) ?? null, settled)
    visit(i, line, settled)
  }
}

/** The rows of lines, by `lineKey`, each with what is known of its line; null: none is asked for. */
export function rowsOf<T>(
  cache: FactsCache,
  { shopNo, columns: { product }, amounts: { keys } }: LoadedMonth,
  lines: ReadonlyMap<string, T>,
): ReadonlyMap<number, T> | null {
  if (lines.size === 0) return null
  const skuOf = cache.db.prepare<[string], number>('SELECT no FROM dim_skus WHERE sku_id = ?').pluck()
  const directory = cache.names.of('product')
  const found = new Map<number, T>()
  for (const [key, known] of lines) {
    const [order = '', productId = '', sku = ''] = key.split(' ')
    if (!/^\d{1,19}$/.test(order)) continue
    const { high, low } = idHalves(order)
    const skuNo = sku === '' ? 0 : (skuOf.get(sku) ?? -1)
    const products = new Set(
      productId === ''
        ? [0]
        : directory.numbersOf(productId).flatMap(({ no, shopNo: of }) => (of === shopNo ? [no] : [])),
    )
    for (let i = firstOf(keys, high, low); keys.orderHigh[i] === high && keys.orderLow[i] === low; i++) {
      if (keys.sku[i] === skuNo && products.has(product[i]!)) found.set(i, known)
    }
  }
  return found
}

/** The first row of an order; rows are in order of their order's id. */
function firstOf({ orderHigh, orderLow }: MonthAmounts['keys'], high: number, low: number): number {
  let from = 0
  let to = orderHigh.length
  while (from < to) {
    const middle = (from + to) >> 1
    const isBefore = orderHigh[middle]! < high || (orderHigh[middle] === high && orderLow[middle]! < low)
    if (isBefore) from = middle + 1
    else to = middle
  }
  return from
}

function known(value: number): number | null {
  return Number.isNaN(value) ? null : value
}

function blankLine(): SettlementLine {
  return {
    status: 'pending',
    fullyReturned: false,
    quantity: 0,
    payment: 0,
    estimatedBase: null,
    actualBase: null,
    estimatedStandard: null,
    actualStandard: null,
    estimatedAds: null,
    actualAds: null,
    estimatedBonus: null,
    actualBonus: null,
    estimatedTax: null,
    actualTax: null,
    standardRate: null,
    adsRate: null,
    delivered: null,
  }
}
