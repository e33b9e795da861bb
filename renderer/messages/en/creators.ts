/** Creators, one by one and side by side. */
export const creators = {
  title: 'Creators',
} as const
