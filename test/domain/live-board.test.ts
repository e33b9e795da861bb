/** The LIVE board by hand: weeks on which clocks change in the US and in Great Britain, clashes, rest, the platform's bounds. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import {
  boardDay,
  hoursOf,
  type LiveSlot,
  minutesOf,
  onOtherDay,
  type SlotState,
  warningsOf,
  weekOf,
} from '../../shared/domain/live-board'

const LA = 'America/Los_Angeles'
const LONDON = 'Europe/London'
const SHANGHAI = 'Asia/Shanghai'
const HOUR = 3_600_000
const utc = (text: string): number => Date.parse(`${text}:00Z`)
const shown = (at: number): string => new Date(at).toISOString().slice(0, 16)

describe('days and weeks by the clocks of a zone', () => {
  test('a week begins on Monday, whichever of its days is asked for', () => {
    for (const day of ['2026-03-02', '2026-03-05', '2026-03-08'])
      expect(weekOf(day, LA).map((one) => one.day)).toEqual([
        '2026-03-02',
        '2026-03-03',
        '2026-03-04',
        '2026-03-05',
        '2026-03-06',
        '2026-03-07',
        '2026-03-08',
      ])
  })

  // Los Angeles is 8 hours behind UTC in winter and 7 in summer; London 0 and 1 ahead; Shanghai always 8 ahead.
  test.each([
    ['Los Angeles, clocks forward', LA, '2026-03-08', '2026-03-08T08:00', '2026-03-09T07:00', 23],
    ['Los Angeles, clocks back', LA, '2026-11-01', '2026-11-01T07:00', '2026-11-02T08:00', 25],
    ['London, clocks forward', LONDON, '2026-03-29', '2026-03-29T00:00', '2026-03-29T23:00', 23],
    ['London, clocks back', LONDON, '2026-10-25', '2026-10-24T23:00', '2026-10-26T00:00', 25],
    ['Shanghai on the day of the US', SHANGHAI, '2026-03-08', '2026-03-07T16:00', '2026-03-08T16:00', 24],
    ['Los Angeles on the day of London', LA, '2026-03-29', '2026-03-29T07:00', '2026-03-30T07:00', 24],
  ])('%s', (_name, zone, day, from, to, hours) => {
    const one = boardDay(day, zone)
    expect([shown(one.from), shown(one.to)]).toEqual([from, to])
    expect(hoursOf(one)).toHaveLength(hours)
  })

  test('days follow each other without a gap, whatever the zone', () => {
    const zones = [LA, LONDON, SHANGHAI, 'America/Sao_Paulo', 'Australia/Lord_Howe', 'Asia/Kathmandu']
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.integer({ min: 20_000, max: 21_500 }), (zone, number) => {
        const days = weekOf(new Date(number * 86_400_000).toISOString().slice(0, 10), zone)
        expect(days.slice(1).map(({ from }) => from)).toEqual(days.slice(0, -1).map(({ to }) => to))
        for (const one of days) {
          const hours = hoursOf(one)
          expect(hours.reduce((sum, hour) => sum + minutesOf(hour), 0)).toBe(minutesOf(one))
        }
      }),
    )
  })
})

describe('a slot on another day', () => {
  test('begins at the same time of the clocks, also across their change, and stays as long', () => {
    // Saturday 7 March, 19:00–22:00 in Los Angeles is 03:00–06:00 UTC of the 8th; on Sunday at 19:00 it is 02:00 UTC.
    const slot = { from: utc('2026-03-08T03:00'), to: utc('2026-03-08T06:00') }
    const next = onOtherDay(slot, 1, LA)
    expect([shown(next.from), shown(next.to)]).toEqual(['2026-03-09T02:00', '2026-03-09T05:00'])
    // By the clocks of Shanghai it is 24 hours later.
    expect(shown(onOtherDay(slot, 1, SHANGHAI).from)).toBe('2026-03-09T03:00')
  })

  test('at a time that clocks skip, it begins when they have', () => {
    // 02:30 does not exist in Los Angeles on 8 March: 03:30 summer time, 10:30 UTC.
    const slot = { from: utc('2026-03-07T10:30'), to: utc('2026-03-07T12:30') }
    expect(shown(onOtherDay(slot, 1, LA).from)).toBe('2026-03-08T10:30')
  })

  test('there and back again is where it was, where clocks skip and repeat nothing in between', () => {
    const day = fc.integer({ min: 20_600, max: 20_900 })
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 23 }), fc.integer({ min: -20, max: 20 }), (number, hour, days) => {
        const from = number * 86_400_000 + hour * HOUR
        const slot = { from, to: from + 2 * HOUR }
        expect(onOtherDay(onOtherDay(slot, days, SHANGHAI), -days, SHANGHAI)).toEqual(slot)
      }),
    )
  })
})

const slot = (id: string, from: string, to: string, more: Partial<LiveSlot> = {}): LiveSlot => ({
  id,
  shopId: 'us',
  creatorId: 'mia',
  room: null,
  startsAt: utc(from),
  endsAt: utc(to),
  state: 'planned',
  ...more,
})
const rules =
  (restMinutes: number | null = null) =>
  () => ({ timezone: LA, restMinutes })

describe('clashes', () => {
  test('one creator in two shops at once, and how long', () => {
    const slots = [
      slot('a', '2026-03-03T18:00', '2026-03-03T21:00'),
      slot('b', '2026-03-03T20:15', '2026-03-03T22:00', { shopId: 'gb' }),
      slot('c', '2026-03-03T20:00', '2026-03-03T22:00', { creatorId: 'zoe' }),
    ]
    expect(warningsOf(slots, rules())).toEqual([{ kind: 'clash', of: 'creator', slots: ['a', 'b'], minutes: 45 }])
  })

  test('one room with two creators, whatever its capitals', () => {
    const slots = [
      slot('a', '2026-03-03T18:00', '2026-03-03T20:00', { room: 'Studio 1' }),
      slot('b', '2026-03-03T19:00', '2026-03-03T21:00', { room: 'studio 1 ', creatorId: 'zoe' }),
      slot('c', '2026-03-03T19:00', '2026-03-03T21:00', { room: 'Studio 2', creatorId: null }),
    ]
    expect(warningsOf(slots, rules())).toEqual([{ kind: 'clash', of: 'room', slots: ['a', 'b'], minutes: 60 }])
  })

  test('one creator twice in one room is told once', () => {
    const slots = [
      slot('a', '2026-03-03T18:00', '2026-03-03T20:00', { room: 'Studio' }),
      slot('b', '2026-03-03T19:00', '2026-03-03T21:00', { room: 'Studio' }),
    ]
    expect(warningsOf(slots, rules())).toMatchObject([{ kind: 'clash', of: 'creator' }])
  })

  test('a long slot clashes with every one inside it', () => {
    const slots = [
      slot('a', '2026-03-03T10:00', '2026-03-03T20:00'),
      slot('b', '2026-03-03T11:00', '2026-03-03T12:00'),
      slot('c', '2026-03-03T15:00', '2026-03-03T16:00'),
    ]
    expect(warningsOf(slots, rules()).map(({ slots: ids }) => ids)).toEqual([
      ['a', 'b'],
      ['a', 'c'],
    ])
  })

  test('touching is none, and a cancelled slot is nowhere', () => {
    const slots = [
      slot('a', '2026-03-03T18:00', '2026-03-03T20:00'),
      slot('b', '2026-03-03T20:00', '2026-03-03T21:00'),
      slot('c', '2026-03-03T18:00', '2026-03-03T20:00', { state: 'cancelled' }),
    ]
    expect(warningsOf(slots, rules())).toEqual([])
  })
})

describe('rest', () => {
  const late = slot('a', '2026-03-03T04:00', '2026-03-03T07:00')

  test('less than the shop asks for', () => {
    const early = slot('b', '2026-03-03T14:00', '2026-03-03T16:00')
    expect(warningsOf([late, early], rules(480))).toEqual([
      { kind: 'shortRest', slots: ['a', 'b'], minutes: 420, least: 480 },
    ])
    expect(warningsOf([late, early], rules(420))).toEqual([])
  })

  test('what goes on at once in the same shop is one LIVE, in another shop it is no rest', () => {
    const on = slot('b', '2026-03-03T07:00', '2026-03-03T09:00')
    expect(warningsOf([late, on], rules(480))).toEqual([])
    expect(warningsOf([late, { ...on, shopId: 'gb' }], rules(480))).toMatchObject([{ minutes: 0 }])
  })

  test('the stricter of two shops holds', () => {
    const early = slot('b', '2026-03-03T17:00', '2026-03-03T19:00', { shopId: 'gb' })
    const both = (shopId: string) => ({ timezone: LA, restMinutes: shopId === 'gb' ? 660 : 60 })
    expect(warningsOf([late, early], both)).toMatchObject([{ minutes: 600, least: 660 }])
  })

  test('is counted in hours that pass: the night on which clocks skip one is shorter', () => {
    // In Los Angeles from 23:00 on 7 March to 08:00 on the 8th: nine hours by the clocks, eight that pass.
    const slots = [slot('a', '2026-03-08T05:00', '2026-03-08T07:00'), slot('b', '2026-03-08T15:00', '2026-03-08T17:00')]
    expect(warningsOf(slots, rules(540))).toMatchObject([{ minutes: 480 }])
  })

  test('the seventh day in a row is told, by the shop’s calendar', () => {
    // 03:00 UTC is the evening before in Los Angeles: 2 to 8 March, clocks changing on the last of them.
    const week = [3, 4, 5, 6, 7, 8, 9].map((day) => slot(`s${day}`, `2026-03-0${day}T03:00`, `2026-03-0${day}T05:00`))
    expect(warningsOf(week, rules())).toEqual([
      { kind: 'daysInARow', slots: ['s3', 's4', 's5', 's6', 's7', 's8', 's9'], days: 7 },
    ])
    expect(warningsOf(week.slice(1), rules())).toEqual([])
    expect(warningsOf(week.toSpliced(3, 1), rules())).toEqual([])
  })
})

test.each([
  [29, 'tooShort'],
  [30, null],
  [780, null],
  [781, 'tooLong'],
] as const)('an event of %i minutes: %s', (minutes, kind) => {
  const one = {
    ...slot('a', '2026-03-03T10:00', '2026-03-03T10:00'),
    endsAt: utc('2026-03-03T10:00') + minutes * 60_000,
  }
  expect(warningsOf([one], rules())).toEqual(kind === null ? [] : [{ kind, slots: ['a'], minutes }])
})

test('whatever is planned: the order of slots does not matter, and slots that do not overlap never clash', () => {
  const some = fc.array(
    fc.record({
      id: fc.uuid(),
      shopId: fc.constantFrom('us', 'gb'),
      creatorId: fc.constantFrom(null, 'mia', 'zoe'),
      room: fc.constantFrom(null, 'Studio', 'studio'),
      startsAt: fc.integer({ min: 0, max: 60 }).map((half) => utc('2026-03-06T00:00') + half * 30 * 60_000),
      length: fc.integer({ min: 1, max: 8 }),
      state: fc.constantFrom<SlotState>('planned', 'cancelled'),
    }),
    { maxLength: 10 },
  )
  fc.assert(
    fc.property(some, (list) => {
      const slots = list.map(({ length, ...one }) => ({ ...one, endsAt: one.startsAt + length * 30 * 60_000 }))
      const told = warningsOf(slots, rules(240))
      expect(new Set(warningsOf(slots.toReversed(), rules(240)).map((one) => JSON.stringify(one)))).toEqual(
        new Set(told.map((one) => JSON.stringify(one))),
      )
      const byId = new Map(slots.map((one) => [one.id, one]))
      for (const warning of told) {
        if (warning.kind !== 'clash') continue
        const [a, b] = warning.slots.map((id) => byId.get(id))
        expect(a && b && a.startsAt < b.endsAt && b.startsAt < a.endsAt).toBe(true)
      }
    }),
  )
})
