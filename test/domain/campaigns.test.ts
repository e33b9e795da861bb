import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import {
  cutsOf,
  heldRate,
  offeredAdsRate,
  offeredRate,
  promotingSince,
  type PromotingSince,
  type RateEntry,
  rateProblem,
  ratesAhead,
} from '../../shared/domain/campaigns'
import { addDays } from '../../shared/domain/days'
import { rateInForce, type RatePlan } from '../../shared/domain/rate-in-force'

let serial = 0
function entry(fromDay: string, rate: number, more: Partial<RateEntry> = {}): RateEntry {
  serial += 1
  return {
    id: String(serial).padStart(6, '0'),
    productId: null,
    category: null,
    adsRate: null,
    fromDay,
    rate,
    ...more,
  }
}

const THIRTY = () => 30
const MIST = { productId: 'mist', category: 'beauty' }

describe('what a plan offers', () => {
  const plan = [
    entry('2026-01-01', 1000, { adsRate: 500 }),
    entry('2026-02-01', 1200),
    entry('2026-01-01', 1500, { category: 'beauty' }),
    entry('2026-01-10', 2000, { productId: 'mist', adsRate: 800 }),
  ]

  test.each([
    [null, '2025-12-31', null],
    [null, '2026-01-01', 1000],
    [null, '2026-02-01', 1200],
    [{ productId: 'soap', category: 'home' }, '2026-01-20', 1000],
    [{ productId: 'soap', category: 'beauty' }, '2026-01-20', 1500],
    [{ productId: 'soap', category: null }, '2026-01-20', 1000],
    [MIST, '2026-01-09', 1500],
    [MIST, '2026-01-10', 2000],
  ])('%o on %s: %s', (subject, day, rate) => {
    expect(offeredRate(plan, subject, day)?.entry.rate ?? null).toBe(rate)
  })

  test('the Shop Ads rate is that of the narrowest scope that has one', () => {
    expect(offeredAdsRate(plan, MIST, '2026-01-10')).toBe(800)
    expect(offeredAdsRate(plan, MIST, '2026-01-09')).toBe(500)
    expect(offeredAdsRate(plan, { productId: 'soap', category: 'beauty' }, '2026-01-20')).toBe(500)
    // The newer rate of everything sets none, and the older one does not hold any more.
    expect(offeredAdsRate(plan, { productId: 'soap', category: 'beauty' }, '2026-02-01')).toBeNull()
  })

  test('of two rates of one day the one written last holds', () => {
    expect(offeredRate([entry('2026-03-01', 900), entry('2026-03-01', 1100)], null, '2026-03-01')?.entry.rate).toBe(
      1100,
    )
  })
})

/**
 * Worked out by hand. 20 % from 1 October; cut to 18 % on 18 November, to 15 % on 28 November. With 30 days: 20 % is kept
 * until 17 December, 18 % until 27 December.
 */
const TWO_CUTS = [entry('2026-10-01', 2000), entry('2026-11-18', 1800), entry('2026-11-28', 1500)]
/** 20 % from 1 October; cut to 15 % on 1 November; raised to 18 % on 11 November. 20 % is kept until 30 November. */
const CUT_THEN_RAISE = [entry('2026-10-01', 2000), entry('2026-11-01', 1500), entry('2026-11-11', 1800)]
/** As before, but raised to 22 %. */
const CUT_THEN_MORE = [entry('2026-10-01', 2000), entry('2026-11-01', 1500), entry('2026-11-11', 2200)]

