/** Days of one time zone for many instants: as `dayInZone` and `dayStart` say, worked out once for each day. */

import { dayInZone, dayNumber, dayOfNumber, dayStart } from './days'

const DAY_MS = 86_400_000

/** Days are numbers since 1970-01-01. */
export interface ZoneDays {
  /** The calendar day of an instant (UTC ms). */
  readonly dayOf: (instant: number) => number
  /** The first instant (UTC ms) after a day. */
  readonly endOf: (day: number) => number
}

const opened = new Map<string, ZoneDays>()

export function zoneDays(timezone: string): ZoneDays {
  const known = opened.get(timezone) ?? open(timezone)
  opened.set(timezone, known)
  return known
}

function open(timezone: string): ZoneDays {
  const starts = new Map<number, number>()
  const startOf = (day: number): number => {
    const start = starts.get(day) ?? dayStart(dayOfNumber(day), timezone)
    starts.set(day, start)
    return start
  }
  const first = new Map<number, number>()
  return {
    dayOf: (instant) => {
      const utc = Math.floor(instant / DAY_MS)
      // The local day on which this UTC day begins; at most three local days touch it.
      const begins = first.get(utc) ?? dayNumber(dayInZone(utc * DAY_MS, timezone))
      first.set(utc, begins)
      return instant < startOf(begins + 1) ? begins : instant < startOf(begins + 2) ? begins + 1 : begins + 2
    },
    endOf: (day) => startOf(day + 1),
  }
}
