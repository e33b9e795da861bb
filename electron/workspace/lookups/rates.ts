/** Exchange rates as every feature sees them. */

import type { ReadableDb } from '../../../db/database'
import { listRates, type RateFilter } from '../../../db/repositories/rates'
import type { Rate } from '../../../shared/contract/rates'

/** Live rates that are complete, newest day first. */
export function allRates(db: ReadableDb, filter: RateFilter): Rate[] {
  return listRates(db, filter).flatMap(({ id, day, base, quote, rate, source, note }) =>
    day && base && quote && rate ? [{ id, day, base, quote, rate, source: source ?? '', note }] : [],
  )
}
