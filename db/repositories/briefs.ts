/** Briefs, their versions, and who got which, as queries see them. */

import type { ReadableDb } from '../database'

export interface BriefRow {
  readonly id: string
  readonly shopId: string
  readonly campaignId: string | null
  readonly campaignName: string | null
  readonly title: string | null
  readonly contentForm: string | null
  readonly slots: number | null
  readonly deadline: string | null
  readonly archived: number | null
  readonly note: string | null
}

export interface BriefFilter {
  readonly id?: string | undefined
  readonly shopId?: string | undefined
  readonly campaignId?: string | undefined
  readonly archived?: boolean | undefined
  readonly search?: string | undefined
}

/** Briefs, the nearest deadline first. */
export function listBriefs(db: ReadableDb, filter: BriefFilter = {}): BriefRow[] {
  return db.$client
    .prepare<unknown[], BriefRow>(
      `SELECT b.id, b.shop_id AS shopId, b.campaign_id AS campaignId, c.name AS campaignName, b.title, b.content_form AS contentForm,
         b.slots, b.deadline, b.archived, b.note
       FROM shown_briefs b LEFT JOIN campaigns c ON c.id = b.campaign_id AND c._del = 0
       WHERE b.shop_id IS NOT NULL AND (@id IS NULL OR b.id = @id) AND (@shopId IS NULL OR b.shop_id = @shopId)
         AND (@campaignId IS NULL OR b.campaign_id = @campaignId) AND (@archived = 1 OR coalesce(b.archived, 0) = 0)
         AND (@search = '' OR instr(lower(coalesce(b.title, '')), @search) > 0)
       ORDER BY coalesce(b.archived, 0), b.deadline IS NULL, b.deadline, b.id`,
    )
    .all({
      id: filter.id ?? null,
      shopId: filter.shopId ?? null,
      campaignId: filter.campaignId ?? null,
      archived: filter.archived === false ? 0 : 1,
      search: (filter.search ?? '').trim().toLowerCase(),
    })
}

export interface BriefVersionRow {
  readonly id: string
  readonly briefId: string
  readonly version: number
  /** JSON. */
  readonly body: string
  readonly person: string | null
  readonly at: number
}

/** Every version of these briefs. */
export function listBriefVersions(db: ReadableDb, briefs: readonly string[]): BriefVersionRow[] {
  return db.$client
    .prepare<[string], BriefVersionRow>(
      `SELECT id, brief_id AS briefId, version, body, person, at FROM shown_brief_versions
       WHERE brief_id IN (SELECT value FROM json_each(?)) AND version IS NOT NULL AND body IS NOT NULL AND at IS NOT NULL
       ORDER BY version, at, id`,
    )
    .all(JSON.stringify(briefs))
}

export interface BriefSendRow {
  readonly id: string
  readonly briefId: string
  readonly briefVersionId: string
  readonly creatorId: string
  readonly at: number
  readonly language: string | null
  readonly channel: string | null
  readonly person: string | null
}

/** Everything that was sent of these briefs, oldest first. */
export function listBriefSends(db: ReadableDb, briefs: readonly string[]): BriefSendRow[] {
  return db.$client
    .prepare<[string], BriefSendRow>(
      `SELECT id, brief_id AS briefId, brief_version_id AS briefVersionId, creator_id AS creatorId, at, language, channel, person
       FROM shown_brief_sends
       WHERE brief_id IN (SELECT value FROM json_each(?)) AND brief_version_id IS NOT NULL AND creator_id IS NOT NULL AND at IS NOT NULL
       ORDER BY at, id`,
    )
    .all(JSON.stringify(briefs))
}

export interface ClaimLineRow {
  readonly id: string
  readonly productId: string
  readonly market: string
  readonly kind: string
  readonly text: string
  readonly language: string | null
}

/** What claim sheets say of these products, in this market or in every one. */
export function claimLines(
  db: ReadableDb,
  {
    shopId,
    products,
    market,
  }: { readonly shopId: string; readonly products: readonly string[]; readonly market: string },
): ClaimLineRow[] {
  return db.$client
    .prepare<[string, string, string], ClaimLineRow>(
      `SELECT id, product_id AS productId, market, kind, text, language FROM product_claims
       WHERE _del = 0 AND shop_id = ? AND product_id IN (SELECT value FROM json_each(?)) AND market IN ('*', ?) AND coalesce(archived, 0) = 0
         AND kind IS NOT NULL AND text IS NOT NULL
       ORDER BY product_id, kind, id`,
    )
    .all(shopId, JSON.stringify(products), market)
}
