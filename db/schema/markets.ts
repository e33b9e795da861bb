/** The agency's own dated market rules. Declared in `shared/sync/registry.ts`; a test compares both with a migrated file. */

import { sqliteTable, text } from 'drizzle-orm/sqlite-core'

import { derived } from './derived'

export const marketRules = sqliteTable('market_rules', {
  id: text().primaryKey(),
  market: text(),
  rule: text(),
  value: text(),
  unit: text(),
  fromDay: text('from_day'),
  source: text(),
  note: text(),
  ...derived,
})
