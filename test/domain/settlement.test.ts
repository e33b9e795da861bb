import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { lineFigures, ORDER_STATUSES } from '../../shared/domain/orders'
import {
  addSettlement,
  CAUSES,
  newLineSettlement,
  readSettlement,
  SETTLEMENT_WIDTH,
  type SettlementLine,
  settleLine,
} from '../../shared/domain/settlement'

/** A settled line of 100.00 with 15 % standard commission, as estimated. */
function line(given: Partial<SettlementLine> = {}): SettlementLine {
  return {
    status: 'settled',
    fullyReturned: false,
    quantity: 1,
    payment: 10_000,
    estimatedBase: 10_000,
    actualBase: 10_000,
    estimatedStandard: 1500,
    actualStandard: 1500,
    estimatedAds: null,
    actualAds: null,
    estimatedBonus: null,
    actualBonus: null,
    estimatedTax: null,
    actualTax: null,
    standardRate: 1500,
    adsRate: null,
    delivered: 20_000,
    ...given,
  }
}

function settled(given: Partial<SettlementLine> = {}, tag: (typeof CAUSES)[number] | null = null) {
  const out = newLineSettlement()
  // Delivered before day 20 000: late.
  settleLine(line(given), (delivered) => delivered < 20_000, tag, out)
  const adjustments = Object.fromEntries(
    CAUSES.flatMap((cause, c) => (out.adjustments[c] === 0 ? [] : [[cause, out.adjustments[c]]])),
  )
  return { estimated: out.estimated, actual: out.actual, cause: out.cause, adjustments, tax: out.tax }
}

describe('the cause of a difference', () => {
  test('a line as estimated has none', () => {
    expect(settled()).toEqual({ estimated: 1500, actual: 1500, cause: null, adjustments: {}, tax: 0 })
  })

  test('what came back whole is a refund, of whichever status', () => {
    for (const status of ['settled', 'ineligible'] as const) {
      const given = { status, fullyReturned: true, actualBase: 0, actualStandard: 0 }
      expect(settled(given)).toMatchObject({ actual: 0, cause: 'refund', adjustments: { refund: -1500 } })
    }
  })

  test('a cancelled line pays nothing, whatever its file still says', () => {
    expect(settled({ status: 'ineligible', actualStandard: null })).toMatchObject({
      estimated: 1500,
      actual: 0,
      cause: 'ineligible',
      adjustments: { ineligible: -1500 },
    })
  })

  test('a part that came back takes its share of every part of the commission', () => {
    // 2 of 5 units came back: 60.00 of 100.00 stay. Standard 15.00 → 9.00, bonus 2.00 → 1.20.
    const given = { actualBase: 6000, actualStandard: 900, estimatedBonus: 200, actualBonus: 120 }
    expect(settled(given)).toMatchObject({ actual: 1020, cause: 'partial', adjustments: { partial: -680 } })
  })

  test("a cent of the file's own rounding belongs to the part that came back", () => {
    // 1500 × 33.33 % = 499.95, the file says 4.99: one cent less than rounding says.
    expect(settled({ actualBase: 3333, actualStandard: 499 })).toMatchObject({ adjustments: { partial: -1001 } })
  })

  test('a frozen line without an amount differs by nothing and is known to wait', () => {
    expect(settled({ status: 'frozen', actualStandard: null })).toMatchObject({ actual: 1500, cause: 'frozen' })
    expect(settled({ status: 'frozen', actualStandard: 0 })).toMatchObject({ adjustments: { frozen: -1500 } })
  })

  test('pending beyond the days of the shop is late, before them it is nothing', () => {
    const pending = { status: 'pending', actualStandard: null, actualBase: null } as const
    expect(settled({ ...pending, delivered: 19_999 })).toMatchObject({ actual: 1500, cause: 'late', adjustments: {} })
    expect(settled({ ...pending, delivered: 20_000 }).cause).toBeNull()
    expect(settled({ ...pending, delivered: null }).cause).toBeNull()
  })

  test('exactly the tax is tax', () => {
    expect(settled({ actualStandard: 1350, actualTax: 150 })).toMatchObject({
      cause: 'tax',
      adjustments: { tax: -150 },
      tax: 150,
    })
    // Of what a partial refund left: 15.00 → 9.00, and 10 % of that withheld.
    expect(settled({ actualBase: 6000, actualStandard: 810, actualTax: 90 })).toMatchObject({
      adjustments: { partial: -600, tax: -90 },
      cause: 'partial',
    })
  })

  test('another bonus than estimated is bonus', () => {
    expect(settled({ estimatedBonus: null, actualBonus: 300 })).toMatchObject({ adjustments: { bonus: 300 } })
    expect(settled({ estimatedBonus: 300, actualBonus: 0 })).toMatchObject({ adjustments: { bonus: -300 } })
  })

  test('an amount that fits another rate is rate', () => {
    // 12 % of 100.00 instead of 15 %.
    expect(settled({ actualStandard: 1200 })).toMatchObject({ cause: 'rate', adjustments: { rate: -300 } })
    // The file itself says 8 %, the estimate was made with 15 %.
    expect(settled({ actualStandard: 800, standardRate: 800 })).toMatchObject({ adjustments: { rate: -700 } })
    // Estimated as standard, paid as shop ads.
    expect(settled({ actualStandard: 0, actualAds: 777 })).toMatchObject({ adjustments: { rate: -723 } })
  })

  test('what fits nothing is said to be unexplained', () => {
    // 12.37 % of the base: nobody writes such a rate.
    expect(settled({ actualStandard: 1237 })).toMatchObject({
      cause: 'unexplained',
      adjustments: { unexplained: -263 },
    })
    // Of 10.00 nearly every cent is some rate: that proves nothing.
    const small = { estimatedBase: 1000, actualBase: 1000, estimatedStandard: 150, actualStandard: 120 }
    expect(settled(small)).toMatchObject({ cause: 'unexplained' })
  })

  test("somebody's word takes all of the difference", () => {
    expect(settled({ actualBase: 6000, actualStandard: 810, actualTax: 90 }, 'frozen')).toMatchObject({
      cause: 'frozen',
      adjustments: { frozen: -690 },
    })
    expect(settled({}, 'ineligible')).toMatchObject({ actual: 1500, cause: 'ineligible', adjustments: {} })
  })
})

