/** Who did what, when and where, with proof that nothing was altered since. */

export const audit = {}
