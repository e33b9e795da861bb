/** Who talks to whom, for lists: read again once a claim was made, given up or lapses, or somebody new might be claimed. */

import { claimsLookup } from '../claiming/lookup'
import type { WorkspaceContext } from '../context'
import type { Opened } from '../host'
import type { Claim } from './person'

export interface Claims {
  /** By the id that stands for a person. */
  readonly holders: ReadonlyMap<string, Claim>
  /** Another text whenever anybody may hold another claim. */
  readonly stamp: string
}

interface Kept extends Claims {
  readonly changes: string
  /** When the first of them lapses. */
  readonly until: number
}

const kept = new WeakMap<Opened, Kept>()

/** `count`: of creators, which new ones change. */
export function claimsNow(context: WorkspaceContext, count: number): Claims {
  const opened = context.host.current()
  const now = context.now()
  const changes = `${opened.creators.stamp(['claims', 'aliases'])} ${count}`
  const known = kept.get(opened)
  if (known?.changes === changes && now < known.until) return known
  const holders = claimsLookup(opened.workspace.db, now)
  let until = Infinity
  for (const claim of holders.values()) until = Math.min(until, claim.until)
  const fresh = { holders, stamp: `${changes} ${until}`, changes, until }
  kept.set(opened, fresh)
  return fresh
}
