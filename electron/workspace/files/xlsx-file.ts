/** An order export as a workbook: recognised from its first records on any sheet, read record by record as texts. */

import { recogniseHeaders, type HeaderMap } from '../../../shared/domain/import-layouts/recognise'
import type { LineReader, ReadFor, ReadStep, ReadSummary, Recognised } from '../../../shared/domain/imports'
import { RuleEvidence } from '../../../shared/domain/import-values/decisions'
import { cleanText } from '../../../shared/domain/import-values/text'
import { AppError } from '../../../shared/errors'
import type { OrderKind } from '../../../shared/domain/orders'
import { complete, currencyOf, HEADER_SCAN, unknownKind } from './recognition'
import { LineSink } from './line-sink'
import { openWorkbook, sheetRecords, type Workbook } from './xlsx-adapter'

const SHEETS_TRIED = 10
const LINES_WEIGHED = 2000
/** Lines in one step: a few milliseconds of reading. */
const LINES_PER_STEP = 1000
/** What a cell takes in a sheet's markup, roughly; for telling progress. */
const BYTES_PER_CELL = 40

interface XlsxHead {
  readonly workbook: Workbook
  readonly sheet: number
  readonly header: HeaderMap
  readonly headers: readonly string[]
  readonly headerRow: number
}

export async function inspectXlsx(file: string, kind?: OrderKind): Promise<Recognised> {
  return recognisedOf(await readXlsxHead(file, kind))
}

export async function openXlsx(file: string, readFor: ReadFor, kind?: OrderKind): Promise<LineReader> {
  const head = await readXlsxHead(file, kind)
  const { rules, warnings } = await decideRules(head, readFor)
  const sink = new LineSink(head.header, head.headers, rules, readFor, warnings)
  return { recognised: recognisedOf(head), texts: sink.stage.texts, read: (signal) => readLines(head, sink, signal) }
}

async function readXlsxHead(file: string, kind?: OrderKind): Promise<XlsxHead> {
  const workbook = await openWorkbook(file)
  const seen: (readonly string[])[] = []
  for (const sheet of workbook.sheets.slice(0, SHEETS_TRIED).keys()) {
    let scanned = 0
    for await (const { row, cells } of sheetRecords(workbook, sheet)) {
      const header = recogniseHeaders(cells, kind)
      if (header) {
        return { workbook, sheet, header: complete(file, header), headers: cells, headerRow: row }
      }
      seen.push(cells)
      scanned += 1
      if (scanned >= HEADER_SCAN) {
        break
      }
    }
  }
  if (seen.every((cells) => cells.every((cell) => cell === ''))) {
    throw new AppError('import.unreadable', { file, reason: 'empty' })
  }
  throw unknownKind(file, seen)
}

function recognisedOf({ workbook, sheet, header, headers, headerRow }: XlsxHead): Recognised {
  const { kind, language, layout } = header
  return {
    kind,
    language,
    layout: layout.name,
    container: 'xlsx',
    delimiter: null,
    encoding: null,
    sheet: workbook.sheets[sheet] ?? null,
    headerRow,
    headers: headers.map((each) => cleanText(each)),
  }
}

async function decideRules({ workbook, sheet, header, headerRow }: XlsxHead, readFor: ReadFor) {
  const evidence = new RuleEvidence(header.columns)
  let weighed = 0
  for await (const { row, cells } of sheetRecords(workbook, sheet)) {
    if (row > headerRow) {
      evidence.add(cells)
      weighed += 1
      if (weighed >= LINES_WEIGHED && !evidence.orderUnknown) {
        break
      }
    }
  }
  return evidence.decide(currencyOf(readFor), readFor.dateOrder)
}

async function* readLines(
  { workbook, sheet, headerRow }: XlsxHead,
  sink: LineSink,
  signal?: { readonly aborted: boolean },
): AsyncGenerator<ReadStep, ReadSummary> {
  const { batch } = sink.stage
  const bytesTotal = workbook.data.length
  let markup = 0
  let lines = 0
  const step = () => ({
    batch,
    bytesDone: Math.floor(bytesTotal * Math.min(0.99, markup / workbook.unpacked)),
    bytesTotal,
  })
  batch.length = 0
  for await (const { row, cells } of sheetRecords(workbook, sheet)) {
    if (row <= headerRow) {
      continue
    }
    sink.record(row, cells)
    markup += cells.length * BYTES_PER_CELL
    lines += 1
    if (sink.stage.full || lines % LINES_PER_STEP === 0) {
      yield step()
      batch.length = 0
      if (signal?.aborted) {
        throw new AppError('import.cancelled', {})
      }
    }
  }
  yield { ...step(), bytesDone: bytesTotal }
  return sink.summary()
}
