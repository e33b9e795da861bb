/** Months and how they were closed. Declared in `shared/sync/entities-cash.ts`; a test compares both with a migrated file. */

import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import { derived } from './derived'

export const periods = sqliteTable('periods', {
  id: text().primaryKey(),
  shopId: text('shop_id'),
  month: text(),
  note: text(),
  ...derived,
})

export const periodEvents = sqliteTable('period_events', {
  id: text().primaryKey(),
  periodId: text('period_id'),
  fromState: text('from_state'),
  toState: text('to_state'),
  reason: text(),
  resolves: text('resolves', { mode: 'json' }),
  machine: integer(),
  at: integer(),
  person: text(),
  ...derived,
})

export const periodCloses = sqliteTable('period_closes', {
  id: text().primaryKey(),
  periodId: text('period_id'),
  round: integer(),
  sha256: text(),
  figures: text('figures', { mode: 'json' }),
  currency: text(),
  attachmentId: text('attachment_id'),
  at: integer(),
  person: text(),
  rates: text('rates', { mode: 'json' }),
  ...derived,
})
