/** Products of shops: what they are, cost, sell for and leave, how many samples of them are there, what exports say of them. */

import { Day } from '../domain/days'
import { CLAIM_RISKS } from '../domain/products'
import { z } from '../schema'
import { Currency, Id, Instant, Minor, Nothing, Page, procedure } from './define'
import { masked } from './masks'

export const ClaimRisk = z.enum(CLAIM_RISKS)

/** Figures of the newest list that names the product, by name of figure; money in minor units of `currency`. */
export const ProductFigures = z.object({
  source: z.string(),
  periodFrom: Day.nullable(),
  periodTo: Day.nullable(),
  observedAt: Instant.nullable(),
  currency: Currency.nullable(),
  /** By name of figure (`PRODUCT_FIGURES`): minor units of `currency`, whole numbers, basis points. */
  values: z.record(z.string(), z.int()),
})
export type ProductFigures = z.infer<typeof ProductFigures>

export const Product = z.object({
  id: Id,
  shopId: Id,
  shopName: z.string(),
  /** TikTok's number of the product. */
  productId: z.string(),
  name: z.string().nullable(),
  category: z.string().nullable(),
  brand: z.string().nullable(),
  /** The platform's own word. */
  status: z.string().nullable(),
  /** An address; nothing is loaded from it. */
  imageUrl: z.string().nullable(),
  claimRisk: ClaimRisk.nullable(),
  archived: z.boolean(),
  note: z.string().nullable(),
  currency: Currency,
  /** Unit cost in force today, or null where nobody entered one. */
  unitCost: masked(Minor, 'margin'),
  /** The record of a cost that begins today, which editing the cost changes; null: editing begins a new one. */
  costToday: Id.nullable(),
  /** In force today: of its SKUs the lowest and the highest. */
  price: Minor.nullable(),
  highestPrice: Minor.nullable(),
  /** `10–20` in minor units; the upper end is outside. */
  priceBand: z.object({ from: Minor, to: Minor }).nullable(),
  /** `(lowest price − unit cost) / price`, basis points. */
  margin: masked(z.int(), 'margin'),
  /** How many SKUs are in the catalogue, and what the shop has for sale of them by the newest list. */
  skus: z.int(),
  listedStock: z.int().nullable(),
  /** Samples, in pieces; null where nobody keeps stock of it. */
  onHand: z.int().nullable(),
  reserved: z.int(),
  free: z.int().nullable(),
  /** Fewer are free than the floor for new creators. */
  isShort: z.boolean(),
  /** Claims that may be made, and how many of them lack a proof that holds. */
  claims: z.int(),
  unproven: z.int(),
  figures: ProductFigures.nullable(),
})
export type Product = z.infer<typeof Product>

export const ProductSku = z.object({
  id: Id,
  skuId: z.string(),
  sellerSku: z.string().nullable(),
  variation: z.string().nullable(),
  barcode: z.string().nullable(),
  weightGrams: z.int().nullable(),
  listedStock: z.int().nullable(),
  archived: z.boolean(),
})
export type ProductSku = z.infer<typeof ProductSku>

export const ProductPrice = z.object({
  id: Id,
  /** `*`: of the product. */
  skuId: z.string(),
  fromDay: Day,
  price: Minor,
  currency: Currency,
  /** Whether an imported list says so, rather than a person. */
  fromList: z.boolean(),
})
export type ProductPrice = z.infer<typeof ProductPrice>

export const productsContract = {
  list: procedure(
    Page.extend({
      search: z.string().max(200).default(''),
      shopId: Id.optional(),
      /** Archived ones too. */
      archived: z.boolean().default(false),
      /** The day whose prices and costs are meant; today (UTC) when left out. */
      day: Day.optional(),
    }),
    z.object({ rows: z.array(Product), total: z.int(), nextCursor: z.string().nullable() }),
  ),
  /** What is behind one row: SKUs, prices newest first, what every list says. */
  detail: procedure(
    z.object({ shopId: Id, productId: z.string().min(1).max(64) }),
    z.object({
      skus: z.array(ProductSku),
      prices: z.array(ProductPrice),
      costs: z.array(
        z.object({
          id: Id,
          fromDay: Day,
          unitCost: masked(Minor, 'margin'),
          currency: Currency,
          note: z.string().nullable(),
        }),
      ),
      figures: z.array(ProductFigures),
    }),
  ),
  /** A price from a day on, in the shop's currency; one of the same day is replaced. */
  setPrice: procedure(
    z.object({
      shopId: Id,
      productId: z.string().min(1).max(64),
      skuId: z.string().min(1).max(64).default('*'),
      fromDay: Day,
      price: Minor.min(0),
    }),
    ProductPrice,
  ),
  removePrice: procedure(z.object({ id: Id }), Nothing),
}
