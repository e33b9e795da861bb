/** Products as the catalogue shows them: each with price, margin, stock, claims and the newest figures, in a few passes. */

import type { ReadableDb } from '../../../db/database'
import {
  type FigureRow,
  type PriceRow,
  productFigures,
  productPrices,
  type ProductRow,
  productSkus,
  type SkuRow,
} from '../../../db/repositories/products'
import { Product, ProductFigures } from '../../../shared/contract/products'
import { proofOf } from '../../../shared/domain/claim-sheet'
import { unpackProduct } from '../../../shared/domain/product-figures'
import { CLAIM_RISKS, marginOf, priceBand, priceInForce } from '../../../shared/domain/products'
import { allClaims } from '../lookups/claim-sheets'
import { allShops } from '../lookups/shops'
import { freePieces, openStock } from '../lookups/stock'

/** The rows with everything around them; `day` is today. */
export function productRows(
  db: ReadableDb,
  rows: readonly ProductRow[],
  { shopId, day }: { readonly shopId?: string | undefined; readonly day: string },
): Product[] {
  const ids = [...new Set(rows.map(({ productId }) => productId))]
  const shops = new Map(allShops(db).map((shop) => [shop.id, shop]))
  const stock = openStock(db, { shopId })
  const skus = byProduct(productSkus(db, ids))
  const prices = byProduct(productPrices(db, ids))
  const figures = byProduct(productFigures(db, ids))
  const claims = byProduct(allClaims(db, { shopId }).filter(({ archived }) => !archived))
  return rows.map((row): Product => {
    const key = keyOf(row)
    const currency = shops.get(row.shopId)?.currency ?? 'USD'
    const price = priceInForce(inCurrency(prices.get(key) ?? [], currency), day)
    const own = (skus.get(key) ?? []).filter(({ archived }) => archived !== 1)
    const listed = own.flatMap(({ listedStock }) => (listedStock === null ? [] : [listedStock]))
    const allowed = (claims.get(key) ?? []).filter(({ kind }) => kind === 'allowed')
    return {
      ...row,
      shopName: shops.get(row.shopId)?.name ?? row.shopId,
      claimRisk: CLAIM_RISKS.find((one) => one === row.claimRisk) ?? null,
      archived: row.archived === 1,
      currency,
      price: price?.lowest ?? null,
      highestPrice: price?.highest ?? null,
      priceBand: price === null ? null : priceBand(price.lowest, currency),
      margin: marginOf(price?.lowest ?? null, row.unitCost),
      skus: own.length,
      listedStock: listed.length === 0 ? null : listed.reduce((sum, pieces) => sum + pieces, 0),
      ...samplesOf(stock, row),
      claims: allowed.length,
      unproven: allowed.filter((claim) => ['missing', 'expired'].includes(proofOf(claim, day))).length,
      figures: toFigures(figures.get(key)?.[0]),
    }
  })
}

function samplesOf(
  stock: ReturnType<typeof openStock>,
  { shopId, productId }: ProductRow,
): Pick<Product, 'onHand' | 'reserved' | 'free' | 'isShort'> {
  const found = stock.of(shopId, productId)
  const free = freePieces(found)
  const { floorNew } = stock.floors(shopId, productId)
  return {
    onHand: found.known ? found.onHand : null,
    reserved: found.reserved,
    free,
    isShort: free !== null && free < (floorNew ?? 0),
  }
}

/** What a list says, by the names of its figures. */
export function toFigures(row: FigureRow | undefined): ProductFigures | null {
  if (row === undefined) return null
  const { source, periodFrom, periodTo, observedAt, currency } = row
  return { source, periodFrom, periodTo, observedAt, currency, values: unpackProduct(row.values) }
}

/** A price in another currency than the shop's is not compared with its costs. */
function inCurrency(prices: readonly PriceRow[], currency: string): readonly PriceRow[] {
  return prices.filter((price) => (price.currency ?? currency) === currency)
}

type Keyed = Pick<SkuRow, 'shopId' | 'productId'>

function keyOf({ shopId, productId }: Keyed): string {
  return JSON.stringify([shopId, productId])
}

function byProduct<T extends Keyed>(rows: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const group = groups.get(keyOf(row))
    if (group) group.push(row)
    else groups.set(keyOf(row), [row])
  }
  return groups
}
