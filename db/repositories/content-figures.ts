/** What lists say of posts and products in figures. Those of a list that was taken back count for nobody. */

import { type ContentObservation, unpackContent } from '../../shared/domain/content-figures'
import { type ProductValues, unpackProduct } from '../../shared/domain/product-figures'
import type { ReadableDb } from '../database'

interface Row {
  readonly listId: string | null
  readonly fileName: string | null
  readonly productId: string | null
  readonly source: string | null
  readonly periodFrom: string | null
  readonly periodTo: string | null
  readonly observedAt: number | null
  readonly currency: string | null
  readonly values: string | null
}

/** What a figure leaves blank is its list's. */
const COMMON = `f.list_id AS listId, l.file_name AS fileName, f.product_id AS productId, coalesce(f.source, l.source) AS source,
  coalesce(f.period_from, l.period_from) AS periodFrom, coalesce(f.period_to, l.period_to) AS periodTo,
  coalesce(f.observed_at, l.observed_at) AS observedAt, coalesce(f.currency, l.currency) AS currency, f."values"`

export interface ContentSaid extends ContentObservation {
  readonly contentId: string
  readonly fileName: string
  readonly periodFrom: string | null
}

/** Everything that living lists say of these posts, in no order. */
export function figuresOfContents(db: ReadableDb, contentIds: readonly string[]): ContentSaid[] {
  return db.$client
    .prepare<[string], Row & { readonly contentId: string }>(
      `SELECT f.content_id AS contentId, ${COMMON} FROM content_figures f LEFT JOIN content_lists l ON l.id = f.list_id
       WHERE f._del = 0 AND (f.list_id IS NULL OR l._del = 0) AND f.content_id IN (SELECT value FROM json_each(?))`,
    )
    .all(JSON.stringify(contentIds))
    .map(({ values, source, observedAt, fileName, ...row }) => ({
      ...row,
      source: source ?? '',
      fileName: fileName ?? '',
      observedAt: observedAt ?? 0,
      values: unpackContent(values),
    }))
}

export interface ProductSaid extends Omit<ContentSaid, 'values' | 'contentId' | 'productId'> {
  readonly productId: string
  readonly values: ProductValues
}

/** Everything that living lists say of these products (TikTok's numbers) of a shop, the newest first. */
export function figuresOfProducts(db: ReadableDb, shopId: string, productIds: readonly string[]): ProductSaid[] {
  return db.$client
    .prepare<[string, string], Row & { readonly productId: string }>(
      `SELECT ${COMMON} FROM product_figures f LEFT JOIN product_lists l ON l.id = f.list_id
       WHERE f._del = 0 AND (f.list_id IS NULL OR l._del = 0) AND f.shop_id = ?
         AND f.product_id IN (SELECT value FROM json_each(?)) ORDER BY observedAt DESC, periodTo DESC, listId`,
    )
    .all(shopId, JSON.stringify(productIds))
    .map(({ values, source, observedAt, fileName, ...row }) => ({
      ...row,
      source: source ?? '',
      fileName: fileName ?? '',
      observedAt: observedAt ?? 0,
      values: unpackProduct(values),
    }))
}
