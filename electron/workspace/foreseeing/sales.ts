/** What comes of a shop's sales, from its order lines and its settlement rules. */

import { deliveriesOf, type DeliverySum } from '../../../db/facts/deliveries'
import type { FactsCache } from '../../../db/facts/cache'
import type { SettlementRule } from '../../../shared/contract/cash'
import type { Shop } from '../../../shared/contract/shops'
import type { SaleGroup } from '../../../shared/domain/cash-items'
import { dayOfNumber } from '../../../shared/domain/days'
import { SHIPPED_RULES } from '../../../shared/domain/market-packs'
import { latest, type OwnRule } from '../../../shared/domain/markets'
import { roundedShare } from '../../../shared/domain/orders'
import { LONGEST_SETTLEMENT, type SettlementTerms, termsInForce } from '../../../shared/domain/settlement-rules'

export interface ShopSales {
  readonly shop: Shop
  readonly groups: readonly SaleGroup[]
  readonly frozen: { readonly amount: number; readonly lines: number }
  readonly measuredLines: number
  readonly incomeTo: number | null
  /** The terms in force for what is delivered on a day. */
  readonly termsOn: (day: number) => SettlementTerms
  /** Basis points in force on a day; null: nobody knows. */
  readonly feeOn: (day: number) => number | null
}

export interface SalesQuestion {
  readonly shop: Shop
  /** Of this shop only. */
  readonly rules: readonly SettlementRule[]
  readonly marketRules: readonly OwnRule[]
  readonly today: number
}

export async function salesOf(facts: FactsCache, question: SalesQuestion): Promise<ShopSales> {
  const { shop, rules, marketRules } = question
  const { sums, measured, measuredLines, incomeTo } = await deliveriesOf(facts, shop.id, settledFrom(question))
  const termsOn = kept((day) =>
    termsInForce({ market: shop.market, rules, day: dayOfNumber(day), measuredDelivery: measured }),
  )
  const fees = feesOf(shop.market, marketRules)
  const feeOn = kept((day) => basisPoints(fees(dayOfNumber(day))))
  const groups = sums.flatMap((sum) => (sum.state === 'frozen' ? [] : [groupOf(shop, sum, termsOn, feeOn)]))
  const frozen = sums.filter(({ state }) => state === 'frozen')
  return {
    shop,
    groups,
    frozen: {
      amount: frozen.reduce((total, { sales, refunds, commission }) => total + sales - refunds - commission, 0),
      lines: frozen.reduce((total, { lines }) => total + lines, 0),
    },
    measuredLines,
    incomeTo,
    termsOn,
    feeOn,
  }
}

/**
 * From which day of order on settled lines may still have money kept back; null where the shop has no reserve. Two months
 * are left for the way to the buyer and for settling.
 */
export function settledFrom({ rules, today }: Pick<SalesQuestion, 'rules' | 'today'>): number | null {
  const longest = rules
    .filter(({ reserveRate }) => (reserveRate ?? 0) > 0)
    .map(({ days, reserveDays, payoutDays }) => (days ?? LONGEST_SETTLEMENT) + (reserveDays ?? 0) + (payoutDays ?? 0))
  return longest.length === 0 ? null : today - Math.max(...longest) - 2 * LONGEST_SETTLEMENT
}

function groupOf(
  shop: Shop,
  { state, day, known, lines, sales, refunds, commission }: DeliverySum,
  termsOn: ShopSales['termsOn'],
  feeOn: ShopSales['feeOn'],
): SaleGroup {
  const delivered = known ? day : day + termsOn(day).deliveryDays.value
  return {
    shopId: shop.id,
    currency: shop.currency,
    ref: { settled: state === 'settled', known, day },
    delivered,
    lines,
    sales,
    refunds,
    commission,
    platformFee: roundedShare(sales - refunds, feeOn(day) ?? 0, 10_000),
  }
}

/** The platform's fee of a market on a day, as `ruleInForce` says; the rows of the market are looked up once. */
function feesOf(market: string, own: readonly OwnRule[]): (day: string) => string | null {
  const isFee = (row: { readonly market: string; readonly rule: string }): boolean =>
    row.market === market && row.rule === 'platformFee'
  const [mine, shipped] = [own.filter(isFee), SHIPPED_RULES.filter(isFee)]
  return (day) => (latest(mine, day) ?? latest(shipped, day))?.value ?? null
}

function basisPoints(percent: string | null): number | null {
  return percent === null ? null : Math.round(Number(percent) * 100)
}

function kept<T>(work: (day: number) => T): (day: number) => T {
  const known = new Map<number, T>()
  return (day) => {
    const value = known.has(day) ? known.get(day)! : work(day)
    known.set(day, value)
    return value
  }
}
