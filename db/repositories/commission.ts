/** People's own rules of commission as queries see them. */

import type { ReadableDb } from '../database'

export interface CommissionRuleRow {
  readonly id: string
  readonly key: string
  readonly fromDay: string
  /** JSON. */
  readonly base: string | null
  /** JSON. */
  readonly tiers: string | null
  readonly bonusRate: number | null
  readonly coFundedShare: number | null
  readonly tapShare: number | null
  readonly capShare: number | null
  readonly taxRate: number | null
  readonly source: string | null
  readonly note: string | null
}

/** Live own rules, the oldest start first. */
export function listCommissionRules(db: ReadableDb): CommissionRuleRow[] {
  return db.$client
    .prepare<[], CommissionRuleRow>(
      `SELECT id, key, from_day AS fromDay, base, tiers, bonus_rate AS bonusRate, co_funded_share AS coFundedShare,
         tap_share AS tapShare, cap_share AS capShare, tax_rate AS taxRate, source, note
       FROM commission_rules WHERE _del = 0 AND key IS NOT NULL AND from_day IS NOT NULL ORDER BY from_day, id`,
    )
    .all()
}
