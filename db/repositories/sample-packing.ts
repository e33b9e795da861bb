/** Samples that are to be packed or sent, with what their parcel needs; and what pasted numbers are matched against. */

import { ENTITIES } from '../../shared/sync/registry'
import type { ReadableDb } from '../database'

export interface PackRow {
  readonly id: string
  readonly shopId: string
  readonly creatorId: string
  readonly productId: string
  readonly productName: string | null
  readonly skuId: string | null
  readonly sellerSku: string | null
  readonly variation: string | null
  readonly quantity: number
  readonly state: string
  readonly hold: number | null
  readonly requestedAt: number | null
  readonly orderId: string | null
  readonly applicationId: string | null
  /** The sample's own; what is blank is the creator's. */
  readonly recipient: string | null
  readonly phone: string | null
  readonly address: string | null
  readonly note: string | null
}

/** Approved and packed samples of a shop (null: of all), those asked for first first. */
export function samplesToPack(db: ReadableDb, shopId: string | null): PackRow[] {
  return db.$client
    .prepare<[string | null, string | null], PackRow>(
      `SELECT s.id, s.shop_id AS shopId, s.creator_id AS creatorId, s.product_id AS productId, p.name AS productName,
         s.sku_id AS skuId, k.seller_sku AS sellerSku, coalesce(s.variation, k.variation) AS variation,
         coalesce(s.quantity, 1) AS quantity, m.state, m.hold, s.requested_at AS requestedAt, s.order_id AS orderId,
         s.application_id AS applicationId, coalesce(s.recipient, c.display_name) AS recipient, coalesce(s.phone, c.phone) AS phone,
         coalesce(s.address, c.address) AS address, s.note
       FROM machine_states m JOIN shown_samples s ON s.id = m.row
       LEFT JOIN creators c ON c.id = s.creator_id AND c._del = 0
       LEFT JOIN products p ON p._del = 0 AND p.shop_id = s.shop_id AND p.product_id = s.product_id
       LEFT JOIN product_skus k ON k._del = 0 AND k.shop_id = s.shop_id AND k.product_id = s.product_id AND k.sku_id = s.sku_id
       WHERE m.tbl = ${ENTITIES.samples.n} AND m.state IN ('approved', 'packed') AND s.shop_id IS NOT NULL
         AND s.creator_id IS NOT NULL AND s.product_id IS NOT NULL AND (? IS NULL OR s.shop_id = ?)
       ORDER BY s.requested_at, s.id`,
    )
    .all(shopId, shopId)
}

export interface TrackableRow {
  readonly id: string
  readonly shopId: string
  readonly creatorId: string
  readonly orderId: string | null
  readonly applicationId: string | null
  readonly phone: string | null
  readonly state: string | null
  readonly hold: number | null
  readonly quantity: number
  readonly product: string
}

/** Every sample of a shop (null: of all) that has no end yet, or has one: a number may name any of them. */
export function trackableSamples(db: ReadableDb, shopId: string | null): TrackableRow[] {
  return db.$client
    .prepare<[string | null, string | null], TrackableRow>(
      `SELECT s.id, s.shop_id AS shopId, s.creator_id AS creatorId, s.order_id AS orderId, s.application_id AS applicationId,
         s.phone, m.state, m.hold, coalesce(s.quantity, 1) AS quantity, coalesce(p.name, s.product_id, '') AS product
       FROM shown_samples s LEFT JOIN machine_states m ON m.tbl = ${ENTITIES.samples.n} AND m.row = s.id
       LEFT JOIN products p ON p._del = 0 AND p.shop_id = s.shop_id AND p.product_id = s.product_id
       WHERE s.shop_id IS NOT NULL AND s.creator_id IS NOT NULL AND (? IS NULL OR s.shop_id = ?) ORDER BY s.id`,
    )
    .all(shopId, shopId)
}

/** The parcels of all samples, or of a shop's: `[sampleId, tracking, carrier]`. */
export function parcelNumbers(
  db: ReadableDb,
  shopId: string | null,
): (readonly [sampleId: string, tracking: string, carrier: string | null])[] {
  return db.$client
    .prepare<[string | null, string | null], readonly [string, string, string | null]>(
      `SELECT p.sample_id, p.tracking, p.carrier FROM parcels p JOIN shown_samples s ON s.id = p.sample_id
       WHERE p._del = 0 AND p.tracking IS NOT NULL AND (? IS NULL OR s.shop_id = ?) ORDER BY p.shipped_at, p.id`,
    )
    .raw()
    .all(shopId, shopId)
}
