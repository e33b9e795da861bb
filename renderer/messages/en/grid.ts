/** Grids: editing, pasting, filters, groups, saved views. */
export const grid = {
  title: 'Table',
} as const
