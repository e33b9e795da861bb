/** The agency's own market rules as queries see them. */

import { asc, eq } from 'drizzle-orm'

import type { ReadableDb } from '../database'
import { marketRules } from '../schema/markets'

/** Live own rows, oldest start first. */
export function listMarketRules(db: ReadableDb) {
  return db
    .select({
      id: marketRules.id,
      market: marketRules.market,
      rule: marketRules.rule,
      value: marketRules.value,
      fromDay: marketRules.fromDay,
      source: marketRules.source,
      note: marketRules.note,
    })
    .from(marketRules)
    .where(eq(marketRules.deleted, 0))
    .orderBy(asc(marketRules.fromDay), asc(marketRules.id))
    .all()
}
