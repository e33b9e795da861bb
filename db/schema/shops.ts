/** Clients and their shops. Declared in `shared/sync/registry.ts`; a test compares both with a migrated file. */

import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import { derived } from './derived'

const clientColumns = {
  id: text().primaryKey(),
  name: text(),
  feeModel: text('fee_model'),
  contact: text(),
  reportLanguage: text('report_language'),
  note: text(),
  ...derived,
}

const shopColumns = {
  id: text().primaryKey(),
  name: text(),
  clientId: text('client_id'),
  market: text(),
  currency: text(),
  timezone: text(),
  reportLanguage: text('report_language'),
  shopCode: text('shop_code'),
  crossBorder: integer('cross_border', { mode: 'boolean' }),
  color: integer(),
  order: integer(),
  archived: integer('archived', { mode: 'boolean' }),
  note: text(),
  ...derived,
}

export const clients = sqliteTable('clients', clientColumns)
export const shops = sqliteTable('shops', shopColumns)

/** As lists show them: also deleted ones that living records need (`db/capture/views.ts`). Views, to be read only. */
export const shownClients = sqliteTable('shown_clients', clientColumns)
export const shownShops = sqliteTable('shown_shops', shopColumns)
