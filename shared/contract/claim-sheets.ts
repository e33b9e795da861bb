/** What may, must and must not be said of a product, with the proof of it. */

import { CLAIM_KINDS } from '../domain/claim-sheet'
import { Day } from '../domain/days'
import { z } from '../schema'
import { Id, Nothing, procedure } from './define'

export const ClaimKind = z.enum(CLAIM_KINDS)
export const ProofState = z.enum(['notNeeded', 'proven', 'expiring', 'expired', 'missing'])

/** TikTok's number of the product, or `*`: every product of the shop. */
const ProductId = z.string().trim().min(1).max(64)
/** A market's code, or `*`: every market. */
const ClaimMarket = z.string().regex(/^(?:[A-Z]{2}|\*)$/)
const Language = z.string().regex(/^[a-z]{2}$/)

export const ProductClaim = z.object({
  id: Id,
  shopId: Id,
  productId: ProductId,
  market: ClaimMarket,
  kind: ClaimKind,
  text: z.string(),
  /** Words by which it is known in a script; none: its text. */
  terms: z.array(z.string()),
  language: z.string().nullable(),
  proofFiles: z.int(),
  /** The last day on which the proof holds. */
  proofExpires: Day.nullable(),
  /** How the proof stands today. */
  proof: ProofState,
  source: z.string().nullable(),
  note: z.string().nullable(),
  archived: z.boolean(),
})
export type ProductClaim = z.infer<typeof ProductClaim>

export const ClaimFields = z.object({
  shopId: Id,
  productId: ProductId,
  market: ClaimMarket,
  kind: ClaimKind,
  text: z.string().trim().min(1).max(2000),
  terms: z.array(z.string().trim().min(1).max(200)).max(50).default([]),
  language: Language.nullable().default(null),
  proofExpires: Day.nullable().default(null),
  source: z.string().trim().max(500).nullable().default(null),
  note: z.string().max(5000).nullable().default(null),
  archived: z.boolean().default(false),
})

/** A product's sheets at a glance. */
export const ClaimSheetRow = z.object({
  shopId: Id,
  shopName: z.string(),
  productId: z.string(),
  /** Null: of every product of the shop. */
  productName: z.string().nullable(),
  claimRisk: z.string().nullable(),
  markets: z.array(z.string()),
  allowed: z.int(),
  missing: z.int(),
  expired: z.int(),
  expiring: z.int(),
  forbidden: z.int(),
  mustSay: z.int(),
  disclosure: z.int(),
})
export type ClaimSheetRow = z.infer<typeof ClaimSheetRow>

const SheetClaim = ProductClaim.omit({ shopId: true, archived: true }).extend({
  known: z.array(z.string()),
  isUsable: z.boolean(),
})
export const ClaimSheetView = z.object({
  productId: z.string(),
  market: z.string(),
  day: Day,
  allowed: z.array(SheetClaim),
  forbidden: z.array(SheetClaim),
  mustSay: z.array(SheetClaim),
  disclosure: z.array(SheetClaim),
})

export const claimSheetsContract = {
  /** Every product of the catalogue, also without claims, and the shop's own sheet (`*`) where there is one. */
  list: procedure(z.object({ shopId: Id.optional() }), z.array(ClaimSheetRow)),
  /** The claims of one product by themselves, archived ones too. */
  claims: procedure(z.object({ shopId: Id, productId: ProductId }), z.array(ProductClaim)),
  /** What holds for a product in a market: its own claims and those of every product; today unless a day is named. */
  sheet: procedure(
    z.object({ shopId: Id, productId: ProductId, market: ClaimMarket, day: Day.optional() }),
    ClaimSheetView,
  ),
  put: procedure(z.object({ id: Id.optional(), fields: ClaimFields }), ProductClaim),
  remove: procedure(z.object({ id: Id }), Nothing),
  /**
   * Copies claims with their proof files to other products of any shop. What a product has already, in the same market,
   * kind, language and words, is left as it is. Answers how many were added.
   */
  copy: procedure(
    z.object({
      shopId: Id,
      productId: ProductId,
      /** Only claims of this market; left out: all. */
      market: ClaimMarket.optional(),
      to: z
        .array(z.object({ shopId: Id, productId: ProductId }))
        .min(1)
        .max(200),
    }),
    z.object({ added: z.int() }),
  ),
}
