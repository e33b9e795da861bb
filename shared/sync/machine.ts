/**
 * Where a record stands after the steps that several people made, and whether the steps contradict each other.
 *
 * Steps are taken in one order for everybody, by clock and replica. A step counts when it starts where the record then
 * stands and may follow; one that does not is contested. A contested step that touches a guarded state puts the record on
 * HOLD, and only a step that names it in `resolves` ends that: no clock decides whether something was paid or cancelled.
 */

import { CONTRACT } from '../domain/contracts'
import type { Machine } from '../domain/machines'
import { PAYABLE } from '../domain/payables'
import { PAYMENT } from '../domain/payments'
import { PERIOD } from '../domain/periods'
import { REVIEW } from '../domain/reviews'
import { SAMPLE } from '../domain/samples'
import { isLater } from './merge'

/** The machines that entities of the registry name. */
const MACHINES: Readonly<Record<string, Machine>> = {
  [PAYMENT.name]: PAYMENT,
  [SAMPLE.name]: SAMPLE,
  [REVIEW.name]: REVIEW,
  [CONTRACT.name]: CONTRACT,
  [PAYABLE.name]: PAYABLE,
  [PERIOD.name]: PERIOD,
}

/** The machine of this name, or null when this build has none. */
export function machineOf(name: string): Machine | null {
  return MACHINES[name] ?? null
}

/** One step, as its row and a birth of the row have it. */
export interface Step {
  readonly id: string
  /** 16 hex digits. */
  readonly replica: string
  readonly seq: number
  readonly hlc: number
  readonly from: string
  readonly to: string
  /** Ids of contested steps that this one settles. */
  readonly resolves: readonly string[]
  /** The version of the machine that its author had. */
  readonly machine: number
}

export interface Standing {
  readonly state: string
  /** `contradiction`: people must decide. `update`: a newer app made a step that this one does not know. */
  readonly hold: 'contradiction' | 'update' | null
  /** Contested steps that nobody has settled, each with the one that counted in its place; in the order of the steps. */
  readonly contested: readonly Contested[]
}

export interface Contested {
  readonly step: Step
  /** The step that counted and left the state from which `step` starts; null where none did. */
  readonly against: Step | null
  readonly guarded: boolean
}

/** Folds a record's living steps, in whatever order they come, with one for each birth of their rows. */
export function foldSteps(machine: Machine, steps: readonly Step[]): Standing {
  let state = machine.initial
  // By state: the step that counted and left it last.
  const left = new Map<string, Step>()
  const contested = new Map<string, Contested>()
  for (const step of inOrder(steps)) {
    if (!knows(machine, step)) return { state, hold: 'update', contested: [...contested.values()] }
    const settles = step.resolves.filter((id) => contested.has(id))
    if (counts(machine, state, step, settles)) {
      for (const id of settles) contested.delete(id)
      left.set(step.from, step)
      state = step.to
      continue
    }
    const against = left.get(step.from) ?? null
    // Two people who made the same step agree.
    if (against?.to === step.to) continue
    const guarded = machine.guarded.includes(step.to) || (against !== null && machine.guarded.includes(against.to))
    contested.set(step.id, { step, against, guarded })
  }
  const open = [...contested.values()]
  return { state, hold: open.some(({ guarded }) => guarded) ? 'contradiction' : null, contested: open }
}

/**
 * By clock and replica; those of one command, which share both, by id: their ids follow one another. A step that came back
 * from deletion has several births; the earliest is its place.
 */
function inOrder(steps: readonly Step[]): readonly Step[] {
  const first = new Map<string, Step>()
  for (const step of steps.toSorted((a, b) => (isLater(a, b) ? 1 : isLater(b, a) ? -1 : a.id < b.id ? -1 : 1)))
    if (!first.has(step.id)) first.set(step.id, step)
  return [...first.values()]
}

/** A step that settles something may lead anywhere, but settles nothing twice. */
function counts(machine: Machine, state: string, step: Step, settles: readonly string[]): boolean {
  if (step.from !== state) return false
  return step.resolves.length > 0 ? settles.length > 0 : isEdge(machine, step)
}

function isEdge(machine: Machine, step: Step): boolean {
  return machine.edges[step.from]?.includes(step.to) === true
}

/** False for states of a newer machine, and for its edges. */
function knows(machine: Machine, step: Step): boolean {
  const states = Object.hasOwn(machine.edges, step.from) && Object.hasOwn(machine.edges, step.to)
  return states && (step.machine <= machine.version || step.resolves.length > 0 || isEdge(machine, step))
}

/** The states that people may choose next: none while the record is on hold. */
export function nextSteps(machine: Machine, standing: Standing): readonly string[] {
  return standing.hold === null ? (machine.edges[standing.state] ?? []) : []
}

/** The ids in a step's `resolves` column; anything but a list of texts names none. */
export function resolvedIds(json: string | number | null): readonly string[] {
  if (typeof json !== 'string') return []
  try {
    const ids: unknown = JSON.parse(json)
    return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : []
  } catch {
    return []
  }
}
