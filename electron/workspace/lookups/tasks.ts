/** Tasks and ladders as every feature sees them. */

import type { ReadableDb } from '../../../db/database'
import type { Merged } from '../../../db/repositories/creators'
import { listLadders, listRunSteps, listTasks, type TaskFilter, type TaskRow } from '../../../db/repositories/tasks'
import {
  isOpen,
  type Ladder,
  laddersOf,
  type LadderStep,
  standing,
  TASK_KINDS,
  TASK_STATES,
  type TaskKind,
  type TaskState,
} from '../../../shared/domain/ladders'
import { CREATOR_EVENTS } from '../../../shared/domain/pipelines'
import { showsAt } from '../../../shared/domain/today'
import { mergedCreators } from './creators'
import { textsOf } from './stages'

export interface KnownTask extends Omit<TaskRow, 'kind' | 'state'> {
  readonly kind: TaskKind
  readonly state: TaskState
}

/** Creators are those that stand for their duplicates. A state that a merge left empty is open: nothing gets lost. */
export function toTask(row: TaskRow, merged: Merged): KnownTask {
  return {
    ...row,
    creatorId: row.creatorId === null ? null : (merged.get(row.creatorId) ?? row.creatorId),
    kind: TASK_KINDS.find((kind) => kind === row.kind) ?? 'other',
    state: TASK_STATES.find((state) => state === row.state) ?? 'open',
  }
}

/** The open tasks of the filter that stand, those due first first. */
export function openTasks(db: ReadableDb, merged: Merged, filter: TaskFilter = {}): KnownTask[] {
  const open = listTasks(db, { ...filter, states: ['open', 'waiting'] })
  // Closed steps of a run tell whether an open one still stands.
  const closed = open.some(({ ladder }) => ladder !== null) ? listRunSteps(db) : []
  return standing([...open, ...closed].map((row) => toTask(row, merged))).filter(isOpen)
}

/** By creator (of duplicates, the one that stands for them): their open task that comes first, at whatever shop. */
export function nextTasks(db: ReadableDb, merged = mergedCreators(db)): ReadonlyMap<string, KnownTask> {
  const next = new Map<string, KnownTask>()
  const at = (task: KnownTask) => showsAt(task) ?? Number.MAX_SAFE_INTEGER
  for (const task of openTasks(db, merged)) {
    const known = task.creatorId === null ? undefined : next.get(task.creatorId)
    if (task.creatorId !== null && (known === undefined || at(task) < at(known))) next.set(task.creatorId, task)
  }
  return next
}

/** All ladders by key, archived ones too. */
export function allLadders(db: ReadableDb): ReadonlyMap<string, Ladder> {
  const own = listLadders(db).flatMap(({ key, name, steps, stopOn, archived }) =>
    key === null
      ? []
      : [
          {
            key,
            name,
            steps: stepsOf(steps),
            stopOn: eventsOf(stopOn),
            archived: archived === null ? null : archived !== 0,
          },
        ],
  )
  return new Map(laddersOf(own).map((ladder) => [ladder.key, ladder]))
}

function eventsOf(json: string | null) {
  const events = textsOf(json)
  return events && CREATOR_EVENTS.filter((event) => events.includes(event))
}

/** Steps that can be read; what a newer version adds to them is left out. */
function stepsOf(json: string | null): readonly LadderStep[] | null {
  if (json === null) return null
  try {
    const list: unknown = JSON.parse(json)
    return Array.isArray(list) ? list.flatMap(stepOf) : null
  } catch {
    return null
  }
}

function stepOf(value: unknown): LadderStep[] {
  if (typeof value !== 'object' || value === null) return []
  const { day, event, kind, title } = value as Readonly<Record<string, unknown>> // any object has fields of unknown values
  const known = CREATOR_EVENTS.find((one) => one === event) ?? null
  const days = Number.isSafeInteger(day) && Number(day) >= 0 ? Number(day) : null
  if ((known === null) === (days === null)) return []
  return [
    {
      day: days,
      event: known,
      kind: TASK_KINDS.find((one) => one === kind) ?? 'followUp',
      title: typeof title === 'string' && title !== '' ? title : null,
    },
  ]
}
