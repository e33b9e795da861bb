/** Posts, links and campaigns as matching looks at them, in a few passes. */

import type { ReadableDb } from '../database'

export interface PostRow {
  readonly id: string
  readonly creatorId: string
  readonly campaignId: string | null
  readonly contentId: string | null
  readonly title: string | null
  readonly kind: string | null
  readonly shopId: string | null
  readonly postedAt: number | null
  readonly postedDay: string | null
}

/** Living posts of these creators (every name of theirs), those of `contentIds` alone where it is given. */
export function postsOfCreators(
  db: ReadableDb,
  creatorIds: readonly string[],
  contentIds: readonly string[] | null,
): PostRow[] {
  const which = contentIds === null ? '' : 'AND id IN (SELECT value FROM json_each(?))'
  return db.$client
    .prepare<unknown[], PostRow>(
      `SELECT id, creator_id AS creatorId, campaign_id AS campaignId, content_id AS contentId, title, kind, shop_id AS shopId,
         posted_at AS postedAt, posted_day AS postedDay
       FROM shown_contents WHERE creator_id IN (SELECT value FROM json_each(?)) ${which} ORDER BY id`,
    )
    .all(JSON.stringify(creatorIds), ...(contentIds === null ? [] : [JSON.stringify(contentIds)]))
}

/** What living lists show in posts: `[contentId, shopId, productId]`, each once. */
export function productsInPosts(db: ReadableDb, contentIds: readonly string[]): [string, string, string | null][] {
  return db.$client
    .prepare<[string], [string, string, string | null]>(
      `SELECT DISTINCT f.content_id, coalesce(f.shop_id, l.shop_id), f.product_id
       FROM content_figures f LEFT JOIN content_lists l ON l.id = f.list_id
       WHERE f._del = 0 AND (f.list_id IS NULL OR l._del = 0) AND coalesce(f.shop_id, l.shop_id) IS NOT NULL
         AND f.content_id IN (SELECT value FROM json_each(?))`,
    )
    .raw()
    .all(JSON.stringify(contentIds))
}

export interface PairRow {
  readonly sampleId: string
  readonly contentId: string
  readonly removed: number
}

/** Every link of these posts to samples, those that somebody took away too. */
export function pairsOfPosts(db: ReadableDb, contentIds: readonly string[]): PairRow[] {
  return db.$client
    .prepare<[string], PairRow>(
      `SELECT sample_id AS sampleId, content_id AS contentId, _del AS removed FROM sample_posts
       WHERE content_id IN (SELECT value FROM json_each(?)) AND sample_id IS NOT NULL`,
    )
    .all(JSON.stringify(contentIds))
}

export interface CampaignRow {
  readonly id: string
  readonly name: string
  readonly shopId: string
  readonly fromDay: string | null
  readonly toDay: string | null
}

/** Living campaigns that have begun, whatever their state is by now. */
export function campaignsToMatch(db: ReadableDb): CampaignRow[] {
  return db.$client
    .prepare<[], CampaignRow>(
      `SELECT id, coalesce(name, '') AS name, shop_id AS shopId, from_day AS fromDay, to_day AS toDay FROM campaigns
       WHERE _del = 0 AND shop_id IS NOT NULL AND coalesce(state, 'draft') <> 'draft' ORDER BY id`,
    )
    .all()
}

/** `[campaignId, productId]`. */
export function productsOfCampaigns(db: ReadableDb): [string, string][] {
  return db.$client
    .prepare<[], [string, string]>(
      'SELECT campaign_id, product_id FROM shown_campaign_products WHERE campaign_id IS NOT NULL AND product_id IS NOT NULL',
    )
    .raw()
    .all()
}

/** `[campaignId, creatorId]` of those who take part, and did not decline or leave. */
export function creatorsOfCampaigns(db: ReadableDb): [string, string][] {
  return db.$client
    .prepare<[], [string, string]>(
      `SELECT campaign_id, creator_id FROM shown_campaign_creators
       WHERE campaign_id IS NOT NULL AND creator_id IS NOT NULL AND coalesce(state, 'active') NOT IN ('invited', 'declined', 'left')`,
    )
    .raw()
    .all()
}

/** Posts that a list names. */
export function contentsOfList(db: ReadableDb, listId: string): string[] {
  return db.$client
    .prepare<[string], string>(
      'SELECT DISTINCT content_id FROM content_figures WHERE list_id = ? AND _del = 0 AND content_id IS NOT NULL',
    )
    .pluck()
    .all(listId)
}
