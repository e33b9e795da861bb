/** 寄样台账：每件样品走到哪一步、什么时候到期。 */
export const samples = {
  title: '寄样',
  tabs: { label: '查看寄样的方式', board: '看板' },
  empty: '还没有样品。',
} as const
