/** What stands above a list's header, or in the name of its file: the days that its figures are of. */

import { isRealDay } from '../days'
import { cleanText } from '../import-values/text'
import { dateOrderEvidence } from '../import-values/times'

export interface Days {
  readonly from: string
  readonly to: string
}

const DATES = /(?<!\d)(?:(20\d{2})[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{1,2})[/.-](\d{1,2})[/.-](20\d{2}))(?!\d)/gu

/**
 * The first and the last day that the lines above a header name, or null: `Analysis date: 01/09/2026~30/09/2026`,
 * `日期范围：2026-08-01 至 2026-08-31`, one date for one day. Without a year in front the day comes first unless a date says otherwise.
 */
export function periodOfBanner(lines: readonly (readonly string[])[]): Days | null {
  const found = lines.flat().flatMap((cell) => [...cleanText(cell).matchAll(DATES)])
  const monthFirst = found.some(([text]) => dateOrderEvidence(text) === 'MDY')
  const days = found
    .map(([, year, month, day, first = '', second = '', lastYear = '']) => {
      const [y, m, d] =
        year === undefined ? [lastYear, monthFirst ? first : second, monthFirst ? second : first] : [year, month, day]
      return `${y}-${(m ?? '').padStart(2, '0')}-${(d ?? '').padStart(2, '0')}`
    })
    .filter(isRealDay)
  const [from, to = from] = days
  return days.length <= 2 && days.length === found.length && from !== undefined && to !== undefined && from <= to
    ? { from, to }
    : null
}

const ONE_DAY = /(?<!\d)(20\d{2})[-_.]?(\d{2})[-_.]?(\d{2})(?!\d)/u

/** The day that a file's name gives, as `batchedit_20261105_all` does, or null. */
export function dayOfName(name: string): string | null {
  const [, year, month, day] = ONE_DAY.exec(name) ?? []
  const text = `${year}-${month}-${day}`
  return isRealDay(text) ? text : null
}
