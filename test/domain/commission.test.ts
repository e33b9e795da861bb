import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { heldRate, type RateEntry } from '../../shared/domain/campaigns'
import {
  commissionRuleOn,
  type CommissionRule,
  type CommissionTerms,
  rateOfOrder,
  ruleProblem,
  splitCommission,
  tierRate,
} from '../../shared/domain/commission'
import { deviationReason, deviations } from '../../shared/domain/commission-deviations'
import { ruleOf, worked } from '../support/commission'

describe('rates', () => {
  test('an order through an ad pays the target plan’s ads rate, else the open plan’s, else the standard rate', () => {
    const rates = { standard: 2000, targetAds: 800, openAds: 1000 }
    expect(rateOfOrder(rates, false)).toBe(2000)
    expect(rateOfOrder(rates, true)).toBe(800)
    expect(rateOfOrder({ ...rates, targetAds: null }, true)).toBe(1000)
    expect(rateOfOrder({ ...rates, targetAds: null, openAds: null }, true)).toBe(2000)
  })

  test('who promoted before a cut keeps the old rate for thirty days; a raise holds at once', () => {
    const entries: RateEntry[] = [
      { id: 'a', productId: null, category: null, rate: 2000, adsRate: null, fromDay: '2026-01-01' },
      { id: 'b', productId: null, category: null, rate: 1200, adsRate: null, fromDay: '2026-03-01' },
    ]
    const paid = (since: string, day: string): number | null => {
      const held = heldRate(entries, null, since, day, () => 30)
      return held === null ? null : worked({ price: 10_000 }, ruleOf('US'), { rate: held.rate }).actual
    }
    // 100.00 on 30 March: 20 % for who joined in January, 12 % for who joined on the day of the cut; on 31 March 12 % for both.
    expect(paid('2026-01-10', '2026-03-30')).toBe(2000)
    expect(paid('2026-03-01', '2026-03-30')).toBe(1200)
    expect(paid('2026-01-10', '2026-03-31')).toBe(1200)
  })

  test('tiers: the highest that the month has reached; the highest of all is withheld until settlement', () => {
    const tiers = [
      { from: 100_000, rate: 1200 },
      { from: 500_000, rate: 1500 },
    ]
    expect([tierRate(tiers, 99_999, 1000), tierRate(tiers, 100_000, 1000), tierRate(tiers, 600_000, 1000)]).toEqual([
      1000, 1200, 1500,
    ])
    // 200.00 at 12 % = 24.00; withheld 15 % = 30.00; 6.00 come back.
    const result = worked({ price: 20_000 }, ruleOf('US', { tiers }), { rate: 1000, gmv: 120_000 })
    expect(result).toMatchObject({ rate: 1200, actual: 2400, deposit: { withheld: 3000, released: 600 } })
  })
})

describe('splits', () => {
  test('20 % in all are 10 % for the partner and 10 % for the creator; with half for an agency the creator keeps 5 %', () => {
    // Of 100.00 with 20 %: 20.00 = 10.00 + 10.00; half of the creator's 10.00 is the agency's.
    const partner = worked({ price: 10_000 }, ruleOf('US', { tapShare: 5000 }), { rate: 2000 })
    expect(partner.split).toEqual({ tap: 1000, cap: 0, creator: 1000 })
    const both = worked({ price: 10_000 }, ruleOf('US', { tapShare: 5000, capShare: 5000 }), { rate: 2000 })
    expect(both.split).toEqual({ tap: 1000, cap: 500, creator: 500 })
  })

  test('a cent that cannot be divided is not lost', () => {
    // 0.05: half is 0.025 → 0.03 for the partner, 0.02 left; half of that each.
    expect(splitCommission(5, { tapShare: 5000, capShare: 5000 })).toEqual({ tap: 3, cap: 1, creator: 1 })
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10_000_000_000 }),
        fc.integer({ min: 0, max: 10_000 }),
        fc.integer({ min: 0, max: 10_000 }),
        (amount, tapShare, capShare) => {
          const { tap, cap, creator } = splitCommission(amount, { tapShare, capShare })
          expect(tap + cap + creator).toBe(amount)
          expect(Math.min(tap, cap, creator)).toBeGreaterThanOrEqual(0)
        },
      ),
    )
  })

  test('a bonus is shared by shop and platform, tax is withheld from the creator’s part', () => {
    // 400.00 × 5 % bonus = 20.00, the shop pays 60 % = 12.00. Commission 10 % = 40.00, 10 % tax = 4.00.
    const terms = { bonusRate: 500, coFundedShare: 6000, taxRate: 1000 }
    expect(
      worked({ price: 40_000 }, ruleOf('VN', { ...terms, base: ruleOf('US').base }), { rate: 1000 }),
    ).toMatchObject({
      actual: 4000,
      bonus: { estimated: 2000, actual: 2000, shop: 1200, platform: 800 },
      tax: 400,
    })
  })
})

