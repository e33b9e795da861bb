/**
 * Rows that stand together, and what rows add up to.
 *
 * Amounts of different currencies are never added to one another, ratios and percentages never at all.
 */

import { dayInZone } from './days'
import { type FieldValue, isEmptyValue, isTags, type RowField } from './list-fields'
import { sortedRows, type TextOrder } from './list-order'

export interface RowGroup<R> {
  /** Unique among the groups of one list; empty where the value is not known. */
  readonly key: string
  /** What its rows have in common; an instant's day, tags in order. Null: nothing is known. */
  readonly value: FieldValue
  /** Money only: amounts of two currencies do not stand together. */
  readonly currency: string | null
  readonly rows: readonly R[]
}

/**
 * The rows in groups of equal values; each row stands in one group, in the order it had. Groups stand in the order of
 * their values, those without one last.
 */
export function groupedRows<R>(
  rows: readonly R[],
  field: RowField<R>,
  order: TextOrder,
  { descending = false, timezone = 'UTC' }: { readonly descending?: boolean; readonly timezone?: string } = {},
): readonly RowGroup<R>[] {
  const groups = new Map<string, { readonly value: FieldValue; readonly currency: string | null; readonly rows: R[] }>()
  const dayOf = daysOf(timezone)
  for (const row of rows) {
    const value = commonValue(field.value(row), field.kind, dayOf)
    const currency = field.kind === 'money' && value !== null ? (field.currency?.(row) ?? null) : null
    const key = groupKey(value, currency)
    const group = groups.get(key)
    if (group) group.rows.push(row)
    else groups.set(key, { value, currency, rows: [row] })
  }
  const found = [...groups].map(([key, group]): RowGroup<R> => ({ key, ...group }))
  const kind = field.kind === 'instant' ? 'day' : field.kind
  const byValue = { ...field, kind, value: (group: RowGroup<R>) => group.value, currency: undefined }
  return sortedRows(found, [{ field: field.id, descending }], [byValue], order)
}

function commonValue(value: FieldValue, kind: RowField<unknown>['kind'], dayOf: (at: number) => string): FieldValue {
  if (kind === 'bool') return value === true
  if (isEmptyValue(value)) return null
  if (isTags(value)) return [...value].sort()
  return kind === 'instant' && typeof value === 'number' ? dayOf(value) : value
}

function groupKey(value: FieldValue, currency: string | null): string {
  return value === null ? '' : `${currency ?? ''} ${isTags(value) ? value.join('\n') : String(value)}`
}

function daysOf(timezone: string): (at: number) => string {
  const known = new Map<number, string>()
  return (at) => {
    // Rows of one day share their answer: zones differ by whole quarters of an hour.
    const quarter = Math.floor(at / 900_000)
    const day = known.get(quarter) ?? dayInZone(at, timezone)
    known.set(quarter, day)
    return day
  }
}

/** What the values of one field come to. Every figure is null where it has no meaning or nothing is known. */
export interface Totals {
  /** Values that are known. */
  readonly filled: number
  /** Money only. */
  readonly currency: string | null
  readonly sum: number | null
  /** The middle value; of an even number of values the mean of the two in the middle, rounded to whole units except for ratios. */
  readonly median: number | null
  readonly min: string | number | null
  readonly max: string | number | null
}

/** What rows add up to in one field: one line, for money one per currency, the most frequent first. */
export function totalsOf<R>(rows: Iterable<R>, field: RowField<R>): readonly Totals[] {
  const byCurrency = new Map<string | null, (string | number)[]>()
  for (const row of rows) {
    const value = field.value(row)
    if (isEmptyValue(value)) continue
    const currency = field.kind === 'money' ? (field.currency?.(row) ?? null) : null
    const known = byCurrency.get(currency)
    const size = typeof value === 'number' ? value : isTags(value) ? value.join('\n') : String(value)
    if (known) known.push(size)
    else byCurrency.set(currency, [size])
  }
  return [...byCurrency]
    .sort(([a, left], [b, right]) => right.length - left.length || String(a).localeCompare(String(b), 'en'))
    .map(([currency, values]) => ({ filled: values.length, currency, ...figures(values, field.kind) }))
}

function figures(values: readonly (string | number)[], kind: RowField<unknown>['kind']) {
  switch (kind) {
    case 'number':
    case 'money':
    case 'percent':
    case 'ratio': {
      const sizes = Float64Array.from(values.filter((value) => typeof value === 'number')).sort()
      const adds = kind === 'number' || kind === 'money'
      const sum = adds ? sizes.reduce((total, size) => total + size, 0) : null
      return {
        // A sum that a double cannot hold exactly is no sum of money.
        sum: sum !== null && Math.abs(sum) <= Number.MAX_SAFE_INTEGER ? sum : null,
        median: medianOf(sizes, kind !== 'ratio'),
        min: sizes[0] ?? null,
        max: sizes.at(-1) ?? null,
      }
    }
    case 'day':
    case 'instant': {
      const sorted = [...values].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
      return { sum: null, median: null, min: sorted[0] ?? null, max: sorted.at(-1) ?? null }
    }
    case 'text':
    case 'choice':
    case 'tags':
    case 'person':
    case 'bool':
      return { sum: null, median: null, min: null, max: null }
  }
}

/** `sizes` in order. */
function medianOf(sizes: Float64Array, whole: boolean): number | null {
  const low = sizes[Math.floor((sizes.length - 1) / 2)]
  const high = sizes[Math.floor(sizes.length / 2)]
  if (low === undefined || high === undefined) return null
  const middle = (low + high) / 2
  return whole ? Math.round(middle) : middle
}
