/** Creators, known by handle. Declared in `shared/sync/registry.ts`; a test compares both with a migrated file. */

import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import { derived } from './derived'

export const creators = sqliteTable('creators', {
  id: text().primaryKey(),
  handle: text(),
  displayName: text('display_name'),
  market: text(),
  remark: text(),
  tags: text('tags', { mode: 'json' }),
  phone: text(),
  email: text(),
  platformId: text('platform_id'),
  language: text(),
  category: text(),
  audienceMarket: text('audience_market'),
  audienceLanguage: text('audience_language'),
  agent: text(),
  channels: text('channels', { mode: 'json' }),
  preferredChannel: text('preferred_channel'),
  timezone: text(),
  address: text(),
  bank: text(),
  payee: text(),
  sizes: text(),
  colors: text(),
  consent: text(),
  retainUntil: text('retain_until'),
  starred: integer({ mode: 'boolean' }),
  ...derived,
})
