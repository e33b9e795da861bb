/** Samples out of files: orders, the template, tracking numbers, pick lists and labels. */

export const sampleFiles = {}
