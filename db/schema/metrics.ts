/** Figures of creators by source and period, and the lists that brought them. Declared in `shared/sync/entities-crm.ts`; a test compares both with a migrated file. */

import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import { derived } from './derived'

export const creatorMetrics = sqliteTable('creator_metrics', {
  id: text().primaryKey(),
  creatorId: text('creator_id'),
  listId: text('list_id'),
  shopId: text('shop_id'),
  source: text(),
  periodFrom: text('period_from'),
  periodTo: text('period_to'),
  observedAt: integer('observed_at'),
  currency: text(),
  values: text('values', { mode: 'json' }),
  ...derived,
})

export const creatorLists = sqliteTable('creator_lists', {
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
  mapping: text('mapping', { mode: 'json' }),
  ...derived,
})

export const importPresets = sqliteTable('import_presets', {
  id: text().primaryKey(),
  signature: text(),
  name: text(),
  source: text(),
  mapping: text('mapping', { mode: 'json' }),
  currency: text(),
  market: text(),
  ...derived,
})
