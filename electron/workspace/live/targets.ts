/** How much of each shop's day shall be LIVE, as people set it. */

import type { ReadableDb } from '../../../db/database'
import { liveTargets } from '../../../db/repositories/live'
import type { LiveTarget } from '../../../shared/contract/live'

const NONE: LiveTarget = { minutesPerDay: null, primeFrom: null, primeTo: null, restMinutes: null, note: null }

export function openTargets(db: ReadableDb) {
  const targets = new Map(liveTargets(db).map(({ shopId, ...target }) => [shopId, target]))
  return {
    of: (shopId: string): LiveTarget => targets.get(shopId) ?? NONE,
    has: (shopId: string): boolean => targets.has(shopId),
  }
}
