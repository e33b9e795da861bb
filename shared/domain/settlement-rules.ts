/**
 * When a sale becomes money: so many calendar days after delivery it is settled, so many later it is in the bank; a part may
 * be kept back and released after that.
 *
 * All days are days of the shop's own calendar, so a change of clocks moves nothing. What no source gives for a market is
 * taken from a stated assumption and says so (`origin`).
 */

import { roundedShare } from './orders'

/** What of a settlement rule holds for one delivery. */
export const SETTLEMENT_PARTS = [
  'days',
  'deliveryDays',
  'payoutDays',
  'reserveRate',
  'reserveDays',
  'lateDays',
] as const
export type SettlementPart = (typeof SETTLEMENT_PARTS)[number]

/** Where a figure comes from: the shop's own rule, a source about its market, the shop's own order lines, or nowhere. */
export const TERM_ORIGINS = ['rule', 'market', 'measured', 'assumed'] as const
export type TermOrigin = (typeof TERM_ORIGINS)[number]

export interface Term {
  readonly value: number
  readonly origin: TermOrigin
  /** Who says so; '' where nobody does. */
  readonly source: string
}

/**
 * `days`: calendar days from delivery to settlement. `deliveryDays`: from order to delivery, where no file says when it was.
 * `payoutDays`: from settlement to the bank. `reserveRate`: basis points kept back for `reserveDays` after settlement.
 * `lateDays`: so many days after it was due, a settlement is late.
 */
export type SettlementTerms = Readonly<Record<SettlementPart, Term>> & { readonly tier: string | null }

/** A shop's own rule, in force from a day on; null: it does not say. */
export type SettlementRule = Readonly<Record<SettlementPart, number | null>> & {
  readonly shopId: string
  readonly fromDay: string
  readonly tier: string | null
  readonly source: string | null
}

/** The longest settlement period that a source names, days; the slider of the stress test ends here. */
export const LONGEST_SETTLEMENT = 31

/** A market's figure as shipped. */
export interface MarketTier {
  readonly market: string
  /** As the platform calls it. */
  readonly tier: string
  readonly days: number
  /** null: the source does not say since when. */
  readonly fromDay: string | null
  readonly source: string
  /** `inferred`: the source speaks of creators' or partners' money, not of the shop's. */
  readonly confidence: 'confirmed' | 'inferred'
}

const PARTNER_FINANCE = 'Partner Center guide, finance outside the US: partner payout'
const VIETNAM = 'Seller university Vietnam: commission settlement'
const US_TIERS = 'Seller university US, essays 3995852763531009 and 2470273945257771'

/** The first row of a market is its standard; the others are tiers that a shop can be in. */
export const MARKET_TIERS: readonly MarketTier[] = [
  { market: 'US', tier: 'standard', days: 7, fromDay: null, source: US_TIERS, confidence: 'confirmed' },
  { market: 'US', tier: 'shortest', days: 1, fromDay: null, source: US_TIERS, confidence: 'confirmed' },
  { market: 'US', tier: 'longest', days: 31, fromDay: null, source: US_TIERS, confidence: 'confirmed' },
  { market: 'VN', tier: 'standard', days: 7, fromDay: null, source: VIETNAM, confidence: 'inferred' },
  { market: 'VN', tier: 'express', days: 3, fromDay: null, source: VIETNAM, confidence: 'inferred' },
  { market: 'VN', tier: 'extended', days: 15, fromDay: null, source: VIETNAM, confidence: 'inferred' },
  {
    market: 'GB',
    tier: 'standard',
    days: 15,
    fromDay: '2025-04-01',
    source: 'Seller university UK: creators, about 15 days',
    confidence: 'inferred',
  },
  { market: 'ID', tier: 'standard', days: 7, fromDay: null, source: PARTNER_FINANCE, confidence: 'inferred' },
  { market: 'MY', tier: 'standard', days: 7, fromDay: null, source: PARTNER_FINANCE, confidence: 'inferred' },
  { market: 'PH', tier: 'standard', days: 7, fromDay: null, source: PARTNER_FINANCE, confidence: 'inferred' },
  { market: 'TH', tier: 'standard', days: 8, fromDay: null, source: PARTNER_FINANCE, confidence: 'inferred' },
]

/**
 * What is taken where neither the shop, nor a source, nor its lines say anything. `days`: the lower end of the 14-30 days
 * that trade press names; the rest are this app's own. Screens name every figure that comes from here.
 */
export const ASSUMED_TERMS: Readonly<Record<SettlementPart, number>> = {
  days: 14,
  deliveryDays: 5,
  payoutDays: 0,
  reserveRate: 0,
  reserveDays: 0,
  lateDays: 14,
}

