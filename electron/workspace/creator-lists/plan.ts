/** What a list would change: who is new, known under another name or erased, and which profile fields it fills or disputes. */

import { naturalId } from '../../../db/capture/derived'
import type { ReadableDb } from '../../../db/database'
import { Pacer } from '../../../db/facts/pacer'
import {
  knownCreators,
  type KnownCreator,
  listCreatorLists,
  livingObservations,
} from '../../../db/repositories/creator-lists'
import { handlesOf, type Merged } from '../../../db/repositories/creators'
import type { ListResult } from '../../../shared/contract/metrics'
import { PROFILE_FIELDS, type ProfileField } from '../../../shared/domain/creator-list-layouts'
import { normaliseHandle } from '../../../shared/domain/import-values/handles'
import type { WorkspaceContext } from '../context'
import { mergedCreators } from '../lookups/creators'
import type { Reporter } from '../progress'
import type { ReadCreator, ReadList } from './read'
import type { ListSource } from './source'

const CHUNK = 500
const NAMES_KEPT = 200
const DIFFERING_KEPT = 1000

/** What there is of the creators that the list names. */
export interface Plan {
  readonly lists: ReturnType<typeof listCreatorLists>
  /** By creator: empty fields that the list fills, and fields that a person said the list knows better. */
  readonly fills: ReadonlyMap<string, Readonly<Partial<Record<ProfileField, string>>>>
  readonly erased: ReadonlySet<string>
  readonly newCreators: number
  readonly newFigures: number
  readonly filled: number
  readonly names: readonly { readonly handle: string; readonly of: string }[]
  readonly otherNames: number
  readonly differing: ListResult['differing']
}

export async function planOf(
  context: WorkspaceContext,
  { head, input, listId, shop }: ListSource,
  { creators }: ReadList,
  { checkWanted, report }: Reporter,
): Promise<Plan> {
  const { db } = context.host.current().workspace
  const merged = mergedCreators(db)
  const pacer = new Pacer()
  // A creator sells where the shop does, unless somebody knows better.
  const market = input.market ?? head.market ?? (head.source === 'creatorList' ? (shop?.market ?? null) : null)
  const taken = new Set(input.take.map(({ handle, field }) => `${normaliseHandle(handle)} ${field}`))
  const fills = new Map<string, Partial<Record<ProfileField, string>>>()
  const erased = new Set<string>()
  const differing: ListResult['differing'] = []
  const others: ReadCreator[] = []
  let newCreators = 0
  let newFigures = 0
  let filled = 0
  for (let at = 0; at < creators.length; at += CHUNK) {
    const chunk = creators.slice(at, at + CHUNK)
    const known = knownCreators(
      db,
      chunk.map(({ creatorId }) => creatorId),
    )
    const living = livingObservations(
      db,
      chunk.map(({ handle }) => observationId(listId, handle)),
    )
    for (const creator of chunk) {
      const before = known.get(creator.creatorId)
      if (before?.erased === 1) {
        erased.add(creator.creatorId)
        continue
      }
      newCreators += before === undefined || before.deleted === 1 ? 1 : 0
      newFigures += living.has(observationId(listId, creator.handle)) ? 0 : 1
      if (merged.has(creator.creatorId)) others.push(creator)
      const fill = fillOf(creator, before, market, taken, differing)
      const fields = Object.keys(fill).length
      if (fields > 0) fills.set(creator.creatorId, fill)
      filled += fields
    }
    await pacer.breathe()
    checkWanted()
    report({ step: 'merge', done: at, total: creators.length })
  }
  return {
    lists: listCreatorLists(db),
    fills,
    erased,
    newCreators,
    newFigures,
    filled,
    names: namesOf(db, merged, others),
    otherNames: others.length,
    differing,
  }
}

function fillOf(
  { handle, profile }: ReadCreator,
  before: KnownCreator | undefined,
  market: string | null,
  taken: ReadonlySet<string>,
  differing: ListResult['differing'],
): Partial<Record<ProfileField, string>> {
  const fill: Partial<Record<ProfileField, string>> = {}
  for (const field of PROFILE_FIELDS) {
    const said = profile[field] ?? (field === 'market' ? (market ?? undefined) : undefined)
    if (said === undefined) continue
    const known = before?.profile[field] ?? null
    if (known === null || known.trim() === '') fill[field] = said
    else if (profile[field] !== undefined && known.normalize('NFC') !== said.normalize('NFC')) {
      if (taken.has(`${handle} ${field}`)) fill[field] = said
      else if (differing.length < DIFFERING_KEPT) differing.push({ handle, field, known, said })
    }
  }
  return fill
}

function namesOf(db: ReadableDb, merged: Merged, others: readonly ReadCreator[]): Plan['names'] {
  const kept = others.slice(0, NAMES_KEPT).map(({ handle, creatorId }) => ({ handle, of: merged.get(creatorId) ?? '' }))
  const handles = handlesOf(
    db,
    kept.map(({ of }) => of),
  )
  return kept.map(({ handle, of }) => ({ handle, of: handles.get(of) ?? of }))
}

/** The same creator in the same list is the same observation wherever it is imported. */
export function observationId(listId: string, handle: string): string {
  return naturalId('creatorMetric', [listId, handle])
}
