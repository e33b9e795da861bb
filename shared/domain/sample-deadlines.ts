/**
 * Until when a sample request has to be answered and a post has to come, as the platform counts: whole calendar days of the
 * shop's zone, the last one to its end, whatever the clocks do in between. Holidays and weekends do not stretch them.
 *
 * Figures are dated rules of the market (`market-packs.ts`, where each has its source; people's own rows hold first); which
 * one holds is decided by the day on which the count begins, so that a changed rule leaves what runs already as it was.
 * Pure: the moment is given.
 */

import { dayNumber, dayOfNumber } from './days'
import type { MarketRuleName } from './market-packs'
import { type OwnRule, ruleInForce } from './markets'
import { AWAITING_POST, type SampleDates, type SampleKind, type SampleState } from './samples'
import { zoneDays } from './zone-days'

/** A deadline is near when at most so many days are left. */
export const SOON_DAYS = 3

export const DUE_LEVELS = ['later', 'soon', 'overdue'] as const
export type DueLevel = (typeof DUE_LEVELS)[number]

export interface Deadline {
  /** The last day, in the shop's zone. */
  readonly day: string
  /** The first instant after it, UTC ms. */
  readonly endsAt: number
  /** Whole days until it: 0 on the last day, below 0 afterwards. */
  readonly daysLeft: number
  readonly level: DueLevel
  /** `rule`: the market's; `own`: a day that somebody set. */
  readonly from: 'rule' | 'own'
}

/** Where the shop sells, and by which clock. */
export interface DeadlineShop {
  readonly market: string
  readonly timezone: string
}

export interface DeadlineSample {
  readonly state: SampleState
  readonly kind: SampleKind | null
  readonly requestedAt: number | null
  readonly dates: SampleDates
  readonly extensionDays: number | null
  readonly dueDay: string | null
}

export interface SampleDeadlines {
  /** Until when the request has to be answered; null once it was, or where no rule is known. */
  readonly review: Deadline | null
  /** Until when the post has to come; null before delivery, once it came, and where no rule is known. */
  readonly post: Deadline | null
  /** The last day for posting, also of a sample that was posted or given up; null before delivery. */
  readonly lastDay: string | null
  /** The last day if the platform gives the creator its extension, of which a shop is not told; null where that is none. */
  readonly latestDay: string | null
  /** Whole calendar days since delivery, the day itself is 0; null before it. */
  readonly sinceDelivery: number | null
  /** Days that the creator has in all; null where no rule is known. */
  readonly allowed: number | null
}

/** Answers a market's whole days of a rule on a day (by number), or null where nobody gives a figure. */
export type DaysRule = (market: string, rule: MarketRuleName, day: number) => number | null

const texts = new Map<number, string>()

/** A day's text, made once: thousands of samples share a few hundred days. */
function textOf(day: number): string {
  const known = texts.get(day) ?? dayOfNumber(day)
  texts.set(day, known)
  return known
}

/** The rules of the packs and of the agency, looked up once for each market, rule and day. */
export function daysRules(own: readonly OwnRule[]): DaysRule {
  const known = new Map<string, number | null>()
  return (market, rule, day) => {
    const key = `${market} ${rule} ${day}`
    const kept = known.get(key)
    if (kept !== undefined) return kept
    const value = ruleInForce(market, rule, dayOfNumber(day), own)
    const days = value !== null && /^\d{1,3}$/.test(value) ? Number(value) : null
    known.set(key, days)
    return days
  }
}

/**
 * Review: day of the request + `sampleReviewDays` (US: 7, Seller university US 5694209038927617).
 *
 * Post: day of delivery + `sampleContentDays` (US, South-East Asia: 14) or, of refundable samples,
 * `refundableSampleContentDays` (US: 90), + the days by which it was extended; or the sample's own last day, which counts as
 * it is written, extension or not.
 */
export function deadlinesOf(sample: DeadlineSample, shop: DeadlineShop, rules: DaysRule, now: number): SampleDeadlines {
  const zone = zoneDays(shop.timezone)
  const today = zone.dayOf(now)
  const at = (day: number, from: Deadline['from']): Deadline => ({
    day: textOf(day),
    endsAt: zone.endOf(day),
    daysLeft: day - today,
    level: levelOf(day - today),
    from,
  })
  const { delivered = null } = sample.dates
  const deliveredOn = delivered === null ? null : zone.dayOf(delivered)
  const last = deliveredOn === null ? null : lastDay(sample, shop, rules, deliveredOn)
  const waits = AWAITING_POST.has(sample.state)
  return {
    review: reviewOf(sample, shop, rules, at),
    post: waits && last ? at(last.day, last.from) : null,
    lastDay: last && textOf(last.day),
    latestDay: waits && last?.latest !== undefined ? textOf(last.latest) : null,
    sinceDelivery: deliveredOn === null ? null : Math.max(0, today - deliveredOn),
    allowed: deliveredOn === null || last === null ? null : last.day - deliveredOn,
  }
}

function reviewOf(
  { state, requestedAt }: DeadlineSample,
  { market, timezone }: DeadlineShop,
  rules: DaysRule,
  at: (day: number, from: 'rule') => Deadline,
): Deadline | null {
  if (state !== 'requested' || requestedAt === null) return null
  const requestedOn = zoneDays(timezone).dayOf(requestedAt)
  const days = rules(market, 'sampleReviewDays', requestedOn)
  return days === null ? null : at(requestedOn + days, 'rule')
}

interface LastDay {
  readonly day: number
  readonly from: 'rule' | 'own'
  readonly latest?: number
}

function lastDay(
  { kind, extensionDays, dueDay }: DeadlineSample,
  { market }: DeadlineShop,
  rules: DaysRule,
  deliveredOn: number,
): LastDay | null {
  if (dueDay !== null) return { day: dayNumber(dueDay), from: 'own' }
  const refundable = kind === 'refundable'
  const days = rules(market, refundable ? 'refundableSampleContentDays' : 'sampleContentDays', deliveredOn)
  if (days === null) return null
  const extended = Math.max(0, extensionDays ?? 0)
  const day = deliveredOn + days + extended
  // The platform gives free samples one extension: who has had it gets no other.
  const more = refundable || extended > 0 ? null : rules(market, 'sampleExtensionDays', deliveredOn)
  return more === null ? { day, from: 'rule' } : { day, from: 'rule', latest: day + more }
}

/** `overdue` from the first instant after the last day on. */
export function levelOf(daysLeft: number): DueLevel {
  return daysLeft < 0 ? 'overdue' : daysLeft <= SOON_DAYS ? 'soon' : 'later'
}
