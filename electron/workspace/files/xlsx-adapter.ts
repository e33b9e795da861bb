/**
 * The one file that knows the workbook library: sheets in as records of texts, records out as a sheet.
 *
 * Cells come as texts that the cell rules can judge: a number too large to be exact is shown in exponent form, so that an
 * id in it is refused; dates are written year first.
 */

import { createWriteStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { streamXlsxRows, writeXlsxStream, type CellValue } from 'hucre/xlsx'
import { AppError } from '../../../shared/errors'
import { readZipDirectory, unpackEntry, type ZipEntry } from './zip-directory'

/** The workbook is held in memory while it is read. */
const MOST_PACKED = 512 << 20
const MOST_UNPACKED = 2 ** 31
/** Sheets pack to a tenth or a fiftieth; a bomb to a thousandth. */
const MOST_RATIO = 300
const SMALL = 64 << 20
const MOST_WORKBOOK_XML = 4 << 20
/** A sheet that yields no row for so long is not worth waiting for. */
const MOST_SILENCE_MS = 60_000

export interface Workbook {
  readonly file: string
  readonly data: Buffer
  readonly sheets: readonly string[]
  /** Bytes of the largest part once unpacked; for telling progress. */
  readonly unpacked: number
}

export interface SheetRecord {
  /** As the spreadsheet counts, 1 first. */
  readonly row: number
  readonly cells: readonly string[]
}

/** Opens a workbook. Refuses damaged, cut off and monstrous ones with `import.unreadable`. */
export async function openWorkbook(file: string): Promise<Workbook> {
  const data = await readFile(file)
  const entries = readZipDirectory(data)
  if (!entries) {
    throw new AppError('import.unreadable', { file, reason: 'truncated' })
  }
  if (entries.some(({ encrypted }) => encrypted)) {
    throw new AppError('import.unreadable', { file, reason: 'encrypted' })
  }
  const packed = entries.reduce((sum, entry) => sum + entry.packedBytes, 0)
  const unpacked = entries.reduce((sum, entry) => sum + entry.bytes, 0)
  if (data.length > MOST_PACKED || unpacked > MOST_UNPACKED || (unpacked > SMALL && unpacked > packed * MOST_RATIO)) {
    throw new AppError('import.unreadable', { file, reason: 'tooLarge' })
  }
  const sheets = sheetNames(data, entries)
  if (sheets.length === 0) {
    throw new AppError('import.unreadable', { file, reason: 'noSheet' })
  }
  return { file, data, sheets, unpacked: Math.max(1, ...entries.map((entry) => entry.bytes)) }
}

function sheetNames(data: Buffer, entries: readonly ZipEntry[]): readonly string[] {
  const entry = entries.find(({ name }) => /^\/?xl\/workbook\.xml$/i.test(name))
  if (!entry) {
    return []
  }
  try {
    const xml = unpackEntry(data, entry, MOST_WORKBOOK_XML).toString('utf8')
    return [...xml.matchAll(/<(?:\w+:)?sheet\s[^>]*?\bname="([^"]*)"/g)].map(([, name = '']) => decodeXml(name))
  } catch {
    return []
  }
}

function decodeXml(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&')
}

/** A sheet's records in order. Sheets that put every cell into a row of its own are put together again. */
export async function* sheetRecords(workbook: Workbook, sheet: number): AsyncGenerator<SheetRecord, void> {
  let row = 0
  let lastIndex = -1
  let cells: string[] = []
  for await (const { index, values } of watched(workbook, streamXlsxRows(workbook.data, { sheet }))) {
    const texts = values.map(cellText)
    if (index === lastIndex && cells.length > 0 && texts.slice(0, cells.length).every((text) => text === '')) {
      cells = [...cells, ...texts.slice(cells.length)]
      continue
    }
    if (lastIndex >= 0) {
      yield { row, cells }
    }
    row = index > lastIndex ? index + 1 : row + 1
    lastIndex = index
    cells = texts
  }
  if (lastIndex >= 0) {
    yield { row, cells }
  }
}

/** The rows of the library, with its failures told as ours and an end to waiting. */
async function* watched<T>(workbook: Workbook, rows: AsyncGenerator<T>): AsyncGenerator<T, void> {
  let giveUp: (() => void) | undefined
  let heard = true
  const timer = setInterval(() => {
    if (!heard) {
      giveUp?.()
    }
    heard = false
  }, MOST_SILENCE_MS)
  timer.unref()
  try {
    for (;;) {
      const step = await new Promise<IteratorResult<T>>((resolve, reject) => {
        giveUp = () => reject(new AppError('import.unreadable', { file: workbook.file, reason: 'tooLarge' }))
        rows.next().then(resolve, reject)
      })
      heard = true
      if (step.done) {
        return
      }
      yield step.value
    }
  } catch (error) {
    throw error instanceof AppError
      ? error
      : new AppError('import.unreadable', { file: workbook.file, reason: 'damaged' }, { cause: error })
  } finally {
    clearInterval(timer)
    void rows.return(undefined).catch(() => undefined)
  }
}

function cellText(value: CellValue | undefined): string {
  if (value === null || value === undefined) {
    return ''
  }
  if (typeof value === 'number') {
    return numberText(value)
  }
  if (value instanceof Date) {
    return new Date(Math.round(value.getTime() / 1000) * 1000).toISOString().slice(0, 19).replace('T', ' ')
  }
  return typeof value === 'boolean' ? (value ? 'TRUE' : 'FALSE') : value
}

/** A number as a spreadsheet shows it: 15 digits, so that 0.1 + 0.2 is 0.3. */
function numberText(value: number): string {
  if (!Number.isSafeInteger(value) && Math.abs(value) >= Number.MAX_SAFE_INTEGER) {
    return value.toExponential()
  }
  if (Number.isInteger(value)) {
    return String(value)
  }
  const rounded = Number(value.toPrecision(15))
  return Math.abs(rounded) < 1e-6 ? '0' : String(rounded)
}

/** Writes records of texts and numbers as a workbook with one sheet. */
export async function writeWorkbook(
  file: string,
  sheet: string,
  records: Iterable<readonly (string | number | null)[]>,
): Promise<void> {
  const rows = function* (): Generator<CellValue[]> {
    for (const record of records) {
      yield [...record]
    }
  }
  // The two declarations of web streams (the library's and Node's) describe the same object.
  const stream = writeXlsxStream(rows(), { name: sheet }) as unknown as Parameters<typeof Readable.fromWeb>[0]
  await pipeline(Readable.fromWeb(stream), createWriteStream(file))
}
