/** Rules of commission, causes, statements and disputes. Declared in `shared/sync/entities-finance.ts`; a test compares both with a migrated file. */

import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import { derived } from './derived'

export const commissionRules = sqliteTable('commission_rules', {
  id: text().primaryKey(),
  key: text(),
  fromDay: text('from_day'),
  base: text('base', { mode: 'json' }),
  tiers: text('tiers', { mode: 'json' }),
  bonusRate: integer('bonus_rate'),
  coFundedShare: integer('co_funded_share'),
  tapShare: integer('tap_share'),
  capShare: integer('cap_share'),
  taxRate: integer('tax_rate'),
  source: text(),
  note: text(),
  ...derived,
})

export const lineCauses = sqliteTable('line_causes', {
  id: text().primaryKey(),
  shopId: text('shop_id'),
  line: text(),
  cause: text(),
  at: integer(),
  person: text(),
  note: text(),
  ...derived,
})

export const statements = sqliteTable('statements', {
  id: text().primaryKey(),
  shopId: text('shop_id'),
  creatorId: text('creator_id'),
  month: text(),
  number: text(),
  language: text(),
  currency: text(),
  figures: text('figures', { mode: 'json' }),
  sha256: text(),
  at: integer(),
  person: text(),
  sentAt: integer('sent_at'),
  note: text(),
  ...derived,
})

export const disputes = sqliteTable('disputes', {
  id: text().primaryKey(),
  shopId: text('shop_id'),
  creatorId: text('creator_id'),
  month: text(),
  statementId: text('statement_id'),
  title: text(),
  claimed: integer(),
  currency: text(),
  openedAt: integer('opened_at'),
  closedAt: integer('closed_at'),
  outcome: text(),
  granted: integer(),
  owner: text(),
  note: text(),
  ...derived,
})

export const disputeNotes = sqliteTable('dispute_notes', {
  id: text().primaryKey(),
  disputeId: text('dispute_id'),
  side: text(),
  at: integer(),
  person: text(),
  text: text(),
  orders: text(),
  ...derived,
})
