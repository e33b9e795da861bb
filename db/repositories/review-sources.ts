/** What a review is held against: the brief that the creator got; and what became of it. */

import type { ReadableDb } from '../database'

export interface ReviewBriefRow {
  readonly title: string | null
  readonly version: number
  /** JSON. */
  readonly body: string | null
}

/** The brief that a creator got last of a campaign (else of the shop); where none was sent, the campaign's newest. */
export function briefFor(
  db: ReadableDb,
  of: { readonly shopId: string; readonly campaignId: string | null; readonly creatorIds: readonly string[] },
): ReviewBriefRow | undefined {
  const sent = db.$client
    .prepare<[string, string, string | null, string | null], ReviewBriefRow>(
      `SELECT b.title, coalesce(v.version, 1) AS version, v.body FROM shown_brief_sends s
       JOIN brief_versions v ON v.id = s.brief_version_id AND v._del = 0 JOIN briefs b ON b.id = v.brief_id AND b._del = 0
       WHERE s._del = 0 AND s.creator_id IN (SELECT value FROM json_each(?)) AND b.shop_id = ?
         AND (? IS NULL OR b.campaign_id = ?) ORDER BY s."at" DESC, s.id DESC LIMIT 1`,
    )
    .get(JSON.stringify(of.creatorIds), of.shopId, of.campaignId, of.campaignId)
  if (sent !== undefined || of.campaignId === null) return sent
  return db.$client
    .prepare<[string], ReviewBriefRow>(
      `SELECT b.title, coalesce(v.version, 1) AS version, v.body FROM shown_brief_versions v JOIN shown_briefs b ON b.id = v.brief_id
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
      'SELECT id, url, content_id AS contentId FROM shown_contents WHERE id = ? AND _del = 0',
    )
    .get(id)
}
