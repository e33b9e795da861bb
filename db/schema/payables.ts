/** What is owed, and the ledger. Declared in `shared/sync/entities-finance.ts`; a test compares both with a migrated file. */

import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import { derived } from './derived'

export const payables = sqliteTable('payables', {
  id: text().primaryKey(),
  shopId: text('shop_id'),
  creatorId: text('creator_id'),
  contractId: text('contract_id'),
  campaignId: text('campaign_id'),
  kind: text(),
  title: text(),
  amount: integer(),
  currency: text(),
  dueDay: text('due_day'),
  month: text(),
  recoup: integer({ mode: 'boolean' }),
  owner: text(),
  note: text(),
  costLineId: text('cost_line_id'),
  ...derived,
})

export const payableEvents = sqliteTable('payable_events', {
  id: text().primaryKey(),
  payableId: text('payable_id'),
  fromState: text('from_state'),
  toState: text('to_state'),
  reason: text(),
  resolves: text('resolves', { mode: 'json' }),
  machine: integer(),
  at: integer(),
  person: text(),
  ...derived,
})

export const ledgerEntries = sqliteTable('ledger_entries', {
  id: text().primaryKey(),
  shopId: text('shop_id'),
  creatorId: text('creator_id'),
  payableId: text('payable_id'),
  kind: text(),
  debit: text(),
  credit: text(),
  amount: integer(),
  currency: text(),
  day: text(),
  reversesId: text('reverses_id'),
  reason: text(),
  reference: text(),
  method: text(),
  attachmentId: text('attachment_id'),
  at: integer(),
  person: text(),
  advanceId: text('advance_id'),
  ...derived,
})
