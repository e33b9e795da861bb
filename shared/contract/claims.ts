/** Who talks to a creator until when, so that nobody is the second to write; sheets for colleagues of other workspaces. */

import { z } from '../schema'
import { Id, Instant, procedure } from './define'

/** One person's claim as it stands; nothing in it tells of shop or client. */
export const ClaimView = z.object({
  owner: z.string(),
  /** The person at this computer. */
  mine: z.boolean(),
  since: Instant,
  until: Instant,
  lastContact: Instant.nullable(),
  /** Why it was taken over from somebody, or given up. */
  reason: z.string().nullable(),
  /** A claims sheet of another workspace says so. */
  elsewhere: z.boolean(),
})
export type ClaimView = z.infer<typeof ClaimView>

export const CreatorClaims = z.object({
  creatorId: Id,
  /** Whose creator it is now. */
  holder: ClaimView.nullable(),
  /** Others whose claims hold too, and would be next. */
  others: z.array(ClaimView),
})
export type CreatorClaims = z.infer<typeof CreatorClaims>

/** Going on although somebody else holds the claim: it passes to who goes on, with the reason. */
export const Override = z.object({ reason: z.string().trim().min(1).max(500) })

export const claimsContract = {
  /** In the order asked for; creators under other names have one answer. */
  of: procedure(z.object({ creators: z.array(Id).max(1000) }), z.array(CreatorClaims)),
  /** Claims without a contact. Refused as `claim.held` while somebody else holds it, unless overridden. */
  claim: procedure(z.object({ creatorId: Id, override: Override.nullable().default(null) }), CreatorClaims),
  /** Gives up a claim before it lapses: the own, or with `owner` a colleague's. */
  release: procedure(
    z.object({
      creatorId: Id,
      owner: z.string().min(1).nullable().default(null),
      reason: z.string().max(500).nullable().default(null),
    }),
    CreatorClaims,
  ),
}
