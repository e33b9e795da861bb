/** Typed costs that look like a sample's own without naming it, so that one thing may count twice. */

import type { SuspectedDouble } from '../../../shared/contract/sample-costs'
import { dayNumber, dayOfNumber } from '../../../shared/domain/days'
import type { CountedCost } from '../lookups/counted-costs'
import type { CostedSample } from '../lookups/sample-costs'

/** So many days around the shipping a cost of the same shop, creator and product is taken for the sample's. */
const NEAR_DAYS = 30

/** Each such cost once, beside the nearest sample shipped. A cost without a creator names nobody's sample. */
export function suspectedDoubles(costs: readonly CountedCost[], samples: readonly CostedSample[]): SuspectedDouble[] {
  const shipped = new Map<string, CostedSample[]>()
  for (const sample of samples) {
    if (sample.shippedDay === null || sample.cost.known === 0 || sample.handle === null) continue
    const key = `${sample.shopId} ${sample.handle}`
    shipped.set(key, [...(shipped.get(key) ?? []), sample])
  }
  return costs.flatMap((cost) => {
    const { costId, sampleId, creator, kind } = cost
    if (costId === null || sampleId !== null || creator === null || (kind !== 'sample' && kind !== 'freight')) return []
    const near = nearest(shipped.get(`${cost.shopId} ${creator}`) ?? [], cost)
    if (near === null) return []
    return [
      {
        costId,
        sampleId: near.sample.id,
        shopId: cost.shopId,
        creator,
        productId: cost.productId,
        kind,
        day: dayOfNumber(cost.day),
        shippedDay: near.shippedDay,
        amount: cost.amount,
        currency: cost.currency,
      },
    ]
  })
}

function nearest(samples: readonly CostedSample[], { day, productId }: CountedCost) {
  const near = samples.flatMap((sample) => {
    const { shippedDay } = sample
    if (shippedDay === null || (productId !== null && productId !== sample.productId)) return []
    const distance = Math.abs(dayNumber(shippedDay) - day)
    return distance <= NEAR_DAYS ? [{ sample, shippedDay, distance }] : []
  })
  return near.toSorted((a, b) => a.distance - b.distance || (a.sample.id < b.sample.id ? -1 : 1))[0] ?? null
}
