/** Rules of commission as every part of the app sees them: people's own and the shipped ones. */

import type { ReadableDb } from '../../../db/database'
import { type CommissionRuleRow, listCommissionRules } from '../../../db/repositories/commission'
import { BASE_PARTS, type CommissionRule, SHIPPED_COMMISSION_RULES, type Tier } from '../../../shared/domain/commission'

export interface OwnCommissionRule extends CommissionRule {
  readonly id: string
  readonly fromDay: string
}

/** Own rules; what a merge left blank or unreadable of one counts as nothing. */
export function ownCommissionRules(db: ReadableDb): OwnCommissionRule[] {
  return listCommissionRules(db).map(toRule)
}

function toRule({ base, tiers, source, note, ...row }: CommissionRuleRow): OwnCommissionRule {
  const flags: unknown = parsed(base)
  const plain = SHIPPED_COMMISSION_RULES[0]
  const flagOf = (part: (typeof BASE_PARTS)[number]): boolean => {
    const flag: unknown = typeof flags === 'object' && flags !== null ? Reflect.get(flags, part) : undefined
    return typeof flag === 'boolean' ? flag : (plain?.base[part] ?? false)
  }
  return {
    ...row,
    base: {
      platformDiscount: flagOf('platformDiscount'),
      sellerDiscount: flagOf('sellerDiscount'),
      tax: flagOf('tax'),
      shipping: flagOf('shipping'),
    },
    tiers: tiersOf(parsed(tiers)),
    bonusRate: row.bonusRate ?? 0,
    coFundedShare: row.coFundedShare ?? 0,
    tapShare: row.tapShare ?? 0,
    capShare: row.capShare ?? 0,
    taxRate: row.taxRate ?? 0,
    source: source ?? '',
    note,
  }
}

function tiersOf(value: unknown): Tier[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((tier: unknown) => {
    if (typeof tier !== 'object' || tier === null) return []
    const from: unknown = Reflect.get(tier, 'from')
    const rate: unknown = Reflect.get(tier, 'rate')
    return typeof from === 'number' && typeof rate === 'number' ? [{ from, rate }] : []
  })
}

function parsed(json: string | null): unknown {
  try {
    return json === null ? null : JSON.parse(json)
  } catch {
    return null
  }
}
