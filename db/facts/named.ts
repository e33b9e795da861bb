/** Who and what an imported file names, and which shops have lines. */

import type { Database } from 'better-sqlite3'

import { CREATORS, PRODUCTS } from './import'
import type { NamedCreator, NamedProduct } from './types'

export interface Named {
  readonly creators: readonly NamedCreator[]
  readonly products: readonly NamedProduct[]
}

/** The creators and products that a batch names, with their record ids. */
export function namedBy(db: Database, batchNo: number): Named {
  return {
    creators: db
      .prepare<[number, number], NamedCreator>(
        'SELECT d.no, d.id, d.handle FROM fact_batch_dims f JOIN dim_creators d ON d.no = f.dim_no WHERE f.batch_no = ? AND f.kind = ?',
      )
      .all(batchNo, CREATORS),
    products: db
      .prepare<[number, number], NamedProduct>(
        'SELECT d.no, d.id, d.product_id AS productId, d.name FROM fact_batch_dims f JOIN dim_products d ON d.no = f.dim_no WHERE f.batch_no = ? AND f.kind = ?',
      )
      .all(batchNo, PRODUCTS),
  }
}

/** Whether a shop has lines of any live file. */
export function hasLines(db: Database, shopId: string): boolean {
  return (
    db
      .prepare<[string], number>(
        'SELECT 1 FROM fact_segments s JOIN dim_shops d ON d.no = s.shop_no WHERE d.id = ? AND s.lines > 0 LIMIT 1',
      )
      .pluck()
      .get(shopId) !== undefined
  )
}

/** First and last day with lines by shop id, as numbers since 1970-01-01. */
export function extents(db: Database): ReadonlyMap<string, { readonly from: number; readonly to: number }> {
  const rows = db
    .prepare<[], { id: string; from: number; to: number }>(
      'SELECT d.id, min(f.day) AS "from", max(f.day) AS "to" FROM fact_days f JOIN dim_shops d ON d.no = f.shop_no GROUP BY d.id',
    )
    .all()
  return new Map(rows.map(({ id, from, to }) => [id, { from, to }]))
}
