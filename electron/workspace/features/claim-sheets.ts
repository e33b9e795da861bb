/** What may, must and must not be said of a product, with the proof of it. */

export const claimSheets = {}
