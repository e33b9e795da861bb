/** Exchange rates as queries see them. */

import { and, desc, eq, gte, lte } from 'drizzle-orm'

import type { ReadableDb } from '../database'
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
