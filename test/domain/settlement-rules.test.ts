import { describe, expect, test } from 'vitest'

import { dayInZone, dayNumber, dayOfNumber } from '../../shared/domain/days'
import {
  commissionTerms,
  isLate,
  moneyDays,
  type SettlementRule,
  settlementRuleProblem,
  type SettlementTerms,
  splitReserve,
  type Term,
  termsInForce,
} from '../../shared/domain/settlement-rules'

const rule = (fromDay: string, more: Partial<SettlementRule> = {}): SettlementRule => ({
  shopId: 'shop',
  fromDay,
  tier: null,
  days: null,
  deliveryDays: null,
  payoutDays: null,
  reserveRate: null,
  reserveDays: null,
  lateDays: null,
  source: 'Seller Center',
  ...more,
})

const terms = (market: string, day: string, rules: readonly SettlementRule[] = [], measured: number | null = null) =>
  termsInForce({ market, rules, day, measuredDelivery: measured })

const arrival = (in_: SettlementTerms, delivered: string, slipTo = 0) =>
  dayOfNumber(moneyDays(in_, dayNumber(delivered), slipTo).arrives)

describe('which terms are in force', () => {
  test.each([
    ['US', '2026-01-10', 7, 'market'],
    ['VN', '2026-01-10', 7, 'market'],
    ['TH', '2026-01-10', 8, 'market'],
    ['GB', '2025-04-01', 15, 'market'],
    ['GB', '2025-03-31', 14, 'assumed'],
    ['BR', '2026-01-10', 14, 'assumed'],
  ] as const)('%s on %s settles after %i days (%s)', (market, day, days, origin) => {
    expect(terms(market, day).days).toMatchObject({ value: days, origin })
  })

  test('a figure that a source gives names the source, an assumed one has none', () => {
    expect(terms('US', '2026-01-10').days.source).toContain('Seller university US')
    expect(terms('MX', '2026-01-10').days.source).toBe('')
  })

  test("the shop's own rule holds from its day on, the day before it the market's does", () => {
    const rules = [rule('2026-02-01', { days: 3, tier: 'express' }), rule('2026-03-01', { days: 15 })]
    expect(terms('VN', '2026-01-31', rules).days).toMatchObject({ value: 7, origin: 'market' })
    expect(terms('VN', '2026-02-01', rules)).toMatchObject({ days: { value: 3, origin: 'rule' }, tier: 'express' })
    expect(terms('VN', '2026-02-28', rules).days.value).toBe(3)
    expect(terms('VN', '2026-03-01', rules).days.value).toBe(15)
  })

  test('what a rule does not say comes from the lines where they show it, else from the assumption', () => {
    const own = [rule('2026-01-01', { days: 3 })]
    expect(terms('VN', '2026-02-01', own, 4).deliveryDays).toEqual({ value: 4, origin: 'measured', source: '' })
    expect(terms('VN', '2026-02-01', own).deliveryDays).toEqual({ value: 5, origin: 'assumed', source: '' })
    expect(terms('VN', '2026-02-01', [rule('2026-01-01', { deliveryDays: 2 })], 4).deliveryDays.value).toBe(2)
  })
})

