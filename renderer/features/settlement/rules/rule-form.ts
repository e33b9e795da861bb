/** A rule of commission as people type it: shares in percent, a tier a line. */

import type { CommissionRule, CommissionTerms } from '../../../../shared/contract/commission'
import { BASE_PARTS, type BasePart } from '../../../../shared/domain/commission'
import { parseAmount, typedAmount } from '../../../format/money'
import { parseRate, typedRate } from '../../../format/rates'

export const SHARES = ['bonusRate', 'coFundedShare', 'tapShare', 'capShare', 'taxRate'] as const
export type ShareField = (typeof SHARES)[number]

export interface RuleDraft extends Readonly<Record<ShareField, string>> {
  readonly key: string
  readonly fromDay: string
  readonly base: readonly BasePart[]
  readonly tiers: string
  readonly source: string
  readonly note: string
}

/** `currency`: in which amounts of tiers are typed. */
export function draftOf(rule: CommissionRule, currency: string): Omit<RuleDraft, 'key' | 'fromDay'> {
  return {
    base: BASE_PARTS.filter((part) => rule.base[part]),
    tiers: rule.tiers.map(({ from, rate }) => `${typedAmount(from, currency)} ${typedRate(rate)}`).join('\n'),
    bonusRate: typedRate(rule.bonusRate),
    coFundedShare: typedRate(rule.coFundedShare),
    tapShare: typedRate(rule.tapShare),
    capShare: typedRate(rule.capShare),
    taxRate: typedRate(rule.taxRate),
    source: rule.id === null ? '' : rule.source,
    note: rule.id === null ? '' : (rule.note ?? ''),
  }
}

/** What was typed; null: something of it cannot be read. */
export function termsOf(draft: RuleDraft, currency: string): CommissionTerms | null {
  const tiers = tiersOf(draft.tiers, currency)
  const shares = SHARES.map((field) => shareOf(draft[field]))
  const [bonusRate, coFundedShare, tapShare, capShare, taxRate] = shares.map((share) => share ?? 0)
  if (tiers === null || shares.includes(null)) return null
  const has = (part: BasePart): boolean => draft.base.includes(part)
  return {
    base: {
      platformDiscount: has('platformDiscount'),
      sellerDiscount: has('sellerDiscount'),
      tax: has('tax'),
      shipping: has('shipping'),
    },
    tiers,
    bonusRate: bonusRate ?? 0,
    coFundedShare: coFundedShare ?? 0,
    tapShare: tapShare ?? 0,
    capShare: capShare ?? 0,
    taxRate: taxRate ?? 0,
  }
}

/** Basis points; nothing typed is 0, null is no share. */
export function shareOf(text: string): number | null {
  const share = text.trim() === '' ? 0 : parseRate(text)
  return share === null || share > 10_000 ? null : share
}

export function tiersOf(text: string, currency: string): CommissionTerms['tiers'] | null {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const tiers = lines.flatMap((line) => {
    const [from = '', rate = '', ...more] = line.trim().split(/\s+/u)
    const amount = parseAmount(from, currency)
    const points = parseRate(rate)
    return amount === null || amount < 0 || points === null || more.length > 0 ? [] : [{ from: amount, rate: points }]
  })
  const rises = tiers.every(({ from }, at) => at === 0 || from > (tiers[at - 1]?.from ?? 0))
  const allowed = tiers.every(({ rate }) => rate >= 100 && rate <= 8000)
  return tiers.length === lines.length && rises && allowed ? tiers : null
}
