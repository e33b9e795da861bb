import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { fitted, PLAIN_VIEW, sameView, withUnshown } from '../../shared/domain/list-views'
import type { ViewBody } from '../../shared/domain/lists'

const FIELDS = ['handle', 'gmv', 'tier', 'gone', 'lost']
const field = fc.constantFrom(...FIELDS)
const filter = fc.record({
  field,
  op: fc.constantFrom('empty', 'notEmpty'),
  values: fc.constant<string[]>([]),
})
const view: fc.Arbitrary<ViewBody> = fc.record({
  search: fc.constantFrom('', 'mai'),
  filters: fc.array(filter, { maxLength: 4 }),
  sort: fc.uniqueArray(fc.record({ field, descending: fc.boolean() }), { maxLength: 4, selector: (one) => one.field }),
  group: fc.option(field),
  colors: fc.array(fc.record({ when: filter, color: fc.constantFrom('good', 'bad'), column: fc.option(field) }), {
    maxLength: 3,
  }),
  columns: fc.record({
    order: fc.shuffledSubarray(FIELDS),
    hidden: fc.subarray(FIELDS),
    frozen: fc.nat(3),
  }),
})

const known = new Set(['handle', 'gmv', 'tier'])

describe('a view on fields that went away', () => {
  test('opens without them and names each of them once', () => {
    const stored: ViewBody = {
      ...PLAIN_VIEW,
      filters: [
        { field: 'gone', op: 'notEmpty', values: [] },
        { field: 'tier', op: 'anyOf', values: ['head'] },
      ],
      sort: [{ field: 'gone', descending: true }],
      group: 'lost',
      columns: { order: ['handle', 'gone'], hidden: ['lost'], frozen: 2 },
    }
    const { body, missing } = fitted(stored, known)
    expect(missing).toEqual(['gone', 'lost'])
    expect(body).toEqual({
      ...PLAIN_VIEW,
      filters: [{ field: 'tier', op: 'anyOf', values: ['head'] }],
      columns: { order: ['handle'], hidden: [], frozen: 2 },
    })
  })

  test('does not miss a column that was hidden', () => {
    const stored: ViewBody = { ...PLAIN_VIEW, columns: { order: ['handle', 'gone'], hidden: ['gone'], frozen: 1 } }
    expect(fitted(stored, known).missing).toEqual([])
  })

  test('loses nothing when it is saved again, and shows everything when the fields are back', () => {
    fc.assert(
      fc.property(view, (stored) => {
        const { body } = fitted(stored, known)
        const saved = withUnshown(body, stored, known)
        const bare = ({ columns, ...rest }: ViewBody) => ({
          ...rest,
          filters: rest.filters.map((one) => JSON.stringify(one)).toSorted(),
          sort: rest.sort.map((one) => one.field).toSorted(),
          colors: rest.colors.map((one) => JSON.stringify(one)).toSorted(),
          order: columns.order.toSorted(),
          hidden: columns.hidden.toSorted(),
        })
        expect(bare(saved)).toEqual(bare(stored))
        expect(sameView(fitted(saved, known).body, body)).toBe(true)
      }),
    )
  })

  test('with all its fields is itself', () => {
    fc.assert(
      fc.property(view, (stored) => {
        expect(fitted(stored, new Set(FIELDS))).toEqual({ body: stored, missing: [] })
      }),
    )
  })
})
