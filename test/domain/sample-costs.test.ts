import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import {
  expectedSampleCost,
  sampleCost,
  sampleRatios,
  type SampleSpending,
  walletOf,
} from '../../shared/domain/sample-costs'
import { SAMPLE_STATES } from '../../shared/domain/samples'

const NONE = { product: null, packing: null, freight: null, duty: null }

/** Two serums at 4.20, a box for 0.85, 12.30 by air, 1.10 duty. */
const SENT: SampleSpending = {
  state: 'shipped',
  closedFrom: null,
  quantity: 2,
  parcels: 1,
  own: NONE,
  unitCost: 420,
  perParcel: { packing: 85, freight: 1230, duty: 110 },
  crossBorder: true,
}

describe('what one sample costs', () => {
  test('two pieces, one parcel over the border', () => {
    expect(sampleCost(SENT)).toEqual({
      parts: { product: 840, packing: 85, freight: 1230, duty: 110 },
      known: 2265,
      unknown: [],
    })
  })

  test('two parcels cost twice the sending, not twice the goods', () => {
    expect(sampleCost({ ...SENT, parcels: 2 }).known).toBe(840 + 2 * (85 + 1230 + 110))
  })

  test('what was entered holds before what is usual, a zero too', () => {
    const own = { product: 700, packing: 0, freight: 990, duty: null }
    expect(sampleCost({ ...SENT, parcels: 3, own }).parts).toEqual({
      product: 700,
      packing: 0,
      freight: 990,
      duty: 330,
    })
  })

  test('within a country there is no duty, whatever the usual amount says', () => {
    expect(sampleCost({ ...SENT, crossBorder: false }).known).toBe(840 + 85 + 1230)
  })

  test('what nobody knows is named and left out of the sum', () => {
    const poor = { ...SENT, unitCost: null, perParcel: { packing: null, freight: 1230, duty: null } }
    expect(sampleCost(poor)).toEqual({
      parts: { product: null, packing: null, freight: 1230, duty: null },
      known: 1230,
      unknown: ['product', 'packing', 'duty'],
    })
  })

  test.each([
    ['requested', 0],
    ['approved', 0],
    ['packed', 0],
    ['declined', 0],
    ['cancelled', 0],
    ['shipped', 2265],
    ['delivered', 2265],
    ['contentDue', 2265],
    ['posted', 2265],
    ['verified', 2265],
    ['closed', 2265],
    ['lost', 2265],
    ['refused', 2265],
    // The goods are here again: box, freight and duty are gone.
    ['returned', 1425],
    ['noPost', 2265],
    // The creator bears their price.
    ['refundable', 1425],
  ] as const)('%s: %d', (state, known) => {
    expect(sampleCost({ ...SENT, state }).known).toBe(known)
  })

  test('closing a returned sample does not spend its goods again', () => {
    expect(sampleCost({ ...SENT, state: 'closed', closedFrom: 'returned' }).known).toBe(1425)
    expect(sampleCost({ ...SENT, state: 'closed', closedFrom: 'verified' }).known).toBe(2265)
  })

  test('before it is shipped it is expected to cost what it then costs', () => {
    const { state: _state, closedFrom: _from, ...asked } = SENT
    expect(expectedSampleCost(asked)).toEqual(sampleCost(SENT))
  })
})

const amount = fc.option(fc.integer({ min: 0, max: 10_000_000 }), { nil: null })
const parts = fc.record({ product: amount, packing: amount, freight: amount, duty: amount })
const spending: fc.Arbitrary<SampleSpending> = fc.record({
  state: fc.constantFrom(...SAMPLE_STATES),
  closedFrom: fc.constant(null),
  quantity: fc.integer({ min: 1, max: 100 }),
  parcels: fc.integer({ min: 0, max: 5 }),
  own: parts,
  unitCost: amount,
  perParcel: parts,
  crossBorder: fc.boolean(),
})

describe('for every sample', () => {
  test('the known cost is the sum of the known parts, whole and never below zero', () => {
    fc.assert(
      fc.property(spending, (sample) => {
        const { parts: found, known, unknown } = sampleCost(sample)
        const values = Object.values(found)
        expect(known).toBe(values.reduce<number>((sum, value) => sum + (value ?? 0), 0))
        expect(unknown.length).toBe(values.filter((value) => value === null).length)
        expect(Number.isSafeInteger(known) && known >= 0).toBe(true)
      }),
    )
  })

  test('knowing more never makes it cheaper', () => {
    fc.assert(
      fc.property(spending, fc.nat(1_000_000), (sample, cost) => {
        const learned = { ...sample, unitCost: sample.unitCost ?? cost }
        expect(sampleCost(learned).known).toBeGreaterThanOrEqual(sampleCost(sample).known)
      }),
    )
  })
})

describe('what samples brought back', () => {
  test('four samples for 90.60, three valid posts, eleven orders, 271.80 left', () => {
    expect(sampleRatios({ cost: 9060, validPosts: 3, orders: 11, contribution: 27180 })).toEqual({
      costPerValidPost: 3020,
      // 823.63…
      costPerOrder: 824,
      sampleRoi: 3,
    })
  })

  test('nothing to divide by is no figure', () => {
    expect(sampleRatios({ cost: 0, validPosts: 0, orders: 0, contribution: 500 })).toEqual({
      costPerValidPost: null,
      costPerOrder: null,
      sampleRoi: null,
    })
  })

  test('a wallet of 500.00 of which 420.00 is spent', () => {
    expect(walletOf(50_000, 42_000)).toEqual({ budget: 50_000, spent: 42_000, left: 8_000, used: 0.84 })
    expect(walletOf(50_000, 60_000)).toMatchObject({ left: -10_000, used: 1.2 })
    expect(walletOf(null, 42_000)).toEqual({ budget: null, spent: 42_000, left: null, used: null })
  })
})
