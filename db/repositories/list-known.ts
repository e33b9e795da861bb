/** What is known of the posts, products, variations, prices and figures that a list names. */

import type { ReadableDb } from '../database'
import { POST_FIELDS, type PostValues } from './list-writers'

/** What is known of posts that a list names, by id; deleted ones too. */
export interface KnownPost {
  readonly id: string
  readonly deleted: number
  readonly values: PostValues
}

const POST_COLUMNS = 'creator_id, shop_id, url, title, posted_at, posted_day, seconds'

export function knownPosts(db: ReadableDb, ids: readonly string[]): ReadonlyMap<string, KnownPost> {
  const rows = db.$client
    .prepare<[string], [string, number, ...(string | number | null)[]]>(
      `SELECT id, _del, ${POST_COLUMNS} FROM contents WHERE id IN (SELECT value FROM json_each(?))`,
    )
    .raw()
    .all(JSON.stringify(ids))
  return new Map(
    rows.map(([id, deleted, ...cells]) => {
      const values = Object.fromEntries(POST_FIELDS.map((field, at) => [field, cells[at] ?? null]))
      // One cell for each of the fields, in their order.
      return [id, { id, deleted, values: values as PostValues }] as const
    }),
  )
}

/** Of these figures those that are there and not deleted. */
export function livingFigures(
  db: ReadableDb,
  table: 'content_figures' | 'product_figures',
  ids: readonly string[],
): ReadonlySet<string> {
  return new Set(
    db.$client
      .prepare<[string], string>(`SELECT id FROM ${table} WHERE _del = 0 AND id IN (SELECT value FROM json_each(?))`)
      .pluck()
      .all(JSON.stringify(ids)),
  )
}

/** The creators with these numbers of TikTok's, by number; of several with one number none. */
export function creatorsByPlatformId(db: ReadableDb, platformIds: readonly string[]): ReadonlyMap<string, string> {
  const rows = db.$client
    .prepare<[string], [string, string]>(
      `SELECT platform_id, min(id) FROM creators WHERE _del = 0 AND platform_id IN (SELECT value FROM json_each(?))
       GROUP BY platform_id HAVING count(*) = 1`,
    )
    .raw()
    .all(JSON.stringify(platformIds))
  return new Map(rows)
}

const CATALOGUE = ['name', 'category', 'brand', 'status', 'imageUrl'] as const

export interface KnownProduct {
  readonly deleted: number
  readonly fields: Readonly<Record<(typeof CATALOGUE)[number], string | null>>
}

/** Products by record id; deleted ones too. */
export function knownProducts(db: ReadableDb, ids: readonly string[]): ReadonlyMap<string, KnownProduct> {
  const rows = db.$client
    .prepare<[string], [string, number, ...(string | null)[]]>(
      `SELECT id, _del, name, category, brand, status, image_url FROM products WHERE id IN (SELECT value FROM json_each(?))`,
    )
    .raw()
    .all(JSON.stringify(ids))
  return new Map(
    rows.map(([id, deleted, ...cells]) => {
      const fields = Object.fromEntries(CATALOGUE.map((field, at) => [field, cells[at] ?? null]))
      // One cell for each of the fields, in their order.
      return [id, { deleted, fields: fields as KnownProduct['fields'] }] as const
    }),
  )
}

export interface KnownSku {
  readonly id: string
  readonly deleted: number
  readonly sellerSku: string | null
  readonly variation: string | null
  readonly weightGrams: number | null
  readonly listedStock: number | null
}

/** Variations by record id; deleted ones too. */
export function knownSkus(db: ReadableDb, ids: readonly string[]): ReadonlyMap<string, KnownSku> {
  const rows = db.$client
    .prepare<[string], KnownSku>(
      `SELECT id, _del AS deleted, seller_sku AS sellerSku, variation, weight_grams AS weightGrams, listed_stock AS listedStock
       FROM product_skus WHERE id IN (SELECT value FROM json_each(?))`,
    )
    .all(JSON.stringify(ids))
  return new Map(rows.map((row) => [row.id, row]))
}

/** What these variations cost on a day: the price of the last day up to it, by `productId skuId`. */
export function pricesInForce(
  db: ReadableDb,
  shopId: string,
  day: string,
  skus: readonly { readonly productId: string; readonly skuId: string }[],
): ReadonlyMap<string, number> {
  const rows = db.$client
    .prepare<[string, string, string], [string, number]>(
      `SELECT product_id || ' ' || sku_id, price FROM shown_product_prices
       WHERE shop_id = ? AND from_day <= ? AND price IS NOT NULL
         AND product_id IN (SELECT value FROM json_each(?)) ORDER BY from_day, id`,
    )
    .raw()
    .all(shopId, day, JSON.stringify([...new Set(skus.map(({ productId }) => productId))]))
  return new Map(rows)
}
