/** Which creators are one and the same person, as every feature sees it. */

import type { ReadableDb } from '../../../db/database'
import { erasedCreators, handlesInLines } from '../../../db/erasing'
import type { MergedCreator } from '../../../db/facts/types'
import { handlesOf, listAliases, livingCreators, livingHandles, type Merged } from '../../../db/repositories/creators'
import { resolveAliases } from '../../../shared/sync/aliases'

/** By merged creator: the one that stands for it. Who was deleted stands for nobody. */
export function mergedCreators(db: ReadableDb): Merged {
  const { ends } = resolveAliases(listAliases(db, 'creators'))
  const living = livingCreators(db, [...new Set(ends.values())])
  return new Map([...ends].filter(([, winner]) => living.has(winner)))
}

/** Creators that have other names, each with all of them: as the list shows them, and as figures count them. */
export function mergedGroups(db: ReadableDb): MergedCreator[] {
  const merged = mergedCreators(db)
  const names = handlesOf(db, [...merged.keys()])
  const winners = livingHandles(db, [...merged.values()])
  const groups = new Map<string, { id: string; handle: string }[]>()
  for (const [id, winner] of merged) {
    const handle = names.get(id)
    const others = groups.get(winner) ?? []
    groups.set(winner, others)
    if (handle !== undefined) others.push({ id, handle })
  }
  return [...groups].flatMap(([id, others]) => {
    const handle = winners.get(id)
    // Who was deleted stands for nobody.
    return handle === undefined ? [] : [{ id, handle, others }]
  })
}

/** Tags are a list of texts; anything else that a file or a merge brought shows as none. */
export function readTags(json: string | null): string[] {
  if (json === null) return []
  try {
    const tags: unknown = JSON.parse(json)
    return Array.isArray(tags) ? tags.filter((tag) => typeof tag === 'string') : []
  } catch {
    return []
  }
}

/**
 * Erased creators as figures count them: lines and costs that stay in the agency's books keep the handle that their file
 * gave; they are shown under the name that says nothing.
 */
export function erasedGroups(db: ReadableDb): MergedCreator[] {
  const erased = erasedCreators(db.$client)
  if (erased.length === 0) return []
  const merged = mergedCreators(db)
  const winners = [...new Set(erased.map((id) => merged.get(id) ?? id))]
  const shown = livingHandles(db, winners)
  const names = mergedGroups(db)
  return winners.flatMap((id) => {
    const handle = shown.get(id)
    const others = names.find((group) => group.id === id)?.others ?? []
    const inLines = handlesInLines(db, [id, ...others.map((one) => one.id)])
    return handle === undefined ? [] : [{ id, handle, others: [...others, ...inLines] }]
  })
}