export interface TermsQuestion {
  readonly market: string
  /** Of this shop only. */
  readonly rules: readonly SettlementRule[]
  /** The day of delivery, which decides which rule is in force. */
  readonly day: string
  /** Days from order to delivery that the shop's own lines show; null: too few of them. */
  readonly measuredDelivery: number | null
}

/** The terms in force for what is delivered on a day: each part from the shop's rule, its market, its lines, or assumed. */
export function termsInForce({ market, rules, day, measuredDelivery }: TermsQuestion): SettlementTerms {
  const rule = latestRule(rules, day)
  const shipped = MARKET_TIERS.find((row) => row.market === market && (row.fromDay ?? '') <= day)
  const term = (part: SettlementPart): Term => {
    const own = rule?.[part] ?? null
    if (own !== null) return { value: own, origin: 'rule', source: rule?.source ?? '' }
    if (part === 'days' && shipped) return { value: shipped.days, origin: 'market', source: shipped.source }
    if (part === 'deliveryDays' && measuredDelivery !== null) {
      return { value: measuredDelivery, origin: 'measured', source: '' }
    }
    return { value: ASSUMED_TERMS[part], origin: 'assumed', source: '' }
  }
  const tier = rule === null ? (shipped?.tier ?? null) : rule.tier
  return {
    tier,
    days: term('days'),
    deliveryDays: term('deliveryDays'),
    payoutDays: term('payoutDays'),
    reserveRate: term('reserveRate'),
    reserveDays: term('reserveDays'),
    lateDays: term('lateDays'),
  }
}

/** The rule that holds on a day: the latest one from then or before; null: none yet. */
export function latestRule(rules: readonly SettlementRule[], day: string): SettlementRule | null {
  let best: SettlementRule | null = null
  for (const rule of rules) {
    if (rule.fromDay <= day && (best === null || rule.fromDay >= best.fromDay)) best = rule
  }
  return best
}

/** Days as numbers since 1970-01-01. */
export interface MoneyDays {
  /** It is settled. */
  readonly settles: number
  /** What is not kept back is in the bank. */
  readonly arrives: number
  /** What was kept back is in the bank. */
  readonly released: number
  /** From the day after this one on, it is late. */
  readonly lateAfter: number
}

/** The days on which a delivery becomes money. With `slipTo`, what would settle sooner settles that many days after delivery. */
export function moneyDays(terms: SettlementTerms, delivered: number, slipTo = 0): MoneyDays {
  const settles = delivered + Math.max(terms.days.value, slipTo)
  const arrives = settles + terms.payoutDays.value
  return {
    settles,
    arrives,
    released: arrives + terms.reserveDays.value,
    lateAfter: settles + terms.lateDays.value,
  }
}

/**
 * The terms of creators' commission: paid within the days that a source gives for creators of the market, and not before
 * the shop itself is settled. `creators`: null where no source gives any; then the shop's terms hold.
 */
export function commissionTerms(shop: SettlementTerms, creators: Term | null): SettlementTerms {
  return creators !== null && creators.value > shop.days.value ? { ...shop, days: creators } : shop
}

/**
 * The one meaning of late, of a shop's sales by its terms as of commission by `commissionTerms`: today is after the day of
 * delivery, the days of settlement and the days of grace. Day numbers in the shop's calendar.
 */
export function isLate(terms: SettlementTerms, delivered: number, today: number): boolean {
  return today > moneyDays(terms, delivered).lateAfter
}

/** Minor units at once and kept back; together the amount. Nothing is kept back of what is not above zero. */
export function splitReserve(amount: number, terms: SettlementTerms): { readonly now: number; readonly kept: number } {
  const kept = amount > 0 ? roundedShare(amount, terms.reserveRate.value, 10_000) : 0
  return { now: amount - kept, kept }
}

/** Why a rule cannot be: null when it can. */
export function settlementRuleProblem(
  rule: Pick<SettlementRule, SettlementPart>,
): { readonly field: SettlementPart; readonly reason: 'notWholeDays' | 'notPercent' | 'reserveWithoutDays' } | null {
  for (const field of SETTLEMENT_PARTS) {
    const value = rule[field]
    if (value === null) continue
    const most = field === 'reserveRate' ? 10_000 : 366
    if (!Number.isSafeInteger(value) || value < 0 || value > most) {
      return { field, reason: field === 'reserveRate' ? 'notPercent' : 'notWholeDays' }
    }
  }
  if ((rule.reserveRate ?? 0) > 0 && (rule.reserveDays ?? 0) === 0) {
    return { field: 'reserveDays', reason: 'reserveWithoutDays' }
  }
  return null
}
