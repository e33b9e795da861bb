/** Stages and who is in them, as queries see them. */

import type { ReadableDb } from '../database'

export interface StageRow {
  readonly id: string
  readonly pipeline: string | null
  readonly key: string | null
  readonly name: string | null
  readonly order: number | null
  readonly kind: string | null
  readonly slaDays: number | null
  readonly wipLimit: number | null
  /** JSON. */
  readonly entry: string | null
  readonly onEvent: string | null
  readonly archived: number | null
}

/** Own stages of every pipeline. */
export function listStages(db: ReadableDb): StageRow[] {
  return db.$client
    .prepare<[], StageRow>(
      `SELECT id, pipeline, "key", name, "order", kind, sla_days AS slaDays, wip_limit AS wipLimit, entry, on_event AS onEvent,
       archived FROM stages WHERE _del = 0 ORDER BY id`,
    )
    .all()
}

/** A creator as one shop works with them, as far as pipelines go. */
export interface RelationRow {
  readonly shopId: string
  readonly creatorId: string
  readonly stage: string | null
  readonly stageSince: number | null
  readonly stageReason: string | null
  readonly owner: string | null
  readonly rate: number | null
  readonly blockedBy: string | null
}

const RELATION = `SELECT shop_id AS shopId, creator_id AS creatorId, stage, stage_since AS stageSince, stage_reason AS stageReason,
  owner, rate, blocked_by AS blockedBy FROM shown_shop_creators WHERE _del = 0 AND shop_id IS NOT NULL AND creator_id IS NOT NULL`

/** Every creator of every shop. */
export function listRelations(db: ReadableDb): RelationRow[] {
  return db.$client.prepare<[], RelationRow>(RELATION).all()
}

/** Those of these creators. */
export function relationsOf(db: ReadableDb, creatorIds: readonly string[]): RelationRow[] {
  return db.$client
    .prepare<[string], RelationRow>(`${RELATION} AND creator_id IN (SELECT value FROM json_each(?))`)
    .all(JSON.stringify(creatorIds))
}

/** How often something was said to or by a creator at a shop (null: at none in particular). */
export interface SaidRow {
  readonly creatorId: string
  readonly shopId: string | null
  readonly sent: number
  readonly replied: number
}

/** Whether these creators were written to and answered, by shop. Calls and meetings are both. */
export function saidWith(db: ReadableDb, creatorIds: readonly string[]): SaidRow[] {
  return db.$client
    .prepare<[string], SaidRow>(
      `SELECT creator_id AS creatorId, shop_id AS shopId, sum(kind IN ('sent', 'call', 'meeting')) AS sent,
       sum(kind IN ('replied', 'call', 'meeting')) AS replied
       FROM shown_touches WHERE _del = 0 AND creator_id IN (SELECT value FROM json_each(?)) GROUP BY creator_id, shop_id`,
    )
    .all(JSON.stringify(creatorIds))
}

/** What entry conditions ask of the creators themselves. */
export interface PlaceRow {
  readonly id: string
  readonly handle: string | null
  readonly market: string | null
  readonly language: string | null
  readonly timezone: string | null
  readonly hasAddress: number
}

/** Where these creators are, deleted ones too. */
export function placesOf(db: ReadableDb, creatorIds: readonly string[]): PlaceRow[] {
  return db.$client
    .prepare<[string], PlaceRow>(
      `SELECT id, handle, market, language, timezone, coalesce(trim(address), '') <> '' AS hasAddress
       FROM creators WHERE id IN (SELECT value FROM json_each(?))`,
    )
    .all(JSON.stringify(creatorIds))
}

/** What every living creator is called. */
export function namesOfAll(db: ReadableDb): { id: string; handle: string | null; displayName: string | null }[] {
  return db.$client
    .prepare<[], { id: string; handle: string | null; displayName: string | null }>(
      'SELECT id, handle, display_name AS displayName FROM creators WHERE _del = 0',
    )
    .all()
}
