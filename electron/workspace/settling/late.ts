/** When a shop's delivered lines should have paid their creators. */

import type { ReadableDb } from '../../../db/database'
import type { LateRule } from '../../../shared/contract/settlement'
import type { Shop } from '../../../shared/contract/shops'
import { dayInZone, dayNumber, dayOfNumber } from '../../../shared/domain/days'
import { rowInForce } from '../../../shared/domain/markets'
import type { IsLate } from '../../../shared/domain/settlement'
import { commissionTerms, isLate, type SettlementTerms, type Term } from '../../../shared/domain/settlement-rules'
import type { WorkspaceContext } from '../context'
import { ownRules } from '../lookups/markets'
import { termsOf } from './terms'

export interface CommissionLate {
  /** Whether the commission of a line that was delivered on a day is late today. */
  readonly isLate: IsLate
  /** What holds for what is delivered today, and who says so. */
  readonly rule: LateRule
}

/** The shop's terms as cash and income have them, with the days that its market's creators wait where those are more. */
export function lateIn(context: WorkspaceContext, db: ReadableDb, shop: Shop): CommissionLate {
  const ofShop = termsOf(db, shop)
  const own = ownRules(db)
  const today = dayNumber(dayInZone(context.now(), shop.timezone))
  const terms = (delivered: number): SettlementTerms =>
    commissionTerms(ofShop(delivered), creatorDays(shop.market, dayOfNumber(delivered), own))
  const known = new Map<number, boolean>()
  return {
    isLate: (delivered) => {
      const answer = known.get(delivered) ?? isLate(terms(delivered), delivered, today)
      known.set(delivered, answer)
      return answer
    },
    rule: lateRule(terms(today)),
  }
}

function creatorDays(market: string, day: string, own: ReturnType<typeof ownRules>): Term | null {
  const row = rowInForce(market, 'settlementDays', day, own)
  return row === null || row.value === null ? null : { value: Number(row.value), origin: 'market', source: row.source }
}

/** A rule of late as the contract gives it. */
export function lateRule({ days, lateDays }: SettlementTerms): LateRule {
  return [
    { part: 'days', days: days.value, origin: days.origin, source: days.source },
    { part: 'lateDays', days: lateDays.value, origin: lateDays.origin, source: lateDays.source },
  ]
}
