/** What was posted: matched to samples, checked, audited. */

export const content = {}
