/** What is in the workspace, by count. */

import type { ReadableDb } from '../database'

export interface WorkspaceCounts {
  readonly clients: number
  readonly shops: number
  readonly creators: number
  readonly products: number
  /** Distinct orders per shop and month among live lines. */
  readonly orders: number
  readonly lines: number
  readonly imports: number
  readonly steps: number
}

export function countWorkspace(db: ReadableDb): WorkspaceCounts {
  const one = (sql: string): number => db.$client.prepare<[], number>(sql).pluck().get() ?? 0
  return {
    clients: one('SELECT count(*) FROM clients WHERE _del = 0'),
    shops: one('SELECT count(*) FROM shops WHERE _del = 0'),
    creators: one('SELECT count(*) FROM creators WHERE _del = 0'),
    products: one('SELECT count(*) FROM products WHERE _del = 0'),
    orders: one('SELECT coalesce(sum(orders), 0) FROM fact_segments'),
    lines: one('SELECT coalesce(sum(lines), 0) FROM fact_segments'),
    imports: one('SELECT count(*) FROM imports WHERE _del = 0'),
    steps: one('SELECT count(*) FROM sync_tx'),
  }
}
