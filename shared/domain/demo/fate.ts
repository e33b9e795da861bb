/** What became of a made-up sale by the time of an export: paid or not, delivered, returned, settled, frozen. */

import type { OrderStatus } from '../orders'
import { toStep } from './catalogue'
import { REFUND_WAVE, isWithin } from './disasters'
import type { DemoLine } from './line'
import type { Sale } from './lines'
import type { Random } from './random'

const DAY = 86_400

const MODELS: Readonly<Record<string, readonly [open: string, targeted: string]>> = {
  en: ['Open collaboration', 'Target collaboration'],
  zh: ['公开合作', '定向合作'],
  id: ['Komisi Terbuka', 'Komisi Bertarget'],
  vi: ['Hợp tác mở', 'Hợp tác mục tiêu'],
}

const PAYMENTS: Readonly<Record<string, readonly [string, ...string[]]>> = {
  US: ['Credit card', 'PayPal', 'Apple Pay', 'Klarna'],
  GB: ['Credit card', 'PayPal', 'Klarna'],
  ID: ['Bayar di tempat', 'Transfer bank', 'ShopeePay', 'DANA'],
  TH: ['Cash on delivery', 'PromptPay', 'Credit card'],
  VN: ['Thanh toán khi nhận hàng', 'Thẻ tín dụng', 'MoMo'],
}

/** What happens to the sale, drawn once: a later export shows more of it, never something else. */
interface Course {
  readonly unpaid: boolean
  readonly ineligible: boolean
  readonly returned: boolean
  readonly frozen: boolean
  /** Part of the base that was refunded, from 0 to 1. */
  readonly refunded: number
  readonly paid: number
  readonly shipped: number
  readonly delivered: number
  readonly settles: number
  readonly method: string
}

/** The line as an export at `asOf` (local seconds) shows it. */
export function fateOf(sale: Sale, random: Random, asOf: number): DemoLine {
  const course = courseOf(sale, random)
  const status = statusOf(sale, course, asOf)
  const { shop, quantity, payment, rate, adsRate, bonusRate } = sale
  const base = payment
  const part = (of: number, basisPoints: number) => toStep((of * basisPoints) / 10_000, shop.step)
  const settled = status === 'settled'
  const actualBase = status === 'ineligible' ? 0 : settled ? base - toStep(base * course.refunded, shop.step) : null
  const actual = (basisPoints: number) => (actualBase === null ? null : part(actualBase, basisPoints))
  const until = (time: number) => (status !== 'unpaid' && time <= asOf ? time : null)
  const taxed = shop.market === 'VN'
  const returned = course.returned && until(course.delivered) !== null
  return {
    orderId: sale.orderId,
    productId: sale.product.productId,
    productName: sale.product.name,
    skuId: sale.sku.skuId,
    skuName: sale.sku.name,
    sellerSku: sale.sku.sellerSku,
    price: sale.sku.price,
    payment,
    currency: shop.currency,
    quantity,
    fullyReturned: returned,
    returnedQuantity: returned ? quantity : course.refunded > 0 && settled ? 1 : 0,
    refundedQuantity: returned ? quantity : course.refunded > 0 && settled ? 1 : 0,
    paymentMethod: course.method,
    status,
    creator: sale.creator.handle,
    creatorRegion: sale.creator.market,
    contentType: sale.contentType,
    contentId: sale.contentId,
    commissionModel: MODELS[shop.language]?.[sale.targeted ? 1 : 0] ?? null,
    standardRate: rate,
    estimatedBase: base,
    estimatedStandard: part(base, rate),
    actualBase,
    actualStandard: actual(rate),
    adsRate: adsRate === 0 ? null : adsRate,
    estimatedAds: adsRate === 0 ? null : part(base, adsRate),
    actualAds: adsRate === 0 ? null : actual(adsRate),
    estimatedBonus: bonusRate === 0 ? null : part(base, bonusRate),
    actualBonus: bonusRate === 0 ? null : actual(bonusRate),
    taxRate: taxed ? 1000 : null,
    estimatedTax: taxed ? part(part(base, rate), 1000) : null,
    actualTax: taxed && actualBase !== null ? part(part(actualBase, rate), 1000) : null,
    created: sale.created,
    paid: until(course.paid),
    readyToShip: until(course.paid),
    delivered: course.ineligible && !course.returned ? null : until(course.delivered),
    completed: settled ? until(course.delivered) : null,
    commissionPaid: settled ? course.settles : null,
    platform: 'TikTok',
    shopName: shop.name,
    shopCode: shop.shopCode,
  }
}

function courseOf(sale: Sale, random: Random): Course {
  const { shop, day, product, sku, created, quantity } = sale
  const isWave =
    shop.key === REFUND_WAVE.shop &&
    isWithin(REFUND_WAVE, day) &&
    shop.products[REFUND_WAVE.product]?.name === product.name &&
    sku === product.skus[0]
  // Everything is drawn for every sale, so that one sale's course does not move the next one's dice.
  const [fate, wave, partly, late] = [random.next(), random.next(), random.next(), random.next()]
  const returned = isWave ? wave < REFUND_WAVE.share : fate >= 0.96
  const paid = created + 20 + random.whole(0, 900)
  const shipped = paid + random.whole(4, 40) * 3600
  const delivered = shipped + Math.floor((1.5 + random.next() * 4) * DAY)
  return {
    unpaid: fate < 0.025,
    ineligible: !sale.sample && ((fate >= 0.025 && fate < 0.085) || returned),
    returned,
    frozen: fate >= 0.085 && fate < 0.092,
    refunded: partly >= 0.03 || sale.sample ? 0 : quantity > 1 ? 1 / quantity : partly < 0.012 ? 0.25 : 0,
    paid,
    shipped,
    delivered,
    // Every eighth settles weeks late.
    settles: delivered + Math.floor((shop.settlementDays + (late < 0.12 ? 10 + late * 200 : late * 4)) * DAY),
    method: random.pick(PAYMENTS[shop.market] ?? ['Credit card']),
  }
}

function statusOf(
  sale: Sale,
  { unpaid, ineligible, returned, frozen, delivered, settles, paid }: Course,
  asOf: number,
): OrderStatus {
  if (unpaid && !sale.sample) {
    return 'unpaid'
  }
  if (ineligible && (returned ? delivered : paid) <= asOf) {
    return 'ineligible'
  }
  if (frozen) {
    return 'frozen'
  }
  return settles <= asOf && !ineligible ? 'settled' : 'pending'
}
