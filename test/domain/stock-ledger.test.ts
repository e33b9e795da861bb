/** The ledger of a product: worked out by hand, and its balance is the stock of every moment. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { type SampleUse, type StockMovement, stockOf } from '../../shared/domain/stock'
import { ledgerOf } from '../../shared/domain/stock-ledger'

const move = (kind: StockMovement['kind'], quantity: number, at: number): StockMovement => ({
  kind,
  quantity,
  at,
  skuId: '*',
})

describe('the ledger', () => {
  const movements = [move('received', 50, 10), move('writtenOff', -2, 20), move('count', 40, 40)]
  const samples: SampleUse[] = [
    { skuId: null, quantity: 3, reserved: false, trips: [{ out: 30, back: 50 }] },
    { skuId: null, quantity: 5, reserved: true, trips: [] },
  ]

  test('tells what moved and what lay there afterwards, newest first', () => {
    // 50; −2 = 48; −3 = 45; counted 40; +3 back = 43. What is only promised does not move.
    expect(ledgerOf(movements, samples, 10).map(({ kind, quantity, onHand }) => [kind, quantity, onHand])).toEqual([
      ['sampleBack', 3, 43],
      ['count', 40, 40],
      ['sampleOut', -3, 45],
      ['writtenOff', -2, 48],
      ['received', 50, 50],
    ])
  })

  test('gives no more lines than are wanted, the newest', () => {
    expect(ledgerOf(movements, samples, 2).map(({ kind }) => kind)).toEqual(['sampleBack', 'count'])
  })

  test('its newest balance is the stock of today', () => {
    const some = fc.array(
      fc.record({
        kind: fc.constantFrom('received', 'count', 'adjusted', 'writtenOff'),
        quantity: fc.integer({ min: 0, max: 30 }),
        at: fc.integer({ min: 1, max: 8 }),
        skuId: fc.constantFrom('*', 'red'),
      }),
      { minLength: 1, maxLength: 8 },
    )
    fc.assert(
      fc.property(some, (list) => {
        expect(ledgerOf(list, [], 100)[0]?.onHand).toBe(stockOf(list, []).onHand)
      }),
    )
  })
})
