/** The week of a shop and what is left of its number; expected values by hand. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { dayInZone } from '../../shared/domain/days'
import {
  messagesSinceReply,
  quotaOf,
  type QuotaFacts,
  readTiers,
  tierOf,
  weekOf,
  WEEKDAYS,
} from '../../shared/domain/quotas'

const HOUR = 3_600_000

describe('the week', () => {
  test('begins on Sunday at midnight of the shop, not of this computer', () => {
    // Saturday 2026-11-21, 23:30 in Los Angeles is Sunday, 07:30 in UTC.
    const saturday = Date.UTC(2026, 10, 22, 7, 30)
    expect(weekOf(saturday, 'America/Los_Angeles', 'sunday')).toEqual({
      day: '2026-11-15',
      from: Date.UTC(2026, 10, 15, 8),
      until: Date.UTC(2026, 10, 22, 8),
    })
    expect(weekOf(saturday + HOUR, 'America/Los_Angeles', 'sunday').day).toBe('2026-11-22')
  })

  test('is an hour longer when clocks go back, an hour shorter when they go ahead', () => {
    // Clocks in the US go back on Sunday 2026-11-01 and ahead on Sunday 2026-03-08.
    const back = weekOf(Date.UTC(2026, 10, 4), 'America/Los_Angeles', 'sunday')
    expect([back.day, (back.until - back.from) / HOUR]).toEqual(['2026-11-01', 169])
    const ahead = weekOf(Date.UTC(2026, 2, 10), 'America/Los_Angeles', 'sunday')
    expect([ahead.day, (ahead.until - ahead.from) / HOUR]).toEqual(['2026-03-08', 167])
  })

  test('holds its instant and begins on the weekday asked for, in any zone', () => {
    const zones = ['America/Los_Angeles', 'Europe/London', 'Asia/Shanghai', 'America/Sao_Paulo', 'Asia/Riyadh']
    const any = fc.tuple(
      fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2030, 0, 1) }),
      fc.constantFrom(...zones),
      fc.constantFrom(...WEEKDAYS),
    )
    fc.assert(
      fc.property(any, ([now, zone, start]) => {
        const { from, until, day } = weekOf(now, zone, start)
        expect(from <= now && now < until).toBe(true)
        expect(dayInZone(from, zone)).toBe(day)
        expect(dayInZone(from - 1, zone) < day).toBe(true)
        expect(new Date(`${day}T00:00:00Z`).getUTCDay()).toBe((WEEKDAYS.indexOf(start) + 1) % 7)
        expect(weekOf(until, zone, start).from).toBe(until)
      }),
    )
  })
})

describe('tiers', () => {
  test('are read by their lower ends', () => {
    expect(readTiers('0:500; 10000:2000;50000:unlimited')).toEqual([
      { fromGmv: 0, weekly: 500 },
      { fromGmv: 10_000, weekly: 2000 },
      { fromGmv: 50_000, weekly: null },
    ])
  })

  test.each(['', '500', '100:5', '0:5;0:6', '0:5;10:x', '0:5;9:1;5:2', '0:-1'])(
    'with a hole or a slip are refused: %s',
    (text) => {
      expect(readTiers(text)).toBeNull()
    },
  )

  test('hold from their end on', () => {
    const tiers = readTiers('0:500;10000:2000') ?? []
    expect([9999, 9999.99, 10_000].map((gmv) => tierOf(tiers, gmv)?.weekly)).toEqual([500, 500, 2000])
  })
})

describe('the number', () => {
  const now = Date.UTC(2026, 10, 18, 20)
  const facts = (more: Partial<QuotaFacts>): QuotaFacts => ({
    now,
    timezone: 'America/Los_Angeles',
    basis: { basis: 'tier' },
    weekStart: 'sunday',
    tiers: readTiers('0:3;10000:5'),
    newShop: 1000,
    gmv: 12_000,
    touches: [],
    ...more,
  })
  const touch = (creator: string, at: number, kind = 'sent', counts = true) => ({ creator, at, kind, counts })

  test('is that of the tier, less the messages of this week', () => {
    const touches = [
      touch('a', Date.UTC(2026, 10, 15, 8)),
      touch('b', Date.UTC(2026, 10, 15, 7, 59)),
      touch('c', now - HOUR),
    ]
    expect(quotaOf(facts({ touches }))).toMatchObject({ from: 'tier', limit: 5, used: 2, left: 3 })
  })

  test('is not used by messages to creators who answered, nor by other channels', () => {
    const touches = [
      touch('a', now - 30 * HOUR),
      touch('a', now - 20 * HOUR, 'replied'),
      touch('a', now - 10 * HOUR),
      touch('b', now - HOUR, 'sent', false),
    ]
    expect(quotaOf(facts({ touches }))).toMatchObject({ used: 1, left: 4, connected: 1 })
  })

  test('is never below zero left', () => {
    const touches = Array.from({ length: 9 }, (_, i) => touch(`c${i}`, now - i))
    expect(quotaOf(facts({ touches, gmv: 0 }))).toMatchObject({ limit: 3, used: 9, left: 0 })
  })

  test('is asked for where nobody says one', () => {
    expect(quotaOf(facts({ tiers: null }))).toMatchObject({ from: 'ask', limit: null, left: null })
    expect(quotaOf(facts({ gmv: null }))).toMatchObject({ from: 'ask', limit: null })
    expect(quotaOf(facts({ basis: { basis: 'once' }, newShop: null })).from).toBe('ask')
  })

  test('of a new shop counts from its first message on', () => {
    const touches = [touch('a', now - 900 * HOUR), touch('b', now - HOUR)]
    expect(quotaOf(facts({ basis: { basis: 'once' }, touches }))).toMatchObject({
      from: 'once',
      limit: 1000,
      used: 2,
      left: 998,
    })
  })

  test('may be what Seller Center shows, or without limit', () => {
    expect(quotaOf(facts({ basis: { basis: 'own', weekly: 700 } }))).toMatchObject({
      from: 'own',
      limit: 700,
      left: 700,
    })
    expect(quotaOf(facts({ tiers: readTiers('0:unlimited') }))).toMatchObject({ from: 'tier', limit: null, left: null })
  })

  test('says when the beginning of the week is our guess', () => {
    expect(quotaOf(facts({ weekStart: null })).weekAssumed).toBe(true)
  })
})

test('messages are counted since the last reply', () => {
  const said = (kind: string, at: number) => ({ kind, at })
  expect(messagesSinceReply([said('sent', 1), said('sent', 2), said('replied', 3), said('sent', 4)])).toBe(1)
  expect(messagesSinceReply([said('sent', 4), said('replied', 3)])).toBe(1)
  expect(messagesSinceReply([])).toBe(0)
})
