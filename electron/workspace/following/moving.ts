/** Moves creators between stages by hand: what speaks against it is told first, and what was overridden is kept. */

import type { ReadableDb, WritableDb } from '../../../db/database'
import { keepCreator, type Merged } from '../../../db/repositories/creators'
import { placesOf, type SaidRow, saidWith } from '../../../db/repositories/pipelines'
import type { Guard, RelationKey } from '../../../shared/contract/pipelines'
import { type EntryFacts, missingFor, type Stage } from '../../../shared/domain/pipelines'
import { AppError } from '../../../shared/errors'
import type { WorkspaceContext } from '../context'
import { mergedCreators } from '../lookups/creators'
import { allRelations, type Relation, relationKey, relationsOfPeople, withOtherNames } from '../lookups/relations'
import { openStages } from '../lookups/stages'
import { put } from '../support'

export interface Move {
  readonly items: readonly RelationKey[]
  readonly to: string
  readonly guard: 'ask' | 'free' | 'override'
  readonly reason: string
  readonly fill: { readonly owner?: string | undefined; readonly rate?: number | undefined }
}

interface Mover {
  readonly key: RelationKey
  readonly stage: Stage
  readonly relation: Relation | undefined
  readonly handle: string
  readonly facts: EntryFacts
}

export function moveCreators(context: WorkspaceContext, tx: WritableDb, move: Move) {
  const movers = moversOf(tx, move).filter(({ stage, relation }) => relation?.stage !== stage.key)
  const guard = guardOf(tx, movers)
  if (guard !== null && move.guard === 'ask') return { moved: 0, guard }
  const held = new Set(guard?.missing.map(relationKey))
  const full = new Set(guard?.over.map(({ shopId }) => shopId))
  const free = movers.filter(({ key }) => !held.has(relationKey(key)) && !full.has(key.shopId))
  const going = move.guard === 'override' ? movers : free
  const at = context.now()
  for (const { key, stage, relation } of going) {
    keepCreator(tx, key.creatorId)
    put(context, tx, 'shopCreators', null, {
      ...key,
      stage: stage.key,
      stageSince: at,
      stageReason: move.reason || null,
      ...(!relation?.owner && move.fill.owner !== undefined && { owner: move.fill.owner }),
      ...((relation?.rate ?? null) === null && move.fill.rate !== undefined && { rate: move.fill.rate }),
    })
  }
  return { moved: going.length, guard }
}

/** Of these, those that a move to the stage would ask about first, as `relationKey`; `record.notFound` for no such stage. */
export function askedFirst(db: ReadableDb, items: readonly RelationKey[], to: string): ReadonlySet<string> {
  const movers = moversOf(db, { items, to, guard: 'ask', reason: '', fill: {} })
  const guard = guardOf(
    db,
    movers.filter(({ stage, relation }) => relation?.stage !== stage.key),
  )
  const full = new Set(guard?.over.map(({ shopId }) => shopId))
  return new Set([
    ...(guard?.missing ?? []).map(relationKey),
    ...movers.filter(({ key }) => full.has(key.shopId)).map(({ key }) => relationKey(key)),
  ])
}

function moversOf(tx: ReadableDb, { items, to, reason, fill }: Move): Mover[] {
  const merged = mergedCreators(tx)
  const keys = new Map(
    items.map(({ shopId, creatorId }) => {
      const key = { shopId, creatorId: merged.get(creatorId) ?? creatorId }
      return [relationKey(key), key] as const
    }),
  )
  const ids = [...new Set([...keys.values()].map(({ creatorId }) => creatorId))]
  const relations = relationsOfPeople(tx, merged, ids)
  const people = new Map(placesOf(tx, ids).map((place) => [place.id, place]))
  const saidBy = openSaid(tx, merged, ids)
  const stagesOf = openStages(tx)
  return [...keys.values()].map((key) => {
    const person = people.get(key.creatorId)
    if (person === undefined) throw new AppError('record.notFound', { entity: 'creators', id: key.creatorId })
    const relation = relations.get(relationKey(key))
    const words = saidBy(key)
    return {
      key,
      stage: stageNamed(stagesOf(key.shopId), to),
      relation,
      handle: person.handle ?? key.creatorId,
      facts: {
        owner: relation?.owner || fill.owner || null,
        contacted: words.some(({ sent }) => sent > 0),
        replied: words.some(({ replied }) => replied > 0),
        rate: relation?.rate ?? fill.rate ?? null,
        address: person.hasAddress === 1 ? 'given' : null,
        blocked: (relation?.blockedBy ?? '').trim() !== '',
        reason,
      },
    }
  })
}

/** Words with a creator that count for a shop: its own, and those that were about no shop in particular. */
function openSaid(tx: ReadableDb, merged: Merged, ids: readonly string[]): (key: RelationKey) => readonly SaidRow[] {
  const byCreator = new Map<string, SaidRow[]>()
  for (const row of saidWith(tx, withOtherNames(merged, ids))) {
    const creatorId = merged.get(row.creatorId) ?? row.creatorId
    byCreator.set(creatorId, [...(byCreator.get(creatorId) ?? []), row])
  }
  return ({ shopId, creatorId }) =>
    (byCreator.get(creatorId) ?? []).filter((row) => row.shopId === null || row.shopId === shopId)
}

function stageNamed(stages: readonly Stage[], key: string): Stage {
  const stage = stages.find((one) => one.key === key && !one.archived)
  if (stage === undefined) throw new AppError('record.notFound', { entity: 'stages', id: key })
  return stage
}

/** Null when nothing speaks against the move. */
function guardOf(tx: ReadableDb, movers: readonly Mover[]): Guard | null {
  const missing = movers.flatMap(({ key, stage, handle, facts }) => {
    const conditions = [...missingFor(stage, facts)]
    return conditions.length === 0 ? [] : [{ ...key, handle, conditions }]
  })
  const over = overLimit(tx, movers)
  if (missing.length === 0 && over.length === 0) return null
  const held = new Set(missing.map(relationKey))
  const full = new Set(over.map(({ shopId }) => shopId))
  const free = movers.filter(({ key }) => !held.has(relationKey(key)) && !full.has(key.shopId)).length
  return { missing, over, free }
}

function overLimit(tx: ReadableDb, movers: readonly Mover[]): Guard['over'] {
  if (movers.every(({ stage }) => stage.wipLimit === null)) return []
  const there = allRelations(tx, mergedCreators(tx))
  return [...new Set(movers.map(({ key }) => key.shopId))].flatMap((shopId) => {
    const coming = movers.filter(({ key }) => key.shopId === shopId)
    const stage = coming[0]?.stage
    const limit = stage?.wipLimit ?? null
    const count = coming.length + there.filter((one) => one.shopId === shopId && one.stage === stage?.key).length
    return limit !== null && count > limit ? [{ shopId, limit, count }] : []
  })
}
