/**
 * An income file of the platform: a workbook's sheets (order details, payouts, statements) or one of them as delimited text.
 *
 * Every sheet that holds income lines is read, in the file's order. A sheet of order lines most of which do not add up is
 * refused with the whole file: its columns are not what their headers say.
 */

import { findCurrency } from '../../../shared/domain/currencies'
import {
  type Correction,
  type ReadFor,
  type ReadSummary,
  type Reject,
  REJECTS_KEPT,
  type Warning,
} from '../../../shared/domain/imports'
import { dayText } from '../../../shared/domain/import-values/times'
import { cleanText } from '../../../shared/domain/import-values/text'
import { fitsShifted, IncomeEvidence } from '../../../shared/domain/income/decisions'
import type { IncomeLine } from '../../../shared/domain/income/line'
import { IncomeCells, type IncomeRules, readIncome } from '../../../shared/domain/income/read'
import { type IncomeHeaderMap, recogniseIncome } from '../../../shared/domain/income/recognise'
import { AppError } from '../../../shared/errors'
import { openTable, type Table, type TableView } from './table-file'

const LINES_WEIGHED = 2000
const LINES_PER_STEP = 500
/** Of fewer lines nobody can say that they are shifted; they are refused one by one. */
const FEWEST_FAILED = 3

interface Sheet {
  readonly view: TableView
  readonly header: IncomeHeaderMap
  readonly headerRow: number
  /** In front of a column's name where the file has several sheets and this is not the first of them; else ''. */
  readonly prefix: string
}

export interface IncomeFile {
  readonly table: Table
  readonly sheets: readonly [Sheet, ...Sheet[]]
  readonly layout: string
  /** Of the first sheet, as the file spells them. */
  readonly headers: readonly string[]
  /** What the first lines say; null where they do not. */
  readonly currency: string | null
  /** Order ids of the first lines. */
  readonly firstIds: readonly string[]
}

/** Opens an income file; null where the file is none. Refuses with `import.missingColumns` one that lacks what it needs. */
export async function openIncomeFile(path: string): Promise<IncomeFile | null> {
  const table = await openTable(path)
  const sheets = sheetsOf(table)
  const [first] = sheets
  if (first === undefined) return null
  for (const { header } of sheets) {
    const columns = [...header.missingRequired]
    if (columns.length > 0) throw new AppError('import.missingColumns', { file: path, kind: 'income', columns })
  }
  const behind = first.view.head.filter(({ row }) => row > first.headerRow)
  const cells = new IncomeCells(first.header)
  const texts = (column: 'currency' | 'id') => behind.map((each) => cells.take(each.cells).text(column))
  return {
    table,
    sheets: [first, ...sheets.slice(1)],
    layout: first.header.layout.name,
    headers: headersOf(first),
    currency:
      texts('currency')
        .find((code) => findCurrency(code.toUpperCase()) !== null)
        ?.toUpperCase() ?? null,
    firstIds: texts('id').filter((id) => /^\d{6,20}$/.test(id)),
  }
}

/** Sheets of orders first: what the file is about, whatever stands before them. Of text, the delimiter that fits. */
function sheetsOf({ views, container }: Table): Sheet[] {
  const found = views.flatMap((view) => {
    for (const { row, cells } of view.head) {
      const header = recogniseIncome(cells)
      if (header !== null) return [{ view, header, headerRow: row }]
    }
    return []
  })
  const kept = container === 'csv' ? found.slice(0, 1) : found
  const rank = ({ header: { layout } }: (typeof kept)[number]) =>
    layout.part === 'orders' ? 0 : layout.part === 'toSettle' ? 1 : 2
  return kept
    .toSorted((a, b) => rank(a) - rank(b))
    .map((sheet, at) => ({ ...sheet, prefix: at === 0 ? '' : `${sheet.view.sheet ?? ''}: ` }))
}

function headersOf({ view, headerRow }: Sheet): string[] {
  return (view.head.find(({ row }) => row === headerRow)?.cells ?? []).map((cell) => cleanText(cell))
}

/** One step of reading. */
export interface IncomeStep {
  readonly lines: readonly IncomeLine[]
  /** How much of the file is read, 0 to 1. */
  readonly done: number
}

/** Reads all sheets; refuses with `import.doesNotAddUp` a file whose columns are not what their headers say. */
export async function* readIncomeFile(
  file: IncomeFile,
  readFor: ReadFor,
  signal?: { readonly aborted: boolean },
): AsyncGenerator<IncomeStep, ReadSummary> {
  const tally = new Tally(file.table.path)
  if (!file.table.encodingCertain) tally.warnings.push({ code: 'encodingAssumed', detail: '' })
  for (const [at, sheet] of file.sheets.entries()) {
    const rules = await rulesOf(sheet, readFor, tally)
    const reader = new SheetReader(sheet, rules, readFor, tally)
    let lines: IncomeLine[] = []
    for await (const { row, cells, done } of sheet.view.records()) {
      if (row <= sheet.headerRow) continue
      const line = reader.read(row, cells)
      if (line !== null) lines.push(line)
      if (lines.length >= LINES_PER_STEP) {
        yield { lines, done: (at + done) / file.sheets.length }
        lines = []
        if (signal?.aborted === true) throw new AppError('import.cancelled', {})
      }
    }
    reader.finish()
    yield { lines, done: (at + 1) / file.sheets.length }
  }
  return tally.summary()
}

