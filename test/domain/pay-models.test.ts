import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import {
  NO_RESULTS,
  owed,
  PAY_FIELDS,
  PAY_MODELS,
  PAY_TERMS,
  type PayResults,
  promised,
  readPay,
} from '../../shared/domain/pay-models'

const LADDER = [
  { from: 0, rate: 1000 },
  { from: 100_000, rate: 1500 },
  { from: 500_000, rate: 2000 },
]

/** Worked out by hand, minor units. */
const CASES: readonly (readonly [string, string, object, Partial<PayResults>, object])[] = [
  ['15.5 % of 1,000.01', 'cps', { rate: 1550 }, { base: 100_001 }, { fixed: 0, share: 15_500 }],
  ['half a unit is rounded up', 'cps', { rate: 5000 }, { base: 1 }, { share: 1 }],
  ['one fee', 'flat', { amount: 30_000 }, { contents: 4 }, { fixed: 30_000 }],
  ['a fee for each of four', 'flat', { amount: 30_000, per: 'content' }, { contents: 4 }, { fixed: 120_000 }],
  // 10 % of 20,000 is 2,000, of which the advance of 1,500 is kept back.
  [
    'an advance that sales earned back',
    'guaranteed',
    { guarantee: 150_000, rate: 1000 },
    { base: 2_000_000 },
    { fixed: 150_000, share: 50_000, unrecouped: 0 },
  ],
  [
    'an advance that sales did not earn back',
    'guaranteed',
    { guarantee: 150_000, rate: 1000 },
    { base: 900_000 },
    { fixed: 150_000, share: 0, unrecouped: 60_000 },
  ],
  [
    'half of the advance is kept back',
    'guaranteed',
    { guarantee: 150_000, rate: 1000, recoup: 5000 },
    { base: 900_000 },
    { fixed: 150_000, share: 15_000, unrecouped: 0 },
  ],
  [
    'nothing of it is kept back',
    'guaranteed',
    { guarantee: 150_000, rate: 1000, recoup: 0 },
    { base: 900_000 },
    { fixed: 150_000, share: 90_000, unrecouped: 0 },
  ],
  ['three months', 'retainer', { amount: 100_000 }, { months: [0, 5, 1] }, { fixed: 300_000 }],
  // Four agreed: all, three quarters, none, and more than agreed.
  [
    'months with too few contents',
    'retainer',
    { amount: 100_000, perMonth: 4 },
    { months: [4, 3, 0, 9] },
    { fixed: 275_000 },
  ],
  ['a third of an odd amount', 'retainer', { amount: 100, perMonth: 3 }, { months: [1, 2] }, { fixed: 33 + 67 }],
  ['the step that was reached holds for all', 'tierLadder', { tiers: LADDER }, { base: 500_000 }, { share: 100_000 }],
  ['one below the step', 'tierLadder', { tiers: LADDER }, { base: 499_999 }, { share: 75_000 }],
  // 10 % of 1,000 + 15 % of 4,000 + 20 % of 1,000.
  [
    'each slice at its own',
    'tierLadder',
    { tiers: LADDER, mode: 'slices' },
    { base: 600_000 },
    { share: 10_000 + 60_000 + 20_000 },
  ],
  [
    'below the first step there is nothing',
    'tierLadder',
    { tiers: [{ from: 1000, rate: 1000 }] },
    { base: 999 },
    { share: 0 },
  ],
  [
    'the second prize',
    'contest',
    { prizes: [50_000, 20_000], minimum: 1000 },
    { rank: 2, base: 1000 },
    { fixed: 20_000 },
  ],
  ['too little sold for it', 'contest', { prizes: [50_000], minimum: 1000 }, { rank: 1, base: 999 }, { fixed: 0 }],
  ['a rank without a prize', 'contest', { prizes: [50_000] }, { rank: 2, base: 5 }, { fixed: 0 }],
  ['a sample is all there is', 'sampleOnly', {}, { base: 1_000_000, contents: 3 }, { fixed: 0, share: 0 }],
  // 30 days are one stretch, 31 are two.
  ['codes for 30, 31 and 0 days', 'adCode', { fee: 5000, days: 30 }, { adDays: [30, 31, 0] }, { fixed: 5000 + 10_000 }],
  [
    'at most two other posts',
    'multiPlatform',
    { fee: 4000, platforms: ['YouTube'], most: 2 },
    { otherPosts: 5 },
    { fixed: 8000 },
  ],
  [
    'as many as there are',
    'multiPlatform',
    { fee: 4000, platforms: ['YouTube'] },
    { otherPosts: 5 },
    { fixed: 20_000 },
  ],
]

