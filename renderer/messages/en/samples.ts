/** The sample ledger: where each sample stands, what is due when. */
export const samples = {
  title: 'Samples',
  tabs: { label: 'What to show of samples', board: 'Board' },
  empty: 'No samples yet.',
} as const
