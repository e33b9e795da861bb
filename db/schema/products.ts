/** Products of a shop and what a unit of them costs. Declared in `shared/sync/registry.ts`; a test compares both with a migrated file. */

import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import { derived } from './derived'

export const products = sqliteTable('products', {
  id: text().primaryKey(),
  shopId: text('shop_id'),
  productId: text('product_id'),
  name: text(),
  note: text(),
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
