/** A month as whole weeks, Monday first. */

import { addDays, dayNumber } from '../../../../shared/domain/days'

export interface MonthDay {
  readonly day: string
  /** Of the month itself, not of its neighbours. */
  readonly own: boolean
}

/** `month`: `YYYY-MM`. */
export function weeksOf(month: string): readonly MonthDay[] {
  const first = `${month}-01`
  // 1970-01-01 was a Thursday: Monday is 0.
  const lead = (dayNumber(first) + 3) % 7
  const days: MonthDay[] = []
  for (let day = addDays(first, -lead); days.length === 0 || days.length % 7 !== 0 || day.slice(0, 7) <= month;) {
    days.push({ day, own: day.startsWith(month) })
    day = addDays(day, 1)
  }
  return days
}

export function monthBeside(month: string, by: 1 | -1): string {
  return addDays(`${month}-${by === 1 ? '28' : '01'}`, by === 1 ? 7 : -1).slice(0, 7)
}
