/** Creators, one by one and side by side. */
export const creators = {
  title: '达人',
} as const
