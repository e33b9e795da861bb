/** The rows of a list, whatever it lists: behind its header, as they were corrected, slice by slice. Nothing is written. */

import { Pacer } from '../../../db/facts/pacer'
import { type Correction, type Reject, REJECTS_KEPT } from '../../../shared/domain/imports'
import { cleanText } from '../../../shared/domain/import-values/text'
import { AppError } from '../../../shared/errors'
import type { Table, TableView } from '../files/table-file'
import type { Reporter } from '../progress'

/** More than any platform lists at once. */
export const MOST_ROWS = 250_000
/** What a step of the log may hold, with room for its ids. */
export const MOST_STEP_BYTES = 44 << 20
/** Rows looked at before the first is read. */
const EVIDENCE_ROWS = 5000
const ROWS_PER_REPORT = 200

/** Where the rows of a table begin. */
export interface Headed {
  readonly view: TableView
  /** Row of the header as a spreadsheet counts. */
  readonly headerRow: number
  readonly headers: readonly string[]
}

/** Shows the first rows behind the header to whoever weighs them. */
export async function weighRows({ view, headerRow }: Headed, add: (cells: readonly string[]) => void): Promise<void> {
  let weighed = 0
  for await (const { row, cells } of view.records()) {
    if (row <= headerRow) continue
    add(cells)
    weighed += 1
    if (weighed >= EVIDENCE_ROWS) return
  }
}

/** Hands every row behind the header over, blank lines too; `isTooMuch` is asked after each. */
export async function readRows(
  table: Table,
  { view, headerRow, headers }: Headed,
  corrections: readonly Correction[],
  {
    take,
    isTooMuch,
  }: {
    readonly take: (row: number, cells: readonly string[]) => void
    readonly isTooMuch: () => boolean
  },
  { report, checkWanted }: Reporter,
): Promise<void> {
  const corrected = byRow(corrections, headers)
  const pacer = new Pacer()
  let rows = 0
  for await (const { row, cells, done } of view.records()) {
    if (row <= headerRow) continue
    take(row, withCorrections(cells, corrected.get(row)))
    rows += 1
    if (rows > MOST_ROWS || isTooMuch())
      throw new AppError('import.unreadable', { file: table.path, reason: 'tooLarge' })
    await pacer.breathe()
    if (rows % ROWS_PER_REPORT === 0) {
      checkWanted()
      report({ step: 'read', done: Math.floor(done * table.sizeBytes), total: table.sizeBytes, detail: table.name })
    }
  }
  table.checkSame()
}

/** Refuses a list of which nothing could be read, with the first reason. */
export function requireSomething(table: Table, found: number, { count, kept }: Rejected): void {
  if (found > 0) return
  throw new AppError('import.nothingReadable', {
    file: table.name,
    rejected: count,
    firstReason: kept[0]?.code ?? 'noLines',
  })
}

/** Rows that were left out: all counted, the first ones kept. */
export class Rejected {
  readonly kept: Reject[] = []
  count = 0

  add(reject: Reject): void {
    this.count += 1
    if (this.kept.length < REJECTS_KEPT) this.kept.push(reject)
  }
}

/** A line without anything between two rows is no row at all. */
export function isBlankLine(cells: readonly string[]): boolean {
  return cells.every((cell) => cleanText(cell) === '')
}

/** By row: what stands in which column instead. */
function byRow(
  corrections: readonly Correction[],
  headers: readonly string[],
): ReadonlyMap<number, ReadonlyMap<number, string>> {
  const rows = new Map<number, Map<number, string>>()
  for (const { row, column, value } of corrections) {
    const at = headers.indexOf(column)
    if (at < 0) continue
    const cells = rows.get(row) ?? new Map<number, string>()
    rows.set(row, cells.set(at, value))
  }
  return rows
}

function withCorrections(
  cells: readonly string[],
  corrected: ReadonlyMap<number, string> | undefined,
): readonly string[] {
  if (corrected === undefined) return cells
  const length = Math.max(cells.length, ...[...corrected.keys()].map((at) => at + 1))
  return Array.from({ length }, (_, at) => corrected.get(at) ?? cells[at] ?? '')
}
