/** What requests for samples are judged by: which wait, what their people did with earlier ones, what was approved lately. */

import { ENTITIES } from '../../shared/sync/registry'
import type { SampleOutcome } from '../../shared/domain/sample-history'
import type { ReadableDb } from '../database'
import { prepared } from '../prepared'

const N = ENTITIES.samples.n
const EVENT = ENTITIES.sampleEvents.n
const STATE = `LEFT JOIN machine_states m ON m.tbl = ${N} AND m.row = s.id`

/** Ids of requests that wait for an answer, those that waited longest first; `shopId` null: of all shops. */
export function waitingRequests(db: ReadableDb, shopId: string | null): readonly string[] {
  return prepared(
    db.$client,
    `SELECT s.id FROM shown_samples s ${STATE} WHERE coalesce(m.state, 'requested') = 'requested'
       AND (@shop IS NULL OR s.shop_id = @shop) ORDER BY s.requested_at IS NULL, s.requested_at, s.id`,
  )
    .pluck()
    .all({ shop: shopId }) as string[]
}

/** Ids of samples that the creator has and that have no post, and of those that ended so since an instant. */
export function unpostedSamples(db: ReadableDb, shopId: string | null, endedSince: number): readonly string[] {
  return prepared(
    db.$client,
    `SELECT s.id FROM machine_states m CROSS JOIN shown_samples s ON s.id = m.row WHERE m.tbl = ${N}
       AND (@shop IS NULL OR s.shop_id = @shop)
       AND (m.state IN ('delivered', 'contentDue') OR (m.state IN ('noPost', 'refundable') AND coalesce((
         SELECT max(coalesce(e."at", @since)) FROM sample_events e WHERE e.sample_id = s.id AND e._del = 0 AND e.to_state = m.state
       ), @since) >= @since)) ORDER BY s.id`,
  )
    .pluck()
    .all({ shop: shopId, since: endedSince }) as string[]
}

/** Every sample of these creators that was answered, with what came of it. */
export function outcomesOf(
  db: ReadableDb,
  creatorIds: readonly string[],
): readonly (SampleOutcome & { readonly creatorId: string })[] {
  return prepared(
    db.$client,
    `SELECT s.id, s.creator_id AS creatorId, m.state,
       (SELECT max(e."at") FROM sample_events e WHERE e.sample_id = s.id AND e._del = 0 AND e.to_state = 'shipped') AS sentAt,
       EXISTS (SELECT 1 FROM sample_events e WHERE e.sample_id = s.id AND e._del = 0 AND e.to_state IN ('noPost', 'refundable'))
         AS wasUnposted,
       EXISTS (SELECT 1 FROM sample_events e WHERE e.sample_id = s.id AND e._del = 0 AND e.to_state = 'verified') AS wasVerified
     FROM shown_samples s JOIN machine_states m ON m.tbl = ${N} AND m.row = s.id
     WHERE m.state <> 'requested' AND s.creator_id IN (SELECT value FROM json_each(?))`,
  ).all(JSON.stringify(creatorIds)) as (SampleOutcome & { readonly creatorId: string })[]
}

export interface ApprovalRow {
  readonly shopId: string
  readonly at: number
  readonly person: string | null
}

/** Approvals since an instant that nobody took back, one for each sample: its newest. */
export function approvalsSince(db: ReadableDb, since: number): readonly ApprovalRow[] {
  return prepared(
    db.$client,
    `SELECT s.shop_id AS shopId, max(e."at") AS at, coalesce(e.person, (
         SELECT t.author FROM sync_row b JOIN sync_tx t ON t.rid = b.rid AND t.seq = b.seq
         WHERE b.tbl = ${EVENT} AND b.row = e.id ORDER BY b.hlc LIMIT 1)) AS person
     FROM sample_events e JOIN shown_samples s ON s.id = e.sample_id
     JOIN machine_states m ON m.tbl = ${N} AND m.row = s.id
     WHERE e._del = 0 AND e.to_state = 'approved' AND e."at" >= ? AND s.shop_id IS NOT NULL
       AND m.state NOT IN ('requested', 'declined', 'cancelled') GROUP BY s.id`,
  ).all(since) as ApprovalRow[]
}

/** What a product sells for from a day on. */
export interface PriceRow {
  readonly shopId: string
  readonly productId: string
  /** `*`: the product. */
  readonly skuId: string
  readonly fromDay: string
  readonly price: number
  readonly currency: string | null
}

/** Prices of these products, the newest last. */
export function pricesOf(db: ReadableDb, productIds: readonly string[]): readonly PriceRow[] {
  return prepared(
    db.$client,
    `SELECT shop_id AS shopId, product_id AS productId, sku_id AS skuId, from_day AS fromDay, price, currency
     FROM shown_product_prices WHERE price IS NOT NULL AND shop_id IS NOT NULL AND sku_id IS NOT NULL AND from_day IS NOT NULL
       AND product_id IN (SELECT value FROM json_each(?)) ORDER BY from_day, id`,
  ).all(JSON.stringify(productIds)) as PriceRow[]
}

