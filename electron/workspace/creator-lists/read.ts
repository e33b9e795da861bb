/** Reads a list of creators whole: who is in it, what it says of them, what could not be read. Nothing is written. */

import { creatorId } from '../../../db/capture/derived'
import type { ListHead } from './head'
import {
  creatorEvidence,
  ListChecks,
  type ListRow,
  type ListRules,
  readListRow,
} from '../../../shared/domain/creator-lists'
import type { Currency } from '../../../shared/domain/currencies'
import type { Correction, Reject } from '../../../shared/domain/imports'
import { packValues } from '../../../shared/domain/metric-values'
import type { Table } from '../files/table-file'
import { isBlankLine, MOST_STEP_BYTES, readRows, Rejected, requireSomething, weighRows } from '../list-files/rows'
import type { Reporter } from '../progress'

const MOST_CREATORS = 200_000
const BYTES_PER_CREATOR = 190

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
  reporter: Reporter,
): Promise<ReadList> {
  const evidence = creatorEvidence(head.columns)
  await weighRows(head, (cells) => evidence.add(cells))
  // No column of such a list holds a date.
  const { separator, scales } = evidence.decide(currency, 'DMY')
  const list = new Collected({ columns: head.columns, headers: head.headers, currency, separator, scales })
  const into = {
    take: (row: number, cells: readonly string[]) => list.add(row, cells),
    isTooMuch: () => list.rows > MOST_CREATORS || list.bytes > MOST_STEP_BYTES,
  }
  await readRows(table, head, corrections, into, reporter)
  requireSomething(table, list.creators.length, list.refused)
  return list
}

class Collected implements ReadList {
  readonly rules: ListRules
  readonly creators: ReadCreator[] = []
  readonly refused = new Rejected()
  readonly checks = new ListChecks()
  rows = 0
  skipped = 0
  repeated = 0
  bytes = 0
  readonly #seen = new Map<string, string>()

  constructor(rules: ListRules) {
    this.rules = rules
  }

  get rejected(): number {
    return this.refused.count
  }

  get rejects(): readonly Reject[] {
    return this.refused.kept
  }

  add(row: number, cells: readonly string[]): void {
    const read = readListRow({ row, cells }, this.rules, this.rows === 0)
    if (read.kind === 'skip' && isBlankLine(cells)) return
    this.rows += 1
    if (read.kind === 'skip') this.skipped += 1
    else if (read.kind === 'reject') this.refused.add(read.reject)
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
      this.refused.add({ row: read.row, column, code: 'creatorRepeated', value: read.handle, cells })
      return
    }
    this.#seen.set(read.handle, packed)
    this.checks.add(read)
    this.bytes += packed.length + BYTES_PER_CREATOR
    this.creators.push({ ...read, packed, creatorId: creatorId(read.handle) })
  }
}
