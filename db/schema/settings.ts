/** Settings that a workspace shares. Declared in `shared/sync/registry.ts`; a test compares both with a migrated file. */

import { sqliteTable, text } from 'drizzle-orm/sqlite-core'

import { derived } from './derived'

export const settings = sqliteTable('settings', {
  id: text().primaryKey(),
  key: text(),
  value: text('value', { mode: 'json' }),
  ...derived,
})