async function rulesOf({ view, header, headerRow }: Sheet, readFor: ReadFor, tally: Tally): Promise<IncomeRules> {
  const currency = findCurrency(readFor.currency)
  if (currency === null) throw new Error(`no currency ${readFor.currency}`)
  const evidence = new IncomeEvidence(header, currency)
  let weighed = 0
  for await (const { row, cells } of view.records()) {
    if (row <= headerRow) continue
    evidence.add(cells)
    weighed += 1
    if (weighed >= LINES_WEIGHED) break
  }
  const { rules, warnings } = evidence.decide(readFor.dateOrder)
  tally.warnings.push(...warnings)
  return rules
}

class SheetReader {
  readonly #sheet: Sheet
  readonly #rules: IncomeRules
  readonly #currency: string
  readonly #tally: Tally
  readonly #cells: IncomeCells
  readonly #corrections = new Map<number, Correction[]>()
  #lines = 0
  #failed = 0
  #shifted = 0

  constructor(sheet: Sheet, rules: IncomeRules, { currency, corrections }: ReadFor, tally: Tally) {
    this.#sheet = sheet
    this.#rules = rules
    this.#currency = currency
    this.#tally = tally
    this.#cells = new IncomeCells(sheet.header)
    for (const correction of corrections) {
      const known = this.#corrections.get(correction.row)
      if (known === undefined) this.#corrections.set(correction.row, [correction])
      else known.push(correction)
    }
  }

  read(row: number, record: readonly string[]): IncomeLine | null {
    if (record.every((cell) => cell.trim() === '')) return null
    const cells = this.#corrected(row, record)
    const read = readIncome(this.#cells.take(cells), row, this.#rules, this.#currency)
    this.#tally.rows += 1
    if (read === 'skip') {
      this.#tally.skipped += 1
      return null
    }
    this.#lines += 1
    if ('line' in read) {
      this.#tally.take(read.line)
      return read.line
    }
    this.#failed += 1
    if (fitsShifted(this.#cells, this.#rules)) this.#shifted += 1
    if (read.reject === 'sumDiffers') this.#sums += 1
    this.#tally.reject({ row, column: this.#sheet.prefix + read.column, code: read.reject, value: read.value, cells })
    return null
  }

  #sums = 0

  /** Refuses where the sheet as a whole is not what its headers say. */
  finish(): void {
    const { part } = this.#sheet.header.layout
    const [lines, failed] = [this.#lines, this.#failed]
    const wrong = Math.max(this.#shifted, this.#sums)
    if (part !== 'orders' || failed < FEWEST_FAILED || failed * 2 <= lines || wrong * 2 <= failed) return
    throw new AppError('import.doesNotAddUp', {
      file: this.#tally.file,
      lines,
      failed,
      shifted: this.#shifted * 2 > failed,
    })
  }

  #corrected(row: number, record: readonly string[]): readonly string[] {
    const corrections = this.#corrections.get(row)
    if (corrections === undefined) return record
    const { header, prefix } = this.#sheet
    const cells = [...record]
    for (const { column, value } of corrections) {
      const filled = [...header.headers].find(([, spelled]) => prefix + spelled === column)?.[0]
      const at = filled === undefined ? -1 : header.columns.indexOf(filled)
      if (at >= 0) cells[at] = value
    }
    return cells
  }
}

/** What is counted over all sheets. */
class Tally {
  readonly file: string
  readonly warnings: Warning[] = []
  readonly #rejects: Reject[] = []
  rows = 0
  skipped = 0
  #rejected = 0
  #first = Infinity
  #last = -Infinity

  constructor(file: string) {
    this.file = file
  }

  take({ settled }: IncomeLine): void {
    if (settled < this.#first) this.#first = settled
    if (settled > this.#last) this.#last = settled
  }

  reject(reject: Reject): void {
    this.#rejected += 1
    if (this.#rejects.length < REJECTS_KEPT) this.#rejects.push(reject)
  }

  summary(): ReadSummary {
    const known = this.#last >= this.#first
    return {
      rows: this.rows,
      skipped: this.skipped,
      rejected: this.#rejected,
      rejects: this.#rejects,
      warnings: this.warnings,
      period: known ? { from: dayText(this.#first * 86_400), to: dayText(this.#last * 86_400) } : null,
      latestSecond: known ? this.#last * 86_400 : null,
    }
  }
}
