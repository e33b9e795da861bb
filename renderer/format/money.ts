/**
 * Amounts for people: integer minor units and their currency in, text out.
 *
 * The minus sign is U+2212, so that it is as wide as a digit; never brackets.
 */

import { decimalsOf } from '../../shared/domain/currencies'
import { keptFormat, type Language } from './language'

const MINUS = '\u2212'

/** Kept in hundredths, but nobody writes them. */
const WRITTEN_WHOLE = new Set(['IDR'])

function shownDigits(currency: string): number {
  return WRITTEN_WHOLE.has(currency) ? 0 : decimalsOf(currency)
}

/** `12800000, 'CNY'` → `128,000.00`: for columns whose header names the currency. */
export function amountText(minor: number, currency: string, language: Language): string {
  return withMinus(plain(language, currency).format(minor / 10 ** decimalsOf(currency)))
}

/** `1280000, 'USD'` → `$12,800.00`: for a figure that stands alone. */
export function moneyText(minor: number, currency: string, language: Language): string {
  return withMinus(exact(language, currency).format(minor / 10 ** decimalsOf(currency)))
}

/** `¥1.28万`, `$12.8K`: for tiles only; the exact amount belongs beside it on hover. Below 10,000 units it is `moneyText` without decimals. */
export function shortMoneyText(minor: number, currency: string, language: Language): string {
  const units = minor / 10 ** decimalsOf(currency)
  return withMinus(
    Math.abs(units) < 10_000 ? whole(language, currency).format(units) : short(language, currency).format(units),
  )
}

/** What a person typed as minor units: group signs and blanks dropped, at most the currency's decimals; null when it is no amount. */
export function parseAmount(text: string, currency: string): number | null {
  const digits = decimalsOf(currency)
  const match = /^([-\u2212]?)(\d{1,12})(?:\.(\d+))?$/.exec(text.trim().replace(/[,\s\u00a0\u202f_]/g, ''))
  const fraction = match?.[3] ?? ''
  if (!match || fraction.length > digits) {
    return null
  }
  const minor = Number(`${match[2] ?? '0'}${fraction.padEnd(digits, '0')}`)
  return match[1] && minor !== 0 ? -minor : minor
}

/** Minor units as a person would type them: `128000.00`. */
export function typedAmount(minor: number, currency: string): string {
  return (minor / 10 ** decimalsOf(currency)).toFixed(decimalsOf(currency))
}

const plain = keptFormat((language, currency) => {
  const digits = shownDigits(currency)
  return new Intl.NumberFormat(language, { minimumFractionDigits: digits, maximumFractionDigits: digits })
})

const exact = keptFormat((language, currency) => {
  const digits = shownDigits(currency)
  return new Intl.NumberFormat(language, {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
})

const whole = keptFormat(
  (language, currency) => new Intl.NumberFormat(language, { style: 'currency', currency, maximumFractionDigits: 0 }),
)

const short = keptFormat(
  (language, currency) =>
    new Intl.NumberFormat(language, { style: 'currency', currency, notation: 'compact', maximumSignificantDigits: 3 }),
)

function withMinus(text: string): string {
  return text.replace('-', MINUS)
}
