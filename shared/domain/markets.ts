/** What a market pack can say; the shipped figures are in `market-packs.ts`. */

/** One word per rule; values are text whose form depends on the rule (see `market-packs.ts`). */
export const MARKET_RULES = [
  'currency', 'currencyDecimals', 'timezone', 'dateOrder', 'settlementDays', 'returnDays',
  'sampleReviewDays', 'sampleContentDays', 'sampleExtensionDays', 'refundableSampleContentDays',
  'commissionRateMin', 'commissionRateMax', 'rateCutLockDays', 'platformFee',
] as const
export type MarketRuleName = (typeof MARKET_RULES)[number]
