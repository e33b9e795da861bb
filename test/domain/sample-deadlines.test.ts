import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'

import { dayInZone, dayNumber, dayStart } from '../../shared/domain/days'
import type { OwnRule } from '../../shared/domain/markets'
import {
  daysRules,
  deadlinesOf,
  type DeadlineSample,
  type DeadlineShop,
  levelOf,
} from '../../shared/domain/sample-deadlines'
import { zoneDays } from '../../shared/domain/zone-days'

const US: DeadlineShop = { market: 'US', timezone: 'America/Los_Angeles' }
const US_EAST: DeadlineShop = { market: 'US', timezone: 'America/New_York' }
const GB: DeadlineShop = { market: 'GB', timezone: 'Europe/London' }
const VN: DeadlineShop = { market: 'VN', timezone: 'Asia/Ho_Chi_Minh' }
const TH: DeadlineShop = { market: 'TH', timezone: 'Asia/Bangkok' }
const ID: DeadlineShop = { market: 'ID', timezone: 'Asia/Jakarta' }
const MX: DeadlineShop = { market: 'MX', timezone: 'America/Mexico_City' }
const BR: DeadlineShop = { market: 'BR', timezone: 'America/Sao_Paulo' }
const MY: DeadlineShop = { market: 'MY', timezone: 'Asia/Kuala_Lumpur' }
const PH: DeadlineShop = { market: 'PH', timezone: 'Asia/Manila' }
const SG: DeadlineShop = { market: 'SG', timezone: 'Asia/Singapore' }
const JP: DeadlineShop = { market: 'JP', timezone: 'Asia/Tokyo' }

const ownRule = (market: string, rule: OwnRule['rule'], value: string, fromDay: string): OwnRule => ({
  id: `${market}${rule}`,
  market,
  rule,
  value,
  fromDay,
  source: 'contract',
  note: null,
})

/** What the agency wrote down for markets of which no source gives a figure; a longer US time from July 2026 on. */
const RULES = daysRules([
  ownRule('GB', 'sampleContentDays', '14', '2025-01-01'),
  ownRule('JP', 'sampleContentDays', '14', '2025-01-01'),
  ownRule('BR', 'sampleContentDays', '14', '2025-01-01'),
  ownRule('MX', 'sampleContentDays', '10', '2025-01-01'),
  ownRule('US', 'sampleContentDays', '21', '2026-07-01'),
])
const SHIPPED = daysRules([])

const at = (instant: string): number => Date.parse(instant)

const waiting = (delivered: string, more: Partial<DeadlineSample> = {}): DeadlineSample => ({
  state: 'delivered',
  kind: 'free',
  requestedAt: null,
  dates: { delivered: at(delivered) },
  extensionDays: null,
  dueDay: null,
  ...more,
})

const requested = (instant: string): DeadlineSample => ({
  ...waiting('2026-01-01T00:00Z'),
  state: 'requested',
  dates: {},
  requestedAt: at(instant),
})

