/** What a shop needs before it can sell through creators: steps with timers, blockers and owners, documents with expiry. */
export const onboarding = {
  title: 'Onboarding',
} as const
