/**
 * Promotion plans: which commission rate holds for whom, for what, on which day.
 *
 * Rules only; days are days of the shop's calendar, rates basis points. Whoever promotes already never gets less than they
 * were promised within the lock.
 */

import { addDays } from './days'

export const CAMPAIGN_KINDS = ['open', 'target', 'partner', 'flatFee'] as const
export type CampaignKind = (typeof CAMPAIGN_KINDS)[number]

export const CAMPAIGN_STATES = ['draft', 'running', 'paused', 'ended'] as const
export type CampaignState = (typeof CAMPAIGN_STATES)[number]

export const MEMBER_STATES = ['invited', 'accepted', 'declined', 'active', 'done', 'left'] as const
export type MemberState = (typeof MEMBER_STATES)[number]

/** A rate from a day on: of everything (neither named), of a category, or of one product. */
export interface RateEntry {
  readonly id: string
  readonly productId: string | null
  readonly category: string | null
  /** Basis points. */
  readonly rate: number
  /** For orders that an ad on the creator's content brought; null: not set. */
  readonly adsRate: number | null
  readonly fromDay: string
}

/** What is sold; `category` null: not known, so that no rate of a category reaches it. */
export interface RatedProduct {
  readonly productId: string
  readonly category: string | null
}

/** `null` asks for the rate of everything, without exceptions. */
export type RateSubject = RatedProduct | null

/** Days that a creator who promotes already keeps the old rate, of the day on which the rate is cut. */
export type LockDays = (day: string) => number

export type RateScope = 'product' | 'category' | 'all'

export interface ScopedRate {
  readonly entry: RateEntry
  readonly scope: RateScope
}

/** The entry of the plan that is offered to whoever joins on this day: product before category before everything. */
export function offeredRate(entries: readonly RateEntry[], subject: RateSubject, day: string): ScopedRate | null {
  for (const [scope, reaches] of reachOf(subject)) {
    const entry = latestOf(entries.filter(reaches), day)
    if (entry) return { entry, scope }
  }
  return null
}

/** The Shop Ads rate of the plan: of the narrowest scope that has one; null: none is set. */
export function offeredAdsRate(entries: readonly RateEntry[], subject: RateSubject, day: string): number | null {
  for (const [, reaches] of reachOf(subject)) {
    const entry = latestOf(entries.filter(reaches), day)
    if (entry && entry.adsRate !== null) return entry.adsRate
  }
  return null
}

/** Since when somebody promotes: a day, `always` (they do, nobody noted since when), or `never` (not yet, not any more). */
export type PromotingSince = string

/** Who was only invited, declined or left has been promised nothing. Unknown beginnings are read in the creator's favour. */
export function promotingSince(state: string | null, joinedOn: string | null): PromotingSince {
  if (state !== 'accepted' && state !== 'active' && state !== 'done') return 'never'
  return joinedOn ?? 'always'
}

export interface HeldRate {
  /** Basis points. */
  readonly rate: number
  /** The first day of the new rate, when an older promise holds until then; null: the plan's own rate holds. */
  readonly lockedUntil: string | null
}

/**
 * The rate that a creator gets from a plan on a day:
 *
 *     max( offered(day), offered(c − 1) for every cut c with since < c ≤ day < c + lock(c) )
 *
 * where a cut is a day c with offered(c) < offered(c − 1). With one length of lock it is the best rate that was offered on any
 * day since the creator promotes, of the last `lock` days and today. A raise holds at once; who begins on the day of the cut or
 * later gets the new rate at once. Source: Seller university, lowering a commission rate (creators already promoting keep the
 * old rate; new creators at once; increases at once). It is said of open plans; a plan of any kind is held to it here.
 */
export function heldRate(
  entries: readonly RateEntry[],
  subject: RateSubject,
  since: PromotingSince,
  day: string,
  lockDays: LockDays,
): HeldRate | null {
  const offered = offeredRate(entries, subject, day)
  if (!offered) return null
  let held: HeldRate = { rate: offered.entry.rate, lockedUntil: null }
  for (const cut of cutsOf(entries, subject, lockDays)) {
    if (since === 'never' || (since !== 'always' && since >= cut.day)) continue
    if (cut.day > day || day >= cut.until) continue
    const isBetter = cut.before > held.rate || (cut.before === held.rate && cut.until > (held.lockedUntil ?? '9999'))
    if (isBetter && cut.before > offered.entry.rate) held = { rate: cut.before, lockedUntil: cut.until }
  }
  return held
}

