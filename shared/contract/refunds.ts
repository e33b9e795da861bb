/** Where more comes back than should: creators, products and weeks that stand out from the rest, and their orders. */

import { Day } from '../domain/days'
import { z } from '../schema'
import { Currency, Id, Minor, procedure } from './define'

export const RefundCluster = z.object({
  key: z.string(),
  /** Handle, lower case. */
  creator: z.string(),
  creatorId: Id.nullable(),
  /** The platform's number. */
  productId: z.string(),
  product: z.string().nullable(),
  /** The days of the week that were looked at. */
  from: Day,
  to: Day,
  lines: z.int(),
  refunded: z.int(),
  /** What came back, in the shop's currency. */
  amount: Minor,
  /** Lines that would have come back were it like the rest. */
  expected: z.number(),
  /** How likely so many are by chance alone. */
  chance: z.number(),
  baseline: z.object({ of: z.enum(['product', 'shop']), lines: z.int(), refunded: z.int(), rate: z.number() }),
})
export type RefundCluster = z.infer<typeof RefundCluster>

export const refundsContract = {
  /** The clusters of a shop's days, least likely first. The rule is in `shared/domain/refund-clusters.ts`. */
  clusters: procedure(
    z.object({ shopId: Id, from: Day, to: Day }),
    z.object({
      currency: Currency,
      clusters: z.array(RefundCluster),
      /** Groups that were looked at, and the chance below which one is flagged. */
      tested: z.int(),
      threshold: z.number(),
      /** All lines of the days, and those of them that came back. */
      lines: z.int(),
      refunded: z.int(),
    }),
  ),
}
