/** What was said to creators: contacts, templates and their reply rates, batch sheets, quotas. */
export const outreach = {
  title: 'Outreach',
} as const
