/** Movements of sample stock, and what samples take of it, in one pass each. */

import { ENTITIES } from '../../shared/sync/registry'
import type { ReadableDb } from '../database'
import { prepared } from '../prepared'

/** Which stock: of one product, of one shop's, or of all. */
export interface StockScope {
  readonly shopId?: string | undefined
  readonly productId?: string | undefined
}

function inScope({ shopId, productId }: StockScope, alias: string): readonly [sql: string, values: readonly string[]] {
  const conditions = [
    ...(shopId === undefined ? [] : [`${alias}.shop_id = ?`]),
    ...(productId === undefined ? [] : [`${alias}.product_id = ?`]),
  ]
  return [
    conditions.map((condition) => ` AND ${condition}`).join(''),
    [shopId, productId].filter((value) => value !== undefined),
  ]
}

export interface MovementRow {
  readonly id: string
  readonly shopId: string
  readonly productId: string
  readonly skuId: string
  readonly kind: string
  readonly quantity: number
  readonly at: number
  readonly reason: string | null
  readonly note: string | null
}

const WHOLE = `m._del = 0 AND m.shop_id IS NOT NULL AND m.product_id IS NOT NULL AND m.kind IS NOT NULL
  AND m.quantity IS NOT NULL AND m."at" IS NOT NULL`
const MOVEMENT = `m.id, m.shop_id AS shopId, m.product_id AS productId, coalesce(m.sku_id, '*') AS skuId, m.kind, m.quantity,
  m."at" AS "at", m.reason, m.note`

/** Of its first step. */
const PERSON = `(SELECT t.author FROM log_index i JOIN sync_tx t ON t.rid = i.rid AND t.seq = i.seq
  WHERE i.tbl = ${ENTITIES.stockMovements.n} AND i.row = m.id ORDER BY t.hlc LIMIT 1) AS person`

/** Complete, living movements. */
export function stockMovements(db: ReadableDb, scope: StockScope = {}): readonly MovementRow[] {
  const [and, values] = inScope(scope, 'm')
  // The columns are those of the row's type.
  return prepared(db.$client, `SELECT ${MOVEMENT} FROM stock_movements m WHERE ${WHOLE}${and}`).all(
    ...values,
  ) as MovementRow[]
}

/** One page of movements, newest first, with who wrote each, and how many match in all. */
export function pageMovements(
  db: ReadableDb,
  { kind, ...scope }: StockScope & { readonly kind?: string | undefined },
  page: { readonly offset: number; readonly limit: number },
): { readonly rows: readonly (MovementRow & { readonly person: string | null })[]; readonly total: number } {
  const [and, inside] = inScope(scope, 'm')
  const where = `${WHOLE}${and}${kind === undefined ? '' : ' AND m.kind = ?'}`
  const values = [...inside, ...(kind === undefined ? [] : [kind])]
  const rows = prepared(
    db.$client,
    `SELECT ${MOVEMENT}, ${PERSON}
     FROM stock_movements m WHERE ${where} ORDER BY m."at" DESC, m.id DESC LIMIT ? OFFSET ?`,
  ).all(...values, page.limit, page.offset) as (MovementRow & { person: string | null })[]
  const total = prepared(db.$client, `SELECT count(*) AS total FROM stock_movements m WHERE ${where}`).get(
    ...values,
  ) as {
    total: number
  }
  return { rows, total: total.total }
}

/** The living, complete movement of this id, with who wrote it. */
export function findMovement(
  db: ReadableDb,
  id: string,
): (MovementRow & { readonly person: string | null }) | undefined {
  const row = prepared(
    db.$client,
    `SELECT ${MOVEMENT}, ${PERSON}
     FROM stock_movements m WHERE ${WHOLE} AND m.id = ?`,
  ).get(id)
  return row as (MovementRow & { person: string | null }) | undefined
}

export interface SampleUseRow {
  readonly id: string
  /** Null: nobody knows it yet. */
  readonly creatorId: string | null
  readonly shopId: string
  readonly productId: string
  readonly skuId: string | null
  readonly quantity: number
  /** Null: no step was taken yet. */
  readonly state: string | null
}

/**
 * Living samples with where they stand. One whose creator was removed is in no list: nobody sends it any more, so that nothing
 * is promised by it; what it took has left the house all the same.
 */
export function sampleUses(db: ReadableDb, scope: StockScope = {}): readonly SampleUseRow[] {
  const [and, values] = inScope(scope, 's')
  return prepared(
    db.$client,
    `SELECT s.id, s.creator_id AS creatorId, s.shop_id AS shopId, s.product_id AS productId, s.sku_id AS skuId, s.quantity,
       CASE WHEN EXISTS (SELECT 1 FROM shown_samples v WHERE v.id = s.id) THEN m.state END AS state
     FROM samples s LEFT JOIN machine_states m ON m.tbl = ${ENTITIES.samples.n} AND m.row = s.id
     WHERE s._del = 0 AND s.shop_id IS NOT NULL AND s.product_id IS NOT NULL AND s.quantity IS NOT NULL${and}`,
  ).all(...values) as SampleUseRow[]
}

/** `order`: grows along everybody's steps; a step of the command under way comes last. */
export interface TripStepRow {
  readonly sampleId: string
  readonly from: string
  readonly to: string
  readonly at: number
  readonly order: number
}

/** The steps by which pieces leave the house or come back, and those by which people decided, sample by sample in their order. */
export function tripSteps(db: ReadableDb, scope: StockScope = {}): readonly TripStepRow[] {
  const [and, values] = inScope(scope, 's')
  const written = `(SELECT min(b.hlc) FROM sync_row b WHERE b.tbl = ${ENTITIES.sampleEvents.n} AND b.row = e.id)`
  return prepared(
    db.$client,
    `SELECT e.sample_id AS sampleId, e.from_state AS "from", e.to_state AS "to", coalesce(${written}, 9e15) AS "order",
       coalesce(e."at", ${written} / 1024, 0) AS "at"
     FROM sample_events e JOIN samples s ON s.id = e.sample_id AND s._del = 0
     WHERE e._del = 0 AND e.from_state IS NOT NULL AND e.to_state IS NOT NULL AND (
       e.to_state IN ('shipped', 'returned') OR e.resolves IS NOT NULL
       OR (e.to_state IN ('packed', 'approved') AND e.from_state IN ('shipped', 'lost', 'refused', 'returned'))
     )${and} ORDER BY e.sample_id, "order", e.id`,
  ).all(...values) as TripStepRow[]
}

export interface FloorRow {
  readonly id: string
  readonly shopId: string
  readonly productId: string
  readonly packingCost: number | null
  readonly freightCost: number | null
  readonly dutyCost: number | null
  readonly currency: string | null
  readonly floorNew: number | null
  readonly floorProven: number | null
  readonly note: string | null
}

/** What samples of products cost and how many are kept back, as people set it; product `*` is every other one of the shop. */
export function sampleDefaults(db: ReadableDb, shopId?: string): readonly FloorRow[] {
  const [and, values] = inScope({ shopId }, 'd')
  return prepared(
    db.$client,
    `SELECT d.id, d.shop_id AS shopId, d.product_id AS productId, d.packing_cost AS packingCost, d.freight_cost AS freightCost,
       d.duty_cost AS dutyCost, d.currency, d.floor_new AS floorNew, d.floor_proven AS floorProven, d.note
     FROM sample_defaults d WHERE d._del = 0 AND d.shop_id IS NOT NULL AND d.product_id IS NOT NULL${and}`,
  ).all(...values) as FloorRow[]
}
