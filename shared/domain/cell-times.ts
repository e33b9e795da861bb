/** Days and times as people type and paste them into cells; a day that can be read two ways is refused. */

import { isRealDay } from './days'
import { cleanText } from './import-values/text'

export type DayReading = { readonly value: string } | { readonly reason: 'notADay' | 'ambiguousDay' }
export type InstantReading = { readonly value: number } | { readonly reason: 'notAnInstant' | 'ambiguousDay' }

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** `2026-03-31`, `2026/3/31`, `2026年3月31日`, `20260331`, `31 Mar 2026`, `31/03/2026`; a time behind it is left out. */
export function readDay(text: string): DayReading {
  return dayOf(parted(text).day)
}

/** A day with a time of day, meant in `zone` unless it names its own (`Z`, `+07:00`). */
export function readInstant(text: string, zone: string): InstantReading {
  const { day, time, offset } = parted(text)
  const read = dayOf(day)
  if ('reason' in read) {
    return { reason: read.reason === 'notADay' ? 'notAnInstant' : read.reason }
  }
  const clock = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?$/.exec(time === '' ? '00:00' : time)
  const [hour = NaN, minute = NaN, second = 0] = (clock ?? []).slice(1).map((part) => Number(part ?? 0))
  if (!clock || hour > 23 || minute > 59 || second > 59) {
    return { reason: 'notAnInstant' }
  }
  const local = Date.parse(`${read.value}T00:00:00Z`) + ((hour * 60 + minute) * 60 + second) * 1000
  return { value: offset === null ? toUtc(local, zone) : local - offset }
}

/** An instant as a person in `zone` would type it: `2026-03-31 09:30`, with seconds where there are some. */
export function typedInstant(instant: number, zone: string): string {
  const text = new Date(instant + offsetOf(instant, zone)).toISOString().replace('T', ' ').slice(0, 19)
  return text.endsWith(':00') ? text.slice(0, -3) : text
}

interface Parts {
  readonly day: string
  readonly time: string
  /** Milliseconds east of UTC, where the text says so. */
  readonly offset: number | null
}

function parted(text: string): Parts {
  const cleaned = cleanText(text.normalize('NFKC')).replace(/^'/, '')
  const match = /^(.*?)(?:[T ](\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?) ?(Z|[+-]\d{2}:?\d{2})?)?$/i.exec(cleaned)
  const [, day = cleaned, time = '', zone] = match ?? []
  if (zone === undefined) {
    return { day, time, offset: null }
  }
  const [, sign = '+', hours = '0', minutes = '0'] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone) ?? []
  return { day, time, offset: (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000 }
}

function dayOf(text: string): DayReading {
  const [, y = '', m = '', d = ''] =
    /^(\d{4})(?:[-/.]|年 ?)(\d{1,2})(?:[-/.]|月 ?)(\d{1,2})日?$/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text) ??
    []
  if (y !== '') {
    return real(y, m, d)
  }
  const [, first = '', second = '', year = ''] = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text) ?? []
  if (year !== '') {
    const [a, b] = [Number(first), Number(second)]
    return a > 12
      ? real(year, second, first)
      : b > 12 || a === b
        ? real(year, first, second)
        : { reason: 'ambiguousDay' }
  }
  const [, day = '', name = '', named = ''] = /^(\d{1,2})[ -]([a-z]{3,9})\.?,?[ -](\d{4})$/i.exec(text) ?? []
  const [, otherName = '', otherDay = '', otherNamed = ''] = /^([a-z]{3,9})\.? (\d{1,2}),? (\d{4})$/i.exec(text) ?? []
  const month = MONTHS.indexOf((name || otherName).slice(0, 3).toLowerCase()) + 1
  return month === 0 ? { reason: 'notADay' } : real(named || otherNamed, String(month), day || otherDay)
}

function real(year: string, month: string, day: string): DayReading {
  const value = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isRealDay(value) ? { value } : { reason: 'notADay' }
}

/** UTC of a wall clock in `zone`. */
function toUtc(local: number, zone: string): number {
  const near = local - offsetOf(local, zone)
  return local - offsetOf(near, zone)
}

/** Milliseconds that clocks in `zone` are ahead of UTC at an instant. */
function offsetOf(instant: number, zone: string): number {
  // Swedish writes dates and times as ISO does.
  const text = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(instant)
  return Date.parse(`${text.replace(' ', 'T')}Z`) - Math.floor(instant / 1000) * 1000
}
