/** Stages, tasks and follow-up ladders. Declared in `shared/sync/entities-crm.ts`; a test compares both with a migrated file. */

import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import { derived } from './derived'

export const stages = sqliteTable('stages', {
  id: text().primaryKey(),
  pipeline: text(),
  key: text(),
  name: text(),
  order: integer(),
  kind: text(),
  slaDays: integer('sla_days'),
  wipLimit: integer('wip_limit'),
  entry: text('entry', { mode: 'json' }),
  onEvent: text('on_event'),
  archived: integer({ mode: 'boolean' }),
  ...derived,
})

export const tasks = sqliteTable('tasks', {
  id: text().primaryKey(),
  creatorId: text('creator_id'),
  shopId: text('shop_id'),
  kind: text(),
  title: text(),
  due: integer(),
  owner: text(),
  state: text(),
  doneAt: integer('done_at'),
  snoozedUntil: integer('snoozed_until'),
  ladder: text(),
  step: integer(),
  origin: text(),
  reason: text(),
  note: text(),
  ...derived,
})

export const ladders = sqliteTable('ladders', {
  id: text().primaryKey(),
  key: text(),
  name: text(),
  steps: text('steps', { mode: 'json' }),
  archived: integer({ mode: 'boolean' }),
  stopOn: text('stop_on', { mode: 'json' }),
  ...derived,
})
