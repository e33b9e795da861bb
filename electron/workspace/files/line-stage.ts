/**
 * One line while it is being read, and the batch it then goes into.
 *
 * Cells write into flat arrays (`numbers`, `ids`, `codes`); `commit` works out what follows from them, hashes the typed
 * content, and copies the line into the batch. Both the byte scanner and the cell parsers write here, so a line is the
 * same whichever way it was read.
 */
/* Non-null assertions: every index below comes from the constant column lists that also size the arrays. */

import {
  ID_COLUMNS,
  newLineBatch,
  NUMBER_COLUMNS,
  TEXT_COLUMNS,
  type LineBatch,
  type NumberColumn,
  type TextColumn,
  type TextLists,
} from '../../../shared/domain/line-batch'
import { TextTable } from './text-table'

export const BATCH_LINES = 8192

const NUMBERS = NUMBER_COLUMNS.length
const IDS = ID_COLUMNS.length
const TEXTS = TEXT_COLUMNS.length

/** Places in `codes` after the texts. The last two: what a returned / refunded column said where it holds yes or no. */
export const STATUS = TEXTS
export const CONTENT_TYPE = TEXTS + 1
export const FULLY_RETURNED = TEXTS + 2
export const RETURNED_FLAG = TEXTS + 3
export const REFUNDED_FLAG = TEXTS + 4

export const FLAG_BLANK = 2

/** Names are for people: a product renamed later is not another line. */
const HASHED_TEXTS = TEXT_COLUMNS.map((column, at) => ({ column, at })).filter(
  ({ column }) => column !== 'productName' && column !== 'skuName',
)
const WORDS = NUMBERS * 2 + IDS * 2 + HASHED_TEXTS.length * 2 + 2
/** Change it whenever a line's typed content comes to mean something else. */
const HASH_VERSION = 1

const QUANTITY = numberSlot('quantity')
const RETURNED = numberSlot('returnedQuantity')
const REFUNDED = numberSlot('refundedQuantity')
const CREATED = numberSlot('created')
const TIMES = (['created', 'paid', 'readyToShip', 'delivered', 'completed', 'commissionPaid'] as const).map(numberSlot)

export function numberSlot(column: NumberColumn): number {
  return NUMBER_COLUMNS.indexOf(column)
}

export function textSlot(column: TextColumn): number {
  return TEXT_COLUMNS.indexOf(column)
}

