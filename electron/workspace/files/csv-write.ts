/**
 * Writes tables as delimited text that spreadsheets open rightly: UTF-8 with a byte order mark, CRLF, quotes where needed.
 *
 * A text that a spreadsheet would run as a formula gets a leading apostrophe; a number stays a number.
 */

import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { Readable } from 'node:stream'

export type OutCell = string | number | null

const STARTS_FORMULA = /^[=+\-@\t\r]/
const PLAIN_NUMBER = /^[+-]?(?:\d{1,15}(?:\.\d+)?|\d{1,3}(?:,\d{3})+(?:\.\d+)?)%?$/
const NEEDS_QUOTES = /[",;\t\r\n]/
const ROWS_PER_PIECE = 500

/** The text with an apostrophe before it where a spreadsheet would take it for a formula. */
export function withoutFormula(text: string): string {
  return STARTS_FORMULA.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text
}

/** One record with its line end. */
export function csvLine(cells: readonly OutCell[], delimiter = ','): string {
  return `${cells.map((cell) => csvCell(cell)).join(delimiter)}\r\n`
}

function csvCell(cell: OutCell): string {
  if (cell === null) {
    return ''
  }
  const text = typeof cell === 'number' ? String(cell) : cell
  return NEEDS_QUOTES.test(text) ? `"${text.replace(/"/g, '""')}"` : text
}

/** Writes records to a new file; answers how many. The caller has made formulas harmless. */
export async function writeCsv(file: string, records: Iterable<readonly OutCell[]>, delimiter = ','): Promise<number> {
  let count = 0
  const pieces = function* (): Generator<string> {
    let piece = '\uFEFF'
    for (const record of records) {
      piece += csvLine(record, delimiter)
      count += 1
      if (count % ROWS_PER_PIECE === 0) {
        yield piece
        piece = ''
      }
    }
    yield piece
  }
  await pipeline(Readable.from(pieces()), createWriteStream(file))
  return count
}

/** A table for people: header, then rows, every text safe to open in a spreadsheet. */
export async function writeTable(
  file: string,
  headers: readonly string[],
  rows: Iterable<readonly OutCell[]>,
): Promise<number> {
  const safe = function* (): Generator<readonly OutCell[]> {
    yield headers.map(withoutFormula)
    for (const row of rows) {
      yield row.map((cell) => (typeof cell === 'string' ? withoutFormula(cell) : cell))
    }
  }
  return (await writeCsv(file, safe())) - 1
}
