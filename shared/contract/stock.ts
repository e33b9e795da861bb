/** Sample stock: what came in, what samples took and hold, the floors for new and proven creators, what to order. */

import { MOVEMENT_KINDS } from '../domain/stock'
import { z } from '../schema'
import { Currency, Id, Instant, Minor, Nothing, Page, procedure } from './define'
import { masked } from './masks'

export const MovementKind = z.enum(MOVEMENT_KINDS)
const ProductId = z.string().trim().min(1).max(64)
const SkuId = z.string().trim().min(1).max(64)
const Pieces = z.int().min(-1_000_000).max(1_000_000)
const Note = z.string().max(2000).nullable()

export const StockReason = z.enum(['neverReceived', 'tookMore', 'promisedMore', 'noSku', 'countedOtherwise'])

const Figures = z.object({
  onHand: z.int(),
  reserved: z.int(),
  /** `onHand − reserved`; below nought where more is promised or gone than there was. */
  free: z.int(),
  countedAt: Instant.nullable(),
  /** Why a number looks wrong. */
  reasons: z.array(StockReason),
})

/** What people set for a product, or for every other one of a shop. */
const Defaults = z.object({
  floorNew: z.int().nullable(),
  floorProven: z.int().nullable(),
  /** What a sample costs beside the product itself. */
  packingCost: masked(Minor, 'cost'),
  freightCost: masked(Minor, 'cost'),
  dutyCost: masked(Minor, 'cost'),
  note: z.string().nullable(),
})
export type StockDefaults = z.infer<typeof Defaults>

export const StockRow = Figures.extend({
  ...Defaults.shape,
  shopId: Id,
  shopName: z.string(),
  productId: z.string(),
  productName: z.string().nullable(),
  /** False: nobody keeps stock of it, so the figures only tell what samples took. */
  known: z.boolean(),
  /** By SKU, where more than one line is kept. */
  lines: z.array(
    Figures.extend({ skuId: z.string(), sellerSku: z.string().nullable(), variation: z.string().nullable() }),
  ),
  /** Those that hold: its own, else the shop's. */
  floorNewInForce: z.int().nullable(),
  floorProvenInForce: z.int().nullable(),
  /** Pieces that left in the last four weeks. */
  used: z.int(),
  /** Whether to order, how many pieces, and for how many days the free ones last. */
  isDue: z.boolean(),
  suggested: z.int(),
  daysLeft: z.int().nullable(),
  currency: Currency,
})
export type StockRow = z.infer<typeof StockRow>

export const Movement = z.object({
  id: Id,
  shopId: Id,
  shopName: z.string(),
  productId: z.string(),
  productName: z.string().nullable(),
  /** `*`: SKUs are not told apart. */
  skuId: z.string(),
  kind: MovementKind,
  quantity: z.int(),
  at: Instant,
  reason: z.string().nullable(),
  note: z.string().nullable(),
  /** Who wrote it down. */
  person: z.string().nullable(),
})
export type Movement = z.infer<typeof Movement>

/** One line of a product's ledger: what moved, and how many pieces there were afterwards. */
export const LedgerLine = z.object({
  at: Instant,
  kind: z.enum([...MOVEMENT_KINDS, 'sampleOut', 'sampleBack']),
  skuId: z.string(),
  /** Signed; of a count all that is there. */
  quantity: z.int(),
  onHand: z.int(),
  /** Of a sample its creator. */
  handle: z.string().nullable(),
  reason: z.string().nullable(),
})
export type LedgerLine = z.infer<typeof LedgerLine>

/** The defaults of a product; the shop's stand under `*`. Fields left out stay. */
export const StockDefaultFields = z
  .object({
    floorNew: z.int().min(0).max(1_000_000).nullable(),
    floorProven: z.int().min(0).max(1_000_000).nullable(),
    packingCost: Minor.min(0).nullable(),
    freightCost: Minor.min(0).nullable(),
    dutyCost: Minor.min(0).nullable(),
    note: Note,
  })
  .partial()

export const CountLine = z.object({
  line: z.int(),
  text: z.string(),
  productId: z.string().nullable(),
  productName: z.string().nullable(),
  skuId: z.string(),
  quantity: z.int().nullable(),
  /** Pieces there by the records, before this count. */
  before: z.int().nullable(),
  problem: z.enum(['unknownProduct', 'ambiguous', 'noNumber', 'twoNumbers', 'repeated']).nullable(),
})
export type CountLine = z.infer<typeof CountLine>

export const stockContract = {
  /** Every product of the catalogue and every other that a movement or a sample names. */
  list: procedure(z.object({ shopId: Id.optional() }), z.array(StockRow)),
  movements: procedure(
    Page.extend({ shopId: Id.optional(), productId: ProductId.optional(), kind: MovementKind.optional() }),
    z.object({ rows: z.array(Movement), total: z.int(), nextCursor: z.string().nullable() }),
  ),
  /** What became of one product's pieces, newest first, samples too; at most the last 500 lines. */
  ledger: procedure(z.object({ shopId: Id, productId: ProductId }), z.array(LedgerLine)),
  /** Writes a movement down, or changes one. `at` left out: now. */
  put: procedure(
    z.object({
      id: Id.optional(),
      fields: z.object({
        shopId: Id,
        productId: ProductId,
        skuId: SkuId.default('*'),
        kind: MovementKind,
        /** Pieces; what is written off is given without a sign. */
        quantity: Pieces,
        at: Instant.optional(),
        reason: z.string().trim().max(200).nullable().default(null),
        note: Note.default(null),
      }),
    }),
    Movement,
  ),
  remove: procedure(z.object({ id: Id }), Nothing),
  /** Reads pasted lines without writing anything. */
  readCounts: procedure(z.object({ shopId: Id, text: z.string().max(200_000) }), z.array(CountLine)),
  /** Many counts (or deliveries) of one moment as one step; `at` left out: now. Answers how many were written. */
  putMany: procedure(
    z.object({
      shopId: Id,
      kind: z.enum(['count', 'received']),
      at: Instant.optional(),
      rows: z
        .array(z.object({ productId: ProductId, skuId: SkuId.default('*'), quantity: Pieces.min(0) }))
        .min(1)
        .max(5000),
      note: Note.default(null),
    }),
    z.object({ written: z.int() }),
  ),
  /** What holds for every product of the shop without its own. */
  shopDefaults: procedure(z.object({ shopId: Id }), Defaults),
  /** Floors and what a sample costs by default: of one product, or of the whole shop (`*`). */
  setDefaults: procedure(z.object({ shopId: Id, productId: ProductId, fields: StockDefaultFields }), Nothing),
}
