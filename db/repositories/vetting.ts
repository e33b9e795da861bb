/** Verdicts, lists and incidents, tiers and weights, and what was said and is known of creators, as vetting reads them. */

import { type Decision, DECISION_LEVELS } from '../../shared/domain/decisions'
import type { OwnTier } from '../../shared/domain/tiers'
import type { ReadableDb } from '../database'

interface DecisionRow {
  readonly id: string
  readonly creatorId: string
  readonly kind: string | null
  readonly level: string | null
  readonly clientId: string | null
  readonly shopId: string | null
  readonly verdict: string | null
  readonly reason: string | null
  readonly note: string | null
  readonly at: number | null
  readonly person: string | null
  readonly expires: string | null
}

const DECISIONS = `SELECT id, creator_id AS creatorId, kind, level, client_id AS clientId, shop_id AS shopId, verdict, reason, note,
  at, person, expires FROM shown_creator_decisions`

/** What was decided about these creators, oldest first. */
export function decisionsOf(db: ReadableDb, creatorIds: readonly string[]): Decision[] {
  return db.$client
    .prepare<[string], DecisionRow>(`${DECISIONS} WHERE creator_id IN (SELECT value FROM json_each(?)) ORDER BY at, id`)
    .all(JSON.stringify(creatorIds))
    .flatMap(toDecision)
}

/** Every decision of one kind, oldest first. */
export function allDecisions(db: ReadableDb, kind: Decision['kind']): Decision[] {
  return db.$client
    .prepare<[string], DecisionRow>(`${DECISIONS} WHERE kind = ? ORDER BY at, id`)
    .all(kind)
    .flatMap(toDecision)
}

/** Own tiers of every market, archived ones too. */
export function ownTiers(db: ReadableDb): (OwnTier & { readonly id: string })[] {
  return db.$client
    .prepare<
      [],
      {
        id: string
        market: string | null
        key: string | null
        name: string | null
        fromFollowers: number | null
        archived: number | null
      }
    >(
      `SELECT id, market, "key", name, from_followers AS fromFollowers, archived FROM tiers WHERE _del = 0
       ORDER BY market, "key", id`,
    )
    .all()
    .map((row) => ({ ...row, archived: row.archived === 1 }))
}

export interface ProfileRow {
  readonly id: string
  readonly key: string
  readonly name: string | null
  /** JSON. */
  readonly weights: string | null
}

/** Own weights of the fit score. */
export function scoreProfiles(db: ReadableDb): ProfileRow[] {
  return db.$client
    .prepare<[], ProfileRow>(
      'SELECT id, "key", name, weights FROM score_profiles WHERE _del = 0 AND "key" IS NOT NULL ORDER BY "key", id',
    )
    .all()
}

export interface ContactRow {
  readonly id: string
  readonly creatorId: string
  readonly shopId: string | null
  readonly at: number
  readonly kind: string
  readonly person: string | null
}

/** What was said to and by these creators, oldest first. */
export function contactsOf(db: ReadableDb, creatorIds: readonly string[]): ContactRow[] {
  return db.$client
    .prepare<[string], ContactRow>(
      `SELECT id, creator_id AS creatorId, shop_id AS shopId, at, kind, person FROM shown_touches
       WHERE at IS NOT NULL AND kind IS NOT NULL AND creator_id IN (SELECT value FROM json_each(?)) ORDER BY at, id`,
    )
    .all(JSON.stringify(creatorIds))
}

export interface VettedCreator {
  readonly id: string
  readonly handle: string | null
  readonly displayName: string | null
  readonly market: string | null
  readonly language: string | null
  readonly category: string | null
  readonly audienceMarket: string | null
  readonly audienceLanguage: string | null
}

/** What is known of these living creators. */
export function vettedCreators(db: ReadableDb, ids: readonly string[]): VettedCreator[] {
  return db.$client
    .prepare<[string], VettedCreator>(
      `SELECT id, handle, display_name AS displayName, market, language, category, audience_market AS audienceMarket,
         audience_language AS audienceLanguage FROM creators WHERE _del = 0 AND id IN (SELECT value FROM json_each(?))`,
    )
    .all(JSON.stringify(ids))
}

/** Commission rates that these creators have with a shop, in basis points. */
export function ratesWithShop(
  db: ReadableDb,
  shopId: string,
  creatorIds: readonly string[],
): { creatorId: string; rate: number }[] {
  return db.$client
    .prepare<[string, string], { creatorId: string; rate: number }>(
      `SELECT creator_id AS creatorId, rate FROM shown_shop_creators
       WHERE shop_id = ? AND rate IS NOT NULL AND creator_id IN (SELECT value FROM json_each(?))`,
    )
    .all(shopId, JSON.stringify(creatorIds))
}

// Which kinds and levels there are was checked when it was written; a newer build may know more of them.
function toDecision(row: DecisionRow): Decision[] {
  const { kind, level, verdict, at } = row
  if ((kind !== 'verdict' && kind !== 'list' && kind !== 'incident') || verdict === null || at === null) return []
  return [{ ...row, kind, verdict, at, level: DECISION_LEVELS.find((known) => known === level) ?? null }]
}
