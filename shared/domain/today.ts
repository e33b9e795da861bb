/** What a person has to do today: every task stands in exactly one group of the list. */

import { addDays, dayInZone, dayStart, instantInZone } from './days'
import type { TaskState } from './ladders'

export interface Dated {
  /** UTC epoch ms, as all instants here. */
  readonly due: number | null
  readonly snoozedUntil: number | null
}

/** When a task comes into sight: what is snoozed, not before that ends. */
export function showsAt({ due, snoozedUntil }: Dated): number | null {
  return snoozedUntil === null ? due : Math.max(due ?? 0, snoozedUntil)
}

/** `later`: not on the list today. Tasks never are in `fyi`; what people should merely know of is. */
export const TODAY_GROUPS = ['overdue', 'today', 'waiting', 'fyi'] as const
export type TodayGroup = (typeof TODAY_GROUPS)[number]

/** The day of whoever looks at the list, as instants: its first, and that of the next day. */
export interface DayBounds {
  readonly begins: number
  readonly ends: number
}

export function dayBounds(now: number, timezone: string): DayBounds {
  const day = dayInZone(now, timezone)
  return { begins: dayStart(day, timezone), ends: dayStart(addDays(day, 1), timezone) }
}

/**
 * Where an open or waiting task stands on that day. What waits for others comes back when its day has come; what nobody
 * dated is for today.
 */
export function groupOf(
  task: Dated & { readonly state: TaskState },
  { begins, ends }: DayBounds,
): Exclude<TodayGroup, 'fyi'> | 'later' | null {
  if (task.state !== 'open' && task.state !== 'waiting') return null
  const at = showsAt(task)
  if (at !== null && at < begins) return 'overdue'
  if (at !== null && at < ends) return 'today'
  if (task.state === 'waiting') return 'waiting'
  return at === null ? 'today' : 'later'
}

export const SNOOZES = ['hours', 'tomorrow', 'days', 'monday'] as const
export type Snooze = (typeof SNOOZES)[number]

const HOUR_MS = 3_600_000
const MORNING = 9 * 60

/** Until when a task is put off, on the clock of whoever does it: 3 hours, or nine in the morning of a later day. */
export function snoozeUntil(choice: Snooze, now: number, timezone: string): number {
  if (choice === 'hours') return now + 3 * HOUR_MS
  const today = dayInZone(now, timezone)
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay()
  const days = { tomorrow: 1, days: 3, monday: (8 - weekday) % 7 || 7 }[choice]
  return instantInZone(addDays(today, days), MORNING, timezone)
}
