/** Review hours as they are typed: spans `09:00-18:00`, lists one entry a line. */

import { isRealDay, isTimezone } from '../../../shared/domain/days'
import type { ReviewHours, Span } from '../../../shared/domain/review-sla'

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export type Weekday = (typeof WEEKDAYS)[number]

export type HoursDraft = Readonly<Record<Weekday, string>> & {
  readonly zone: string
  readonly hours: string
  readonly escalate: string
  readonly reviewer: string
  readonly deputy: string
  readonly rounds: string
  readonly daysOff: string
  readonly cover: string
  readonly windows: string
  readonly recount: boolean
}

export function hoursDraft(hours: ReviewHours): HoursDraft {
  const day = (index: number) => {
    const span = hours.week[index]
    return span ? spanText(span) : ''
  }
  return {
    mon: day(0),
    tue: day(1),
    wed: day(2),
    thu: day(3),
    fri: day(4),
    sat: day(5),
    sun: day(6),
    zone: hours.zone ?? '',
    hours: String(hours.minutes / 60),
    escalate: String(hours.escalateAfter),
    reviewer: hours.reviewer ?? '',
    deputy: hours.deputy ?? '',
    rounds: String(hours.rounds),
    daysOff: hours.daysOff.map(({ from, to, name }) => `${from} ${to} ${name}`.trim()).join('\n'),
    cover: hours.cover
      .map(({ from, to, hours: span, person }) => `${from} ${to} ${spanText(span)} ${person}`)
      .join('\n'),
    windows: Object.entries(hours.windows)
      .map(([market, span]) => `${market} ${spanText(span)}`)
      .join('\n'),
    recount: false,
  }
}

/** What of a draft cannot be read: the number of the first wrong line, 1 for a single field. */
export type Wrong = Partial<
  Record<keyof HoursDraft, { readonly why: 'time' | 'line' | 'count' | 'zone'; readonly n: number }>
>

export function readHoursDraft(draft: HoursDraft): { readonly hours: ReviewHours; readonly wrong: Wrong } {
  const wrong: Record<string, Wrong[keyof HoursDraft]> = {}
  const week = WEEKDAYS.map((day): Span | null => {
    if (draft[day].trim() === '') return null
    const span = readSpan(draft[day])
    if (span === null) wrong[day] = { why: 'time', n: 1 }
    return span
  })
  const list = <T>(name: 'daysOff' | 'cover' | 'windows', read: (line: string) => T | null): T[] =>
    draft[name].split('\n').flatMap((line, index) => {
      if (line.trim() === '') return []
      const entry = read(line.trim())
      if (entry === null) wrong[name] ??= { why: 'line', n: index + 1 }
      return entry === null ? [] : [entry]
    })
  const count = (name: 'hours' | 'escalate' | 'rounds', least: number, most: number): number => {
    const value = Number(draft[name])
    if (draft[name].trim() === '' || !(value >= least && value <= most)) wrong[name] = { why: 'count', n: 1 }
    return value
  }
  const zone = draft.zone.trim()
  if (zone !== '' && !isTimezone(zone)) wrong['zone'] = { why: 'zone', n: 1 }
  return {
    wrong,
    hours: {
      zone: zone === '' ? null : zone,
      week,
      daysOff: list('daysOff', readDayOff),
      cover: list('cover', readCover),
      minutes: Math.round(count('hours', 0.25, 500) * 60),
      escalateAfter: Math.round(count('escalate', 10, 100)),
      reviewer: draft.reviewer.trim() || null,
      deputy: draft.deputy.trim() || null,
      rounds: Math.round(count('rounds', 0, 20)),
      windows: Object.fromEntries(list('windows', readWindow)),
    },
  }
}

function readDayOff(line: string): ReviewHours['daysOff'][number] | null {
  const [, from = '', to = '', name = ''] = /^(\S+)\s+(\d{4}-\S+)\s*(.*)$/u.exec(line) ?? [line, line, line, '']
  return isRealDay(from) && isRealDay(to) && from <= to ? { from, to, name: name.slice(0, 80) } : null
}

function readCover(line: string): ReviewHours['cover'][number] | null {
  const [, from = '', to = '', text = '', person = ''] = /^(\S+)\s+(\S+)\s+(\S+)\s+(.+)$/u.exec(line) ?? []
  const hours = readSpan(text)
  return isRealDay(from) && isRealDay(to) && from <= to && hours !== null
    ? { from, to, hours, person: person.slice(0, 120) }
    : null
}

function readWindow(line: string): readonly [market: string, span: Span] | null {
  const [, market = '', text = ''] = /^(\*|[A-Za-z]{2})\s+(\S+)$/u.exec(line) ?? []
  const span = readSpan(text)
  return market === '' || span === null ? null : [market.toUpperCase(), span]
}

/** `9:00-18:00`, with any dash; null for anything else. */
function readSpan(text: string): Span | null {
  const [, h1 = '', m1 = '', h2 = '', m2 = ''] =
    /^(\d{1,2}):(\d\d)\s*[-–—]\s*(\d{1,2}):(\d\d)$/u.exec(text.trim()) ?? []
  const [from, to] = [Number(h1) * 60 + Number(m1), Number(h2) * 60 + Number(m2)]
  const fits = h1 !== '' && Number(m1) < 60 && Number(m2) < 60 && from < 1440 && to <= 1440 && from < to
  return fits ? [from, to] : null
}

function spanText([from, to]: Span): string {
  const clock = (minute: number) =>
    `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
  return `${clock(from)}-${clock(to)}`
}
