/** Cash that is foreseen, and locked rates. Declared in `shared/sync/entities-cash.ts`; a test compares both with a migrated file. */

import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import { derived } from './derived'

export const settlementRules = sqliteTable('settlement_rules', {
  id: text().primaryKey(),
  shopId: text('shop_id'),
  fromDay: text('from_day'),
  tier: text(),
  days: integer(),
  deliveryDays: integer('delivery_days'),
  payoutDays: integer('payout_days'),
  reserveRate: integer('reserve_rate'),
  reserveDays: integer('reserve_days'),
  lateDays: integer('late_days'),
  source: text(),
  note: text(),
  ...derived,
})

export const cashItems = sqliteTable('cash_items', {
  id: text().primaryKey(),
  shopId: text('shop_id'),
  title: text(),
  kind: text(),
  amount: integer(),
  currency: text(),
  day: text(),
  repeat: text(),
  untilDay: text('until_day'),
  note: text(),
  ...derived,
})

export const cashBalances = sqliteTable('cash_balances', {
  id: text().primaryKey(),
  account: text(),
  currency: text(),
  day: text(),
  amount: integer(),
  floor: integer(),
  note: text(),
  ...derived,
})

export const rateLocks = sqliteTable('rate_locks', {
  id: text().primaryKey(),
  month: text(),
  base: text(),
  quote: text(),
  rate: text(),
  source: text(),
  day: text(),
  at: integer(),
  person: text(),
  note: text(),
  ...derived,
})
