/**
 * Any table, record by record: a workbook's sheets, delimited text under each delimiter, or a table pasted from a spreadsheet.
 *
 * Nothing is known yet of what it holds; whoever asks looks at the first records and chooses a view.
 */

import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

import { sha256OfFile } from '../../../db/file-hash'
import { AppError } from '../../../shared/errors'
import { CsvChunks, isLiteral } from './csv-chunks'
import { readRecord } from './csv-records'
import { type Head, readHead } from './open-file'
import { HEADER_SCAN } from './recognition'
import { detectFormat, type TextFormat, TextSource } from './text-source'
import { openWorkbook, type SheetRecord, sheetRecords, type Workbook } from './xlsx-adapter'

const SHEETS_TRIED = 10
const DELIMITERS = [',', ';', '\t'] as const
/** A pasted table is what a clipboard holds, not a database. */
const MOST_PASTED = 32 << 20
const MOST_PASTED_CELLS = 1_000_000
const BYTES_PER_CELL = 40

export interface TableRecord extends SheetRecord {
  /** How much of the table is read behind it, 0 to 1. */
  readonly done: number
}

/** One way to see a file as a table. */
export interface TableView {
  readonly sheet: string | null
  readonly delimiter: string | null
  /** The first records, blank ones too. */
  readonly head: readonly SheetRecord[]
  records(): AsyncGenerator<TableRecord, void>
}

export interface Table {
  readonly name: string
  /** Where it is read from; the name for a pasted one. */
  readonly path: string
  readonly container: 'csv' | 'xlsx'
  readonly sizeBytes: number
  /** UTC epoch ms; null for a pasted table. */
  readonly modifiedAt: number | null
  /** SHA-256 (hex) of the bytes. */
  readonly content: string
  readonly encodingCertain: boolean
  readonly views: readonly TableView[]
  /** Refuses where the file is no longer the one that was opened. */
  readonly checkSame: () => void
}

/** Opens a file as a table; refuses with `import.unreadable` what is none. */
export async function openTable(file: string): Promise<Table> {
  const head = readHead(file)
  const stat = fs.statSync(file)
  const content = await sha256OfFile(file)
  const shared = {
    name: path.basename(file),
    path: file,
    container: head.container,
    sizeBytes: stat.size,
    modifiedAt: Math.round(stat.mtimeMs),
    content,
    checkSame: () => {
      const now = fs.statSync(file, { throwIfNoEntry: false })
      if (now?.mtimeMs !== stat.mtimeMs || now.size !== stat.size) {
        throw new AppError('import.unreadable', { file, reason: 'changed' })
      }
    },
  }
  if (head.container === 'xlsx') return { ...shared, encodingCertain: true, views: await sheetViews(file) }
  const format = detectFormat(head.bytes, file, head.whole)
  return { ...shared, encodingCertain: format.certain, views: textViews(file, format, head) }
}

/** A table as a spreadsheet's clipboard has it: cells between tabs; refuses what no clipboard should hold. */
export function pastedTable(name: string, text: string): Table {
  const bytes = Buffer.from(text.endsWith('\n') ? text : `${text}\n`)
  const cells = text.split('\t').length + text.split('\n').length
  if (bytes.length > MOST_PASTED || cells > MOST_PASTED_CELLS) {
    throw new AppError('import.unreadable', { file: name, reason: 'tooLarge' })
  }
  if (text.trim() === '') throw new AppError('import.unreadable', { file: name, reason: 'empty' })
  const records = function* (delimiter: string): Generator<TableRecord, void> {
    let at = 0
    for (let row = 1; at < bytes.length; row += 1) {
      const record = readRecord(bytes, at, bytes.length, delimiter.charCodeAt(0), true)
      if (record === null) return
      at = record.next
      yield { row, cells: record.cells, done: at / bytes.length }
    }
  }
  return {
    name,
    path: name,
    container: 'csv',
    sizeBytes: bytes.length,
    modifiedAt: null,
    content: createHash('sha256').update(bytes).digest('hex'),
    encodingCertain: true,
    checkSame: () => undefined,
    views: ['\t', ',', ';'].map((delimiter) => ({
      sheet: null,
      delimiter,
      head: firstOf(records(delimiter)),
      async *records() {
        yield* records(delimiter)
      },
    })),
  }
}

async function sheetViews(file: string): Promise<TableView[]> {
  const workbook = await openWorkbook(file)
  const views: TableView[] = []
  for (const [sheet, name] of workbook.sheets.slice(0, SHEETS_TRIED).entries()) {
    const head: SheetRecord[] = []
    for await (const record of sheetRecords(workbook, sheet)) {
      head.push(record)
      if (head.length >= HEADER_SCAN) break
    }
    views.push({ sheet: name, delimiter: null, head, records: () => rowsOf(workbook, sheet) })
  }
  return views
}

async function* rowsOf(workbook: Workbook, sheet: number): AsyncGenerator<TableRecord, void> {
  let markup = 0
  for await (const { row, cells } of sheetRecords(workbook, sheet)) {
    markup += cells.length * BYTES_PER_CELL
    yield { row, cells, done: Math.min(0.99, markup / workbook.unpacked) }
  }
}

function textViews(file: string, format: TextFormat, head: Head): TableView[] {
  return DELIMITERS.map((delimiter) => ({
    sheet: null,
    delimiter,
    head: head.bytes.length === 0 ? [] : firstOf(linesOf(file, format, delimiter)),
    async *records() {
      yield* linesOf(file, format, delimiter)
    },
  }))
}

function firstOf(records: Generator<TableRecord, void>): SheetRecord[] {
  const first: SheetRecord[] = []
  for (const { row, cells } of records) {
    first.push({ row, cells })
    if (first.length >= HEADER_SCAN) break
  }
  return first
}

function* linesOf(file: string, format: TextFormat, delimiter: string): Generator<TableRecord, void> {
  const source = new TextSource(file, format)
  try {
    const chunks = new CsvChunks(source)
    let row = 0
    for (let window = chunks.next(); window; window = chunks.next()) {
      let at = window.start
      while (at < window.limit) {
        const record = readRecord(window.bytes, at, window.limit, delimiter.charCodeAt(0), isLiteral(window, at))
        if (record === null) break
        row += 1
        at = record.next
        yield { row, cells: record.cells, done: Math.min(1, source.done / Math.max(1, source.size)) }
      }
      chunks.consume(at)
    }
  } finally {
    source.close()
  }
}
