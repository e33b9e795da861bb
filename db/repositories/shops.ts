/** Clients and shops as queries see them. */

import { and, asc, eq, sql } from 'drizzle-orm'

import type { ReadableDb } from '../database'
import { clients, shops } from '../schema/shops'

export type ShopRow = ReturnType<typeof listShops>[number]
export type ClientRow = ReturnType<typeof listClients>[number]

/** Live shops in the order people gave them, with their client's name. */
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
    .leftJoin(clients, and(eq(clients.id, shops.clientId), eq(clients.deleted, 0)))
    .where(eq(shops.deleted, 0))
    .orderBy(sql`coalesce(${shops.order}, 1000000)`, asc(shops.name), asc(shops.id))
    .all()
}

/** Live clients by name, with the number of their live shops. */
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
      shops: sql<number>`(SELECT count(*) FROM shops WHERE shops.client_id = clients.id AND shops._del = 0)`,
    })
    .from(clients)
    .where(eq(clients.deleted, 0))
    .orderBy(asc(clients.name), asc(clients.id))
    .all()
}

/** The live client of this name, case left aside. */
export function findClientByName(db: ReadableDb, name: string): ClientRow | undefined {
  const wanted = name.trim().toLowerCase()
  return listClients(db).find((client) => client.name?.trim().toLowerCase() === wanted)
}
