/** Wall-clock seconds of a shop as instants, quickly enough for a long file: days on which no clock changes are looked up once. */

import { dayStart, instantInZone } from '../../../shared/domain/days'
import { dayText } from '../../../shared/domain/import-values/times'

const DAY = 86_400

export function openClock(zone: string): (localSecond: number) => number {
  const starts = new Map<string, number>()
  const startOf = (day: string): number => {
    const known = starts.get(day) ?? dayStart(day, zone)
    starts.set(day, known)
    return known
  }
  return (localSecond) => {
    const day = dayText(localSecond)
    const second = localSecond - Math.floor(localSecond / DAY) * DAY
    const start = startOf(day)
    const isPlain = startOf(dayText(localSecond + DAY)) - start === DAY * 1000
    return isPlain ? start + second * 1000 : instantInZone(day, Math.floor(second / 60), zone) + (second % 60) * 1000
  }
}
