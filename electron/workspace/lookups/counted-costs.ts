/**
 * Every cost that reports add up: those that people typed, those that follow from samples, and fees that are owed. What was
 * typed as a cost and is owed by now counts once, as what is owed.
 */

import type { CostLine } from '../../../db/facts/types'
import type { PayableRow } from '../../../db/repositories/payables'
import { dayNumber } from '../../../shared/domain/days'
import { counts, type KnownCostLine } from './costs'
import { type CostedSample, sampleCostLines } from './sample-costs'

export interface CountedCost extends CostLine {
  /** The typed cost; null: it follows from the sample or the payable. */
  readonly costId: string | null
  readonly sampleId: string | null
  readonly payableId: string | null
  /** Of a payable that names one; others name their campaign by `campaign` alone. */
  readonly campaignId: string | null
  readonly note: string | null
}

export function countedCosts(
  typed: readonly KnownCostLine[],
  samples: readonly CostedSample[],
  payables: readonly PayableRow[] = [],
): CountedCost[] {
  const owed = new Set(payables.flatMap(({ costLineId }) => costLineId ?? []))
  const counting = typed.filter((line) => counts(line) && !owed.has(line.id))
  return [
    ...counting.map((line) => ({
      costId: line.id,
      sampleId: line.sampleId,
      payableId: null,
      campaignId: null,
      note: line.note,
      kind: line.kind,
      shopId: line.shopId,
      creator: line.creatorHandle,
      productId: line.productId,
      contentId: line.contentId,
      campaign: line.campaign,
      staff: line.staff,
      amount: line.amount,
      currency: line.currency,
      day: dayNumber(line.day),
    })),
    ...sampleCostLines(samples, counting).map((line) => ({
      ...line,
      costId: null,
      payableId: null,
      campaignId: null,
      note: null,
      day: dayNumber(line.day),
    })),
    ...feesOwed(typed, payables),
  ]
}

/** Fees by their due day, each with what the cost that it was written as first says of product, content and person. */
function feesOwed(typed: readonly KnownCostLine[], payables: readonly PayableRow[]): CountedCost[] {
  const costs = new Map(typed.map((line) => [line.id, line]))
  return payables
    .filter(({ fee }) => fee !== 0)
    .map((one) => {
      const cost = one.costLineId === null ? undefined : costs.get(one.costLineId)
      return {
        costId: null,
        sampleId: null,
        payableId: one.id,
        campaignId: one.campaignId,
        note: one.title ?? one.note,
        kind: 'fee',
        shopId: one.shopId,
        creator: one.handle,
        productId: cost?.productId ?? null,
        contentId: cost?.contentId ?? null,
        campaign: one.campaign ?? cost?.campaign ?? null,
        staff: cost?.staff ?? null,
        amount: one.fee,
        currency: one.currency,
        day: dayNumber(one.dueDay),
      }
    })
}
