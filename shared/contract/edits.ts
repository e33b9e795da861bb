/** Changes made in a grid: cells, fills, pastes and bulk edits, each one step. */

export const editsContract = {}
