/** Conditions as people type them: texts in, values out, and the other way round when a chip is opened again. */

import type { FieldKind } from '../../shared/domain/list-fields'
import { OPS_OF } from '../../shared/domain/list-fields'
import { dayText } from '../../shared/domain/list-filters'
import type { FilterOp, ListFilter } from '../../shared/domain/lists'
import { parseAmount, typedAmount } from '../format/money'
import type { GridColumn } from './columns'
import { BASIS_POINTS, fieldOf } from './fields'
import { kindOf } from './filter-text'
import type { CellAt } from './selection'

/** What stands in the fields of the editor. */
export interface TypedFilter {
  readonly field: string
  readonly op: FilterOp
  /** One text per value. */
  readonly texts: readonly string[]
  /** Money only; empty: any. */
  readonly currency: string
}

export type ValueInput = 'none' | 'words' | 'texts' | 'yesNo' | 'size' | 'day'

/** How the values of a condition are given. */
export function inputOf(kind: FieldKind, op: FilterOp): ValueInput {
  if (op === 'empty' || op === 'notEmpty') return 'none'
  switch (kind) {
    case 'bool':
      return 'yesNo'
    case 'choice':
      return 'words'
    case 'text':
    case 'tags':
    case 'person':
      return 'texts'
    case 'number':
    case 'money':
    case 'percent':
    case 'ratio':
      return 'size'
    case 'day':
    case 'instant':
      return 'day'
  }
}

/** The condition, or null while one of its texts cannot be read. */
export function readFilter<R>(typed: TypedFilter, column: GridColumn<R>): ListFilter | null {
  const { field, op, currency } = typed
  const kind = kindOf(column)
  const input = inputOf(kind, op)
  if (input === 'none') return { field, op, values: [] }
  const texts = (op === 'between' ? typed.texts.slice(0, 2) : typed.texts).map((text) => text.trim())
  const given = texts.filter((text) => text !== '')
  if (given.length === 0 || (op === 'between' && given.length < 2)) return null
  const values: (string | number | boolean)[] = []
  for (const text of given) {
    const value = readValue(text, column, kind, currency)
    if (value === null) return null
    values.push(value)
  }
  return { field, op, values: kind === 'money' && currency !== '' ? [...values, currency] : values }
}

function readValue<R>(
  text: string,
  column: GridColumn<R>,
  kind: FieldKind,
  currency: string,
): string | number | boolean | null {
  switch (kind) {
    case 'bool':
      return text === 'true'
    case 'money':
      return parseAmount(text, currency || columnCurrency(column) || 'USD')
    case 'percent': {
      const share = readNumber(text.replace(/[%％]$/, ''))
      return share === null ? null : Math.round((share * BASIS_POINTS) / 100)
    }
    case 'number':
    case 'ratio':
      return readNumber(text)
    case 'day':
    case 'instant':
      return dayText(text, { day: '2000-01-01', timezone: 'UTC' }) === null ? null : text
    case 'text':
    case 'tags':
    case 'person':
    case 'choice':
      return text
  }
}

function readNumber(text: string): number | null {
  const plain = text.replace(/[,\s\u00a0\u202f_]/g, '').replace('\u2212', '-')
  return /^-?\d{1,15}(\.\d{1,6})?$/.test(plain) ? Number(plain) : null
}

function columnCurrency<R>(column: GridColumn<R>): string {
  return typeof column.currency === 'string' ? column.currency : ''
}

/** A condition as the editor shows it. */
export function typedFilter<R>(filter: ListFilter, column: GridColumn<R>): TypedFilter {
  const kind = kindOf(column)
  const currency = kind === 'money' ? filter.values.find((value) => typeof value === 'string') : undefined
  const texts = filter.values.flatMap((value) => {
    if (kind === 'money') {
      return typeof value === 'number' ? typedAmount(value, currency ?? (columnCurrency(column) || 'USD')) : []
    }
    return kind === 'percent' && typeof value === 'number' ? String((value * 100) / BASIS_POINTS) : String(value)
  })
  const { field, op } = filter
  return { field, op, texts, currency: currency ?? '' }
}

/** The filter that keeps rows like the one under the cursor; of another column, one that is still to be written. */
export function filterAt<R>(column: GridColumn<R>, cell: CellAt<R> | null): ListFilter | null {
  const field = fieldOf(column)
  if (!field) return null
  const [first = 'notEmpty'] = OPS_OF[field.kind]
  const row = cell?.column.id === column.id ? cell.row : undefined
  const value = row === undefined ? null : field.value(row)
  if (row === undefined || value === null || value === '') return { field: column.id, op: first, values: [] }
  const currency = field.currency?.(row)
  if (typeof value === 'string') {
    return { field: column.id, op: field.kind === 'instant' ? first : 'anyOf', values: [value] }
  }
  if (typeof value === 'number') {
    const size = field.kind === 'instant' ? new Date(value).toISOString().slice(0, 10) : value
    return { field: column.id, op: 'atLeast', values: currency ? [size, currency] : [size] }
  }
  return { field: column.id, op: 'anyOf', values: typeof value === 'boolean' ? [value] : [...value] }
}
