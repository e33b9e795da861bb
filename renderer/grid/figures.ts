/** What selected cells, groups and whole lists come to, in words. */

import type { FieldValue } from '../../shared/domain/list-fields'
import { type Totals, totalsOf } from '../../shared/domain/list-groups'
import type { Format } from '../format/use-format'
import { type GridColumn, isFigure } from './columns'
import type { Range } from './cursor'
import { BASIS_POINTS, fieldOf } from './fields'
import type { GridRows } from './rows'

/** More cells than this are not added up while a range is drawn. */
export const MOST_ADDED = 100_000

/** One figure of a column as people read it: money with its currency. */
export function figureText<R>(
  column: GridColumn<R>,
  value: string | number | null,
  currency: string | null,
  format: Format,
): string | null {
  if (value === null) return null
  if (typeof value === 'string') return column.kind === 'day' ? format.day(value) : value
  switch (column.field === false ? column.kind : (column.field?.kind ?? column.kind)) {
    case 'money':
      return currency === null ? format.count(value) : format.money(value, currency)
    case 'percent':
      return format.percent(value / BASIS_POINTS)
    case 'ratio':
      return format.ratio(value)
    case 'instant':
      return format.instant(value)
    case 'text':
    case 'number':
    case 'day':
    case 'choice':
    case 'tags':
    case 'person':
    case 'bool':
      return format.count(value)
  }
}

/** Sums by currency, `$1,200.00 · ₫5,000`; nothing where nothing can be added up. */
export function sumText<R>(column: GridColumn<R>, totals: readonly Totals[], format: Format): string | null {
  return partsOf(column, totals, 'sum', format)
}

export function medianText<R>(column: GridColumn<R>, totals: readonly Totals[], format: Format): string | null {
  return partsOf(column, totals, 'median', format)
}

function partsOf<R>(
  column: GridColumn<R>,
  totals: readonly Totals[],
  figure: 'sum' | 'median',
  format: Format,
): string | null {
  const parts = totals.flatMap((total) => figureText(column, total[figure], total.currency, format) ?? [])
  return parts.length === 0 ? null : parts.join(' · ')
}

/**
 * What the cells of a range come to: null where they are no figures or of several kinds, and while some of them are not
 * here or are too many.
 */
export function totalsOfRange<R>(
  columns: readonly GridColumn<R>[],
  rows: GridRows<R>,
  { top, bottom }: Pick<Range, 'top' | 'bottom'>,
): readonly Totals[] | null {
  const fields = columns.flatMap((column) => (isFigure(column.kind) ? (fieldOf(column) ?? []) : []))
  const kind = fields[0]?.kind
  const isMixed = fields.length !== columns.length || fields.some((field) => field.kind !== kind)
  if (kind === undefined || isMixed || (bottom - top + 1) * fields.length > MOST_ADDED) return null
  const cells: Cell[] = []
  for (let index = top; index <= bottom; index += 1) {
    const row = rows.get(index)
    if (row !== undefined) {
      for (const { value, currency } of fields) cells.push({ value: value(row), currency: currency?.(row) ?? null })
    } else if (!rows.head?.(index)) {
      return null
    }
  }
  return totalsOf(cells, { id: '', kind, value: (cell) => cell.value, currency: (cell) => cell.currency })
}

interface Cell {
  readonly value: FieldValue
  readonly currency: string | null
}
