/**
 * The one place where samples take steps: legal ones only, none while people have to decide, and what follows from a step
 * for the creator (their stage, their follow-ups) with it.
 *
 * Called inside a command. Several steps of one sample in one command are counted on top of each other.
 */

import type { WritableDb } from '../../../db/database'
import { putRecord } from '../../../db/repositories/records'
import { sampleStanding, type SampleStanding } from '../../../db/repositories/samples'
import type { CreatorEvent } from '../../../shared/domain/pipelines'
import {
  FARTHEST,
  nextState,
  SAMPLE,
  type SampleDates,
  type SampleState,
  stateBefore,
  stepsTo,
} from '../../../shared/domain/samples'
import { AppError } from '../../../shared/errors'
import type { WorkspaceContext } from '../context'
import { allHappened, type Happened } from '../following/happened'
import { stateOf } from '../lookups/samples'

export interface StepOptions {
  /** When it happened, UTC ms; now, unless somebody says otherwise. */
  readonly at?: number | undefined
  readonly reason?: string | undefined
  /** Who took it, where that is not the person here. */
  readonly person?: string | undefined
  /** A file says so: nobody here took it, and nobody becomes the creator's owner by it. */
  readonly byFile?: boolean
}

export interface WalkOptions extends StepOptions {
  /** When it came into each state, as far as a file says; a state without a date came when the next one did. */
  readonly dates?: SampleDates
}

export interface Walk extends WalkOptions {
  readonly sampleId: string
  readonly to: SampleState
  /** `step`: one legal step. `through`: over all states between, as `stepsTo`. */
  readonly how: 'step' | 'through'
}

/** Asked before a sample that was never sent is approved; false, and it stays. `sampling/paper.ts` is who knows. */
export type Approval = (sampleId: string) => boolean

/** A sample that stays where it is, and why. */
export interface StepRefusal {
  readonly sampleId: string
  readonly code: 'record.notFound' | 'record.onHold' | 'record.illegalStep' | 'contract.guard'
  readonly from: SampleState | null
  /** Null: there is no next step. */
  readonly to: SampleState | null
}

/** Where each of these samples would go: to this state, or to the next or the last one from where it stands. */
export function walksOf(tx: WritableDb, ids: readonly string[], to: SampleState | 'next' | 'back') {
  const walks: { readonly sampleId: string; readonly to: SampleState }[] = []
  const ended: StepRefusal[] = []
  for (const sampleId of ids) {
    const standing = to === 'next' || to === 'back' ? sampleStanding(tx, sampleId) : null
    const from = standing && stateOf(standing)
    const goal = to === 'next' ? from && nextState(from) : to === 'back' ? from && stateBefore(from) : to
    if (goal !== null) walks.push({ sampleId, to: goal })
    else ended.push({ sampleId, from, to: null, code: from === null ? 'record.notFound' : 'record.illegalStep' })
  }
  return { walks, ended }
}

/** One legal step. Refuses as `record.notFound`, `record.onHold` or `record.illegalStep`. */
export function stepSample(
  context: WorkspaceContext,
  tx: WritableDb,
  sampleId: string,
  to: SampleState,
  options: StepOptions = {},
): void {
  orThrow(stepSamples(context, tx, [{ ...options, sampleId, to, how: 'step' }]))
}

/**
 * Many at once: those that can, do; the others are told. What follows for creators is worked out together. People who decide
 * bring `mayApprove`; what a file or a parcel says has happened, whatever paper there is.
 */
export function stepSamples(
  context: WorkspaceContext,
  tx: WritableDb,
  walks: readonly Walk[],
  mayApprove: Approval = () => true,
): readonly StepRefusal[] {
  const refused: StepRefusal[] = []
  const events: Happened[] = []
  for (const walk of walks) {
    const plan = planOf(sampleStanding(tx, walk.sampleId), walk)
    if ('code' in plan) refused.push(plan)
    else if (approves(plan) && !mayApprove(walk.sampleId))
      refused.push({ sampleId: walk.sampleId, from: plan.from, to: walk.to, code: 'contract.guard' })
    else events.push(...writeSteps(context, tx, walk, plan))
  }
  if (events.length > 0) allHappened(context, tx, events)
  return refused
}

interface Plan {
  readonly standing: SampleStanding
  readonly from: SampleState
  readonly steps: readonly SampleState[]
}

function planOf(standing: SampleStanding | null, { sampleId, to, how }: Walk): Plan | StepRefusal {
  if (standing === null) return { sampleId, to, from: null, code: 'record.notFound' }
  const from = stateOf(standing)
  if (standing.hold) return { sampleId, to, from, code: 'record.onHold' }
  const steps = how === 'through' ? stepsTo(from, to) : SAMPLE.edges[from].includes(to) ? [to] : null
  return steps === null ? { sampleId, to, from, code: 'record.illegalStep' } : { standing, from, steps }
}

function approves({ from, steps }: Plan): boolean {
  return FARTHEST[from] === 'requested' && steps.includes('approved')
}

/** What of a step concerns the creator: a parcel on its way, a post. */
const EVENTS: Readonly<Partial<Record<SampleState, CreatorEvent>>> = { shipped: 'sampled', posted: 'posted' }

function writeSteps(
  context: WorkspaceContext,
  tx: WritableDb,
  walk: Walk,
  { standing: { shopId, creatorId, pending }, from, steps }: Plan,
): Happened[] {
  const now = context.now()
  const { sampleId, reason = null, byFile = false, person = byFile ? null : context.author() } = walk
  const events: Happened[] = []
  let fromState = from
  for (const [index, toState] of steps.entries()) {
    const last = index === steps.length - 1
    const at = dateOf(walk, steps.slice(index)) ?? now
    const fields = { sampleId, fromState, toState, reason: last ? reason || null : null, at, machine: SAMPLE.version }
    // Steps of one command share its clock: their ids say which came first.
    putRecord(tx, 'sampleEvents', null, { ...fields, person }, now + pending + index)
    fromState = toState
    const event = EVENTS[toState]
    if (event !== undefined && isOnwards(steps, from, toState)) events.push({ event, creatorId, shopId, at, byFile })
  }
  return events
}

/** A step back (`delivered` to `shipped`, `verified` to `posted`) corrects the books: nothing happened with the creator. */
function isOnwards(steps: readonly SampleState[], from: SampleState, to: SampleState): boolean {
  return steps.length > 1 || stepsTo(from, to) !== null || from === 'lost' || from === 'refused' || from === 'returned'
}

/** The date of the first of these states, else of the next one that has one. */
function dateOf({ dates = {}, at }: Walk, states: readonly SampleState[]): number | undefined {
  for (const state of states) if (dates[state] !== undefined) return dates[state]
  return at
}

function orThrow(refusals: readonly StepRefusal[]): void {
  const [refusal] = refusals
  if (refusal === undefined) return
  const { sampleId: id, code, from, to } = refusal
  if (code === 'record.illegalStep') throw new AppError(code, { entity: 'samples', id, from: from ?? '', to: to ?? '' })
  if (code === 'contract.guard') throw new Error(`sample ${id}: nobody asked for paper here`)
  throw new AppError(code, { entity: 'samples', id })
}
