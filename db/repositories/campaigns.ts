/** Promotion plans, their rates, products, creators and terms, as queries see them. */

import type { ReadableDb } from '../database'

export interface CampaignFilter {
  readonly id?: string | undefined
  readonly shopId?: string | undefined
  readonly state?: string | undefined
  readonly search?: string | undefined
}

export interface CampaignRow {
  readonly id: string
  readonly shopId: string
  readonly name: string | null
  readonly kind: string | null
  readonly state: string | null
  readonly fromDay: string | null
  readonly toDay: string | null
  readonly budget: number | null
  readonly currency: string | null
  readonly sampleQuota: number | null
  readonly platformId: string | null
  readonly coldStart: number | null
  readonly owner: string | null
  readonly note: string | null
  readonly products: number
  readonly samples: number
  readonly briefs: number
}

/** Living campaigns: running before paused before drafts before ended ones, the latest beginning first. */
export function listCampaigns(db: ReadableDb, filter: CampaignFilter = {}): CampaignRow[] {
  const search = (filter.search ?? '').trim().toLowerCase()
  return db.$client
    .prepare<unknown[], CampaignRow>(
      `SELECT c.id, c.shop_id AS shopId, c.name, c.kind, c.state, c.from_day AS fromDay, c.to_day AS toDay, c.budget, c.currency,
         c.sample_quota AS sampleQuota, c.platform_id AS platformId, c.cold_start AS coldStart, c.owner, c.note,
         (SELECT count(*) FROM shown_campaign_products p WHERE p.campaign_id = c.id) AS products,
         (SELECT count(*) FROM shown_samples s WHERE s.campaign_id = c.id) AS samples,
         (SELECT count(*) FROM shown_briefs b WHERE b.campaign_id = c.id AND coalesce(b.archived, 0) = 0) AS briefs
       FROM campaigns c
       WHERE c._del = 0 AND c.shop_id IS NOT NULL AND (@id IS NULL OR c.id = @id) AND (@shopId IS NULL OR c.shop_id = @shopId)
         AND (@state IS NULL OR coalesce(c.state, 'draft') = @state)
         AND (@search = '' OR instr(lower(coalesce(c.name, '') || ' ' || coalesce(c.owner, '') || ' ' || coalesce(c.platform_id, '')), @search) > 0)
       ORDER BY CASE coalesce(c.state, 'draft') WHEN 'running' THEN 0 WHEN 'paused' THEN 1 WHEN 'draft' THEN 2 ELSE 3 END,
         coalesce(c.from_day, '') DESC, c.id DESC`,
    )
    .all({ id: filter.id ?? null, shopId: filter.shopId ?? null, state: filter.state ?? null, search })
}

export interface CampaignRateRow {
  readonly id: string
  readonly campaignId: string
  readonly productId: string | null
  readonly category: string | null
  readonly rate: number
  readonly adsRate: number | null
  readonly fromDay: string
  readonly note: string | null
}

/** Rates of these campaigns (of all where none are named), newest beginning first. */
export function listCampaignRates(db: ReadableDb, campaigns: readonly string[] | null = null): CampaignRateRow[] {
  return db.$client
    .prepare<[{ campaigns: string | null }], CampaignRateRow>(
      `SELECT id, campaign_id AS campaignId, product_id AS productId, category, rate, ads_rate AS adsRate, from_day AS fromDay, note
       FROM shown_campaign_rates
       WHERE campaign_id IS NOT NULL AND rate IS NOT NULL AND from_day IS NOT NULL
         AND (@campaigns IS NULL OR campaign_id IN (SELECT value FROM json_each(@campaigns))) ORDER BY from_day DESC, id DESC`,
    )
    .all({ campaigns: campaigns === null ? null : JSON.stringify(campaigns) })
}

export interface CampaignProductRow {
  readonly id: string
  readonly campaignId: string
  readonly productId: string
  readonly sampleQuota: number | null
  readonly note: string | null
  readonly name: string | null
  readonly category: string | null
  readonly samples: number
}

/** Products of these campaigns (of all where none are named), by name. */
export function listCampaignProducts(db: ReadableDb, campaigns: readonly string[] | null = null): CampaignProductRow[] {
  return db.$client
    .prepare<[{ campaigns: string | null }], CampaignProductRow>(
      `SELECT p.id, p.campaign_id AS campaignId, p.product_id AS productId, p.sample_quota AS sampleQuota, p.note, d.name, d.category,
         (SELECT count(*) FROM shown_samples s WHERE s.campaign_id = p.campaign_id AND s.product_id = p.product_id) AS samples
       FROM shown_campaign_products p JOIN campaigns c ON c.id = p.campaign_id
         LEFT JOIN products d ON d._del = 0 AND d.shop_id = c.shop_id AND d.product_id = p.product_id
       WHERE p.product_id IS NOT NULL AND (@campaigns IS NULL OR p.campaign_id IN (SELECT value FROM json_each(@campaigns)))
       ORDER BY coalesce(d.name, p.product_id), p.id`,
    )
    .all({ campaigns: campaigns === null ? null : JSON.stringify(campaigns) })
}

export interface CampaignCreatorRow {
  readonly id: string
  readonly campaignId: string
  readonly creatorId: string
  readonly state: string | null
  readonly joinedOn: string | null
  readonly rate: number | null
  readonly owner: string | null
  readonly note: string | null
}

