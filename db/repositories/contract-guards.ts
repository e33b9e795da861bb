/** What guards of contracts look at: their rules, the paper of creators, and where somebody went on with a reason. */

import type { ReadableDb } from '../database'
import { prepared } from '../prepared'
import { type ContractRecord, contractsWith } from './contracts'

export interface GuardRow {
  readonly id: string
  readonly key: string
  readonly sampleLimit: number | null
  readonly currency: string | null
  readonly advances: number | null
  readonly exclusivity: number | null
  readonly note: string | null
}

/** Rules that somebody wrote, by key. */
export function guardRows(db: ReadableDb): readonly GuardRow[] {
  return prepared(
    db.$client,
    `SELECT id, "key", sample_limit AS sampleLimit, currency, advances, exclusivity, note FROM contract_guards
     WHERE _del = 0 AND "key" IS NOT NULL ORDER BY "key"`,
  ).all() as GuardRow[]
}

export interface PaperRow extends ContractRecord {
  readonly clientId: string | null
}

/** A creator's contracts, under whichever of their names, each with the client of its shop. */
export function paperOf(db: ReadableDb, creatorId: string): readonly PaperRow[] {
  const clientOf = prepared(db.$client, 'SELECT client_id FROM shops WHERE id = ?').pluck()
  return contractsWith(db, creatorId).map((contract) => ({
    ...contract,
    // The column's type is that of the table.
    clientId: (clientOf.get(contract.shopId ?? '') as string | null | undefined) ?? null,
  }))
}

export interface OverrideRow {
  readonly id: string
  readonly guard: string
  readonly reason: string
  /** UTC epoch ms. */
  readonly at: number
  readonly person: string | null
}

/** Where somebody went on with this record although a guard said no, the oldest first. */
export function overridesOf(db: ReadableDb, recordId: string): readonly OverrideRow[] {
  return prepared(
    db.$client,
    `SELECT id, guard, reason, "at", person FROM guard_overrides
     WHERE _del = 0 AND record_id = ? AND guard IS NOT NULL AND reason IS NOT NULL AND "at" IS NOT NULL ORDER BY "at", id`,
  ).all(recordId) as OverrideRow[]
}

/** What a campaign's products are, as far as anybody said; of a shop's campaign. */
export function campaignCategories(db: ReadableDb, campaignId: string): readonly string[] {
  return prepared(
    db.$client,
    `SELECT DISTINCT p.category FROM campaign_products m JOIN campaigns g ON g.id = m.campaign_id
       JOIN products p ON p.shop_id = g.shop_id AND p.product_id = m.product_id AND p._del = 0
     WHERE m._del = 0 AND m.campaign_id = ? AND trim(coalesce(p.category, '')) <> '' ORDER BY p.category`,
  )
    .pluck()
    .all(campaignId) as string[]
}

/** Creators with a contract, in whatever state, that keeps them from work for others. */
export function exclusiveCreators(db: ReadableDb): readonly string[] {
  return prepared(
    db.$client,
    `SELECT DISTINCT creator_id FROM shown_contracts WHERE creator_id IS NOT NULL AND trim(coalesce(exclusive, '')) <> ''`,
  )
    .pluck()
    .all() as string[]
}
