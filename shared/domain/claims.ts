/**
 * Claims: who talks to a creator until when, so that no colleague unknowingly is the second to write.
 *
 * Promise: of any number of claims on one creator, in whatever order they arrived, everybody's copy names the same holder:
 * of those that are valid the one that began first.
 */

/** Days that a claim lasts after the last contact, where neither the agency nor its market pack says otherwise. Ours, not the platform's. */
export const CLAIM_DAYS = 14

const DAY_MS = 86_400_000

/** One person's claim on one creator; instants are UTC epoch ms. */
export interface Claim {
  readonly subject: string
  readonly owner: string
  readonly since: number
  /** The first instant at which it no longer holds. */
  readonly until: number
  readonly lastContact: number | null
  readonly released: boolean
  readonly reason: string | null
  /** The other workspace's key, in hex, where a claims sheet brought it; null for this workspace's own. */
  readonly origin: string | null
}

/** A claim ends by itself at `until`. One that begins in the future is a colleague's fast clock and holds already. */
export function holdsAt(claim: Claim, now: number): boolean {
  return !claim.released && claim.until > now
}

/** Whose creator it is at `now`: of the claims that hold the first by `since`, then by the owner's name; null: nobody's. */
export function holderOf<C extends Claim>(claims: Iterable<C>, now: number): C | null {
  let holder: C | null = null
  for (const claim of claims) {
    if (holdsAt(claim, now) && (holder === null || isBefore(claim, holder))) holder = claim
  }
  return holder
}

/** The holder where it is somebody else than `person`: who would be second. */
export function collisionOf<C extends Claim>(claims: Iterable<C>, person: string, now: number): C | null {
  const holder = holderOf(claims, now)
  return holder !== null && holder.owner !== person ? holder : null
}

/** What of a claim a contact changes. */
export type Renewal = Pick<Claim, 'since' | 'until' | 'lastContact' | 'released'>

/**
 * A person's claim after a contact at `at`: one that holds goes on from its own beginning, a lapsed or released one begins
 * anew. Null when the contact is too long ago to claim anything.
 */
export function renewed(own: Claim | null, at: number, now: number, days: number): Renewal | null {
  const until = at + days * DAY_MS
  if (until <= now) return null
  if (own === null || !holdsAt(own, now)) return { since: at, until, lastContact: at, released: false }
  return {
    since: Math.min(own.since, at),
    until: Math.max(own.until, until),
    lastContact: Math.max(own.lastContact ?? at, at),
    released: false,
  }
}

/**
 * Two reports of one person's claim made one: the later claim, and of equal ones the longer, the later contact, and
 * released if either says so. The order in which reports come changes nothing, nor does one that comes twice.
 */
export function later<C extends Claim>(a: C, b: C): C {
  if (a.since !== b.since) return a.since > b.since ? a : b
  const longer = a.until > b.until || (a.until === b.until && (a.reason ?? '') >= (b.reason ?? '')) ? a : b
  const contacts = [a.lastContact, b.lastContact].filter((at) => at !== null)
  return {
    ...longer,
    lastContact: contacts.length === 0 ? null : Math.max(...contacts),
    released: a.released || b.released,
    reason: longer.reason ?? a.reason ?? b.reason,
  }
}

function isBefore(a: Claim, b: Claim): boolean {
  return a.since !== b.since ? a.since < b.since : a.owner < b.owner
}
