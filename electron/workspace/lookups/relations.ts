/** Creators as shops work with them, as every feature sees them: duplicates that were made one have one relation to a shop. */

import type { ReadableDb } from '../../../db/database'
import type { Merged } from '../../../db/repositories/creators'
import { listRelations, type RelationRow, relationsOf } from '../../../db/repositories/pipelines'

export type Relation = RelationRow

/** Names one creator at one shop. */
export function relationKey({ shopId, creatorId }: Pick<Relation, 'shopId' | 'creatorId'>): string {
  return `${shopId} ${creatorId}`
}

/** Every creator of every shop. */
export function allRelations(db: ReadableDb, merged: Merged): Relation[] {
  const rows = listRelations(db)
  return merged.size === 0 ? rows : together(rows, merged)
}

/** Those of these creators, by `relationKey`. */
export function relationsOfPeople(
  db: ReadableDb,
  merged: Merged,
  creatorIds: readonly string[],
): ReadonlyMap<string, Relation> {
  const rows = together(relationsOf(db, withOtherNames(merged, creatorIds)), merged)
  return new Map(rows.map((row) => [relationKey(row), row]))
}

/** These creators and everybody that they stand for. */
export function withOtherNames(merged: Merged, creatorIds: readonly string[]): readonly string[] {
  if (merged.size === 0) return creatorIds
  const wanted = new Set(creatorIds)
  return [...wanted, ...[...merged].flatMap(([loser, winner]) => (wanted.has(winner) ? [loser] : []))]
}

/** What the one that stands for the others says holds; the others fill what it leaves empty, in the order of their ids. */
function together(rows: readonly Relation[], merged: Merged): Relation[] {
  const found = new Map<string, Relation>()
  const others: Relation[] = []
  for (const row of rows) {
    if (merged.has(row.creatorId)) others.push(row)
    else found.set(relationKey(row), row)
  }
  for (const other of others.toSorted((a, b) => (a.creatorId < b.creatorId ? -1 : 1))) {
    const row = { ...other, creatorId: merged.get(other.creatorId) ?? other.creatorId }
    const known = found.get(relationKey(row))
    found.set(relationKey(row), known === undefined ? row : filled(known, row))
  }
  return [...found.values()]
}

/** The stage goes with its date and reason. */
function filled(known: Relation, other: Relation): Relation {
  const { stage, stageSince, stageReason } = known.stage === null ? other : known
  return {
    ...known,
    stage,
    stageSince,
    stageReason,
    owner: known.owner ?? other.owner,
    rate: known.rate ?? other.rate,
    blockedBy: known.blockedBy ?? other.blockedBy,
  }
}
