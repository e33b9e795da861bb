/** Samples as queries see them: each with its state, the dates of its steps, its parcels and proofs, in a few passes. */

import { ENTITIES } from '../../shared/sync/registry'
import type { ReadableDb } from '../database'
import { prepared } from '../prepared'

export interface SampleRow {
  readonly id: string
  readonly shopId: string | null
  readonly creatorId: string | null
  readonly productId: string | null
  readonly skuId: string | null
  readonly variation: string | null
  readonly quantity: number | null
  readonly kind: string | null
  readonly collaboration: string | null
  readonly campaignId: string | null
  readonly campaignName: string | null
  readonly requestedAt: number | null
  readonly applicationId: string | null
  readonly orderId: string | null
  readonly platformStatus: string | null
  readonly recipient: string | null
  readonly phone: string | null
  readonly address: string | null
  readonly owner: string | null
  readonly extensionDays: number | null
  readonly dueDay: string | null
  readonly productCost: number | null
  readonly packingCost: number | null
  readonly freightCost: number | null
  readonly dutyCost: number | null
  readonly currency: string | null
  readonly rate: number | null
  readonly source: string | null
  readonly reason: string | null
  readonly note: string | null
  /** Of the creator that the row names, whoever stands for them. */
  readonly handle: string | null
  readonly productName: string | null
  readonly imageUrl: string | null
  /** Null: nobody took a step, so it is where every sample begins. */
  readonly state: string | null
  readonly hold: number | null
}

const N = ENTITIES.samples.n
const EVENT = ENTITIES.sampleEvents.n

const COLUMNS = `s.id, s.shop_id AS shopId, s.creator_id AS creatorId, s.product_id AS productId, s.sku_id AS skuId, s.variation,
  s.quantity, s.kind, s.collaboration, s.campaign_id AS campaignId, g.name AS campaignName, s.requested_at AS requestedAt,
  s.application_id AS applicationId, s.order_id AS orderId, s.platform_status AS platformStatus, s.recipient, s.phone, s.address,
  s.owner, s.extension_days AS extensionDays, s.due_day AS dueDay, s.product_cost AS productCost, s.packing_cost AS packingCost,
  s.freight_cost AS freightCost, s.duty_cost AS dutyCost, s.currency, s.rate, s.source, s.reason, s.note,
  c.handle, p.name AS productName, p.image_url AS imageUrl, m.state, m.hold`

const ROWS = `FROM shown_samples s LEFT JOIN machine_states m ON m.tbl = ${N} AND m.row = s.id
  LEFT JOIN products p ON p._del = 0 AND p.shop_id = s.shop_id AND p.product_id = s.product_id
  LEFT JOIN creators c ON c.id = s.creator_id
  LEFT JOIN named_campaigns g ON g.id = s.campaign_id
  WHERE s._del = 0`

/** Only these samples; null: all. */
export type Which = readonly string[] | null

/** `AND <column> IN (…)` and what fills it. */
function only(which: Which, column: string): readonly [sql: string, values: readonly string[]] {
  return which === null ? ['', []] : [` AND ${column} IN (SELECT value FROM json_each(?))`, [JSON.stringify(which)]]
}

/** Live samples, by id. */
export function sampleRows(db: ReadableDb, which: Which = null): readonly SampleRow[] {
  const [and, values] = only(which, 's.id')
  // The columns are those of the row's type.
  return prepared(db.$client, `SELECT ${COLUMNS} ${ROWS}${and} ORDER BY s.id`).all(...values) as SampleRow[]
}

/** When a sample came into a state, as far as anybody wrote it down: `[sampleId, state, at]`, at the latest of several times. */
export function sampleDates(
  db: ReadableDb,
  which: Which = null,
): readonly (readonly [string, string, number | null])[] {
  const [and, values] = only(which, 'e.sample_id')
  // A step without a date happened when it was written. That of a decision has none: what it decides for has.
  return prepared(
    db.$client,
    `SELECT e.sample_id, e.to_state, coalesce(max(e.at), max(CASE WHEN e.at IS NULL
       THEN (SELECT min(b.hlc) / 1024 FROM sync_row b WHERE b.tbl = ${EVENT} AND b.row = e.id) END))
     FROM sample_events e WHERE e._del = 0 AND e.to_state IS NOT NULL${and} GROUP BY e.sample_id, e.to_state`,
  )
    .raw()
    .all(...values) as (readonly [string, string, number | null])[]
}

export interface ParcelRow {
  readonly id: string
  readonly sampleId: string
  readonly tracking: string | null
  readonly carrier: string | null
  readonly shippedAt: number | null
  readonly deliveredAt: number | null
  readonly lastScan: string | null
  readonly lastScanAt: number | null
  readonly note: string | null
}

/** Parcels of samples, those sent first first. */
export function parcelRows(db: ReadableDb, which: Which = null): readonly ParcelRow[] {
  const [and, values] = only(which, 'p.sample_id')
  return prepared(
    db.$client,
    `SELECT p.id, p.sample_id AS sampleId, p.tracking, p.carrier, p.shipped_at AS shippedAt, p.delivered_at AS deliveredAt,
       p.last_scan AS lastScan, p.last_scan_at AS lastScanAt, p.note
     FROM parcels p WHERE p._del = 0 AND p.sample_id IS NOT NULL${and} ORDER BY p.shipped_at, p.id`,
  ).all(...values) as ParcelRow[]
}

