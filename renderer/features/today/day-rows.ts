/** The day's list as lines of one list: a head for each group that has something, then its tasks. */

import type { Fyi, Task } from '../../../shared/contract/tasks'
import type { TodayGroup } from '../../../shared/domain/today'

export interface Head {
  readonly line: 'head'
  readonly group: TodayGroup
  readonly count: number
}
export interface TaskLine {
  readonly line: 'task'
  readonly group: TodayGroup
  readonly task: Task
}
export interface FyiLine {
  readonly line: 'fyi'
  readonly fyi: Fyi
}
export type DayLine = Head | TaskLine | FyiLine

export interface DayAnswer {
  readonly overdue: readonly Task[]
  readonly today: readonly Task[]
  readonly waiting: readonly Task[]
  readonly fyi: readonly Fyi[]
  readonly more: Readonly<Record<'overdue' | 'today' | 'waiting', number>>
}

const TASK_GROUPS = ['overdue', 'today', 'waiting'] as const

export function dayLines(day: DayAnswer): readonly DayLine[] {
  const tasks = TASK_GROUPS.flatMap((group): DayLine[] =>
    day[group].length === 0
      ? []
      : [
          { line: 'head', group, count: day[group].length + day.more[group] },
          ...day[group].map((task): TaskLine => ({ line: 'task', group, task })),
        ],
  )
  return day.fyi.length === 0
    ? tasks
    : [
        ...tasks,
        { line: 'head', group: 'fyi', count: day.fyi.length },
        ...day.fyi.map((fyi): FyiLine => ({ line: 'fyi', fyi })),
      ]
}

/** The line to go to from `at`, over heads, by one step; the same where there is none. */
export function stepFrom(lines: readonly DayLine[], at: number, by: 1 | -1): number {
  for (let next = at + by; next >= 0 && next < lines.length; next += by) {
    if (lines[next]?.line !== 'head') return next
  }
  return at
}

/** The first line that is no head; 0 without any. */
export function firstLine(lines: readonly DayLine[]): number {
  return Math.max(
    0,
    lines.findIndex(({ line }) => line !== 'head'),
  )
}
