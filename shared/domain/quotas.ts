/**
 * How many new creators a shop may write to in a week, and how much of it is used.
 *
 * Promise: a week begins and ends at midnight in the shop's own zone, also when clocks change in it; and a figure that no
 * source confirms is asked for, never made up.
 */

import { addDays, dayInZone, dayNumber, dayStart } from './days'

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

/** The week that `now` lies in, as instants: from the first one to the first one of the next. */
export interface QuotaWeek {
  readonly from: number
  readonly until: number
  /** Its first day in the zone. */
  readonly day: string
}

/** The week of a shop. A week in which clocks change is an hour shorter or longer, as it is there. */
export function weekOf(now: number, timezone: string, start: Weekday): QuotaWeek {
  const today = dayInZone(now, timezone)
  // 1970-01-05 was a Monday.
  const weekday = (dayNumber(today) + 3) % 7
  const day = addDays(today, -((weekday - WEEKDAYS.indexOf(start) + 7) % 7))
  return { day, from: dayStart(day, timezone), until: dayStart(addDays(day, 7), timezone) }
}

/** What a person said of a shop's number, because Seller Center shows it and no file does. */
export type QuotaBasis =
  | { readonly basis: 'tier' }
  /** The number that Seller Center shows. */
  | { readonly basis: 'own'; readonly weekly: number }
  /** A new shop's number, once. */
  | { readonly basis: 'once' }

/** One message, oldest first among others. `counts`: by its channel. */
export interface QuotaTouch {
  readonly creator: string
  readonly at: number
  readonly kind: string
  readonly counts: boolean
}

export interface QuotaFacts {
  readonly now: number
  readonly timezone: string
  readonly basis: QuotaBasis
  /** Of the market pack; null: not known. */
  readonly weekStart: Weekday | null
  readonly tiers: readonly QuotaTier[] | null
  readonly newShop: number | null
  /** GMV of 30 days in whole units of the market's currency; null: not known. */
  readonly gmv: number | null
  /** All of the shop, in any order. */
  readonly touches: readonly QuotaTouch[]
}

export interface Quota {
  /** Where the number comes from; `ask`: from nowhere yet. */
  readonly from: 'tier' | 'own' | 'once' | 'ask'
  /** Null with `from` other than `ask`: as many as one likes. */
  readonly limit: number | null
  readonly used: number
  /** Never below 0; null: not known, or as many as one likes. */
  readonly left: number | null
  readonly week: QuotaWeek
  /** The market pack does not say when weeks begin; Sunday was taken. */
  readonly weekAssumed: boolean
  /** Creators who answered this shop, to whom messages are free. */
  readonly connected: number
}

export function quotaOf(facts: QuotaFacts): Quota {
  const week = weekOf(facts.now, facts.timezone, facts.weekStart ?? 'sunday')
  const once = facts.basis.basis === 'once'
  const { used, connected } = usedOf(facts.touches, once ? { from: -Infinity, until: week.until } : week)
  const { from, limit } = limitOf(facts)
  return {
    from,
    limit,
    used,
    left: limit === null ? null : Math.max(0, limit - used),
    week,
    weekAssumed: facts.weekStart === null,
    connected,
  }
}

/** The tier of this GMV: the last that begins at or below it. */
export function tierOf(tiers: readonly QuotaTier[], gmv: number): QuotaTier | null {
  return tiers.findLast(({ fromGmv }) => fromGmv <= gmv) ?? null
}

/** Messages of ours since the creator last answered, of one shop's touches with one creator. */
export function messagesSinceReply(touches: readonly Pick<QuotaTouch, 'at' | 'kind'>[]): number {
  let count = 0
  for (const { kind } of touches.toSorted((a, b) => a.at - b.at)) {
    if (kind === 'replied') count = 0
    else if (kind === 'sent') count++
  }
  return count
}

function limitOf({ basis, tiers, newShop, gmv }: QuotaFacts): Pick<Quota, 'from' | 'limit'> {
  const ask = { from: 'ask', limit: null } as const
  if (basis.basis === 'own') return { from: 'own', limit: basis.weekly }
  if (basis.basis === 'once') return newShop === null ? ask : { from: 'once', limit: newShop }
  const tier = tiers === null || gmv === null ? null : tierOf(tiers, gmv)
  return tier === null ? ask : { from: 'tier', limit: tier.weekly }
}

/** Messages of the span to creators who had not answered the shop before. */
function usedOf(touches: readonly QuotaTouch[], span: { readonly from: number; readonly until: number }) {
  const connected = new Set<string>()
  let used = 0
  for (const { creator, at, kind, counts } of touches.toSorted((a, b) => a.at - b.at)) {
    if (kind === 'replied') connected.add(creator)
    if (kind !== 'sent' || !counts || connected.has(creator)) continue
    if (at >= span.from && at < span.until) used++
  }
  return { used, connected: connected.size }
}
