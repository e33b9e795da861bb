/**
 * What a line should bring its creator: what is in the base, which rate holds, who gets which part of it.
 *
 * Rules only, as dated data: the shipped ones carry their source, people's own hold before them. Every share is rounded
 * once, half away from zero; whatever is divided adds up to the whole.
 */

import { rateProblem } from './campaigns'
import { latest } from './markets'
import { type OrderStatus, roundedShare } from './orders'

/** Parts of a price that a market counts in the base of commission or takes off it. */
export const BASE_PARTS = ['platformDiscount', 'sellerDiscount', 'tax', 'shipping'] as const
export type BasePart = (typeof BASE_PARTS)[number]

/** From a creator's GMV of the month on, another rate. Minor units and basis points. */
export interface Tier {
  readonly from: number
  readonly rate: number
}

export interface CommissionTerms {
  /**
   * True: it counts in the base. A discount that counts is not taken off the price; tax and shipping that do not count are
   * taken off, where the price has them.
   */
  readonly base: Readonly<Record<BasePart, boolean>>
  readonly tiers: readonly Tier[]
  /** Basis points of the base on top; and what of it the shop pays itself, the platform the rest. */
  readonly bonusRate: number
  readonly coFundedShare: number
  /** Of the commission, what a partner (TAP) keeps; of what is left, what an agency (CAP) keeps. */
  readonly tapShare: number
  readonly capShare: number
  /** Withheld from what the creator gets. */
  readonly taxRate: number
}

/** Terms from a day on, of everything (`*`), a market or a shop (its id). */
export interface CommissionRule extends CommissionTerms {
  readonly key: string
  readonly fromDay: string | null
  readonly source: string
  readonly note: string | null
}

const PLAIN: CommissionTerms = {
  base: { platformDiscount: true, sellerDiscount: true, tax: false, shipping: false },
  tiers: [],
  bonusRate: 0,
  coFundedShare: 0,
  tapShare: 0,
  capShare: 0,
  taxRate: 0,
}

/** As the app brings them. Markets of which nothing else is known follow the first. */
export const SHIPPED_COMMISSION_RULES: readonly CommissionRule[] = [
  {
    ...PLAIN,
    key: '*',
    fromDay: null,
    source: 'TikTok Shop Open API, search seller affiliate orders; Partner Center guides',
    note: 'selling price × quantity, less what came back; taxes are not in it (confirmed), nor is shipping (inferred)',
  },
  {
    ...PLAIN,
    base: { platformDiscount: false, sellerDiscount: false, tax: false, shipping: false },
    key: 'VN',
    fromDay: null,
    source: 'Seller university Vietnam, essay 6837840205842177',
    note: 'product price − platform coupon − seller coupon − product tax; a partial refund in proportion (confirmed)',
  },
]

/** The rule of a shop on a day: the shop's own before its market's before everybody's; own ones before shipped ones. */
export function commissionRuleOn(
  own: readonly CommissionRule[],
  { shopId, market }: { readonly shopId: string; readonly market: string },
  day: string,
): CommissionRule {
  for (const key of [shopId, market, '*']) {
    for (const rules of [own, SHIPPED_COMMISSION_RULES]) {
      const rule = latest(
        rules.filter((one) => one.key === key),
        day,
      )
      if (rule !== null) return rule
    }
  }
  return { ...PLAIN, key: '*', fromDay: null, source: '', note: null }
}

/** What a line's file says of its price; what it does not say is null. Amounts are of all units together. */
export interface CommissionLine {
  readonly status: OrderStatus
  readonly fullyReturned: boolean
  /** Of one unit. */
  readonly price: number
  readonly quantity: number
  /** Units that came back or were refunded. */
  readonly returned: number
  readonly platformDiscount: number | null
  readonly sellerDiscount: number | null
  readonly tax: number | null
  readonly shipping: number | null
  /** As the file gives them. */
  readonly estimatedBase: number | null
  readonly actualBase: number | null
}

export interface ExpectedBase {
  readonly estimated: number
  readonly actual: number
  /** `file`: the rule takes off something that the file does not tell, so the file's own base is taken. */
  readonly from: 'rule' | 'file'
}

/**
 * The base: price × quantity, less the parts that do not count; of what was kept, its share by units. Nothing of a
 * line that is ineligible or came back whole. Source: Open API, search seller affiliate orders.
 */
export function expectedBase(line: CommissionLine, { base }: CommissionTerms): ExpectedBase {
  const gone = line.status === 'ineligible' || line.fullyReturned
  const off = BASE_PARTS.filter((part) => !base[part])
  const hidden = off.some((part) => line[part] === null) && off.some((part) => isDiscount(part))
  if (hidden && line.estimatedBase !== null) {
    const estimated = line.estimatedBase
    return { estimated, actual: gone ? 0 : (line.actualBase ?? kept(estimated, line)), from: 'file' }
  }
  const estimated = off.reduce((left, part) => left - (line[part] ?? 0), line.price * line.quantity)
  return { estimated, actual: gone ? 0 : kept(estimated, line), from: 'rule' }
}

