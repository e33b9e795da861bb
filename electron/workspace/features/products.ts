/** Products as a list, with the unit cost in force today. */

import { pageProducts } from '../../../db/repositories/products'
import { os } from '../serve'
import { allShops } from '../lookups/shops'
import { nextOffset, readOffset, today } from '../support'

export const products = {
  list: os.products.list.handler(({ input: { cursor, limit, ...filter }, context }) => {
    const { db } = context.host.current().workspace
    const shops = new Map(allShops(db).map((shop) => [shop.id, shop]))
    const offset = readOffset(cursor)
    const { rows, total } = pageProducts(db, { ...filter, day: today(context) }, { offset, limit })
    return {
      rows: rows.map((row) => ({
        ...row,
        shopName: shops.get(row.shopId)?.name ?? row.shopId,
        currency: shops.get(row.shopId)?.currency ?? 'USD',
      })),
      total,
      nextCursor: nextOffset(offset, limit, total),
    }
  }),
}
