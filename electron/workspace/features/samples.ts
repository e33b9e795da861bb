/** The sample ledger: where each sample stands, what is due when. */

export const samples = {}
