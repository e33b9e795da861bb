/** Products of a shop and what a unit of them costs. Declared in `shared/sync/registry.ts`; a test compares both with a migrated file. */

import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import { derived } from './derived'

export const products = sqliteTable('products', {
  id: text().primaryKey(),
  shopId: text('shop_id'),
  productId: text('product_id'),
  name: text(),
  note: text(),
  category: text(),
  brand: text(),
  status: text(),
  imageUrl: text('image_url'),
  claimRisk: text('claim_risk'),
  archived: integer({ mode: 'boolean' }),
  ...derived,
})

export const productCosts = sqliteTable('product_costs', {
  id: text().primaryKey(),
  shopId: text('shop_id'),
  productId: text('product_id'),
  currency: text(),
  unitCost: integer('unit_cost'),
  fromDay: text('from_day'),
  note: text(),
  ...derived,
})

export const productSkus = sqliteTable('product_skus', {
  id: text().primaryKey(),
  shopId: text('shop_id'),
  productId: text('product_id'),
  skuId: text('sku_id'),
  sellerSku: text('seller_sku'),
  variation: text(),
  barcode: text(),
  weightGrams: integer('weight_grams'),
  listedStock: integer('listed_stock'),
  archived: integer({ mode: 'boolean' }),
  ...derived,
})

export const productPrices = sqliteTable('product_prices', {
  id: text().primaryKey(),
  shopId: text('shop_id'),
  productId: text('product_id'),
  skuId: text('sku_id'),
  fromDay: text('from_day'),
  price: integer(),
  currency: text(),
  listId: text('list_id'),
  ...derived,
})

export const productLists = sqliteTable('product_lists', {
  id: text().primaryKey(),
  shopId: text('shop_id'),
  source: text(),
  fileName: text('file_name'),
  layout: text(),
  language: text(),
  periodFrom: text('period_from'),
  periodTo: text('period_to'),
  rows: integer(),
  observedAt: integer('observed_at'),
  importedAt: integer('imported_at'),
  counts: text('counts', { mode: 'json' }),
  currency: text(),
  ...derived,
})

export const productFigures = sqliteTable('product_figures', {
  id: text().primaryKey(),
  shopId: text('shop_id'),
  productId: text('product_id'),
  listId: text('list_id'),
  source: text(),
  periodFrom: text('period_from'),
  periodTo: text('period_to'),
  observedAt: integer('observed_at'),
  currency: text(),
  values: text('values', { mode: 'json' }),
  ...derived,
})

export const stockMovements = sqliteTable('stock_movements', {
  id: text().primaryKey(),
  shopId: text('shop_id'),
  productId: text('product_id'),
  skuId: text('sku_id'),
  kind: text(),
  quantity: integer(),
  at: integer(),
  reason: text(),
  note: text(),
  ...derived,
})

export const productClaims = sqliteTable('product_claims', {
  id: text().primaryKey(),
  shopId: text('shop_id'),
  productId: text('product_id'),
  market: text(),
  kind: text(),
  text: text(),
  terms: text('terms', { mode: 'json' }),
  language: text(),
  proofExpires: text('proof_expires'),
  source: text(),
  note: text(),
  archived: integer({ mode: 'boolean' }),
  ...derived,
})
