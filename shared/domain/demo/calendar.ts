/** How much a market buys on a day: promo days, feasts, paydays, weekends. Figures are made up; the dates are real. */

import { dayNumber } from '../days'

const LUNAR_NEW_YEAR = [
  '2024-02-10',
  '2025-01-29',
  '2026-02-17',
  '2027-02-06',
  '2028-01-26',
  '2029-02-13',
  '2030-02-03',
  '2031-01-23',
]
const RAMADAN = [
  '2024-03-11',
  '2025-03-01',
  '2026-02-18',
  '2027-02-08',
  '2028-01-28',
  '2029-01-16',
  '2030-01-06',
  '2030-12-26',
]

/** Times an ordinary day of the market; 1 is ordinary. */
export function seasonOf(market: string, day: string): number {
  const date = dateOf(day)
  const west = market === 'US' || market === 'GB'
  return (
    weekday(day) *
    doubleDay(date, west) *
    paydays(market, date) *
    (west ? western(date, day) : feasts(market, date, day))
  )
}

/** True on days when the whole market is discounted. */
export function isPromoDay(market: string, day: string): boolean {
  const date = dateOf(day)
  const west = market === 'US' || market === 'GB'
  return doubleDay(date, west) > 1.2 || (west && western(date, day) > 2)
}

interface DateParts {
  readonly year: number
  readonly month: number
  readonly date: number
}

function dateOf(day: string): DateParts {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), date: Number(day.slice(8, 10)) }
}

function weekday(day: string): number {
  // Thursday was day 0.
  const of = (dayNumber(day) + 4) % 7
  return of === 0 || of === 6 ? 1.15 : of === 1 ? 0.92 : 1
}

const DOUBLE_DAYS: Readonly<Record<number, number>> = { 6: 1.6, 7: 1.6, 8: 1.7, 9: 2.6, 10: 2.8, 11: 4.6, 12: 3.8 }

function doubleDay({ month, date }: DateParts, west: boolean): number {
  const most = DOUBLE_DAYS[month] ?? 1
  const peak = west ? 1 + (most - 1) / 8 : most
  return date === month ? peak : date === month - 1 ? 1 + (peak - 1) / 6 : 1
}

function paydays(market: string, { month, date }: DateParts): number {
  switch (market) {
    case 'ID':
      return date >= 25 && date <= 28 ? 1.45 : 1
    case 'TH':
      return date >= 25 ? 1.3 : date === 16 ? 1.15 : 1
    case 'VN':
      return date === 5 || date === 15 ? 1.25 : 1
    case 'GB':
      return date >= 27 && month !== 12 ? 1.2 : 1
    default:
      return date === 1 || date === 15 ? 1.15 : 1
  }
}

function western({ year, month, date }: DateParts, day: string): number {
  const fromFriday = dayNumber(day) - blackFriday(year)
  if (fromFriday === 0) return 4.2
  if (fromFriday === 3) return 3.1
  if (fromFriday >= -4 && fromFriday <= 4) return 2.1
  if (month === 12) return date <= 18 ? 1.4 : date >= 24 && date <= 26 ? 0.55 : 1
  return 1
}

/** The day after the fourth Thursday of November, by number. */
function blackFriday(year: number): number {
  const first = dayNumber(`${year}-11-01`)
  const toThursday = (7 - (first % 7)) % 7
  return first + toThursday + 21 + 1
}

function feasts(market: string, { month, date }: DateParts, day: string): number {
  if (market === 'VN') {
    const fromNewYear = nearest(LUNAR_NEW_YEAR, day)
    return fromNewYear >= -21 && fromNewYear < -2 ? 1.75 : fromNewYear >= -2 && fromNewYear <= 6 ? 0.3 : 1
  }
  if (market === 'ID') {
    const fasting = nearest(RAMADAN, day)
    return fasting >= 0 && fasting < 20
      ? 1.5
      : fasting >= 20 && fasting < 29
        ? 2.1
        : fasting >= 29 && fasting < 36
          ? 0.55
          : 1
  }
  if (market === 'TH' && month === 4) {
    return date >= 5 && date <= 11 ? 1.4 : date >= 12 && date <= 16 ? 0.65 : 1
  }
  return 1
}

/** Days since the nearest of the dates; before it, below 0. */
function nearest(dates: readonly string[], day: string): number {
  const number = dayNumber(day)
  return dates
    .map((date) => number - dayNumber(date))
    .reduce((best, each) => (Math.abs(each) < Math.abs(best) ? each : best))
}