describe('old rates are kept for those who promote already', () => {
  test.each<[string, readonly RateEntry[], PromotingSince, string, number, string | null]>([
    ['one cut, the day before it', TWO_CUTS, '2026-10-05', '2026-11-17', 2000, null],
    ['one cut, its own day', TWO_CUTS, '2026-10-05', '2026-11-18', 2000, '2026-12-18'],
    ['joined the day before the cut', TWO_CUTS, '2026-11-17', '2026-11-20', 2000, '2026-12-18'],
    ['joined on the day of the cut', TWO_CUTS, '2026-11-18', '2026-11-20', 1800, null],
    ['never joined', TWO_CUTS, 'never', '2026-11-20', 1800, null],
    ['promotes since nobody knows when', TWO_CUTS, 'always', '2026-11-20', 2000, '2026-12-18'],
    ['the second cut during the first lock', TWO_CUTS, '2026-10-05', '2026-11-28', 2000, '2026-12-18'],
    ['the last day of the first lock', TWO_CUTS, '2026-10-05', '2026-12-17', 2000, '2026-12-18'],
    ['after the first lock the second one holds', TWO_CUTS, '2026-10-05', '2026-12-18', 1800, '2026-12-28'],
    ['its last day', TWO_CUTS, '2026-10-05', '2026-12-27', 1800, '2026-12-28'],
    ['all locks are over', TWO_CUTS, '2026-10-05', '2026-12-28', 1500, null],
    ['joined between the cuts', TWO_CUTS, '2026-11-20', '2026-11-30', 1800, '2026-12-28'],
    ['a raise below the kept rate', CUT_THEN_RAISE, '2026-10-05', '2026-11-15', 2000, '2026-12-01'],
    ['the raise, for whoever joined after the cut', CUT_THEN_RAISE, '2026-11-05', '2026-11-11', 1800, null],
    ['the raise after the lock', CUT_THEN_RAISE, '2026-10-05', '2026-12-01', 1800, null],
    ['a raise above the kept rate holds at once', CUT_THEN_MORE, '2026-10-05', '2026-11-11', 2200, null],
  ])('%s', (_name, entries, since, day, rate, lockedUntil) => {
    expect(heldRate(entries, null, since, day, THIRTY)).toEqual({ rate, lockedUntil })
  })

  test('piece by piece, as the screen tells it', () => {
    expect(ratesAhead(TWO_CUTS, null, '2026-10-05', '2026-11-20', THIRTY)).toEqual([
      { rate: 2000, lastDay: '2026-12-17' },
      { rate: 1800, lastDay: '2026-12-27' },
      { rate: 1500, lastDay: null },
    ])
    expect(ratesAhead(TWO_CUTS, null, '2026-11-18', '2026-11-20', THIRTY)).toEqual([
      { rate: 1800, lastDay: '2026-12-27' },
      { rate: 1500, lastDay: null },
    ])
    expect(ratesAhead([entry('2027-01-01', 900)], null, 'never', '2026-11-20', THIRTY)).toEqual([
      { rate: 900, lastDay: null },
    ])
  })

  test('the length of the lock is that of the day of the cut', () => {
    const lock = (day: string) => (day < '2026-11-20' ? 30 : 7)
    expect(heldRate(TWO_CUTS, null, '2026-10-05', '2026-12-17', lock)).toEqual({
      rate: 2000,
      lockedUntil: '2026-12-18',
    })
    // The second cut fell under the new rule: 28 November and seven days.
    expect(heldRate(TWO_CUTS, null, '2026-10-05', '2026-12-18', lock)).toEqual({ rate: 1500, lockedUntil: null })
  })

  test('an exception that begins below the rate of everything is a cut for its product alone', () => {
    const entries = [entry('2026-10-01', 2000), entry('2026-11-18', 1200, { productId: 'mist' })]
    expect(heldRate(entries, MIST, '2026-10-05', '2026-11-20', THIRTY)).toEqual({
      rate: 2000,
      lockedUntil: '2026-12-18',
    })
    expect(heldRate(entries, null, '2026-10-05', '2026-11-20', THIRTY)).toEqual({ rate: 2000, lockedUntil: null })
    expect(cutsOf(entries, MIST, THIRTY)).toEqual([
      { day: '2026-11-18', before: 2000, after: 1200, until: '2026-12-18' },
    ])
  })

  test.each([
    ['invited', '2026-01-01', 'never'],
    ['declined', '2026-01-01', 'never'],
    ['left', '2026-01-01', 'never'],
    ['accepted', '2026-01-01', '2026-01-01'],
    ['active', null, 'always'],
    ['done', '2026-01-01', '2026-01-01'],
    [null, '2026-01-01', 'never'],
  ])('%s, joined %s: promotes since %s', (state, joined, since) => {
    expect(promotingSince(state, joined)).toBe(since)
  })
})

const START = '2026-01-01'
const plans = fc
  .array(fc.record({ day: fc.nat(200), rate: fc.integer({ min: 100, max: 8000 }) }), { minLength: 1, maxLength: 8 })
  .map((list) => [entry(START, 3000), ...list.map(({ day, rate }) => entry(addDays(START, day), rate))])

/** Another opinion: day by day, the best that was offered since they promote, of the last `lock` days and today. */
function bestOfWindow(entries: readonly RateEntry[], joined: number, day: number, lock: number): number {
  let best = 0
  for (let at = Math.max(joined, day - lock); at <= day; at++) {
    best = Math.max(best, offeredRate(entries, null, addDays(START, at))?.entry.rate ?? 0)
  }
  return best
}

