/**
 * Cells as text that Excel, WPS and Sheets paste into cells.
 *
 * A text that a spreadsheet would run as a formula gets an apostrophe in front; figures do not.
 */

import { type GridColumn, plainText } from './columns'

/** How many rows one copy may take. */
export const COPY_LIMIT = 100_000

export function tsvOf<R>(columns: readonly GridColumn<R>[], rows: readonly R[], withHeader: boolean): string {
  const lines = rows.map((row) =>
    columns.map((column) => cell(plainText(column, row), typeof column.value(row) === 'string')).join('\t'),
  )
  const header = columns.map(({ title }) => cell(title, true)).join('\t')
  return (withHeader ? [header, ...lines] : lines).join('\n')
}

/** A text with an apostrophe in front where a spreadsheet would run it. */
export function safeCell(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
}

function cell(text: string, isText: boolean): string {
  const safe = isText ? safeCell(text) : text
  return /[\t\n\r"]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
