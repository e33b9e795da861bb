/**
 * Takes records of a file one by one, as cells, and makes them lines, rejects or skipped rows.
 *
 * Every line that is not plainly readable from its bytes comes through here, so the rules of refusal exist once.
 */

import type { HeaderMap } from '../../../shared/domain/import-layouts/recognise'
import { REQUIRED_COLUMNS } from '../../../shared/domain/import-layouts/layout'
import {
  REJECTS_KEPT,
  type ReadFor,
  type ReadSummary,
  type Reject,
  type RejectCode,
  type Warning,
} from '../../../shared/domain/imports'
import type { CellRules } from '../../../shared/domain/import-values/decisions'
import { normaliseHandle } from '../../../shared/domain/import-values/handles'
import { cleanText, isBlank, isSummaryCell, normaliseHeader } from '../../../shared/domain/import-values/text'
import { dayText } from '../../../shared/domain/import-values/times'
import { CellReader, cellColumn, type CellColumn } from './cell-reader'
import { BATCH_LINES, LineStage, textSlot } from './line-stage'

/** Characters of rejected rows kept in memory; beyond it, rejects carry no cells. */
const REJECT_TEXT_KEPT = 32_000_000
const UNKNOWN_TYPES_TOLD = 20

export class LineSink {
  readonly stage: LineStage
  readonly reader: CellReader
  /** One per header of the file; null where nothing is read. */
  readonly columns: readonly (CellColumn | null)[]
  readonly headers: readonly string[]
  readonly #keys: readonly string[]
  readonly #ids: readonly number[]
  readonly #corrections: ReadonlyMap<number, ReadonlyMap<number, string>>
  readonly #warnings: Warning[]
  readonly #rejects: Reject[] = []
  #rejectText = 0
  #lines = 0
  #skipped = 0
  #rejected = 0
  #isFirst = true

