/** Rows of a list with fields of several kinds, and any number of them. */

import fc from 'fast-check'

import type { RowField } from '../../shared/domain/list-fields'

/** A row as lists show it. */
export interface Row {
  readonly id: number
  readonly name: string | null
  readonly gmv: number | null
  readonly currency: string
  readonly tier: string | null
  readonly tags: readonly string[]
}

export const NAME: RowField<Row> = { id: 'name', kind: 'text', value: (row) => row.name }
export const GMV: RowField<Row> = { id: 'gmv', kind: 'money', value: (row) => row.gmv, currency: (row) => row.currency }
export const TIER: RowField<Row> = {
  id: 'tier',
  kind: 'choice',
  value: (row) => row.tier,
  choices: ['nano', 'mid', 'head'],
  words: { nano: 'Nano', mid: 'Mid', head: 'Head' },
}
export const TAGS: RowField<Row> = { id: 'tags', kind: 'tags', value: (row) => row.tags }
export const FIELDS = [NAME, GMV, TIER, TAGS]

export const rows = fc
  .array(
    fc.record({
      name: fc.option(fc.constantFrom('mai', 'Mai', 'linh2', 'linh10', '小李', 'ＡＢ', ' ', '')),
      gmv: fc.option(fc.integer({ min: -500, max: 500 })),
      currency: fc.constantFrom('USD', 'VND', 'THB'),
      tier: fc.option(fc.constantFrom('nano', 'mid', 'head', 'other')),
      tags: fc.subarray(['gift', 'vip', '护肤']),
    }),
    { maxLength: 40 },
  )
  .map((list) => list.map((row, id): Row => ({ id, ...row })))

export const ids = (list: readonly Row[]): number[] => list.map(({ id }) => id)

/** How English texts stand. */
export const english = new Intl.Collator('en', { numeric: true })
