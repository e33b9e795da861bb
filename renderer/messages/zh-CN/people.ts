/** Colleagues and their roles: who may see which kinds of values and which shops. */
export const people = {
  title: '角色与权限',
} as const
