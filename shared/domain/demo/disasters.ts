/**
 * What went wrong at the made-up agency, for people to find: each would cost a real one money, and none is announced.
 *
 * Days are counted from the first day of the data, so that they stay inside it whatever day it ends on.
 */

/** The pump of one SKU leaks: most of what is sold in these three weeks comes back. */
export const REFUND_WAVE = { shop: 'gb', product: 0, sku: 0, from: 185, days: 21, share: 0.64 } as const

/** Somebody typed 45 % where 9 % was meant, and noticed a week later. */
export const WRONG_RATE = { shop: 'id', rate: 4500, from: 150, days: 7 } as const

/** A week that nobody exported. */
export const MISSING_WEEK = { shop: 'th', from: 241, days: 7 } as const

/** The creator everybody is proud of: first by GMV, dear by rate, ads and retainer, on a thin margin. */
export const LOSS_DEAL = {
  shop: 'us',
  product: 0,
  rate: 3500,
  adsRate: 1200,
  adsShare: 0.7,
  retainerShare: 0.25,
} as const

export function isWithin({ from, days }: { readonly from: number; readonly days: number }, at: number): boolean {
  return at >= from && at < from + days
}
