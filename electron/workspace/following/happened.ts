/**
 * What follows by itself from something that happened with a creator: a stage changes, follow-ups stop.
 *
 * Called inside the command that wrote what happened, so that all of it is one step.
 */

import type { WritableDb } from '../../../db/database'
import { erasedCreators } from '../../../db/erasing'
import { keepCreator, type Merged } from '../../../db/repositories/creators'
import { placesOf } from '../../../db/repositories/pipelines'
import { listTasks } from '../../../db/repositories/tasks'
import { isOpen } from '../../../shared/domain/ladders'
import { type CreatorEvent, stageAfter } from '../../../shared/domain/pipelines'
import type { WorkspaceContext } from '../context'
import { mergedCreators } from '../lookups/creators'
import { type Relation, relationKey, relationsOfPeople, withOtherNames } from '../lookups/relations'
import { openStages } from '../lookups/stages'
import { allLadders, type KnownTask, toTask } from '../lookups/tasks'
import { openZones } from '../lookups/zones'
import { put, today } from '../support'
import { stepForEvent } from './ladders'

export interface Happened {
  readonly event: CreatorEvent
  readonly creatorId: string
  /** Null: with no shop in particular. Stages then move where the creator works with one shop alone; ladders stop at all. */
  readonly shopId: string | null
  /** UTC epoch ms. */
  readonly at: number
  /** A file says so: nobody becomes the creator's owner by taking it in, or two people who do would each be. */
  readonly byFile?: boolean
}

export function happened(context: WorkspaceContext, tx: WritableDb, what: Happened): void {
  allHappened(context, tx, [what])
}

/** The same for a whole block, read and resolved once. */
export function allHappened(context: WorkspaceContext, tx: WritableDb, all: readonly Happened[]): void {
  const merged = mergedCreators(tx)
  // Of an erased person nothing is written down any more, though their samples go on to their end.
  const erased = new Set(erasedCreators(tx.$client))
  const events = all
    .map((what) => ({ ...what, creatorId: merged.get(what.creatorId) ?? what.creatorId }))
    .filter(({ creatorId }) => !erased.has(creatorId))
  moveStages(context, tx, merged, events)
  followLadders(context, tx, merged, events)
}

function moveStages(context: WorkspaceContext, tx: WritableDb, merged: Merged, events: readonly Happened[]): void {
  const known = new Map(relationsOfPeople(tx, merged, [...new Set(events.map(({ creatorId }) => creatorId))]))
  const stagesOf = openStages(tx)
  for (const { event, creatorId, shopId, at, byFile = false } of events) {
    const shop = shopId ?? onlyShop(known, creatorId)
    if (shop === null) continue
    const key = relationKey({ shopId: shop, creatorId })
    const relation = known.get(key)
    const to = stageAfter(stagesOf(shop), relation?.stage ?? null, event)
    if (to === null) continue
    keepCreator(tx, creatorId)
    const owner = relation?.owner ?? (byFile ? null : context.author())
    const change = { stage: to.key, stageSince: at, stageReason: to.kind === 'stopped' ? event : null, owner }
    put(context, tx, 'shopCreators', null, { shopId: shop, creatorId, ...change })
    known.set(key, { rate: null, blockedBy: null, ...relation, shopId: shop, creatorId, ...change })
  }
}

function onlyShop(known: ReadonlyMap<string, Relation>, creatorId: string): string | null {
  const shops = [...known.values()].filter((relation) => relation.creatorId === creatorId)
  return shops.length === 1 ? (shops[0]?.shopId ?? null) : null
}

function followLadders(context: WorkspaceContext, tx: WritableDb, merged: Merged, events: readonly Happened[]): void {
  const ids = withOtherNames(merged, [...new Set(events.map(({ creatorId }) => creatorId))])
  const tasks = listTasks(tx, { creatorIds: ids })
    .filter(({ ladder }) => ladder !== null)
    .map((row) => toTask(row, merged))
  if (tasks.length === 0) return
  const ladders = allLadders(tx)
  const zoneOf = openZones(tx, today(context))
  const places = new Map(placesOf(tx, ids).map((place) => [place.id, place]))
  const stopped = new Set<string>()
  for (const what of events) {
    const concerned = tasks.filter((task) => concerns(task, what))
    for (const task of concerned) {
      const ladder = ladders.get(task.ladder ?? '')
      if (ladder === undefined || !isOpen(task) || !ladder.stopOn.includes(what.event) || stopped.has(task.id)) continue
      put(context, tx, 'tasks', task.id, { state: 'cancelled', reason: what.event })
      stopped.add(task.id)
    }
    const latest = latestRun(concerned)
    const ladder = latest && ladders.get(latest.ladder ?? '')
    if (latest && ladder) {
      stepForEvent(tx, ladder, latest, what, zoneOf(places.get(what.creatorId), latest.shopId))
    }
  }
}

function concerns(task: KnownTask, { creatorId, shopId }: Happened): boolean {
  return task.creatorId === creatorId && (task.shopId === null || shopId === null || task.shopId === shopId)
}

/** The step that came last of the run that began last; none where a person ended that run. */
function latestRun(tasks: readonly KnownTask[]): KnownTask | null {
  const begun = tasks.filter(({ origin }) => !(origin ?? '').includes('/'))
  const last = begun.toSorted((a, b) => (a.due ?? 0) - (b.due ?? 0)).at(-1) ?? null
  const byEvent = last?.reason === 'replied' || last?.reason === 'posted'
  return last?.state === 'cancelled' && !byEvent ? null : last
}
