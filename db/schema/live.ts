/** LIVE slots. Declared in `shared/sync/entities-campaigns.ts`; a test compares both with a migrated file. */

import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import { derived } from './derived'

export const liveSlots = sqliteTable('live_slots', {
  id: text().primaryKey(),
  shopId: text('shop_id'),
  creatorId: text('creator_id'),
  room: text(),
  startsAt: integer('starts_at'),
  endsAt: integer('ends_at'),
  state: text(),
  products: text('products', { mode: 'json' }),
  campaignId: text('campaign_id'),
  owner: text(),
  note: text(),
  ...derived,
})

export const liveTargets = sqliteTable('live_targets', {
  id: text().primaryKey(),
  shopId: text('shop_id'),
  minutesPerDay: integer('minutes_per_day'),
  primeFrom: integer('prime_from'),
  primeTo: integer('prime_to'),
  restMinutes: integer('rest_minutes'),
  note: text(),
  ...derived,
})