describe('which rule holds', () => {
  const own = (key: string, fromDay: string, tapShare: number): CommissionRule => ({
    ...ruleOf('US'),
    key,
    fromDay,
    tapShare,
  })
  const rules = [
    own('*', '2026-01-01', 1),
    own('US', '2026-01-01', 2),
    own('shop', '2026-03-01', 3),
    own('shop', '2026-05-01', 4),
  ]
  test('the shop’s own before the market’s before everybody’s, from its day on', () => {
    const on = (day: string, shopId = 'shop', market = 'US') =>
      commissionRuleOn(rules, { shopId, market }, day).tapShare
    expect([on('2026-02-28'), on('2026-03-01'), on('2026-05-01')]).toEqual([2, 3, 4])
    expect([on('2026-05-01', 'other', 'US'), on('2026-05-01', 'other', 'MY'), on('2025-12-31')]).toEqual([2, 1, 0])
  })

  test('what is shipped for a market holds before what somebody wrote for all', () => {
    expect(commissionRuleOn([own('*', '2026-01-01', 1)], { shopId: 's', market: 'VN' }, '2026-06-01').base.tax).toBe(
      false,
    )
    expect(commissionRuleOn([own('*', '2026-01-01', 1)], { shopId: 's', market: 'VN' }, '2026-06-01').tapShare).toBe(0)
  })

  test('a rule that cannot be is named', () => {
    const bounds = { min: '1', max: '80' }
    const problem = (terms: Partial<CommissionTerms>) => ruleProblem({ ...ruleOf('US'), ...terms }, bounds)
    expect(problem({})).toBeNull()
    expect(problem({ tapShare: 10_001 })).toEqual({ field: 'tapShare', reason: 'notAShare' })
    expect(problem({ tiers: [{ from: 0, rate: 8100 }] })).toEqual({ field: 'tiers', reason: 'aboveMaximum' })
    const falling = [
      { from: 100, rate: 1000 },
      { from: 100, rate: 1200 },
    ]
    expect(problem({ tiers: falling })).toEqual({ field: 'tiers', reason: 'notRising' })
  })
})

test('what a file says otherwise is named, part by part; a unit is rounding and a blank says nothing', () => {
  const expected = worked({ price: 10_000, quantity: 2, returned: 1 }, ruleOf('US'), { rate: 1500 })
  expect(deviations(expected, { estimatedBase: 20_000, actualBase: null, estimated: 3001, actual: 1200 })).toEqual([
    { part: 'actual', expected: 1500, file: 1200 },
  ])
})

describe('what explains that a file and the rule do not agree', () => {
  const us = ruleOf('US')
  const tiers = ruleOf('US', { tiers: [{ from: 100_000, rate: 2000 }] })
  const plain = { estimatedBase: 10_000, actualBase: 10_000, estimated: 1500, actual: 1500 }

  // 100.00 at 15 % is 15.00; whatever else the file says has one of these reasons.
  test.each([
    ['15.00 paid as 12.00 on the same base: another rate', us, 0, { actual: 1200 }, 'rate'],
    [
      'the file’s base is 90.00, paid at 15 %',
      us,
      0,
      { estimatedBase: 9000, actualBase: 9000, estimated: 1350, actual: 1350 },
      'base',
    ],
    ['the file keeps 80.00 of it, nothing came back', us, 0, { actualBase: 8000, actual: 1200 }, 'returned'],
    ['the month reached the tier of 20 %, the file pays its own 15 %', tiers, 200_000, {}, 'tier'],
    ['another base, and no rate that fits it', us, 0, { estimatedBase: 9000, estimated: 1777 }, 'other'],
  ] as const)('%s', (_, rule, gmv, said, reason) => {
    const expected = worked({ price: 10_000 }, rule, { rate: 1500, gmv })
    expect(deviationReason(expected, { ...plain, ...said }, 1500)).toBe(reason)
  })
})
