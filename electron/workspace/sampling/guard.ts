/**
 * The guard against sending twice, over all samples of the open file: made when it is first asked for, in slices, and from
 * then on brought up to date by what commits say they changed.
 */

import type { OpenWorkspace } from '../../../db/open'
import { type GuardRow, guardRows, guardRowsOf } from '../../../db/repositories/sample-requests'
import { createGuardIndex, type GuardedSample, type GuardIndex } from '../../../shared/domain/duplicate-samples'
import { mergedCreators } from '../lookups/creators'
import { withOtherNames } from '../lookups/relations'
import { allShops } from '../lookups/shops'

export interface Guard {
  readonly index: GuardIndex
  /** These samples as the guard compares them. */
  readonly samplesOf: (ids: readonly string[]) => readonly GuardedSample[]
}

const READ_AT_ONCE = 2000
/** More changed records than this, and all are read anew. */
const MANY = 5000
/** What changes who is who, or whose a shop is: everything is read anew. */
const OTHERS = ['aliases', 'erasures', 'shops', 'imports']

const opened = new WeakMap<OpenWorkspace, () => Promise<Guard>>()

export function guardOf(workspace: OpenWorkspace): Promise<Guard> {
  const known = opened.get(workspace) ?? openGuard(workspace)
  opened.set(workspace, known)
  return known()
}

function openGuard(workspace: OpenWorkspace): () => Promise<Guard> {
  const { db } = workspace
  let making: Promise<GuardIndex> | null = null
  let samples = new Set<string>()
  let creators = new Set<string>()
  workspace.onCommitted(({ changed }) => {
    for (const { entity, id } of changed) {
      if (entity === 'samples') samples.add(id)
      if (entity === 'creators') creators.add(id)
      if (OTHERS.includes(entity)) making = null
    }
    if (samples.size + creators.size > MANY) making = null
  })
  const make = async (): Promise<GuardIndex> => {
    samples = new Set()
    creators = new Set()
    const index = createGuardIndex()
    const guarded = guardedBy(workspace)
    for (let after = ''; ;) {
      const rows = guardRows(db, after, READ_AT_ONCE)
      for (const row of rows) index.put(guarded(row))
      const last = rows.at(-1)
      if (last === undefined || rows.length < READ_AT_ONCE) return index
      after = last.id
      // Others get their turn.
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  return async () => {
    making ??= make().catch((error: unknown) => {
      making = null
      throw error
    })
    const index = await making
    if (samples.size + creators.size > 0) refresh(workspace, index, samples, creators)
    samples = new Set()
    creators = new Set()
    return {
      index,
      samplesOf: (ids) => guardRowsOf(db, { samples: ids, creators: [] }).map(guardedBy(workspace)),
    }
  }
}

function refresh(
  workspace: OpenWorkspace,
  index: GuardIndex,
  samples: ReadonlySet<string>,
  creators: ReadonlySet<string>,
): void {
  const people = withOtherNames(mergedCreators(workspace.db), [...creators])
  const rows = guardRowsOf(workspace.db, { samples: [...samples], creators: people })
  for (const id of samples) index.drop(id)
  const guarded = guardedBy(workspace)
  for (const row of rows) index.put(guarded(row))
}

/** A phone or an address without a country is one of the shop's. */
function guardedBy({ db }: OpenWorkspace): (row: GuardRow) => GuardedSample {
  const merged = mergedCreators(db)
  const shops = new Map(allShops(db).map((shop) => [shop.id, shop]))
  return ({ creatorId, creatorPhone, creatorAddress, bank, payee, ...row }) => ({
    ...row,
    person: merged.get(creatorId) ?? creatorId,
    clientId: shops.get(row.shopId)?.clientId ?? null,
    market: shops.get(row.shopId)?.market ?? null,
    contact: { phone: creatorPhone, address: creatorAddress, bank, payee },
  })
}
