/** The order lines of one made-up shop, day by day. A day comes out the same whatever days are asked for before it. */

import { addDays, dayNumber } from '../days'
import type { ContentType } from '../orders'
import { isPromoDay } from './calendar'
import { toStep, type Catalogue, type CatalogueProduct, type CatalogueSku } from './catalogue'
import { LOSS_MAKER, type DemoCreator } from './creators'
import { LOSS_DEAL, REFUND_WAVE, WRONG_RATE, isWithin } from './disasters'
import { fateOf } from './fate'
import type { DemoLine } from './line'
import { cumulativeOf, hashText, randomOf, type Random } from './random'
import type { DemoShop } from './shops'

/** All that the lines of a shop are made from. */
export interface Making {
  readonly seed: number
  readonly shop: DemoShop
  readonly catalogue: Catalogue
  readonly roster: readonly DemoCreator[]
  /** First day of the data. */
  readonly from: string
  /** Expected lines by day, counted from `from`. */
  readonly volume: Float64Array
}

/** A sale before it is known what became of it. */
export interface Sale {
  readonly shop: DemoShop
  readonly creator: DemoCreator
  readonly product: CatalogueProduct
  readonly sku: CatalogueSku
  readonly orderId: string
  /** Local wall-clock seconds. */
  readonly created: number
  /** Days since the first day of the data. */
  readonly day: number
  readonly quantity: number
  readonly payment: number
  readonly rate: number
  readonly adsRate: number
  /** Share of the base in basis points that brand and platform add; 0 for most. */
  readonly bonusRate: number
  readonly targeted: boolean
  readonly contentType: ContentType
  readonly contentId: string | null
  readonly sample: boolean
}

/** Lines an order has beyond the first, on average. */
const EXTRA_LINES = 0.12

/** The lines of one day as they were known at `asOf` (local seconds), newest first. */
export function linesOfDay(making: Making, at: number, asOf: number): DemoLine[] {
  const { seed, shop } = making
  const random = randomOf(seed, 'day', shop.key, at)
  const expected = (making.volume[at] ?? 0) / (1 + EXTRA_LINES)
  const orders = Math.floor(expected) + (random.chance(expected % 1) ? 1 : 0)
  const reach = rosterOn(making, at)
  const midnight = dayNumber(addDays(making.from, at)) * 86_400
  const lines: { readonly created: number; readonly line: DemoLine }[] = []
  for (let order = 0; order < orders; order += 1) {
    for (const sale of salesOf(making, random, { at, order, midnight, reach })) {
      lines.push({ created: sale.created, line: fateOf(sale, random, asOf) })
    }
  }
  return lines.sort((a, b) => b.created - a.created).map(({ line }) => line)
}

/** Reach of each creator on a day as rising sums: newcomers grow over their first months. */
function rosterOn({ roster }: Making, at: number): Float64Array {
  const month = at / 30.4
  return cumulativeOf(
    roster.map(({ reach, since }) => (month < since ? 0 : reach * Math.min(1, 0.3 + (month - since) * 0.35))),
  )
}

interface OrderAt {
  readonly at: number
  readonly order: number
  readonly midnight: number
  readonly reach: Float64Array
}

function salesOf(making: Making, random: Random, { at, order, midnight, reach }: OrderAt): Sale[] {
  const { shop, roster, catalogue, seed } = making
  const creator = roster[random.weighted(reach)]
  if (!creator) {
    return []
  }
  const created = midnight + secondOfDay(random)
  // Never ending in zeros alone: such ids look as if a spreadsheet had rounded them.
  const orderId = `57${String(created - 1_577_836_800).padStart(9, '0')}${String(order + 1).padStart(7, '0')}`
  const content = contentOf(seed, shop, creator, at, random)
  const count = random.chance(EXTRA_LINES) ? 2 : 1
  // The wave's SKU is on offer in its weeks, which is how so many bought it.
  const onOffer = shop.key === REFUND_WAVE.shop && isWithin(REFUND_WAVE, at) && random.chance(0.3)
  const first = onOffer ? REFUND_WAVE.product : productOf(catalogue, creator, random)
  return Array.from({ length: count }, (_, line) => {
    const product = catalogue.products[(first + line) % catalogue.products.length] ?? catalogue.products[0]
    return saleOf(making, random, { creator, product, orderId, created, at, content })
  })
}

