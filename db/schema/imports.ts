/** Imported files. Declared in `shared/sync/registry.ts`; a test compares both with a migrated file. */

import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import { derived } from './derived'

export const imports = sqliteTable('imports', {
  id: text().primaryKey(),
  shopId: text('shop_id'),
  kind: text(),
  fileName: text('file_name'),
  sizeBytes: integer('size_bytes'),
  rows: integer(),
  asOf: integer('as_of'),
  importedAt: integer('imported_at'),
  layout: text(),
  language: text(),
  container: text(),
  periodFrom: text('period_from'),
  periodTo: text('period_to'),
  counts: text('counts', { mode: 'json' }),
  corrections: text('corrections', { mode: 'json' }),
  content: text(),
  ...derived,
})
