import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { binomialTail, refundClusters, type RefundGroup } from '../../shared/domain/refund-clusters'

const group = (creator: string, lines: number, refunded: number, more: Partial<RefundGroup> = {}): RefundGroup => ({
  shopId: 'shop',
  creator,
  productId: 'serum',
  week: 2900,
  lines,
  refunded,
  amount: refunded * 100,
  ...more,
})

/** The same in whole numbers: Σ C(n, i) a^i (b − a)^(n − i) ÷ b^n for p = a ÷ b. */
function exactTail(k: number, n: number, a: bigint, b: bigint): number {
  let choose = 1n
  let sum = 0n
  for (let i = 0; i <= n; i++) {
    if (i > 0) choose = (choose * BigInt(n - i + 1)) / BigInt(i)
    if (i >= k) sum += choose * a ** BigInt(i) * (b - a) ** BigInt(n - i)
  }
  // Twenty digits are more than a double holds.
  return Number((sum * 10n ** 40n) / b ** BigInt(n)) / 1e40
}

describe('the binomial tail', () => {
  test.each([
    // 1 − (1/2)^3; 10 of 10 at 1/2; C(5,4)(0.1)^4(0.9) + (0.1)^5.
    [1, 3, 0.5, 0.875],
    [10, 10, 0.5, 1 / 1024],
    [4, 5, 0.1, 0.00046],
    [0, 5, 0.1, 1],
    [6, 5, 0.1, 0],
  ])('of %i or more of %i at %d is %d', (k, n, p, chance) => {
    expect(binomialTail(k, n, p)).toBeCloseTo(chance, 14)
  })

  test('agrees with sums of whole numbers', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.nat(200), fc.integer({ min: 1, max: 99 }), (n, at, percent) => {
        const k = at % (n + 1)
        const exact = exactTail(k, n, BigInt(percent), 100n)
        expect(Math.abs(binomialTail(k, n, percent / 100) - exact)).toBeLessThanOrEqual(
          1e-11 * Math.max(exact, 1e-12) + 1e-15,
        )
      }),
      { numRuns: 200 },
    )
  })
})

describe('clusters of refunds', () => {
  const calm = ['a', 'b', 'c', 'd'].map((creator) => group(creator, 100, 4))

  test('a creator of whose sales far more comes back is flagged, with what was expected and of what', () => {
    const { clusters, tested, threshold } = refundClusters([...calm, group('mia', 40, 14)])
    expect({ tested, threshold }).toEqual({ tested: 5, threshold: 0.002 })
    expect(clusters).toHaveLength(1)
    // 16 of 400 lines of the rest: (16 + 1) ÷ (400 + 2).
    expect(clusters[0]).toMatchObject({ creator: 'mia', baseline: { of: 'product', lines: 400, refunded: 16 } })
    expect(clusters[0]?.baseline.rate).toBeCloseTo(17 / 402, 14)
    expect(clusters[0]?.expected).toBeCloseTo((40 * 17) / 402, 12)
    expect(clusters[0]?.chance).toBeLessThan(1e-8)
  })

  test('a product that nobody else sells is held against its shop', () => {
    const { clusters } = refundClusters([...calm, group('mia', 40, 14, { productId: 'brush' })])
    expect(clusters[0]?.baseline).toMatchObject({ of: 'shop', lines: 400 })
  })

  test('few refunds, or few lines, are chance', () => {
    expect(refundClusters([...calm, group('mia', 10, 4)]).clusters).toEqual([])
    expect(refundClusters([...calm, group('mia', 9, 9)])).toMatchObject({ clusters: [], tested: 4 })
    expect(refundClusters([])).toMatchObject({ clusters: [], tested: 0 })
  })

  test('shops are told apart', () => {
    const other = calm.map((one) => ({ ...one, shopId: 'other', refunded: 60 }))
    expect(refundClusters([...calm, ...other]).clusters).toEqual([])
  })
})

const anyGroups = fc
  .array(fc.record({ lines: fc.integer({ min: 1, max: 300 }), share: fc.nat(100) }), { minLength: 1, maxLength: 12 })
  .map((list) => list.map(({ lines, share }, i) => group(`c${i}`, lines, Math.floor((lines * share) / 100))))

test('more refunds of a flagged group never unflag it', () => {
  fc.assert(
    fc.property(anyGroups, fc.nat(11), fc.integer({ min: 1, max: 100 }), (groups, at, more) => {
      const which = at % groups.length
      const before = refundClusters(groups).clusters.some(({ creator }) => creator === `c${which}`)
      const worse = groups.map((one, i) =>
        i === which ? { ...one, refunded: Math.min(one.lines, one.refunded + more) } : one,
      )
      const after = refundClusters(worse).clusters.some(({ creator }) => creator === `c${which}`)
      expect(before && !after).toBe(false)
    }),
  )
})

test('where everything is alike, hardly anything is flagged', () => {
  // A small generator of its own, so that the same shops are made every time.
  let state = 12_345
  const random = (): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
  let looks = 0
  for (let shop = 0; shop < 200; shop++) {
    const groups = Array.from({ length: 40 }, (_, i) => {
      const lines = 10 + Math.floor(random() * 90)
      let refunded = 0
      for (let n = 0; n < lines; n++) if (random() < 0.08) refunded += 1
      return group(`c${i}`, lines, refunded)
    })
    if (refundClusters(groups).clusters.length > 0) looks += 1
  }
  // One in a hundred is promised; of two hundred looks more than six would be strange.
  expect(looks).toBeLessThanOrEqual(6)
})
