/**
 * From what a line was estimated to bring its creator to what it brought, and why the two differ.
 *
 * Rules only. For every line and every sum of lines: estimated + all adjustments = actual, to the minor unit; and `actual`
 * is the commission of `lineFigures`, so that a settlement sheet and the ROI table never disagree.
 */

import { ORDER_STATUSES, type OrderAmounts, roundedShare } from './orders'

/** Why a line came out otherwise than estimated, or may still. */
export const CAUSES = [
  /** All of it came back. */
  'refund',
  /** Some of it came back: the actual base is below the estimated one. */
  'partial',
  'ineligible',
  'frozen',
  /** Exactly the tax was withheld. */
  'tax',
  'bonus',
  /** Still pending though the shop's settlement days have gone by. */
  'late',
  /** Another rate was paid than was estimated. */
  'rate',
  'unexplained',
] as const
export type Cause = (typeof CAUSES)[number]

export interface SettlementLine extends OrderAmounts {
  readonly estimatedTax: number | null
  readonly actualTax: number | null
  /** Basis points, as the file says them. */
  readonly standardRate: number | null
  readonly adsRate: number | null
  /** Number of the day of delivery; null: no file says it. */
  readonly delivered: number | null
}

/** True for a line that was delivered on this day (by number) and should have been settled by now. */
export type IsLate = (delivered: number) => boolean

/** One line's way from estimate to actual; made once and filled for one line after the other. */
export interface LineSettlement {
  estimated: number
  actual: number
  standard: number
  shopAds: number
  bonus: number
  tax: number
  /** The greatest part of the difference; without a difference, what the line waits for. null: nothing to say. */
  cause: Cause | null
  /** By index of `CAUSES`; they add up to actual − estimated. */
  readonly adjustments: Float64Array
}

export function newLineSettlement(): LineSettlement {
  return {
    estimated: 0,
    actual: 0,
    standard: 0,
    shopAds: 0,
    bonus: 0,
    tax: 0,
    cause: null,
    adjustments: new Float64Array(CAUSES.length),
  }
}

/**
 * Works a sale line out into `out`. `tag` is what somebody in finance says of it, and holds before everything derived.
 *
 * - a line that is ineligible pays nothing; of any other each part (standard, shop ads, co-funded bonus) pays the actual
 *   amount where the file gives one, else the estimate;
 * - the difference of a line that came back whole, is ineligible or frozen, is put down to that;
 * - of any other, the share of each part that went with the base is `partial`; of the rest, exactly the tax is `tax`, the
 *   bonus' is `bonus`, a part that fits another rate is `rate`, what is left is `unexplained`;
 * - without a difference a line can still wait: `frozen`, `late`, or for the refund that is certain.
 */
export function settleLine(line: SettlementLine, isLate: IsLate, tag: Cause | null, out: LineSettlement): void {
  const paysNothing = line.status === 'ineligible'
  out.standard = paysNothing ? 0 : (line.actualStandard ?? line.estimatedStandard ?? 0)
  out.shopAds = paysNothing ? 0 : (line.actualAds ?? line.estimatedAds ?? 0)
  out.bonus = paysNothing ? 0 : (line.actualBonus ?? line.estimatedBonus ?? 0)
  out.tax = paysNothing ? 0 : (line.actualTax ?? line.estimatedTax ?? 0)
  out.estimated = (line.estimatedStandard ?? 0) + (line.estimatedAds ?? 0) + (line.estimatedBonus ?? 0)
  out.actual = out.standard + out.shopAds + out.bonus
  out.adjustments.fill(0)
  const difference = out.actual - out.estimated
  const whole = tag ?? wholeCause(line)
  if (difference === 0) {
    out.cause = tag ?? (out.actual === 0 ? null : waitingCause(line, isLate))
  } else if (whole !== null) {
    add(out, whole, difference)
    out.cause = whole
  } else {
    divide(line, out)
    out.cause = greatest(out.adjustments)
  }
}