describe('the last day for a post', () => {
  // Worked out with a calendar and the zones' own tables: [what, shop, sample, last day, first instant after it].
  test.each<readonly [string, DeadlineShop, DeadlineSample, string, string]>([
    ['US, an ordinary fortnight', US, waiting('2026-06-01T18:00Z'), '2026-06-15', '2026-06-16T07:00Z'],
    ['US, late in the evening of that day', US, waiting('2026-06-02T05:30Z'), '2026-06-15', '2026-06-16T07:00Z'],
    ['US, by the clock of New York', US_EAST, waiting('2026-06-02T03:30Z'), '2026-06-15', '2026-06-16T04:00Z'],
    ['US, over the change of clocks in spring', US, waiting('2026-03-01T20:00Z'), '2026-03-15', '2026-03-16T07:00Z'],
    ['US, late before that change', US, waiting('2026-03-02T07:30Z'), '2026-03-15', '2026-03-16T07:00Z'],
    ['US, over the change in autumn', US, waiting('2026-10-25T19:00Z'), '2026-11-15', '2026-11-16T08:00Z'],
    ['US, in the hour that comes twice', US, waiting('2026-11-01T08:30Z'), '2026-11-22', '2026-11-23T08:00Z'],
    ['US, last minute of the long day', US, waiting('2026-11-02T07:59Z'), '2026-11-22', '2026-11-23T08:00Z'],
    ['US, first minute after it', US, waiting('2026-11-02T08:00Z'), '2026-11-23', '2026-11-24T08:00Z'],
    [
      'US, refundable: 90 days, over the change in spring',
      US,
      waiting('2026-01-15T20:00Z', { kind: 'refundable' }),
      '2026-04-15',
      '2026-04-16T07:00Z',
    ],
    ['US, over the 29th of February', US, waiting('2024-02-20T20:00Z'), '2024-03-05', '2024-03-06T08:00Z'],
    [
      'US, extended by a week',
      US,
      waiting('2026-06-01T18:00Z', { extensionDays: 7 }),
      '2026-06-22',
      '2026-06-23T07:00Z',
    ],
    [
      'US, a day of its own, extension or not',
      US,
      waiting('2026-06-01T18:00Z', { dueDay: '2026-06-10', extensionDays: 7 }),
      '2026-06-10',
      '2026-06-11T07:00Z',
    ],
    ['US, the last day of the old rule', US, waiting('2026-07-01T06:59Z'), '2026-07-14', '2026-07-15T07:00Z'],
    ['US, the first day of the new one', US, waiting('2026-07-01T07:00Z'), '2026-07-22', '2026-07-23T07:00Z'],
    ['GB, clocks go forward in between', GB, waiting('2026-03-20T10:00Z'), '2026-04-03', '2026-04-03T23:00Z'],
    ['GB, clocks go back in between', GB, waiting('2026-10-20T22:30Z'), '2026-11-03', '2026-11-04T00:00Z'],
    ['GB, past midnight by summer time', GB, waiting('2026-10-20T23:30Z'), '2026-11-04', '2026-11-05T00:00Z'],
    ['VN, half past midnight there', VN, waiting('2026-02-10T17:30Z'), '2026-02-25', '2026-02-25T17:00Z'],
    ['TH, a minute before midnight there', TH, waiting('2026-04-01T16:59Z'), '2026-04-15', '2026-04-15T17:00Z'],
    ['ID, in the morning', ID, waiting('2026-03-10T03:00Z'), '2026-03-24', '2026-03-24T17:00Z'],
    ['MX, which has no summer time any more', MX, waiting('2026-04-05T05:59Z'), '2026-04-14', '2026-04-15T06:00Z'],
    ['BR, which has no summer time any more', BR, waiting('2026-10-18T02:59Z'), '2026-10-31', '2026-11-01T03:00Z'],
    ['MY, half past midnight there', MY, waiting('2026-01-30T16:30Z'), '2026-02-14', '2026-02-14T16:00Z'],
    ['PH, over the end of the year', PH, waiting('2025-12-24T15:59Z'), '2026-01-07', '2026-01-07T16:00Z'],
    [
      'SG, exactly at midnight, over a short February',
      SG,
      waiting('2026-02-15T16:00Z'),
      '2026-03-02',
      '2026-03-02T16:00Z',
    ],
    ['JP, exactly at midnight there', JP, waiting('2026-04-25T15:00Z'), '2026-05-10', '2026-05-10T15:00Z'],
  ])('%s', (_what, shop, sample, day, endsAt) => {
    const { post } = deadlinesOf(sample, shop, RULES, at('2026-01-01T00:00Z'))
    expect({ day: post?.day, endsAt: post?.endsAt }).toEqual({ day, endsAt: at(endsAt) })
  })

  // The platform counts calendar days: nobody's holidays stretch what it asks for.
  test.each<readonly [string, DeadlineShop, DeadlineSample, string]>([
    ['Christmas', US, waiting('2025-12-11T20:00Z'), '2025-12-25'],
    ['Good Friday', GB, waiting('2026-03-20T10:00Z'), '2026-04-03'],
    ['Tết', VN, waiting('2026-02-03T03:00Z'), '2026-02-17'],
    ['Songkran', TH, waiting('2026-03-30T03:00Z'), '2026-04-13'],
    ['Idul Fitri', ID, waiting('2026-03-06T03:00Z'), '2026-03-20'],
    ['Golden Week', JP, waiting('2026-04-20T03:00Z'), '2026-05-04'],
    ['Hari Raya', MY, waiting('2026-03-06T03:00Z'), '2026-03-20'],
    ['the Day of Valor', PH, waiting('2026-03-26T03:00Z'), '2026-04-09'],
    ['a National Day on a Sunday', SG, waiting('2026-07-26T03:00Z'), '2026-08-09'],
    ['Independence Day', BR, waiting('2026-08-24T15:00Z'), '2026-09-07'],
    ['a Sunday', MX, waiting('2026-05-07T18:00Z'), '2026-05-17'],
  ])('is not moved by %s', (_what, shop, sample, day) => {
    expect(deadlinesOf(sample, shop, RULES, 0).post?.day).toBe(day)
  })

  test('is not known where neither a source nor the agency gives the days', () => {
    for (const shop of [GB, MX, BR, JP]) {
      const seen = deadlinesOf(waiting('2026-06-01T18:00Z'), shop, SHIPPED, at('2026-06-03T18:00Z'))
      expect(seen).toMatchObject({ post: null, lastDay: null, allowed: null, latestDay: null, sinceDelivery: 2 })
    }
  })

  test('is known in South-East Asia from the day on which the rule began', () => {
    for (const shop of [ID, MY, PH, SG, TH, VN]) {
      expect(deadlinesOf(waiting('2023-09-19T03:00Z'), shop, SHIPPED, 0).post).toBeNull()
      expect(deadlinesOf(waiting('2023-09-20T03:00Z'), shop, SHIPPED, 0).post?.day).toBe('2023-10-04')
    }
  })

  test('may be a week later, of which a shop is not told, until the extension is written down', () => {
    const now = at('2026-06-03T18:00Z')
    expect(deadlinesOf(waiting('2026-06-01T18:00Z'), US, SHIPPED, now).latestDay).toBe('2026-06-22')
    expect(deadlinesOf(waiting('2026-06-01T18:00Z', { extensionDays: 7 }), US, SHIPPED, now).latestDay).toBeNull()
    expect(deadlinesOf(waiting('2026-06-01T18:00Z', { kind: 'refundable' }), US, SHIPPED, now).latestDay).toBeNull()
    expect(deadlinesOf(waiting('2026-06-01T18:00Z', { dueDay: '2026-06-10' }), US, SHIPPED, now).latestDay).toBeNull()
  })

  test('is over once a post came, and remembered all the same', () => {
    const posted: DeadlineSample = { ...waiting('2026-06-01T18:00Z'), state: 'posted' }
    expect(deadlinesOf(posted, US, SHIPPED, at('2026-08-01T18:00Z'))).toMatchObject({
      post: null,
      lastDay: '2026-06-15',
    })
  })
})

