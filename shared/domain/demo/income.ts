/**
 * What the platform paid the made-up shops out: the lines of an income file, made of the very order lines that the shop's
 * affiliate exports have, so that both tell the same sale. A few are wrong on purpose, for people to find.
 *
 * Promise: every line adds up, and the same seed gives the same lines.
 */

import { addDays, dayOfNumber } from '../days'
import { roundedShare } from '../orders'
import { toStep } from './catalogue'
import type { DemoLine } from './line'
import { hashText, randomOf } from './random'
import type { DemoShop } from './shops'

/** A line of order details; money in minor units, fees below zero. settlement = revenue + fees + adjustment. */
export interface DemoIncomeLine {
  readonly id: string
  readonly type: 'Order' | 'GMV payment for TikTok ads' | 'Logistics reimbursement'
  readonly skuId: string
  readonly product: string
  readonly quantity: number
  readonly created: string
  readonly settled: string
  readonly revenue: number
  readonly fees: number
  readonly adjustment: number
  readonly settlement: number
  readonly platform: number
  readonly transaction: number
  readonly shipping: number
  readonly creators: number
  readonly ads: number
}

/** What is sold and not settled yet, as the platform lists it. */
export interface DemoToSettle {
  readonly id: string
  readonly skuId: string
  readonly created: string
  readonly settlement: number
  readonly reason: string
}

/** A payout of a week. */
export interface DemoPayout {
  readonly id: string
  readonly started: string
  readonly completed: string
  readonly amount: number
}

interface DemoIncome {
  readonly lines: readonly DemoIncomeLine[]
  readonly toSettle: readonly DemoToSettle[]
  readonly payouts: readonly DemoPayout[]
}

const DAY_SECONDS = 86_400
/** Basis points of what was sold. */
const PLATFORM_FEE = 600
const TRANSACTION_FEE = 180
/** One in so many orders was charged too much, is in no income file, or is an order that no creator sold. */
const WRONG = { overcharged: 61, missing: 97, ownSale: 40 } as const
const OVERCHARGE = 1500

/** Of a shop's order lines as they were known on the day `until`. */
export function incomeOf(shop: DemoShop, lines: readonly DemoLine[], until: string): DemoIncome {
  const settled = lines.filter(({ status, commissionPaid }) => status === 'settled' && (commissionPaid ?? 0) > 0)
  const paid = settled.flatMap((line) => (isOne(line, WRONG.missing) ? [] : [saleOf(shop, line)]))
  const own = settled.filter((line) => isOne(line, WRONG.ownSale)).map((line) => ownSaleOf(shop, line))
  const all = [...paid, ...own, ...othersOf(shop, until)].toSorted((a, b) => (a.settled < b.settled ? 1 : -1))
  return {
    lines: all,
    toSettle: lines.filter(({ status }) => status === 'pending').map((line) => toSettleOf(shop, line)),
    payouts: payoutsOf(shop, all, until),
  }
}

/** Every so many orders, always the same ones. */
function isOne({ orderId }: DemoLine, inEvery: number): boolean {
  return Math.abs(hashText(`income/${inEvery}/${orderId}`)) % inEvery === 0
}

const dayOf = (seconds: number | null | undefined): string => dayOfNumber(Math.floor((seconds ?? 0) / DAY_SECONDS))
const shareOf = (shop: DemoShop, of: number, basisPoints: number): number =>
  toStep(roundedShare(of, basisPoints, 10_000), shop.step)

function saleOf(shop: DemoShop, line: DemoLine): DemoIncomeLine {
  const commission = (line.actualStandard ?? 0) + (line.actualBonus ?? 0)
  const over = isOne(line, WRONG.overcharged) ? shareOf(shop, commission, OVERCHARGE) : 0
  return lineOf(shop, line, {
    id: line.orderId ?? '',
    creators: -(commission + over),
    ads: -(line.actualAds ?? 0),
    revenue: line.actualBase ?? 0,
  })
}

