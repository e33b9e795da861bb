/**
 * An order export as delimited text: recognised from its first records, its rules decided from a sample, its lines read
 * in steps of a few milliseconds.
 */

import { recogniseHeaders, type HeaderMap } from '../../../shared/domain/import-layouts/recognise'
import type { LineReader, ReadFor, ReadStep, ReadSummary, Recognised, Warning } from '../../../shared/domain/imports'
import { RuleEvidence, type CellRules } from '../../../shared/domain/import-values/decisions'
import { cleanText } from '../../../shared/domain/import-values/text'
import { AppError } from '../../../shared/errors'
import type { OrderKind } from '../../../shared/domain/orders'
import { CsvChunks, isLiteral, newRoom } from './csv-chunks'
import { NEWLINE, readRecord } from './csv-records'
import { CsvScanner } from './csv-scanner'
import { LineSink } from './line-sink'
import { complete, currencyOf, HEADER_SCAN, unknownKind } from './recognition'
import { TextSource, type TextFormat } from './text-source'

/** Files up to here are weighed whole; of longer ones the head and places all over. */
const WEIGHED_WHOLE = 512 << 10
const HEAD_WEIGHED = 64 << 10
const PLACE_WEIGHED = 16 << 10
const PLACES = 8
const MOST_ROWS = 20_000_000
const LINES_PER_SLICE = 500

const DELIMITERS = [',', ';', '\t'] as const
type Delimiter = (typeof DELIMITERS)[number]

export interface CsvHead {
  readonly file: string
  readonly header: HeaderMap
  readonly headers: readonly string[]
  /** Record number of the header row. */
  readonly headerRow: number
  readonly delimiter: Delimiter
  readonly format: TextFormat
}

/** Finds the header among the first records under each delimiter. Refuses what is not an order export. */
export function readCsvHead(file: string, format: TextFormat, kind?: OrderKind): CsvHead {
  const records = withSource(file, format, (source) => {
    const window = new CsvChunks(source).next()
    return DELIMITERS.map((delimiter) => (window ? firstRecords(window.bytes, window.limit, delimiter) : []))
  })
  for (const [at, delimiter] of DELIMITERS.entries()) {
    for (const [index, headers] of (records[at] ?? []).entries()) {
      const header = recogniseHeaders(headers, kind)
      if (header) {
        return { file, header: complete(file, header), headers, headerRow: index + 1, delimiter, format }
      }
    }
  }
  throw unknownKind(file, records.flat())
}

function firstRecords(bytes: Buffer, limit: number, delimiter: string): readonly (readonly string[])[] {
  const records: (readonly string[])[] = []
  let at = 0
  while (at < limit && records.length < HEADER_SCAN) {
    const record = readRecord(bytes, at, limit, delimiter.charCodeAt(0), true)
    if (!record) {
      break
    }
    records.push(record.cells)
    at = record.next
  }
  return records
}

export function recognisedOf(head: CsvHead): Recognised {
  const { header, headers, headerRow, delimiter, format } = head
  const { kind, language, layout } = header
  return {
    kind,
    language,
    layout: layout.name,
    container: 'csv',
    delimiter,
    encoding: format.encoding,
    sheet: null,
    headerRow,
    headers: headers.map((each) => cleanText(each)),
  }
}

/** A reader of the file's lines. `texts` grow while `read` runs; `read` can be called once. */
export async function openCsv(head: CsvHead, readFor: ReadFor): Promise<LineReader> {
  // One for all walks of the file: a room for each would keep the garbage collector busy.
  const room = newRoom()
  const { rules, warnings } = await decideRules(head, readFor, room)
  const assumed: Warning[] = head.format.certain ? [] : [{ code: 'encodingAssumed', detail: head.format.encoding }]
  const sink = new LineSink(head.header, head.headers, rules, readFor, [...assumed, ...warnings])
  return {
    recognised: recognisedOf(head),
    texts: sink.stage.texts,
    read: (signal) => readLines(head, sink, rules, room, signal),
  }
}

