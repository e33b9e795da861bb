/** Deadlines of reviews, worked out by hand and as properties: working hours, days off, cover, zones, clocks that change. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { dayInZone, minuteInZone } from '../../shared/domain/days'
import {
  dueAt,
  escalatesAt,
  publishWindow,
  responsible,
  ReviewHours,
  SHIPPED_HOURS,
  slaLevel,
  slotLevel,
  workCalendar,
} from '../../shared/domain/review-sla'

const HOUR = 3_600_000
const utc = (text: string) => Date.parse(`${text}Z`)
const OFFICE: readonly [number, number] = [540, 1080]
const NIGHT: readonly [number, number] = [0, 240]
const everyDay = (span: readonly [number, number]) => Array.from({ length: 7 }, () => span)

const SPRING_FESTIVAL = { from: '2026-02-16', to: '2026-02-23', name: 'Spring Festival' }
const COVERED = { from: '2026-11-28', to: '2026-11-28', person: 'Bo', hours: [600, 720] as const }

/** What is handed in, by whose clocks, with how many minutes; and when the verdict is due, counted by hand. */
const CASES: readonly (readonly [
  what: string,
  zone: string,
  hours: Partial<ReviewHours>,
  submitted: string,
  due: string | null,
])[] = [
  ['in the morning: the same day', 'Asia/Shanghai', { minutes: 240 }, '2026-11-23T01:00', '2026-11-23T05:00'],
  ['before work begins: counted from nine', 'Asia/Shanghai', { minutes: 60 }, '2026-11-22T23:30', '2026-11-23T02:00'],
  ['exactly to the end of the day', 'Asia/Shanghai', { minutes: 540 }, '2026-11-23T01:00', '2026-11-23T10:00'],
  ['one minute more: the next morning', 'Asia/Shanghai', { minutes: 541 }, '2026-11-23T01:00', '2026-11-24T01:01'],
  ['in the evening: the whole next day', 'Asia/Shanghai', { minutes: 540 }, '2026-11-23T13:00', '2026-11-24T10:00'],
  [
    'Friday at five: an hour then, the rest on Monday',
    'Asia/Shanghai',
    { minutes: 120 },
    '2026-11-27T09:00',
    '2026-11-30T02:00',
  ],
  ['on Saturday: from Monday on', 'Asia/Shanghai', { minutes: 60 }, '2026-11-28T04:00', '2026-11-30T02:00'],
  [
    'on Saturday that Bo covers from ten to noon',
    'Asia/Shanghai',
    { minutes: 60, cover: [COVERED] },
    '2026-11-27T12:00',
    '2026-11-28T03:00',
  ],
  [
    'more than the cover’s two hours: the rest on Monday',
    'Asia/Shanghai',
    { minutes: 180, cover: [COVERED] },
    '2026-11-27T12:00',
    '2026-11-30T02:00',
  ],
  [
    'over Spring Festival: eight days without a clock',
    'Asia/Shanghai',
    { minutes: 120, daysOff: [SPRING_FESTIVAL] },
    '2026-02-13T09:00',
    '2026-02-24T02:00',
  ],
  [
    'a covered day of the festival counts',
    'Asia/Shanghai',
    { minutes: 120, daysOff: [SPRING_FESTIVAL], cover: [{ ...COVERED, from: '2026-02-18', to: '2026-02-19' }] },
    '2026-02-13T09:00',
    '2026-02-18T03:00',
  ],
  ['Los Angeles in winter', 'America/Los_Angeles', { minutes: 60 }, '2026-01-15T12:00', '2026-01-15T18:00'],
  ['Los Angeles in summer', 'America/Los_Angeles', { minutes: 60 }, '2026-07-15T12:00', '2026-07-15T17:00'],
  [
    'over the weekend on which Los Angeles goes to summer time',
    'America/Los_Angeles',
    { minutes: 120 },
    '2026-03-07T01:00',
    '2026-03-09T17:00',
  ],
  [
    'over the weekend on which London goes back',
    'Europe/London',
    { minutes: 120 },
    '2026-10-23T16:00',
    '2026-10-26T10:00',
  ],
  [
    'a night shift from 0 to 4 is three hours long when clocks skip one',
    'America/Los_Angeles',
    { week: everyDay(NIGHT), minutes: 240 },
    '2026-03-08T08:00',
    '2026-03-09T08:00',
  ],
  [
    'and five hours when they repeat one',
    'America/Los_Angeles',
    { week: everyDay(NIGHT), minutes: 300 },
    '2026-11-01T07:00',
    '2026-11-01T12:00',
  ],
  [
    'the reviewers’ own zone holds before the shop’s',
    'America/New_York',
    { zone: 'Asia/Shanghai', minutes: 60 },
    '2026-11-23T00:00',
    '2026-11-23T02:00',
  ],
  ['nobody ever works: nobody can say', 'UTC', { week: everyDay(OFFICE).map(() => null) }, '2026-11-23T00:00', null],
]