/** A piece of the future: this rate until the last day, named; null: for as long as nothing is changed. */
export interface RatePiece {
  readonly rate: number
  readonly lastDay: string | null
}

/** What a creator gets from a day on, piece by piece, planned changes and ends of locks included. */
export function ratesAhead(
  entries: readonly RateEntry[],
  subject: RateSubject,
  since: PromotingSince,
  from: string,
  lockDays: LockDays,
): readonly RatePiece[] {
  const turns = [
    ...entries.map(({ fromDay }) => fromDay),
    ...cutsOf(entries, subject, lockDays).map(({ until }) => until),
  ]
  const days = [from, ...new Set(turns.filter((day) => day > from).sort())]
  const pieces: { rate: number; lastDay: string | null }[] = []
  for (const day of days) {
    const held = heldRate(entries, subject, since, day, lockDays)
    const last = pieces.at(-1)
    if (!held || last?.rate === held.rate) continue
    if (last) last.lastDay = addDays(day, -1)
    pieces.push({ rate: held.rate, lastDay: null })
  }
  return pieces
}

export interface RateCut {
  readonly day: string
  readonly before: number
  readonly after: number
  /** The first day on which nobody is held to the old rate. */
  readonly until: string
}

/** Every day on which what is offered becomes less, earliest first. */
export function cutsOf(entries: readonly RateEntry[], subject: RateSubject, lockDays: LockDays): readonly RateCut[] {
  const days = [...new Set(entries.map(({ fromDay }) => fromDay))].sort()
  return days.flatMap((day) => {
    const before = offeredRate(entries, subject, addDays(day, -1))?.entry.rate
    const after = offeredRate(entries, subject, day)?.entry.rate
    return before !== undefined && after !== undefined && after < before
      ? [{ day, before, after, until: addDays(day, lockDays(day)) }]
      : []
  })
}

/** What is wrong with a rate of a plan, as a word; null: nothing. Bounds are percent points of the market's rules, as text. */
export function rateProblem(
  rate: number,
  bounds: { readonly min: string | null; readonly max: string | null },
): 'belowMinimum' | 'aboveMaximum' | null {
  const least = Math.round(Number(bounds.min ?? LEAST_PERCENT) * 100)
  const most = Math.round(Number(bounds.max ?? MOST_PERCENT) * 100)
  return rate < least ? 'belowMinimum' : rate > most ? 'aboveMaximum' : null
}

/** What the platform allows where a market's rules say nothing. */
const LEAST_PERCENT = '1'
const MOST_PERCENT = '80'

/** Starting values for a product that nobody knows yet: advice of the industry, to be checked by whoever takes it. */
export const COLD_START = {
  /** Basis points: above what an established product pays, so that the first creators try it. */
  rate: 2000,
  adsRate: 1000,
  /** Samples, and creators of small tiers to begin with. */
  sampleQuota: 30,
  /** Days until the plan is looked at again. */
  days: 30,
} as const

type Reach = readonly [scope: RateScope, reaches: (entry: RateEntry) => boolean]

function reachOf(subject: RateSubject): readonly Reach[] {
  const all: Reach = ['all', ({ productId, category }) => productId === null && category === null]
  if (subject === null) return [all]
  const { productId, category } = subject
  return [
    ['product', (entry) => entry.productId === productId],
    ['category', (entry) => entry.productId === null && category !== null && entry.category === category],
    all,
  ]
}

/** The last entry that has begun; of two of one day the one that was written last. */
function latestOf(entries: readonly RateEntry[], day: string): RateEntry | null {
  let best: RateEntry | null = null
  for (const entry of entries) {
    if (entry.fromDay > day) continue
    const isLater =
      best === null || entry.fromDay > best.fromDay || (entry.fromDay === best.fromDay && entry.id > best.id)
    if (isLater) best = entry
  }
  return best
}
