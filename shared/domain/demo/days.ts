/** How many lines each shop has on each day, so that the whole comes to the wanted size. */

import { addDays, dayNumber } from '../days'
import { seasonOf } from './calendar'
import { MISSING_WEEK, isWithin } from './disasters'
import { DEMO_SHOPS, type DemoShop } from './shops'

export const DEMO_LINES = { small: 5_000, agency: 60_000, large: 1_000_000 } as const
export type DemoSize = keyof typeof DEMO_LINES

/** The twelve months that end with the month of `until`, up to that day. */
export function demoPeriod(until: string): { readonly from: string; readonly to: string; readonly days: number } {
  const year = Number(until.slice(0, 4))
  const month = Number(until.slice(5, 7))
  const first = month === 12 ? `${year}-01-01` : `${year - 1}-${String(month + 1).padStart(2, '0')}-01`
  return { from: first, to: until, days: dayNumber(until) - dayNumber(first) + 1 }
}

/** Expected lines of a shop by day, counted from the first; the missing week has none. */
export function linesByDay(shop: DemoShop, size: DemoSize, until: string): Float64Array {
  const { from, days } = demoPeriod(until)
  const shares = DEMO_SHOPS.reduce((sum, each) => sum + each.share, 0)
  const weights = Float64Array.from(
    { length: days },
    (_, at) => seasonOf(shop.market, addDays(from, at)) * (0.7 + (0.6 * at) / days),
  )
  const sum = weights.reduce((total, weight) => total + weight, 0)
  const wanted = (DEMO_LINES[size] * shop.share) / shares
  return weights.map((weight, at) =>
    shop.key === MISSING_WEEK.shop && isWithin(MISSING_WEEK, at) ? 0 : (weight / sum) * wanted,
  )
}
