/** Currencies that are offered to choose from: those of the markets, and those agencies keep their books in. */
export const CURRENCY_CHOICES = [
  'USD',
  'CNY',
  'HKD',
  'SGD',
  'GBP',
  'EUR',
  'VND',
  'THB',
  'MYR',
  'PHP',
  'IDR',
  'JPY',
  'MXN',
  'BRL',
  'SAR',
  'TWD',
] as const
