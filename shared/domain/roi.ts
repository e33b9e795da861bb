/**
 * What creators' selling was worth: from sums to the ROI row, its steps, and its change against another period.
 *
 * Ratios are worked out from sums, never averaged, and are `null` where their denominator is 0.
 */

/** What the ROI table can be grouped by, at most three at once. */
export const ROI_KEYS = [
  'shop',
  'client',
  'market',
  'creator',
  'product',
  'content',
  'contentType',
  'campaign',
  'staff',
  'day',
  'week',
  'month',
] as const
export type RoiKey = (typeof ROI_KEYS)[number]

/** Sums over a group of lines and records; money in minor units of one currency. */
export interface RoiSums {
  /** Distinct order ids among paid lines that are no samples. */
  readonly orders: number
  /** Σ quantity of the same lines. */
  readonly units: number
  /** Lines with nothing paid that were not cancelled: samples the platform shipped as orders. */
  readonly samples: number
  readonly gmv: number
  readonly refunds: number
  /** Commission of settled lines. */
  readonly commissionSettled: number
  /** Commission of pending and frozen lines. */
  readonly commissionPending: number
  /** Unit cost, packing, freight and duty of samples shipped. */
  readonly sampleCost: number
  /** Flat fees, retainers, advances and bonuses by due date. */
  readonly fees: number
  readonly ads: number
  /** Costs entered by hand that are none of the above. */
  readonly otherCosts: number
  /** The market's platform rate × net GMV, rounded once per row. */
  readonly platformFees: number
  /** Units kept × unit cost in force. */
  readonly cogs: number
  /** Views of the group's content where known. */
  readonly views: number | null
}

/** The figures of one row of the ROI table; the definitions are those of the command line's documentation. */
export interface RoiFigures extends RoiSums {
  readonly netGmv: number
  readonly commission: number
  readonly contribution: number
  readonly roi: number | null
  readonly refundRate: number | null
  readonly commissionRate: number | null
  readonly gpm: number | null
}

/** One row: `keys` are texts as shown (`''` is: not attributed to any), `ids` the records behind names. */
export interface Roi extends RoiFigures {
  readonly keys: Readonly<Partial<Record<RoiKey, string>>>
  readonly ids: Readonly<Partial<Record<RoiKey, string>>>
  readonly currency: string
}

/** Lines and costs in `base` between these days that were left out of every figure: nobody entered a rate. */
export interface MissingRate {
  readonly base: string
  readonly quote: string
  readonly from: string
  readonly to: string
  readonly days: number
  readonly lines: number
}

export interface RoiTable {
  readonly currency: string
  readonly from: string | null
  readonly to: string | null
  readonly rows: readonly Roi[]
  /** Over everything in scope, also what `limit` and `search` left off. */
  readonly total: Roi
  /** Rows before `limit`. */
  readonly rowCount: number
  readonly missingRates: readonly MissingRate[]
}

/**
 * Sums to figures.
 *
 * - `netGmv` = gmv − refunds; `commission` = settled + pending
 * - `contribution` = netGmv − commission − sampleCost − fees − ads − otherCosts − platformFees − cogs
 * - `roi` = contribution ÷ (commission + sampleCost + fees + ads + otherCosts)
 * - `refundRate` = refunds ÷ gmv; `commissionRate` = commission ÷ netGmv; `gpm` = gmv ÷ views × 1000
 */
export function roiFigures(sums: RoiSums): RoiFigures {
  const netGmv = sums.gmv - sums.refunds
  const commission = sums.commissionSettled + sums.commissionPending
  const spent = commission + sums.sampleCost + sums.fees + sums.ads + sums.otherCosts
  const contribution = netGmv - spent - sums.platformFees - sums.cogs
  // Written out: a table makes thousands of these, and spreading is many times slower.
  return {
    orders: sums.orders,
    units: sums.units,
    samples: sums.samples,
    gmv: sums.gmv,
    refunds: sums.refunds,
    commissionSettled: sums.commissionSettled,
    commissionPending: sums.commissionPending,
    sampleCost: sums.sampleCost,
    fees: sums.fees,
    ads: sums.ads,
    otherCosts: sums.otherCosts,
    platformFees: sums.platformFees,
    cogs: sums.cogs,
    views: sums.views,
    netGmv,
    commission,
    contribution,
    roi: ratio(contribution, spent),
    refundRate: ratio(sums.refunds, sums.gmv),
    commissionRate: ratio(commission, netGmv),
    gpm: sums.views === null ? null : ratio(sums.gmv * 1000, sums.views),
  }
}

/** a ÷ b, or `null` where b is 0: a rate of nothing is unknown, not 0. */
export function ratio(a: number, b: number): number | null {
  return b === 0 ? null : a / b
}

export const WATERFALL_STEPS = [
  'gmv',
  'refunds',
  'commission',
  'sampleCost',
  'fees',
  'ads',
  'otherCosts',
  'platformFees',
  'cogs',
  'contribution',
] as const
export type WaterfallStepName = (typeof WATERFALL_STEPS)[number]

/** One bar from `start` to `end`; `amount` = end − start. First and last stand on 0. */
export interface WaterfallStep {
  readonly step: WaterfallStepName
  readonly amount: number
  readonly start: number
  readonly end: number
}

/** How GMV becomes contribution, one deduction after the other; the last bar is what is left. */
export function waterfall(figures: RoiFigures): WaterfallStep[] {
  let level = 0
  return WATERFALL_STEPS.map((step) => {
    if (step === 'contribution') {
      return { step, amount: figures.contribution, start: 0, end: figures.contribution }
    }
    const start = level
    level = step === 'gmv' ? figures.gmv : level - figures[step]
    return { step, amount: level - start, start, end: level }
  })
}

/** How a figure moved: `share` is relative to the earlier figure's size, `null` where that was 0 or unknown. */
export interface Change {
  readonly amount: number | null
  readonly share: number | null
}

export function changeOf(now: number | null, before: number | null): Change {
  if (now === null || before === null) {
    return { amount: null, share: null }
  }
  return { amount: now - before, share: ratio(now - before, Math.abs(before)) }
}

/**
 * An amount in another currency's minor units: amount × factor, half away from zero.
 *
 * The factor carries the difference of minor digits (JPY→USD at 0.0066 is 0.66). A hair is added so that decimal
 * factors, which binary numbers hold only nearly, round as on paper: 100 × 1.005 is 101, not 100.
 */
export function convertAmount(amount: number, factor: number): number {
  if (factor === 1) {
    return amount
  }
  const product = Math.abs(amount) * factor
  const rounded = Math.floor(product + 0.5 + product * 4.5e-16)
  return amount < 0 ? -rounded : rounded
}

/** net GMV × rate for sums of (net × basis points); half away from zero. */
export function platformFeeOf(netTimesBasisPoints: number): number {
  const rounded = Math.floor(Math.abs(netTimesBasisPoints) / 10_000 + 0.5)
  return netTimesBasisPoints < 0 ? -rounded : rounded
}
