/**
 * Amounts as the markets spell them: `$6,438.91`, `RM7,988.80`, `Rp435.212.212`, `BRL 35,91`, `2,500,000 VND`, `2,281,428円`.
 *
 * Which sign is the decimal separator is decided once per file, never per cell; a cell that can only be read one way is
 * read that way.
 */

import { CURRENCIES, minorUnits, type Currency } from '../currencies'
import { cleanText, isBlank } from './text'

export type DecimalSeparator = '.' | ','
export type MoneyCell = number | 'blank' | 'unreadable'

interface Shape {
  readonly negative: boolean
  /** Digits and separators only. */
  readonly digits: string
}

/** How far money may go: every sum of a file stays exact. */
const MAX_MINOR = 9e15

/**
 * An amount in minor units of `currency`, rounded half away from zero where a file prints more decimals.
 *
 * `separator` is the file-wide decision; it settles only one separator before exactly three digits, and not even that for
 * currencies whose files print no decimals (there it is a group).
 */
export function parseMoney(text: string, currency: Currency, separator: DecimalSeparator): MoneyCell {
  const cleaned = cleanText(text)
  if (isBlank(cleaned)) {
    return 'blank'
  }
  const shape = cleaned.length <= LONGEST ? moneyShape(cleaned, currency) : null
  const parts = shape && splitAmount(shape.digits, currency, separator)
  if (!shape || !parts) {
    return 'unreadable'
  }
  const { decimals } = currency
  const kept =
    Number(parts.whole) * minorUnits(currency) + Number(parts.fraction.slice(0, decimals).padEnd(decimals, '0') || '0')
  const minor = kept + ((parts.fraction[decimals] ?? '0') >= '5' ? 1 : 0)
  if (minor > MAX_MINOR) {
    return 'unreadable'
  }
  return shape.negative && minor !== 0 ? -minor : minor
}

/** Letters and signs, a minus before or behind them, the digits, and the same again. A dot belongs to letters (`Rp.15.000`). */
const AMOUNT =
  /^((?:[^\d.,-]*\p{L}\.\s*)?[^\d.,-]*)(-?)((?:[^\d.,-]*\p{L}\.\s*)?[^\d.,-]*)(\d[\d.,' ]*|[.,]\d+)(-?)([^\d]*)$/u
const LONGEST = 40

/** Sign and digits of an amount without its symbol or code, or null where anything else is in the cell. */
function moneyShape(cleaned: string, currency: Currency): Shape | null {
  let rest = cleaned
    .normalize('NFKC')
    .replace(/[−‐-―]/g, '-')
    .replace(/^'+/, '')
    .trim()
  let negative = false
  const bracketed = /^\((.*)\)$/.exec(rest)
  if (bracketed?.[1] !== undefined) {
    negative = true
    rest = bracketed[1]
  }
  const amount = AMOUNT.exec(rest)
  if (!amount) {
    return null
  }
  const [, before = '', minus = '', between = '', digits = '', minusAfter = '', after = ''] = amount
  if (![before, between, after].every((affix) => isAffixOf(affix.trim(), currency))) {
    return null
  }
  return {
    negative: negative !== (minus === '-' || minusAfter === '-'),
    digits: digits.replace(/[' ]/g, '').replace(/[.,]$/, ''),
  }
}

/** Whether the letters around an amount may stand in a cell of this currency: nothing, a sign, a symbol or its own code. */
function isAffixOf(affix: string, currency: Currency): boolean {
  const name = affix.replace(/\.$/, '').trim()
  if (name === '' || name === '+') {
    return true
  }
  const upper = name.toUpperCase()
  if (CURRENCIES.has(upper)) {
    return upper === currency.code
  }
  return currency.symbols.some((symbol) => symbol.normalize('NFKC').toUpperCase() === upper)
}

function splitAmount(
  digits: string,
  currency: Currency,
  separator: DecimalSeparator,
): { whole: string; fraction: string } | null {
  const last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','))
  if (last < 0) {
    return { whole: digits, fraction: '' }
  }
  const sign = digits[last] === '.' ? '.' : ','
  const isDecimal = decimalAt(digits, last, sign, currency, separator)
  const whole = isDecimal ? digits.slice(0, last) : digits
  const group = isDecimal ? (sign === '.' ? ',' : '.') : sign
  const groups = whole.split(group)
  if (!areGroups(groups, currency)) {
    return null
  }
  return { whole: groups.join('') || '0', fraction: isDecimal ? digits.slice(last + 1) : '' }
}

function decimalAt(
  digits: string,
  last: number,
  sign: string,
  currency: Currency,
  separator: DecimalSeparator,
): boolean {
  const seen = evidenceIn(digits)
  if (seen !== null) {
    return seen === sign
  }
  // One separator before exactly three digits.
  if (last > 3 || last === 0) {
    return true
  }
  return currency.fileDecimals === 0 ? false : sign === separator
}

function areGroups(groups: readonly string[], currency: Currency): boolean {
  if (groups.length === 1) {
    return /^\d*$/.test(groups[0] ?? '')
  }
  const inner = currency.code === 'INR' ? /^\d{2,3}$/ : /^\d{3}$/
  return groups.every((group, at) =>
    (at === 0 ? /^\d{1,3}$/ : at === groups.length - 1 ? /^\d{3}$/ : inner).test(group),
  )
}

/** The decimal separator that an amount's digits prove, or null where they prove none. */
function evidenceIn(digits: string): DecimalSeparator | null {
  const point = digits.lastIndexOf('.')
  const comma = digits.lastIndexOf(',')
  if (point >= 0 && comma >= 0) {
    return point > comma ? '.' : ','
  }
  const last = Math.max(point, comma)
  if (last < 0) {
    return null
  }
  const sign = point >= 0 ? '.' : ','
  if (digits.indexOf(sign) !== last) {
    return sign === '.' ? ',' : '.'
  }
  return digits.length - last - 1 === 3 ? null : sign
}

/** What one cell says about the file's decimal separator; null when it could be read either way. */
export function separatorEvidence(text: string): DecimalSeparator | null {
  const digits = /[\d][\d.,]*/.exec(cleanText(text).normalize('NFKC'))?.[0]
  return digits === undefined ? null : evidenceIn(digits.replace(/[.,]$/, ''))
}
