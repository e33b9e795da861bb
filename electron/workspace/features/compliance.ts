/** The linter of claims and disclosure, its rules, script templates. */

export const compliance = {}
