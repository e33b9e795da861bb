/** Shops and clients as every feature sees them. */

import type { ReadableDb } from '../../../db/database'
import { type ClientRow, listClients, listShops, type ShopRow } from '../../../db/repositories/shops'
import type { Client, Shop } from '../../../shared/contract/shops'
import { AppError } from '../../../shared/errors'

/** Live shops, archived ones too, in the agency's order. */
export function allShops(db: ReadableDb): Shop[] {
  return listShops(db).map(toShop)
}

/** The shop of this id; refuses with `shop.notFound`. */
export function findShop(db: ReadableDb, id: string): Shop {
  const shop = allShops(db).find((candidate) => candidate.id === id)
  if (!shop) {
    throw new AppError('shop.notFound', { shop: id })
  }
  return shop
}

/** Live clients by name. */
export function allClients(db: ReadableDb): Client[] {
  return listClients(db).map(toClient)
}

/** The client of this id; refuses with `record.notFound`. */
export function findClient(db: ReadableDb, id: string): Client {
  const client = allClients(db).find((candidate) => candidate.id === id)
  if (!client) {
    throw new AppError('record.notFound', { entity: 'clients', id })
  }
  return client
}

// A merge of two people's work may leave any cell empty; the list still has to show the record.
function toShop(row: ShopRow): Shop {
  return {
    id: row.id,
    name: row.name ?? row.id,
    clientId: row.clientName === null ? null : row.clientId,
    clientName: row.clientName,
    market: row.market ?? 'US',
    currency: row.currency ?? 'USD',
    timezone: row.timezone ?? 'UTC',
    reportLanguage: row.reportLanguage === 'zh-CN' ? 'zh-CN' : 'en',
    shopCode: row.shopCode,
    crossBorder: row.crossBorder ?? false,
    color: row.color ?? 0,
    order: row.order ?? 0,
    archived: row.archived ?? false,
    note: row.note,
  }
}

function toClient(row: ClientRow): Client {
  const language = row.reportLanguage
  return {
    ...row,
    name: row.name ?? row.id,
    reportLanguage: language === 'zh-CN' || language === 'en' ? language : null,
  }
}
