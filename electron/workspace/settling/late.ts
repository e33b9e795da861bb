/** When a shop's delivered lines should have been settled. */

import type { ReadableDb } from '../../../db/database'
import { lateRules } from '../../../db/repositories/settlement'
import type { Shop } from '../../../shared/contract/shops'
import { dayInZone, dayNumber, dayOfNumber } from '../../../shared/domain/days'
import { latest, ruleInForce } from '../../../shared/domain/markets'
import type { IsLate } from '../../../shared/domain/settlement'
import { ASSUMED_TERMS } from '../../../shared/domain/settlement-rules'
import type { WorkspaceContext } from '../context'
import { ownRules } from '../lookups/markets'

/**
 * Whether a line delivered on a day is late today: the shop's own settlement days, else those of its market for
 * creators' commission, and the days after which it is late are over. Where nobody knows the days, nothing is late.
 */
export function lateIn(context: WorkspaceContext, db: ReadableDb, shop: Shop): IsLate {
  const rules = lateRules(db, shop.id)
  const own = ownRules(db)
  const today = dayNumber(dayInZone(context.now(), shop.timezone))
  const known = new Map<number, boolean>()
  return (delivered) => {
    const answer = known.get(delivered) ?? isOver(delivered)
    known.set(delivered, answer)
    return answer
  }

  function isOver(delivered: number): boolean {
    const day = dayOfNumber(delivered)
    const rule = latest(rules, day)
    const days = rule?.days ?? ruleInForce(shop.market, 'settlementDays', day, own)
    return days !== null && today > delivered + Number(days) + (rule?.lateDays ?? ASSUMED_TERMS.lateDays)
  }
}
