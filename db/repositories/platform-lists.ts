/** Imported lists of products, videos and LIVEs: their records, and what is known of the things that they name. */

import type { ReadableDb } from '../database'
import { POST_FIELDS, type PostValues } from './list-writers'

export type ListEntity = 'productLists' | 'contentLists'

export interface PlatformListRow {
  readonly id: string
  readonly entity: ListEntity
  readonly shopId: string | null
  /** The kind of list. */
  readonly source: string | null
  readonly fileName: string | null
  readonly layout: string | null
  readonly language: string | null
  readonly periodFrom: string | null
  readonly periodTo: string | null
  readonly rows: number | null
  readonly observedAt: number | null
  readonly importedAt: number | null
  /** JSON. */
  readonly counts: string | null
  readonly currency: string | null
  /** 1: taken back. */
  readonly deleted: number
}

const LIST_COLUMNS = `id, shop_id AS shopId, source, file_name AS fileName, layout, language, period_from AS periodFrom,
  period_to AS periodTo, rows, observed_at AS observedAt, imported_at AS importedAt, counts, currency, _del AS deleted`
const LISTS = `SELECT 'productLists' AS entity, ${LIST_COLUMNS} FROM product_lists
  UNION ALL SELECT 'contentLists', ${LIST_COLUMNS} FROM content_lists`

/** Every list, newest first, those taken back too. */
export function listPlatformLists(db: ReadableDb): PlatformListRow[] {
  return db.$client.prepare<[], PlatformListRow>(`${LISTS} ORDER BY importedAt DESC, id`).all()
}

export function findPlatformList(db: ReadableDb, id: string): PlatformListRow | undefined {
  return db.$client.prepare<[string], PlatformListRow>(`SELECT * FROM (${LISTS}) WHERE id = ?`).get(id)
}

type Counted = [shopId: string, count: number]

/** How many of these products (TikTok's numbers) each shop has. */
export function shopsOfProducts(db: ReadableDb, productIds: readonly string[]): Counted[] {
  return db.$client
    .prepare<[string], Counted>(
      `SELECT shop_id, count(*) FROM products WHERE _del = 0 AND shop_id IS NOT NULL
         AND product_id IN (SELECT value FROM json_each(?)) GROUP BY shop_id`,
    )
    .raw()
    .all(JSON.stringify(productIds))
}

/** How many of these videos (TikTok's numbers) each shop's lists named. */
export function shopsOfContents(db: ReadableDb, contentIds: readonly string[]): Counted[] {
  return db.$client
    .prepare<[string], Counted>(
      `SELECT shop_id, count(*) FROM contents WHERE _del = 0 AND shop_id IS NOT NULL
         AND content_id IN (SELECT value FROM json_each(?)) GROUP BY shop_id`,
    )
    .raw()
    .all(JSON.stringify(contentIds))
}

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

/** Somebody said or did something about post `c`: then it stays whatever becomes of the list that named it. */
const WORKED_WITH = `coalesce(c.hook, '') <> '' OR coalesce(c.note, '') <> ''
  OR c.id IN (SELECT content_id FROM sample_posts WHERE _del = 0 AND content_id IS NOT NULL
    AND (how IS NOT 'matched' OR coalesce(verdict, 'open') <> 'open'))
  OR c.id IN (SELECT content_id FROM content_checks WHERE _del = 0 AND content_id IS NOT NULL)
  OR c.id IN (SELECT content_id FROM violations WHERE _del = 0 AND content_id IS NOT NULL)
  OR c.id IN (SELECT content_id FROM reviews WHERE _del = 0 AND content_id IS NOT NULL)
  OR c.id IN (SELECT record_id FROM attachments WHERE _del = 0 AND entity = 'contents' AND record_id IS NOT NULL)`

/** Posts of a list: `alone` those living that nothing but it keeps, `gone` those that went with it. */
export function postsOfList(db: ReadableDb, listId: string, which: 'alone' | 'gone'): string[] {
  const wanted =
    which === 'gone'
      ? 'c._del = 1'
      : `c._del = 0 AND NOT (${WORKED_WITH}) AND NOT EXISTS (
           SELECT 1 FROM content_figures o JOIN content_lists l ON l.id = o.list_id
           WHERE o.content_id = c.id AND o._del = 0 AND o.list_id <> f.list_id AND l._del = 0)`
  return db.$client
    .prepare<[string], string>(
      `SELECT DISTINCT c.id FROM content_figures f JOIN contents c ON c.id = f.content_id
       WHERE f.list_id = ? AND f._del = 0 AND ${wanted} ORDER BY c.id`,
    )
    .pluck()
    .all(listId)
}
