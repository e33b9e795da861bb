/** Reviews and the words that may be used. Declared in `shared/sync/entities-content.ts`; a test compares both with a migrated file. */

import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import { derived } from './derived'

export const reviews = sqliteTable('reviews', {
  id: text().primaryKey(),
  kind: text(),
  title: text(),
  shopId: text('shop_id'),
  creatorId: text('creator_id'),
  campaignId: text('campaign_id'),
  sampleId: text('sample_id'),
  productId: text('product_id'),
  market: text(),
  language: text(),
  due: integer(),
  publishFrom: integer('publish_from'),
  publishTo: integer('publish_to'),
  reviewer: text(),
  deputy: text(),
  rounds: integer(),
  grade: text(),
  gradeReasons: text('grade_reasons', { mode: 'json' }),
  feedback: text(),
  contentId: text('content_id'),
  note: text(),
  checklist: text('checklist', { mode: 'json' }),
  ...derived,
})

export const reviewEvents = sqliteTable('review_events', {
  id: text().primaryKey(),
  reviewId: text('review_id'),
  fromState: text('from_state'),
  toState: text('to_state'),
  reason: text(),
  resolves: text('resolves', { mode: 'json' }),
  machine: integer(),
  at: integer(),
  person: text(),
  versionId: text('version_id'),
  ...derived,
})

export const reviewVersions = sqliteTable('review_versions', {
  id: text().primaryKey(),
  reviewId: text('review_id'),
  version: integer(),
  text: text(),
  at: integer(),
  person: text(),
  note: text(),
  ...derived,
})

export const reviewNotes = sqliteTable('review_notes', {
  id: text().primaryKey(),
  versionId: text('version_id'),
  atMs: integer('at_ms'),
  from: integer(),
  to: integer(),
  text: text(),
  audience: text(),
  done: integer({ mode: 'boolean' }),
  person: text(),
  at: integer(),
  ...derived,
})

export const complianceRules = sqliteTable('compliance_rules', {
  id: text().primaryKey(),
  key: text(),
  market: text(),
  category: text(),
  language: text(),
  level: text(),
  terms: text('terms', { mode: 'json' }),
  reason: text(),
  source: text(),
  safer: text(),
  off: integer({ mode: 'boolean' }),
  note: text(),
  ...derived,
})

export const scriptTemplates = sqliteTable('script_templates', {
  id: text().primaryKey(),
  name: text(),
  kind: text(),
  category: text(),
  market: text(),
  language: text(),
  contentForm: text('content_form'),
  body: text(),
  mustSay: text('must_say', { mode: 'json' }),
  maySay: text('may_say', { mode: 'json' }),
  neverSay: text('never_say', { mode: 'json' }),
  freedom: text(),
  signedOffBy: text('signed_off_by'),
  signedOffOn: text('signed_off_on'),
  archived: integer({ mode: 'boolean' }),
  note: text(),
  ...derived,
})

export const gradeRubrics = sqliteTable('grade_rubrics', {
  id: text().primaryKey(),
  key: text(),
  grades: text('grades', { mode: 'json' }),
  note: text(),
  ...derived,
})
