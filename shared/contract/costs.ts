/** Costs that the platform's exports do not carry: product cost with a start date, and single cost lines. */

import { Day } from '../domain/days'
import { PAYMENT_STATES } from '../domain/payments'
import { z } from '../schema'
import { Currency, Id, Minor, Nothing, Page, procedure } from './define'
import { masked } from './masks'

export const COST_KINDS = ['sample', 'freight', 'fee', 'ads', 'other'] as const
export const CostKind = z.enum(COST_KINDS)

export const CostLine = z.object({
  id: Id,
  shopId: Id,
  creatorHandle: z.string().nullable(),
  productId: z.string().nullable(),
  contentId: z.string().nullable(),
  kind: CostKind,
  amount: masked(Minor, 'cost'),
  currency: Currency,
  day: Day,
  campaign: z.string().nullable(),
  staff: z.string().nullable(),
  /** The sample whose cost this is: it takes the place of what the sample's own cells say. */
  sampleId: Id.nullable(),
  note: z.string().nullable(),
  /** Where its payment stands; `hold`: colleagues' steps contradict each other and somebody must decide. */
  payment: z.object({ state: z.enum(PAYMENT_STATES), hold: z.boolean() }),
})
export type CostLine = z.infer<typeof CostLine>

/** What people may leave out when they write a cost line. */
export const CostLineFields = CostLine.omit({ id: true, payment: true }).extend({ amount: Minor }).partial({
  creatorHandle: true,
  productId: true,
  contentId: true,
  campaign: true,
  staff: true,
  sampleId: true,
  note: true,
})

export const ProductCost = z.object({
  id: Id,
  shopId: Id,
  /** The platform's product id. */
  productId: z.string(),
  productName: z.string().nullable(),
  unitCost: masked(Minor, 'margin'),
  currency: Currency,
  fromDay: Day,
  note: z.string().nullable(),
})
export type ProductCost = z.infer<typeof ProductCost>

export const ProductCostFields = ProductCost.omit({ id: true, productName: true })
  .extend({ unitCost: Minor })
  .partial({ note: true })

export const costsContract = {
  list: procedure(
    Page.extend({ shopId: Id.optional(), kind: CostKind.optional(), from: Day.optional(), to: Day.optional() }),
    z.object({ rows: z.array(CostLine), total: z.int(), nextCursor: z.string().nullable() }),
  ),
  put: procedure(z.object({ id: Id.optional(), fields: CostLineFields }), CostLine),
  remove: procedure(z.object({ id: Id }), Nothing),
  /** The next step of its payment. Refused as `record.illegalStep` or `record.onHold`. */
  step: procedure(z.object({ id: Id, to: z.enum(PAYMENT_STATES), reason: z.string().max(500).default('') }), CostLine),
  productCosts: procedure(z.object({ shopId: Id.optional() }), z.array(ProductCost)),
  putProductCost: procedure(z.object({ id: Id.optional(), fields: ProductCostFields }), ProductCost),
  removeProductCost: procedure(z.object({ id: Id }), Nothing),
}
