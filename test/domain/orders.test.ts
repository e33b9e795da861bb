import fc from 'fast-check'
import { expect, test } from 'vitest'

import { lineFigures, ORDER_STATUSES, type OrderAmounts } from '../../shared/domain/orders'

const BLANK: OrderAmounts = {
  status: 'settled',
  fullyReturned: false,
  quantity: 1,
  payment: 0,
  estimatedBase: null,
  actualBase: null,
  estimatedStandard: null,
  actualStandard: null,
  estimatedAds: null,
  actualAds: null,
  estimatedBonus: null,
  actualBonus: null,
}

const CASES: readonly (readonly [
  what: string,
  line: Partial<OrderAmounts>,
  figures: ReturnType<typeof lineFigures>,
])[] = [
  [
    'an unpaid line carries nothing',
    { status: 'unpaid', payment: 900, estimatedStandard: 90 },
    { role: 'unpaid', gmv: 0, refund: 0, commission: 0, keptUnits: 0 },
  ],
  [
    'a line with nothing paid is a sample',
    { payment: 0, quantity: 2, estimatedStandard: 90 },
    { role: 'sample', gmv: 0, refund: 0, commission: 0, keptUnits: 0 },
  ],
  [
    'a cancelled line with nothing paid is no sample',
    { status: 'ineligible', payment: 0 },
    { role: 'sale', gmv: 0, refund: 0, commission: 0, keptUnits: 0 },
  ],
  [
    'a cancelled line is refunded whole and pays no commission',
    { status: 'ineligible', payment: 500, quantity: 3, actualStandard: 50 },
    { role: 'sale', gmv: 500, refund: 500, commission: 0, keptUnits: 0 },
  ],
  [
    'a fully returned line is refunded whole; what was paid on it stays',
    { fullyReturned: true, payment: 700, actualStandard: 20 },
    { role: 'sale', gmv: 700, refund: 700, commission: 20, keptUnits: 0 },
  ],
  // 1,000 × (900 − 600) ÷ 900 = 333.33…; units 4 × 1/3 = 1.33 → 1 given back.
  [
    'part of a line given back: by the share of the base',
    { payment: 1_000, quantity: 4, estimatedBase: 900, actualBase: 600 },
    { role: 'sale', gmv: 1_000, refund: 333, commission: 0, keptUnits: 3 },
  ],
  // 1 × 1 ÷ 2 = 0.5 → 1, both of money and of units.
  [
    'a half rounds away from zero',
    { payment: 1, quantity: 1, estimatedBase: 2, actualBase: 1 },
    { role: 'sale', gmv: 1, refund: 1, commission: 0, keptUnits: 0 },
  ],
  [
    'an actual base of 0 is known: all given back',
    { payment: 100, estimatedBase: 96, actualBase: 0 },
    { role: 'sale', gmv: 100, refund: 100, commission: 0, keptUnits: 0 },
  ],
  [
    'a blank actual base says nothing',
    { payment: 100, estimatedBase: 96 },
    { role: 'sale', gmv: 100, refund: 0, commission: 0, keptUnits: 1 },
  ],
  [
    'an actual base above the estimate is no refund',
    { payment: 100, estimatedBase: 96, actualBase: 99 },
    { role: 'sale', gmv: 100, refund: 0, commission: 0, keptUnits: 1 },
  ],
  // Standard: actual 0 counts. Ads: actual blank, estimate 7. Bonus: actual 3.
  [
    'each part of the commission is the actual amount where one is given',
    { payment: 100, estimatedStandard: 10, actualStandard: 0, estimatedAds: 7, estimatedBonus: 5, actualBonus: 3 },
    { role: 'sale', gmv: 100, refund: 0, commission: 10, keptUnits: 1 },
  ],
  [
    'pending and frozen lines carry their estimates',
    { status: 'frozen', payment: 100, estimatedStandard: 10, estimatedAds: 2 },
    { role: 'sale', gmv: 100, refund: 0, commission: 12, keptUnits: 1 },
  ],
  // 9,007,199,254,740,991 × 999 is beyond exact doubles: 9,007,199,254,740,991 × 999 ÷ 1,000 = 8,998,192,055,486,250.009
  [
    'amounts beyond the exact range of a product stay exact',
    { payment: 9_007_199_254_740_991, estimatedBase: 1_000, actualBase: 1 },
    { role: 'sale', gmv: 9_007_199_254_740_991, refund: 8_998_192_055_486_250, commission: 0, keptUnits: 0 },
  ],
]

test.each(CASES)('%s', (_what, line, figures) => {
  expect(lineFigures({ ...BLANK, ...line })).toEqual(figures)
})

const amount = fc.option(fc.integer({ min: 0, max: 1_000_000 }))

test('whatever a line says, refunds lie between 0 and its GMV, kept units between 0 and its quantity', () => {
  fc.assert(
    fc.property(
      fc.record({
        status: fc.constantFrom(...ORDER_STATUSES),
        fullyReturned: fc.boolean(),
        quantity: fc.nat(1_000),
        payment: fc.nat(1_000_000_000),
        estimatedBase: amount,
        actualBase: amount,
        estimatedStandard: amount,
        actualStandard: amount,
        estimatedAds: amount,
        actualAds: amount,
        estimatedBonus: amount,
        actualBonus: amount,
      }),
      (line) => {
        const { gmv, refund, keptUnits, commission } = lineFigures(line)
        expect(refund).toBeGreaterThanOrEqual(0)
        expect(refund).toBeLessThanOrEqual(gmv)
        expect(keptUnits).toBeGreaterThanOrEqual(0)
        expect(keptUnits).toBeLessThanOrEqual(line.quantity)
        expect(Number.isInteger(commission) && Number.isInteger(refund) && Number.isInteger(keptUnits)).toBe(true)
      },
    ),
  )
})
