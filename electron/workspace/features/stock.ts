/** Sample stock: movements that people write, counts of a whole shelf in one step, floors, and the ledger of a product. */

import type { ReadableDb } from '../../../db/database'
import { handlesOf } from '../../../db/repositories/creators'
import { productNames, productSkus, type SkuRow } from '../../../db/repositories/products'
import { deleteRecord } from '../../../db/repositories/records'
import { findMovement, pageMovements, sampleDefaults } from '../../../db/repositories/stock'
import type { CountLine, LedgerLine, Movement } from '../../../shared/contract/stock'
import { readCounts } from '../../../shared/domain/count-lines'
import { MOVEMENT_KINDS } from '../../../shared/domain/stock'
import { ledgerOf } from '../../../shared/domain/stock-ledger'
import { AppError } from '../../../shared/errors'
import { defaultsOf, stockRows } from '../catalogue/stock-rows'
import { mergedCreators } from '../lookups/creators'
import { allShops, findShop } from '../lookups/shops'
import { openStock } from '../lookups/stock'
import { os } from '../serve'
import { nextOffset, put, readOffset, write } from '../support'

/** A product's ledger is read, not searched. */
const MOST_LINES = 500

export const stock = {
  list: os.stock.list.handler(({ input: { shopId }, context }) =>
    stockRows(context.host.current().workspace.db, shopId, context.now()),
  ),

  movements: os.stock.movements.handler(({ input: { cursor, limit, ...filter }, context }) => {
    const { db } = context.host.current().workspace
    const offset = readOffset(cursor)
    const { rows, total } = pageMovements(db, filter, { offset, limit })
    return { rows: toMovements(db, rows), total, nextCursor: nextOffset(offset, limit, total) }
  }),

  ledger: os.stock.ledger.handler(({ input: { shopId, productId }, context }) => {
    const { db } = context.host.current().workspace
    return ledgerLines(db, shopId, productId)
  }),

  put: os.stock.put.handler(async ({ input: { id, fields }, context }) => {
    const { db } = context.host.current().workspace
    const { shopId, productId, kind, quantity, at } = fields
    findShop(db, shopId)
    if (quantity < 0 && kind !== 'adjusted') {
      throw new AppError('record.invalid', { entity: 'stockMovements', field: 'quantity', reason: 'belowZero' })
    }
    const before = id === undefined ? null : movementOf(db, id)
    const signed = kind === 'writtenOff' ? -quantity : quantity
    const saved = await write(context, `stock.${kind}`, productId, (tx) =>
      put(context, tx, 'stockMovements', id ?? null, {
        ...fields,
        quantity: signed,
        at: at ?? before?.at ?? context.now(),
      }),
    )
    return movementOf(db, saved)
  }),

  remove: os.stock.remove.handler(async ({ input: { id }, context }) => {
    const { productId } = movementOf(context.host.current().workspace.db, id)
    await write(context, 'stock.remove', productId, (tx) => deleteRecord(tx, 'stockMovements', id))
    return {}
  }),

  readCounts: os.stock.readCounts.handler(({ input: { shopId, text }, context }) => {
    const { db } = context.host.current().workspace
    findShop(db, shopId)
    return countLines(db, shopId, text)
  }),

  putMany: os.stock.putMany.handler(async ({ input: { shopId, kind, at, rows, note }, context }) => {
    const { db } = context.host.current().workspace
    findShop(db, shopId)
    const moment = at ?? context.now()
    await write(context, kind === 'count' ? 'stock.countMany' : 'stock.receiveMany', String(rows.length), (tx) => {
      for (const row of rows) put(context, tx, 'stockMovements', null, { ...row, shopId, kind, at: moment, note })
    })
    return { written: rows.length }
  }),

  shopDefaults: os.stock.shopDefaults.handler(({ input: { shopId }, context }) => {
    const { db } = context.host.current().workspace
    findShop(db, shopId)
    return defaultsOf(sampleDefaults(db, shopId).find(({ productId }) => productId === '*'))
  }),

  setDefaults: os.stock.setDefaults.handler(async ({ input: { shopId, productId, fields }, context }) => {
    const { currency } = findShop(context.host.current().workspace.db, shopId)
    const hasMoney = ['packingCost', 'freightCost', 'dutyCost'].some((field) => field in fields)
    await write(context, 'stock.setDefaults', productId, (tx) =>
      put(context, tx, 'sampleDefaults', null, { shopId, productId, ...fields, ...(hasMoney && { currency }) }),
    )
    return {}
  }),
}

type FoundMovement = NonNullable<ReturnType<typeof findMovement>>

function toMovements(db: ReadableDb, rows: readonly FoundMovement[]): Movement[] {
  const names = new Map(productNames(db).map(([shop, product, name]) => [`${shop} ${product}`, name]))
  const shops = new Map(allShops(db).map(({ id, name }) => [id, name]))
  return rows.flatMap(({ kind, ...row }) => {
    const known = MOVEMENT_KINDS.find((one) => one === kind)
    if (known === undefined) return []
    const productName = names.get(`${row.shopId} ${row.productId}`) ?? null
    return [{ ...row, kind: known, shopName: shops.get(row.shopId) ?? row.shopId, productName }]
  })
}

function movementOf(db: ReadableDb, id: string): Movement {
  const row = findMovement(db, id)
  const [movement] = row === undefined ? [] : toMovements(db, [row])
  if (movement === undefined) throw new AppError('record.notFound', { entity: 'stockMovements', id })
  return movement
}

function ledgerLines(db: ReadableDb, shopId: string, productId: string): LedgerLine[] {
  const book = openStock(db, { shopId, productId })
  const [movements, uses] = [book.movements(shopId, productId), book.uses(shopId, productId)]
  const merged = mergedCreators(db)
  const creators = uses.map(({ creatorId }) => (creatorId === null ? null : (merged.get(creatorId) ?? creatorId)))
  const handles = handlesOf(
    db,
    [...new Set(creators)].filter((id) => id !== null),
  )
  return ledgerOf(movements, uses, MOST_LINES).map(({ index, ...line }) => {
    const isSample = line.kind === 'sampleOut' || line.kind === 'sampleBack'
    const handle = isSample ? (handles.get(creators[index] ?? '') ?? null) : null
    return { ...line, handle, reason: isSample ? null : (movements[index]?.reason ?? null) }
  })
}

function countLines(db: ReadableDb, shopId: string, text: string): CountLine[] {
  const products = productNames(db).filter(([shop]) => shop === shopId)
  const skus = new Map<string, SkuRow[]>(products.map(([, productId]) => [productId, []]))
  for (const sku of productSkus(db, [...skus.keys()])) if (sku.shopId === shopId) skus.get(sku.productId)?.push(sku)
  const names = new Map(products.map(([, productId, name]) => [productId, name]))
  const known = products.map(([, productId, name]) => ({ productId, name, skus: skus.get(productId) ?? [] }))
  const book = openStock(db, { shopId })
  return readCounts(text, known).map((line) => {
    if (line.productId === null) return { ...line, productName: null, before: null }
    const { known: isKept, lines, onHand } = book.of(shopId, line.productId)
    const ofSku = lines.find(({ skuId }) => skuId === line.skuId)?.onHand ?? 0
    return {
      ...line,
      productName: names.get(line.productId) ?? null,
      before: isKept ? (line.skuId === '*' ? onHand : ofSku) : null,
    }
  })
}
