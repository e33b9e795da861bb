/** Cells for editing: which can be written, the text that editing begins with, and how typed text is read. */

import { type CellReading, type CellSpec, cellInput, readCell } from '../../shared/domain/cell-values'
import { currencyOf, type GridColumn } from './columns'
import type { FieldValue } from './edit'

/** What a cell's text is read by; `row` is null for a row that is being added, `fields` are what it begins with. */
export function specOf<R>(
  column: GridColumn<R>,
  row: R | null,
  fields: Readonly<Record<string, FieldValue>> = {},
): CellSpec {
  const { edit } = column
  const own = fields['currency']
  const currency = row === null ? (typeof own === 'string' ? own : undefined) : currencyOf(column, row)
  return {
    kind: edit?.as ?? 'text',
    ...(currency !== undefined && { currency }),
    ...(edit?.choices && { choices: edit.choices }),
    zone: ZONE,
  }
}

const ZONE = new Intl.DateTimeFormat().resolvedOptions().timeZone

/** Whether the cell can be written: `reason` is null where the column says nothing about why not. */
export function lockOf<R>(
  column: GridColumn<R> | undefined,
  row: R | undefined,
): { readonly reason: string | null } | null {
  if (!column?.edit || row === undefined) {
    return { reason: null }
  }
  const reason = column.edit.locked?.(row) ?? null
  return reason === null ? null : { reason }
}

/** What somebody would type for the cell's value. */
export function inputOf<R>(column: GridColumn<R>, row: R): string {
  const { edit } = column
  if (edit?.text) {
    return edit.text(row)
  }
  const value = column.value(row)
  const points = edit?.as === 'percent' && typeof value === 'number' ? Math.round(value * BASIS_POINTS) : value
  return cellInput(points, specOf(column, row))
}

/** Columns show a share of one, records keep basis points. */
const BASIS_POINTS = 10_000

export function readFor<R>(
  column: GridColumn<R>,
  row: R | null,
  text: string,
  fields?: Readonly<Record<string, FieldValue>>,
): CellReading {
  return readCell(text, specOf(column, row, fields))
}

const FIGURES: ReadonlySet<string> = new Set(['number', 'decimal', 'money', 'percent', 'day', 'instant'])

/** Whether letters are written into such a cell; in figures and days they stay commands. */
export function takesLetters<R>(column: GridColumn<R>): boolean {
  return column.edit !== undefined && !FIGURES.has(column.edit.as)
}

/** Whether a typed sign begins an edit of the cell. */
export function beginsEdit<R>(column: GridColumn<R>, typed: string): boolean {
  return typed !== '' && (takesLetters(column) || !/^[a-z?/]$/i.test(typed))
}
