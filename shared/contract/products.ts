/** Products as the lines name them. */

import { z } from '../schema'
import { Currency, Id, Minor, Page, procedure } from './define'

export const Product = z.object({
  id: Id,
  shopId: Id,
  shopName: z.string(),
  productId: z.string(),
  name: z.string().nullable(),
  note: z.string().nullable(),
  /** Unit cost in force today, or null where nobody entered one. */
  unitCost: Minor.nullable(),
  currency: Currency,
})
export type Product = z.infer<typeof Product>

export const productsContract = {
  list: procedure(
    Page.extend({ search: z.string().max(200).default(''), shopId: Id.optional() }),
    z.object({ rows: z.array(Product), total: z.int(), nextCursor: z.string().nullable() }),
  ),
}
