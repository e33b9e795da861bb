/** What sources say of creators in figures: lists imported, with source, period and age; trends. */
export const metrics = {
  title: 'Figures',
} as const
