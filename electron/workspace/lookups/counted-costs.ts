/** Every cost that reports add up: those that people typed, and those that follow from samples. */

import type { CostLine } from '../../../db/facts/types'
import { dayNumber } from '../../../shared/domain/days'
import { counts, type KnownCostLine } from './costs'
import { type CostedSample, sampleCostLines } from './sample-costs'

export interface CountedCost extends CostLine {
  /** The typed cost; null: it follows from the sample. */
  readonly costId: string | null
  readonly sampleId: string | null
  readonly note: string | null
}

export function countedCosts(typed: readonly KnownCostLine[], samples: readonly CostedSample[]): CountedCost[] {
  const counting = typed.filter(counts)
  return [
    ...counting.map((line) => ({
      costId: line.id,
      sampleId: line.sampleId,
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
      note: null,
      day: dayNumber(line.day),
    })),
  ]
}
