/** What a list of products would change: which are new, which fields it fills or renews, which prices are others than before. */

import { naturalId } from '../../../db/capture/derived'
import type { ReadableDb } from '../../../db/database'
import {
  knownProducts,
  knownSkus,
  type KnownSku,
  livingFigures,
  pricesInForce,
} from '../../../db/repositories/list-known'
import { dayInZone } from '../../../shared/domain/days'
import { dayOfName } from '../../../shared/domain/platform-lists/banner'
import type { Reporter } from '../progress'
import { chunksOf } from './plan-contents'
import {
  CATALOGUE_FIELDS,
  type CatalogueField,
  type CollectedProducts,
  type ReadProduct,
  type ReadSku,
} from './products'
import type { PlatformSource } from './source'

export interface PlannedProduct {
  readonly read: ReadProduct
  readonly state: 'new' | 'deleted' | 'alive'
  readonly fields: Readonly<Partial<Record<CatalogueField, string>>>
}

export interface PlannedSku {
  readonly read: ReadSku
  readonly known: KnownSku | null
  /** Of this list's day, where it is another one than before; null: nothing to note. */
  readonly price: number | null
}

export interface ProductPlan {
  readonly products: readonly PlannedProduct[]
  readonly skus: readonly PlannedSku[]
  /** The day from which the list's prices hold. */
  readonly fromDay: string
  /** A younger list has been imported: what it says of status, picture and stock stays. */
  readonly isOlder: boolean
  readonly newFigures: number
  readonly filled: number
  readonly newPrices: number
  readonly nameDiffers: number
}

/** What a younger list renews; other fields are only filled, as people may have put them right. */
const RENEWED: ReadonlySet<CatalogueField> = new Set(['status', 'imageUrl'])

export function productFiguresId(listId: string, productId: string): string {
  return naturalId('productFigure', [listId, productId])
}

export async function planProducts(
  db: ReadableDb,
  source: PlatformSource,
  read: CollectedProducts,
  { isOlder }: { readonly isOlder: boolean },
  reporter: Reporter,
): Promise<ProductPlan> {
  const { shop, table, observedAt, listId } = source
  const fromDay = dayOfName(table.name) ?? dayInZone(observedAt, shop.timezone)
  const products: PlannedProduct[] = []
  const skus: PlannedSku[] = []
  let newFigures = 0
  let filled = 0
  let nameDiffers = 0
  for await (const chunk of chunksOf([...read.products.values()], reporter)) {
    const known = knownProducts(
      db,
      chunk.map(({ id }) => id),
    )
    for (const product of chunk) {
      const before = known.get(product.id)
      const fields: Partial<Record<CatalogueField, string>> = {}
      for (const field of CATALOGUE_FIELDS) {
        const said = product.fields[field]
        if (said === undefined) continue
        const shown = before?.fields[field] ?? null
        if (shown === null || shown.trim() === '') fields[field] = said
        else if (shown.normalize('NFC') === said.normalize('NFC')) continue
        else if (RENEWED.has(field) && !isOlder) fields[field] = said
        else if (field === 'name') nameDiffers += 1
      }
      filled += before === undefined ? 0 : Object.keys(fields).length
      products.push({
        read: product,
        fields,
        state: before === undefined ? 'new' : before.deleted === 1 ? 'deleted' : 'alive',
      })
    }
  }
  for await (const chunk of chunksOf([...read.skus.values()], reporter)) {
    const known = knownSkus(
      db,
      chunk.map(({ id }) => id),
    )
    const prices = pricesInForce(db, shop.id, fromDay, chunk)
    for (const sku of chunk) {
      const inForce = prices.get(`${sku.productId} ${sku.skuId}`) ?? null
      skus.push({ read: sku, known: known.get(sku.id) ?? null, price: sku.price === inForce ? null : sku.price })
    }
  }
  for await (const chunk of chunksOf([...read.figures.values()], reporter)) {
    const ids = chunk.map(({ productId }) => productFiguresId(listId, productId))
    newFigures += ids.length - livingFigures(db, 'product_figures', ids).size
  }
  const newPrices = skus.filter(({ price }) => price !== null).length
  return { products, skus, fromDay, isOlder, newFigures, filled, newPrices, nameDiffers }
}
