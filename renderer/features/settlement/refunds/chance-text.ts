/** A small chance as people read it: `0.03%`; what is smaller than a millionth is only said to be. */

import type { Language } from '../../../format/language'

const SMALL = 1e-6

export function chanceText(chance: number, language: Language): string {
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumSignificantDigits: 2 })
  return chance < SMALL ? `< ${percent.format(SMALL)}` : percent.format(chance)
}