describe('the last day for an answer', () => {
  test.each<readonly [string, DeadlineShop, string, string, string]>([
    ['US, over the change of clocks', US, '2026-03-05T12:00Z', '2026-03-12', '2026-03-13T07:00Z'],
    ['US, over the change in autumn', US, '2026-10-30T12:00Z', '2026-11-06', '2026-11-07T08:00Z'],
    ['US, over Thanksgiving', US, '2026-11-19T20:00Z', '2026-11-26', '2026-11-27T08:00Z'],
  ])('%s', (_what, shop, instant, day, endsAt) => {
    const { review, post } = deadlinesOf(requested(instant), shop, SHIPPED, at('2026-01-01T00:00Z'))
    expect(post).toBeNull()
    expect({ day: review?.day, endsAt: review?.endsAt }).toEqual({ day, endsAt: at(endsAt) })
  })

  test('is not known outside the US, nor of a sample that was answered', () => {
    expect(deadlinesOf(requested('2026-03-05T12:00Z'), VN, SHIPPED, 0).review).toBeNull()
    const approved: DeadlineSample = { ...requested('2026-03-05T12:00Z'), state: 'approved' }
    expect(deadlinesOf(approved, US, SHIPPED, 0).review).toBeNull()
  })
})

describe('how near it is', () => {
  const sample = waiting('2026-06-01T18:00Z')
  test.each([
    ['2026-06-12T06:59:59Z', 4, 'later'],
    ['2026-06-12T07:00:00Z', 3, 'soon'],
    ['2026-06-15T07:00:00Z', 0, 'soon'],
    ['2026-06-16T06:59:59Z', 0, 'soon'],
    ['2026-06-16T07:00:00Z', -1, 'overdue'],
    ['2026-06-20T12:00:00Z', -5, 'overdue'],
  ])('%s', (now, daysLeft, level) => {
    expect(deadlinesOf(sample, US, SHIPPED, at(now)).post).toMatchObject({ daysLeft, level })
  })

  test('D+n counts days of the calendar, also over the short day in spring', () => {
    const short = waiting('2026-03-01T20:00Z')
    expect(deadlinesOf(short, US, SHIPPED, at('2026-03-01T21:00Z')).sinceDelivery).toBe(0)
    expect(deadlinesOf(short, US, SHIPPED, at('2026-03-10T06:59Z'))).toMatchObject({ sinceDelivery: 8, allowed: 14 })
    expect(deadlinesOf(short, US, SHIPPED, at('2026-03-10T07:00Z'))).toMatchObject({ sinceDelivery: 9, allowed: 14 })
  })
})

