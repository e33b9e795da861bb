/** Campaigns, their rates, terms and briefs. Declared in `shared/sync/entities-campaigns.ts`; a test compares both with a migrated file. */

import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import { derived } from './derived'

export const campaigns = sqliteTable('campaigns', {
  id: text().primaryKey(),
  shopId: text('shop_id'),
  name: text(),
  kind: text(),
  state: text(),
  fromDay: text('from_day'),
  toDay: text('to_day'),
  budget: integer(),
  currency: text(),
  sampleQuota: integer('sample_quota'),
  platformId: text('platform_id'),
  coldStart: integer('cold_start', { mode: 'boolean' }),
  owner: text(),
  note: text(),
  ...derived,
})

export const campaignRates = sqliteTable('campaign_rates', {
  id: text().primaryKey(),
  campaignId: text('campaign_id'),
  productId: text('product_id'),
  category: text(),
  rate: integer(),
  adsRate: integer('ads_rate'),
  fromDay: text('from_day'),
  note: text(),
  ...derived,
})

export const campaignProducts = sqliteTable('campaign_products', {
  id: text().primaryKey(),
  campaignId: text('campaign_id'),
  productId: text('product_id'),
  sampleQuota: integer('sample_quota'),
  note: text(),
  ...derived,
})

export const campaignCreators = sqliteTable('campaign_creators', {
  id: text().primaryKey(),
  campaignId: text('campaign_id'),
  creatorId: text('creator_id'),
  state: text(),
  joinedOn: text('joined_on'),
  rate: integer(),
  owner: text(),
  note: text(),
  ...derived,
})

export const payTerms = sqliteTable('pay_terms', {
  id: text().primaryKey(),
  campaignId: text('campaign_id'),
  creatorId: text('creator_id'),
  model: text(),
  terms: text('terms', { mode: 'json' }),
  currency: text(),
  fromDay: text('from_day'),
  toDay: text('to_day'),
  note: text(),
  ...derived,
})

export const briefs = sqliteTable('briefs', {
  id: text().primaryKey(),
  campaignId: text('campaign_id'),
  shopId: text('shop_id'),
  title: text(),
  contentForm: text('content_form'),
  slots: integer(),
  deadline: text(),
  archived: integer({ mode: 'boolean' }),
  note: text(),
  ...derived,
})

export const briefVersions = sqliteTable('brief_versions', {
  id: text().primaryKey(),
  briefId: text('brief_id'),
  version: integer(),
  body: text('body', { mode: 'json' }),
  person: text(),
  at: integer(),
  ...derived,
})

export const briefSends = sqliteTable('brief_sends', {
  id: text().primaryKey(),
  briefVersionId: text('brief_version_id'),
  briefId: text('brief_id'),
  creatorId: text('creator_id'),
  at: integer(),
  language: text(),
  channel: text(),
  person: text(),
  ...derived,
})
