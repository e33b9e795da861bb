/** Steps of follow-up ladders as tasks: each is made when the one before it is done, never all at once. */

import type { WritableDb } from '../../../db/database'
import { keepCreator } from '../../../db/repositories/creators'
import { addRecordOnce } from '../../../db/repositories/records'
import {
  type Ladder,
  dueAfter,
  dueNext,
  eventOrigin,
  firstStep,
  nextStep,
  stepOn,
} from '../../../shared/domain/ladders'
import { dayInZone } from '../../../shared/domain/days'
import type { CreatorEvent } from '../../../shared/domain/pipelines'
import type { KnownTask } from '../lookups/tasks'

/** One ladder with one creator at one shop. */
export interface Run {
  readonly ladder: string
  readonly creatorId: string
  readonly shopId: string | null
  /** What it begins with: the touch's id, else the day. */
  readonly origin: string
  readonly owner: string | null
}

/** Two colleagues who come to the same step make one task. Answers the id of a new one. */
function addStep(tx: WritableDb, ladder: Ladder, step: number, due: number, run: Run): string | null {
  keepCreator(tx, run.creatorId)
  return addRecordOnce(tx, 'tasks', ['step', run.ladder, run.creatorId, run.shopId ?? '', run.origin, String(step)], {
    ...run,
    step,
    kind: ladder.steps[step]?.kind ?? 'followUp',
    title: ladder.steps[step]?.title ?? null,
    due,
    state: 'open',
  })
}

/** The first step of a run that begins at an instant; null where the ladder has none, or the very run is there. */
export function beginRun(
  tx: WritableDb,
  ladder: Ladder,
  run: Omit<Run, 'origin'>,
  at: number,
  zone: string,
  origin?: string,
): string | null {
  const step = firstStep(ladder)
  if (step === null) return null
  const due = dueAfter(at, ladder.steps[step]?.day ?? 0, zone)
  return addStep(tx, ladder, step, due, { ...run, origin: origin ?? `day:${dayInZone(at, zone)}` })
}

/** The step after one that was done now; null after the last. */
export function continueRun(
  tx: WritableDb,
  ladder: Ladder,
  task: KnownTask,
  doneAt: number,
  zone: string,
): string | null {
  const run = runOfTask(task)
  const next = task.step === null ? null : nextStep(ladder, task.step)
  if (run === null || next === null) return null
  const due = dueNext(ladder, task.step ?? 0, next, task.due ?? doneAt, doneAt, zone)
  return addStep(tx, ladder, next, due, run)
}

/** The step that an event brings into the run of this task; null where the ladder has none for it, or it is there. */
export function stepForEvent(
  tx: WritableDb,
  ladder: Ladder,
  task: KnownTask,
  { event, at }: { readonly event: CreatorEvent; readonly at: number },
  zone: string,
): string | null {
  const run = runOfTask(task)
  const step = stepOn(ladder, event)
  if (run === null || step === null) return null
  return addStep(tx, ladder, step, dueAfter(at, 0, zone), { ...run, origin: eventOrigin(run.origin, event) })
}

function runOfTask({ ladder, creatorId, shopId, origin, owner }: KnownTask): Run | null {
  return ladder === null || creatorId === null ? null : { ladder, creatorId, shopId, origin: origin ?? '', owner }
}
