/**
 * What people decided about a creator: verdicts, allow and block lists, incidents.
 *
 * A decision is never changed: whoever thinks otherwise adds another one. The newest holds and all stay visible; of two
 * made in the same millisecond the one with the higher id holds, at everybody's.
 */

/** A record of `creatorDecisions`. */
export interface Decision {
  readonly id: string
  readonly creatorId: string
  readonly kind: 'verdict' | 'list' | 'incident'
  readonly level: DecisionLevel | null
  readonly clientId: string | null
  readonly shopId: string | null
  readonly verdict: string
  /** Key of a reason code. */
  readonly reason: string | null
  readonly note: string | null
  /** UTC epoch ms. */
  readonly at: number
  readonly person: string | null
  /** The last day on which it holds. */
  readonly expires: string | null
}

export const DECISION_LEVELS = ['agency', 'client', 'shop'] as const
export type DecisionLevel = (typeof DECISION_LEVELS)[number]

/** `undecided` takes a verdict back without hiding that there was one. */
export const VERDICTS = ['yes', 'no', 'later', 'undecided'] as const
export type Verdict = (typeof VERDICTS)[number]

/** `off` takes a creator off a list. */
export const LIST_VERDICTS = ['allow', 'block', 'off'] as const
export type ListVerdict = (typeof LIST_VERDICTS)[number]

export const INCIDENTS = ['postedLate', 'deleted', 'wrongLink', 'dispute', 'noPost'] as const
export type Incident = (typeof INCIDENTS)[number]

/** True when `a` was decided after `b`. */
export function decidedLater(a: Decision, b: Decision): boolean {
  return a.at > b.at || (a.at === b.at && a.id > b.id)
}

/** The verdict that holds for one shop (null: those that name no shop), in decisions of any order; null: none. */
export function newestDecision(decisions: readonly Decision[], shopId: string | null): Decision | null {
  let newest: Decision | null = null
  for (const one of decisions) {
    if (one.kind !== 'verdict' || one.shopId !== shopId) continue
    if (newest === null || decidedLater(one, newest)) newest = one
  }
  return newest
}

/** For whom somebody is about to contact or approve a creator. */
export interface ListScope {
  readonly shopId: string | null
  readonly clientId: string | null
  /** Today, `YYYY-MM-DD`. */
  readonly day: string
}

/** What a creator stands on for this shop: one entry per level, the newest of each; those that expired or were taken off are none. */
export function standingOnLists(decisions: readonly Decision[], scope: ListScope): readonly Decision[] {
  let standing: Decision[] | null = null
  for (const level of DECISION_LEVELS) {
    const newest = newestOnLevel(decisions, level, scope)
    if (newest === null || newest.verdict === 'off' || (newest.expires !== null && newest.expires < scope.day)) continue
    standing = [...(standing ?? []), newest]
  }
  return standing ?? NONE
}

/** A block at any level holds, whatever is allowed at another. */
export function blockedBy(standing: readonly Decision[]): Decision | null {
  return standing.find(({ verdict }) => verdict === 'block') ?? null
}

const NONE: readonly Decision[] = []

function newestOnLevel(decisions: readonly Decision[], level: DecisionLevel, scope: ListScope): Decision | null {
  let newest: Decision | null = null
  for (const one of decisions) {
    if (one.kind !== 'list' || one.level !== level) continue
    if (level === 'client' && (scope.clientId === null || one.clientId !== scope.clientId)) continue
    if (level === 'shop' && (scope.shopId === null || one.shopId !== scope.shopId)) continue
    if (newest === null || decidedLater(one, newest)) newest = one
  }
  return newest
}
