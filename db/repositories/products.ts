/** Products as queries see them: those that people added and those that imported lines name. */

import type { ReadableDb } from '../database'

export interface ProductFilter {
  readonly search: string
  readonly shopId?: string | undefined
  /** The day whose unit cost is shown. */
  readonly day: string
}

export interface ProductRow {
  readonly id: string
  readonly shopId: string
  readonly productId: string
  readonly name: string | null
  readonly note: string | null
  readonly unitCost: number | null
}

/** One page by shop and name, and how many match in all. Names and ids are searched, case left aside. */
export function pageProducts(
  db: ReadableDb,
  filter: ProductFilter,
  page: { readonly offset: number; readonly limit: number },
): { rows: ProductRow[]; total: number } {
  const search = filter.search.trim().toLowerCase()
  const conditions = ['p._del = 0', 'p.shop_id IS NOT NULL', 'p.product_id IS NOT NULL']
  const values: string[] = []
  if (search !== '') {
    conditions.push(`(instr(lower(coalesce(p.name, '')), ?) > 0 OR instr(p.product_id, ?) > 0)`)
    values.push(search, search)
  }
  if (filter.shopId !== undefined) {
    conditions.push('p.shop_id = ?')
    values.push(filter.shopId)
  }
  const where = conditions.join(' AND ')
  const rows = db.$client
    .prepare<unknown[], ProductRow>(
      `SELECT p.id, p.shop_id AS shopId, p.product_id AS productId, p.name, p.note,
         (SELECT c.unit_cost FROM product_costs c WHERE c._del = 0 AND c.shop_id = p.shop_id AND c.product_id = p.product_id AND c.from_day <= ?
          ORDER BY c.from_day DESC, c.id DESC LIMIT 1) AS unitCost
       FROM products p WHERE ${where} ORDER BY p.shop_id, coalesce(p.name, ''), p.id LIMIT ? OFFSET ?`,
    )
    .all(filter.day, ...values, page.limit, page.offset)
  const total =
    db.$client
      .prepare<unknown[], number>(`SELECT count(*) FROM products p WHERE ${where}`)
      .pluck()
      .get(...values) ?? 0
  return { rows, total }
}
