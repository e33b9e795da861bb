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
