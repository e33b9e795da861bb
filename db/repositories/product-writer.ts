/** The prepared statements with which lists of products are written; each write is captured like every other. */

import type { WritableDb } from '../database'

const FIELD_SQL = {
  name: 'name',
  category: 'category',
  brand: 'brand',
  status: 'status',
  imageUrl: 'image_url',
} as const
export type WrittenField = keyof typeof FIELD_SQL

const SKU_SQL = {
  sellerSku: 'seller_sku',
  variation: 'variation',
  weightGrams: 'weight_grams',
  listedStock: 'listed_stock',
} as const
export type SkuField = keyof typeof SKU_SQL

interface SkuKey {
  readonly id: string
  readonly shopId: string
  readonly productId: string
  readonly skuId: string
}

export interface ProductWriter {
  add(id: string, shopId: string, productId: string): void
  back(id: string): void
  field(id: string, field: WrittenField, value: string): void
  addSku(key: SkuKey): void
  backSku(id: string): void
  skuField(id: string, field: SkuField, value: string | number): void
  figures(id: string, productId: string, packed: string): void
}

/** What all figures of one list have in common. */
export interface OfProductList {
  readonly listId: string
  readonly shopId: string
  readonly source: string
  readonly periodFrom: string | null
  readonly periodTo: string | null
  readonly observedAt: number
  readonly currency: string
}

export function openProductWriter(tx: WritableDb, list: OfProductList): ProductWriter {
  const sqlite = tx.$client
  const add = sqlite.prepare('INSERT INTO products (id, shop_id, product_id) VALUES (?, ?, ?)')
  const back = sqlite.prepare('UPDATE products SET _del = 0 WHERE id = ?')
  const fields = statements(FIELD_SQL, 'products')
  const addSku = sqlite.prepare('INSERT INTO product_skus (id, shop_id, product_id, sku_id) VALUES (?, ?, ?, ?)')
  const backSku = sqlite.prepare('UPDATE product_skus SET _del = 0 WHERE id = ?')
  const skuFields = statements(SKU_SQL, 'product_skus')
  const figures = sqlite.prepare(
    `INSERT INTO product_figures (id, shop_id, product_id, list_id, source, period_from, period_to, observed_at, currency, "values")
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET _del = 0 WHERE _del = 1`,
  )
  const { listId, shopId, source, periodFrom, periodTo, observedAt, currency } = list

  function statements<F extends string>(columns: Readonly<Record<F, string>>, table: string) {
    // The keys are exactly the fields.
    const names = Object.keys(columns) as F[]
    return new Map(names.map((name) => [name, sqlite.prepare(`UPDATE ${table} SET ${columns[name]} = ? WHERE id = ?`)]))
  }
  return {
    add: (id, shop, productId) => void add.run(id, shop, productId),
    back: (id) => void back.run(id),
    field: (id, field, value) => void fields.get(field)?.run(value.normalize('NFC'), id),
    addSku: (key) => void addSku.run(key.id, key.shopId, key.productId, key.skuId),
    backSku: (id) => void backSku.run(id),
    skuField: (id, field, value) =>
      void skuFields.get(field)?.run(typeof value === 'string' ? value.normalize('NFC') : value, id),
    figures: (id, productId, packed) =>
      void figures.run(id, shopId, productId, listId, source, periodFrom, periodTo, observedAt, currency, packed),
  }
}
