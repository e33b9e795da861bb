/**
 * Numbers as people and market tools write them: `12.3K`, `1.2万`, `3亿`, `$4.5M`, and rates above 100 %.
 *
 * Nothing is guessed: a text that could mean two numbers is unreadable.
 */

import { CURRENCIES, type Currency } from '../currencies'
import { parseCount } from './counts'
import { type DecimalSeparator, type MoneyCell, parseMoney } from './money'
import { cleanText, isBlank } from './text'

const FACTORS: Readonly<Record<string, number>> = {
  k: 1e3,
  m: 1e6,
  mn: 1e6,
  b: 1e9,
  bn: 1e9,
  千: 1e3,
  万: 1e4,
  萬: 1e4,
  w: 1e4,
  百万: 1e6,
  亿: 1e8,
  億: 1e8,
  rb: 1e3,
  jt: 1e6,
  tr: 1e6,
}
const SHORTENED = /^(.*\d)\s?(k|mn?|bn?|w|rb|jt|tr|千|百万|万|萬|亿|億)\+?$/iu

/** A whole number of 0 or more, also shortened (`12.3K`) or grouped with points (`1.234.567`). */
export function parseBigCount(text: string): number | 'blank' | 'notWhole' {
  const plain = parseCount(text)
  if (plain !== 'notWhole') return plain
  const cleaned = cleanText(text).normalize('NFKC').replace(/^'/, '')
  const short = SHORTENED.exec(cleaned)
  const factor = FACTORS[short?.[2]?.toLowerCase() ?? ''] ?? 1
  const digits = (short?.[1] ?? cleaned).trim()
  if (short !== null) {
    const value = /^\d{1,9}(?:[.,]\d{1,3})?$/.test(digits) ? Number(digits.replace(',', '.')) : NaN
    return Number.isNaN(value) ? 'notWhole' : Math.round(value * factor)
  }
  const grouped = /^\d{1,3}(?:([., ])\d{3})(?:\1\d{3})*$/.test(digits)
  const long = /^\d{10,15}$/.test(digits)
  return grouped || long ? Number(digits.replace(/[., ]/g, '')) : 'notWhole'
}

/** An amount as `parseMoney` reads it, also shortened: `$12.3K`, `1.2万`. */
export function parseAmount(text: string, currency: Currency, separator: DecimalSeparator): MoneyCell {
  const plain = parseMoney(text, currency, separator)
  if (plain !== 'unreadable') return plain
  const short = SHORTENED.exec(cleanText(text).normalize('NFKC'))
  const factor = FACTORS[short?.[2]?.toLowerCase() ?? '']
  if (short?.[1] === undefined || factor === undefined) return 'unreadable'
  const head = parseMoney(short[1], { ...currency, decimals: 6, fileDecimals: 6 }, '.')
  if (typeof head !== 'number') return head
  const minor = Math.round((head / 1e6) * factor * 10 ** currency.decimals)
  return Number.isSafeInteger(minor) ? minor : 'unreadable'
}

/** Whether an amount is written with the sign or code of another currency and none of this one's. */
export function isOtherCurrency(text: string, currency: Currency): boolean {
  const affix = cleanText(text)
    .normalize('NFKC')
    .replace(/[\d.,'’()\s+-]/gu, '')
    .toUpperCase()
  if (affix === '' || affix === currency.code) return false
  const spells = (each: Currency) =>
    [each.code, ...each.symbols].some((name) => name.normalize('NFKC').toUpperCase() === affix)
  return !spells(currency) && [...CURRENCIES.values()].some(spells)
}

/** How a column of ratios without percent signs is meant. */
export type RatioScale = 'points' | 'fraction'

const MOST_RATIO = 1_000_000
const RATIO = /^(-?\d{1,7}(?:[.,]\d{1,24})?|[.,]\d{1,24})(e-\d{1,2})? ?([%％]?)$/iu

/** A ratio in basis points; unlike a commission rate it may exceed 100 %. A percent sign always means percentage points. */
export function parseRatio(text: string, scale: RatioScale): number | 'blank' | 'unreadable' | 'outOfRange' {
  const cleaned = cleanText(text).replace(/^'/, '')
  if (isBlank(cleaned)) return 'blank'
  const read = readRatio(cleaned)
  if (read === null) return 'unreadable'
  const points = Math.round(read.value * (read.percent || scale === 'points' ? 100 : 10_000) + 1e-7)
  return points >= 0 && points <= MOST_RATIO ? points : 'outOfRange'
}

/** The number of a ratio cell that carries no percent sign, or null. */
export function bareRatio(text: string): number | null {
  const read = readRatio(cleanText(text))
  return read === null || read.percent ? null : read.value
}

/** Percentage points as soon as one number of the column is beyond 1.5; fractions otherwise. */
export function ratioScale(highest: number): RatioScale {
  return highest > 1.5 ? 'points' : 'fraction'
}

function readRatio(cleaned: string): { readonly value: number; readonly percent: boolean } | null {
  const ratio = RATIO.exec(cleaned)
  if (ratio?.[1] === undefined) return null
  return { value: Number(`${ratio[1].replace(',', '.')}${ratio[2] ?? ''}`), percent: ratio[3] !== '' }
}
