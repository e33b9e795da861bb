/** What was said, templates, claims, quote requests. Declared in `shared/sync/entities-crm.ts`; a test compares both with a migrated file. */

import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import { derived } from './derived'

export const touches = sqliteTable('touches', {
  id: text().primaryKey(),
  creatorId: text('creator_id'),
  shopId: text('shop_id'),
  at: integer(),
  kind: text(),
  channel: text(),
  templateId: text('template_id'),
  templateVersionId: text('template_version_id'),
  text: text(),
  person: text(),
  batch: text(),
  ...derived,
})

export const templates = sqliteTable('templates', {
  id: text().primaryKey(),
  name: text(),
  channel: text(),
  shopId: text('shop_id'),
  archived: integer({ mode: 'boolean' }),
  order: integer(),
  note: text(),
  ...derived,
})

export const templateVersions = sqliteTable('template_versions', {
  id: text().primaryKey(),
  templateId: text('template_id'),
  language: text(),
  version: integer(),
  body: text(),
  ...derived,
})

export const claims = sqliteTable('claims', {
  id: text().primaryKey(),
  subject: text(),
  owner: text(),
  since: integer(),
  until: integer(),
  lastContact: integer('last_contact'),
  released: integer({ mode: 'boolean' }),
  reason: text(),
  origin: text(),
  ...derived,
})

export const quoteRequests = sqliteTable('quote_requests', {
  id: text().primaryKey(),
  creatorId: text('creator_id'),
  shopId: text('shop_id'),
  market: text(),
  category: text(),
  products: text('products', { mode: 'json' }),
  followersFrom: integer('followers_from'),
  followersTo: integer('followers_to'),
  contentForm: text('content_form'),
  contentCount: integer('content_count'),
  fromDay: text('from_day'),
  toDay: text('to_day'),
  budget: integer(),
  currency: text(),
  samples: text(),
  pastCases: text('past_cases'),
  note: text(),
  sentAt: integer('sent_at'),
  ...derived,
})

export const batches = sqliteTable('batches', {
  id: text().primaryKey(),
  shopId: text('shop_id'),
  name: text(),
  owner: text(),
  at: integer(),
  channel: text(),
  templateId: text('template_id'),
  blockSize: integer('block_size'),
  creators: text('creators', { mode: 'json' }),
  closed: integer({ mode: 'boolean' }),
  note: text(),
  values: text('values', { mode: 'json' }),
  ...derived,
})
