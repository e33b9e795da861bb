/** What a review is held against: the product's claim sheet, the brief that the creator got; and what became of it. */

import type { ReadableDb } from '../database'

export interface ClaimLine {
  readonly id: string
  readonly kind: string | null
  readonly text: string
  /** JSON. */
  readonly terms: string | null
  readonly market: string
  readonly language: string | null
  readonly proofExpires: string | null
}

/** What the claim sheet of a product says for a market and for every one. */
export function claimLines(
  db: ReadableDb,
  of: { readonly shopId: string; readonly productId: string; readonly market: string },
): ClaimLine[] {
  return db.$client
    .prepare<[string, string, string], ClaimLine>(
      `SELECT id, kind, coalesce("text", '') AS "text", terms, coalesce(market, '*') AS market, language, proof_expires AS proofExpires
       FROM product_claims WHERE _del = 0 AND coalesce(archived, 0) = 0 AND shop_id = ? AND product_id = ? AND market IN ('*', ?)
       ORDER BY CASE kind WHEN 'mustSay' THEN 0 WHEN 'disclosure' THEN 1 WHEN 'forbidden' THEN 2 ELSE 3 END, "text", id`,
    )
    .all(of.shopId, of.productId, of.market)
}

export interface BriefRow {
  readonly title: string | null
  readonly version: number
  /** JSON. */
  readonly body: string | null
}

/** The brief that a creator got last of a campaign (else of the shop); where none was sent, the campaign's newest. */
export function briefFor(
  db: ReadableDb,
  of: { readonly shopId: string; readonly campaignId: string | null; readonly creatorIds: readonly string[] },
): BriefRow | undefined {
  const sent = db.$client
    .prepare<[string, string, string | null, string | null], BriefRow>(
      `SELECT b.title, coalesce(v.version, 1) AS version, v.body FROM brief_sends s
       JOIN brief_versions v ON v.id = s.brief_version_id AND v._del = 0 JOIN briefs b ON b.id = v.brief_id AND b._del = 0
       WHERE s._del = 0 AND s.creator_id IN (SELECT value FROM json_each(?)) AND b.shop_id = ?
         AND (? IS NULL OR b.campaign_id = ?) ORDER BY s."at" DESC, s.id DESC LIMIT 1`,
    )
    .get(JSON.stringify(of.creatorIds), of.shopId, of.campaignId, of.campaignId)
  if (sent !== undefined || of.campaignId === null) return sent
  return db.$client
    .prepare<[string], BriefRow>(
      `SELECT b.title, coalesce(v.version, 1) AS version, v.body FROM brief_versions v JOIN briefs b ON b.id = v.brief_id
       WHERE v._del = 0 AND b._del = 0 AND b.campaign_id = ? ORDER BY v.version DESC, v."at" DESC, v.id DESC LIMIT 1`,
    )
    .get(of.campaignId)
}

/** A video or LIVE that is recorded. */
export function contentLink(
  db: ReadableDb,
  id: string,
): { readonly id: string; readonly url: string | null; readonly contentId: string | null } | undefined {
  return db.$client
    .prepare<[string], { id: string; url: string | null; contentId: string | null }>(
      'SELECT id, url, content_id AS contentId FROM contents WHERE id = ? AND _del = 0',
    )
    .get(id)
}