describe('the days of money', () => {
  const us = terms('US', '2026-01-01', [rule('2025-01-01', { payoutDays: 2 })])

  // Worked out on a calendar: delivery + 7 + 2.
  test.each([
    ['2026-01-20', '2026-01-29'],
    ['2026-01-25', '2026-02-03'],
    ['2026-02-21', '2026-03-02'],
    ['2028-02-21', '2028-03-01'],
    ['2026-12-28', '2027-01-06'],
    // America/Los_Angeles sets its clocks forward on 2026-03-08 and back on 2026-11-01: days are days.
    ['2026-03-05', '2026-03-14'],
    ['2026-10-30', '2026-11-08'],
  ])('what was delivered on %s is in the bank on %s', (delivered, day) => {
    expect(arrival(us, delivered)).toBe(day)
  })

  test('a delivery just before midnight in the zone of the shop counts on the day of the shop', () => {
    // 2026-03-09 06:30 UTC is 23:30 of March 8th in Los Angeles (summer time) and 13:30 of the 9th in Hanoi.
    const at = Date.UTC(2026, 2, 9, 6, 30)
    expect(arrival(us, dayInZone(at, 'America/Los_Angeles'))).toBe('2026-03-17')
    expect(arrival(us, dayInZone(at, 'Asia/Ho_Chi_Minh'))).toBe('2026-03-18')
  })

  test('slipping to 31 days moves what settles sooner and nothing that settles later', () => {
    expect(arrival(us, '2026-01-20', 31)).toBe('2026-02-22')
    const slow = terms('US', '2026-01-01', [rule('2025-01-01', { days: 45, payoutDays: 0 })])
    expect(arrival(slow, '2026-01-20', 31)).toBe(arrival(slow, '2026-01-20'))
  })

  test('what is kept back comes so many days after the rest', () => {
    const kept = terms('US', '2026-01-01', [rule('2025-01-01', { reserveRate: 1000, reserveDays: 30 })])
    const days = moneyDays(kept, dayNumber('2026-01-20'))
    expect([days.settles, days.arrives, days.released].map(dayOfNumber)).toEqual([
      '2026-01-27',
      '2026-01-27',
      '2026-02-26',
    ])
    expect(splitReserve(10_005, kept)).toEqual({ now: 9004, kept: 1001 })
    expect(splitReserve(-10_005, kept)).toEqual({ now: -10_005, kept: 0 })
  })
})

describe('late', () => {
  const creators = (value: number): Term => ({ value, origin: 'market', source: 'Seller university' })
  const day = dayNumber

  // Delivered on 1 March. The shop: 7 days in the US, then 14 assumed: 22 March is the last day in time.
  test.each([
    ['US', [], '2026-03-22', false],
    ['US', [], '2026-03-23', true],
    // The slowest tier, 31 days, late three days after: 1 March + 31 + 3 = 4 April.
    ['US', [rule('2026-01-01', { days: 31, lateDays: 3 })], '2026-04-04', false],
    ['US', [rule('2026-01-01', { days: 31, lateDays: 3 })], '2026-04-05', true],
    // No source, no rule: 14 + 14 days, both assumed.
    ['BR', [], '2026-03-29', false],
    ['BR', [], '2026-03-30', true],
  ] as const)('%s with %j: a sale delivered on 1 March is late on %s: %s', (market, rules, today, late) => {
    expect(isLate(terms(market, '2026-03-01', rules), day('2026-03-01'), day(today))).toBe(late)
  })

  test.each([
    ['the market’s creators wait longer than the shop: 15 days', 'US', [], 15, 15],
    ['the shop is settled later than its market’s creators: 31 days', 'US', [rule('2026-01-01', { days: 31 })], 15, 31],
    ['a quick shop does not hurry its creators', 'VN', [rule('2026-01-01', { days: 3 })], 7, 7],
    ['a slow shop keeps them waiting', 'VN', [rule('2026-01-01', { days: 15 })], 7, 15],
    ['nobody says how long creators wait: as long as the shop', 'BR', [], null, 14],
  ] as const)('commission: %s', (_, market, rules, wait, days) => {
    const held = commissionTerms(terms(market, '2026-03-01', rules), wait === null ? null : creators(wait))
    expect(held.days.value).toBe(days)
    const last = day('2026-03-01') + days + 14
    expect([isLate(held, day('2026-03-01'), last), isLate(held, day('2026-03-01'), last + 1)]).toEqual([false, true])
  })
})

describe('a rule that cannot be', () => {
  test.each([
    [{ days: -1 }, { field: 'days', reason: 'notWholeDays' }],
    [{ days: 2.5 }, { field: 'days', reason: 'notWholeDays' }],
    [{ payoutDays: 400 }, { field: 'payoutDays', reason: 'notWholeDays' }],
    [
      { reserveRate: 10_001, reserveDays: 3 },
      { field: 'reserveRate', reason: 'notPercent' },
    ],
    [{ reserveRate: 500 }, { field: 'reserveDays', reason: 'reserveWithoutDays' }],
    [{ days: 31, reserveRate: 500, reserveDays: 14 }, null],
  ])('%j', (more, problem) => {
    expect(settlementRuleProblem(rule('2026-01-01', more))).toEqual(problem)
  })
})
