/** Reads a list of creators whole: who is in it, what it says of them, what could not be read. Nothing is written. */

import { creatorId } from '../../../db/capture/derived'
import { Pacer } from '../../../db/facts/pacer'
import type { ListHead } from './head'
import {
  ListChecks,
  ListEvidence,
  type ListRow,
  type ListRules,
  readListRow,
} from '../../../shared/domain/creator-lists'
import type { Currency } from '../../../shared/domain/currencies'
import { type Correction, type Reject, REJECTS_KEPT } from '../../../shared/domain/imports'
import { cleanText } from '../../../shared/domain/import-values/text'
import { packValues } from '../../../shared/domain/metric-values'
import { AppError } from '../../../shared/errors'
import type { Table } from '../files/table-file'
import type { Reporter } from '../progress'

/** More than any platform lists at once, and less than one step of the log can hold. */
const MOST_ROWS = 200_000
/** What a step of the log may hold, with room for its ids. */
const MOST_STEP_BYTES = 44 << 20
const BYTES_PER_CREATOR = 190
const EVIDENCE_ROWS = 5000
const ROWS_PER_REPORT = 200

export interface ReadCreator extends ListRow {
  readonly creatorId: string
  /** As it is kept. */
  readonly packed: string
}

export interface ReadList {
  readonly creators: readonly ReadCreator[]
  readonly rows: number
  readonly skipped: number
  readonly repeated: number
  readonly rejected: number
  readonly rejects: readonly Reject[]
  readonly checks: ListChecks
  readonly rules: ListRules
}

export async function readList(
  table: Table,
  head: ListHead,
  currency: Currency,
  corrections: readonly Correction[],
  { report, checkWanted }: Reporter,
): Promise<ReadList> {
  const rules = await decide(head, currency)
  const corrected = byRow(corrections, head.headers)
  const pacer = new Pacer()
  const list = new Collected(rules)
  for await (const { row, cells, done } of head.view.records()) {
    if (row <= head.headerRow) continue
    list.add(row, withCorrections(cells, corrected.get(row)))
    if (list.rows > MOST_ROWS || list.bytes > MOST_STEP_BYTES) {
      throw new AppError('import.unreadable', { file: table.path, reason: 'tooLarge' })
    }
    await pacer.breathe()
    if (list.rows % ROWS_PER_REPORT === 0) {
      checkWanted()
      report({ step: 'read', done: Math.floor(done * table.sizeBytes), total: table.sizeBytes, detail: table.name })
    }
  }
  table.checkSame()
  if (list.creators.length === 0) {
    throw new AppError('import.nothingReadable', {
      file: table.name,
      rejected: list.rejected,
      firstReason: list.rejects[0]?.code ?? 'noLines',
    })
  }
  return list
}

class Collected implements ReadList {
  readonly rules: ListRules
  readonly creators: ReadCreator[] = []
  readonly rejects: Reject[] = []
  readonly checks = new ListChecks()
  rows = 0
  skipped = 0
  repeated = 0
  rejected = 0
  bytes = 0
  readonly #seen = new Map<string, string>()

  constructor(rules: ListRules) {
    this.rules = rules
  }

  add(row: number, cells: readonly string[]): void {
    const read = readListRow({ row, cells }, this.rules, this.rows === 0)
    // A blank line between two rows is no row at all.
    if (read.kind === 'skip' && cells.every((cell) => cleanText(cell) === '')) return
    this.rows += 1
    if (read.kind === 'skip') this.skipped += 1
    else if (read.kind === 'reject') this.#reject(read.reject)
    else this.#take(read.row, cells)
  }

  #take(read: ListRow, cells: readonly string[]): void {
    const packed = packValues(read.values)
    const before = this.#seen.get(read.handle)
    if (before === packed) {
      this.repeated += 1
      return
    }
    if (before !== undefined) {
      const column = this.rules.headers[this.rules.columns.indexOf('handle')] ?? ''
      this.#reject({ row: read.row, column, code: 'creatorRepeated', value: read.handle, cells })
      return
    }
    this.#seen.set(read.handle, packed)
    this.checks.add(read)
    this.bytes += packed.length + BYTES_PER_CREATOR
    this.creators.push({ ...read, packed, creatorId: creatorId(read.handle) })
  }

  #reject(reject: Reject): void {
    this.rejected += 1
    if (this.rejects.length < REJECTS_KEPT) this.rejects.push(reject)
  }
}

async function decide(head: ListHead, currency: Currency): Promise<ListRules> {
  const { columns, headers, headerRow, view } = head
  const evidence = new ListEvidence(columns)
  let weighed = 0
  for await (const { row, cells } of view.records()) {
    if (row <= headerRow) continue
    evidence.add(cells)
    weighed += 1
    if (weighed >= EVIDENCE_ROWS) break
  }
  return { columns, headers, currency, ...evidence.decide(currency) }
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
