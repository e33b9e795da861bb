/**
 * Writes a table to a file that people open in a spreadsheet or programs read.
 *
 * Written beside its place first: a failure leaves what was there before.
 */

import { createWriteStream, renameSync, rmSync } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

import { AppError } from '../../../shared/errors'
import { type OutCell, withoutFormula, writeCsv } from '../files/csv-write'
import { writeWorkbook } from '../files/xlsx-adapter'

export type TableFormat = 'csv' | 'xlsx' | 'json'
export type Cell = OutCell | boolean

/** Refuses with `export.notWritable` when the place cannot be written. */
export async function writeTable(
  file: string,
  format: TableFormat,
  headers: readonly string[],
  rows: Iterable<readonly Cell[]>,
): Promise<{ file: string; rows: number }> {
  const part = `${file}.part`
  let count = 0
  function* counted(): Generator<readonly Cell[]> {
    for (const row of rows) {
      count += 1
      yield row
    }
  }
  try {
    await WRITERS[format](part, headers, counted())
    renameSync(part, file)
  } catch (error) {
    removeIfThere(part)
    if (
      error instanceof Error &&
      'code' in error &&
      typeof error.code === 'string' &&
      /^(EACCES|EPERM|EROFS|ENOENT|ENOTDIR|EISDIR|ENOSPC|EBUSY)$/u.test(error.code)
    ) {
      throw new AppError('export.notWritable', { file }, { cause: error })
    }
    throw error
  }
  return { file, rows: count }
}

function removeIfThere(file: string): void {
  try {
    rmSync(file, { force: true })
  } catch {
    // The place itself is what is wrong (a file where a folder should be): the refusal above says so.
  }
}

const WRITERS: Readonly<
  Record<TableFormat, (file: string, headers: readonly string[], rows: Iterable<readonly Cell[]>) => Promise<unknown>>
> = {
  csv: (file, headers, rows) => writeCsv(file, safe(headers, rows)),
  xlsx: (file, headers, rows) => writeWorkbook(file, 'Starboard', safe(headers, rows)),
  json: writeJson,
}

/** No text that a spreadsheet would run as a formula. */
function* safe(headers: readonly string[], rows: Iterable<readonly Cell[]>): Generator<readonly OutCell[]> {
  yield headers.map(withoutFormula)
  for (const row of rows) {
    yield row.map((cell) =>
      typeof cell === 'string' ? withoutFormula(cell) : typeof cell === 'boolean' ? String(cell) : cell,
    )
  }
}

/** One array of objects, a row a line. */
async function writeJson(file: string, headers: readonly string[], rows: Iterable<readonly Cell[]>): Promise<void> {
  function* pieces(): Generator<string> {
    let before = '[\n'
    for (const row of rows) {
      yield `${before}${JSON.stringify(Object.fromEntries(headers.map((header, column) => [header, row[column] ?? null])))}`
      before = ',\n'
    }
    yield before === '[\n' ? '[]\n' : '\n]\n'
  }
  await pipeline(Readable.from(pieces()), createWriteStream(file))
}