/** Members of these campaigns (of all where none are named). */
export function listCampaignCreators(
  db: ReadableDb,
  {
    campaigns = null,
    creators = null,
  }: { readonly campaigns?: readonly string[] | null; readonly creators?: readonly string[] | null } = {},
): CampaignCreatorRow[] {
  const list = (ids: readonly string[] | null) => (ids === null ? null : JSON.stringify(ids))
  return db.$client
    .prepare<[{ campaigns: string | null; creators: string | null }], CampaignCreatorRow>(
      `SELECT id, campaign_id AS campaignId, creator_id AS creatorId, state, joined_on AS joinedOn, rate, owner, note
       FROM shown_campaign_creators
       WHERE campaign_id IS NOT NULL AND creator_id IS NOT NULL
         AND (@campaigns IS NULL OR campaign_id IN (SELECT value FROM json_each(@campaigns)))
         AND (@creators IS NULL OR creator_id IN (SELECT value FROM json_each(@creators))) ORDER BY id`,
    )
    .all({ campaigns: list(campaigns), creators: list(creators) })
}

export interface PayTermRow {
  readonly id: string
  readonly campaignId: string
  readonly creatorId: string | null
  readonly model: string | null
  /** JSON. */
  readonly terms: string | null
  readonly currency: string | null
  readonly fromDay: string | null
  readonly toDay: string | null
  readonly note: string | null
}

/** Terms of a campaign: those of everybody first. */
export function listPayTerms(db: ReadableDb, campaignId: string): PayTermRow[] {
  return db.$client
    .prepare<[string], PayTermRow>(
      `SELECT id, campaign_id AS campaignId, creator_id AS creatorId, model, terms, currency, from_day AS fromDay, to_day AS toDay, note
       FROM shown_pay_terms WHERE campaign_id = ? ORDER BY creator_id IS NOT NULL, from_day, id`,
    )
    .all(campaignId)
}

/** Names of creators by id, living or not. */
export function creatorNames(
  db: ReadableDb,
  ids: readonly string[],
): ReadonlyMap<string, { readonly handle: string; readonly displayName: string | null }> {
  const rows = db.$client
    .prepare<[string], { id: string; handle: string | null; displayName: string | null }>(
      `SELECT id, handle, display_name AS displayName FROM creators WHERE id IN (SELECT value FROM json_each(?))`,
    )
    .all(JSON.stringify(ids))
  return new Map(rows.map(({ id, handle, displayName }) => [id, { handle: handle ?? id, displayName }]))
}

/** Samples of a campaign, counted by creator as they are written. */
export function samplesByCreator(db: ReadableDb, campaignId: string): ReadonlyMap<string, number> {
  const rows = db.$client
    .prepare<[string], { creatorId: string; n: number }>(
      `SELECT creator_id AS creatorId, count(*) AS n FROM shown_samples
       WHERE campaign_id = ? AND creator_id IS NOT NULL GROUP BY creator_id`,
    )
    .all(campaignId)
  return new Map(rows.map(({ creatorId, n }) => [creatorId, n]))
}

/** A product's category in a shop; null where nobody named one. */
export function categoryOf(db: ReadableDb, shopId: string, productId: string): string | null {
  return (
    db.$client
      .prepare<[string, string], string | null>(
        `SELECT category FROM products WHERE _del = 0 AND shop_id = ? AND product_id = ? ORDER BY id`,
      )
      .pluck()
      .get(shopId, productId) ?? null
  )
}

/** A record that the history of a campaign tells of. */
export interface CampaignRecord {
  readonly entity: 'campaigns' | 'campaignRates' | 'campaignProducts' | 'campaignCreators' | 'payTerms'
  readonly id: string
  readonly productId: string | null
  readonly category: string | null
  readonly creatorId: string | null
}

/** Every record of a campaign, deleted ones too. */
export function recordsOfCampaign(db: ReadableDb, campaignId: string): CampaignRecord[] {
  return db.$client
    .prepare<[{ campaignId: string }], CampaignRecord>(
      `SELECT 'campaigns' AS entity, @campaignId AS id, NULL AS productId, NULL AS category, NULL AS creatorId
       UNION ALL SELECT 'campaignRates', id, product_id, category, NULL FROM campaign_rates WHERE campaign_id = @campaignId
       UNION ALL SELECT 'campaignProducts', id, product_id, NULL, NULL FROM campaign_products WHERE campaign_id = @campaignId
       UNION ALL SELECT 'campaignCreators', id, NULL, NULL, creator_id FROM campaign_creators WHERE campaign_id = @campaignId
       UNION ALL SELECT 'payTerms', id, NULL, NULL, creator_id FROM pay_terms WHERE campaign_id = @campaignId`,
    )
    .all({ campaignId })
}

/** The campaign of living terms; null where there are none of this id. */
export function findPayTerm(db: ReadableDb, id: string): string | null {
  return (
    db.$client.prepare<[string], string>('SELECT campaign_id FROM shown_pay_terms WHERE id = ?').pluck().get(id) ?? null
  )
}

/** Names of a shop's products by TikTok's number; of those that have one. */
export function productNames(db: ReadableDb, shopId: string, products: readonly string[]): ReadonlyMap<string, string> {
  const rows = db.$client
    .prepare<[string, string], { productId: string; name: string }>(
      `SELECT product_id AS productId, name FROM products
       WHERE _del = 0 AND name IS NOT NULL AND shop_id = ? AND product_id IN (SELECT value FROM json_each(?))`,
    )
    .all(shopId, JSON.stringify(products))
  return new Map(rows.map(({ productId, name }) => [productId, name]))
}
