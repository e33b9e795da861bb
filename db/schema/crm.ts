/** Creators as shops work with them, what was decided about them, how they are scored. Declared in `shared/sync/entities-crm.ts`; a test compares both with a migrated file. */

import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import { derived } from './derived'

export const shopCreators = sqliteTable('shop_creators', {
  id: text().primaryKey(),
  shopId: text('shop_id'),
  creatorId: text('creator_id'),
  stage: text(),
  stageSince: integer('stage_since'),
  owner: text(),
  rate: integer(),
  tags: text('tags', { mode: 'json' }),
  permission: text(),
  blockedBy: text('blocked_by'),
  note: text(),
  stageReason: text('stage_reason'),
  ...derived,
})

export const creatorDecisions = sqliteTable('creator_decisions', {
  id: text().primaryKey(),
  creatorId: text('creator_id'),
  kind: text(),
  level: text(),
  clientId: text('client_id'),
  shopId: text('shop_id'),
  verdict: text(),
  reason: text(),
  note: text(),
  at: integer(),
  person: text(),
  expires: text(),
  ...derived,
})

export const scoreProfiles = sqliteTable('score_profiles', {
  id: text().primaryKey(),
  key: text(),
  name: text(),
  weights: text('weights', { mode: 'json' }),
  ...derived,
})

export const tiers = sqliteTable('tiers', {
  id: text().primaryKey(),
  market: text(),
  key: text(),
  name: text(),
  fromFollowers: integer('from_followers'),
  archived: integer({ mode: 'boolean' }),
  ...derived,
})

export const erasures = sqliteTable('erasures', {
  id: text().primaryKey(),
  at: integer(),
  person: text(),
  reason: text(),
  ...derived,
})
