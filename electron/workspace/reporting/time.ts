/** Time on reports: the fitting grain, and rows for days on which nothing was sold. */

import type { RoiRow } from '../../../shared/contract/roi'
import { addDays, dayNumber, type Period, weekOfDay, weekText } from '../../../shared/domain/days'
import { roiFigures } from '../../../shared/domain/roi'

export type Grain = 'day' | 'week' | 'month'

const DAYS_BY_DAY = 92
const DAYS_BY_WEEK = 400

/** Days up to a quarter, weeks up to a good year, months beyond: a trend of about a hundred points at most. */
export function grainFor(from: string, to: string): Grain {
  const length = dayNumber(to) - dayNumber(from) + 1
  return length <= DAYS_BY_DAY ? 'day' : length <= DAYS_BY_WEEK ? 'week' : 'month'
}

const NOTHING = roiFigures({
  orders: 0,
  units: 0,
  samples: 0,
  gmv: 0,
  refunds: 0,
  commissionSettled: 0,
  commissionPending: 0,
  sampleCost: 0,
  fees: 0,
  ads: 0,
  otherCosts: 0,
  platformFees: 0,
  cogs: 0,
  views: null,
})

/** The rows with one of zeros for each step of the period that has none, in the order of time. */
export function fillGaps(
  { rows, currency }: { readonly rows: readonly RoiRow[]; readonly currency: string },
  grain: Grain,
  { from, to }: Period,
): RoiRow[] {
  const byKey = new Map(rows.map((row) => [row.keys[grain] ?? '', row]))
  const { views: _views, ...zeros } = NOTHING
  const keys = new Set<string>()
  for (let day = from; day <= to; day = addDays(day, 1)) {
    keys.add(keyOf(day, grain))
  }
  return [...keys].map((key) => byKey.get(key) ?? { ...zeros, keys: { [grain]: key }, ids: {}, currency })
}

function keyOf(day: string, grain: Grain): string {
  return grain === 'day' ? day : grain === 'week' ? weekText(weekOfDay(dayNumber(day))) : day.slice(0, 7)
}
