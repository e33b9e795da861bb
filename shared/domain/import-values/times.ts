/**
 * Dates and times of files: shop-local wall clock, written day first, month first or year first.
 *
 * Which one is decided once per file; an impossible date is refused, never shifted. A time is kept as seconds since
 * 1970-01-01 00:00:00 of the same wall clock, so it is not an instant until a zone is applied.
 */

import type { DateOrder } from '../imports'
import { cleanText, isBlank } from './text'

export type TimeCell = number | 'blank' | 'unreadable' | 'impossible'

const FIRST_YEAR = 2000
const LAST_YEAR = 2099
const DATE = /^(\d{1,4})([/.-])(\d{1,2})\2(\d{1,4})(?:\/?[ T]|$)/
const CLOCK = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)? ?([AaPp])?\.?(?:[Mm]\.?)?$/
const SERIAL = /^\d{5}(?:\.\d{1,12})?$/

/** Days since 1970-01-01 of a calendar day, or NaN where there is no such day. */
export function civilDay(year: number, month: number, day: number): number {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month) || year < FIRST_YEAR || year > LAST_YEAR) {
    return NaN
  }
  const shifted = month <= 2 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) {
    return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  }
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** A date with or without a time of day, in local seconds. A year of four digits is needed; `25569`-like serials are days. */
export function parseTime(text: string, order: DateOrder): TimeCell {
  const cleaned = cleanText(text).replace(/^'/, '')
  if (isBlank(cleaned)) {
    return 'blank'
  }
  if (SERIAL.test(cleaned)) {
    return fromSerial(Number(cleaned))
  }
  const date = DATE.exec(cleaned)
  if (!date) {
    return 'unreadable'
  }
  const day = dayOfParts(date, order)
  const clock = secondsOfDay(cleaned.slice(date[0].length).trim())
  if (day === null || clock === null) {
    return 'unreadable'
  }
  return Number.isNaN(day) || Number.isNaN(clock) ? 'impossible' : day * 86400 + clock
}

/** The local day `YYYY-MM-DD` of local seconds. */
export function dayText(localSecond: number): string {
  return new Date(Math.floor(localSecond / 86400) * 86400000).toISOString().slice(0, 10)
}

function dayOfParts(date: RegExpExecArray, order: DateOrder): number | null {
  const [, first = '', , second = '', third = ''] = date
  if (first.length === 4 && third.length <= 2) {
    return civilDay(Number(first), Number(second), Number(third))
  }
  if (third.length !== 4 || first.length > 2) {
    return null
  }
  const monthFirst = order === 'MDY'
  return civilDay(Number(third), Number(monthFirst ? first : second), Number(monthFirst ? second : first))
}

function secondsOfDay(text: string): number | null {
  if (text === '') {
    return 0
  }
  const clock = CLOCK.exec(text)
  if (!clock) {
    return null
  }
  const [, hourText = '', minute = '', second = '0', half] = clock
  let hour = Number(hourText)
  if (half !== undefined) {
    if (hour < 1 || hour > 12) {
      return NaN
    }
    hour = (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
  }
  return hour > 23 || Number(minute) > 59 || Number(second) > 59
    ? NaN
    : hour * 3600 + Number(minute) * 60 + Number(second)
}

/** A spreadsheet's day number (1900 system): 36526 is 2000-01-01. */
function fromSerial(serial: number): TimeCell {
  const seconds = Math.round((serial - 25569) * 86400)
  return serial < 36526 || serial >= 73051 ? 'impossible' : seconds
}

/** Whether a cell holds a day, a month and a year in figures, in whatever order: no header, no spreadsheet's day number. */
export function isWrittenDate(text: string): boolean {
  return DATE.test(cleanText(text))
}

/** What one cell says about the order of day and month: the sign that it could only be read one way. */
export function dateOrderEvidence(text: string): DateOrder | null {
  const date = DATE.exec(cleanText(text))
  if (!date) {
    return null
  }
  const [, first = '', , second = '', third = ''] = date
  if (first.length === 4) {
    return 'YMD'
  }
  if (third.length !== 4) {
    return null
  }
  if (Number(first) > 12 && Number(second) <= 12) {
    return 'DMY'
  }
  return Number(second) > 12 && Number(first) <= 12 ? 'MDY' : null
}