function* readLines(
  head: CsvHead,
  sink: LineSink,
  rules: CellRules,
  room: Buffer,
  signal?: { readonly aborted: boolean },
): Generator<ReadStep, ReadSummary> {
  const source = new TextSource(head.file, head.format)
  try {
    const chunks = new CsvChunks(source, room)
    const scanner = new CsvScanner(sink, rules, head.delimiter.charCodeAt(0), head.headerRow)
    const { batch } = sink.stage
    let isHead = true
    for (let window = chunks.next(); window; window = chunks.next()) {
      let { start } = window
      if (isHead) {
        start = behindRecords(window.bytes, window.limit, head)
        isHead = false
      }
      do {
        batch.length = 0
        start = scanner.scan({ ...window, start })
        yield { batch, bytesDone: Math.min(source.done, source.size), bytesTotal: source.size }
        if (scanner.row > MOST_ROWS) {
          throw new AppError('import.unreadable', { file: head.file, reason: 'tooLarge' })
        }
        if (signal?.aborted) {
          throw new AppError('import.cancelled', {})
        }
      } while (sink.stage.full && start < window.limit)
      chunks.consume(start)
    }
    return sink.summary()
  } finally {
    source.close()
  }
}

/** The offset behind the header record. */
function behindRecords(bytes: Buffer, limit: number, { headerRow, delimiter }: CsvHead): number {
  let at = 0
  for (let row = 0; row < headerRow; row += 1) {
    at = readRecord(bytes, at, limit, delimiter.charCodeAt(0), true)?.next ?? limit
  }
  return at
}

async function decideRules(head: CsvHead, readFor: ReadFor, room: Buffer) {
  const weigh = (from: number, length: number) => weighFrom(head, evidence, from, length, room)
  const evidence = new RuleEvidence(head.header.columns)
  const { size } = withSource(head.file, head.format, ({ size: bytes }) => ({ size: bytes }))
  const whole = size <= WEIGHED_WHOLE
  await weigh(head.format.skip, whole ? Infinity : HEAD_WEIGHED)
  if (!whole && head.format.encoding === 'utf-8') {
    for (let place = 1; place <= PLACES; place += 1) {
      await weigh(Math.floor(((size - PLACE_WEIGHED) * place) / PLACES), PLACE_WEIGHED)
    }
  }
  if (!whole && evidence.orderUnknown) {
    await weigh(head.format.skip, Infinity)
  }
  return evidence.decide(currencyOf(readFor), readFor.dateOrder)
}

/** Weighs whole records from a byte of the file on. From within a file, the first record may be a part and is left out. */
async function weighFrom(
  head: CsvHead,
  evidence: RuleEvidence,
  from: number,
  length: number,
  room: Buffer,
): Promise<void> {
  const source = new TextSource(head.file, head.format, from)
  const columns = head.header.columns.length
  try {
    const chunks = new CsvChunks(source, room)
    let skipFirst = from > head.format.skip
    for (let window = chunks.next(); window && source.done - from <= length + (1 << 19); window = chunks.next()) {
      let at = window.start
      const stop = Math.min(window.limit, window.start + length)
      if (skipFirst) {
        at = window.bytes.indexOf(NEWLINE, at) + 1
        skipFirst = false
      }
      for (let lines = 0; at < stop; lines += 1) {
        const record = readRecord(window.bytes, at, window.limit, head.delimiter.charCodeAt(0), isLiteral(window, at))
        if (!record) {
          break
        }
        if (record.cells.length === columns) {
          evidence.add(record.cells)
        }
        at = record.next
        if (lines % LINES_PER_SLICE === LINES_PER_SLICE - 1) {
          await new Promise<void>((resolve) => void setImmediate(resolve))
        }
      }
      if (length !== Infinity) {
        break
      }
      chunks.consume(at)
    }
  } finally {
    source.close()
  }
}

function withSource<T>(file: string, format: TextFormat, read: (source: TextSource) => T): T {
  const source = new TextSource(file, format)
  try {
    return read(source)
  } finally {
    source.close()
  }
}
