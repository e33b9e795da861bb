/** Stock: worked out by hand, and what holds whatever the order in which things were written. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { MOVEMENT_KINDS, stockOf, type SampleUse, type StockMovement } from '../../shared/domain/stock'

const at = (day: number): number => Date.UTC(2026, 0, day)

const move = (kind: StockMovement['kind'], quantity: number, day: number, skuId = '*'): StockMovement => ({
  kind,
  quantity,
  at: at(day),
  skuId,
})
const held = (quantity: number, skuId: string | null = null): SampleUse => ({
  skuId,
  quantity,
  reserved: true,
  trips: [],
})
const sent = (quantity: number, out: number, back: number | null = null, skuId: string | null = null): SampleUse => ({
  skuId,
  quantity,
  reserved: false,
  trips: [{ out: at(out), back: back === null ? null : at(back) }],
})
const figures = (movements: readonly StockMovement[], samples: readonly SampleUse[] = []) => {
  const { onHand, reserved, free } = stockOf(movements, samples)
  return { onHand, reserved, free }
}

describe('stock of a product', () => {
  test('what came in, less what samples took and hold, plus what came back', () => {
    // 50 received, 3 damaged, 2 found: 49. Out 4 + 1 + 6, of which 6 came back: 44. Promised 5.
    const movements = [move('received', 50, 1), move('writtenOff', -3, 2), move('adjusted', 2, 3)]
    const samples = [sent(4, 4), sent(1, 5), sent(6, 6, 9), held(3), held(2)]
    expect(figures(movements, samples)).toEqual({ onHand: 44, reserved: 5, free: 39 })
  })

  test('a count is the new base: what happened before and at its instant is in it', () => {
    // Counted 30 on the 5th; 10 came on the 6th; 2 left on the 4th (in the count), 3 on the 7th.
    const movements = [move('received', 100, 1), move('received', 8, 5), move('count', 30, 5), move('received', 10, 6)]
    expect(figures(movements, [sent(2, 4), sent(3, 7)])).toEqual({ onHand: 37, reserved: 0, free: 37 })
  })

  test('pieces that left before a count and came back after it are there again', () => {
    expect(figures([move('count', 10, 5)], [sent(2, 4, 8)])).toEqual({ onHand: 12, reserved: 0, free: 12 })
  })

  test('the same count written by two colleagues counts once, and of two at one instant the smaller holds', () => {
    expect(figures([move('count', 30, 5), move('count', 30, 5)]).onHand).toBe(30)
    expect(figures([move('count', 31, 5), move('count', 29, 5)]).onHand).toBe(29)
  })

  test('what is written off goes, with either sign', () => {
    expect(figures([move('received', 10, 1), move('writtenOff', 4, 2)]).onHand).toBe(6)
    expect(figures([move('received', 10, 1), move('writtenOff', -4, 2)]).onHand).toBe(6)
  })

  test('SKUs are told apart from the first movement that names one', () => {
    const movements = [move('received', 20, 1, 'red'), move('received', 5, 1, 'blue')]
    const { lines, free } = stockOf(movements, [sent(4, 2, null, 'red'), held(6, 'blue')])
    expect(lines).toEqual([
      { skuId: 'blue', onHand: 5, reserved: 6, free: -1, countedAt: null, reasons: ['promisedMore'] },
      { skuId: 'red', onHand: 16, reserved: 0, free: 16, countedAt: null, reasons: [] },
    ])
    expect(free).toBe(15)
  })

  test('of a product without SKUs samples of any SKU take from the one line', () => {
    const { lines } = stockOf([move('received', 20, 1)], [sent(4, 2, null, 'red'), held(1, 'blue'), held(1)])
    expect(lines.map(({ skuId, free }) => [skuId, free])).toEqual([['*', 14]])
  })

  test('a count of the whole product after counts of SKUs never adds to them', () => {
    const movements = [move('count', 20, 1, 'red'), move('count', 20, 1, 'blue'), move('count', 38, 5)]
    expect(stockOf(movements, []).lines.map(({ skuId, onHand }) => [skuId, onHand])).toEqual([['*', 38]])
    expect(figures([...movements, move('received', 2, 6, 'red')]).onHand).toBe(40)
  })

  test('counts of SKUs after one of the whole end it, and say that pieces are left aside', () => {
    const movements = [move('count', 40, 1), move('received', 3, 2, 'blue'), move('count', 15, 5, 'red')]
    const { lines, reasons } = stockOf(movements, [])
    expect(lines.map(({ skuId, onHand }) => [skuId, onHand])).toEqual([
      ['*', 0],
      ['blue', 3],
      ['red', 15],
    ])
    expect(reasons).toEqual(['countedOtherwise'])
  })

  test.each([
    ['nothing ever came in', [], [sent(2, 3)], false, -2, ['neverReceived']],
    ['more left than came', [move('received', 1, 1)], [sent(2, 3)], true, -1, ['tookMore']],
    ['more is promised than there is', [move('received', 1, 1)], [held(2)], true, -1, ['promisedMore']],
    ['samples name no SKU', [move('received', 9, 1, 'red')], [held(2)], true, 7, ['noSku']],
  ] as const)('a number below nought says why: %s', (_name, movements, samples, known, free, reasons) => {
    expect(stockOf(movements, samples)).toMatchObject({ known, free, reasons })
  })

  test('a product without movements and samples has nothing, and is not known', () => {
    expect(stockOf([], [])).toMatchObject({ known: false, onHand: 0, reserved: 0, free: 0, lines: [], reasons: [] })
  })
})

const movement = fc.record({
  kind: fc.constantFrom(...MOVEMENT_KINDS),
  quantity: fc.integer({ min: -20, max: 60 }),
  at: fc.integer({ min: 1, max: 6 }).map(at),
  skuId: fc.constantFrom('*', 'red', 'blue'),
})
const use = fc.record({
  skuId: fc.constantFrom(null, 'red', 'blue'),
  quantity: fc.integer({ min: 1, max: 5 }),
  reserved: fc.boolean(),
  trips: fc.array(
    fc.record({
      out: fc.integer({ min: 1, max: 6 }).map(at),
      back: fc.option(fc.integer({ min: 6, max: 9 }).map(at)),
    }),
    { maxLength: 2 },
  ),
})

describe('whatever people wrote', () => {
  const shuffled = fc
    .tuple(fc.array(movement, { maxLength: 12 }), fc.array(use, { maxLength: 8 }))
    .chain(([movements, samples]) =>
      fc.record({
        movements: fc.constant(movements),
        samples: fc.constant(samples),
        other: fc.shuffledSubarray(movements, { minLength: movements.length }),
        otherSamples: fc.shuffledSubarray(samples, { minLength: samples.length }),
      }),
    )

  test('the order of movements and samples does not matter, also of those with one instant', () => {
    fc.assert(
      fc.property(shuffled, ({ movements, samples, other, otherSamples }) => {
        const [one, two] = [stockOf(movements, samples), stockOf(other, otherSamples)]
        expect({ ...one, reasons: one.reasons.toSorted() }).toEqual({ ...two, reasons: two.reasons.toSorted() })
      }),
    )
  })

  test('without counts everybody’s movements add up', () => {
    const uncounted = movement.map((one) => (one.kind === 'count' ? { ...one, kind: 'received' as const } : one))
    const list = fc.array(uncounted, { maxLength: 8 })
    fc.assert(
      fc.property(list, list, (mine, theirs) => {
        const sum = figures(mine).onHand + figures(theirs).onHand
        expect(figures([...mine, ...theirs]).onHand).toBe(sum)
      }),
    )
  })

  test('a count of the whole product is what is there at that moment, whatever came before, however often it is written', () => {
    fc.assert(
      fc.property(
        fc.array(movement, { maxLength: 12 }),
        fc.nat(50),
        fc.integer({ min: 1, max: 3 }),
        (past, n, times) => {
          const counts = Array.from({ length: times }, () => move('count', n, 7))
          expect(figures([...past, ...counts]).onHand).toBe(n)
        },
      ),
    )
  })

  test('free is what is on hand less what is reserved, in every line and in the sum of them', () => {
    fc.assert(
      fc.property(fc.array(movement, { maxLength: 12 }), fc.array(use, { maxLength: 8 }), (movements, samples) => {
        const stock = stockOf(movements, samples)
        const promised = samples.reduce((sum, one) => sum + (one.reserved ? one.quantity : 0), 0)
        expect(stock.reserved).toBe(promised)
        expect(stock.free).toBe(stock.onHand - promised)
        expect(stock.lines.reduce((sum, { free }) => sum + free, 0)).toBe(stock.free)
        for (const { free, reasons } of stock.lines) expect(reasons.length > 0).toBe(free < 0)
      }),
    )
  })
})