/** The fields of a group's sums, in the order in which they are kept. Money in minor units. */
export const SETTLEMENT_FIELDS = [
  'lines',
  'units',
  'gmv',
  'refunds',
  'estimatedBase',
  'actualBase',
  'estimated',
  'actual',
  'standard',
  'shopAds',
  'bonus',
  'tax',
  /** Actual of settled lines. */
  'paid',
  /** Actual of lines that are not settled yet. */
  'due',
  /** Lines whose actual is not the estimate. */
  'differing',
] as const
export type SettlementField = (typeof SETTLEMENT_FIELDS)[number]

/** A group's sums as one run of numbers: the fields, then adjustments by cause, then what waits by cause. */
export const SETTLEMENT_WIDTH = SETTLEMENT_FIELDS.length + 2 * CAUSES.length
const ADJUSTMENTS = SETTLEMENT_FIELDS.length
const WAITING = ADJUSTMENTS + CAUSES.length

export type ByCause = Readonly<Record<Cause, number>>

export interface SettlementSums extends Readonly<Record<SettlementField, number>> {
  /** actual − estimated. */
  readonly difference: number
  /** Adds up to `difference`. */
  readonly adjustments: ByCause
  /** Commission that counts in `actual` and may still not come: of lines without a difference that wait for something. */
  readonly waiting: ByCause
}

/** What a line is besides its settlement. */
export interface SettledFigures {
  readonly units: number
  readonly gmv: number
  readonly refund: number
}

/** Adds a line to the sums that begin at `at`. */
export function addSettlement(
  sums: Float64Array,
  at: number,
  line: SettlementLine,
  { units, gmv, refund }: SettledFigures,
  settled: LineSettlement,
): void {
  const { estimated, actual, cause, adjustments } = settled
  sums[at]! += 1
  sums[at + 1]! += units
  sums[at + 2]! += gmv
  sums[at + 3]! += refund
  sums[at + 4]! += line.estimatedBase ?? 0
  sums[at + 5]! += line.status === 'ineligible' ? 0 : (line.actualBase ?? line.estimatedBase ?? 0)
  sums[at + 6]! += estimated
  sums[at + 7]! += actual
  sums[at + 8]! += settled.standard
  sums[at + 9]! += settled.shopAds
  sums[at + 10]! += settled.bonus
  sums[at + 11]! += settled.tax
  sums[at + (line.status === 'settled' ? 12 : 13)]! += actual
  if (actual !== estimated) {
    sums[at + 14]! += 1
    for (let c = 0; c < CAUSES.length; c++) sums[at + ADJUSTMENTS + c]! += adjustments[c]!
  } else if (cause !== null) {
    sums[at + WAITING + CAUSES.indexOf(cause)]! += actual
  }
}

/** The sums that begin at `at`, by name. */
export function readSettlement(sums: Float64Array, at: number): SettlementSums {
  const byCause = (from: number): ByCause =>
    // The keys are exactly the causes.
    Object.fromEntries(CAUSES.map((cause, c) => [cause, sums[at + from + c]!])) as Record<Cause, number>
  const fields = Object.fromEntries(SETTLEMENT_FIELDS.map((field, f) => [field, sums[at + f]!])) as Record<
    SettlementField,
    number
  >
  return {
    ...fields,
    difference: fields.actual - fields.estimated,
    adjustments: byCause(ADJUSTMENTS),
    waiting: byCause(WAITING),
  }
}

/** A line's key as people's words on it name it: order, product and SKU, with spaces between. */
export function lineKey(orderId: string, productId: string, skuId: string): string {
  return `${orderId} ${productId} ${skuId}`
}

/** The status of a stored code. */
export function statusOfCode(code: number): SettlementLine['status'] {
  return ORDER_STATUSES[code] ?? 'pending'
}

function wholeCause({ status, fullyReturned }: SettlementLine): Cause | null {
  return fullyReturned ? 'refund' : status === 'ineligible' ? 'ineligible' : status === 'frozen' ? 'frozen' : null
}

function waitingCause(line: SettlementLine, isLate: IsLate): Cause | null {
  if (line.status === 'settled') return null
  const whole = wholeCause(line)
  if (whole !== null) return whole
  return line.status === 'pending' && line.delivered !== null && isLate(line.delivered) ? 'late' : null
}

