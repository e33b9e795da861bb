/** Samples and what belongs to them. Declared in `shared/sync/entities-samples.ts`; a test compares both with a migrated file. */

import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import { derived } from './derived'

export const samples = sqliteTable('samples', {
  id: text().primaryKey(),
  shopId: text('shop_id'),
  creatorId: text('creator_id'),
  productId: text('product_id'),
  skuId: text('sku_id'),
  variation: text(),
  quantity: integer(),
  kind: text(),
  collaboration: text(),
  campaignId: text('campaign_id'),
  requestedAt: integer('requested_at'),
  applicationId: text('application_id'),
  orderId: text('order_id'),
  platformStatus: text('platform_status'),
  recipient: text(),
  phone: text(),
  address: text(),
  owner: text(),
  extensionDays: integer('extension_days'),
  dueDay: text('due_day'),
  productCost: integer('product_cost'),
  packingCost: integer('packing_cost'),
  freightCost: integer('freight_cost'),
  dutyCost: integer('duty_cost'),
  currency: text(),
  rate: integer(),
  source: text(),
  reason: text(),
  note: text(),
  ...derived,
})

export const sampleEvents = sqliteTable('sample_events', {
  id: text().primaryKey(),
  sampleId: text('sample_id'),
  fromState: text('from_state'),
  toState: text('to_state'),
  reason: text(),
  resolves: text('resolves', { mode: 'json' }),
  machine: integer(),
  at: integer(),
  person: text(),
  ...derived,
})

export const parcels = sqliteTable('parcels', {
  id: text().primaryKey(),
  sampleId: text('sample_id'),
  tracking: text(),
  carrier: text(),
  shippedAt: integer('shipped_at'),
  deliveredAt: integer('delivered_at'),
  lastScan: text('last_scan'),
  lastScanAt: integer('last_scan_at'),
  note: text(),
  ...derived,
})

export const sampleNudges = sqliteTable('sample_nudges', {
  id: text().primaryKey(),
  sampleId: text('sample_id'),
  kind: text(),
  at: integer(),
  step: integer(),
  channel: text(),
  promisedDay: text('promised_day'),
  text: text(),
  person: text(),
  ...derived,
})

export const sampleRules = sqliteTable('sample_rules', {
  id: text().primaryKey(),
  key: text(),
  rules: text('rules', { mode: 'json' }),
  note: text(),
  ...derived,
})

export const sampleWallets = sqliteTable('sample_wallets', {
  id: text().primaryKey(),
  person: text(),
  month: text(),
  amount: integer(),
  currency: text(),
  note: text(),
  ...derived,
})

export const sampleDefaults = sqliteTable('sample_defaults', {
  id: text().primaryKey(),
  shopId: text('shop_id'),
  productId: text('product_id'),
  packingCost: integer('packing_cost'),
  freightCost: integer('freight_cost'),
  dutyCost: integer('duty_cost'),
  currency: text(),
  floorNew: integer('floor_new'),
  floorProven: integer('floor_proven'),
  note: text(),
  ...derived,
})
