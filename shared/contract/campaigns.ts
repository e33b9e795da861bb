/** Promotion plans: rates and their exceptions, products, creators, terms, budget. */

export const campaignsContract = {}
