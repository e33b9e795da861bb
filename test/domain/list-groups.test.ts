import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import type { RowField } from '../../shared/domain/list-fields'
import { groupedRows, totalsOf } from '../../shared/domain/list-groups'
import { english, FIELDS, GMV, ids, type Row, rows, TIER } from '../support/list-rows'

describe('groups', () => {
  test('hold each row once, in its order', () => {
    fc.assert(
      fc.property(rows, fc.constantFrom(...FIELDS), fc.boolean(), (list, of, descending) => {
        const groups = groupedRows(list, of, english, { descending })
        expect(groups.flatMap((group) => ids(group.rows)).sort((a, b) => a - b)).toEqual(ids(list))
        for (const group of groups) expect(ids(group.rows)).toEqual(ids(group.rows).toSorted((a, b) => a - b))
        expect(new Set(groups.map(({ key }) => key)).size).toBe(groups.length)
      }),
    )
  })

  test('stand in the order of their values, rows without one last', () => {
    const list: Row[] = ['head', null, 'nano'].map((tier, id) => ({
      id,
      name: null,
      gmv: 1,
      currency: 'USD',
      tier,
      tags: [],
    }))
    expect(groupedRows(list, TIER, english).map(({ value }) => value)).toEqual(['nano', 'head', null])
    expect(groupedRows(list, TIER, english, { descending: true }).map(({ value }) => value)).toEqual([
      'head',
      'nano',
      null,
    ])
  })

  test('of instants are days of the person’s zone', () => {
    const at: RowField<number> = { id: 'at', kind: 'instant', value: (instant) => instant }
    const late = [Date.UTC(2026, 2, 9, 15, 59), Date.UTC(2026, 2, 9, 16)]
    expect(groupedRows(late, at, english, { timezone: 'Asia/Shanghai' }).map(({ value }) => value)).toEqual([
      '2026-03-09',
      '2026-03-10',
    ])
  })

  test('add up to what the whole list adds up to, currency by currency', () => {
    fc.assert(
      fc.property(rows, (list) => {
        const sums = (of: readonly Row[]) => new Map(totalsOf(of, GMV).map(({ currency, sum }) => [currency, sum ?? 0]))
        const whole = sums(list)
        const added = new Map<string | null, number>()
        for (const group of groupedRows(list, TIER, english)) {
          for (const [currency, sum] of sums(group.rows)) added.set(currency, (added.get(currency) ?? 0) + sum)
        }
        expect(added).toEqual(new Map([...added.keys()].map((currency) => [currency, whole.get(currency)])))
        expect(added.size).toBe(whole.size)
      }),
    )
  })
})

describe('totals', () => {
  const amount = (gmv: number | null, currency = 'USD'): Row => ({
    id: 0,
    name: null,
    gmv,
    currency,
    tier: null,
    tags: [],
  })

  test('never put two currencies together', () => {
    expect(totalsOf([amount(100), amount(300), amount(5000, 'VND'), amount(null, 'THB')], GMV)).toEqual([
      { filled: 2, currency: 'USD', sum: 400, median: 200, min: 100, max: 300 },
      { filled: 1, currency: 'VND', sum: 5000, median: 5000, min: 5000, max: 5000 },
    ])
  })

  test('know the middle: one value, or the mean of two in whole minor units', () => {
    const median = (...values: number[]) =>
      totalsOf(
        values.map((value) => amount(value)),
        GMV,
      )[0]?.median
    expect(median(9, 1, 5)).toBe(5)
    expect(median(1, 2)).toBe(2)
    expect(median(-3, 10, 4, 5)).toBe(5)
  })

  test('add up neither percentages nor days', () => {
    const rate: RowField<number> = { id: 'rate', kind: 'percent', value: (basis) => basis }
    expect(totalsOf([100, 300], rate)).toEqual([
      { filled: 2, currency: null, sum: null, median: 200, min: 100, max: 300 },
    ])
    const day: RowField<string> = { id: 'day', kind: 'day', value: (of) => of }
    expect(totalsOf(['2026-02-01', '2026-01-31'], day)).toEqual([
      { filled: 2, currency: null, sum: null, median: null, min: '2026-01-31', max: '2026-02-01' },
    ])
  })

  test('lie between the smallest and the largest', () => {
    fc.assert(
      fc.property(rows, (list) => {
        for (const { currency, filled, sum, median, min, max } of totalsOf(list, GMV)) {
          const amounts = list.flatMap((row) => (row.currency === currency && row.gmv !== null ? [row.gmv] : []))
          expect(filled).toBe(amounts.length)
          expect(sum).toBe(amounts.reduce((total, one) => total + one, 0))
          expect([min, max]).toEqual([Math.min(...amounts), Math.max(...amounts)])
          expect(Number(median)).toBeGreaterThanOrEqual(Number(min))
          expect(Number(median)).toBeLessThanOrEqual(Number(max))
        }
      }),
    )
  })
})
