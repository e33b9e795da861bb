/** Exchange rates by day and source. Declared in `shared/sync/registry.ts`; a test compares both with a migrated file. */

import { sqliteTable, text } from 'drizzle-orm/sqlite-core'

import { derived } from './derived'

export const rates = sqliteTable('rates', {
  id: text().primaryKey(),
  day: text(),
  base: text(),
  quote: text(),
  rate: text(),
  source: text(),
  note: text(),
  ...derived,
})
