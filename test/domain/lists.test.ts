import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { matches, rowTest, searchTest } from '../../shared/domain/list-filters'
import { sortedRows } from '../../shared/domain/list-order'
import type { ListFilter } from '../../shared/domain/lists'
import { english, FIELDS, ids, NAME, type Row, rows } from '../support/list-rows'

const filters = fc.array(
  fc.oneof(
    fc.record({
      field: fc.constantFrom('name', 'tier', 'tags'),
      op: fc.constantFrom('anyOf', 'noneOf', 'contains', 'notContains', 'empty', 'notEmpty'),
      values: fc.array(fc.constantFrom('mai', 'li', 'nano', 'vip', '护'), { maxLength: 3 }),
    }),
    fc.record({
      field: fc.constant('gmv'),
      op: fc.constantFrom('atLeast', 'atMost', 'between', 'empty', 'notEmpty'),
      values: fc.array(fc.integer({ min: -500, max: 500 }), { maxLength: 2 }),
    }),
  ),
  { maxLength: 4 },
)

describe('many rows', () => {
  test('are those that meet every condition by itself', () => {
    fc.assert(
      fc.property(rows, filters, (list, wanted) => {
        const { test: passes, missing } = rowTest(wanted, FIELDS)
        const naive = list.filter((row) =>
          wanted.every((filter) => {
            const of = FIELDS.find(({ id }) => id === filter.field) ?? NAME
            return matches(filter, of.value(row), of, { currency: row.currency })
          }),
        )
        expect(missing).toEqual([])
        expect(ids(list.filter(passes))).toEqual(ids(naive))
      }),
    )
  })

  test('are parted by a condition and its opposite', () => {
    fc.assert(
      fc.property(
        rows,
        fc.constantFrom(...FIELDS),
        fc.subarray(['mai', 'nano', 'vip'], { minLength: 1 }),
        (list, of, values) => {
          const pairs = [
            ['anyOf', 'noneOf'],
            ['contains', 'notContains'],
            ['empty', 'notEmpty'],
          ] as const
          for (const [op, opposite] of pairs) {
            const one = list.filter(rowTest([{ field: of.id, op, values }], FIELDS).test)
            const other = list.filter(rowTest([{ field: of.id, op: opposite, values }], FIELDS).test)
            expect(ids([...one, ...other]).sort((a, b) => a - b)).toEqual(ids(list))
          }
        },
      ),
    )
  })

  test('between two amounts are those from the one and up to the other', () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: -500, max: 500 }), fc.nat(300), (list, low, length) => {
        const high = low + length
        const of = (...conditions: ListFilter[]) => ids(list.filter(rowTest(conditions, FIELDS).test))
        const gmv = (op: ListFilter['op'], ...values: number[]): ListFilter => ({ field: 'gmv', op, values })
        expect(of(gmv('between', low, high))).toEqual(of(gmv('atLeast', low), gmv('atMost', high)))
      }),
    )
  })

  test('are shown without a condition on a field that went away, which is named', () => {
    const gone: ListFilter = { field: 'gone', op: 'notEmpty', values: [] }
    const { test: passes, missing } = rowTest([gone], FIELDS)
    expect(missing).toEqual([gone])
    expect(passes({ id: 1, name: null, gmv: null, currency: 'USD', tier: null, tags: [] })).toBe(true)
  })

  test('are found by words in any of their fields', () => {
    const row: Row = { id: 1, name: 'Mai Linh', gmv: 5, currency: 'USD', tier: 'mid', tags: ['护肤'] }
    expect(searchTest('linh 护', FIELDS)(row)).toBe(true)
    expect(searchTest('linh head', FIELDS)(row)).toBe(false)
    expect(searchTest('  ', FIELDS)(row)).toBe(true)
  })
})

describe('sorting', () => {
  const row = (id: number, more: Partial<Row>): Row => ({
    id,
    name: null,
    gmv: null,
    currency: 'USD',
    tier: null,
    tags: [],
    ...more,
  })
  const by = (sort: readonly [string, boolean][], list: readonly Row[]) =>
    ids(
      sortedRows(
        list,
        sort.map(([of, descending]) => ({ field: of, descending })),
        FIELDS,
        english,
      ),
    )

  test('puts what is not known last both ways', () => {
    const list = [row(1, { gmv: 5 }), row(2, {}), row(3, { gmv: 40 })]
    expect(by([['gmv', false]], list)).toEqual([1, 3, 2])
    expect(by([['gmv', true]], list)).toEqual([3, 1, 2])
  })

  test('orders numbers in texts by their size, and capitals do not matter', () => {
    const list = [row(1, { name: 'linh10' }), row(2, { name: 'Linh2' }), row(3, { name: 'Ánh' })]
    expect(by([['name', false]], list)).toEqual([3, 2, 1])
  })

  test('orders choices as the work goes, others after them', () => {
    const list = [row(1, { tier: 'head' }), row(2, { tier: 'zzz' }), row(3, { tier: 'nano' })]
    expect(by([['tier', false]], list)).toEqual([3, 1, 2])
    expect(by([['tier', true]], list)).toEqual([2, 1, 3])
  })

  test('asks the second field where the first is equal', () => {
    const list = [row(1, { tier: 'mid', gmv: 1 }), row(2, { tier: 'mid', gmv: 9 }), row(3, { tier: 'nano', gmv: 5 })]
    expect(
      by(
        [
          ['tier', false],
          ['gmv', true],
        ],
        list,
      ),
    ).toEqual([3, 2, 1])
  })

  test('moves no row that is equal, loses none, and leaves unknown fields out', () => {
    fc.assert(
      fc.property(rows, fc.constantFrom(...FIELDS), fc.boolean(), (list, of, descending) => {
        const sorted = sortedRows(
          list,
          [
            { field: of.id, descending },
            { field: 'gone', descending },
          ],
          FIELDS,
          english,
        )
        expect(ids(sorted).sort((a, b) => a - b)).toEqual(ids(list))
        const again = sortedRows(sorted, [{ field: of.id, descending }], FIELDS, english)
        expect(ids(again)).toEqual(ids(sorted))
      }),
    )
  })

  test('by an amount is what a plain comparison gives', () => {
    fc.assert(
      fc.property(rows, fc.boolean(), (list, descending) => {
        const naive = list.toSorted((a, b) =>
          a.gmv === null || b.gmv === null
            ? Number(a.gmv === null) - Number(b.gmv === null)
            : (a.gmv - b.gmv) * (descending ? -1 : 1),
        )
        expect(by([['gmv', descending]], list)).toEqual(ids(naive))
      }),
    )
  })
})
