/**
 * Rows in other forms: handles, Markdown, text for a chat, CSV, a block for a spreadsheet.
 *
 * What a spreadsheet opens cannot run as a formula; what a chat shows keeps one row on one line.
 */

import type { Format } from '../format/use-format'
import { cellText, type GridColumn, plainText } from './columns'
import { safeCell, tsvOf } from './copy'

export const COPY_FORMS = ['handles', 'lines', 'markdown', 'chat', 'csv', 'block'] as const
export type CopyForm = (typeof COPY_FORMS)[number]

export interface CopyRows<R> {
  readonly columns: readonly GridColumn<R>[]
  readonly rows: readonly R[]
  readonly format: Format
  /** The creator's handle of a row, where the list is of creators. */
  readonly handleOf?: ((row: R) => string | null) | undefined
}

export function copyText<R>(form: CopyForm, source: CopyRows<R>): string {
  const { columns, rows } = source
  switch (form) {
    case 'handles':
      return handlesOf(source)
        .map((handle) => `@${handle}`)
        .join(', ')
    case 'lines':
      return handlesOf(source)
        .map((handle) => safeCell(handle))
        .join('\n')
    case 'markdown':
      return markdownOf(source)
    case 'chat':
      return chatOf(source)
    case 'csv':
      return csvOf(columns, rows)
    case 'block':
      return tsvOf(columns, rows, true)
  }
}

/** Each handle once, in the order of the rows. */
function handlesOf<R>({ rows, handleOf }: CopyRows<R>): readonly string[] {
  const handles = rows.flatMap((row) => oneLine(handleOf?.(row) ?? '').replace(/^@+/, '') || [])
  return [...new Set(handles)]
}

function markdownOf<R>({ columns, rows, format }: CopyRows<R>): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => oneLine(cell).replaceAll('\\', '\\\\').replaceAll('|', '\\|')).join(' | ')} |`
  const figures = ['number', 'money', 'percent', 'ratio']
  return [
    line(columns.map(({ title }) => title)),
    `| ${columns.map(({ kind }) => (figures.includes(kind) ? '---:' : '---')).join(' | ')} |`,
    ...rows.map((row) => line(columns.map((column) => cellText(column, row, format) ?? ''))),
  ].join('\n')
}

/** `mai.daily — GMV $1,200.00 · Market Thailand`: the first column names the row, empty cells are left out. */
function chatOf<R>({ columns, rows, format }: CopyRows<R>): string {
  const [first, ...others] = columns
  return rows
    .map((row) => {
      const name = first ? (cellText(first, row, format) ?? '') : ''
      const rest = others.flatMap((column) => {
        const text = cellText(column, row, format)
        return text === null ? [] : `${column.title} ${text}`
      })
      return oneLine(rest.length === 0 ? name : `${name} — ${rest.join(' · ')}`)
    })
    .join('\n')
}

function csvOf<R>(columns: readonly GridColumn<R>[], rows: readonly R[]): string {
  const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  const cellOf = (column: GridColumn<R>, row: R): string => {
    const text = plainText(column, row)
    return quoted(typeof column.value(row) === 'string' ? safeCell(text) : text)
  }
  return [
    columns.map(({ title }) => quoted(safeCell(title))).join(','),
    ...rows.map((row) => columns.map((column) => cellOf(column, row)).join(',')),
  ].join('\r\n')
}

function oneLine(text: string): string {
  return text.replaceAll(/\s*[\r\n\t]+\s*/g, ' ').trim()
}
