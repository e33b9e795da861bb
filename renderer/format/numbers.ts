/** Counts, ratios and sizes for people. A ratio is `number | null`: unknown is a dash at the caller, never 0. */

import { keptFormat, type Language } from './language'

const MINUS = '\u2212'

/** `12345` → `12,345`. */
export function countText(count: number, language: Language): string {
  return whole(language, '').format(count).replace('-', MINUS)
}

/** `12345` → `1.23万` / `12.3K`: for axes and tiles. */
export function shortCountText(count: number, language: Language): string {
  return short(language, '').format(count).replace('-', MINUS)
}

/** `0.1234` → `12.3%`. */
export function percentText(ratio: number, language: Language, decimals = 1): string {
  return percent(language, String(decimals)).format(ratio).replace('-', MINUS)
}

/** A change with its sign always shown: `+12.3%`, `−4.0%`, `0.0%`. */
export function changeText(ratio: number, language: Language): string {
  return signed(language, '').format(ratio).replace('-', MINUS)
}

/** `2.5` → `2.50`: multiples such as ROI. */
export function ratioText(ratio: number, language: Language): string {
  return multiple(language, '').format(ratio).replace('-', MINUS)
}

/** `1536` → `1.5 KB`. */
export function sizeText(bytes: number, language: Language): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const
  const step = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log(Math.max(1, bytes)) / Math.log(1024))))
  return size(language, units[step] ?? 'byte').format(bytes / 1024 ** step)
}

const whole = keptFormat((language) => new Intl.NumberFormat(language, { maximumFractionDigits: 0 }))
const short = keptFormat(
  (language) => new Intl.NumberFormat(language, { notation: 'compact', maximumSignificantDigits: 3 }),
)
const percent = keptFormat(
  (language, decimals) =>
    new Intl.NumberFormat(language, {
      style: 'percent',
      minimumFractionDigits: Number(decimals),
      maximumFractionDigits: Number(decimals),
    }),
)
const signed = keptFormat(
  (language) =>
    new Intl.NumberFormat(language, {
      style: 'percent',
      minimumFractionDigits: 1,
      maximumFractionDigits: 1,
      signDisplay: 'exceptZero',
    }),
)
const multiple = keptFormat(
  (language) => new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
)
const size = keptFormat(
  (language, unit) =>
    new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 1 }),
)
