import { describe, expect, test } from 'vitest'

import { type CommissionLine, type CommissionTerms, expectedCommission } from '../../shared/domain/commission'
import { MARKETS } from '../../shared/domain/market-packs'
import { line, ruleOf, worked } from '../support/commission'

/** Worked out by hand beside each; amounts in minor units as the market's files write them. */
const CASES: readonly {
  readonly what: string
  readonly market: string
  readonly line: Partial<CommissionLine>
  readonly rate: number
  readonly terms?: Partial<CommissionTerms>
  readonly base: readonly [estimated: number, actual: number]
  readonly commission: readonly [estimated: number, actual: number]
}[] = [
  // 3 × 12.99 = 38.97; 15 % = 5.8455 → 5.85
  {
    what: 'three units',
    market: 'US',
    line: { price: 1299, quantity: 3 },
    rate: 1500,
    base: [3897, 3897],
    commission: [585, 585],
  },
  // 1 of 3 came back: 2 × 12.99 = 25.98; 15 % = 3.897 → 3.90
  {
    what: 'one of three units came back',
    market: 'US',
    line: { price: 1299, quantity: 3, returned: 1 },
    rate: 1500,
    base: [3897, 2598],
    commission: [585, 390],
  },
  // A platform coupon of 3.00 stays in the base: 20.00 × 10 % = 2.00
  {
    what: 'a coupon of the platform stays in the base',
    market: 'US',
    line: { price: 2000, platformDiscount: 300 },
    rate: 1000,
    base: [2000, 2000],
    commission: [200, 200],
  },
  // Price with 20 % VAT: 24.00 of which 4.00 tax; 20.00 × 12 % = 2.40
  {
    what: 'tax that the price has is taken off',
    market: 'GB',
    line: { price: 2400, tax: 400 },
    rate: 1200,
    base: [2000, 2000],
    commission: [240, 240],
  },
  // 2 × 17.49 = 34.98, of which 4.98 for shipping: 30.00; 10 % = 3.00
  {
    what: 'shipping that the price has is taken off',
    market: 'DE',
    line: { price: 1749, quantity: 2, shipping: 498 },
    rate: 1000,
    base: [3000, 3000],
    commission: [300, 300],
  },
  // 200,000 − 20,000 platform − 10,000 seller − 15,000 tax = 155,000; 8 % = 12,400
  {
    what: 'both coupons and the tax are taken off',
    market: 'VN',
    line: { price: 200_000, platformDiscount: 20_000, sellerDiscount: 10_000, tax: 15_000, shipping: 0 },
    rate: 800,
    base: [155_000, 155_000],
    commission: [12_400, 12_400],
  },
  // 2 × 99,000 = 198,000 − 18,000 − 0 − 0 = 180,000; one of two back: 90,000; 10.5 % = 18,900 and 9,450
  {
    what: 'a partial refund counts in proportion',
    market: 'VN',
    line: { price: 99_000, quantity: 2, returned: 1, platformDiscount: 18_000, sellerDiscount: 0, tax: 0, shipping: 0 },
    rate: 1050,
    base: [180_000, 90_000],
    commission: [18_900, 9450],
  },
  // The file does not tell the coupons: its own bases stand, 150,000 and 75,000; 10 % = 15,000 and 7,500
  {
    what: 'where the file does not tell the coupons, its own base stands',
    market: 'VN',
    line: { price: 99_000, quantity: 2, returned: 1, estimatedBase: 150_000, actualBase: 75_000 },
    rate: 1000,
    base: [150_000, 75_000],
    commission: [15_000, 7500],
  },
  // 3 × 45,000.00 IDR; 2 back: 45,000.00; 7 % = 9,450.00 and 3,150.00
  {
    what: 'two of three units came back',
    market: 'ID',
    line: { price: 4_500_000, quantity: 3, returned: 2 },
    rate: 700,
    base: [13_500_000, 4_500_000],
    commission: [945_000, 315_000],
  },
  // The file tells no units but a base of 60.00 of 100.00: 60 % of 2 × 50.00; 15 % = 15.00 and 9.00
  {
    what: 'a part that came back is known by the base alone',
    market: 'US',
    line: { price: 5000, quantity: 2, estimatedBase: 10_000, actualBase: 6000 },
    rate: 1500,
    base: [10_000, 6000],
    commission: [1500, 900],
  },
  // 7 × 33.33 = 233.31; 3 back: 4 × 33.33 = 133.32; 12.5 % = 29.16375 → 29.16 and 16.665 → 16.67 (half away from zero)
  {
    what: 'halves are rounded away from zero',
    market: 'MY',
    line: { price: 3333, quantity: 7, returned: 3 },
    rate: 1250,
    base: [23_331, 13_332],
    commission: [2916, 1667],
  },
  // 590.00 THB × 2; came back whole: estimated 1,180.00 × 20 % = 236.00, nothing is kept
  {
    what: 'what came back whole pays nothing',
    market: 'TH',
    line: { price: 59_000, quantity: 2, fullyReturned: true },
    rate: 2000,
    base: [118_000, 0],
    commission: [23_600, 0],
  },
  // 850.00 PHP cancelled: estimated 5 % = 42.50
  {
    what: 'what is ineligible pays nothing',
    market: 'PH',
    line: { price: 85_000, status: 'ineligible' },
    rate: 500,
    base: [85_000, 0],
    commission: [4250, 0],
  },
  // 1 % is the least: 19.90 → 0.199 → 0.20
  { what: 'the least rate', market: 'SG', line: { price: 1990 }, rate: 100, base: [1990, 1990], commission: [20, 20] },
  // 80 % is the most: 59.90 → 47.92
  {
    what: 'the greatest rate',
    market: 'BR',
    line: { price: 5990 },
    rate: 8000,
    base: [5990, 5990],
    commission: [4792, 4792],
  },
  // 2,980 JPY × 2 = 5,960; 11 % = 655.6 → 656
  {
    what: 'a currency without decimals',
    market: 'JP',
    line: { price: 2980, quantity: 2 },
    rate: 1100,
    base: [5960, 5960],
    commission: [656, 656],
  },
  // 249.00 MXN with 16 % IVA in it: 249.00 − 34.34 = 214.66; 9 % = 19.3194 → 19.32
  {
    what: 'IVA that the price has is taken off',
    market: 'MX',
    line: { price: 24_900, tax: 3434 },
    rate: 900,
    base: [21_466, 21_466],
    commission: [1932, 1932],
  },
  // 39.90 EUR each, 2 of 2 returned one by one: nothing is kept
  {
    what: 'all units came back one by one',
    market: 'FR',
    line: { price: 3990, quantity: 2, returned: 2 },
    rate: 1500,
    base: [7980, 0],
    commission: [1197, 0],
  },
]

describe('commission worked out by hand', () => {
  test.each(CASES)('$market: $what', ({ market, line: given, rate, terms, base, commission }) => {
    const result = worked(given, ruleOf(market, terms), { rate })
    expect([result.base.estimated, result.base.actual]).toEqual(base)
    expect([result.estimated, result.actual]).toEqual(commission)
  })

  test('every market has a rule with its source', () => {
    for (const market of MARKETS) expect(ruleOf(market).source).not.toBe('')
  })

  test.each([
    [99, 'belowMinimum'],
    [8001, 'aboveMaximum'],
  ])('a rate of %i basis points is refused', (rate, problem) => {
    expect(expectedCommission(line(), ruleOf('US'), { rate })).toEqual({ problem })
  })

  test("a market's own bounds hold", () => {
    const bounds = { min: '5', max: '50' }
    expect(expectedCommission(line(), ruleOf('US'), { rate: 400, bounds })).toEqual({ problem: 'belowMinimum' })
  })
})
