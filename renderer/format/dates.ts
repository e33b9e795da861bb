/**
 * Days and instants for people.
 *
 * A day (`YYYY-MM-DD`) belongs to a shop and is shown as it is, in no zone; an instant (UTC ms) is shown in a zone that the
 * caller names, or in this computer's.
 */

import { keptFormat, type Language } from './language'

/** `2026-03-05` → `2026/3/5` / `Mar 5, 2026`: short, and never in doubt about day and month. */
export function dayText(day: string, language: Language): string {
  return fullDay(language, '').format(noon(day))
}

/** Without the year: `3月5日` / `Mar 5`; for axes and ranges inside one year. */
export function shortDayText(day: string, language: Language): string {
  return shortDay(language, '').format(noon(day))
}

/** A period, its year once where both ends share it. */
export function periodText(from: string, to: string, language: Language): string {
  return from === to ? dayText(from, language) : fullDay(language, '').formatRange(noon(from), noon(to))
}

/** A month given as `YYYY-MM`. */
export function monthTextOf(month: string, language: Language): string {
  return monthOnly(language, '').format(noon(`${month}-01`))
}

/** An instant with minutes, in `timezone` (IANA) or this computer's zone. */
export function instantText(instant: number, language: Language, timezone = ''): string {
  return instantIn(language, timezone).format(instant)
}

/** The clock alone: the second clock where two zones matter. */
export function clockText(instant: number, language: Language, timezone = ''): string {
  return clockIn(language, timezone).format(instant)
}

/** `5 minutes ago` under 24 hours, else the instant. */
export function agoText(instant: number, now: number, language: Language): string {
  const minutes = Math.round((instant - now) / 60_000)
  if (Math.abs(minutes) >= 24 * 60) {
    return instantText(instant, language)
  }
  return Math.abs(minutes) < 60
    ? ago(language, '').format(minutes, 'minute')
    : ago(language, '').format(Math.trunc(minutes / 60), 'hour')
}

/** Chinese writes year first, so that its figures cannot be mistaken; English names the month. */
function monthOf(language: Language): 'short' | 'numeric' {
  return language === 'en' ? 'short' : 'numeric'
}

/** Noon, so that no zone can move the day. */
function noon(day: string): number {
  return Date.parse(`${day}T12:00:00Z`)
}

const fullDay = keptFormat(
  (language) =>
    new Intl.DateTimeFormat(language, { year: 'numeric', month: monthOf(language), day: 'numeric', timeZone: 'UTC' }),
)
const shortDay = keptFormat(
  (language) => new Intl.DateTimeFormat(language, { month: 'short', day: 'numeric', timeZone: 'UTC' }),
)
const monthOnly = keptFormat(
  (language) => new Intl.DateTimeFormat(language, { year: 'numeric', month: 'short', timeZone: 'UTC' }),
)
const instantIn = keptFormat(
  (language, zone) =>
    new Intl.DateTimeFormat(language, {
      year: 'numeric',
      month: monthOf(language),
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hour12: false,
      ...(zone && { timeZone: zone }),
    }),
)
const clockIn = keptFormat(
  (language, zone) =>
    new Intl.DateTimeFormat(language, {
      hour: '2-digit',
      minute: '2-digit',
      hour12: false,
      ...(zone && { timeZone: zone }),
    }),
)
const ago = keptFormat((language) => new Intl.RelativeTimeFormat(language, { numeric: 'auto' }))
