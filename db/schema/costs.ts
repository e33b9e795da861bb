/** What creators, content and products cost besides commission. Declared in `shared/sync/registry.ts`; a test compares both with a migrated file. */

import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import { derived } from './derived'

export const costLines = sqliteTable('cost_lines', {
  id: text().primaryKey(),
  shopId: text('shop_id'),
  creatorHandle: text('creator_handle'),
  productId: text('product_id'),
  contentId: text('content_id'),
  kind: text(),
  amount: integer(),
  currency: text(),
  day: text(),
  note: text(),
  campaign: text(),
  staff: text(),
  sampleId: text('sample_id'),
  ...derived,
})
