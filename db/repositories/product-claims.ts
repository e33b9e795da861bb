/** Claims of products with the number of their proof files, as queries see them. */

import type { ReadableDb } from '../database'
import { prepared } from '../prepared'

export interface ProductClaimRow {
  readonly id: string
  readonly shopId: string
  readonly productId: string
  readonly market: string
  readonly kind: string
  readonly text: string
  /** JSON. */
  readonly terms: string | null
  readonly language: string | null
  readonly proofFiles: number
  readonly proofExpires: string | null
  readonly source: string | null
  readonly note: string | null
  readonly archived: number | null
}

/** Complete, living claims, archived ones too; with a product, its own and those of every product of the shop. */
export function productClaimRows(
  db: ReadableDb,
  { shopId, productId }: { readonly shopId?: string | undefined; readonly productId?: string | undefined } = {},
): readonly ProductClaimRow[] {
  const conditions = [
    ...(shopId === undefined ? [] : ['c.shop_id = ?']),
    ...(productId === undefined ? [] : [`c.product_id IN (?, '*')`]),
  ]
  // The columns are those of the row's type.
  return prepared(
    db.$client,
    `SELECT c.id, c.shop_id AS shopId, c.product_id AS productId, coalesce(c.market, '*') AS market, c.kind, c."text" AS "text",
       c.terms, c.language, c.proof_expires AS proofExpires, c.source, c.note, c.archived,
       (SELECT count(*) FROM attachments a WHERE a._del = 0 AND a.entity = 'productClaims' AND a.record_id = c.id) AS proofFiles
     FROM product_claims c WHERE c._del = 0 AND c.shop_id IS NOT NULL AND c.product_id IS NOT NULL AND c.kind IS NOT NULL
       AND c."text" IS NOT NULL${conditions.map((condition) => ` AND ${condition}`).join('')} ORDER BY c.id`,
  ).all(...[shopId, productId].filter((value) => value !== undefined)) as ProductClaimRow[]
}
