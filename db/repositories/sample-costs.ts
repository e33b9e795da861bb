/** Samples with what decides their cost, and wallets, as they are stored: all of them in one pass. */

import { ENTITIES } from '../../shared/sync/registry'
import type { ReadableDb } from '../database'

export interface SampleCostRow {
  readonly id: string
  readonly shopId: string
  readonly creatorId: string
  readonly handle: string | null
  readonly productId: string
  readonly skuId: string | null
  readonly quantity: number
  readonly owner: string | null
  readonly campaign: string | null
  readonly campaignId: string | null
  /** Null: no step was taken yet. */
  readonly state: string | null
  readonly closedFrom: string | null
  /** When it was approved and shipped last, UTC epoch ms. */
  readonly approvedAt: number | null
  readonly shippedAt: number | null
  readonly parcels: number
  readonly validPosts: number
  readonly productCost: number | null
  readonly packingCost: number | null
  readonly freightCost: number | null
  readonly dutyCost: number | null
  readonly currency: string | null
}

const HLC_PER_MS = 1024

/** Of a step without a time of its own: when it was written down. */
const AT = `coalesce(e.at, (SELECT min(b.hlc) / ${HLC_PER_MS} FROM sync_row b WHERE b.tbl = ${ENTITIES.sampleEvents.n} AND b.row = e.id))`

/** Every living sample that is complete; steps, parcels and posts are gathered in one pass each. */
export function listSampleCosts(db: ReadableDb): SampleCostRow[] {
  return db.$client
    .prepare<[], SampleCostRow>(
      `WITH steps AS MATERIALIZED (
         SELECT e.sample_id, max(CASE WHEN e.to_state = 'approved' THEN ${AT} END) AS approved,
           max(CASE WHEN e.to_state = 'shipped' THEN ${AT} END) AS shipped
         FROM sample_events e WHERE e._del = 0 AND e.to_state IN ('approved', 'shipped') GROUP BY e.sample_id),
       closings AS MATERIALIZED (
         SELECT e.sample_id, e.from_state, max(${AT}) FROM sample_events e WHERE e._del = 0 AND e.to_state = 'closed' GROUP BY e.sample_id),
       sendings AS MATERIALIZED (SELECT sample_id, count(*) AS parcels FROM parcels WHERE _del = 0 GROUP BY sample_id),
       posts AS MATERIALIZED (SELECT sample_id, count(*) AS valid FROM shown_sample_posts WHERE counts_us = 1 GROUP BY sample_id)
       SELECT s.id, s.shop_id AS shopId, s.creator_id AS creatorId, c.handle, s.product_id AS productId, s.sku_id AS skuId,
         coalesce(s.quantity, 1) AS quantity, s.owner, k.name AS campaign, s.campaign_id AS campaignId, m.state,
         CASE WHEN m.state = 'closed' THEN closings.from_state END AS closedFrom, steps.approved AS approvedAt, steps.shipped AS shippedAt,
         coalesce(sendings.parcels, 0) AS parcels, coalesce(posts.valid, 0) AS validPosts, s.product_cost AS productCost,
         s.packing_cost AS packingCost, s.freight_cost AS freightCost, s.duty_cost AS dutyCost, s.currency
       FROM shown_samples s
         LEFT JOIN machine_states m ON m.tbl = ${ENTITIES.samples.n} AND m.row = s.id
         LEFT JOIN creators c ON c.id = s.creator_id
         LEFT JOIN campaigns k ON k.id = s.campaign_id
         LEFT JOIN steps ON steps.sample_id = s.id
         LEFT JOIN closings ON closings.sample_id = s.id
         LEFT JOIN sendings ON sendings.sample_id = s.id
         LEFT JOIN posts ON posts.sample_id = s.id
       WHERE s.shop_id IS NOT NULL AND s.creator_id IS NOT NULL AND s.product_id IS NOT NULL`,
    )
    .all()
}

export interface SampleDefaultRow {
  readonly shopId: string
  /** `*`: of every product of the shop that has none of its own. */
  readonly productId: string
  readonly packingCost: number | null
  readonly freightCost: number | null
  readonly dutyCost: number | null
  readonly currency: string | null
}

export function listSampleDefaults(db: ReadableDb): SampleDefaultRow[] {
  return db.$client
    .prepare<[], SampleDefaultRow>(
      `SELECT shop_id AS shopId, product_id AS productId, packing_cost AS packingCost, freight_cost AS freightCost, duty_cost AS dutyCost, currency
       FROM sample_defaults WHERE _del = 0 AND shop_id IS NOT NULL AND product_id IS NOT NULL`,
    )
    .all()
}

export interface WalletRow {
  readonly id: string
  readonly person: string
  /** `YYYY-MM`. */
  readonly month: string
  readonly amount: number | null
  readonly currency: string | null
  readonly note: string | null
}

export function listWallets(db: ReadableDb, month?: string): WalletRow[] {
  return db.$client
    .prepare<[string | null], WalletRow>(
      `SELECT id, person, month, amount, currency, note FROM sample_wallets
       WHERE _del = 0 AND person IS NOT NULL AND month IS NOT NULL AND month = coalesce(?, month) ORDER BY month DESC, person`,
    )
    .all(month ?? null)
}
