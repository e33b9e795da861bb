/** What is typed about a task: its day and time are those of this computer's clock. */

import type { Task, TaskFields } from '../../shared/contract/tasks'
import { dayInZone, instantInZone, isRealDay, minuteInZone } from '../../shared/domain/days'
import type { TaskKind } from '../../shared/domain/ladders'
import { HERE } from './clocks'

export interface TaskDraft {
  readonly title: string
  readonly creatorId: string
  readonly shopId: string
  readonly kind: TaskKind
  /** `YYYY-MM-DD`; '' for none. */
  readonly day: string
  /** `HH:MM`. */
  readonly time: string
  readonly owner: string
  readonly state: 'open' | 'waiting'
  readonly note: string
}

const MORNING = '09:00'

export function draftOf(task: Task): TaskDraft {
  return {
    title: task.title ?? '',
    creatorId: task.creatorId ?? '',
    shopId: task.shopId ?? '',
    kind: task.kind,
    day: task.due === null ? '' : dayInZone(task.due, HERE),
    time: task.due === null ? MORNING : timeText(minuteInZone(task.due, HERE)),
    owner: task.owner ?? '',
    state: task.state === 'waiting' ? 'waiting' : 'open',
    note: task.note ?? '',
  }
}

export function newDraft(about: Partial<TaskDraft>, now: number): TaskDraft {
  const first: TaskDraft = {
    title: '',
    creatorId: '',
    shopId: '',
    kind: 'other',
    day: dayInZone(now, HERE),
    time: timeText(minuteInZone(now + 3_600_000, HERE)),
    owner: '',
    state: 'open',
    note: '',
  }
  return { ...first, ...about }
}

/** The instant that is typed; null without a day. */
export function dueOf({ day, time }: Pick<TaskDraft, 'day' | 'time'>): number | null {
  const minute = minuteOf(time)
  return day === '' || !isRealDay(day) || minute === null ? null : instantInZone(day, minute, HERE)
}

/** Minutes since midnight of `9:30`, `09:30`, `0930`; null for anything else. */
export function minuteOf(time: string): number | null {
  const [, hour = '', minute = ''] = /^(\d{1,2}):?(\d\d)$/u.exec(time.trim()) ?? []
  if (hour === '' || Number(hour) > 23 || Number(minute) > 59) return null
  return Number(hour) * 60 + Number(minute)
}

export function fieldsOf(draft: TaskDraft): TaskFields {
  return {
    title: draft.title.trim() || null,
    creatorId: draft.creatorId || null,
    shopId: draft.shopId || null,
    kind: draft.kind,
    due: dueOf(draft),
    owner: draft.owner.trim() || null,
    state: draft.state,
    note: draft.note.trim() || null,
  }
}

function timeText(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}
