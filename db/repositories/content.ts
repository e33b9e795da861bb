/** Posts as queries see them: pages of them, what was found out about each, which samples each answers. */

import { naturalId } from '../capture/derived'
import type { ReadableDb } from '../database'
import { prepared } from '../prepared'

export interface ContentRow {
  readonly id: string
  readonly kind: 'video' | 'live'
  readonly contentId: string | null
  readonly creatorId: string | null
  readonly handle: string | null
  readonly shopId: string | null
  readonly url: string | null
  readonly title: string | null
  readonly postedAt: number | null
  readonly postedDay: string | null
  readonly seconds: number | null
  readonly campaignId: string | null
  readonly campaign: string | null
  readonly note: string | null
}

export type ContentView = 'all' | 'toCheck' | 'unmatched' | 'gone'
export const CONTENT_SORTS = ['postedAt', 'title', 'handle'] as const
export type ContentSort = (typeof CONTENT_SORTS)[number]

export interface ContentFilter {
  readonly shopId: string | null
  /** All ids of one person; null: anybody's. */
  readonly creatorIds: readonly string[] | null
  readonly search: string
  readonly view: ContentView
}

/** The id of a video's record. */
export function videoRecordId(videoId: string): string {
  return naturalId('content', ['video', videoId])
}

const COLUMNS = `c.id, c.kind, c.content_id AS contentId, c.creator_id AS creatorId, k.handle, c.shop_id AS shopId, c.url, c.title,
  c.posted_at AS postedAt, c.posted_day AS postedDay, c.seconds, c.campaign_id AS campaignId, g.name AS campaign, c.note`
const FROM = `FROM shown_contents c LEFT JOIN creators k ON k.id = c.creator_id LEFT JOIN named_campaigns g ON g.id = c.campaign_id`

const GIVEN = 'EXISTS (SELECT 1 FROM shown_sample_posts p WHERE p.content_id = c.id)'
const VIEWS: Readonly<Record<ContentView, string>> = {
  all: '1',
  toCheck: `EXISTS (SELECT 1 FROM shown_sample_posts p WHERE p.content_id = c.id AND coalesce(p.verdict, 'open') = 'open')`,
  unmatched: `NOT ${GIVEN}`,
  gone: `(SELECT h.online FROM content_checks h WHERE h.content_id = c.id AND h._del = 0 AND h.online IS NOT NULL
    ORDER BY h."at" DESC, h.id DESC LIMIT 1) = 0`,
}

const SORTS: Readonly<Record<ContentSort, string>> = {
  postedAt: 'coalesce(c.posted_at, unixepoch(c.posted_day) * 1000)',
  title: "coalesce(c.title, '')",
  handle: "coalesce(k.handle, '')",
}

function wanted({ shopId, creatorIds, search, view }: ContentFilter): readonly [where: string, values: string[]] {
  const conditions = ["c.kind IN ('video', 'live')", VIEWS[view]]
  const values: string[] = []
  if (shopId !== null) {
    conditions.push('c.shop_id = ?')
    values.push(shopId)
  }
  if (creatorIds !== null) {
    conditions.push('c.creator_id IN (SELECT value FROM json_each(?))')
    values.push(JSON.stringify(creatorIds))
  }
  for (const word of search.trim().toLowerCase().split(/\s+/u).filter(Boolean)) {
    conditions.push(
      `instr(lower(coalesce(c.title, '') || ' ' || coalesce(k.handle, '') || ' ' || coalesce(c.content_id, '')), ?) > 0`,
    )
    values.push(word.replace(/^@/u, ''))
  }
  return [conditions.join(' AND '), values]
}

/** One page, and how many match; newest first unless asked otherwise. */
export function pageContents(
  db: ReadableDb,
  filter: ContentFilter,
  page: { readonly offset: number; readonly limit: number; readonly sort: ContentSort; readonly descending: boolean },
): { readonly rows: readonly ContentRow[]; readonly total: number } {
  const [where, values] = wanted(filter)
  const direction = page.descending ? 'DESC' : 'ASC'
  const rows = prepared(
    db.$client,
    `SELECT ${COLUMNS} ${FROM} WHERE ${where} ORDER BY ${SORTS[page.sort]} ${direction} NULLS LAST, c.id LIMIT ? OFFSET ?`,
  ).all(...values, page.limit, page.offset) as ContentRow[]
  return { rows, total: countContents(db, filter) }
}

/** Every id of a view, newest first. */
export function contentIds(db: ReadableDb, filter: ContentFilter): readonly string[] {
  const [where, values] = wanted(filter)
  return prepared(db.$client, `SELECT c.id ${FROM} WHERE ${where} ORDER BY ${SORTS.postedAt} DESC NULLS LAST, c.id`)
    .pluck()
    .all(...values) as string[]
}

export function countContents(db: ReadableDb, filter: ContentFilter): number {
  const [where, values] = wanted(filter)
  return prepared(db.$client, `SELECT count(*) ${FROM} WHERE ${where}`)
    .pluck()
    .get(...values) as number
}

