/** The settlement terms of a shop, as rules of people and sources about its market have them. */

import type { ReadableDb } from '../../../db/database'
import type { Shop } from '../../../shared/contract/shops'
import { dayOfNumber } from '../../../shared/domain/days'
import { moneyDays, type SettlementTerms, termsInForce } from '../../../shared/domain/settlement-rules'
import { allSettlementRules } from '../lookups/cash'

/** Terms in force for what is delivered on a day, days since 1970-01-01. */
export function termsOf(db: ReadableDb, shop: Shop): (delivered: number) => SettlementTerms {
  const rules = allSettlementRules(db, { shopId: shop.id })
  const known = new Map<number, SettlementTerms>()
  return (delivered) => {
    const terms =
      known.get(delivered) ??
      termsInForce({ market: shop.market, rules, day: dayOfNumber(delivered), measuredDelivery: null })
    known.set(delivered, terms)
    return terms
  }
}

/** The last day on which what was delivered on a day is settled in time. */
export function dueAfter(terms: (delivered: number) => SettlementTerms): (delivered: number) => number {
  return (delivered) => moneyDays(terms(delivered), delivered).lateAfter
}
