/** What the platform charged an order for affiliates against what the affiliate lines say it earned them. */

/** How an order stands; the index is its code. `open`: not settled yet, so nothing is due to be charged. `none`: no affiliates' order. */
export const COMPARISONS = ['matched', 'differs', 'onlyIncome', 'onlyAffiliate', 'open', 'none'] as const
export type Comparison = (typeof COMPARISONS)[number]

export interface ComparedOrder {
  /** Some line of an income file settles the order. */
  readonly inIncome: boolean
  /** Commission that income files charge for it, creators' and shop ads', as a positive amount in minor units. */
  readonly charged: number
  /** Some affiliate line is of it. */
  readonly inLines: boolean
  /** Commission of its affiliate lines, actual where given, else the estimate. */
  readonly commission: number
  /** All of its affiliate lines are settled. */
  readonly settled: boolean
  /** Days that income files cover: what was ordered outside them cannot be missing. */
  readonly covered: boolean
}

/** Both sides round each line for itself; a unit between them is no difference. */
const ROUNDING = 1

/**
 * An order in both is matched where both amounts are the same within one minor unit. One that only income files have is an
 * affiliates' order only if something was charged; one that only affiliate lines have is missing only if it is settled,
 * earned something, and was ordered on days that the income files cover.
 */
export function comparisonOf({ inIncome, charged, inLines, commission, settled, covered }: ComparedOrder): Comparison {
  if (inIncome && inLines) return Math.abs(charged - commission) <= ROUNDING ? 'matched' : 'differs'
  if (inIncome) return charged === 0 ? 'none' : 'onlyIncome'
  if (commission === 0) return 'none'
  return settled && covered ? 'onlyAffiliate' : 'open'
}
