/** Clients and their shops: what the agency works for. */

import { findClientByName, listShops } from '../../../db/repositories/shops'
import { hasLines } from '../../../db/facts/named'
import { deleteRecord } from '../../../db/repositories/records'
import { listCostLines } from '../../../db/repositories/costs'
import type { WritableDb } from '../../../db/database'
import type { ShopFields } from '../../../shared/contract/shops'
import { ruleInForce } from '../../../shared/domain/markets'
import { AppError } from '../../../shared/errors'
import type { z } from '../../../shared/schema'
import type { WorkspaceContext } from '../context'
import { os } from '../serve'
import { ownRules } from '../lookups/markets'
import { allClients, allShops, findClient, findShop } from '../lookups/shops'
import { put, today, write } from '../support'

const HUES = 360
/** Turns of the golden angle keep neighbouring shops' colours far apart, however many there are. */
const GOLDEN_ANGLE = 137.508

export const shops = {
  list: os.shops.list.handler(({ input, context }) =>
    allShops(context.host.current().workspace.db).filter((shop) => input.archived || !shop.archived),
  ),

  add: os.shops.add.handler(async ({ input, context }) => {
    const id = await write(context, 'shops.add', input.name, (tx) =>
      put(context, tx, 'shops', null, newShopFields(tx, input, context)),
    )
    return findShop(context.host.current().workspace.db, id)
  }),

  update: os.shops.update.handler(async ({ input: { id, fields }, context }) => {
    const { db } = context.host.current().workspace
    const before = findShop(db, id)
    if (fields.currency !== undefined && fields.currency !== before.currency && hasLines(db.$client, id)) {
      throw new AppError('record.inUse', { entity: 'shops', id, by: 'lines' })
    }
    const { client, ...rest } = fields
    await write(context, 'shops.update', fields.name ?? before.name, (tx) =>
      put(context, tx, 'shops', id, {
        ...rest,
        ...(client !== undefined && { clientId: clientNamed(context, tx, client) }),
      }),
    )
    return findShop(db, id)
  }),

  remove: os.shops.remove.handler(async ({ input: { id }, context }) => {
    const { db } = context.host.current().workspace
    const shop = findShop(db, id)
    const users = hasLines(db.$client, id) ? 'lines' : listCostLines(db, { shopId: id }).length > 0 ? 'costs' : null
    if (users) {
      throw new AppError('record.inUse', { entity: 'shops', id, by: users })
    }
    await write(context, 'shops.remove', shop.name, (tx) => deleteRecord(tx, 'shops', id))
    return {}
  }),
}

export const clients = {
  list: os.clients.list.handler(({ context }) => allClients(context.host.current().workspace.db)),

  add: os.clients.add.handler(async ({ input, context }) => {
    const id = await write(context, 'clients.add', input.name, (tx) => put(context, tx, 'clients', null, input))
    return findClient(context.host.current().workspace.db, id)
  }),

  update: os.clients.update.handler(async ({ input: { id, fields }, context }) => {
    const { db } = context.host.current().workspace
    const before = findClient(db, id)
    await write(context, 'clients.update', fields.name ?? before.name, (tx) => put(context, tx, 'clients', id, fields))
    return findClient(db, id)
  }),

  remove: os.clients.remove.handler(async ({ input: { id }, context }) => {
    const { db } = context.host.current().workspace
    const client = findClient(db, id)
    if (client.shops > 0) {
      throw new AppError('record.inUse', { entity: 'clients', id, by: 'shops' })
    }
    await write(context, 'clients.remove', client.name, (tx) => deleteRecord(tx, 'clients', id))
    return {}
  }),
}

function newShopFields(tx: WritableDb, input: z.output<typeof ShopFields>, context: WorkspaceContext) {
  const { client, ...fields } = input
  const own = ownRules(tx)
  const day = today(context)
  const pack = (rule: 'currency' | 'timezone') => ruleInForce(input.market, rule, day, own)
  const currency = input.currency ?? pack('currency')
  const timezone = input.timezone ?? pack('timezone')
  if (!currency || !timezone) {
    throw new AppError('record.invalid', {
      entity: 'shops',
      field: currency ? 'timezone' : 'currency',
      reason: 'unknownMarket',
    })
  }
  const count = listShops(tx).length
  return {
    ...fields,
    currency,
    timezone,
    clientId: client === undefined ? input.clientId : clientNamed(context, tx, client),
    reportLanguage: input.reportLanguage ?? 'en',
    crossBorder: input.crossBorder ?? false,
    archived: false,
    order: count,
    color: Math.round(count * GOLDEN_ANGLE) % HUES,
  }
}

/** The id of the client of this name, made when there is none. */
function clientNamed(context: WorkspaceContext, tx: WritableDb, name: string): string {
  return findClientByName(tx, name)?.id ?? put(context, tx, 'clients', null, { name })
}