  constructor(
    header: HeaderMap,
    headers: readonly string[],
    rules: CellRules,
    readFor: ReadFor,
    warnings: readonly Warning[],
    capacity = BATCH_LINES,
  ) {
    this.stage = new LineStage(capacity)
    this.headers = headers.map((each) => cleanText(each))
    this.#keys = headers.map(normaliseHeader)
    this.reader = new CellReader(this.stage, rules)
    const required = REQUIRED_COLUMNS[header.kind]
    this.columns = header.columns.map((column) =>
      column === null ? null : cellColumn(column, required.includes(column)),
    )
    this.#ids = header.columns.flatMap((column, at) =>
      column === 'orderId' || column === 'productId' || column === 'skuId' ? [at] : [],
    )
    this.#corrections = indexCorrections(readFor, this.#keys)
    this.#warnings = [...warnings, ...headerWarnings(header)]
    this.#presetAbsent(header, rules, readFor)
  }

  /** What a file does not say holds for all of its lines: the shop's currency, the creator it was exported by. */
  #presetAbsent(header: HeaderMap, rules: CellRules, readFor: ReadFor): void {
    const { codes, tables } = this.stage
    const preset = (slot: number, text: string) => {
      codes[slot] = tables[slot]?.add(text) ?? -1
    }
    if (!header.columns.includes('currency')) {
      preset(textSlot('currency'), rules.currency.code)
    }
    if (!header.columns.includes('creator')) {
      const creator = normaliseHandle(readFor.creator ?? '')
      if (creator === '') {
        this.#warnings.push({ code: 'creatorNotInFile', detail: header.layout.name })
      } else {
        preset(textSlot('creator'), creator)
      }
    }
  }

  /** Whether a person corrected cells of this record, so that its bytes are not the last word. */
  isCorrected(row: number): boolean {
    return this.#corrections.size > 0 && this.#corrections.has(row)
  }

  /** Counts a line that the byte scanner staged whole. */
  take(row: number): void {
    this.#isFirst = false
    this.#lines += 1
    this.stage.commit(row)
  }

  /** One record as text. `cutOff`: the file ends inside it. Blank records count for nothing. */
  record(row: number, given: readonly string[], cutOff = false): void {
    const cells = this.#corrected(row, given)
    if (cells.every((cell) => isBlank(cleanText(cell)))) {
      return
    }
    if (this.#isSkipped(cells)) {
      this.#skipped += 1
    } else if (this.#read(row, cells, cutOff)) {
      this.take(row)
    }
    this.#isFirst = false
  }

  #corrected(row: number, cells: readonly string[]): readonly string[] {
    const corrections = this.#corrections.get(row)
    if (!corrections) {
      return cells
    }
    const corrected = [...cells]
    for (const [at, value] of corrections) {
      while (corrected.length <= at) {
        corrected.push('')
      }
      corrected[at] = value
    }
    return corrected
  }

  /** Sums of other rows, the header again, and the row of definitions that some exports carry under the header. */
  #isSkipped(cells: readonly string[]): boolean {
    const ids = this.#ids.map((at) => cleanText(cells[at] ?? ''))
    if (ids.every((id) => /^\d{6,}$/.test(id))) {
      return false
    }
    const first = cells.find((cell) => !isBlank(cleanText(cell))) ?? ''
    if (isSummaryCell(first) || ids.some(isSummaryCell)) {
      return true
    }
    if (this.#ids.every((at) => normaliseHeader(cells[at] ?? '') === this.#keys[at])) {
      return true
    }
    return this.#isFirst && ids.every((id) => !/\d/.test(id)) && ids.some((id) => !isBlank(id))
  }

  #read(row: number, cells: readonly string[], cutOff: boolean): boolean {
    const { columns } = this
    if (cutOff && cells.length < columns.length) {
      return this.#reject(row, cells.length - 1, 'tooFewCells', cells)
    }
    for (let at = 0; at < columns.length; at += 1) {
      const column = columns[at]
      if (column) {
        const code = this.reader.read(column, cells[at] ?? '')
        if (code !== null) {
          return this.#reject(row, at, at >= cells.length ? 'tooFewCells' : code, cells)
        }
      }
    }
    // More cells than headers: a separator inside an unquoted text has moved everything behind it.
    if (cells.slice(columns.length).some((cell) => !isBlank(cleanText(cell)))) {
      return this.#reject(row, columns.length - 1, 'tooManyCells', cells)
    }
    return true
  }

  #reject(row: number, at: number, code: RejectCode, cells: readonly string[]): false {
    this.#rejected += 1
    if (this.#rejects.length < REJECTS_KEPT) {
      const kept = this.#rejectText < REJECT_TEXT_KEPT ? [...cells] : []
      this.#rejectText += kept.reduce((sum, cell) => sum + cell.length, 0)
      this.#rejects.push({
        row,
        column: this.headers[at] ?? '',
        code,
        value: (cells[at] ?? '').slice(0, 1000),
        cells: kept,
      })
    }
    return false
  }

  summary(): ReadSummary {
    const { firstCreated, lastCreated, latestSecond } = this.stage
    const warnings = [...this.#warnings]
    const types = [...this.stage.unknownTypes]
      .sort((a, b) => a - b)
      .map((at) => this.reader.unknownContentTypes[at] ?? '')
    for (const detail of new Set(types.slice(0, UNKNOWN_TYPES_TOLD))) {
      warnings.push({ code: 'unknownContentType', detail })
    }
    return {
      rows: this.#lines + this.#skipped + this.#rejected,
      skipped: this.#skipped,
      rejected: this.#rejected,
      rejects: this.#rejects,
      warnings,
      period: Number.isNaN(firstCreated) ? null : { from: dayText(firstCreated), to: dayText(lastCreated) },
      latestSecond: Number.isNaN(latestSecond) ? null : latestSecond,
    }
  }
}

function headerWarnings(header: HeaderMap): Warning[] {
  return [
    ...header.unknown.map((detail): Warning => ({ code: 'unknownColumn', detail: cleanText(detail) })),
    ...header.missingOptional.map((detail): Warning => ({ code: 'missingOptionalColumn', detail })),
  ]
}

function indexCorrections(readFor: ReadFor, keys: readonly string[]): ReadonlyMap<number, ReadonlyMap<number, string>> {
  const byRow = new Map<number, Map<number, string>>()
  for (const { row, column, value } of readFor.corrections) {
    const at = keys.indexOf(normaliseHeader(column))
    if (at >= 0) {
      const cells = byRow.get(row) ?? new Map<number, string>()
      byRow.set(row, cells.set(at, value))
    }
  }
  return byRow
}
