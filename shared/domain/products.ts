/** What follows from a product's price and cost: its margin, and the price band it is compared in. */

import { decimalsOf } from './currencies'

export const CLAIM_RISKS = ['low', 'medium', 'high'] as const
export type ClaimRisk = (typeof CLAIM_RISKS)[number]

/** A price from a day on, of one SKU or (`*`) of the product. */
export interface DatedPrice {
  readonly skuId: string
  readonly fromDay: string
  /** Minor units. */
  readonly price: number
}

/**
 * What a product sells for on a day: the lowest and the highest of its SKUs' prices, each the last one on or before the
 * day. The product's own price (`*`) holds where no SKU has one of that day or later. Null: none is known.
 */
export function priceInForce(
  prices: readonly DatedPrice[],
  day: string,
): { readonly lowest: number; readonly highest: number } | null {
  const bySku = new Map<string, DatedPrice>()
  for (const price of prices) {
    const before = bySku.get(price.skuId)
    if (price.fromDay <= day && (before === undefined || before.fromDay < price.fromDay)) bySku.set(price.skuId, price)
  }
  const whole = bySku.get('*')
  const ofSkus = [...bySku.values()].filter(
    ({ skuId, fromDay }) => skuId !== '*' && (whole === undefined || fromDay >= whole.fromDay),
  )
  const known = (ofSkus.length > 0 ? ofSkus : whole ? [whole] : []).map(({ price }) => price)
  return known.length === 0 ? null : { lowest: Math.min(...known), highest: Math.max(...known) }
}

/** What is left of the price after the product itself, basis points: `(price − unit cost) / price`. Null where either is unknown. */
export function marginOf(price: number | null, unitCost: number | null): number | null {
  if (price === null || unitCost === null || price <= 0) return null
  return Math.round(((price - unitCost) * 10_000) / price)
}

const STEPS = [1, 2, 5, 10] as const

/**
 * The band of a price: from 1, 2 or 5 times a power of ten to the next of them, in minor units; its upper end is outside.
 * 12.90 USD lies in 10–20, 89,000 VND in 50,000–100,000. Null for a price that is not above nought.
 */
export function priceBand(price: number, currency: string): { readonly from: number; readonly to: number } | null {
  if (price <= 0) return null
  const unit = 10 ** decimalsOf(currency)
  // A currency's smallest sums are one band.
  if (price < unit) return { from: 0, to: unit }
  let power = unit
  while (power * 10 <= price) power *= 10
  const at = STEPS.findLastIndex((step) => step * power <= price)
  return { from: (STEPS[at] ?? 1) * power, to: (STEPS[at + 1] ?? 10) * power }
}