const shops = fc.constantFrom(US, US_EAST, GB, VN, TH, ID, MY, PH, SG, MX, BR, JP)
const instants = fc.integer({ min: at('2023-10-01T00:00Z'), max: at('2030-01-01T00:00Z') })

describe('properties', () => {
  test('a post is never due before the delivery, and the day ends after it began', () => {
    fc.assert(
      fc.property(shops, instants, fc.nat(30), (shop, delivered, extensionDays) => {
        const sample = { ...waiting('2026-01-01T00:00Z'), dates: { delivered }, extensionDays }
        const { post } = deadlinesOf(sample, shop, RULES, delivered)
        expect(post === null || post.endsAt > delivered).toBe(true)
        expect(post === null || post.day >= dayInZone(delivered, shop.timezone)).toBe(true)
        expect(post === null || dayInZone(post.endsAt - 1, shop.timezone) === post.day).toBe(true)
      }),
    )
  })

  test('more days of extension are never less time, and one day more is one day more', () => {
    fc.assert(
      fc.property(shops, instants, fc.nat(60), (shop, delivered, extensionDays) => {
        const due = (days: number) =>
          deadlinesOf({ ...waiting('2026-01-01T00:00Z'), dates: { delivered }, extensionDays: days }, shop, RULES, 0)
            .post
        const [one, more] = [due(extensionDays), due(extensionDays + 1)]
        if (one === null || more === null) return
        expect(more.endsAt).toBeGreaterThan(one.endsAt)
        expect(dayNumber(more.day)).toBe(dayNumber(one.day) + 1)
      }),
    )
  })

  test('the level follows from the days that are left', () => {
    fc.assert(
      fc.property(shops, instants, instants, (shop, delivered, now) => {
        const { post } = deadlinesOf({ ...waiting('2026-01-01T00:00Z'), dates: { delivered } }, shop, RULES, now)
        if (post === null) return
        expect(post.level === 'overdue').toBe(now >= post.endsAt)
        expect(post.level).toBe(levelOf(post.daysLeft))
      }),
    )
  })

  test('days of a zone are those that are worked out one by one', () => {
    const zones = [
      'America/Los_Angeles',
      'Europe/London',
      'Asia/Tokyo',
      'America/Sao_Paulo',
      'Australia/Lord_Howe',
      'UTC',
    ]
    const any = fc.integer({ min: at('2005-01-01T00:00Z'), max: at('2035-01-01T00:00Z') })
    fc.assert(
      fc.property(fc.constantFrom(...zones), any, (zone, instant) => {
        const day = dayInZone(instant, zone)
        const { dayOf, endOf } = zoneDays(zone)
        expect(dayOf(instant)).toBe(dayNumber(day))
        expect(endOf(dayNumber(day))).toBe(dayStart(dayInZone(dayStart(day, zone) + 36 * 3_600_000, zone), zone))
      }),
      { numRuns: 500 },
    )
  })
})

describe('the zone of this machine', () => {
  const before = process.env['TZ']
  afterEach(() => {
    if (before === undefined) delete process.env['TZ']
    else process.env['TZ'] = before
  })

  test('changes nothing', () => {
    const seen = ['UTC', 'Asia/Shanghai', 'America/Los_Angeles', 'Pacific/Kiritimati'].map((zone) => {
      process.env['TZ'] = zone
      return deadlinesOf(waiting('2026-10-25T19:00Z'), US, daysRules([]), at('2026-11-01T09:30Z'))
    })
    expect(new Set(seen.map((one) => JSON.stringify(one))).size).toBe(1)
    expect(seen[0]?.post).toMatchObject({ day: '2026-11-08', daysLeft: 7, endsAt: at('2026-11-09T08:00Z') })
  })
})
