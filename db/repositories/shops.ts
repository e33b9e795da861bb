/** Clients and shops as queries see them: the living ones, and such as living records need. */

import { asc, eq, sql } from 'drizzle-orm'

import type { ReadableDb } from '../database'
import { shownClients as clients, shownShops as shops } from '../schema/shops'

export type ShopRow = ReturnType<typeof listShops>[number]
export type ClientRow = ReturnType<typeof listClients>[number]

/** Shops in the order people gave them, with their client's name. */
export function listShops(db: ReadableDb) {
  return db
    .select({
      id: shops.id,
      name: shops.name,
      clientId: shops.clientId,
      clientName: clients.name,
      market: shops.market,
      currency: shops.currency,
      timezone: shops.timezone,
      reportLanguage: shops.reportLanguage,
      shopCode: shops.shopCode,
      crossBorder: shops.crossBorder,
      color: shops.color,
      order: shops.order,
      archived: shops.archived,
      note: shops.note,
    })
    .from(shops)
    .leftJoin(clients, eq(clients.id, shops.clientId))
    .orderBy(sql`coalesce(${shops.order}, 1000000)`, asc(shops.name), asc(shops.id))
    .all()
}

/** Clients by name, with the number of their shops. */
export function listClients(db: ReadableDb) {
  return db
    .select({
      id: clients.id,
      name: clients.name,
      feeModel: clients.feeModel,
      contact: clients.contact,
      reportLanguage: clients.reportLanguage,
      note: clients.note,
      // A correlated count: drizzle writes the outer column unqualified inside a template, hence the plain names.
      shops: sql<number>`(SELECT count(*) FROM shown_shops WHERE shown_shops.client_id = shown_clients.id)`,
    })
    .from(clients)
    .orderBy(asc(clients.name), asc(clients.id))
    .all()
}

/** The client of this name, case left aside. */
export function findClientByName(db: ReadableDb, name: string): ClientRow | undefined {
  const wanted = name.trim().toLowerCase()
  return listClients(db).find((client) => client.name?.trim().toLowerCase() === wanted)
}
