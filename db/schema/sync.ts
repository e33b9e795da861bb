/** Records that sync itself brings: merged duplicates, attached files, payments' steps. Declared in `shared/sync/registry.ts`; a test compares both with a migrated file. */

import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import { derived } from './derived'

export const aliases = sqliteTable('aliases', {
  id: text().primaryKey(),
  entity: text(),
  toId: text('to_id'),
  ...derived,
})

export const attachments = sqliteTable('attachments', {
  id: text().primaryKey(),
  entity: text(),
  recordId: text('record_id'),
  name: text(),
  mime: text(),
  size: integer(),
  sha256: text(),
  note: text(),
  kind: text(),
  ...derived,
})

export const costEvents = sqliteTable('cost_events', {
  id: text().primaryKey(),
  costLineId: text('cost_line_id'),
  fromState: text('from_state'),
  toState: text('to_state'),
  reason: text(),
  resolves: text('resolves', { mode: 'json' }),
  machine: integer(),
  ...derived,
})