/** Rates that a plan offers, basis points; null: not set. */
export interface OfferedRates {
  readonly standard: number
  readonly targetAds: number | null
  readonly openAds: number | null
}

/**
 * The rate of an order: standard; where an ad on the creator's content brought the buyer, the ads rate of the target plan,
 * else that of the open plan, else the standard one. Source: Open API, target collaborations.
 */
export function rateOfOrder({ standard, targetAds, openAds }: OfferedRates, viaAd: boolean): number {
  return viaAd ? (targetAds ?? openAds ?? standard) : standard
}

/** The rate that a creator's GMV of the month has reached; `rate` where it has reached no tier. */
export function tierRate(tiers: readonly Tier[], gmv: number, rate: number): number {
  let best: Tier | null = null
  for (const tier of tiers) if (tier.from <= gmv && (best === null || tier.from > best.from)) best = tier
  return best?.rate ?? rate
}

export interface Split {
  readonly tap: number
  readonly cap: number
  readonly creator: number
}

/** Who gets which part: partner first, of the rest the agency, what is left the creator. Source: Partner Center guides. */
export function splitCommission(
  amount: number,
  { tapShare, capShare }: Pick<CommissionTerms, 'tapShare' | 'capShare'>,
): Split {
  const tap = roundedShare(amount, tapShare, 10_000)
  const cap = roundedShare(amount - tap, capShare, 10_000)
  return { tap, cap, creator: amount - tap - cap }
}

export interface ExpectedCommission {
  readonly base: ExpectedBase
  /** Basis points. */
  readonly rate: number
  readonly estimated: number
  readonly actual: number
  readonly bonus: {
    readonly estimated: number
    readonly actual: number
    readonly shop: number
    readonly platform: number
  }
  /** Of `actual`. */
  readonly split: Split
  /** Withheld from the creator's part. */
  readonly tax: number
  /** With tiers: withheld at the highest rate when the order is paid, and what is given back after settlement. */
  readonly deposit: { readonly withheld: number; readonly released: number } | null
}

export type RateProblem = NonNullable<ReturnType<typeof rateProblem>>
export interface RefusedRate {
  readonly problem: RateProblem
}

export interface RateTerms {
  /** Basis points: what holds for the order, from its plan or its file. */
  readonly rate: number
  /** The creator's GMV of the month, for tiers. */
  readonly gmv?: number
  /** Percent points as text; the market's. */
  readonly bounds?: { readonly min: string | null; readonly max: string | null }
}

/** What a line should bring, worked out; a rate that the platform does not allow is refused. */
export function expectedCommission(
  line: CommissionLine,
  terms: CommissionTerms,
  { rate: given, gmv = 0, bounds = { min: null, max: null } }: RateTerms,
): ExpectedCommission | RefusedRate {
  const rate = tierRate(terms.tiers, gmv, given)
  const problem = rateProblem(rate, bounds)
  if (problem !== null) return { problem }
  const base = expectedBase(line, terms)
  const share = (amount: number, points: number): number => roundedShare(amount, points, 10_000)
  const actual = share(base.actual, rate)
  const bonus = share(base.actual, terms.bonusRate)
  const shop = share(bonus, terms.coFundedShare)
  const split = splitCommission(actual, terms)
  const highest = Math.max(...terms.tiers.map((tier) => tier.rate), rate)
  const withheld = share(base.estimated, highest)
  return {
    base,
    rate,
    estimated: share(base.estimated, rate),
    actual,
    bonus: { estimated: share(base.estimated, terms.bonusRate), actual: bonus, shop, platform: bonus - shop },
    split,
    tax: share(split.creator, terms.taxRate),
    deposit: terms.tiers.length === 0 ? null : { withheld, released: withheld - actual },
  }
}

/** What is wrong with a rule that somebody writes, as a field and a word; null: nothing. */
export function ruleProblem(
  { tiers, bonusRate, coFundedShare, tapShare, capShare, taxRate }: CommissionTerms,
  bounds: { readonly min: string | null; readonly max: string | null },
): { readonly field: string; readonly reason: string } | null {
  const shares = { bonusRate, coFundedShare, tapShare, capShare, taxRate }
  for (const [field, share] of Object.entries(shares)) {
    if (!Number.isSafeInteger(share) || share < 0 || share > 10_000) return { field, reason: 'notAShare' }
  }
  let before = -1
  for (const { from, rate } of tiers) {
    if (!Number.isSafeInteger(from) || from <= before) return { field: 'tiers', reason: 'notRising' }
    const problem = rateProblem(rate, bounds)
    if (problem !== null) return { field: 'tiers', reason: problem }
    before = from
  }
  return null
}

function isDiscount(part: BasePart): boolean {
  return part === 'platformDiscount' || part === 'sellerDiscount'
}

/** By units where the file tells them, else as the file's own base went down. */
function kept(amount: number, { quantity, returned, estimatedBase, actualBase }: CommissionLine): number {
  if (returned > 0 && quantity > 0) return roundedShare(amount, Math.max(0, quantity - returned), quantity)
  const isPart = estimatedBase !== null && actualBase !== null && actualBase >= 0 && actualBase < estimatedBase
  return isPart ? roundedShare(amount, actualBase, estimatedBase) : amount
}
