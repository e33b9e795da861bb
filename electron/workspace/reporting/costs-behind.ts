/** The costs behind a figure of the ROI table: the very rows that it adds up. */

import type { CostBehind } from '../../../shared/contract/roi'
import { dayNumber, dayOfNumber } from '../../../shared/domain/days'
import type { CountedCost } from '../lookups/counted-costs'

export interface CostsWanted {
  readonly kinds: readonly CountedCost['kind'][]
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly shops?: readonly string[] | undefined
  /** Handles; '' is: of no creator. The same for products. */
  readonly creators?: readonly string[] | undefined
  readonly products?: readonly string[] | undefined
  readonly campaign?: string | undefined
  readonly staff?: string | undefined
}

/** Newest first; equal days by kind and id, so that pages do not overlap. */
export function costsBehind(costs: readonly CountedCost[], wanted: CostsWanted): readonly CountedCost[] {
  const from = wanted.from === undefined ? Number.NEGATIVE_INFINITY : dayNumber(wanted.from)
  const to = wanted.to === undefined ? Number.POSITIVE_INFINITY : dayNumber(wanted.to)
  const passes = (only: readonly string[] | undefined, value: string | null) =>
    only === undefined || only.includes(value ?? '')
  return costs
    .filter(
      (cost) =>
        cost.day >= from &&
        cost.day <= to &&
        wanted.kinds.includes(cost.kind) &&
        passes(wanted.shops, cost.shopId) &&
        passes(wanted.creators, cost.creator) &&
        passes(wanted.products, cost.productId) &&
        passes(wanted.campaign === undefined ? undefined : [wanted.campaign], cost.campaign) &&
        passes(wanted.staff === undefined ? undefined : [wanted.staff], cost.staff),
    )
    .toSorted((a, b) => b.day - a.day || (idOf(a) < idOf(b) ? -1 : 1))
}

/** Sums by currency, in the order of the first row of each. */
export function sumsByCurrency(costs: readonly CountedCost[]): { currency: string; amount: number }[] {
  const sums = new Map<string, number>()
  for (const { currency, amount } of costs) sums.set(currency, (sums.get(currency) ?? 0) + amount)
  return [...sums].map(([currency, amount]) => ({ currency, amount }))
}

export function toCostBehind({ day, campaignId, ...cost }: CountedCost): CostBehind {
  return { ...cost, id: idOf({ ...cost, campaignId, day }), day: dayOfNumber(day) }
}

function idOf({ costId, payableId, sampleId, kind }: CountedCost): string {
  return costId ?? payableId ?? `${sampleId ?? ''} ${kind}`
}
