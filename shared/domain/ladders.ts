/**
 * Follow-up ladders: one task at a time, at days counted from the start, until the creator answers or posts.
 *
 * A *run* is one ladder with one creator at one shop; whatever two colleagues do with it, it has at most one open step.
 */

import { addDays, dayInZone, instantInZone, minuteInZone } from './days'
import type { CreatorEvent } from './pipelines'

export const TASK_KINDS = ['followUp', 'reply', 'sample', 'content', 'onboarding', 'other'] as const
export type TaskKind = (typeof TASK_KINDS)[number]

export const TASK_STATES = ['open', 'waiting', 'done', 'cancelled'] as const
export type TaskState = (typeof TASK_STATES)[number]

export interface LadderStep {
  /** Days after the start; null for a step that an event brings. */
  readonly day: number | null
  readonly event: CreatorEvent | null
  readonly kind: TaskKind
  /** Null: the words that the app brings for this step. */
  readonly title: string | null
}

export interface Ladder {
  readonly key: string
  /** Null: the words that the app brings. */
  readonly name: string | null
  readonly steps: readonly LadderStep[]
  /** What ends a run. */
  readonly stopOn: readonly CreatorEvent[]
  readonly archived: boolean
  readonly own: boolean
}

/** A record of `ladders`; null leaves the value as shipped. */
export interface OwnLadder {
  readonly key: string
  readonly name: string | null
  readonly steps: readonly LadderStep[] | null
  readonly stopOn: readonly CreatorEvent[] | null
  readonly archived: boolean | null
}

const onDay = (day: number): LadderStep => ({ day, event: null, kind: 'followUp', title: null })

/** The ladder that the app brings, after the rhythm of working teams. */
export const SHIPPED_LADDERS: readonly Ladder[] = [
  {
    key: 'followUp',
    name: null,
    steps: [
      onDay(0),
      onDay(2),
      { day: null, event: 'posted', kind: 'content', title: null },
      onDay(14),
      onDay(21),
      onDay(28),
    ],
    stopOn: ['replied', 'posted', 'declined'],
    archived: false,
    own: false,
  },
]

/** All ladders, archived ones too; own records give way to nothing. */
export function laddersOf(own: readonly OwnLadder[]): readonly Ladder[] {
  const ladders = new Map(SHIPPED_LADDERS.map((ladder) => [ladder.key, ladder]))
  for (const { key, name, steps, stopOn, archived } of own) {
    const base = ladders.get(key)
    ladders.set(key, {
      key,
      name: name ?? base?.name ?? (base ? null : key),
      steps: steps ?? base?.steps ?? [],
      stopOn: stopOn ?? base?.stopOn ?? ['replied', 'posted', 'declined'],
      archived: archived ?? base?.archived ?? false,
      own: true,
    })
  }
  return [...ladders.values()]
}

/** Number of the first step of a run; null where the ladder has none of a day. */
export function firstStep(ladder: Ladder): number | null {
  return nextStep(ladder, -1)
}

/** Number of the step after `step`. A step that an event brings has no successor and is nobody's. */
export function nextStep(ladder: Ladder, step: number): number | null {
  if (step >= 0 && (ladder.steps[step]?.day ?? null) === null) return null
  const next = ladder.steps.findIndex((one, index) => index > step && one.day !== null)
  return next === -1 ? null : next
}

/** Number of the step that an event brings. */
export function stepOn(ladder: Ladder, event: CreatorEvent): number | null {
  const step = ladder.steps.findIndex((one) => one.event === event)
  return step === -1 ? null : step
}

/** The hour of day, in minutes, at which follow-ups fall due where the creator lives. */
const DUE_MINUTE = 10 * 60
/** Until when (and from when) something that is due on the day it is made can still be done that day. */
const DAY_ENDS = 20 * 60
const DAY_BEGINS = 9 * 60

/**
 * When something falls due `days` after `start` where the creator lives: at ten in the morning there. On the very day it
 * is due at once while it is day there, else the next morning.
 *
 * `start` and the answer are UTC ms.
 */
export function dueAfter(start: number, days: number, timezone: string): number {
  const today = dayInZone(start, timezone)
  if (days > 0) return instantInZone(addDays(today, days), DUE_MINUTE, timezone)
  const minute = minuteInZone(start, timezone)
  if (minute < DAY_BEGINS) return instantInZone(today, DUE_MINUTE, timezone)
  return minute < DAY_ENDS ? start : instantInZone(addDays(today, 1), DUE_MINUTE, timezone)
}

/** At least this many days lie between doing a step late and the next one, unless the ladder itself has them closer. */
const BREATH = 2

/**
 * When the step after one that was due at `due` and done at `doneAt` falls due: as many days later as the ladder says,
 * and not on top of one that was done late. All UTC ms.
 */
export function dueNext(ladder: Ladder, step: number, next: number, due: number, doneAt: number, zone: string): number {
  const gap = (ladder.steps[next]?.day ?? 0) - (ladder.steps[step]?.day ?? 0)
  const planned = addDays(dayInZone(due, zone), gap)
  const soonest = addDays(dayInZone(doneAt, zone), Math.min(gap, BREATH))
  return instantInZone(planned > soonest ? planned : soonest, DUE_MINUTE, zone)
}

/** The origin of the step that an event brings into a run: a run of its own, so that stopping the other leaves it alone. */
export function eventOrigin(origin: string, event: CreatorEvent): string {
  return `${origin}/${event}`
}

/** What is known of a task where runs are concerned. */
export interface RunTask {
  readonly id: string
  readonly creatorId: string | null
  readonly shopId: string | null
  readonly ladder: string | null
  readonly step: number | null
  /** What the run began with; tells two runs of one ladder apart. */
  readonly origin: string | null
  readonly state: TaskState
}

/** Equal for the steps of one run; null for a task of no ladder. */
export function runOf({ creatorId, shopId, ladder, origin }: RunTask): string | null {
  return ladder === null ? null : JSON.stringify([ladder, creatorId, shopId, origin])
}

/**
 * The tasks that stand: of the open steps of one run (two colleagues may have gone on from different ones without
 * knowing of each other) the one that came last, and none where the run was stopped before it.
 */
export function standing<T extends RunTask>(tasks: readonly T[]): readonly T[] {
  const last = new Map<string, T>()
  for (const task of tasks) {
    const run = runOf(task)
    if (run === null) continue
    const known = last.get(run)
    if (known === undefined || isLater(task, known)) last.set(run, task)
  }
  return tasks.filter((task) => {
    const run = runOf(task)
    return run === null || !isOpen(task) || last.get(run) === task
  })
}

/** A stop outranks the steps that others went on with; of two equal steps the smaller id stands, at everybody's. */
function isLater(one: RunTask, other: RunTask): boolean {
  const stop = ({ state }: RunTask) => (state === 'cancelled' ? 1 : 0)
  const by = stop(one) - stop(other) || (one.step ?? 0) - (other.step ?? 0)
  return by > 0 || (by === 0 && one.id < other.id)
}

export function isOpen({ state }: Pick<RunTask, 'state'>): boolean {
  return state === 'open' || state === 'waiting'
}
