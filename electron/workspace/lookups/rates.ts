/** Exchange rates as every feature sees them. */

import type { ReadableDb } from '../../../db/database'
import { closedMonths, listRateLocks, listRates, type RateFilter } from '../../../db/repositories/rates'
import type { Rate, RateLock } from '../../../shared/contract/rates'
import type { ClosedBooks } from '../../../shared/domain/rates'

/** Live rates that are complete, newest day first. */
export function allRates(db: ReadableDb, filter: RateFilter): Rate[] {
  return listRates(db, filter).flatMap(({ id, day, base, quote, rate, source, note }) =>
    day && base && quote && rate ? [{ id, day, base, quote, rate, source: source ?? '', note }] : [],
  )
}

/** Locks that no merge left incomplete, newest month first. */
export function allRateLocks(db: ReadableDb): RateLock[] {
  return listRateLocks(db).flatMap(({ month, base, quote, rate, source, day, ...rest }) =>
    month && base && quote && rate
      ? [{ ...rest, month, base, quote, rate, source: source ?? '', day: day ?? `${month}-01` }]
      : [],
  )
}

/** What decides whether a rate may still be entered, changed or taken out. */
export function closedBooks(db: ReadableDb): ClosedBooks {
  const closed = closedMonths(db)
  return closed.length === 0
    ? { closed, rates: [], locks: [] }
    : { closed, rates: allRates(db, {}), locks: allRateLocks(db) }
}
