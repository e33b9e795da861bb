/** Cells of the platform's lists that are no figures: durations, ranges of amounts, names with numbers behind them. */

import type { Currency } from '../currencies'
import { parseAmount } from '../import-values/amounts'
import type { DecimalSeparator } from '../import-values/money'
import { cleanText, isBlank } from '../import-values/text'

const CLOCK = /^(?:(\d{1,4}):)?(\d{1,2}):(\d{2})(?:\.\d+)?$/u
const WORDS =
  /^(?:(\d+)\s*(?:d|days?|天|日|hari|ngày))?\s*(?:(\d+)\s*(?:h|hrs?|hours?|小时|時間|时|jam|giờ))?\s*(?:(\d+)\s*(?:m|mins?|minutes?|分钟|分|menit|phút))?\s*(?:(\d+(?:\.\d+)?)\s*(?:s|secs?|seconds?|秒|detik|giây))?$/iu

/** Seconds: a bare number, `01:23:45`, `1h 23min`, `1小时23分`. */
export function parseDuration(text: string): number | 'blank' | 'unreadable' {
  const cleaned = cleanText(text).replace(/^'/u, '')
  if (isBlank(cleaned)) return 'blank'
  if (/^\d{1,9}(?:\.\d{1,6})?$/u.test(cleaned)) return Math.round(Number(cleaned))
  const clock = CLOCK.exec(cleaned)
  if (clock) {
    const [, hours = '0', minutes = '0', seconds = '0'] = clock
    return Number(minutes) > 59 || Number(seconds) > 59
      ? 'unreadable'
      : Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)
  }
  const [whole, days = '0', hours = '0', minutes = '0', seconds = '0'] = WORDS.exec(cleaned) ?? []
  return whole === undefined || whole === ''
    ? 'unreadable'
    : Math.round(Number(days) * 86_400 + Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds))
}

/** A range of amounts in minor units: `$100-$500`, `>Rp10.000`, `<$100`, `$1K+`; what is open on one side has no bound there. */
export function parseRange(
  text: string,
  currency: Currency,
  separator: DecimalSeparator,
): { readonly from: number | null; readonly to: number | null } | null {
  const cleaned = cleanText(text).normalize('NFKC')
  if (isBlank(cleaned)) return null
  const amount = (part: string): number | null => {
    const value = parseAmount(part, currency, separator)
    return typeof value === 'number' && value >= 0 ? value : null
  }
  const open = /^(?:[>≥]=?)\s*(.+)$|^(.+?)\s*\+$/u.exec(cleaned)
  if (open) {
    const from = amount(open[1] ?? open[2] ?? '')
    return from === null ? null : { from, to: null }
  }
  const below = /^[<≤]=?\s*(.+)$/u.exec(cleaned)
  const [first, second, ...more] = below ? ['', below[1] ?? ''] : cleaned.split(/\s*(?:[-–—~]|至|到|\bto\b)\s*/u)
  if (first === undefined || more.length > 0) return null
  const from = below ? null : amount(first)
  const to = second === undefined ? from : amount(second)
  return (from === null && !below) || to === null || (from ?? 0) > to ? null : { from, to }
}

/** `Bracelets (605274)` and `Live(1)` without the number behind. */
export function withoutCode(text: string): string {
  return cleanText(text)
    .replace(/\s*[(（]\d+[)）]$/u, '')
    .trim()
}

/** Whole grams, also of `250.0`; null for anything else. */
export function parseGrams(text: string): number | null {
  const cleaned = cleanText(text).replace(/^'/u, '').replace(/,/gu, '')
  return /^\d{1,7}(?:\.\d{1,6})?$/u.test(cleaned) ? Math.round(Number(cleaned)) : null
}
