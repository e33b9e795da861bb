/** Whom signed paper of another client keeps from a campaign: told to whoever books them, who may know better. */

import type { ReadableDb } from '../../../db/database'
import { exclusiveCreators } from '../../../db/repositories/contract-guards'
import { handlesOf } from '../../../db/repositories/creators'
import { checkExclusivity } from '../contracting/guards'
import { mergedCreators } from '../lookups/creators'

export interface Bound {
  readonly creatorId: string
  readonly handle: string
  readonly title: string
  readonly until: string | null
}

interface Campaigned {
  readonly id: string
  readonly shopId: string
  readonly fromDay: string | null
  readonly toDay: string | null
}

/** Each creator once, with the paper that stands first in the way. */
export function boundElsewhere(db: ReadableDb, creatorIds: readonly string[], campaign: Campaigned): Bound[] {
  const merged = mergedCreators(db)
  // Few creators have such paper: only those are looked at.
  const bound = new Set(exclusiveCreators(db).map((id) => merged.get(id) ?? id))
  const asked = creatorIds.filter((id) => bound.has(merged.get(id) ?? id))
  const handles = handlesOf(db, asked)
  const { id: campaignId, shopId, fromDay: from, toDay: to } = campaign
  return asked.flatMap((creatorId) => {
    const [first] = checkExclusivity(db, { creatorId, shopId, campaignId, from, to })
    return first
      ? [{ creatorId, handle: handles.get(creatorId) ?? '', title: first.title ?? '', until: first.until }]
      : []
  })
}
