/** Products of the made-up shops with the platform's ids, costs and rates. */

import { LOSS_DEAL } from './disasters'
import { cumulativeOf, randomOf } from './random'
import type { DemoShop } from './shops'

export interface CatalogueSku {
  readonly skuId: string
  readonly name: string
  readonly sellerSku: string
  /** Minor units. */
  readonly price: number
}

export interface CatalogueProduct {
  readonly productId: string
  readonly name: string
  readonly skus: readonly [CatalogueSku, ...CatalogueSku[]]
  /** What open collaborations get, in basis points. */
  readonly rate: number
  /** Minor units for one unit of the first SKU. */
  readonly unitCost: number
}

export interface Catalogue {
  readonly products: readonly [CatalogueProduct, ...CatalogueProduct[]]
  /** How well each sells, as rising sums. */
  readonly demand: Float64Array
}

const RATES = [800, 900, 1000, 1200, 1250, 1500, 1800] as const

export function catalogueOf(seed: number, shop: DemoShop): Catalogue {
  const random = randomOf(seed, 'products', shop.key)
  const products = shop.products.map((product, at): CatalogueProduct => {
    const price = product.price * shop.unit
    const skuOf = (name: string, size: number): CatalogueSku => ({
      skuId: `1729${random.digits(15)}`,
      name,
      sellerSku: `${shop.key.toUpperCase()}-${String(at + 1).padStart(2, '0')}-${size + 1}`,
      // Bigger packs cost more, colours do not.
      price: toStep(
        /2 x|\b(60 pairs|100 ml|120 pads|30 sachet)/.test(name) && size > 0 ? price * 1.8 : price,
        shop.priceStep,
      ),
    })
    const [first, ...more] = product.skus
    const margin = shop.key === LOSS_DEAL.shop && at === LOSS_DEAL.product ? 0.52 : 0.2 + random.next() * 0.18
    return {
      productId: `1729${random.digits(15)}`,
      name: product.name,
      skus: [skuOf(first, 0), ...more.map((name, size) => skuOf(name, size + 1))],
      rate: random.pick(RATES),
      unitCost: toStep(price * margin, shop.step),
    }
  })
  const [first, ...more] = products
  if (!first) {
    throw new Error(`the made-up shop ${shop.key} sells nothing`)
  }
  return { products: [first, ...more], demand: cumulativeOf(products.map((_, at) => 1 / (at + 2))) }
}

/** The nearest multiple of `step`. */
export function toStep(amount: number, step: number): number {
  return Math.floor(amount / step + 0.5) * step
}