const hoursWith = (more: Partial<ReviewHours>): ReviewHours => ({ ...SHIPPED_HOURS, ...more })

test.each(CASES)('due: %s', (_, zone, more, submitted, due) => {
  const hours = hoursWith(more)
  const at = dueAt(workCalendar(hours, zone), hours, utc(submitted))
  expect(at === null ? null : new Date(at).toISOString()).toBe(due === null ? null : new Date(utc(due)).toISOString())
})

test('the deputy is asked after three quarters of the working time, over a weekend too', () => {
  const hours = hoursWith({ minutes: 240, escalateAfter: 75 })
  const calendar = workCalendar(hours, 'UTC')
  const submitted = utc('2026-11-27T16:00')
  const due = dueAt(calendar, hours, submitted) ?? 0
  expect(due).toBe(utc('2026-11-30T11:00'))
  // Two of the four hours on Friday, the third on Monday from nine to ten.
  const item = { submitted, due, publishFrom: null, publishTo: null }
  expect(escalatesAt(calendar, hours, item)).toBe(utc('2026-11-30T10:00'))
  const level = (at: string) => slaLevel(calendar, hours, item, utc(at))
  expect(['2026-11-30T09:59', '2026-11-30T10:00', '2026-11-30T11:00', '2026-11-30T11:01'].map(level)).toEqual([
    'inTime',
    'escalated',
    'escalated',
    'overdue',
  ])
  // A deadline that a person set into the weekend: a share of the time there is.
  const weekend = { submitted: utc('2026-11-28T00:00'), due: utc('2026-11-28T04:00') }
  expect(escalatesAt(calendar, hours, weekend)).toBe(utc('2026-11-28T03:00'))
})

test('who is asked: whoever covers the day, the deputy once it is late, else the reviewer', () => {
  const people = { reviewer: 'Mei', deputy: 'Bo' }
  expect(responsible(people, 'inTime', null)).toBe('Mei')
  expect(responsible(people, 'escalated', null)).toBe('Bo')
  expect(responsible(people, 'overdue', null)).toBe('Bo')
  expect(responsible(people, 'inTime', 'Ana')).toBe('Ana')
  expect(responsible({ reviewer: 'Mei', deputy: null }, 'overdue', null)).toBe('Mei')
  const calendar = workCalendar(hoursWith({ cover: [COVERED] }), 'Asia/Shanghai')
  expect(calendar.coverAt(utc('2026-11-27T16:00'))).toBe('Bo')
  expect(calendar.coverAt(utc('2026-11-27T15:59'))).toBeNull()
})

/** The first evening that begins when the verdict can be there. */
describe('the best time to publish', () => {
  test.each([
    ['US', 'America/Los_Angeles', '2026-11-23T10:00', '2026-11-24T03:00', '2026-11-24T06:00'],
    ['US', 'America/Los_Angeles', '2026-11-24T03:01', '2026-11-25T03:00', '2026-11-25T06:00'],
    ['US', 'America/Los_Angeles', '2026-07-01T10:00', '2026-07-02T02:00', '2026-07-02T05:00'],
    // The evening after clocks changed in the night before.
    ['US', 'America/Los_Angeles', '2026-03-08T12:00', '2026-03-09T02:00', '2026-03-09T05:00'],
    ['TH', 'Asia/Bangkok', '2026-11-23T12:00', '2026-11-23T12:00', '2026-11-23T15:00'],
    ['GB', 'Europe/London', '2026-10-24T20:00', '2026-10-25T19:00', '2026-10-25T22:00'],
  ])('%s, ready %s', (market, zone, ready, from, to) => {
    expect(publishWindow(SHIPPED_HOURS, market, zone, utc(ready))).toEqual({ from: utc(from), to: utc(to) })
  })

  test('a market’s own time holds before that of all others', () => {
    const hours = hoursWith({ windows: { '*': [1140, 1320], TH: [720, 780] } })
    const ready = utc('2026-11-23T00:00')
    expect(publishWindow(hours, 'TH', 'Asia/Bangkok', ready)?.from).toBe(utc('2026-11-23T05:00'))
    expect(publishWindow(hoursWith({ windows: {} }), 'TH', 'Asia/Bangkok', ready)).toBeNull()
  })

  test('is ahead, now or missed', () => {
    const item = { submitted: 0, due: null, publishFrom: 100, publishTo: 200 }
    expect([99, 100, 200, 201].map((now) => slotLevel(item, now))).toEqual(['ahead', 'now', 'now', 'missed'])
    expect(slotLevel({ ...item, publishFrom: null, publishTo: null }, 5)).toBe('none')
    expect([100, 101].map((now) => slotLevel({ ...item, publishTo: null }, now))).toEqual(['now', 'missed'])
  })
})

