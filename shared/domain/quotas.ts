/**
 * How many new creators a shop may write to in a week, and how much of it is used.
 *
 * Promise: a week begins and ends at midnight in the shop's own zone, also when clocks change in it; and a figure that no
 * source confirms is asked for, never made up.
 */

export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const
export type Weekday = (typeof WEEKDAYS)[number]

export function isWeekday(text: string): text is Weekday {
  return WEEKDAYS.some((day) => day === text)
}

/** From this GMV of 30 days on (whole units of the market's currency), so many a week; null: as many as one likes. */
export interface QuotaTier {
  readonly fromGmv: number
  readonly weekly: number | null
}

/**
 * Tiers as a market rule writes them: `0:500; 10000:2000; 50000:unlimited`, the lower end of each and its number. Null for
 * anything else, for ends that repeat, and where the first does not begin at 0: the tiers have no holes.
 */
export function readTiers(text: string): readonly QuotaTier[] | null {
  const tiers = text.split(';').map((part): QuotaTier | null => {
    const [, from, weekly] = /^\s*(\d{1,12})\s*:\s*(\d{1,7}|unlimited)\s*$/u.exec(part) ?? []
    return from === undefined || weekly === undefined
      ? null
      : { fromGmv: Number(from), weekly: weekly === 'unlimited' ? null : Number(weekly) }
  })
  const whole = tiers.filter((tier) => tier !== null)
  const rising = whole.every((tier, i) => (i === 0 ? tier.fromGmv === 0 : tier.fromGmv > (whole[i - 1]?.fromGmv ?? 0)))
  return whole.length === tiers.length && rising ? whole : null
}
