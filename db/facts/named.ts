/** Which shops have lines, and of which days. */

import type { Database } from 'better-sqlite3'

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
