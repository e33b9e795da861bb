/** When samples' pieces leave and come back, what floors hold back, and what to order: worked out by hand. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { tripsOf, type SampleStep } from '../../shared/domain/sample-trips'
import { floorsInForce, reorderOf, stockAnswer, type SampleUse } from '../../shared/domain/stock'

const DAY = 86_400_000
const at = (day: number): number => Date.UTC(2026, 0, day)

const sent = (quantity: number, out: number): SampleUse => ({
  skuId: null,
  quantity,
  reserved: false,
  trips: [{ out: at(out), back: null }],
})

describe('what samples take', () => {
  const steps = (...states: readonly string[]): SampleStep[] =>
    states.slice(1).map((to, index) => ({ from: states[index] ?? '', to, at: at(index + 1), order: index }))

  test.each([
    ['on its way', ['requested', 'approved', 'packed', 'shipped', 'delivered'], [{ out: at(3), back: null }]],
    ['only packed', ['requested', 'approved', 'packed'], []],
    ['shipped by mistake', ['requested', 'approved', 'packed', 'shipped', 'packed'], []],
    [
      'returned and closed',
      ['requested', 'approved', 'packed', 'shipped', 'returned', 'closed'],
      [{ out: at(3), back: at(4) }],
    ],
    ['lost', ['requested', 'approved', 'packed', 'shipped', 'lost'], [{ out: at(3), back: null }]],
    ['lost and found', ['requested', 'approved', 'packed', 'shipped', 'lost', 'shipped'], [{ out: at(3), back: null }]],
    [
      'lost and sent again',
      ['requested', 'approved', 'packed', 'shipped', 'lost', 'approved', 'packed', 'shipped'],
      [
        { out: at(3), back: null },
        { out: at(7), back: null },
      ],
    ],
    [
      'returned and sent again',
      ['requested', 'approved', 'packed', 'shipped', 'returned', 'approved', 'packed', 'shipped'],
      [
        { out: at(3), back: at(4) },
        { out: at(7), back: null },
      ],
    ],
  ] as const)('%s', (_name, states, trips) => {
    expect(tripsOf(steps(...states))).toEqual(trips)
  })

  test('two colleagues who both write that it left sent one parcel', () => {
    const both = [
      ...steps('requested', 'approved', 'packed', 'shipped'),
      { from: 'packed', to: 'shipped', at: at(9), order: 9 },
    ]
    expect(tripsOf(both)).toEqual([{ out: at(3), back: null }])
  })

  test('steps that were written in one go are taken in the order that fits', () => {
    const all = steps('requested', 'approved', 'packed', 'shipped', 'returned').map((step) => ({ ...step, order: 1 }))
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (list) => {
        expect(tripsOf(list)).toEqual([{ out: at(3), back: at(4) }])
      }),
    )
  })
})

describe('floors', () => {
  const floors = { floorNew: 10, floorProven: 5 }

  test.each([
    [10, 1, false, 'enough'],
    [9, 1, false, 'belowFloor'],
    [9, 1, true, 'enough'],
    [5, 5, true, 'enough'],
    [4, 1, true, 'belowFloor'],
    [4, 5, true, 'notEnough'],
    [-1, 1, true, 'notEnough'],
    [null, 1, false, 'unknown'],
  ] as const)('of %s free pieces %i for a creator (proven: %s): %s', (free, pieces, proven, answer) => {
    expect(stockAnswer(free, pieces, proven, floors)).toBe(answer)
  })

  test('without floors only what is not there is refused', () => {
    const none = { floorNew: null, floorProven: null }
    expect([stockAnswer(1, 1, false, none), stockAnswer(0, 1, false, none)]).toEqual(['enough', 'notEnough'])
  })

  test('a product’s own floor wins cell by cell, also where it is nought', () => {
    const shop = { floorNew: 10, floorProven: 5 }
    expect(floorsInForce({ floorNew: 0, floorProven: null }, shop)).toEqual({ floorNew: 0, floorProven: 5 })
    expect(floorsInForce(null, shop)).toEqual(shop)
    expect(floorsInForce(null, null)).toEqual({ floorNew: null, floorProven: null })
  })
})

describe('what to order', () => {
  const now = at(31)
  const floors = { floorNew: 10, floorProven: 5 }
  const stock = (free: number, known = true) => ({ known, free })

  test('below the floor: back to it, and what four weeks will take', () => {
    // 6 + 8 pieces left in the last 28 days (from the 3rd on), 5 on the 2nd before them: 10 − 4 + 14 = 20; 4 last 8 days.
    const samples = [sent(6, 10), sent(8, 30), sent(5, 2)]
    expect(reorderOf(stock(4), floors, samples, now)).toEqual({ used: 14, isDue: true, suggested: 20, daysLeft: 8 })
  })

  test('at the floor nothing is due', () => {
    expect(reorderOf(stock(10), floors, [], now)).toEqual({ used: 0, isDue: false, suggested: 0, daysLeft: null })
  })

  test('without floors only what has run out, or is owed, is due', () => {
    const none = { floorNew: null, floorProven: null }
    expect(reorderOf(stock(0), none, [], now).isDue).toBe(false)
    expect(reorderOf(stock(0), none, [sent(2, 30)], now)).toMatchObject({ isDue: true, suggested: 2 })
    expect(reorderOf(stock(-3), none, [], now)).toMatchObject({ isDue: true, suggested: 3 })
  })

  test('nothing is suggested where nobody keeps stock', () => {
    expect(reorderOf(stock(-3, false), floors, [sent(3, 30)], now)).toMatchObject({ isDue: false, suggested: 0 })
  })

  test('the last day that counts is four weeks ago to the millisecond', () => {
    const edge = now - 28 * DAY
    const one = (out: number): SampleUse => ({
      skuId: null,
      quantity: 1,
      reserved: false,
      trips: [{ out, back: null }],
    })
    expect(reorderOf(stock(9), floors, [one(edge), one(edge + 1)], now).used).toBe(1)
  })
})
