/** Imported lists of products, videos and LIVEs: their records, and what is known of the things that they name. */

import type { ReadableDb } from '../database'

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
  /** 1: taken back. */
  readonly deleted: number
}

const LIST_COLUMNS = `id, shop_id AS shopId, source, file_name AS fileName, layout, language, period_from AS periodFrom,
  period_to AS periodTo, rows, observed_at AS observedAt, imported_at AS importedAt, counts, _del AS deleted`
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
