/**
 * The platform's ids: 6 to 20 digits, mostly above 2^53, so they are text in files and two 32-bit halves in memory.
 *
 * An id that a spreadsheet touched is refused, never repaired: its last digits are gone.
 */

import { cleanText, isBlank } from './text'

export interface Id {
  readonly high: number
  readonly low: number
}

export type IdCell = Id | 'blank' | 'damaged'

const WORD = 4294967296

/**
 * An id cell. Scientific notation, decimals, letters, a leading zero, fewer than 6 or more than 20 digits are damage;
 * a spreadsheet's own quoting (`'577…`, `="577…"`) is not.
 */
export function parseId(text: string): IdCell {
  const cleaned = cleanText(text)
    .replace(/^="?|^'|"$/g, '')
    .trim()
  if (isBlank(cleaned) || /^0+$/.test(cleaned)) {
    return 'blank'
  }
  if (!/^[1-9]\d{5,19}$/.test(cleaned)) {
    return 'damaged'
  }
  const split = cleaned.length - 9
  return (
    idOfParts(split > 0 ? Number(cleaned.slice(0, split)) : 0, Number(cleaned.slice(Math.max(0, split)))) ?? 'damaged'
  )
}

/** The id `head × 10^9 + tail` (head below 10^11, tail below 10^9), or null when it does not fit 64 bits. */
export function idOfParts(head: number, tail: number): Id | null {
  const headHigh = Math.floor(head / 65536)
  const upper = headHigh * 1e9
  const upperHigh = Math.floor(upper / 65536)
  const sum = (upper - upperHigh * 65536) * 65536 + (head - headHigh * 65536) * 1e9 + tail
  const carry = Math.floor(sum / WORD)
  const high = upperHigh + carry
  return high < WORD ? { high, low: sum - carry * WORD } : null
}

/** The digits of an id, or '' where it is absent (0/0). */
export function idText(high: number, low: number): string {
  return high === 0 && low === 0 ? '' : ((BigInt(high) << 32n) | BigInt(low)).toString()
}

/** Whether every digit past the 15th is 0 in an id of 17 digits or more: what a spreadsheet's rounding leaves behind. */
export function looksRounded(digits: string): boolean {
  return digits.length >= 17 && /^0+$/.test(digits.slice(15))
}

/**
 * Whether ids (distinct ones of one column) were rounded by a spreadsheet: at least two, and most of those long enough
 * to tell. One id in a thousand ends in 000 by nature.
 */
export function areRounded(distinct: Iterable<string>): boolean {
  let long = 0
  let rounded = 0
  for (const id of distinct) {
    if (id.length >= 17) {
      long += 1
      rounded += looksRounded(id) ? 1 : 0
    }
  }
  return rounded >= 2 && rounded * 2 > long
}
