/** Proof of samples: files, their seal, the pack for a denied receipt. */

export const sampleProofContract = {}
