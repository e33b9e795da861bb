/** Sample stock as the screen shows it: every product with its figures, floors and what to order. */

import type { ReadableDb } from '../../../db/database'
import { productNames, productSkus, type SkuRow } from '../../../db/repositories/products'
import { type FloorRow, sampleDefaults } from '../../../db/repositories/stock'
import type { StockDefaults, StockRow } from '../../../shared/contract/stock'
import { reorderOf } from '../../../shared/domain/stock'
import { allShops } from '../lookups/shops'
import { openStock, type StockBook } from '../lookups/stock'

/** By shop and name; the shop's own defaults stand under `*`. */
export function stockRows(db: ReadableDb, shopId: string | undefined, now: number): StockRow[] {
  const book = openStock(db, { shopId })
  const names = new Map(
    productNames(db)
      .filter(([shop]) => shopId === undefined || shop === shopId)
      .map(([shop, product, name]) => [keyOf(shop, product), { shop, product, name }]),
  )
  const defaults = new Map(sampleDefaults(db, shopId).map((row) => [keyOf(row.shopId, row.productId), row]))
  const shops = new Map(allShops(db).map((shop) => [shop.id, shop]))
  const products = new Map([...names].map(([key, { shop, product }]) => [key, [shop, product] as const]))
  for (const [shop, product] of book.products) products.set(keyOf(shop, product), [shop, product])
  const skus = new Map(
    productSkus(
      db,
      [...products.values()].map(([, product]) => product),
    ).map((sku) => [keyOf(keyOf(sku.shopId, sku.productId), sku.skuId), sku]),
  )
  const rows = [...products].map(([key, [shop, product]]) => {
    const own = { shopId: shop, shopName: shops.get(shop)?.name ?? shop, currency: shops.get(shop)?.currency ?? 'USD' }
    const name = names.get(key)?.name ?? null
    return {
      ...own,
      productId: product,
      productName: name,
      ...figuresOf(book, shop, product, { skus, key, now }),
      ...defaultsOf(defaults.get(key)),
    }
  })
  return rows.toSorted((a, b) => compare(a.shopName, b.shopName) || compare(a.productName ?? '', b.productName ?? ''))
}

type Figures = Omit<StockRow, 'shopId' | 'shopName' | 'productId' | 'productName' | 'currency' | keyof StockDefaults>

function figuresOf(
  book: StockBook,
  shopId: string,
  productId: string,
  { skus, key, now }: { readonly skus: ReadonlyMap<string, SkuRow>; readonly key: string; readonly now: number },
): Figures {
  const stock = book.of(shopId, productId)
  const floors = book.floors(shopId, productId)
  const lines = stock.lines.length < 2 ? [] : stock.lines
  return {
    ...stock,
    reasons: [...stock.reasons],
    lines: lines.map((line) => {
      const sku = skus.get(keyOf(key, line.skuId))
      return {
        ...line,
        reasons: [...line.reasons],
        sellerSku: sku?.sellerSku ?? null,
        variation: sku?.variation ?? null,
      }
    }),
    floorNewInForce: floors.floorNew,
    floorProvenInForce: floors.floorProven,
    ...reorderOf(stock, floors, book.uses(shopId, productId), now),
  }
}

/** What people set, null where nobody did. */
export function defaultsOf(row: FloorRow | undefined): StockDefaults {
  return {
    floorNew: row?.floorNew ?? null,
    floorProven: row?.floorProven ?? null,
    packingCost: row?.packingCost ?? null,
    freightCost: row?.freightCost ?? null,
    dutyCost: row?.dutyCost ?? null,
    note: row?.note ?? null,
  }
}

function keyOf(shopId: string, productId: string): string {
  return JSON.stringify([shopId, productId])
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
