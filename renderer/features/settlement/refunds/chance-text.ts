/** A small chance as people read it: `0.03 %`; what is smaller than a millionth, as a power. */

import type { Language } from '../../../format/language'

const SMALL = 1e-6

export function chanceText(chance: number, language: Language): string {
  if (chance > 0 && chance < SMALL) return `10^${Math.floor(Math.log10(chance)) + 1}`
  return new Intl.NumberFormat(language, { style: 'percent', maximumSignificantDigits: 2 }).format(chance)
}