/** Somebody bought it without a creator: it is in no affiliate export. */
function ownSaleOf(shop: DemoShop, line: DemoLine): DemoIncomeLine {
  const id = `58${(line.orderId ?? '').slice(2)}`
  return lineOf(shop, line, { id, creators: 0, ads: 0, revenue: line.payment ?? 0 })
}

function lineOf(
  shop: DemoShop,
  line: DemoLine,
  { id, creators, ads, revenue }: Pick<DemoIncomeLine, 'id' | 'creators' | 'ads' | 'revenue'>,
): DemoIncomeLine {
  const platform = -shareOf(shop, revenue, PLATFORM_FEE)
  const transaction = -shareOf(shop, revenue, TRANSACTION_FEE)
  const shipping = -toStep(shop.priceStep * (shop.unit === 100 && shop.priceStep === 1 ? 320 : 1), shop.step)
  const fees = platform + transaction + shipping + creators + ads
  return {
    id,
    type: 'Order',
    skuId: line.skuId ?? '',
    product: line.productName ?? '',
    quantity: line.quantity ?? 1,
    created: dayOf(line.created),
    settled: dayOf(line.commissionPaid),
    revenue,
    fees,
    adjustment: 0,
    settlement: revenue + fees,
    platform,
    transaction,
    shipping,
    creators,
    ads,
  }
}

/** Once a month for advertising, and once a parcel that the carrier lost. */
function othersOf(shop: DemoShop, until: string): DemoIncomeLine[] {
  const random = randomOf(1, 'income', shop.key)
  const line = (type: DemoIncomeLine['type'], days: number, adjustment: number): DemoIncomeLine => {
    const day = addDays(until, -days)
    return {
      id: `59${random.digits(16)}`,
      type,
      skuId: '',
      product: '',
      quantity: 0,
      created: day,
      settled: day,
      revenue: 0,
      fees: 0,
      adjustment,
      settlement: adjustment,
      platform: 0,
      transaction: 0,
      shipping: 0,
      creators: 0,
      ads: 0,
    }
  }
  const unit = shop.unit === 100 && shop.priceStep === 1 ? 100 : shop.priceStep
  return [
    line('GMV payment for TikTok ads', 3, -240 * unit),
    line('GMV payment for TikTok ads', 34, -210 * unit),
    line('Logistics reimbursement', 12, 26 * unit),
  ]
}

function toSettleOf(shop: DemoShop, line: DemoLine): DemoToSettle {
  const base = line.estimatedBase ?? 0
  const charged = (line.estimatedStandard ?? 0) + (line.estimatedAds ?? 0) + (line.estimatedBonus ?? 0)
  return {
    id: line.orderId ?? '',
    skuId: line.skuId ?? '',
    created: dayOf(line.created),
    settlement: base - charged - shareOf(shop, base, PLATFORM_FEE + TRANSACTION_FEE),
    reason: (line.delivered ?? 0) > 0 ? 'Settlement period' : 'Not delivered',
  }
}

const PAYOUT_DAYS = 7

/** Every week what was settled in it, two days later. */
function payoutsOf(shop: DemoShop, lines: readonly DemoIncomeLine[], until: string): DemoPayout[] {
  const random = randomOf(1, 'payouts', shop.key)
  const payouts: DemoPayout[] = []
  const first = lines.at(-1)?.settled ?? until
  for (let to = addDays(until, -3); to >= first; to = addDays(to, -PAYOUT_DAYS)) {
    const from = addDays(to, -PAYOUT_DAYS)
    const amount = lines.reduce((sum, one) => sum + (one.settled > from && one.settled <= to ? one.settlement : 0), 0)
    if (amount > 0) {
      payouts.push({ id: `36${random.digits(17)}`, started: addDays(to, 1), completed: addDays(to, 3), amount })
    }
  }
  return payouts
}
