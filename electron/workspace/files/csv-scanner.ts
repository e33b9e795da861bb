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
import { ID_COLUMNS } from '../../../shared/domain/line-batch'
import type { OrderColumn } from '../../../shared/domain/orders'
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
  TIME,
} from './plain-cells'

const QUOTE = 34
/** Names guessed at a time, less one. */
const GUESS_MASK = (1 << 13) - 1

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
  /** The entry that a text cell is likely to be again: of the same product or SKU for names, the last one for the rest. */
  readonly #guesses: readonly Int32Array[]
  readonly #guessBy: Int32Array
  #textHash = 0
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
    this.#guesses = columns.map((each) => new Int32Array(guessedBy(each) === null ? 1 : GUESS_MASK + 1).fill(UNKNOWN))
    this.#guessBy = Int32Array.from(columns, (each) => ID_COLUMNS.indexOf(guessedBy(each) ?? 'orderId') * 2 + 1)
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
      const kind = kinds[col]!
      if (kind === CODE || kind === SKIP) {
        p = kind === CODE ? this.#text(bytes, p, limit, col) : this.#endOfText(bytes, p, limit)
        if (p < 0) {
          return -1
        }
        if (bytes[p++] === NEWLINE) {
          return col === columnCount - 1 ? p : -1
        }
        continue
      }
      const slot = slots[col]!
      let c = bytes[p]!
      const quoted = c === QUOTE
      if (quoted) {
        c = bytes[++p]!
      }
      let plain = true
      switch (kind) {
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
        default:
          plain = false
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
      }
      if (bytes[p++] === NEWLINE) {
        return col === columnCount - 1 ? p : -1
      }
    }
    return -1
  }

  /** Sets the code of the text cell at `start`; answers where it ends, or -1 when the whole record must be read plainly. */
  #text(bytes: Buffer, start: number, limit: number, col: number): number {
    const { ids, codes } = this.#sink.stage
    const interner = this.#interners[col]!
    const guesses = this.#guesses[col]!
    const guessAt = guesses.length === 1 ? 0 : ids[this.#guessBy[col]!]! & GUESS_MASK
    const guess = guesses[guessAt]!
    if (guess >= 0) {
      const end = interner.match(bytes, start, guess, this.#delimiter)
      if (end >= 0 && end < limit) {
        codes[this.#slots[col]!] = interner.codeOf(guess)
        return end
      }
    }
    const end = this.#endOfText(bytes, start, limit)
    if (end < 0) {
      return -1
    }
    const hash = this.#textHash
    let entry = interner.find(bytes, start, end, hash)
    if (entry === UNKNOWN) {
      const code = this.#sink.reader.code(this.#columns[col]!, readCellAt(bytes, start, limit, this.#delimiter).text)
      if (typeof code === 'string') {
        return -1
      }
      codes[this.#slots[col]!] = code
      entry = interner.add(bytes, start, end, hash, code)
    } else {
      codes[this.#slots[col]!] = interner.codeOf(entry)
    }
    guesses[guessAt] = entry
    return end
  }

  /** Where the cell at `start` ends, quotes and all, with its bytes hashed on the way; -1 when that is behind `limit`. */
  #endOfText(bytes: Buffer, start: number, limit: number): number {
    const delimiter = this.#delimiter
    let p = start
    let hash = 0
    let c = bytes[p]!
    if (c === QUOTE) {
      do {
        hash = (Math.imul(hash, 31) + c) | 0
        c = bytes[++p]!
        if (c === QUOTE && bytes[p + 1] === QUOTE) {
          hash = (Math.imul(hash, 31) + c) | 0
          p += 1
          c = 0
        }
      } while (c !== QUOTE && p < limit)
    }
    while (c !== delimiter && c !== NEWLINE && p < limit) {
      hash = (Math.imul(hash, 31) + c) | 0
      c = bytes[++p]!
    }
    this.#textHash = hash ^ (hash >>> 15)
    return p < limit ? p : -1
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

/** The id that goes with a name, so that the name is known before it is read. */
const GUESSED_BY: Readonly<Partial<Record<OrderColumn, 'productId' | 'skuId'>>> = {
  productName: 'productId',
  skuName: 'skuId',
  sellerSku: 'skuId',
}

function guessedBy(column: CellColumn | null): 'productId' | 'skuId' | null {
  return (column && GUESSED_BY[column.column]) ?? null
}