/** How many files are attached to each sample, and how many reminders it got: `[sampleId, count]`. */
export function proofCounts(db: ReadableDb, which: Which = null): ReadonlyMap<string, number> {
  const [and, values] = only(which, 'a.record_id')
  return countsOf(
    db,
    `SELECT a.record_id, count(*) FROM attachments a WHERE a._del = 0 AND a.entity = 'samples'${and} GROUP BY a.record_id`,
    values,
  )
}

export function nudgeCounts(db: ReadableDb, which: Which = null): ReadonlyMap<string, number> {
  const [and, values] = only(which, 'n.sample_id')
  return countsOf(
    db,
    `SELECT n.sample_id, count(*) FROM sample_nudges n WHERE n._del = 0 AND n.kind = 'nudge' AND n.sample_id IS NOT NULL${and}
     GROUP BY n.sample_id`,
    values,
  )
}

function countsOf(db: ReadableDb, sql: string, values: readonly string[]): ReadonlyMap<string, number> {
  const rows = prepared(db.$client, sql)
    .raw()
    .all(...values) as (readonly [string, number])[]
  return new Map(rows)
}

/** A step of one sample as it was written, with who took it where the step itself does not say. */
export interface SampleStepRow {
  readonly id: string
  readonly from: string | null
  readonly to: string | null
  readonly reason: string | null
  readonly at: number | null
  readonly person: string | null
}

/** The living steps of one sample in their order. */
export function sampleSteps(db: ReadableDb, sampleId: string): readonly SampleStepRow[] {
  return prepared(
    db.$client,
    `SELECT e.id, e.from_state AS "from", e.to_state AS "to", e.reason, coalesce(e.at, b.hlc / 1024) AS at,
       coalesce(e.person, t.author) AS person, min(b.hlc) AS hlc
     FROM sample_events e LEFT JOIN sync_row b ON b.tbl = ${EVENT} AND b.row = e.id
     LEFT JOIN sync_tx t ON t.rid = b.rid AND t.seq = b.seq
     WHERE e.sample_id = ? AND e._del = 0 GROUP BY e.id ORDER BY hlc, e.id`,
  ).all(sampleId) as SampleStepRow[]
}

export interface SampleStanding {
  readonly shopId: string
  readonly creatorId: string
  readonly state: string | null
  readonly hold: boolean
  /** Steps that this command took and the log has not told of yet. */
  readonly pending: number
}

/** Where a live sample stands inside a command, its own steps counted in; null where there is none. */
export function sampleStanding(db: ReadableDb, sampleId: string): SampleStanding | null {
  const row = prepared(
    db.$client,
    `SELECT s.shop_id AS shopId, s.creator_id AS creatorId, m.state, m.hold FROM shown_samples s
     LEFT JOIN machine_states m ON m.tbl = ${N} AND m.row = s.id WHERE s.id = ? AND s._del = 0`,
  ).get(sampleId) as
    | { shopId: string | null; creatorId: string | null; state: string | null; hold: number | null }
    | undefined
  if (row === undefined) return null
  const pending = prepared(
    db.$client,
    `SELECT e.to_state FROM sample_events e WHERE e.sample_id = ? AND e._del = 0
       AND NOT EXISTS (SELECT 1 FROM sync_row b WHERE b.tbl = ${EVENT} AND b.row = e.id) ORDER BY e.id`,
  )
    .pluck()
    .all(sampleId) as (string | null)[]
  return {
    shopId: row.shopId ?? '',
    creatorId: row.creatorId ?? '',
    state: pending.at(-1) ?? row.state,
    hold: row.hold === 1,
    pending: pending.length,
  }
}

/** By kind of record: which samples show something of it. The rest of a sample is its own. */
const SHOWN_IN: Readonly<Record<string, string>> = {
  samples: 'SELECT value FROM json_each(?)',
  sampleEvents: 'SELECT sample_id FROM sample_events WHERE id IN (SELECT value FROM json_each(?))',
  parcels: 'SELECT sample_id FROM parcels WHERE id IN (SELECT value FROM json_each(?))',
  sampleNudges: 'SELECT sample_id FROM sample_nudges WHERE id IN (SELECT value FROM json_each(?))',
  attachments: `SELECT record_id FROM attachments WHERE entity = 'samples' AND id IN (SELECT value FROM json_each(?))`,
  creators: 'SELECT id FROM samples WHERE creator_id IN (SELECT value FROM json_each(?))',
  campaigns: 'SELECT id FROM samples WHERE campaign_id IN (SELECT value FROM json_each(?))',
  products: `SELECT s.id FROM products p JOIN samples s ON s.shop_id = p.shop_id AND s.product_id = p.product_id
    WHERE p.id IN (SELECT value FROM json_each(?))`,
}

/** Kinds of records whose change shows in samples. */
export const SHOWN_IN_SAMPLES: readonly string[] = Object.keys(SHOWN_IN)

/** The samples that show something of these records of a kind; deleted ones too. */
export function samplesShowing(db: ReadableDb, entity: string, ids: readonly string[]): readonly string[] {
  const sql = SHOWN_IN[entity]
  if (sql === undefined) return []
  return prepared(db.$client, sql).pluck().all(JSON.stringify(ids)) as string[]
}
