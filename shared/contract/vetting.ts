/** Whether a creator fits: tiers, flags, fit score, comparison, verdicts, reputation, allow and block lists. */

export const vettingContract = {}
