/** Colleagues and their roles: who may see which kinds of values and which shops. */
export const people = {
  title: 'Roles',
} as const
