/** Claiming, renewing and releasing inside a command. Whoever logs a contact calls `claimByContact`. */

import type { WritableDb } from '../../../db/database'
import type { ClaimRow } from '../../../db/repositories/claims'
import { handlesOf } from '../../../db/repositories/creators'
import { collisionOf, holdsAt, renewed } from '../../../shared/domain/claims'
import { AppError } from '../../../shared/errors'
import type { WorkspaceContext } from '../context'
import { mergedCreators } from '../lookups/creators'
import { put } from '../support'
import { claimsOfCreators } from './lookup'
import { claimKey, subjectOf } from './subjects'

export interface Contact {
  readonly creatorId: string
  /** UTC epoch ms. */
  readonly at: number
  /** How long the claim lasts from then on. */
  readonly days: number
  readonly override: { readonly reason: string } | null
}

/** Refuses with `claim.held` where somebody else holds the creator. */
export function refuseCollision(context: WorkspaceContext, tx: WritableDb, creatorId: string): void {
  const held = collisionOf(claimsOn(context, tx, creatorId), context.author(), context.now())
  if (held === null) return
  const { owner, until, lastContact, origin } = held
  throw new AppError('claim.held', { owner, until, lastContact, elsewhere: origin !== null })
}

/**
 * Claims the creator for the person here, or renews their claim. Refused where somebody else holds it; with an override
 * it passes on: the other claims are released with the reason, in the same step.
 */
export function claimByContact(context: WorkspaceContext, tx: WritableDb, contact: Contact): void {
  const { creatorId, at, days, override } = contact
  if (override === null) refuseCollision(context, tx, creatorId)
  const now = context.now()
  const person = context.author()
  const claims = claimsOn(context, tx, creatorId)
  const taken = collisionOf(claims, person, now) !== null
  if (taken && override) {
    for (const claim of claims) {
      if (claim.owner !== person && holdsAt(claim, now)) releaseClaim(context, tx, claim, override.reason)
    }
  }
  const subject = ownSubject(tx, creatorId)
  const own = claims.find((claim) => claim.owner === person && claim.subject === subject) ?? null
  const next = renewed(own, at, now, days)
  if (next === null) return
  const reason = taken ? (override?.reason ?? null) : next.since === own?.since ? own.reason : null
  put(context, tx, 'claims', null, { subject, owner: person, ...next, reason, origin: null })
}

export function releaseClaim(context: WorkspaceContext, tx: WritableDb, claim: ClaimRow, reason: string | null): void {
  put(context, tx, 'claims', claim.id, { released: true, reason })
}

/** Every claim on a creator under any of their names. */
export function claimsOn(context: WorkspaceContext, tx: WritableDb, creatorId: string): readonly ClaimRow[] {
  return claimsOfCreators(tx, [creatorId], context.now())[0]?.claims ?? []
}

/** Under the name that stands for the others. */
function ownSubject(tx: WritableDb, creatorId: string): string {
  const id = mergedCreators(tx).get(creatorId) ?? creatorId
  const handle = handlesOf(tx, [id]).get(id)
  if (handle === undefined) throw new AppError('record.notFound', { entity: 'creators', id })
  return subjectOf(claimKey(tx), handle)
}
