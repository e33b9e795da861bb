/** Many wall-clock times of one zone as instants, without asking the zone for each. */

import { dayOfNumber, instantInZone } from './days'

const DAY_SECONDS = 86_400

/**
 * Answers the instant (UTC ms) of local seconds since 1970-01-01 00:00:00 of the zone's clocks. The zone is asked twice a
 * day: only on days on which its clocks change every time is asked for itself.
 */
export function openZoneClock(timezone: string): (localSecond: number) => number {
  const offsets = new Map<number, number | null>()
  const at = (day: number, minute: number): number => instantInZone(dayOfNumber(day), minute, timezone)
  const offsetOf = (day: number): number | null => {
    const known = offsets.get(day)
    if (known !== undefined) return known
    const wall = day * DAY_SECONDS * 1000
    const [first, last] = [at(day, 0) - wall, at(day + 1, 0) - (wall + DAY_SECONDS * 1000)]
    const offset = first === last ? first : null
    offsets.set(day, offset)
    return offset
  }
  return (localSecond) => {
    const day = Math.floor(localSecond / DAY_SECONDS)
    const offset = offsetOf(day)
    if (offset !== null) return localSecond * 1000 + offset
    const second = localSecond - day * DAY_SECONDS
    return at(day, Math.floor(second / 60)) + (second % 60) * 1000
  }
}
