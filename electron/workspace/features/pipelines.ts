/** Stages that creators go through, by shop: the board, its guards and limits. */

export const pipelines = {}