describe('what is owed', () => {
  test.each(CASES)('%s (%s)', (_name, model, terms, results, expected) => {
    const pay = readPay(model, terms)
    expect(pay && owed(pay, { ...NO_RESULTS, ...results })).toMatchObject(expected)
  })
})

test('every model asks for exactly its own fields', () => {
  for (const model of PAY_MODELS) {
    expect(Object.keys(PAY_FIELDS[model])).toEqual(Object.keys(PAY_TERMS[model].shape))
  }
})

test.each([
  ['cps', { rate: 10_001 }],
  ['cps', {}],
  ['flat', { amount: -1 }],
  ['flat', { amount: 1.5 }],
  ['tierLadder', { tiers: [] }],
  ['adCode', { fee: 1, days: 0 }],
  ['barter', {}],
])('%s with %o is refused', (model, terms) => {
  expect(readPay(model, terms)).toBeNull()
})

test('what a budget has to set aside', () => {
  const asked = (
    model: string,
    terms: object,
    planned = { contents: null, months: null } as { contents: number | null; months: number | null },
  ) => {
    const pay = readPay(model, terms)
    return pay && promised(pay, planned)
  }
  expect(asked('flat', { amount: 300 })).toBe(300)
  expect(asked('flat', { amount: 300, per: 'content' })).toBeNull()
  expect(asked('flat', { amount: 300, per: 'content' }, { contents: 3, months: null })).toBe(900)
  expect(asked('guaranteed', { guarantee: 500, rate: 1000 })).toBe(500)
  expect(asked('retainer', { amount: 100 }, { contents: null, months: 3 })).toBe(300)
  expect(asked('contest', { prizes: [500, 200] })).toBe(700)
  expect(asked('multiPlatform', { fee: 40, platforms: [], most: 0 })).toBeNull()
  expect(asked('multiPlatform', { fee: 40, platforms: [], most: 2 })).toBe(80)
  expect(asked('cps', { rate: 1000 })).toBe(0)
})

const amounts = fc.integer({ min: 0, max: 1_000_000_000_000 })
const shares = fc.integer({ min: 0, max: 10_000 })

describe('properties', () => {
  test('with a full recoup a guarantee pays the greater of guarantee and share, to the unit', () => {
    fc.assert(
      fc.property(amounts, shares, amounts, (guarantee, rate, base) => {
        const pay = readPay('guaranteed', { guarantee, rate })
        const share = readPay('cps', { rate })
        if (!pay || !share) throw new Error('no terms')
        const { fixed, share: more, unrecouped } = owed(pay, { ...NO_RESULTS, base })
        const earned = owed(share, { ...NO_RESULTS, base }).share
        expect(fixed + more).toBe(Math.max(guarantee, earned))
        expect(unrecouped).toBe(Math.max(0, guarantee - earned))
      }),
    )
  })

  test('a share is within half a unit of the true one, and whole', () => {
    fc.assert(
      fc.property(amounts, shares, (base, rate) => {
        const pay = readPay('cps', { rate })
        const got = pay ? owed(pay, { ...NO_RESULTS, base }).share : NaN
        expect(Number.isSafeInteger(got)).toBe(true)
        const twice = BigInt(got) * 20_000n - BigInt(base) * BigInt(rate) * 2n
        expect(twice <= 10_000n && twice > -10_000n).toBe(true)
      }),
    )
  })

  test('slices that all have one rate pay what a plain share pays, give or take a unit a slice', () => {
    fc.assert(
      fc.property(amounts, shares, fc.uniqueArray(amounts, { minLength: 1, maxLength: 6 }), (base, rate, cuts) => {
        const tiers = [0, ...cuts.filter((from) => from > 0)].map((from) => ({ from, rate }))
        const slices = readPay('tierLadder', { tiers, mode: 'slices' })
        const plain = readPay('cps', { rate })
        if (!slices || !plain) throw new Error('no terms')
        const difference = owed(slices, { ...NO_RESULTS, base }).share - owed(plain, { ...NO_RESULTS, base }).share
        expect(Math.abs(difference)).toBeLessThanOrEqual(tiers.length)
      }),
    )
  })

  test('more sold is never less owed', () => {
    fc.assert(
      fc.property(amounts, amounts, shares, shares, (base, more, low, high) => {
        const [first, second] = [Math.min(low, high), Math.max(low, high)]
        for (const mode of ['whole', 'slices']) {
          const pay = readPay('tierLadder', {
            tiers: [
              { from: 0, rate: first },
              { from: 50_000, rate: second },
            ],
            mode,
          })
          if (!pay) throw new Error('no terms')
          const total = (sold: number) => owed(pay, { ...NO_RESULTS, base: sold }).share
          expect(total(base + more)).toBeGreaterThanOrEqual(total(base))
        }
      }),
    )
  })
})
