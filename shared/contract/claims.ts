/** Who talks to a creator until when, so that nobody is the second to write; sheets for colleagues of other workspaces. */

import { z } from '../schema'
import { Id, Instant, Nothing, procedure } from './define'

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

/** A claim that holds, with the creator where this workspace knows one. */
export const ClaimRow = ClaimView.extend({ creatorId: Id, handle: z.string() })
export type ClaimRow = z.infer<typeof ClaimRow>

const SheetFile = z.object({
  file: z.string().min(1).max(4096),
  /** Left out: the team passphrase that is known here. */
  passphrase: z.string().min(1).max(1000).optional(),
})

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
  /** Who holds whom now, soonest to lapse first; `unknown`: claims of other workspaces on nobody who is known here. */
  list: procedure(Nothing, z.object({ rows: z.array(ClaimRow), unknown: z.int() })),
  /** Writes this workspace's claims for colleagues of another one: hashes, owners, dates. Encrypted unless `plain` or no passphrase is known. */
  exportSheet: procedure(
    SheetFile.extend({ plain: z.boolean().default(false) }),
    z.object({ file: z.string(), claims: z.int(), encrypted: z.boolean() }),
  ),
  /** Takes another workspace's claims in: one step, any number of times. `own`: the sheet is this workspace's, and nothing was to be taken. */
  importSheet: procedure(
    SheetFile,
    z.object({ claims: z.int(), added: z.int(), changed: z.int(), unchanged: z.int(), own: z.boolean() }),
  ),
}
