/** Recruitment tasks and briefs, and which version of one each creator got. */

import { BRIEF_LANGUAGES, BriefBody } from '../domain/briefs'
import { Day } from '../domain/days'
import { CONTENT_FORMS } from '../domain/quotes'
import { z } from '../schema'
import { Id, Instant, Nothing, procedure } from './define'

const Text = z.string().trim().max(4000)
export const BriefLanguage = z.enum(BRIEF_LANGUAGES)

export const BriefVersion = z.object({
  id: Id,
  briefId: Id,
  /** How it is called: `3`; `3b` where two people wrote a third one at the same time. */
  name: z.string(),
  body: BriefBody,
  person: z.string().nullable(),
  at: Instant,
})
export type BriefVersion = z.infer<typeof BriefVersion>

export const Brief = z.object({
  id: Id,
  shopId: Id,
  shopName: z.string(),
  campaignId: Id.nullable(),
  campaignName: z.string().nullable(),
  title: z.string(),
  contentForm: z.enum(CONTENT_FORMS).nullable(),
  slots: z.int().nullable(),
  deadline: Day.nullable(),
  archived: z.boolean(),
  note: z.string().nullable(),
  newest: BriefVersion.nullable(),
  versions: z.int(),
  /** Creators who got it, and those of them who have an older version than the newest. */
  sentTo: z.int(),
  older: z.int(),
})
export type Brief = z.infer<typeof Brief>

export const BriefFields = z.object({
  shopId: Id.optional(),
  campaignId: Id.nullable().optional(),
  title: Text.min(1).max(200).optional(),
  contentForm: z.enum(CONTENT_FORMS).nullable().optional(),
  slots: z.int().min(0).max(100_000).nullable().optional(),
  deadline: Day.nullable().optional(),
  archived: z.boolean().optional(),
  note: Text.nullable().optional(),
})

/** What one creator got, last. */
export const BriefReceipt = z.object({
  id: Id,
  creatorId: Id,
  handle: z.string(),
  versionId: Id,
  version: z.string(),
  older: z.boolean(),
  at: Instant,
  language: z.string().nullable(),
  channel: z.string().nullable(),
  person: z.string().nullable(),
})
export type BriefReceipt = z.infer<typeof BriefReceipt>

/** A line of a product's claim sheet that a brief can take over. */
export const ClaimLine = z.object({
  id: Id,
  productId: z.string(),
  market: z.string(),
  kind: z.enum(['allowed', 'forbidden', 'mustSay', 'disclosure']),
  text: z.string(),
  language: z.string().nullable(),
})
export type ClaimLine = z.infer<typeof ClaimLine>

export const briefsContract = {
  list: procedure(
    z.object({
      shopId: Id.optional(),
      campaignId: Id.optional(),
      archived: z.boolean().default(false),
      search: z.string().max(200).default(''),
    }),
    z.array(Brief),
  ),
  get: procedure(z.object({ id: Id }), Brief),
  /** Every version, newest first. */
  versions: procedure(z.object({ id: Id }), z.array(BriefVersion)),
  /** A body that differs from the newest is the next version; left out, the words stay. */
  put: procedure(z.object({ id: Id.optional(), fields: BriefFields, body: BriefBody.optional() }), Brief),
  remove: procedure(z.object({ id: Id }), Nothing),
  /** As PDF in one language, or with both beneath each other. `versionId` left out: the newest. */
  pdf: procedure(
    z.object({
      id: Id,
      versionId: Id.optional(),
      languages: z.array(BriefLanguage).min(1).max(2),
      to: z.string().min(1),
    }),
    z.object({ file: z.string() }),
  ),
  /** Writes down who got which version; left out: the newest. */
  send: procedure(
    z.object({
      id: Id,
      versionId: Id.optional(),
      creators: z.array(Id).min(1).max(5000),
      language: BriefLanguage.nullable().default(null),
      channel: Text.max(40).nullable().default(null),
    }),
    z.object({ sent: z.int() }),
  ),
  /** Who got it, the newest of each creator; those with an older version first. */
  receipts: procedure(z.object({ id: Id }), z.array(BriefReceipt)),
  /** What the claim sheets of these products say for the shop's market. */
  claims: procedure(z.object({ shopId: Id, products: z.array(z.string()).max(100) }), z.array(ClaimLine)),
}
