/** What samples cost and brought back: by creator, SKU and person, wallets. */
export const sampleCosts = {} as const
