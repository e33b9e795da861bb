/** What files of samples are compared with: known samples and parcels of a shop, products by SKU and name, orders of other shops. */

import { ENTITIES } from '../../shared/sync/registry'
import type { ReadableDb } from '../database'

export interface KnownSample {
  readonly id: string
  readonly creatorId: string | null
  readonly productId: string | null
  readonly skuId: string | null
  readonly variation: string | null
  readonly quantity: number | null
  readonly kind: string | null
  readonly collaboration: string | null
  readonly requestedAt: number | null
  readonly applicationId: string | null
  readonly orderId: string | null
  readonly platformStatus: string | null
  readonly recipient: string | null
  readonly phone: string | null
  readonly address: string | null
  readonly dueDay: string | null
  readonly note: string | null
  readonly state: string | null
  readonly hold: number | null
}

/** The living samples of a shop, by id. */
export function samplesOfShop(db: ReadableDb, shopId: string): KnownSample[] {
  return db.$client
    .prepare<[string], KnownSample>(
      `SELECT s.id, s.creator_id AS creatorId, s.product_id AS productId, s.sku_id AS skuId, s.variation, s.quantity, s.kind,
         s.collaboration, s.requested_at AS requestedAt, s.application_id AS applicationId, s.order_id AS orderId,
         s.platform_status AS platformStatus, s.recipient, s.phone, s.address, s.due_day AS dueDay, s.note, m.state, m.hold
       FROM samples s LEFT JOIN machine_states m ON m.tbl = ${ENTITIES.samples.n} AND m.row = s.id
       WHERE s._del = 0 AND s.shop_id = ? ORDER BY s.id`,
    )
    .all(shopId)
}

export interface KnownParcel {
  readonly sampleId: string
  readonly tracking: string
  readonly carrier: string | null
  readonly shippedAt: number | null
  readonly deliveredAt: number | null
}

/** The parcels of a shop's samples. */
export function parcelsOfShop(db: ReadableDb, shopId: string): KnownParcel[] {
  return db.$client
    .prepare<[string], KnownParcel>(
      `SELECT p.sample_id AS sampleId, p.tracking, p.carrier, p.shipped_at AS shippedAt, p.delivered_at AS deliveredAt
       FROM parcels p JOIN samples s ON s.id = p.sample_id
       WHERE p._del = 0 AND s._del = 0 AND s.shop_id = ? AND p.tracking IS NOT NULL ORDER BY p.id`,
    )
    .all(shopId)
}

/** Which product each SKU of a shop belongs to: as product lists say, else as imported order lines do. */
export function productsBySku(db: ReadableDb, shopId: string): ReadonlyMap<string, string> {
  const ofLines = db.$client
    .prepare<[string], readonly [string, string]>(
      `SELECT k.sku_id, p.product_id FROM dim_skus k JOIN dim_products p ON p.no = k.product_no
       JOIN dim_shops h ON h.no = p.shop_no WHERE h.id = ?`,
    )
    .raw()
    .all(shopId)
  const ofLists = db.$client
    .prepare<[string], readonly [string, string]>(
      `SELECT sku_id, product_id FROM product_skus WHERE _del = 0 AND shop_id = ? AND sku_id IS NOT NULL AND product_id IS NOT NULL`,
    )
    .raw()
    .all(shopId)
  return new Map([...ofLines, ...ofLists])
}

export interface NamedProduct {
  readonly shopId: string
  readonly productId: string
  readonly name: string | null
}

/** Every shop's products. */
export function productsOfAll(db: ReadableDb): NamedProduct[] {
  return db.$client
    .prepare<[], NamedProduct>(
      `SELECT shop_id AS shopId, product_id AS productId, name FROM products
       WHERE _del = 0 AND shop_id IS NOT NULL AND product_id IS NOT NULL ORDER BY id`,
    )
    .all()
}

/** Of these orders those that samples of other shops have, with the shop. */
export function ordersElsewhere(
  db: ReadableDb,
  shopId: string,
  orders: readonly string[],
): (readonly [orderId: string, shopId: string])[] {
  return db.$client
    .prepare<[string, string], readonly [string, string]>(
      `SELECT DISTINCT s.order_id, s.shop_id FROM samples s JOIN json_each(?) v ON v.value = s.order_id
       WHERE s._del = 0 AND s.shop_id <> ? AND s.shop_id IS NOT NULL`,
    )
    .raw()
    .all(JSON.stringify(orders), shopId)
}
