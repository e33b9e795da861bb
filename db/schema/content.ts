/** What was posted. Declared in `shared/sync/entities-content.ts`; a test compares both with a migrated file. */

import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import { derived } from './derived'

export const contents = sqliteTable('contents', {
  id: text().primaryKey(),
  kind: text(),
  contentId: text('content_id'),
  creatorId: text('creator_id'),
  shopId: text('shop_id'),
  url: text(),
  title: text(),
  postedAt: integer('posted_at'),
  postedDay: text('posted_day'),
  seconds: integer(),
  campaignId: text('campaign_id'),
  hook: text(),
  note: text(),
  ...derived,
})

export const contentLists = sqliteTable('content_lists', {
  id: text().primaryKey(),
  shopId: text('shop_id'),
  source: text(),
  fileName: text('file_name'),
  layout: text(),
  language: text(),
  periodFrom: text('period_from'),
  periodTo: text('period_to'),
  rows: integer(),
  observedAt: integer('observed_at'),
  importedAt: integer('imported_at'),
  counts: text('counts', { mode: 'json' }),
  currency: text(),
  ...derived,
})

export const contentFigures = sqliteTable('content_figures', {
  id: text().primaryKey(),
  contentId: text('content_id'),
  listId: text('list_id'),
  shopId: text('shop_id'),
  productId: text('product_id'),
  source: text(),
  periodFrom: text('period_from'),
  periodTo: text('period_to'),
  observedAt: integer('observed_at'),
  currency: text(),
  values: text('values', { mode: 'json' }),
  ...derived,
})

export const samplePosts = sqliteTable('sample_posts', {
  id: text().primaryKey(),
  sampleId: text('sample_id'),
  contentId: text('content_id'),
  verdict: text(),
  countsPlatform: integer('counts_platform', { mode: 'boolean' }),
  countsUs: integer('counts_us', { mode: 'boolean' }),
  how: text(),
  checkedAt: integer('checked_at'),
  person: text(),
  note: text(),
  ...derived,
})

export const contentChecks = sqliteTable('content_checks', {
  id: text().primaryKey(),
  contentId: text('content_id'),
  at: integer(),
  person: text(),
  online: integer({ mode: 'boolean' }),
  linkRight: integer('link_right', { mode: 'boolean' }),
  brandNamed: integer('brand_named', { mode: 'boolean' }),
  disclosed: integer({ mode: 'boolean' }),
  promised: text(),
  configured: text(),
  findings: text('findings', { mode: 'json' }),
  note: text(),
  shown: integer({ mode: 'boolean' }),
  ...derived,
})

export const violations = sqliteTable('violations', {
  id: text().primaryKey(),
  contentId: text('content_id'),
  creatorId: text('creator_id'),
  shopId: text('shop_id'),
  day: text(),
  rule: text(),
  points: integer(),
  state: text(),
  appealBy: text('appeal_by'),
  lesson: text(),
  note: text(),
  ...derived,
})
