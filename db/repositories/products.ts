/** Products as queries see them: those that people added and those that imported lines name. */

import type { ReadableDb } from '../database'
import { prepared } from '../prepared'

export interface ProductFilter {
  readonly search: string
  readonly shopId?: string | undefined
  /** Archived ones too. */
  readonly archived: boolean
  /** The day whose unit cost is shown. */
  readonly day: string
}

export interface ProductRow {
  readonly id: string
  readonly shopId: string
  readonly productId: string
  readonly name: string | null
  readonly category: string | null
  readonly brand: string | null
  readonly status: string | null
  readonly imageUrl: string | null
  readonly claimRisk: string | null
  readonly archived: number | null
  readonly note: string | null
  readonly unitCost: number | null
  /** The cost's record, where it begins on the asked day itself. */
  readonly costToday: string | null
}

const COST = `FROM product_costs c WHERE c._del = 0 AND c.shop_id = p.shop_id AND c.product_id = p.product_id`

/** One page by shop and name, and how many match in all. Names, brands and ids are searched, case left aside. */
export function pageProducts(
  db: ReadableDb,
  filter: ProductFilter,
  page: { readonly offset: number; readonly limit: number },
): { rows: ProductRow[]; total: number } {
  const search = filter.search.trim().toLowerCase()
  const conditions = ['p._del = 0', 'p.shop_id IS NOT NULL', 'p.product_id IS NOT NULL']
  const values: string[] = []
  if (!filter.archived) conditions.push('coalesce(p.archived, 0) = 0')
  if (search !== '') {
    conditions.push(
      `(instr(lower(coalesce(p.name, '')), ?) > 0 OR instr(lower(coalesce(p.brand, '')), ?) > 0 OR instr(p.product_id, ?) > 0
        OR EXISTS (SELECT 1 FROM product_skus k WHERE k._del = 0 AND k.shop_id = p.shop_id AND k.product_id = p.product_id
          AND (k.sku_id = ? OR lower(k.seller_sku) = ?)))`,
    )
    values.push(search, search, search, search, search)
  }
  if (filter.shopId !== undefined) {
    conditions.push('p.shop_id = ?')
    values.push(filter.shopId)
  }
  const where = conditions.join(' AND ')
  const rows = db.$client
    .prepare<unknown[], ProductRow>(
      `SELECT p.id, p.shop_id AS shopId, p.product_id AS productId, p.name, p.category, p.brand, p.status, p.image_url AS imageUrl,
         p.claim_risk AS claimRisk, p.archived, p.note,
         (SELECT c.unit_cost ${COST} AND c.from_day <= ? ORDER BY c.from_day DESC, c.id DESC LIMIT 1) AS unitCost,
         (SELECT c.id ${COST} AND c.from_day = ? ORDER BY c.id DESC LIMIT 1) AS costToday
       FROM products p WHERE ${where} ORDER BY p.shop_id, coalesce(p.name, ''), p.id LIMIT ? OFFSET ?`,
    )
    .all(filter.day, filter.day, ...values, page.limit, page.offset)
  const total =
    db.$client
      .prepare<unknown[], number>(`SELECT count(*) FROM products p WHERE ${where}`)
      .pluck()
      .get(...values) ?? 0
  return { rows, total }
}

/** The names of products, by shop and TikTok's number. */
export function productNames(db: ReadableDb): readonly (readonly [shopId: string, productId: string, name: string])[] {
  // The columns are those of the row's type.
  return prepared(
    db.$client,
    `SELECT shop_id, product_id, coalesce(name, product_id) FROM products
     WHERE _del = 0 AND shop_id IS NOT NULL AND product_id IS NOT NULL AND coalesce(archived, 0) = 0 ORDER BY shop_id, product_id`,
  )
    .raw()
    .all() as (readonly [string, string, string])[]
}

/** What products' claims risk, by `shop product`; those that nobody judged are left out. */
export function claimRisks(db: ReadableDb): ReadonlyMap<string, string> {
  const rows = prepared(
    db.$client,
    `SELECT shop_id || ' ' || product_id, claim_risk FROM products
     WHERE _del = 0 AND shop_id IS NOT NULL AND product_id IS NOT NULL AND claim_risk IS NOT NULL`,
  )
    .raw()
    .all() as (readonly [string, string])[]
  return new Map(rows)
}

interface OfProduct {
  readonly shopId: string
  readonly productId: string
}

export interface SkuRow extends OfProduct {
  readonly id: string
  readonly skuId: string
  readonly sellerSku: string | null
  readonly variation: string | null
  readonly barcode: string | null
  readonly weightGrams: number | null
  readonly listedStock: number | null
  readonly archived: number | null
}

export interface PriceRow extends OfProduct {
  readonly id: string
  readonly skuId: string
  readonly fromDay: string
  readonly price: number
  readonly currency: string | null
  readonly listId: string | null
}

export interface FigureRow extends OfProduct {
  readonly source: string
  readonly periodFrom: string | null
  readonly periodTo: string | null
  readonly observedAt: number | null
  readonly currency: string | null
  /** JSON. */
  readonly values: string | null
}

/** `AND` these products of whatever shop. */
const WANTED = 'product_id IN (SELECT value FROM json_each(?)) AND _del = 0 AND shop_id IS NOT NULL'

/** SKUs of these products, by seller's number. */
export function productSkus(db: ReadableDb, productIds: readonly string[]): readonly SkuRow[] {
  return prepared(
    db.$client,
    `SELECT id, shop_id AS shopId, product_id AS productId, sku_id AS skuId, seller_sku AS sellerSku, variation, barcode,
       weight_grams AS weightGrams, listed_stock AS listedStock, archived
     FROM product_skus WHERE ${WANTED} AND sku_id IS NOT NULL ORDER BY seller_sku, sku_id`,
  ).all(JSON.stringify(productIds)) as SkuRow[]
}

/** Prices of these products, newest first. */
export function productPrices(db: ReadableDb, productIds: readonly string[]): readonly PriceRow[] {
  return prepared(
    db.$client,
    `SELECT id, shop_id AS shopId, product_id AS productId, coalesce(sku_id, '*') AS skuId, from_day AS fromDay, price, currency,
       list_id AS listId
     FROM shown_product_prices WHERE ${WANTED} AND from_day IS NOT NULL AND price IS NOT NULL ORDER BY from_day DESC, sku_id, id`,
  ).all(JSON.stringify(productIds)) as PriceRow[]
}

/** What lists say of these products, the newest observation first. */
export function productFigures(db: ReadableDb, productIds: readonly string[]): readonly FigureRow[] {
  return prepared(
    db.$client,
    `SELECT shop_id AS shopId, product_id AS productId, coalesce(source, '') AS source, period_from AS periodFrom,
       period_to AS periodTo, observed_at AS observedAt, currency, "values" AS "values"
     FROM shown_product_figures WHERE ${WANTED} ORDER BY observed_at DESC, period_to DESC, id`,
  ).all(JSON.stringify(productIds)) as FigureRow[]
}