const spans = fc
  .tuple(fc.integer({ min: 0, max: 1438 }), fc.integer({ min: 1, max: 1440 }))
  .map(([a, b]): readonly [number, number] => (a < b ? [a, b] : [Math.max(0, b - 1), a + 1]))
const zones = fc.constantFrom('Asia/Shanghai', 'America/Los_Angeles', 'Europe/London', 'Australia/Lord_Howe', 'UTC')
const instants = fc
  .integer({ min: utc('2026-01-01T00:00') / 60_000, max: utc('2027-12-31T00:00') / 60_000 })
  .map((m) => m * 60_000)
const anyHours = fc
  .record({
    week: fc.array(fc.option(spans, { nil: null }), { minLength: 7, maxLength: 7 }),
    minutes: fc.integer({ min: 15, max: 6000 }),
  })
  .filter(({ week }) => week.some((span) => span !== null && span[1] - span[0] >= 30))
  .map((more) => hoursWith({ ...more, daysOff: [{ from: '2026-05-01', to: '2026-05-05', name: '' }] }))

test('exactly the agreed working time lies between handing in and the deadline, and it ends while somebody works', () => {
  fc.assert(
    fc.property(anyHours, zones, instants, (hours, zone, submitted) => {
      const calendar = workCalendar(hours, zone)
      const due = dueAt(calendar, hours, submitted)
      if (due === null) return
      expect(calendar.between(submitted, due)).toBe(hours.minutes * 60_000)
      // A moment before it, somebody is at work on a day that is not off.
      const before = due - 1
      const day = dayInZone(before, zone)
      expect(day >= '2026-05-01' && day <= '2026-05-05').toBe(false)
      const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
      const span = hours.week[weekday]
      expect(span).not.toBeNull()
      // Where clocks skip the end of a shift, the minute is the first that they show: such zones are not asked.
      const steady = zone === 'UTC' || zone === 'Asia/Shanghai'
      const minute = minuteInZone(before, zone)
      expect(!steady || (minute >= (span?.[0] ?? 0) && minute < (span?.[1] ?? 0))).toBe(true)
    }),
    { numRuns: 300 },
  )
})

test('later handed in is never earlier due, and the deputy is asked between the two', () => {
  fc.assert(
    fc.property(anyHours, zones, instants, fc.integer({ min: 0, max: 200 }), (hours, zone, first, later) => {
      const calendar = workCalendar(hours, zone)
      const [a, b] = [first, first + later * HOUR].map((at) => dueAt(calendar, hours, at))
      if (a === null || b === null || a === undefined || b === undefined) return
      expect(b).toBeGreaterThanOrEqual(a)
      const asked = escalatesAt(calendar, hours, { submitted: first, due: a })
      expect(asked).toBeGreaterThanOrEqual(first)
      expect(asked).toBeLessThanOrEqual(a)
    }),
    { numRuns: 300 },
  )
})

test('hours that end before they begin are refused', () => {
  expect(ReviewHours.safeParse(SHIPPED_HOURS).success).toBe(true)
  expect(ReviewHours.safeParse(hoursWith({ week: everyDay([600, 540]) })).success).toBe(false)
  expect(ReviewHours.safeParse(hoursWith({ zone: 'Nowhere/Land' })).success).toBe(false)
})
