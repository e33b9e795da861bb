/** Who talks to a creator until when, so that nobody is the second to write; sheets for colleagues of other workspaces. */

import type { WorkspaceContext } from '../context'
import { claimByContact, claimsOn, releaseClaim } from '../claiming/claim'
import { claimDays } from '../claiming/days'
import { claimsOfCreators, toCreatorClaims } from '../claiming/lookup'
import { handlesOf } from '../../../db/repositories/creators'
import type { CreatorClaims } from '../../../shared/contract/claims'
import { holdsAt } from '../../../shared/domain/claims'
import { AppError } from '../../../shared/errors'
import { os } from '../serve'
import { write } from '../support'

export const claims = {
  of: os.claims.of.handler(({ input, context }) => {
    const now = context.now()
    return claimsOfCreators(context.host.current().workspace.db, input.creators, now).map(
      ({ creatorId, claims: all }) => toCreatorClaims(creatorId, all, context.author(), now),
    )
  }),

  claim: os.claims.claim.handler(async ({ input: { creatorId, override }, context }) => {
    await write(context, 'claims.claim', handleOf(context, creatorId), (tx) =>
      claimByContact(context, tx, { creatorId, at: context.now(), days: claimDays(context, tx, null), override }),
    )
    return standing(context, creatorId)
  }),

  release: os.claims.release.handler(async ({ input: { creatorId, owner, reason }, context }) => {
    const person = owner ?? context.author()
    await write(context, 'claims.release', handleOf(context, creatorId), (tx) => {
      const now = context.now()
      const own = claimsOn(context, tx, creatorId).filter((claim) => claim.owner === person && holdsAt(claim, now))
      if (own.length === 0) throw new AppError('record.notFound', { entity: 'claims', id: person })
      for (const claim of own) releaseClaim(context, tx, claim, reason)
    })
    return standing(context, creatorId)
  }),
}

function handleOf(context: WorkspaceContext, creatorId: string): string {
  const handle = handlesOf(context.host.current().workspace.db, [creatorId]).get(creatorId)
  if (handle === undefined) throw new AppError('record.notFound', { entity: 'creators', id: creatorId })
  return handle
}

function standing(context: WorkspaceContext, creatorId: string): CreatorClaims {
  const now = context.now()
  const [found] = claimsOfCreators(context.host.current().workspace.db, [creatorId], now)
  return toCreatorClaims(creatorId, found?.claims ?? [], context.author(), now)
}