export function contentRows(db: ReadableDb, ids: readonly string[]): readonly ContentRow[] {
  return prepared(
    db.$client,
    `SELECT ${COLUMNS} ${FROM} WHERE c.kind IN ('video', 'live') AND c.id IN (SELECT value FROM json_each(?))`,
  ).all(JSON.stringify(ids)) as ContentRow[]
}

export interface SamplePostRow {
  readonly id: string
  readonly sampleId: string
  readonly contentId: string
  readonly productId: string
  readonly productName: string | null
  readonly verdict: string | null
  readonly countsPlatform: number | null
  readonly countsUs: number | null
  readonly how: string | null
  readonly checkedAt: number | null
  readonly person: string | null
  readonly note: string | null
}

const POSTS = `SELECT p.id, p.sample_id AS sampleId, p.content_id AS contentId, coalesce(s.product_id, '') AS productId, d.name AS productName,
  p.verdict, p.counts_platform AS countsPlatform, p.counts_us AS countsUs, p.how, p.checked_at AS checkedAt, p.person, p.note
  FROM shown_sample_posts p JOIN shown_samples s ON s.id = p.sample_id
  LEFT JOIN products d ON d._del = 0 AND d.shop_id = s.shop_id AND d.product_id = s.product_id`

/** Which samples these contents answer. */
export function postsOfContents(db: ReadableDb, contentIds: readonly string[]): readonly SamplePostRow[] {
  return prepared(db.$client, `${POSTS} WHERE p.content_id IN (SELECT value FROM json_each(?)) ORDER BY p.id`).all(
    JSON.stringify(contentIds),
  ) as SamplePostRow[]
}

/** All posts of a sample, with what was said of them. */
export function postsOfSample(db: ReadableDb, sampleId: string): readonly SamplePostRow[] {
  return prepared(db.$client, `${POSTS} WHERE p.sample_id = ? ORDER BY p.id`).all(sampleId) as SamplePostRow[]
}

export function samplePosts(db: ReadableDb, ids: readonly string[]): readonly SamplePostRow[] {
  return prepared(db.$client, `${POSTS} WHERE p.id IN (SELECT value FROM json_each(?)) ORDER BY p.id`).all(
    JSON.stringify(ids),
  ) as SamplePostRow[]
}

export interface ContentCheckRow {
  readonly id: string
  readonly contentId: string
  readonly at: number
  readonly person: string | null
  readonly online: number | null
  readonly linkRight: number | null
  readonly brandNamed: number | null
  readonly disclosed: number | null
  readonly shown: number | null
  readonly promised: string | null
  readonly configured: string | null
  readonly note: string | null
}

/** What was found when somebody looked, newest first. */
export function checksOf(db: ReadableDb, contentIds: readonly string[]): readonly ContentCheckRow[] {
  return prepared(
    db.$client,
    `SELECT id, content_id AS contentId, "at", person, online, link_right AS linkRight, brand_named AS brandNamed, disclosed, shown,
       promised, configured, note
     FROM shown_content_checks WHERE "at" IS NOT NULL AND content_id IN (SELECT value FROM json_each(?)) ORDER BY "at" DESC, id DESC`,
  ).all(JSON.stringify(contentIds)) as ContentCheckRow[]
}

export interface ViolationRow {
  readonly id: string
  readonly contentId: string | null
  readonly creatorId: string | null
  readonly handle: string | null
  readonly shopId: string
  readonly day: string
  readonly rule: string
  readonly points: number | null
  readonly state: string | null
  readonly appealBy: string | null
  readonly lesson: string | null
  readonly note: string | null
}

/** Newest first. */
export function listViolations(
  db: ReadableDb,
  only: {
    readonly shopId: string | null
    readonly contentIds?: readonly string[]
    readonly creatorIds?: readonly string[]
  },
): readonly ViolationRow[] {
  const list = (ids: readonly string[] | undefined) => (ids === undefined ? null : JSON.stringify(ids))
  return prepared(
    db.$client,
    `SELECT v.id, v.content_id AS contentId, v.creator_id AS creatorId, k.handle, v.shop_id AS shopId, v.day, v.rule, v.points, v.state,
       v.appeal_by AS appealBy, v.lesson, v.note
     FROM shown_violations v LEFT JOIN creators k ON k.id = v.creator_id
     WHERE v.shop_id IS NOT NULL AND v.day IS NOT NULL AND v.rule IS NOT NULL AND v.shop_id = coalesce(@shop, v.shop_id)
       AND (@contents IS NULL OR v.content_id IN (SELECT value FROM json_each(@contents)))
       AND (@creators IS NULL OR v.creator_id IN (SELECT value FROM json_each(@creators)))
     ORDER BY v.day DESC, v.id DESC`,
  ).all({ shop: only.shopId, contents: list(only.contentIds), creators: list(only.creatorIds) }) as ViolationRow[]
}
