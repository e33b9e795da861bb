/** Scores worked out by hand, and what must hold for every creator and every weights. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import {
  categoryFits,
  CRITERIA,
  makeScorer,
  readProfile,
  type ScoreInput,
  type ScoreProfile,
  scoreOf,
  SHIPPED_PROFILE,
} from '../../shared/domain/fit-score'
import { scoreInputOf } from '../../shared/domain/score-input'

const NOTHING: ScoreInput = {
  category: null,
  audienceMarket: null,
  language: null,
  gpm: null,
  cvr: null,
  engagement: null,
  postRate: null,
  ownResults: null,
  price: null,
}

describe('the fit score', () => {
  test('with all nine figures known, line by line', () => {
    const score = scoreOf(
      {
        category: 1, // 15 of 15
        audienceMarket: 1, // 20 of 20
        language: 0, // 0 of 10
        gpm: 1200, // $12 of $20: 0.6 × 20 = 12
        cvr: 250, // 2.5 % of 5 %: 0.5 × 10 = 5
        engagement: 400, // 4 % of 8 %: 0.5 × 5 = 2.5, rounded 3
        postRate: 6000, // 60 % of 80 %: 0.75 × 10 = 7.5, rounded 8
        ownResults: 40_000, // $400 of $1,000: 0.4 × 5 = 2
        price: 1500, // 15 % between 30 % (nothing) and 10 % (all): 0.75 × 5 = 3.75, rounded 4
      },
      SHIPPED_PROFILE,
    )
    expect(score.lines.map(({ points, max }) => [points, max])).toEqual([
      [15, 15],
      [20, 20],
      [0, 10],
      [12, 20],
      [5, 10],
      [3, 5],
      [8, 10],
      [2, 5],
      [4, 5],
    ])
    // 15 + 20 + 0 + 12 + 5 + 3 + 8 + 2 + 4
    expect(score).toMatchObject({ total: 69, known: 9, of: 9 })
  })

  test('what is not known passes its weight on: six of nine', () => {
    // Known weights: category 15, market 20, GPM 20, CVR 10, engagement 5, price 5 = 75.
    // Of 100 points: 20, 26.67, 26.67, 13.33, 6.67, 6.67; rounded down 20 + 26 + 26 + 13 + 6 + 6 = 97, the three left go
    // to the largest remainders in order: market, GPM, engagement.
    const score = scoreOf(
      { ...NOTHING, category: 1, audienceMarket: 0, gpm: 2000, cvr: 500, engagement: 0, price: 2000 },
      SHIPPED_PROFILE,
    )
    expect(score.lines.map(({ criterion, points, max }) => [criterion, points, max])).toEqual([
      ['category', 20, 20],
      ['audienceMarket', 0, 27],
      ['language', null, 0],
      ['gpm', 27, 27],
      ['cvr', 13, 13],
      ['engagement', 0, 7],
      ['postRate', null, 0],
      ['ownResults', null, 0],
      ['price', 3, 6], // 20 % is half way: 0.5 × 6
    ])
    expect(score).toMatchObject({ total: 63, known: 6, of: 9 })
  })

  test('nothing known is no score, not nought', () => {
    expect(scoreOf(NOTHING, SHIPPED_PROFILE)).toMatchObject({ total: null, known: 0, of: 9 })
  })

  test('a criterion without weight is no line', () => {
    const criteria = { ...SHIPPED_PROFILE.criteria, price: { weight: 0, from: 3000, to: 1000 } }
    const score = scoreOf({ ...NOTHING, price: 1000, gpm: 2000 }, { ...SHIPPED_PROFILE, criteria })
    expect(score).toMatchObject({ total: 100, known: 1, of: 8 })
    expect(score.lines.map(({ criterion }) => criterion)).not.toContain('price')
  })

  const weight = fc.record({ weight: fc.nat(1000), from: fc.nat(5000), to: fc.nat(5000) })
  const profile: fc.Arbitrary<ScoreProfile> = fc.tuple(...CRITERIA.map(() => weight)).map((weights) => ({
    ...SHIPPED_PROFILE,
    // One weight per criterion.
    criteria: Object.fromEntries(CRITERIA.map((name, at) => [name, weights[at]])) as ScoreProfile['criteria'],
  }))
  const figure = fc.option(fc.integer({ min: -100, max: 6000 }), { nil: null })
  const input: fc.Arbitrary<ScoreInput> = fc
    .tuple(...CRITERIA.map(() => figure))
    .map((values) => Object.fromEntries(CRITERIA.map((name, at) => [name, values[at] ?? null])) as ScoreInput)

  test('lines add up to the total, none has more than its most, and lists get the same total', () => {
    fc.assert(
      fc.property(input, profile, (one, weights) => {
        const { total, lines, known } = scoreOf(one, weights)
        const points = lines.map((line) => line.points ?? 0)
        expect(points.reduce((sum, some) => sum + some, 0)).toBe(total ?? 0)
        expect(lines.reduce((sum, line) => sum + line.max, 0)).toBe(known === 0 ? 0 : 100)
        expect(lines.every((line) => (line.points ?? 0) >= 0 && (line.points ?? 0) <= line.max)).toBe(true)
        expect(total === null).toBe(known === 0)
        expect(makeScorer(weights).total(one)).toBe(total)
      }),
    )
  })

  test('a better figure never lowers the score, a worse one never raises it', () => {
    fc.assert(
      fc.property(
        input,
        profile,
        fc.constantFrom(...CRITERIA),
        fc.integer({ min: -100, max: 6000 }),
        (one, weights, name, other) => {
          const before = one[name]
          if (before === null) return
          const { from, to } = weights.criteria[name]
          const better = to >= from ? other >= before : other <= before
          const totals = [
            scoreOf(one, weights).total ?? 0,
            scoreOf({ ...one, [name]: other }, weights).total ?? 0,
          ] as const
          expect(better ? totals[1] - totals[0] : totals[0] - totals[1]).toBeGreaterThanOrEqual(0)
        },
      ),
    )
  })

  test('weights that a newer build wrote, or that make no sense, leave those that are known', () => {
    expect(readProfile('nonsense')).toBe(SHIPPED_PROFILE)
    const read = readProfile({ criteria: { gpm: { weight: 50, from: 0, to: 100 } }, categories: ['Beauty'] })
    expect(read.criteria.gpm.weight).toBe(50)
    expect(read.criteria.cvr).toEqual(SHIPPED_PROFILE.criteria.cvr)
    expect(read.categories).toEqual(['Beauty'])
  })

  test.each([
    ['Beauty & Personal Care', ['beauty'], true],
    ['美妆个护', ['美妆'], true],
    ['Home Supplies', ['beauty', 'fashion'], false],
    ['Beauty', [], null],
    [null, ['beauty'], null],
  ])('category %s against %j', (category, wanted, fits) => {
    expect(categoryFits(category, wanted)).toBe(fits)
  })

  test('money without a rate is not known, and without a shop nothing is said of its market', () => {
    const facts = {
      creator: { category: 'Beauty', market: 'TH', language: 'th', audienceMarket: null, audienceLanguage: null },
      figures: { gpm: { value: 35_000, currency: 'THB' }, cvr: { value: 210, currency: null } },
      results: { netGmv: 5_000, currency: 'USD' },
      rate: 1500,
    }
    const convert = (amount: number, currency: string) => (currency === 'USD' ? amount : null)
    const wanted = { ...SHIPPED_PROFILE, categories: ['beauty'] }
    expect(scoreInputOf(facts, 'TH', wanted, convert)).toEqual({
      ...NOTHING,
      category: 1,
      audienceMarket: 1,
      language: 1,
      cvr: 210,
      ownResults: 5_000,
      price: 1500,
    })
    expect(scoreInputOf(facts, null, wanted, convert)).toMatchObject({ audienceMarket: null, language: null })
  })
})
