/** The tasks of one person's day, by group, what comes first first. */

import { dayBounds, groupOf, showsAt } from '../../../shared/domain/today'
import type { KnownTask } from '../lookups/tasks'

export interface DayList {
  readonly overdue: readonly KnownTask[]
  readonly today: readonly KnownTask[]
  readonly waiting: readonly KnownTask[]
  readonly later: readonly KnownTask[]
}

/** `owner` null: everybody's. Nobody's tasks are on everybody's list only. */
export function todayOf(
  tasks: readonly KnownTask[],
  { owner, now, zone }: { readonly owner: string | null; readonly now: number; readonly zone: string },
): DayList {
  const bounds = dayBounds(now, zone)
  const groups: Record<keyof DayList, KnownTask[]> = { overdue: [], today: [], waiting: [], later: [] }
  for (const task of tasks) {
    if (owner !== null && task.owner !== owner) continue
    const group = groupOf(task, bounds)
    if (group !== null) groups[group].push(task)
  }
  const at = (task: KnownTask) => showsAt(task) ?? Infinity
  for (const group of Object.values(groups)) group.sort((a, b) => at(a) - at(b) || (a.id < b.id ? -1 : 1))
  return groups
}
