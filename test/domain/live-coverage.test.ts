/** Coverage by hand: minutes against the target, rooms at once, empty prime time in local hours, on days of 23 and 25 hours. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { boardDay, type LiveSlot } from '../../shared/domain/live-board'
import { coverageOf, primeOf } from '../../shared/domain/live-coverage'

const LA = 'America/Los_Angeles'
const LONDON = 'Europe/London'
const utc = (text: string): number => Date.parse(`${text}:00Z`)
const shown = (at: number): string => new Date(at).toISOString().slice(0, 16)

let made = 0
const slot = (from: string, to: string, more: Partial<LiveSlot> = {}): LiveSlot => ({
  id: String(++made),
  shopId: 'us',
  creatorId: null,
  room: null,
  startsAt: utc(from),
  endsAt: utc(to),
  state: 'planned',
  ...more,
})
const TARGET = { minutesPerDay: 720, primeFrom: 19 * 60, primeTo: 22 * 60 }

describe('a day in Los Angeles, 8 hours behind UTC', () => {
  const day = boardDay('2026-03-03', LA)

  test('6.5 hours against a target of 12, one of them in two rooms, prime time from 20:30 on empty', () => {
    // 14:00–18:00, 17:00–19:30 beside it, 19:30–20:30: 14:00 to 20:30 without a gap, an hour of it double.
    const slots = [
      slot('2026-03-03T22:00', '2026-03-04T02:00'),
      slot('2026-03-04T01:00', '2026-03-04T03:30'),
      slot('2026-03-04T03:30', '2026-03-04T04:30'),
    ]
    const { empty, ...rest } = coverageOf(slots, day, TARGET, LA)
    expect(rest).toEqual({ day: '2026-03-03', minutes: 390, parallel: 60, most: 2, missing: 330 })
    expect(empty.map(({ from, to }) => [shown(from), shown(to)])).toEqual([['2026-03-04T04:30', '2026-03-04T06:00']])
  })

  test('a slot over midnight counts on each day for its part', () => {
    const slots = [slot('2026-03-04T07:00', '2026-03-04T10:00')]
    expect(coverageOf(slots, day, TARGET, LA).minutes).toBe(60)
    expect(coverageOf(slots, boardDay('2026-03-04', LA), TARGET, LA).minutes).toBe(120)
  })

  test('prime time may go past midnight', () => {
    const late = { ...TARGET, primeFrom: 22 * 60, primeTo: 60 }
    const prime = primeOf('2026-03-03', late, LA)
    expect(prime && [shown(prime.from), shown(prime.to)]).toEqual(['2026-03-04T06:00', '2026-03-04T09:00'])
    // Live from 22:30 to 00:30: half an hour before and after is empty.
    const { empty } = coverageOf([slot('2026-03-04T06:30', '2026-03-04T08:30')], day, late, LA)
    expect(empty.map(({ from, to }) => (to - from) / 60_000)).toEqual([30, 30])
  })

  test('nothing planned, nothing asked for: no target is missed and no hour is empty', () => {
    const none = { minutesPerDay: null, primeFrom: null, primeTo: null }
    expect(coverageOf([], day, none, LA)).toEqual({
      day: '2026-03-03',
      minutes: 0,
      parallel: 0,
      most: 0,
      missing: null,
      empty: [],
    })
  })

  test('more than the target misses nothing; a cancelled slot covers nothing', () => {
    const whole = slot('2026-03-03T08:00', '2026-03-04T08:00')
    expect(coverageOf([whole], day, TARGET, LA)).toMatchObject({ minutes: 1440, missing: 0, empty: [] })
    expect(coverageOf([{ ...whole, state: 'cancelled' }], day, TARGET, LA)).toMatchObject({ minutes: 0, missing: 720 })
  })
})

describe('days on which clocks change', () => {
  test.each([
    ['forward in Los Angeles', '2026-03-08', LA, 1380],
    ['back in Los Angeles', '2026-11-01', LA, 1500],
    ['forward in London', '2026-03-29', LONDON, 1380],
    ['back in London', '2026-10-25', LONDON, 1500],
  ])('%s: live all day is %i minutes', (_name, date, zone, minutes) => {
    const day = boardDay(date, zone)
    const all = { ...slot('2026-01-01T00:00', '2026-01-01T01:00'), startsAt: day.from - 1, endsAt: day.to + 1 }
    expect(coverageOf([all], day, TARGET, zone).minutes).toBe(minutes)
  })

  test('prime time across the hour that is skipped or repeated is as long as it lasts', () => {
    const night = { ...TARGET, primeFrom: 0, primeTo: 4 * 60 }
    const minutes = (day: string, zone: string): number => {
      const [empty] = coverageOf([], boardDay(day, zone), night, zone).empty
      return empty ? (empty.to - empty.from) / 60_000 : 0
    }
    expect([minutes('2026-03-08', LA), minutes('2026-11-01', LA), minutes('2026-03-09', LA)]).toEqual([180, 300, 240])
    expect([minutes('2026-03-29', LONDON), minutes('2026-10-25', LONDON)]).toEqual([180, 300])
  })

  test('prime time of the evening is the same hours of the clocks before and after', () => {
    // 19:00 in Los Angeles: 03:00 UTC in winter, 02:00 in summer.
    const from = (day: string) => shown(primeOf(day, TARGET, LA)?.from ?? 0)
    expect([from('2026-03-07'), from('2026-03-08'), from('2026-10-31'), from('2026-11-01')]).toEqual([
      '2026-03-08T03:00',
      '2026-03-09T02:00',
      '2026-11-01T02:00',
      '2026-11-02T03:00',
    ])
  })
})

test('whatever is planned: minutes are those of the union, never more than the day has', () => {
  const day = boardDay('2026-11-01', LA)
  const some = fc.array(
    fc.record({ from: fc.integer({ min: -6, max: 60 }), length: fc.integer({ min: 1, max: 20 }) }),
    { maxLength: 8 },
  )
  fc.assert(
    fc.property(some, (list) => {
      const slots = list.map(({ from, length }) => ({
        ...slot('2026-01-01T00:00', '2026-01-01T00:00'),
        startsAt: day.from + from * 1_800_000,
        endsAt: day.from + (from + length) * 1_800_000,
      }))
      const { minutes, parallel, most } = coverageOf(slots, day, TARGET, LA)
      let [union, double, highest] = [0, 0, 0]
      for (let at = day.from; at < day.to; at += 60_000) {
        const live = slots.filter(({ startsAt, endsAt }) => startsAt <= at && at < endsAt).length
        union += Number(live > 0)
        double += Number(live > 1)
        highest = Math.max(highest, live)
      }
      expect([minutes, parallel, most]).toEqual([union, double, highest])
    }),
    { numRuns: 40 },
  )
})
