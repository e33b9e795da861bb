/** Products: the catalogue of a shop with what is behind each row, and prices that people enter. */

import type { ReadableDb } from '../../../db/database'
import {
  pageProducts,
  productFigures,
  productPrices,
  type PriceRow,
  productSkus,
} from '../../../db/repositories/products'
import { deleteRecord, getRecord } from '../../../db/repositories/records'
import type { ProductPrice } from '../../../shared/contract/products'
import { AppError } from '../../../shared/errors'
import { productRows, toFigures } from '../catalogue/product-rows'
import { allProductCosts } from '../lookups/costs'
import { findShop } from '../lookups/shops'
import { os } from '../serve'
import { nextOffset, put, readOffset, today, write } from '../support'

export const products = {
  list: os.products.list.handler(({ input: { cursor, limit, ...input }, context }) => {
    const { db } = context.host.current().workspace
    const offset = readOffset(cursor)
    const filter = { ...input, day: input.day ?? today(context) }
    const { rows, total } = pageProducts(db, filter, { offset, limit })
    return {
      rows: productRows(db, rows, filter),
      total,
      nextCursor: nextOffset(offset, limit, total),
    }
  }),

  detail: os.products.detail.handler(({ input: { shopId, productId }, context }) => {
    const { db } = context.host.current().workspace
    const shop = findShop(db, shopId)
    const ofShop = (row: { readonly shopId: string }): boolean => row.shopId === shopId
    return {
      skus: productSkus(db, [productId])
        .filter(ofShop)
        .map((sku) => ({ ...sku, archived: sku.archived === 1 })),
      prices: productPrices(db, [productId])
        .filter(ofShop)
        .map((price) => toPrice(price, shop.currency)),
      costs: allProductCosts(db, { shopId }).filter((cost) => cost.productId === productId),
      figures: productFigures(db, [productId])
        .filter(ofShop)
        .flatMap((row) => toFigures(row) ?? []),
    }
  }),

  setPrice: os.products.setPrice.handler(async ({ input, context }) => {
    const { db } = context.host.current().workspace
    const { currency } = findShop(db, input.shopId)
    const id = await write(context, 'products.setPrice', input.productId, (tx) =>
      // A person's word stands by itself: taking back a list leaves it.
      put(context, tx, 'productPrices', null, { ...input, currency, listId: null }),
    )
    return priceOf(db, input.productId, id, currency)
  }),

  removePrice: os.products.removePrice.handler(async ({ input: { id }, context }) => {
    const { productId } = getRecord(context.host.current().workspace.db, 'productPrices', id)
    await write(context, 'products.removePrice', String(productId ?? id), (tx) => deleteRecord(tx, 'productPrices', id))
    return {}
  }),
}

function priceOf(db: ReadableDb, productId: string, id: string, currency: string): ProductPrice {
  const row = productPrices(db, [productId]).find((price) => price.id === id)
  if (row === undefined) throw new AppError('record.notFound', { entity: 'productPrices', id })
  return toPrice(row, currency)
}

function toPrice({ id, skuId, fromDay, price, listId, ...row }: PriceRow, currency: string): ProductPrice {
  return { id, skuId, fromDay, price, currency: row.currency ?? currency, fromList: listId !== null }
}
