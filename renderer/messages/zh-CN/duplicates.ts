/** Duplicates made one. */
export const duplicates = {
  title: '重复达人',
} as const
