/** Roles of colleagues, and saved views. Declared in `shared/sync/entities-crm.ts`; a test compares both with a migrated file. */

import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import { derived } from './derived'

export const people = sqliteTable('people', {
  id: text().primaryKey(),
  name: text(),
  role: text(),
  shops: text('shops', { mode: 'json' }),
  note: text(),
  ...derived,
})

export const views = sqliteTable('views', {
  id: text().primaryKey(),
  list: text(),
  name: text(),
  owner: text(),
  shared: integer({ mode: 'boolean' }),
  order: integer(),
  body: text('body', { mode: 'json' }),
  ...derived,
})
