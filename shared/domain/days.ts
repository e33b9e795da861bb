/** Days, periods and time zones: a day is `YYYY-MM-DD` in a shop's own zone. */

import { z } from '../schema'

const DAY_MS = 86_400_000
const QUARTER_MS = 900_000

export const Day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(isRealDay, 'not a day of the calendar')
export const Period = z
  .object({ from: Day, to: Day })
  .refine(({ from, to }) => from <= to, 'the period ends before it begins')
export type Period = z.infer<typeof Period>

/** True for a day that the calendar has: `2026-02-29` is none. */
export function isRealDay(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`)
  return Number.isFinite(time) && dayOfNumber(time / DAY_MS) === day
}

/** Days since 1970-01-01. */
export function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY_MS
}

/** The first day that is not of four digits. */
const DAY_10000 = 2_932_897

/** The inverse of `dayNumber`. */
export function dayOfNumber(number: number): string {
  if (!Number.isInteger(number) || number < 0 || number >= DAY_10000) {
    return new Date(number * DAY_MS).toISOString().slice(0, 10)
  }
  // Asked for each of many thousand rows, where making a Date is what takes the time. Years begin in March here, so that
  // the leap day is their last; after Howard Hinnant, "chrono-compatible low-level date algorithms".
  const day = number + DAYS_BEFORE_1970
  const era = Math.floor(day / DAYS_OF_400_YEARS)
  const ofEra = day - era * DAYS_OF_400_YEARS
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  )
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const fromMarch = Math.floor((5 * ofYear + 2) / 153)
  const date = ofYear - Math.floor((153 * fromMarch + 2) / 5) + 1
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
  const year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0)
  return `${year}-${month < 10 ? '0' : ''}${month}-${date < 10 ? '0' : ''}${date}`
}

/** From March 1st of the year 0. */
const DAYS_BEFORE_1970 = 719_468
const DAYS_OF_400_YEARS = 146_097

/** The day `count` days later (or earlier, when negative). */
export function addDays(day: string, count: number): string {
  return dayOfNumber(dayNumber(day) + count)
}

const MINUTE_MS = 60_000
const clocks = new Map<string, Intl.DateTimeFormat>()

/** Date and time as the clocks of a zone show them, `YYYY-MM-DD HH:MM:SS`. */
function wallClock(instant: number, timezone: string): string {
  // Making one takes longer than asking it a hundred times.
  const known =
    clocks.get(timezone) ??
    // Swedish writes dates as YYYY-MM-DD.
    new Intl.DateTimeFormat('sv-SE', {
      timeZone: timezone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
    })
  clocks.set(timezone, known)
  return known.format(instant)
}

/** The calendar day of an instant (UTC ms) in an IANA time zone. */
export function dayInZone(instant: number, timezone: string): string {
  return wallClock(instant, timezone).slice(0, 10)
}

/** Minutes since midnight that the clocks of a zone show at an instant (UTC ms). */
export function minuteInZone(instant: number, timezone: string): number {
  const [hour = 0, minute = 0] = wallClock(instant, timezone).slice(11, 16).split(':').map(Number)
  return hour * 60 + minute
}

/** How far the clocks of a zone are ahead of UTC at an instant, ms. */
function offsetAt(instant: number, timezone: string): number {
  const shown = Date.parse(`${wallClock(instant, timezone).replace(' ', 'T')}Z`)
  return shown - Math.floor(instant / 1000) * 1000
}

/**
 * The instant (UTC ms) at which the clocks of a zone show this minute of this day. A time that they skip in spring is
 * taken as much later; of one that they show twice in autumn, the first.
 */
export function instantInZone(day: string, minute: number, timezone: string): number {
  const wall = dayNumber(day) * DAY_MS + minute * MINUTE_MS
  // Clocks change at most once in two days, so one of these is in force.
  const candidates = [wall - DAY_MS, wall + DAY_MS].map((near) => wall - offsetAt(near, timezone))
  const exact = candidates.filter((at) => at + offsetAt(at, timezone) === wall)
  return exact.length > 0 ? Math.min(...exact) : Math.max(...candidates)
}

/** The first instant (UTC ms) of a day in an IANA time zone, also where clocks change at midnight. */
export function dayStart(day: string, timezone: string): number {
  const midnight = Date.parse(`${day}T00:00:00Z`)
  // No zone is further from UTC than 14 hours, and all of them change by whole quarters of an hour.
  let [before, from] = [-57, 57]
  while (from - before > 1) {
    const middle = Math.floor((before + from) / 2)
    if (dayInZone(midnight + middle * QUARTER_MS, timezone) < day) before = middle
    else from = middle
  }
  return midnight + from * QUARTER_MS
}

/** The period of the same length that ends the day before this one begins. */
export function previousPeriod({ from, to }: Period): Period {
  const length = dayNumber(to) - dayNumber(from) + 1
  return { from: addDays(from, -length), to: addDays(from, -1) }
}

/** True when this machine's time-zone data knows `zone` as an IANA name. */
export function isTimezone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return zone.includes('/') || zone === 'UTC'
  } catch {
    return false
  }
}

/** Months since 1970-01 that a day (by number) lies in. */
export function monthOfDay(day: number): number {
  const date = new Date(day * DAY_MS)
  return (date.getUTCFullYear() - 1970) * 12 + date.getUTCMonth()
}

/** Months since 1970-01 as `YYYY-MM`. */
export function monthText(month: number): string {
  return new Date(Date.UTC(1970, month, 1)).toISOString().slice(0, 7)
}

/** The number of the first day of a month given in months since 1970-01. */
export function firstDayOfMonth(month: number): number {
  return Date.UTC(1970, month, 1) / DAY_MS
}

/** ISO weeks (Monday first) since the one that holds 1970-01-01, a Thursday. */
export function weekOfDay(day: number): number {
  return Math.floor((day + 3) / 7)
}

/** An ISO week, counted as in `weekOfDay`, as `YYYY-Www`: it carries the year of its Thursday. */
export function weekText(week: number): string {
  const thursday = week * 7
  const year = new Date(thursday * DAY_MS).getUTCFullYear()
  const ordinal = Math.floor((thursday - Date.UTC(year, 0, 1) / DAY_MS) / 7) + 1
  return `${year}-W${String(ordinal).padStart(2, '0')}`
}
