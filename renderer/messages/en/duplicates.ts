/** Duplicates made one. */
export const duplicates = {
  title: 'Duplicates',
} as const
