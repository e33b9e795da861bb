/** Claims by creator, with all of a creator's names: what lists, profiles and warnings ask. */

import type { ReadableDb } from '../../../db/database'
import { allHandles, claimOrigins, type ClaimRow, claimsOn, holdingClaims } from '../../../db/repositories/claims'
import { handlesOf, type Merged } from '../../../db/repositories/creators'
import type { ClaimView, CreatorClaims } from '../../../shared/contract/claims'
import { type Claim, holderOf, holdsAt } from '../../../shared/domain/claims'
import { mergedCreators } from '../lookups/creators'
import { claimKey, subjectOf } from './subjects'

/** Who holds a creator, for the list index; `until` says when to ask again. */
export type ClaimHolder = Pick<Claim, 'owner' | 'since' | 'until' | 'lastContact'> & { readonly elsewhere: boolean }

/** The holder of every creator that somebody holds at `now`, by the id of the creator that stands for all names. */
export function claimsLookup(db: ReadableDb, now: number): ReadonlyMap<string, ClaimHolder> {
  const bySubject = grouped(holdingClaims(db, now), ({ subject }) => subject)
  const claims = new Map<string, ClaimRow[]>()
  if (bySubject.size > 0) {
    const keys = keysOf(db, now)
    const merged = mergedCreators(db)
    for (const { id, handle } of allHandles(db)) {
      for (const key of keys) {
        const found = bySubject.get(subjectOf(key, handle))
        if (found === undefined) continue
        const creator = merged.get(id) ?? id
        claims.set(creator, [...(claims.get(creator) ?? []), ...found])
      }
    }
  }
  const holders = new Map<string, ClaimHolder>()
  for (const [creator, all] of claims) {
    const holder = holderOf(all, now)
    if (holder === null) continue
    const { owner, since, until, lastContact, origin } = holder
    holders.set(creator, { owner, since, until, lastContact, elsewhere: origin !== null })
  }
  return holders
}

/** Every claim on each of these creators under any of their names, lapsed and released ones too, in the order asked for. */
export function claimsOfCreators(
  db: ReadableDb,
  creators: readonly string[],
  now: number,
): readonly { readonly creatorId: string; readonly claims: readonly ClaimRow[] }[] {
  const keys = keysOf(db, now)
  const merged = mergedCreators(db)
  const names = namesOf(merged, creators)
  const handles = handlesOf(db, [...names.values()].flat())
  const subjects = new Map([...handles].map(([id, handle]) => [id, keys.map((key) => subjectOf(key, handle))] as const))
  const bySubject = grouped(claimsOn(db, [...subjects.values()].flat()), ({ subject }) => subject)
  return creators.map((creatorId) => {
    const own = new Set((names.get(creatorId) ?? []).flatMap((id) => subjects.get(id) ?? []))
    return { creatorId, claims: [...own].flatMap((subject) => bySubject.get(subject) ?? []) }
  })
}

/** A creator's claims as people are shown them. */
export function toCreatorClaims(
  creatorId: string,
  claims: readonly Claim[],
  person: string,
  now: number,
): CreatorClaims {
  const holder = holderOf(claims, now)
  const others = claims
    .filter((claim) => claim !== holder && holdsAt(claim, now))
    .toSorted((a, b) => a.since - b.since || (a.owner < b.owner ? -1 : 1))
  return {
    creatorId,
    holder: holder && toView(holder, person),
    others: others.map((claim) => toView(claim, person)),
  }
}

function toView({ owner, since, until, lastContact, reason, origin }: Claim, person: string): ClaimView {
  return { owner, mine: owner === person, since, until, lastContact, reason, elsewhere: origin !== null }
}

/** This workspace's own key, and those of the sheets that were brought. */
function keysOf(db: ReadableDb, now: number): readonly string[] {
  return [claimKey(db), ...claimOrigins(db, now)]
}

/** By creator asked for: the ids of all names of that person. */
function namesOf(merged: Merged, creators: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const others = grouped(merged.keys(), (id) => merged.get(id) ?? id)
  return new Map(
    creators.map((id) => {
      const winner = merged.get(id) ?? id
      return [id, [winner, ...(others.get(winner) ?? [])]]
    }),
  )
}

function grouped<T>(items: Iterable<T>, keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}