const amount = fc.option(fc.oneof(fc.integer({ min: -50, max: 50 }), fc.integer({ min: 0, max: 10_000_000_000 })))
const anyLine: fc.Arbitrary<SettlementLine> = fc.record({
  status: fc.constantFrom(...ORDER_STATUSES),
  fullyReturned: fc.boolean(),
  quantity: fc.integer({ min: 0, max: 9 }),
  payment: fc.integer({ min: 1, max: 10_000_000_000 }),
  estimatedBase: amount,
  actualBase: amount,
  estimatedStandard: amount,
  actualStandard: amount,
  estimatedAds: amount,
  actualAds: amount,
  estimatedBonus: amount,
  actualBonus: amount,
  estimatedTax: amount,
  actualTax: amount,
  standardRate: fc.option(fc.integer({ min: 0, max: 8000 })),
  adsRate: fc.option(fc.integer({ min: 0, max: 8000 })),
  delivered: fc.option(fc.integer({ min: 19_990, max: 20_010 })),
})

test('estimated and all adjustments together are the actual, for any lines, and the actual is the commission of reports', () => {
  const tag = fc.option(fc.constantFrom(...CAUSES), { freq: 4 })
  fc.assert(
    fc.property(fc.array(fc.tuple(anyLine, tag), { maxLength: 30 }), (lines) => {
      const out = newLineSettlement()
      const sums = new Float64Array(SETTLEMENT_WIDTH)
      let commission = 0
      for (const [one, said] of lines.filter(([{ status }]) => status !== 'unpaid')) {
        settleLine(one, (delivered) => delivered < 20_000, said, out)
        expect(out.estimated + out.adjustments.reduce((sum, part) => sum + part, 0)).toBe(out.actual)
        expect(out.actual).toBe(lineFigures(one).commission)
        expect(out.cause).toBe(said ?? out.cause)
        commission += out.actual
        addSettlement(sums, 0, one, { units: one.quantity, gmv: one.payment, refund: 0 }, out)
      }
      const { estimated, actual, adjustments, difference, paid, due } = readSettlement(sums, 0)
      expect(actual).toBe(commission)
      expect(paid + due).toBe(actual)
      expect(estimated + Object.values(adjustments).reduce((sum, part) => sum + part, 0)).toBe(actual)
      expect(estimated + difference).toBe(actual)
    }),
  )
})