function add({ adjustments }: LineSettlement, cause: Cause, amount: number): void {
  if (amount !== 0) adjustments[CAUSES.indexOf(cause)]! += amount
}

function divide(line: SettlementLine, out: LineSettlement): void {
  const standard = out.standard - (line.estimatedStandard ?? 0)
  const ads = out.shopAds - (line.estimatedAds ?? 0)
  const bonus = out.bonus - (line.estimatedBonus ?? 0)
  const lost = {
    standard: lostShare(line, line.estimatedStandard, line.actualStandard, standard),
    ads: lostShare(line, line.estimatedAds, line.actualAds, ads),
    bonus: lostShare(line, line.estimatedBonus, line.actualBonus, bonus),
  }
  add(out, 'partial', lost.standard + lost.ads + lost.bonus)
  const rest = { standard: standard - lost.standard, ads: ads - lost.ads, bonus: bonus - lost.bonus }
  const all = rest.standard + rest.ads + rest.bonus
  if (isTax(line, all)) {
    add(out, 'tax', all)
    return
  }
  add(out, 'bonus', rest.bonus)
  if (isOtherKind(line)) {
    add(out, 'rate', rest.standard + rest.ads)
    return
  }
  const base = line.actualBase ?? line.estimatedBase
  add(out, fitsRate(base, out.standard, line.standardRate) ? 'rate' : 'unexplained', rest.standard)
  add(out, fitsRate(base, out.shopAds, line.adsRate) ? 'rate' : 'unexplained', rest.ads)
}

/** What of a part's difference went with the part of the base that came back; a unit more or less is the file's rounding. */
function lostShare(
  { estimatedBase, actualBase }: SettlementLine,
  estimate: number | null,
  actual: number | null,
  difference: number,
): number {
  if (estimate === null || actual === null || estimatedBase === null || actualBase === null) return 0
  if (estimatedBase <= 0 || actualBase >= estimatedBase || actualBase < 0) return 0
  const share = roundedShare(estimate, actualBase - estimatedBase, estimatedBase)
  return Math.abs(difference - share) <= 1 ? difference : share
}

function isTax({ estimatedTax, actualTax }: SettlementLine, rest: number): boolean {
  const withheld = actualTax ?? estimatedTax ?? 0
  const more = (actualTax ?? 0) - (estimatedTax ?? 0)
  return (withheld > 0 && Math.abs(rest + withheld) <= 1) || (more !== 0 && actualTax !== null && rest === -more)
}

/** Estimated as standard and paid as shop ads, or the other way round. */
function isOtherKind({ estimatedStandard, estimatedAds, actualStandard, actualAds }: SettlementLine): boolean {
  const paid = (amount: number | null): boolean => (amount ?? 0) > 0
  return (
    (paid(estimatedStandard) && !paid(estimatedAds) && actualStandard === 0 && paid(actualAds)) ||
    (paid(estimatedAds) && !paid(estimatedStandard) && actualAds === 0 && paid(actualStandard))
  )
}

/** Steps in which people write rates: half a percent. */
const RATE_STEP = 50
/** Below this base every amount fits some rate. */
const LEAST_BASE = 2000

/** True where the amount is what the file's own rate, or one that people would write, makes of the base. */
function fitsRate(base: number | null, amount: number, rate: number | null): boolean {
  if (base === null || base <= 0 || amount <= 0) return false
  if (rate !== null && roundedShare(base, rate, 10_000) === amount) return true
  const nearest = Math.round((amount * 10_000) / base / RATE_STEP) * RATE_STEP
  return base >= LEAST_BASE && nearest >= 100 && nearest <= 8000 && roundedShare(base, nearest, 10_000) === amount
}

function greatest(adjustments: Float64Array): Cause {
  let best = 0
  for (let c = 1; c < CAUSES.length; c++) {
    if (Math.abs(adjustments[c]!) > Math.abs(adjustments[best]!)) best = c
  }
  return CAUSES[best] ?? 'unexplained'
}