describe('properties of kept rates', () => {
  test('the rate is the best that was offered since the creator promotes, of the last days of the lock', () => {
    fc.assert(
      fc.property(plans, fc.nat(200), fc.nat(240), fc.integer({ min: 0, max: 60 }), (entries, joined, later, lock) => {
        const day = joined + later
        const held = heldRate(entries, null, addDays(START, joined), addDays(START, day), () => lock)
        expect(held?.rate).toBe(bestOfWindow(entries, joined, day, lock))
      }),
    )
  })

  test('nobody ever gets less than what is offered to newcomers, nor less than was promised within the lock', () => {
    fc.assert(
      fc.property(plans, fc.nat(200), fc.nat(240), (entries, joined, later) => {
        const day = addDays(START, joined + later)
        const held = heldRate(entries, null, addDays(START, joined), day, THIRTY)
        const fresh = heldRate(entries, null, day, day, THIRTY)
        expect(held?.rate).toBeGreaterThanOrEqual(fresh?.rate ?? 0)
        for (let back = 0; back <= Math.min(30, later); back++) {
          const promisedThen = offeredRate(entries, null, addDays(day, -back))?.entry.rate ?? 0
          expect(held?.rate).toBeGreaterThanOrEqual(promisedThen)
        }
      }),
    )
  })

  test('what is told ahead is what holds on every day of it', () => {
    fc.assert(
      fc.property(plans, fc.nat(200), fc.nat(100), (entries, joined, later) => {
        const since = addDays(START, joined)
        const from = addDays(START, joined + later)
        const ahead = ratesAhead(entries, null, since, from, THIRTY)
        let day = from
        for (const piece of ahead) {
          const last = piece.lastDay ?? addDays(day, 60)
          for (; day <= last; day = addDays(day, 1)) {
            expect(heldRate(entries, null, since, day, THIRTY)?.rate).toBe(piece.rate)
          }
        }
      }),
      { numRuns: 40 },
    )
  })

  test('days are days: the zone of the machine changes nothing', () => {
    const before = process.env['TZ']
    const told = ['Pacific/Kiritimati', 'America/Los_Angeles', 'Asia/Shanghai'].map((zone) => {
      process.env['TZ'] = zone
      return ratesAhead(TWO_CUTS, null, '2026-10-05', '2026-11-20', THIRTY)
    })
    if (before === undefined) delete process.env['TZ']
    else process.env['TZ'] = before
    expect(told[1]).toEqual(told[0])
    expect(told[2]).toEqual(told[0])
  })
})

const plan = (kind: RatePlan['kind'], more: Partial<RatePlan> = {}): RatePlan => ({
  id: kind,
  kind,
  state: 'running',
  fromDay: '2026-01-01',
  toDay: null,
  entries: [],
  products: ['mist'],
  member: null,
  ...more,
})
const active = { state: 'active', joinedOn: '2026-01-05', rate: null } as const

describe('which plan holds', () => {
  const open = plan('open', { entries: [entry('2026-01-01', 1000, { adsRate: 600 })] })
  const target = plan('target', { entries: [entry('2026-01-01', 900)], member: active })
  const on = (plans: readonly RatePlan[]) => rateInForce(plans, MIST, '2026-02-01', THIRTY)

  test('target goes before open, also where it pays less', () => {
    expect(on([open, target])).toMatchObject({ campaignId: 'target', rate: 900, from: 'all' })
  })

  test('a partner’s link holds during its campaign', () => {
    const partner = plan('partner', { entries: [entry('2026-01-01', 700)], member: active })
    expect(on([open, target, partner])?.campaignId).toBe('partner')
  })

  test('the creator’s own rate goes before every exception', () => {
    const own = { ...target, entries: [entry('2026-01-01', 2000, { productId: 'mist' })] }
    expect(on([{ ...own, member: { ...active, rate: 1100 } }])).toMatchObject({ rate: 1100, from: 'creator' })
    expect(on([own])).toMatchObject({ rate: 2000, from: 'product' })
  })

  test.each([
    ['who was only invited', { member: { ...active, state: 'invited' as const } }],
    ['a plan that is paused', { state: 'paused' as const }],
    ['a plan that is over', { toDay: '2026-01-31' }],
    ['a plan without the product', { products: ['soap'] }],
    ['nobody of that plan', { member: null }],
  ])('%s falls back to the open plan', (_name, change) => {
    expect(on([open, { ...target, ...change }])?.campaignId).toBe('open')
  })

  test('an open plan without products is for all of the shop, but not for who left it', () => {
    expect(on([plan('open', { ...open, products: [] })])?.rate).toBe(1000)
    expect(on([plan('open', { ...open, member: { ...active, state: 'left' } })])).toBeNull()
  })

  test('orders brought by ads: the target’s ads rate, else the open plan’s, else the standard rate', () => {
    const withAds = { ...target, entries: [entry('2026-01-01', 900, { adsRate: 300 })] }
    expect(on([open, withAds])).toMatchObject({ adsRate: 300, adsFrom: 'targetAds' })
    expect(on([open, target])).toMatchObject({ adsRate: 600, adsFrom: 'openAds' })
    expect(on([target])).toMatchObject({ adsRate: 900, adsFrom: 'standard' })
    expect(on([open])).toMatchObject({ adsRate: 600, adsFrom: 'openAds' })
  })
})

test.each([
  [100, '1', '80', null],
  [99, '1', '80', 'belowMinimum'],
  [8000, '1', '80', null],
  [8001, '1', '80', 'aboveMaximum'],
  [8001, null, null, 'aboveMaximum'],
  [5001, '1.5', '50', 'aboveMaximum'],
  [149, '1.5', '50', 'belowMinimum'],
])('a rate of %s with the bounds %s and %s: %s', (rate, min, max, problem) => {
  expect(rateProblem(rate, { min, max })).toBe(problem)
})
