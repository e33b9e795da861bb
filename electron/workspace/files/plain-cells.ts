/**
 * Cells written the plain way, read straight from bytes: digits, `12.50`, `15.00%`, `31/01/2026 23:59:59`.
 *
 * Each reader writes its number and answers the offset behind what it read, or -1 when the cell is not plainly that and
 * must be read by the generic rules, with which every result here agrees. A cell without digits is blank.
 */
/* Non-null assertions: a line end stops every loop before the bytes do. */

import type { Currency } from '../../../shared/domain/currencies'
import type { DateOrder } from '../../../shared/domain/imports'
import type { CellRules } from '../../../shared/domain/import-values/decisions'
import { MAX_RATE } from '../../../shared/domain/import-values/rates'
import { civilDay } from '../../../shared/domain/import-values/times'
import type { CellColumn } from './cell-reader'

export const SKIP = 0
export const ID = 1
export const MONEY = 2
export const COUNT = 3
export const RATE = 4
export const TIME = 5
export const CODE = 6
/** Always by the generic rules. */
export const SLOW = 7

export function kindOf(column: CellColumn | null, rules: CellRules): number {
  if (column === null) {
    return SKIP
  }
  switch (column.kind) {
    case 'id':
      return rules.roundedIds.has(column.column) ? SLOW : ID
    case 'money':
      return MONEY
    case 'count':
      return COUNT
    case 'rate':
      return RATE
    case 'time':
      return TIME
    case 'text':
    case 'handle':
    case 'currency':
    case 'status':
    case 'contentType':
    case 'flag':
      return CODE
  }
}

const WORD = 4294967296

/** 6 to 20 digits into two words (see `idOfParts`). */
export function plainId(bytes: Buffer, p: number, ids: Uint32Array, slot: number): number {
  let end = p
  let c = bytes[end]!
  while (c >= 48 && c <= 57) {
    c = bytes[++end]!
  }
  const digits = end - p
  if (digits === 0) {
    ids[slot] = 0
    ids[slot + 1] = 0
    return p
  }
  if (digits < 6 || digits > 20 || bytes[p] === 48) {
    return -1
  }
  const split = digits > 9 ? end - 9 : p
  let head = 0
  let tail = 0
  let i = p
  for (; i < split; i += 1) {
    head = head * 10 + (bytes[i]! - 48)
  }
  for (; i < end; i += 1) {
    tail = tail * 10 + (bytes[i]! - 48)
  }
  const headHigh = Math.floor(head / 65536)
  const upper = headHigh * 1e9
  const upperHigh = Math.floor(upper / 65536)
  const sum = (upper - upperHigh * 65536) * 65536 + (head - headHigh * 65536) * 1e9 + tail
  const carry = Math.floor(sum / WORD)
  const high = upperHigh + carry
  ids[slot] = high
  ids[slot + 1] = sum - carry * WORD
  return high < WORD ? end : -1
}

/** The reader of amounts in one currency: whole ones, and with two decimals where it keeps two. */
export function plainMoneyFor(
  currency: Currency,
): (bytes: Buffer, p: number, numbers: Float64Array, slot: number) => number {
  const unit = 10 ** currency.decimals
  const cents = currency.decimals === 2
  return (bytes, p, numbers, slot) => {
    let at = p
    let c = bytes[at]!
    const negative = c === 45
    if (negative) {
      c = bytes[++at]!
    }
    const from = at
    let value = 0
    while (c >= 48 && c <= 57) {
      value = value * 10 + (c - 48)
      c = bytes[++at]!
    }
    const digits = at - from
    if (digits === 0 || digits > 13) {
      numbers[slot] = NaN
      return digits === 0 && !negative ? at : -1
    }
    value *= unit
    if (c === 46) {
      c = bytes[++at]!
      if (!cents || c < 48 || c > 57) {
        return -1
      }
      value += (c - 48) * 10
      c = bytes[++at]!
      if (c >= 48 && c <= 57) {
        value += c - 48
        at += 1
      }
    }
    numbers[slot] = negative && value !== 0 ? -value : value
    return at
  }
}

export function plainCount(bytes: Buffer, p: number, numbers: Float64Array, slot: number): number {
  let at = p
  let value = 0
  let c = bytes[at]!
  while (c >= 48 && c <= 57) {
    value = value * 10 + (c - 48)
    c = bytes[++at]!
  }
  numbers[slot] = at > p ? value : NaN
  return at - p <= 9 ? at : -1
}

/** Percentage points with at most two decimals; `bare`: also without a percent sign. */
export function plainRate(bytes: Buffer, p: number, numbers: Float64Array, slot: number, bare: boolean): number {
  let at = p
  let value = 0
  let c = bytes[at]!
  while (c >= 48 && c <= 57) {
    value = value * 10 + (c - 48)
    c = bytes[++at]!
  }
  if (at === p) {
    numbers[slot] = NaN
    return p
  }
  value *= 100
  if (c === 46) {
    c = bytes[++at]!
    if (c < 48 || c > 57) {
      return -1
    }
    value += (c - 48) * 10
    c = bytes[++at]!
    if (c >= 48 && c <= 57) {
      value += c - 48
      c = bytes[++at]!
    }
  }
  numbers[slot] = value
  if (c === 37) {
    at += 1
  } else if (!bare) {
    return -1
  }
  return value <= MAX_RATE ? at : -1
}

/** Reads times of 19 characters; remembers the day of the last one, since neighbours share it. */
export class PlainTimes {
  readonly #monthFirst: boolean
  #key = -1
  #day = NaN

  constructor(order: DateOrder) {
    this.#monthFirst = order === 'MDY'
  }

  /** `31/01/2026 23:59:59` or `2026-01-31 23:59:59` at `p` in local seconds; NaN for anything else. */
  read(bytes: Buffer, p: number): number {
    if (bytes[p + 10] !== 32 || bytes[p + 13] !== 58 || bytes[p + 16] !== 58) {
      return NaN
    }
    const mark = bytes[p + 4]
    const hour = two(bytes, p + 11)
    const minute = two(bytes, p + 14)
    const second = two(bytes, p + 17)
    if (!(hour < 24 && minute < 60 && second < 60)) {
      return NaN
    }
    const clock = hour * 3600 + minute * 60 + second
    if (bytes[p + 2] === 47 && bytes[p + 5] === 47) {
      const year = two(bytes, p + 6) * 100 + two(bytes, p + 8)
      const first = two(bytes, p)
      const other = two(bytes, p + 3)
      return (this.#monthFirst ? this.#dayOf(year, first, other) : this.#dayOf(year, other, first)) * 86400 + clock
    }
    if ((mark === 45 || mark === 47) && bytes[p + 7] === mark) {
      return this.#dayOf(two(bytes, p) * 100 + two(bytes, p + 2), two(bytes, p + 5), two(bytes, p + 8)) * 86400 + clock
    }
    return NaN
  }

  #dayOf(year: number, month: number, day: number): number {
    const key = (year * 16 + month) * 32 + day
    if (key !== this.#key) {
      this.#day = civilDay(year, month, day)
      this.#key = key
    }
    return this.#day
  }
}

/** Two digits, or NaN. */
function two(bytes: Buffer, p: number): number {
  const tens = bytes[p]! - 48
  const ones = bytes[p + 1]! - 48
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : NaN
}