export interface ShelfRow {
  readonly shopId: string
  readonly productId: string
  readonly status: string | null
  readonly archived: number | null
}

/** Whether these products are for sale. */
export function shelvesOf(db: ReadableDb, productIds: readonly string[]): readonly ShelfRow[] {
  return prepared(
    db.$client,
    `SELECT shop_id AS shopId, product_id AS productId, status, archived FROM products
     WHERE _del = 0 AND shop_id IS NOT NULL AND product_id IN (SELECT value FROM json_each(?))`,
  ).all(JSON.stringify(productIds)) as ShelfRow[]
}

export interface AskedRow {
  readonly sampleId: string
  readonly id: string
  readonly state: string | null
  readonly title: string | null
}

/** What a task is of that asks something about a request. */
export const QUESTION = 'request:'

/** Questions that these creators were asked about their requests, the newest last. */
export function questionsAsked(db: ReadableDb, creatorIds: readonly string[]): readonly AskedRow[] {
  return prepared(
    db.$client,
    `SELECT substr(origin, ${QUESTION.length + 1}) AS sampleId, id, state, title FROM tasks
     WHERE _del = 0 AND origin LIKE '${QUESTION}%' AND creator_id IN (SELECT value FROM json_each(?)) ORDER BY id`,
  ).all(JSON.stringify(creatorIds)) as AskedRow[]
}

export interface RulesRow {
  readonly id: string
  readonly key: string
  /** JSON. */
  readonly rules: string | null
}

export function sampleRuleRows(db: ReadableDb): readonly RulesRow[] {
  return prepared(
    db.$client,
    'SELECT id, "key", rules FROM sample_rules WHERE _del = 0 AND "key" IS NOT NULL ORDER BY "key"',
  ).all() as RulesRow[]
}

export interface SampleNudgeRow {
  readonly id: string
  readonly sampleId: string
  readonly kind: string
  readonly at: number
  readonly step: number | null
  readonly channel: string | null
  readonly promisedDay: string | null
  readonly text: string | null
  readonly person: string | null
}

/** Reminders, excuses and promises of these samples, oldest first. */
export function nudgesOf(db: ReadableDb, sampleIds: readonly string[]): readonly SampleNudgeRow[] {
  return prepared(
    db.$client,
    `SELECT id, sample_id AS sampleId, kind, "at", step, channel, promised_day AS promisedDay, "text", person
     FROM sample_nudges WHERE _del = 0 AND kind IS NOT NULL AND "at" IS NOT NULL
       AND sample_id IN (SELECT value FROM json_each(?)) ORDER BY "at", id`,
  ).all(JSON.stringify(sampleIds)) as SampleNudgeRow[]
}

/** What the guard compares of one sample and of whoever gets it. */
export interface GuardRow {
  readonly id: string
  readonly creatorId: string
  readonly shopId: string
  readonly productId: string
  readonly phone: string | null
  readonly address: string | null
  readonly creatorPhone: string | null
  readonly creatorAddress: string | null
  readonly bank: string | null
  readonly payee: string | null
}

const GUARD = `SELECT s.id, s.creator_id AS creatorId, s.shop_id AS shopId, s.product_id AS productId, s.phone, s.address,
    c.phone AS creatorPhone, c.address AS creatorAddress, c.bank, c.payee
  FROM shown_samples s JOIN creators c ON c.id = s.creator_id AND c._del = 0
  WHERE s.shop_id IS NOT NULL AND s.product_id IS NOT NULL`

/** The next samples by id. */
export function guardRows(db: ReadableDb, after: string, limit: number): readonly GuardRow[] {
  return prepared(db.$client, `${GUARD} AND s.id > ? ORDER BY s.id LIMIT ?`).all(after, limit) as GuardRow[]
}

/** These samples, and all of these creators. */
export function guardRowsOf(
  db: ReadableDb,
  { samples, creators }: { readonly samples: readonly string[]; readonly creators: readonly string[] },
): readonly GuardRow[] {
  return prepared(
    db.$client,
    `${GUARD} AND s.id IN (SELECT value FROM json_each(@samples)
       UNION SELECT o.id FROM samples o WHERE o.creator_id IN (SELECT value FROM json_each(@creators)))`,
  ).all({ samples: JSON.stringify(samples), creators: JSON.stringify(creators) }) as GuardRow[]
}

export interface StandingRow {
  readonly id: string
  /** Null: nobody took a step. */
  readonly state: string | null
  readonly requestedAt: number | null
  readonly sentAt: number | null
}

/** Where these samples stand, when they were asked for and when they were sent. */
export function standingOf(db: ReadableDb, sampleIds: readonly string[]): readonly StandingRow[] {
  return prepared(
    db.$client,
    `SELECT s.id, m.state, s.requested_at AS requestedAt, (SELECT max(e."at") FROM sample_events e WHERE e.sample_id = s.id AND e._del = 0
       AND e.to_state = 'shipped') AS sentAt
     FROM shown_samples s ${STATE} WHERE s.id IN (SELECT value FROM json_each(?))`,
  ).all(JSON.stringify(sampleIds)) as StandingRow[]
}
