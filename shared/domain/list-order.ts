/**
 * In which order a list stands: by up to four fields, the first counts first, rows that are equal keep their order.
 *
 * What is not known comes last both ways. Keys are worked out once per row, texts are compared once per different text.
 */

import { type FieldValue, isEmptyValue, isTags, type RowField, searchText } from './list-fields'
import type { ListSort } from './lists'

/** What texts are compared by: `Intl.Collator` of the person's language, with numbers by their size. */
export interface TextOrder {
  readonly compare: (a: string, b: string) => number
}

/** The rows in order. Fields that are not there are passed over. */
export function sortedRows<R>(
  rows: readonly R[],
  sorts: readonly ListSort[],
  fields: readonly RowField<R>[],
  order: TextOrder,
): readonly R[] {
  const keys = sorts.flatMap(({ field: id, descending }) => {
    const field = fields.find((one) => one.id === id)
    return field ? [sortKeys(rows, field, descending, order)] : []
  })
  const [first, ...others] = keys
  if (!first) return rows
  const places = new Uint32Array(rows.length).map((_, index) => index)
  places.sort((a, b) => {
    const by = (first[a] ?? 0) - (first[b] ?? 0)
    if (by !== 0 && !Number.isNaN(by)) return by
    for (const other of others) {
      const next = (other[a] ?? 0) - (other[b] ?? 0)
      if (next !== 0 && !Number.isNaN(next)) return next
    }
    return a - b
  })
  return Array.from(places, (place) => rows[place] as R)
}

/** One number per row that orders like its value; `Infinity` where nothing is known. */
export function sortKeys<R>(
  rows: readonly R[],
  field: RowField<R>,
  descending: boolean,
  order: TextOrder,
): Float64Array {
  const values = rows.map(field.value)
  const ranks = textRanks(values, field, order)
  const keys = new Float64Array(rows.length)
  for (let index = 0; index < keys.length; index += 1) {
    const value = values[index] ?? null
    const key = isEmptyValue(value)
      ? Infinity
      : typeof value === 'number' || typeof value === 'boolean'
        ? Number(value)
        : (ranks.get(keyText(value)) ?? 0)
    keys[index] = descending && key !== Infinity ? -key : key
  }
  return keys
}

/** The place of each different text among all of them. Choices stand in their own order. */
function textRanks<R>(
  values: readonly FieldValue[],
  field: RowField<R>,
  order: TextOrder,
): ReadonlyMap<string, number> {
  const texts = new Set<string>()
  for (const value of values) {
    if (typeof value === 'string' || isTags(value)) texts.add(keyText(value))
  }
  const { choices = [] } = field
  const wordOf = (text: string): string => (field.kind === 'choice' ? searchText(text, field) : text)
  const placeOf = new Map(choices.map((choice, index) => [choice, index]))
  // Days order as texts do, without asking the language.
  const compare = field.kind === 'day' ? byCode : (a: string, b: string) => order.compare(wordOf(a), wordOf(b))
  const sorted = [...texts].sort((a, b) => {
    const place = (placeOf.get(a) ?? choices.length) - (placeOf.get(b) ?? choices.length)
    return place !== 0 ? place : compare(a, b)
  })
  const ranks = new Map<string, number>()
  let rank = -1
  let before: string | undefined
  for (const text of sorted) {
    // What the language holds equal stands together, and the next field decides.
    if (before === undefined || compare(before, text) !== 0 || placeOf.get(before) !== placeOf.get(text)) rank += 1
    ranks.set(text, rank)
    before = text
  }
  return ranks
}

function byCode(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function keyText(value: FieldValue): string {
  return isTags(value) ? [...value].sort().join('\n') : String(value)
}
