import fc from 'fast-check'
import { expect, test } from 'vitest'

import { closedSheet, type LineNow } from '../../shared/domain/closed-sheet'
import { ORDER_STATUSES } from '../../shared/domain/orders'
import { CLOSE_PARTS, type ClosePart, snapshotOf } from '../../shared/domain/period-close'

const line = fc
  .record({
    order: fc.integer({ min: 1, max: 12 }),
    creatorId: fc.constantFrom('', 'a', 'b', 'c'),
    status: fc.constantFrom(...ORDER_STATUSES),
    gmv: fc.integer({ min: 0, max: 100_000 }),
    share: fc.integer({ min: 0, max: 100 }),
    rate: fc.constantFrom(500, 1000, 1500),
  })
  .map(({ order, creatorId, status, gmv, share, rate }): LineNow => {
    const estimatedStandard = Math.round((gmv * rate) / 10_000)
    const actualStandard = Math.round((estimatedStandard * share) / 100)
    const known: Partial<Record<ClosePart, number>> = {
      quantity: 1,
      gmv,
      refund: gmv - Math.round((gmv * share) / 100),
      estimatedBase: gmv,
      estimatedStandard,
      actualStandard,
      commission: status === 'ineligible' ? 0 : actualStandard,
    }
    return {
      orderId: String(577_000 + order),
      productId: '1',
      skuId: '2',
      creatorId,
      status,
      // The keys are exactly the parts.
      parts: Object.fromEntries(CLOSE_PARTS.map((part) => [part, known[part] ?? null])) as LineNow['parts'],
      fullyReturned: share === 0,
      standardRate: rate,
      adsRate: null,
      delivered: null,
    }
  })
const month = fc.uniqueArray(line, { maxLength: 12, selector: ({ orderId }) => orderId })
const rules = { isLate: () => false, tags: new Map() }
const inOrder = (lines: readonly LineNow[]) =>
  snapshotOf({ shopId: 's', month: '2026-01', currency: 'USD', lines, payables: [], rates: [] }).lines

test('frozen + since is what the lines say now, for everybody and in all, and rows add up to the total', () => {
  fc.assert(
    fc.property(month, month, (then, now) => {
      const { rows, total } = closedSheet(inOrder(then), now, rules)
      const actualNow = (creatorId: string | null) =>
        now
          .filter((one) => creatorId === null || one.creatorId === creatorId)
          .reduce((sum, { parts }) => sum + (parts.commission ?? 0), 0)
      for (const { key, actual, since } of rows) expect(actual + since.actual).toBe(actualNow(key))
      expect(total.actual + total.since.actual).toBe(actualNow(null))
      for (const figure of ['lines', 'gmv', 'refunds', 'estimated', 'actual', 'difference'] as const)
        expect(rows.reduce((sum, row) => sum + row[figure], 0)).toBe(total[figure])
    }),
  )
})

test('whatever the lines say now, what was frozen stays: only the cause of what still says the same may follow a word', () => {
  fc.assert(
    fc.property(month, month, (then, now) => {
      const figures = (today: readonly LineNow[]) => {
        const { total } = closedSheet(inOrder(then), today, rules)
        const { orders, lines, gmv, refunds, estimated, actual, paid, due } = total
        return { orders, lines, gmv, refunds, estimated, actual, paid, due }
      }
      expect(figures(now)).toEqual(figures(then))
      expect(closedSheet(inOrder(then), then, rules).total.since).toEqual({ lines: 0, gmv: 0, refunds: 0, actual: 0 })
    }),
  )
})
