/** What was said to creators: contacts, templates and their reply rates, batch sheets, quotas. */

import { z } from '../schema'
import { CreatorClaims, Override } from './claims'
import { Id, Instant, procedure } from './define'

/** `sent` a message, `replied` theirs; `call` and `meeting` are both sides'; `note` is nobody's contact. */
export const TOUCH_KINDS = ['sent', 'replied', 'call', 'meeting', 'note'] as const
export const TouchKind = z.enum(TOUCH_KINDS)
export type TouchKind = z.infer<typeof TouchKind>

/** What people write of one contact. */
export const ContactFields = z.object({
  creatorId: Id,
  shopId: Id.nullable().default(null),
  kind: TouchKind,
  channel: z.string().trim().max(40).nullable().default(null),
  /** Null: now. */
  at: Instant.nullable().default(null),
  text: z.string().max(20_000).nullable().default(null),
  templateId: Id.nullable().default(null),
  templateVersionId: Id.nullable().default(null),
})

export const outreachContract = {
  /**
   * One contact or reply with one creator, as one step: what follows of it too, and the claim of whoever wrote. Refused as
   * `claim.held` while somebody else holds the creator and the contact is ours to make, unless overridden.
   */
  log: procedure(
    ContactFields.extend({ override: Override.nullable().default(null) }),
    z.object({ touchId: Id, claims: CreatorClaims }),
  ),
}
