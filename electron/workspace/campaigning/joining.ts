/** Creators made members of a campaign, by their handles or as they are known. */

import { creatorId } from '../../../db/capture/derived'
import type { WritableDb } from '../../../db/database'
import { creatorStates, keepCreator } from '../../../db/repositories/creators'
import type { MemberState } from '../../../shared/domain/campaigns'
import { pastedCreators } from '../../../shared/domain/creator-paste'
import type { WorkspaceContext } from '../context'
import { mergedCreators } from '../lookups/creators'
import { put } from '../support'
import { membersOf } from './plans'

/** Whom a pasted list means, and what of it cannot be read. */
export function readHandles(text: string): {
  readonly handles: readonly string[]
  readonly unreadable: readonly string[]
} {
  const pasted = pastedCreators(text)
  return {
    handles: [...new Set(pasted.flatMap(({ handle }) => handle ?? []))],
    unreadable: pasted.flatMap((one) => (one.handle === null ? [one.text] : [])),
  }
}

/** Creators of these handles under their living names; those that nobody knew are written now. */
export function knownOrNew(
  context: WorkspaceContext,
  tx: WritableDb,
  handles: readonly string[],
): { readonly ids: readonly string[]; readonly created: number } {
  const merged = mergedCreators(tx)
  const states = creatorStates(
    tx,
    handles.map((handle) => creatorId(handle)),
  )
  let created = 0
  const ids = handles.map((handle) => {
    const id = creatorId(handle)
    if (!states.get(id)?.living && !merged.has(id)) {
      put(context, tx, 'creators', null, { handle })
      created += 1
    }
    return merged.get(id) ?? id
  })
  return { ids, created }
}

export interface Joining {
  readonly campaignId: string
  readonly state: MemberState
  readonly joinedOn: string | null
}

/** Makes creators members; those that are stay as they are. Answers how many came. */
export function join(context: WorkspaceContext, tx: WritableDb, ids: readonly string[], joining: Joining): number {
  const there = new Set(membersOf(tx, [joining.campaignId]).map((member) => member.creatorId))
  let added = 0
  for (const id of new Set(ids)) {
    if (there.has(id)) continue
    keepCreator(tx, id)
    // Who was a member once begins anew.
    put(context, tx, 'campaignCreators', null, { ...joining, creatorId: id, rate: null, owner: null, note: null })
    added += 1
  }
  return added
}
