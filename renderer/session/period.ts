/** Which days the window looks at: a preset that moves with the calendar, or two days that a person chose. */

import { addDays, Day } from '../../shared/domain/days'
import { z } from '../../shared/schema'

export const PERIOD_PRESETS = [
  'all',
  'last7',
  'last30',
  'last90',
  'thisMonth',
  'lastMonth',
  'thisQuarter',
  'thisYear',
] as const
export type PeriodPreset = (typeof PERIOD_PRESETS)[number]

export const PeriodChoice = z.union([
  z.object({ preset: z.enum(PERIOD_PRESETS) }),
  z.object({ preset: z.literal('custom'), from: Day, to: Day }),
])
export type PeriodChoice = z.infer<typeof PeriodChoice>

/** First and last day, both included; empty when everything is meant. */
export interface Days {
  readonly from?: string
  readonly to?: string
}

/** The days that a choice means on `today`. A running month, quarter or year ends today. */
export function daysOf(choice: PeriodChoice, today: string): Days {
  const month = today.slice(0, 7)
  switch (choice.preset) {
    case 'all':
      return {}
    case 'custom':
      return { from: choice.from, to: choice.to }
    case 'last7':
      return { from: addDays(today, -6), to: today }
    case 'last30':
      return { from: addDays(today, -29), to: today }
    case 'last90':
      return { from: addDays(today, -89), to: today }
    case 'thisMonth':
      return { from: `${month}-01`, to: today }
    case 'lastMonth': {
      const end = addDays(`${month}-01`, -1)
      return { from: `${end.slice(0, 7)}-01`, to: end }
    }
    case 'thisQuarter': {
      const first = Math.floor((Number(today.slice(5, 7)) - 1) / 3) * 3 + 1
      return { from: `${today.slice(0, 4)}-${String(first).padStart(2, '0')}-01`, to: today }
    }
    case 'thisYear':
      return { from: `${today.slice(0, 4)}-01-01`, to: today }
  }
}
