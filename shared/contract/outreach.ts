/** What was said to creators: contacts, templates and their reply rates, batch sheets, quotas. */

import { z } from '../schema'
import { CreatorClaims, Override } from './claims'
import { Id, Instant, Nothing, Page, procedure } from './define'
import { batchesContract } from './outreach-batches'
import { templatesContract } from './outreach-templates'

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

export const Touch = z.object({
  id: Id,
  creatorId: Id,
  handle: z.string(),
  shopId: Id.nullable(),
  at: Instant,
  kind: TouchKind,
  channel: z.string().nullable(),
  templateName: z.string().nullable(),
  text: z.string().nullable(),
  person: z.string().nullable(),
})
export type Touch = z.infer<typeof Touch>

/** How many new creators a shop may write to, and how much of it is used. */
export const ShopQuota = z.object({
  shopId: Id,
  /** Where the number comes from; `ask`: nobody said one yet. */
  from: z.enum(['tier', 'own', 'once', 'ask']),
  /** Null with `from` other than `ask`: as many as one likes. */
  limit: z.int().nullable(),
  used: z.int(),
  left: z.int().nullable(),
  weekFrom: Instant,
  /** The first instant of the next week: the number begins anew. */
  weekUntil: Instant,
  /** The market pack does not say when weeks begin; Sunday was taken. */
  weekAssumed: z.boolean(),
  /** Creators who answered this shop: messages to them are free. */
  connected: z.int(),
  /** GMV of the last 30 days in minor units; null: no file covers them. */
  gmv: z.int().nullable(),
  currency: z.string(),
  /** Null: the market pack does not say. */
  messagesBeforeReply: z.int().nullable(),
  /** Where the number was read; null: nowhere. */
  source: z.string().nullable(),
  /** What the person entered for this shop. */
  basis: z.enum(['tier', 'own', 'once']),
})
export type ShopQuota = z.infer<typeof ShopQuota>

export const outreachContract = {
  /**
   * One contact or reply with one creator, as one step: what follows of it too, and the claim of whoever wrote. Refused as
   * `claim.held` while somebody else holds the creator and the contact is ours to make, unless overridden.
   */
  log: procedure(
    ContactFields.extend({ override: Override.nullable().default(null) }),
    z.object({ touchId: Id, claims: CreatorClaims }),
  ),
  /** What was said, newest first. */
  touches: procedure(
    Page.extend({
      shopId: Id.optional(),
      creatorId: Id.optional(),
      kind: TouchKind.optional(),
      person: z.string().max(120).optional(),
      search: z.string().max(200).default(''),
    }),
    z.object({ rows: z.array(Touch), total: z.int(), nextCursor: z.string().nullable() }),
  ),
  removeTouch: procedure(z.object({ id: Id }), Nothing),
  /** Of these shops; left out: of all that are not archived. */
  quotas: procedure(z.object({ shops: z.array(Id).optional() }), z.array(ShopQuota)),
  /** Where a shop's number comes from: the market's tiers, what Seller Center shows, or the once of a new shop. */
  setQuota: procedure(
    z.object({
      shopId: Id,
      basis: z.discriminatedUnion('basis', [
        z.object({ basis: z.literal('tier') }),
        z.object({ basis: z.literal('own'), weekly: z.int().min(0).max(10_000_000) }),
        z.object({ basis: z.literal('once') }),
      ]),
    }),
    ShopQuota,
  ),
  templates: templatesContract,
  batches: batchesContract,
}
