/** Grids: editing, pasting, filters, groups, saved views. */
export const grid = {
  title: '表格',
} as const
