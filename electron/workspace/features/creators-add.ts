/** Creators added by their handles: read and compared with everybody known, then written as one step. */

import { creatorId } from '../../../db/capture/derived'
import type { WritableDb } from '../../../db/database'
import { creatorStates, type CreatorState, keepCreator } from '../../../db/repositories/creators'
import type { InspectedCreator } from '../../../shared/contract/creators-list'
import { type PastedCreator, pastedCreators } from '../../../shared/domain/creator-paste'
import { normaliseHandle } from '../../../shared/domain/import-values/handles'
import { AppError } from '../../../shared/errors'
import type { WorkspaceContext } from '../context'
import { mergedCreators, readTags } from '../lookups/creators'
import { mergeCreators } from '../merging/merge'
import { os } from '../serve'
import { put, write } from '../support'

export const creatorAdding = {
  inspect: os.creators.inspect.handler(({ input: { text, market }, context }) => {
    const { db } = context.host.current().workspace
    const pasted = pastedCreators(text)
    const merged = mergedCreators(db)
    const ids = pasted.flatMap(({ handle, sameAs }) => [handle, sameAs].flatMap((one) => (one ? creatorId(one) : [])))
    const known = creatorStates(db, [...ids, ...merged.values()])
    const seen = new Map<string, string | null>()
    return { rows: pasted.map((row) => inspected({ ...row, market: row.market ?? market }, { known, merged, seen })) }
  }),

  add: os.creators.add.handler(async ({ input: { creators, tags }, context }) => {
    const counts = { added: 0, known: 0, otherNames: 0 }
    const ids: string[] = []
    const wanted = creators.map((one) => ({ ...one, handle: handleOf(one.handle) }))
    const [first] = wanted
    const [label, subject] =
      wanted.length === 1 && first ? ['creators.add', first.handle] : ['creators.addMany', String(wanted.length)]
    await write(context, label, subject, (tx) => {
      const states = creatorStates(
        tx,
        wanted.map(({ handle }) => creatorId(handle)),
      )
      for (const { handle, sameAs, ...fields } of wanted) {
        const id = creatorId(handle)
        const state = states.get(id)
        addOne(context, tx, state?.living ? state : null, { id, handle, tags, ...fields })
        if (state?.living) counts.known += 1
        else counts.added += 1
        if (sameAs !== null && linked(context, tx, id, sameAs)) counts.otherNames += 1
        ids.push(id)
      }
    })
    return { ...counts, ids }
  }),
}

interface Comparing {
  readonly known: ReadonlyMap<string, CreatorState>
  readonly merged: ReadonlyMap<string, string>
  /** The market of each handle of earlier lines. */
  readonly seen: Map<string, string | null>
}

function inspected({ sameAs, ...row }: PastedCreator, { known, merged, seen }: Comparing): InspectedCreator {
  const { handle, market, problem } = row
  const plain = { ...row, of: null, otherMarket: null }
  if (handle === null) return { ...plain, problem, outcome: 'unreadable' }
  const id = creatorId(handle)
  const state = known.get(id)
  const before = seen.get(handle) ?? (state?.living ? state.market : null)
  const otherMarket = market !== null && before !== null && before !== market ? before : null
  const repeated = seen.has(handle)
  seen.set(handle, before ?? market)
  const winner = known.get(merged.get(id) ?? '')
  const of = winner?.living ? { id: winner.id, handle: winner.handle } : null
  if (repeated) return { ...plain, of, otherMarket, outcome: 'repeated' }
  if (of) return { ...plain, of, otherMarket, outcome: 'otherName' }
  if (sameAs !== null && sameAs !== handle) {
    const old = known.get(merged.get(creatorId(sameAs)) ?? creatorId(sameAs))
    return old?.living
      ? { ...plain, otherMarket, of: { id: old.id, handle: old.handle }, outcome: 'otherName' }
      : { ...plain, otherMarket, problem: 'unknownOldName', outcome: state?.living ? 'known' : 'new' }
  }
  return { ...plain, otherMarket, outcome: state?.living ? 'known' : 'new' }
}

interface Wanted {
  readonly id: string
  readonly handle: string
  readonly displayName: string | null
  readonly market: string | null
  readonly tags: readonly string[]
}

/** Somebody known keeps what is known of them. */
function addOne(context: WorkspaceContext, tx: WritableDb, known: CreatorState | null, wanted: Wanted): void {
  const { id, handle, displayName, market, tags } = wanted
  const before = readTags(known?.tags ?? null)
  const all = [...new Set([...before, ...tags])]
  const fields = {
    ...(displayName !== null && !known?.displayName && { displayName }),
    ...(market !== null && !known?.market && { market }),
    ...(all.length > before.length && { tags: JSON.stringify(all) }),
  }
  if (known === null) put(context, tx, 'creators', null, { handle, ...fields })
  else if (Object.keys(fields).length > 0) put(context, tx, 'creators', id, fields)
  keepCreator(tx, id)
}

/** Makes `id` another name of somebody; false where it is one already. */
function linked(context: WorkspaceContext, tx: WritableDb, id: string, sameAs: string): boolean {
  const merged = mergedCreators(tx)
  const winner = merged.get(sameAs) ?? sameAs
  if ((merged.get(id) ?? id) === winner) return false
  mergeCreators(context, tx, { loser: id, winner, take: [], both: [], takeShops: [] })
  return true
}

function handleOf(text: string): string {
  const handle = normaliseHandle(text)
  if (handle === '') throw new AppError('record.invalid', { entity: 'creators', field: 'handle', reason: 'notAHandle' })
  return handle
}
