/** A closed month: what it holds, in whatever order it came, and what came to it since. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import {
  adjustmentsOf,
  CLOSE_PARTS,
  type CloseLine,
  type ClosePart,
  isNothing,
  keyOf,
  type MonthFacts,
  snapshotOf,
} from '../../shared/domain/period-close'
import {
  canonicalBytes,
  canonicalFrom,
  digestOf,
  snapshotFrom,
  storedBytes,
} from '../../electron/workspace/closing/snapshot-bytes'

const BLANK = Object.fromEntries(CLOSE_PARTS.map((part) => [part, null])) as Record<ClosePart, number | null>

const line = (orderId: string, creatorId: string, parts: Partial<Record<ClosePart, number | null>>): CloseLine => ({
  orderId,
  productId: '1729',
  skuId: '1',
  creatorId,
  status: 'settled',
  parts: { ...BLANK, ...parts },
})

const month = (lines: readonly CloseLine[], more: Partial<MonthFacts> = {}): MonthFacts => ({
  shopId: 'shop',
  month: '2026-01',
  currency: 'USD',
  lines,
  payables: [],
  rates: [],
  ...more,
})

describe('what came to a closed month', () => {
  const ana = line('10', 'ana', { gmv: 2000, commission: 300, actualStandard: 300 })
  const ben = line('11', 'ben', { gmv: 1000, commission: 150 })
  const closed = snapshotOf(month([ana, ben]))

  test('is nothing while the lines say what they said', () => {
    const { lines, creators, total } = adjustmentsOf(closed, snapshotOf(month([ben, ana])))
    expect(lines).toEqual([])
    expect(creators).toEqual([])
    expect(isNothing(total)).toBe(true)
  })

  test('is a new line, a changed amount and a gone line, each with its difference', () => {
    const refunded = line('10', 'ana', { gmv: 2000, refund: 500, commission: 225, actualStandard: 225 })
    const late = line('12', 'ana', { gmv: 700, commission: 105 })
    const now = adjustmentsOf(closed, snapshotOf(month([refunded, late])))
    expect(now.lines.map(({ kind, delta }) => [kind, delta.gmv, delta.refund, delta.commission])).toEqual([
      ['changed', 0, 500, -75],
      ['new', 700, 0, 105],
      ['gone', -1000, 0, -150],
    ])
    expect(now.creators.map(({ creatorId, lines, delta }) => [creatorId, lines, delta.commission])).toEqual([
      ['ana', 2, 30],
      ['ben', 1, -150],
    ])
    expect(now.total.commission).toBe(-120)
  })

  test('is at both creators where a line went from one to the other', () => {
    const moved = adjustmentsOf(closed, snapshotOf(month([ana, { ...ben, creatorId: 'ana' }])))
    expect(moved.creators.map(({ creatorId, delta }) => [creatorId, delta.gmv])).toEqual([
      ['ana', 1000],
      ['ben', -1000],
    ])
    expect(moved.total.gmv).toBe(0)
  })

  test('is a blank that became 0, although it adds nothing', () => {
    const zero = { ...ana, parts: { ...ana.parts, actualAds: 0 } }
    const { lines } = adjustmentsOf(closed, snapshotOf(month([zero, ben])))
    expect(lines.map(({ kind, delta }) => [kind, isNothing(delta)])).toEqual([['changed', true]])
  })

  test('names payables and rates that are not what they were', () => {
    const payable = {
      id: 'p1',
      creatorId: 'ana',
      kind: 'bonus',
      amount: 5000,
      currency: 'USD',
      dueDay: '2026-01-20',
      state: 'open',
    }
    const rate = { base: 'USD', quote: 'CNY', rate: '7.1', source: 'bank' }
    const before = snapshotOf(month([ana], { payables: [payable], rates: [rate] }))
    const now = adjustmentsOf(
      before,
      snapshotOf(month([ana], { payables: [{ ...payable, state: 'paid' }], rates: [{ ...rate, rate: '7.2' }] })),
    )
    expect(now.payables.map(({ before: was, after }) => [was?.state, after?.state])).toEqual([['open', 'paid']])
    expect(now.rates.map(({ before: was, after }) => [was?.rate, after?.rate])).toEqual([['7.1', '7.2']])
  })
})

const amounts = fc.option(fc.integer({ min: -5_000_000_000, max: 90_000_000_000 }), { freq: 3 })
const anyLine = fc
  .record({
    orderId: fc.bigInt({ min: 1n, max: (1n << 64n) - 1n }).map(String),
    productId: fc.constantFrom('', '1729', '1730001122334455667'),
    skuId: fc.constantFrom('1', '2', '99'),
    creatorId: fc.constantFrom('', 'ana', 'ben', '达人'),
    status: fc.constantFrom('pending', 'settled', 'ineligible', 'frozen'),
    parts: fc.tuple(...CLOSE_PARTS.map(() => amounts)),
  })
  .map(({ parts, ...one }): CloseLine => ({
    ...one,
    // As many as there are parts.
    parts: Object.fromEntries(CLOSE_PARTS.map((part, i) => [part, parts[i]!])) as Record<ClosePart, number | null>,
  }))
const anyPayable = fc.record({
  id: fc.stringMatching(/^[a-z0-9]{6}$/),
  creatorId: fc.constantFrom('ana', 'ben'),
  kind: fc.constantFrom('bonus', 'flatFee'),
  amount: fc.integer(),
  currency: fc.constantFrom('USD', 'VND'),
  dueDay: fc.constant('2026-01-20'),
  state: fc.constantFrom('open', 'paid'),
})
const anyMonth = fc
  .record({
    lines: fc.uniqueArray(anyLine, { selector: keyOf, maxLength: 40 }),
    payables: fc.uniqueArray(anyPayable, { selector: ({ id }) => id, maxLength: 5 }),
  })
  .map(({ lines, payables }) => month(lines, { payables }))

describe('every month', () => {
  test('has one digest, in whatever order its lines came', () => {
    fc.assert(
      fc.property(anyMonth, fc.infiniteStream(fc.nat()), (facts, dice) => {
        const shuffled = facts.lines
          .map((one) => ({ one, at: dice.next().value ?? 0 }))
          .toSorted((a, b) => a.at - b.at)
          .map(({ one }) => one)
        const again = month(shuffled, { payables: facts.payables.toReversed() })
        expect(digestOf(canonicalBytes(snapshotOf(again)))).toBe(digestOf(canonicalBytes(snapshotOf(facts))))
      }),
    )
  })

  test('comes back from its bytes as it was', async () => {
    await fc.assert(
      fc.asyncProperty(anyMonth, async (facts) => {
        const snapshot = snapshotOf(facts)
        const canonical = canonicalBytes(snapshot)
        const back = await canonicalFrom(await storedBytes(canonical), 'month')
        expect(digestOf(back)).toBe(digestOf(canonical))
        expect(snapshotFrom(back)).toEqual(snapshot)
      }),
    )
  })

  test('and its adjustments are what the lines say now', () => {
    fc.assert(
      fc.property(anyMonth, anyMonth, fc.nat(20), (then, since, kept) => {
        const closed = snapshotOf(then)
        // Some lines stay as they were.
        const now = snapshotOf(month([...since.lines, ...then.lines.slice(0, kept)], { payables: since.payables }))
        const { lines, creators, total } = adjustmentsOf(closed, now)
        const after = new Map(closed.lines.map((one) => [keyOf(one), one]))
        for (const one of lines) {
          if (one.before !== null) after.delete(keyOf(one.before))
          if (one.after !== null) after.set(keyOf(one.after), one.after)
        }
        expect(snapshotOf(month([...after.values()], { payables: since.payables }))).toEqual(now)
        for (const part of CLOSE_PARTS) {
          expect(closed.total[part] + total[part]).toBe(now.total[part])
          const of = (
            id: string,
            all: readonly { creatorId: string; sums?: Record<string, number>; delta?: Record<string, number> }[],
          ) => all.find(({ creatorId }) => creatorId === id)
          for (const id of ['', 'ana', 'ben', '达人']) {
            const before = of(id, closed.creators)?.sums?.[part] ?? 0
            const delta = of(id, creators)?.delta?.[part] ?? 0
            expect(before + delta).toBe(of(id, now.creators)?.sums?.[part] ?? 0)
          }
        }
      }),
    )
  })

  test('changes its digest with any amount, status or name', () => {
    fc.assert(
      fc.property(anyMonth, fc.nat(), fc.constantFrom(...CLOSE_PARTS), (facts, at, part) => {
        fc.pre(facts.lines.length > 0)
        const index = at % facts.lines.length
        const lines = facts.lines.map((one, i) =>
          i === index ? { ...one, parts: { ...one.parts, [part]: (one.parts[part] ?? 0) + 1 } } : one,
        )
        expect(digestOf(canonicalBytes(snapshotOf({ ...facts, lines })))).not.toBe(
          digestOf(canonicalBytes(snapshotOf(facts))),
        )
      }),
    )
  })
})

test('a month of 200,000 lines is a few megabytes', { timeout: 120_000 }, async () => {
  const lines = Array.from({ length: 200_000 }, (_, i): CloseLine => {
    const price = 999 + ((i * 7919) % 40) * 250
    const base = price - ((i * 31) % 5) * 50
    const standard = Math.round(base * 0.15)
    const settled = i % 3 !== 0
    return {
      ...line(String(576460752303423488n + BigInt(i) * 104_729n * 8191n), `creator${(i * 131) % 500}`, {}),
      productId: String(1729000000000000000n + BigInt((i * 17) % 120)),
      skuId: String(1730000000000000000n + BigInt((i * 17) % 360)),
      status: settled ? 'settled' : 'pending',
      parts: {
        ...BLANK,
        quantity: 1 + (i % 3),
        refundedQuantity: i % 11 === 0 ? 1 : 0,
        gmv: price,
        refund: i % 11 === 0 ? price : 0,
        commission: standard,
        estimatedBase: base,
        actualBase: settled ? base : null,
        estimatedStandard: standard,
        actualStandard: settled ? standard : null,
      },
    }
  })
  const canonical = canonicalBytes(snapshotOf(month(lines)))
  const stored = await storedBytes(canonical)
  expect(stored.length).toBeLessThan(5_000_000)
})
