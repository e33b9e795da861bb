/**
 * What a column of a grid shows: its kind decides alignment, wording, sorting and what is copied.
 *
 * A value is `null` when it is unknown: a grey dash, sorted last both ways, copied as nothing.
 */

import type { ReactNode } from 'react'

import type { Format } from '../format/use-format'
import { typedAmount } from '../format/money'
import type { CellEdit } from './edit'
import type { ColumnField } from './fields'

export type ColumnKind = 'text' | 'number' | 'money' | 'ratio' | 'percent' | 'day' | 'instant' | 'choice'
export type CellValue = string | number | null

export interface GridColumn<R> {
  readonly id: string
  readonly title: string
  /** What the column means, on hover over its title. */
  readonly hint?: string
  readonly kind: ColumnKind
  readonly value: (row: R) => CellValue
  /** `money` only. One code for the whole column stands in its header; else each cell carries its own. */
  readonly currency?: string | ((row: R) => string)
  /** `choice` only: the words for its values. */
  readonly words?: Readonly<Record<string, string>>
  /** In place of the kind's own text. */
  readonly text?: (row: R, format: Format) => string | null
  /** In place of the text: for a state mark, a dot. Keep it one line high. */
  readonly render?: (row: R) => ReactNode
  /** Before the text: a sign of its own, where the row has one. */
  readonly mark?: (row: R) => ReactNode
  /** The figure opens its lines. */
  readonly onOpen?: (row: R) => void
  /** How the figure was worked out, on hover. */
  readonly explanation?: (row: R) => string | null
  /** CSS pixels at first; people's own width is remembered. */
  readonly width?: number
  /** Left out until a person wants it. */
  readonly hidden?: boolean
  /** False where the rows cannot be sorted by it. */
  readonly sortable?: boolean
  /** Left out where the cells are not for editing. */
  readonly edit?: CellEdit<R>
  /** How it is filtered, grouped and coloured by, where the kind does not say it; false: not at all. */
  readonly field?: ColumnField<R> | false
}

export interface GridSort {
  readonly column: string
  readonly descending: boolean
}

const FIGURES: ReadonlySet<ColumnKind> = new Set(['number', 'money', 'ratio', 'percent'])

/** Figures stand to the right, everything else to the left. */
export function isFigure(kind: ColumnKind): boolean {
  return FIGURES.has(kind)
}

const WIDTHS: Readonly<Record<ColumnKind, number>> = {
  text: 200,
  number: 92,
  money: 124,
  ratio: 84,
  percent: 84,
  day: 112,
  instant: 164,
  choice: 112,
}

export function firstWidth<R>(column: GridColumn<R>): number {
  return column.width ?? WIDTHS[column.kind]
}

/** The code that stands in the header, when the whole column is in one currency. */
export function headerCurrency<R>(column: GridColumn<R>): string | null {
  return column.kind === 'money' && typeof column.currency === 'string' ? column.currency : null
}

/** The cell as people read it; null is unknown. */
export function cellText<R>(column: GridColumn<R>, row: R, format: Format): string | null {
  if (column.text) {
    return column.text(row, format)
  }
  const value = column.value(row)
  return value === null || value === ''
    ? null
    : typeof value === 'number'
      ? numberText(column, row, value, format)
      : wordText(column, value, format)
}

function numberText<R>(column: GridColumn<R>, row: R, value: number, format: Format): string {
  switch (column.kind) {
    case 'money':
      return typeof column.currency === 'string'
        ? format.amount(value, column.currency)
        : format.money(value, currencyOf(column, row))
    case 'ratio':
      return format.ratio(value)
    case 'percent':
      return format.percent(value)
    case 'instant':
      return format.instant(value)
    case 'text':
    case 'number':
    case 'day':
    case 'choice':
      return format.count(value)
  }
}

function wordText<R>(column: GridColumn<R>, value: string, format: Format): string {
  if (column.kind === 'day') {
    return format.day(value)
  }
  return column.kind === 'choice' ? (column.words?.[value] ?? value) : value
}

/** The cell for a spreadsheet: plain decimals, ISO days; unknown is empty. */
export function plainText<R>(column: GridColumn<R>, row: R): string {
  const value = column.value(row)
  if (value === null) {
    return ''
  }
  if (typeof value === 'string') {
    return column.kind === 'choice' ? (column.words?.[value] ?? value) : value
  }
  if (column.kind === 'money') {
    return typedAmount(value, currencyOf(column, row))
  }
  return column.kind === 'instant' ? new Date(value).toISOString() : String(value)
}

export function currencyOf<R>(column: GridColumn<R>, row: R): string {
  return typeof column.currency === 'function' ? column.currency(row) : (column.currency ?? 'USD')
}

/** Orders two rows by a column; unknown comes last both ways, equal rows keep their order. */
export function compareBy<R>(
  column: GridColumn<R>,
  descending: boolean,
  collator: Intl.Collator,
): (a: R, b: R) => number {
  const words = column.kind === 'choice' ? column.words : undefined
  return (left, right) => {
    const a = column.value(left)
    const b = column.value(right)
    if (a === null || b === null) {
      return Number(a === null) - Number(b === null)
    }
    const order =
      typeof a === 'number' && typeof b === 'number'
        ? a - b
        : collator.compare(words?.[a] ?? String(a), words?.[b] ?? String(b))
    return descending ? -order : order
  }
}