export class LineStage {
  readonly #words = new Int32Array(WORDS)
  /** In the order of `NUMBER_COLUMNS`; NaN is blank. */
  readonly numbers = new Float64Array(this.#words.buffer, 0, NUMBERS)
  /** High and low halves in the order of `ID_COLUMNS`. */
  readonly ids = new Uint32Array(this.#words.buffer, NUMBERS * 8, IDS * 2)
  /** Text indexes in the order of `TEXT_COLUMNS` (-1 is absent), then the codes above. */
  readonly codes = new Int32Array(REFUNDED_FLAG + 1)
  readonly tables: readonly TextTable[] = TEXT_COLUMNS.map(() => new TextTable())
  readonly batch: LineBatch
  /** Which of the reader's unknown content types lines were committed with. */
  readonly unknownTypes = new Set<number>()
  firstCreated = NaN
  lastCreated = NaN
  latestSecond = NaN
  readonly #capacity: number
  readonly #numberColumns: readonly Float64Array[]
  readonly #highColumns: readonly Uint32Array[]
  readonly #lowColumns: readonly Uint32Array[]
  readonly #textColumns: readonly Int32Array[]

  constructor(capacity: number) {
    this.batch = newLineBatch(capacity)
    this.#capacity = capacity
    this.#numberColumns = NUMBER_COLUMNS.map((column) => this.batch.numbers[column])
    this.#highColumns = ID_COLUMNS.map((column) => this.batch.idsHigh[column])
    this.#lowColumns = ID_COLUMNS.map((column) => this.batch.idsLow[column])
    this.#textColumns = TEXT_COLUMNS.map((column) => this.batch.texts[column])
    this.clear()
  }

  get texts(): TextLists {
    // The keys are exactly the text columns.
    return Object.fromEntries(TEXT_COLUMNS.map((column, at) => [column, this.tables[at]])) as unknown as TextLists
  }

  /** Everything absent, as for a line without a single cell. */
  clear(): void {
    this.numbers.fill(NaN)
    this.ids.fill(0)
    this.codes.fill(-1)
    this.codes[STATUS] = 0
    this.codes[CONTENT_TYPE] = 0
    this.codes[FULLY_RETURNED] = FLAG_BLANK
    this.codes[RETURNED_FLAG] = FLAG_BLANK
    this.codes[REFUNDED_FLAG] = FLAG_BLANK
  }

  get full(): boolean {
    return this.batch.length === this.#capacity
  }

  /** Puts the staged line into the batch as the record `row`. */
  commit(row: number): void {
    const { batch, numbers, ids, codes } = this
    const n = batch.length
    const flag = this.#fullyReturned()
    const type = codes[CONTENT_TYPE]!
    if (type < 0) {
      this.unknownTypes.add(-2 - type)
      codes[CONTENT_TYPE] = 0
    }
    this.#hash(flag)
    batch.row[n] = row
    batch.hash0[n] = this.#hash0
    batch.hash1[n] = this.#hash1
    for (let i = 0; i < NUMBERS; i += 1) {
      this.#numberColumns[i]![n] = numbers[i]!
    }
    for (let i = 0; i < IDS; i += 1) {
      this.#highColumns[i]![n] = ids[i * 2]!
      this.#lowColumns[i]![n] = ids[i * 2 + 1]!
    }
    for (let i = 0; i < TEXTS; i += 1) {
      this.#textColumns[i]![n] = codes[i]!
    }
    batch.status[n] = codes[STATUS]!
    batch.contentType[n] = codes[CONTENT_TYPE]!
    batch.fullyReturned[n] = flag
    batch.length = n + 1
    this.#widen()
  }

  /** Where the file has no such flag, units returned and refunded tell: all of them, or not. */
  #fullyReturned(): number {
    const { codes, numbers } = this
    const given = codes[FULLY_RETURNED]!
    if (given !== FLAG_BLANK) {
      return given
    }
    if (codes[RETURNED_FLAG] === 1 || codes[REFUNDED_FLAG] === 1) {
      return 1
    }
    const returned = numbers[RETURNED]!
    const refunded = numbers[REFUNDED]!
    if (returned >= 0 || refunded >= 0) {
      const units = (returned >= 0 ? returned : 0) + (refunded >= 0 ? refunded : 0)
      return units > 0 && units >= numbers[QUANTITY]! ? 1 : 0
    }
    return codes[RETURNED_FLAG] === 0 || codes[REFUNDED_FLAG] === 0 ? 0 : FLAG_BLANK
  }

  #hash0 = 0
  #hash1 = 0

  #hash(flag: number): void {
    const { codes } = this
    const words = this.#words
    let to = NUMBERS * 2 + IDS * 2
    for (let i = 0; i < HASHED_TEXTS.length; i += 1) {
      const column = HASHED_TEXTS[i]!.at
      const text = codes[column]!
      const { hashes } = this.tables[column]!
      words[to] = text < 0 ? 0 : hashes[text * 2]!
      words[to + 1] = text < 0 ? 0 : hashes[text * 2 + 1]!
      to += 2
    }
    words[to] = codes[STATUS]! | (codes[CONTENT_TYPE]! << 8) | (flag << 16)
    words[to + 1] = HASH_VERSION
    let a = 0x9e3779b1 | 0
    let b = 0x85ebca6b | 0
    for (let i = 0; i < WORDS; i += 2) {
      a = Math.imul(a ^ words[i]!, 0x85ebca77)
      a ^= a >>> 15
      b = Math.imul(b ^ words[i + 1]! ^ a, 0xc2b2ae3d)
      b ^= b >>> 13
      a = (a + b) | 0
    }
    a = Math.imul(a ^ (a >>> 16) ^ b, 0x7feb352d)
    b = Math.imul(b ^ (b >>> 15) ^ a, 0x846ca68b)
    this.#hash0 = (a ^ (a >>> 15)) >>> 0
    this.#hash1 = (b ^ (b >>> 16)) >>> 0
  }

  #widen(): void {
    const created = this.numbers[CREATED]!
    if (!(created >= this.firstCreated)) {
      this.firstCreated = created
    }
    if (!(created <= this.lastCreated)) {
      this.lastCreated = created
    }
    for (let i = 0; i < TIMES.length; i += 1) {
      const second = this.numbers[TIMES[i]!]!
      if (second > this.latestSecond || (this.latestSecond !== this.latestSecond && second === second)) {
        this.latestSecond = second
      }
    }
  }
}
