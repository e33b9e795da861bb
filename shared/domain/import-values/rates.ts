/**
 * Commission and tax rates in basis points: `15%`, `15`, `15.5`, or `0.15` where a whole column is written as fractions.
 */

import { cleanText, isBlank } from './text'

/** How a column without percent signs is meant; decided per column and file. */
export type RateScale = 'points' | 'fraction'
export type RateCell = number | 'blank' | 'unreadable' | 'outOfRange'

/** Affiliate rates end at 80 %. */
export const MAX_RATE = 8000

/** A rate in basis points, rounded half away from zero. A percent sign always means percentage points. */
export function parseRate(text: string, scale: RateScale): RateCell {
  const cleaned = cleanText(text)
  if (isBlank(cleaned)) {
    return 'blank'
  }
  const read = readRate(cleaned)
  if (!read) {
    return 'unreadable'
  }
  const points = Math.round(read.value * (read.percent || scale === 'points' ? 100 : 10000) + 1e-7)
  return points <= MAX_RATE && points >= 0 ? points : 'outOfRange'
}

/** The number of a rate cell that carries no percent sign, or null. */
export function bareRate(text: string): number | null {
  const read = readRate(cleanText(text))
  return read && !read.percent ? read.value : null
}

/**
 * How a column is meant, from its numbers without percent sign: fractions when all stay within what a rate can be
 * (0 to 0.8), percentage points as soon as one does not. `assumed` when nothing above 0 was there to tell.
 */
export function decideRateScale(bare: Iterable<number>): { readonly scale: RateScale; readonly assumed: boolean } {
  let highest = 0
  for (const value of bare) {
    highest = Math.max(highest, value)
  }
  return {
    scale: highest > 0 && highest * 10000 <= MAX_RATE ? 'fraction' : 'points',
    assumed: highest > 0 && highest * 10000 <= MAX_RATE,
  }
}

function readRate(cleaned: string): { readonly value: number; readonly percent: boolean } | null {
  const rate = /^(-?\d{1,7}(?:[.,]\d{1,12})?|[.,]\d{1,12}) ?([%％]?)$/.exec(cleaned.replace(/^'/, ''))
  return rate?.[1] === undefined ? null : { value: Number(rate[1].replace(',', '.')), percent: rate[2] !== '' }
}
