/** Recruitment tasks and briefs, and which version of one each creator got. */

export const briefs = {}
