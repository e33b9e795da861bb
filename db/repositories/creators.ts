/** Creators as queries see them: those that people added and those that imported lines name. */

import type { ReadableDb } from '../database'

export interface CreatorFilter {
  readonly search: string
  readonly shopId?: string | undefined
  readonly sort: 'handle' | 'displayName' | 'shops'
  readonly descending: boolean
}

export interface CreatorRow {
  readonly id: string
  readonly handle: string | null
  readonly displayName: string | null
  readonly market: string | null
  readonly remark: string | null
  readonly shops: number
}

/** Shops whose live files name creator `c`. */
const SHOPS = `(SELECT count(DISTINCT b.shop_no) FROM dim_creators d JOIN fact_batch_dims f ON f.kind = 1 AND f.dim_no = d.no
  JOIN fact_batches b ON b.no = f.batch_no AND b.live = 1 WHERE d.id = c.id)`

const NAMED_BY_SHOP = `EXISTS (SELECT 1 FROM dim_creators d JOIN fact_batch_dims f ON f.kind = 1 AND f.dim_no = d.no
  JOIN fact_batches b ON b.no = f.batch_no AND b.live = 1 JOIN dim_shops s ON s.no = b.shop_no WHERE d.id = c.id AND s.id = ?)`

const ORDER = { handle: 'c.handle', displayName: `coalesce(c.display_name, '')`, shops: SHOPS } as const

/** One page, and how many match in all. Handle and display name are searched, case left aside. */
export function pageCreators(
  db: ReadableDb,
  filter: CreatorFilter,
  page: { readonly offset: number; readonly limit: number },
): { rows: CreatorRow[]; total: number } {
  const search = filter.search.trim().toLowerCase()
  const conditions = ['c._del = 0']
  const values: string[] = []
  if (search !== '') {
    conditions.push(`(instr(c.handle, ?) > 0 OR instr(lower(coalesce(c.display_name, '')), ?) > 0)`)
    values.push(search, search)
  }
  if (filter.shopId !== undefined) {
    conditions.push(NAMED_BY_SHOP)
    values.push(filter.shopId)
  }
  const where = conditions.join(' AND ')
  const direction = filter.descending ? 'DESC' : 'ASC'
  const rows = db.$client
    .prepare<unknown[], CreatorRow>(
      `SELECT c.id, c.handle, c.display_name AS displayName, c.market, c.remark, ${SHOPS} AS shops FROM creators c
       WHERE ${where} ORDER BY ${ORDER[filter.sort]} ${direction}, c.id ${direction} LIMIT ? OFFSET ?`,
    )
    .all(...values, page.limit, page.offset)
  const total =
    db.$client
      .prepare<unknown[], number>(`SELECT count(*) FROM creators c WHERE ${where}`)
      .pluck()
      .get(...values) ?? 0
  return { rows, total }
}
