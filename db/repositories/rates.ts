/** Exchange rates as queries see them. */

import { and, desc, eq, gte, lte } from 'drizzle-orm'

import { ENTITIES } from '../../shared/sync/registry'
import type { ReadableDb } from '../database'
import { prepared } from '../prepared'
import { rateLocks } from '../schema/cash'
import { rates } from '../schema/rates'

export interface RateFilter {
  readonly base?: string | undefined
  readonly quote?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
}

/** Live rates, newest day first. */
export function listRates(db: ReadableDb, { base, quote, from, to }: RateFilter = {}) {
  return db
    .select({
      id: rates.id,
      day: rates.day,
      base: rates.base,
      quote: rates.quote,
      rate: rates.rate,
      source: rates.source,
      note: rates.note,
    })
    .from(rates)
    .where(
      and(
        eq(rates.deleted, 0),
        base === undefined ? undefined : eq(rates.base, base),
        quote === undefined ? undefined : eq(rates.quote, quote),
        from === undefined ? undefined : gte(rates.day, from),
        to === undefined ? undefined : lte(rates.day, to),
      ),
    )
    .orderBy(desc(rates.day), rates.base, rates.quote, rates.source)
    .all()
}

/** Live locks, newest month first. */
export function listRateLocks(db: ReadableDb) {
  return db
    .select({
      id: rateLocks.id,
      month: rateLocks.month,
      base: rateLocks.base,
      quote: rateLocks.quote,
      rate: rateLocks.rate,
      source: rateLocks.source,
      day: rateLocks.day,
      at: rateLocks.at,
      person: rateLocks.person,
      note: rateLocks.note,
    })
    .from(rateLocks)
    .where(eq(rateLocks.deleted, 0))
    .orderBy(desc(rateLocks.month), rateLocks.base, rateLocks.quote)
    .all()
}

/** The months that some shop has closed its books of. */
export function closedMonths(db: ReadableDb): string[] {
  const found = prepared(
    db.$client,
    `SELECT DISTINCT p.month FROM periods p JOIN machine_states m ON m.tbl = ${ENTITIES.periods.n} AND m.row = p.id
     WHERE p._del = 0 AND p.month IS NOT NULL AND m.state = 'closed' ORDER BY p.month`,
  )
  // A list of one text column.
  return found.pluck().all() as string[]
}
