/** The two steps of a scan that exchange rates need: asking for them, and leaving out days that have none. */

import type { Block, ByDay } from './scan'
import type { HotColumns } from './shop-columns'

/** Stands in a table of factors for a day that nobody has asked for. */
export const NOT_ASKED = -1

/** Has the factors of the block's days asked for. */
export function askRates(
  { row, count }: Block,
  { day }: HotColumns,
  { first, values }: ByDay<Float64Array>,
  ask: (day: number) => void,
): void {
  for (let j = 0; j < count; j++) {
    const on = day[row[j]!]!
    if (values[on - first] === NOT_ASKED) ask(on)
  }
}

/** Drops rows of days without a rate; `onMissing` hears each. */
export function keepRated(
  block: Block,
  { day }: HotColumns,
  { first, values }: ByDay<Float64Array>,
  onMissing: (day: number) => void,
): void {
  const { row, order, count } = block
  let kept = 0
  for (let j = 0; j < count; j++) {
    const i = row[j]!
    if (Number.isNaN(values[day[i]! - first]!)) {
      onMissing(day[i]!)
      continue
    }
    row[kept] = i
    order[kept] = order[j]!
    kept++
  }
  block.count = kept
}