/** Half of what a creator sells is one of its own favourites; the loss maker sells almost only the thin one. */
function productOf({ products, demand }: Catalogue, { handle }: DemoCreator, random: Random): number {
  if (handle === LOSS_MAKER && random.chance(0.9)) {
    return LOSS_DEAL.product
  }
  return random.chance(0.5)
    ? Math.abs(hashText(`${handle}/${random.whole(0, 2)}`)) % products.length
    : random.weighted(demand)
}

interface SaleOf {
  readonly creator: DemoCreator
  readonly product: CatalogueProduct
  readonly orderId: string
  readonly created: number
  readonly at: number
  readonly content: Content
}

function saleOf(
  { shop, from }: Making,
  random: Random,
  { creator, product, orderId, created, at, content }: SaleOf,
): Sale {
  const promo = isPromoDay(shop.market, addDays(from, at))
  const sku = random.chance(0.5) ? product.skus[0] : random.pick(product.skus)
  const sample = random.chance(0.012)
  const quantity = sample || random.chance(0.86) ? 1 : random.chance(0.7) ? 2 : random.whole(3, 5)
  const share = promo ? 0.72 + random.next() * 0.16 : 0.9 + random.next() * 0.1
  const isLossMaker = creator.handle === LOSS_MAKER
  const targeted = isLossMaker || Math.abs(hashText(`${shop.key}/${creator.handle}`)) % 10 < 3
  const agreed =
    isLossMaker && shop.key === LOSS_DEAL.shop ? LOSS_DEAL.rate : targeted ? product.rate + 500 : product.rate
  const isWrongRate = shop.key === WRONG_RATE.shop && isWithin(WRONG_RATE, at)
  return {
    shop,
    creator,
    product,
    sku,
    orderId,
    created,
    day: at,
    quantity,
    payment: sample
      ? 0
      : toStep(sku.price * quantity * share, shop.unit === 1 || shop.step > 1 ? shop.priceStep / 10 : shop.step),
    rate: isWrongRate ? WRONG_RATE.rate : agreed,
    adsRate: content.adsRate,
    bonusRate: random.chance(0.05) ? 200 : 0,
    targeted,
    contentType: content.type,
    contentId: content.id,
    sample,
  }
}

interface Content {
  readonly type: ContentType
  readonly id: string | null
  readonly adsRate: number
}

/** Which video, LIVE or shelf led to the order; some videos are advertised by the shop. */
function contentOf(seed: number, shop: DemoShop, creator: DemoCreator, at: number, random: Random): Content {
  const isLossMaker = creator.handle === LOSS_MAKER && shop.key === LOSS_DEAL.shop
  const draw = random.next()
  if (draw < 0.1) {
    return { type: draw < 0.07 ? 'showcase' : draw < 0.085 ? 'shop' : 'external', id: null, adsRate: 0 }
  }
  const live = random.chance(creator.live)
  // A LIVE sells on its day; a video sells for weeks.
  const name = live ? `live/${at}` : `video/${Math.max(0, Math.floor(at / 6) - random.whole(0, 3))}`
  const hash = Math.abs(hashText(`${seed}/${shop.key}/${creator.handle}/${name}`))
  const advertised = !live && (isLossMaker ? hash % 100 < LOSS_DEAL.adsShare * 100 : hash % 100 < 16)
  const adsRate = advertised ? (isLossMaker ? LOSS_DEAL.adsRate : 300 + (hash % 5) * 100) : 0
  return {
    type: live ? 'live' : 'video',
    id: `75${String(hash).padStart(10, '0')}${String(at % 10)}${String(hash % 999_983).padStart(6, '0')}`,
    adsRate,
  }
}

/** Few at night, a bump at noon, most in the evening. */
function secondOfDay(random: Random): number {
  const draw = random.next()
  const hour =
    draw < 0.06
      ? random.whole(0, 6)
      : draw < 0.3
        ? random.whole(7, 11)
        : draw < 0.5
          ? random.whole(12, 16)
          : draw < 0.93
            ? random.whole(17, 22)
            : 23
  return hour * 3600 + random.whole(0, 3599)
}
