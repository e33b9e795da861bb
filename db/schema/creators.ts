/** Creators, known by handle. Declared in `shared/sync/registry.ts`; a test compares both with a migrated file. */

import { sqliteTable, text } from 'drizzle-orm/sqlite-core'

import { derived } from './derived'

export const creators = sqliteTable('creators', {
  id: text().primaryKey(),
  handle: text(),
  displayName: text('display_name'),
  market: text(),
  remark: text(),
  tags: text('tags', { mode: 'json' }),
  phone: text(),
  email: text(),
  ...derived,
})
