/**
 * Reads lines of an order export straight from their bytes: numbers, ids and times without a string in between, repeated
 * texts by their bytes.
 *
 * It reads only what is written the platform's plain way. Any other cell goes through `CellReader`, any other record
 * through `LineSink.record`, so its results are those of the generic path, only sooner.
 */
/* One hot loop per idea; cutting it into calls costs a third of its speed. Non-null assertions: a line end is the sentinel
   of every loop, and column arrays have one entry per header. */
/* oxlint-disable max-lines-per-function */

import type { CellRules } from '../../../shared/domain/import-values/decisions'
import { ByteInterner, UNKNOWN } from './byte-interner'
import type { CellColumn } from './cell-reader'
import type { Window } from './csv-chunks'
import { NEWLINE, readCellAt, readRecord } from './csv-records'
import type { LineSink } from './line-sink'
import { FLAG_BLANK } from './line-stage'
import {
  CODE,
  COUNT,
  ID,
  kindOf,
  MONEY,
  PlainTimes,
  plainCount,
  plainId,
  plainMoneyFor,
  plainRate,
  RATE,
  SKIP,
  SLOW,
  TIME,
} from './plain-cells'

const QUOTE = 34

export class CsvScanner {
  /** The number of the record read last. */
  row: number
  readonly #sink: LineSink
  readonly #delimiter: number
  readonly #kinds: Uint8Array
  readonly #slots: Int32Array
  readonly #flagSlots: Int32Array
  readonly #required: Uint8Array
  readonly #bareRates: Uint8Array
  readonly #interners: readonly ByteInterner[]
  readonly #columns: readonly (CellColumn | null)[]
  readonly #times: PlainTimes
  readonly #money: ReturnType<typeof plainMoneyFor>

  constructor(sink: LineSink, rules: CellRules, delimiter: number, headerRow: number) {
    this.#sink = sink
    this.#delimiter = delimiter
    this.row = headerRow
    const { columns } = sink
    this.#columns = columns
    this.#kinds = Uint8Array.from(columns, (each) => kindOf(each, rules))
    this.#slots = Int32Array.from(columns, (each) => each?.slot ?? 0)
    this.#flagSlots = Int32Array.from(columns, (each) => each?.flagSlot ?? -1)
    this.#required = Uint8Array.from(columns, (each) => (each?.required ? 1 : 0))
    this.#bareRates = Uint8Array.from(columns, (each) => (each && rules.scales.get(each.column) === 'fraction' ? 0 : 1))
    this.#interners = columns.map(() => new ByteInterner())
    this.#times = new PlainTimes(rules.dateOrder)
    this.#money = plainMoneyFor(rules.currency)
  }

  /** Reads records of the window until its end or until the batch is full; answers where the first unread record starts. */
  scan({ bytes, start, limit, literal, cutOff }: Window): number {
    const columnCount = this.#kinds.length
    let at = start
    while (at < limit && !this.#sink.stage.full) {
      const row = this.row + 1
      const next = this.#sink.isCorrected(row) ? -1 : this.#fastRecord(bytes, at, limit, columnCount)
      if (next >= 0) {
        this.row = row
        this.#sink.take(row)
        at = next
        continue
      }
      const record = readRecord(
        bytes,
        at,
        limit,
        this.#delimiter,
        literal === 'all' || (literal === 'first' && at === start),
      )
      if (!record) {
        return at
      }
      this.row = row
      this.#sink.record(row, record.cells, record.cutOff || (cutOff && record.next >= limit))
      at = record.next
    }
    return at
  }

  /** Stages the record at `start` and answers where the next one starts, or -1 when it is not all plain. */
  #fastRecord(bytes: Buffer, start: number, limit: number, columnCount: number): number {
    const kinds = this.#kinds
    const slots = this.#slots
    const delimiter = this.#delimiter
    const { numbers, ids, codes } = this.#sink.stage
    let p = start
    for (let col = 0; col < columnCount; col += 1) {
      const cellStart = p
      const slot = slots[col]!
      let c = bytes[p]!
      const quoted = c === QUOTE
      if (quoted) {
        c = bytes[++p]!
      }
      let plain = true
      switch (kinds[col]!) {
        case ID:
          p = plainId(bytes, p, ids, slot)
          plain = p >= 0 && (this.#required[col] === 0 || ids[slot + 1] !== 0 || ids[slot] !== 0)
          break
        case MONEY:
          p = this.#money(bytes, p, numbers, slot)
          plain = p >= 0 && (!Number.isNaN(numbers[slot]!) || this.#required[col] === 0)
          break
        case COUNT:
          p = plainCount(bytes, p, numbers, slot)
          plain = p >= 0 && (!Number.isNaN(numbers[slot]!) || this.#required[col] === 0)
          if (this.#flagSlots[col]! >= 0) {
            codes[this.#flagSlots[col]!] = FLAG_BLANK
          }
          break
        case RATE:
          p = plainRate(bytes, p, numbers, slot, this.#bareRates[col] === 1)
          plain = p >= 0
          break
        case TIME:
          if (c === delimiter || c === NEWLINE || (quoted && c === QUOTE)) {
            plain = this.#required[col] === 0
            numbers[slot] = NaN
          } else {
            const second = this.#times.read(bytes, p)
            plain = second === second
            numbers[slot] = second
            p += 19
          }
          break
        case SLOW:
          plain = false
          break
        case CODE:
        default: {
          let hash = 0
          const from = p
          if (quoted) {
            while (c !== QUOTE && p < limit) {
              hash = (Math.imul(hash, 31) + c) | 0
              c = bytes[++p]!
            }
          } else {
            while (c !== delimiter && c !== NEWLINE) {
              hash = (Math.imul(hash, 31) + c) | 0
              c = bytes[++p]!
            }
          }
          plain = kinds[col] === SKIP || this.#code(col, bytes, from, p, hash)
        }
      }
      if (plain) {
        c = bytes[p]!
        if (quoted) {
          plain = c === QUOTE && p < limit
          c = bytes[++p]!
        }
        while ((c === 9 || c === 32 || c === 13) && c !== delimiter) {
          c = bytes[++p]!
        }
        plain = plain && (c === delimiter || c === NEWLINE) && p < limit
      }
      if (!plain) {
        p = this.#slowCell(col, bytes, cellStart, limit)
        if (p < 0) {
          return -1
        }
        c = bytes[p]!
      }
      p += 1
      if (c === NEWLINE) {
        return col === columnCount - 1 ? p : -1
      }
    }
    return -1
  }

  /** Sets the code of a text cell; false when the cell makes the line unreadable. */
  #code(col: number, bytes: Buffer, start: number, end: number, hash: number): boolean {
    const mixed = hash ^ (hash >>> 15)
    const interner = this.#interners[col]!
    let code = interner.find(bytes, start, end, mixed)
    if (code === UNKNOWN) {
      const column = this.#columns[col]!
      const read = this.#sink.reader.code(column, bytes.toString('utf8', start, end))
      if (typeof read === 'string') {
        return false
      }
      code = read
      interner.add(bytes, start, end, mixed, code)
    }
    this.#sink.stage.codes[this.#slots[col]!] = code
    return true
  }

  /** Reads one cell the generic way; answers where it ends, or -1 when the whole record must be read so. */
  #slowCell(col: number, bytes: Buffer, start: number, limit: number): number {
    const { text, end } = readCellAt(bytes, start, limit, this.#delimiter)
    const column = this.#columns[col]
    if (end < 0 || end >= limit || (column && this.#sink.reader.read(column, text) !== null)) {
      return -1
    }
    return end
  }
}
