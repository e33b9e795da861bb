/** Whole numbers of units: `1`, `1,000`, `2.0`; nothing else is a quantity. */

import { cleanText, isBlank } from './text'

export type CountCell = number | 'blank' | 'notWhole'

/** A quantity of 0 or more, or why it is none. */
export function parseCount(text: string): CountCell {
  const cleaned = cleanText(text).replace(/^'/, '')
  if (isBlank(cleaned)) {
    return 'blank'
  }
  const whole = /^(\d{1,9}|\d{1,3}(?:,\d{3}){1,2})(?:\.0{1,4})?$/.exec(cleaned)
  return whole?.[1] === undefined ? 'notWhole' : Number(whole[1].replace(/,/g, ''))
}
