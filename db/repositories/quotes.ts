/** Quote requests as they are stored. */

import { and, count, desc, eq } from 'drizzle-orm'

import type { ReadableDb } from '../database'
import { quoteRequests } from '../schema/outreach'

/** One page, the newest first (ids begin with their time), and how many there are. */
export function pageQuotes(
  db: ReadableDb,
  shopId: string | undefined,
  page: { readonly offset: number; readonly limit: number },
) {
  const where = and(eq(quoteRequests.deleted, 0), ...(shopId === undefined ? [] : [eq(quoteRequests.shopId, shopId)]))
  return {
    rows: db
      .select()
      .from(quoteRequests)
      .where(where)
      .orderBy(desc(quoteRequests.id))
      .limit(page.limit)
      .offset(page.offset)
      .all(),
    total: db.select({ total: count() }).from(quoteRequests).where(where).get()?.total ?? 0,
  }
}

export function findQuote(db: ReadableDb, id: string) {
  return db
    .select()
    .from(quoteRequests)
    .where(and(eq(quoteRequests.deleted, 0), eq(quoteRequests.id, id)))
    .get()
}
