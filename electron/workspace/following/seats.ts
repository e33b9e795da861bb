/** Every creator of every shop as the board needs them, kept between questions. */

import type { OpenWorkspace } from '../../../db/open'
import { observationsOfAll } from '../../../db/repositories/metrics'
import { namesOfAll } from '../../../db/repositories/pipelines'
import { dayNumber } from '../../../shared/domain/days'
import { asOfObservation, type Observation } from '../../../shared/domain/metrics'
import { firstStage } from '../../../shared/domain/pipelines'
import { showsAt } from '../../../shared/domain/today'
import { mergedCreators } from '../lookups/creators'
import { keepUntil } from '../lookups/kept'
import { allRelations, type Relation, relationKey } from '../lookups/relations'
import { openStages } from '../lookups/stages'
import { type KnownTask, openTasks } from '../lookups/tasks'

/** A creator in a stage of a shop. */
export interface Seat extends Omit<Relation, 'stage'> {
  /** Nobody is without one: who was put nowhere is in the first. */
  readonly stage: string
  readonly handle: string
  readonly displayName: string | null
  /** Handle and name in lower case, for searching. */
  readonly text: string
}

export interface Worth {
  readonly amount: number
  readonly currency: string
}

export interface Seats {
  /** Who has been in their stage longest first; nobody knows since when last. */
  readonly seats: () => readonly Seat[]
  /** Latest GMV of about 30 days of a creator for a shop. */
  readonly worth: (seat: Seat) => Worth | null
  /** What is to be done next with a creator at a shop. */
  readonly next: (seat: Seat) => KnownTask | null
}

const opened = new WeakMap<OpenWorkspace, Seats>()

export function seatsOf(workspace: OpenWorkspace): Seats {
  const known = opened.get(workspace) ?? open(workspace)
  opened.set(workspace, known)
  return known
}

function open(workspace: OpenWorkspace): Seats {
  const seats = keepUntil(workspace, ['shopCreators', 'creators', 'aliases', 'stages'], readSeats)
  const worths = keepUntil(workspace, ['creatorMetrics', 'creatorLists', 'aliases'], readWorths)
  const next = keepUntil(workspace, ['tasks', 'aliases', 'creators'], readNext)
  return {
    seats,
    worth: ({ creatorId, shopId }) => worths().get(creatorId)?.(shopId) ?? null,
    next: (seat) => {
      const own = next().get(relationKey(seat)) ?? null
      const anywhere = next().get(relationKey({ shopId: '', creatorId: seat.creatorId })) ?? null
      return own && anywhere ? earlier(own, anywhere) : (own ?? anywhere)
    },
  }
}

function readSeats({ db }: OpenWorkspace): readonly Seat[] {
  const names = new Map(namesOfAll(db).map((row) => [row.id, row]))
  const stagesOf = openStages(db)
  return allRelations(db, mergedCreators(db))
    .flatMap((relation): Seat[] => {
      const name = names.get(relation.creatorId)
      if (name === undefined) return []
      const handle = name.handle ?? relation.creatorId
      const text = `${handle} ${name.displayName ?? ''}`.toLowerCase()
      const stage = relation.stage ?? firstStage(stagesOf(relation.shopId)).key
      return [{ ...relation, stage, handle, displayName: name.displayName, text }]
    })
    .sort((a, b) => (a.stageSince ?? Infinity) - (b.stageSince ?? Infinity) || (a.handle < b.handle ? -1 : 1))
}

/** By creator: what they sold for the platform in 30 days as far as a shop is concerned. */
function readWorths({ db }: OpenWorkspace): ReadonlyMap<string, (shopId: string) => Worth | null> {
  const worths = new Map<string, (shopId: string) => Worth | null>()
  for (const [creatorId, observations] of observationsOfAll(db, mergedCreators(db))) {
    const monthly = observations.filter(isMonthOfGmv)
    if (monthly.length > 0) worths.set(creatorId, (shopId) => worthFor(monthly, shopId))
  }
  return worths
}

/** A shop's own list tells what was sold for that shop; the lists of other tools tell of the creator. */
function worthFor(monthly: readonly Observation[], shopId: string): Worth | null {
  const own = monthly.filter((one) => one.shopId === shopId)
  const known = own.length > 0 ? own : monthly.filter(({ source }) => source !== 'creatorList')
  const latest = known.reduce<Observation | null>(
    (best, one) => (best === null || asOfObservation(one) > asOfObservation(best) ? one : best),
    null,
  )
  const amount = latest?.values.gmv
  return latest?.currency && amount !== undefined ? { amount, currency: latest.currency } : null
}

/** 28 to 31 days, or a list that does not say: those are of 30 days by custom. */
function isMonthOfGmv({ values, periodFrom, periodTo }: Observation): boolean {
  if (values.gmv === undefined) return false
  if (periodFrom === null || periodTo === null) return true
  const days = dayNumber(periodTo) - dayNumber(periodFrom) + 1
  return days >= 28 && days <= 31
}

/** By creator and shop (no shop: ''). */
function readNext({ db }: OpenWorkspace): ReadonlyMap<string, KnownTask> {
  const next = new Map<string, KnownTask>()
  for (const task of openTasks(db, mergedCreators(db))) {
    if (task.creatorId === null) continue
    const key = relationKey({ shopId: task.shopId ?? '', creatorId: task.creatorId })
    const known = next.get(key)
    next.set(key, known === undefined ? task : earlier(known, task))
  }
  return next
}

function earlier(one: KnownTask, other: KnownTask): KnownTask {
  return (showsAt(other) ?? Infinity) < (showsAt(one) ?? Infinity) ? other : one
}
