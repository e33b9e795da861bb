/** Lines, rules and what they come to, for the cases of commission. */

import {
  type CommissionLine,
  type CommissionRule,
  commissionRuleOn,
  type CommissionTerms,
  type ExpectedCommission,
  expectedCommission,
  type RateTerms,
} from '../../shared/domain/commission'

export function line(given: Partial<CommissionLine> = {}): CommissionLine {
  return {
    status: 'settled',
    fullyReturned: false,
    price: 1000,
    quantity: 1,
    returned: 0,
    platformDiscount: null,
    sellerDiscount: null,
    tax: null,
    shipping: null,
    estimatedBase: null,
    actualBase: null,
    ...given,
  }
}

export function ruleOf(market: string, more: Partial<CommissionTerms> = {}): CommissionRule {
  return { ...commissionRuleOn([], { shopId: 'shop', market }, '2026-06-01'), ...more }
}

export function worked(given: Partial<CommissionLine>, terms: CommissionTerms, rate: RateTerms): ExpectedCommission {
  const result = expectedCommission(line(given), terms, rate)
  if ('problem' in result) throw new Error(result.problem)
  return result
}
