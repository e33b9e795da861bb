/** What the list of creators is made of, read for a range of ids (to go through all in slices) or for a few. */

import type { ReadableDb } from '../database'
import { prepared } from '../prepared'

/** Ids after `after` up to and with `upTo`; or exactly these. */
export type Which = { readonly after: string; readonly upTo: string } | { readonly ids: readonly string[] }

export interface CreatorProfileRow {
  readonly id: string
  readonly handle: string | null
  readonly displayName: string | null
  readonly market: string | null
  readonly remark: string | null
  /** JSON. */
  readonly tags: string | null
  readonly platformId: string | null
  readonly language: string | null
  readonly category: string | null
  readonly audienceMarket: string | null
  readonly audienceLanguage: string | null
  readonly agent: string | null
  readonly preferredChannel: string | null
  readonly timezone: string | null
  readonly starred: number | null
}

export interface ShopWorkRow {
  readonly id: string
  readonly creatorId: string
  readonly shopId: string
  readonly stage: string | null
  readonly stageSince: number | null
  readonly owner: string | null
  readonly rate: number | null
  /** JSON. */
  readonly tags: string | null
  readonly permission: string | null
  readonly blockedBy: string | null
  readonly note: string | null
}

export interface ContactRow {
  readonly id: string
  readonly creatorId: string
  readonly at: number
  readonly person: string | null
  readonly kind: string | null
  readonly shopId: string | null
}

export interface OpenTaskRow {
  readonly id: string
  readonly creatorId: string
  readonly kind: string | null
  readonly title: string | null
  readonly due: number | null
  readonly owner: string | null
  readonly shopId: string | null
}

/** The id at which a slice of at most `size` living creators after `after` ends, or null where there are none. */
export function sliceEnd(db: ReadableDb, after: string, size: number): string | null {
  return (
    db.$client
      .prepare<[string, number], string>(
        'SELECT max(id) FROM (SELECT id FROM creators WHERE id > ? AND _del = 0 ORDER BY id LIMIT ?)',
      )
      .pluck()
      .get(after, size) ?? null
  )
}

/** Living creators, merged ones too. */
export function profileRows(db: ReadableDb, which: Which): CreatorProfileRow[] {
  return rows(
    db,
    which,
    'c.id',
    `SELECT c.id, c.handle, c.display_name AS displayName, c.market, c.remark, c.tags, c.platform_id AS platformId, c.language,
       c.category, c.audience_market AS audienceMarket, c.audience_language AS audienceLanguage, c.agent,
       c.preferred_channel AS preferredChannel, c.timezone, c.starred
     FROM creators c WHERE c._del = 0`,
  )
}

/** How living shops work with them. */
export function shopWorkRows(db: ReadableDb, which: Which): ShopWorkRow[] {
  return rows(
    db,
    which,
    'w.creator_id',
    `SELECT w.id, w.creator_id AS creatorId, w.shop_id AS shopId, w.stage, w.stage_since AS stageSince, w.owner, w.rate, w.tags,
       w.permission, w.blocked_by AS blockedBy, w.note
     FROM shop_creators w WHERE w._del = 0 AND w.shop_id IS NOT NULL`,
  )
}

/** The last thing that was said to or by each of them; SQLite takes the other columns from the row of the maximum. */
export function lastContactRows(db: ReadableDb, which: Which): ContactRow[] {
  return rows(
    db,
    which,
    't.creator_id',
    `SELECT t.id, t.creator_id AS creatorId, max(t.at) AS at, t.person, t.kind, t.shop_id AS shopId
     FROM touches t WHERE t._del = 0 AND t.at IS NOT NULL AND coalesce(t.kind, '') <> 'note'`,
    'GROUP BY t.creator_id',
  )
}

/** Open and waiting tasks, the first due first. */
export function openTaskRows(db: ReadableDb, which: Which): OpenTaskRow[] {
  return rows(
    db,
    which,
    't.creator_id',
    `SELECT t.id, t.creator_id AS creatorId, t.kind, t.title, max(t.due, coalesce(t.snoozed_until, t.due)) AS due, t.owner, t.shop_id AS shopId
     FROM tasks t WHERE t._del = 0 AND t.state IN ('open', 'waiting')`,
    'ORDER BY due IS NULL, due, t.id',
  )
}

/** Shops whose live files name them. */
export function namedByShops(
  db: ReadableDb,
  which: Which,
): readonly { readonly creatorId: string; readonly shopId: string }[] {
  return rows(
    db,
    which,
    'd.id',
    `SELECT DISTINCT d.id AS creatorId, s.id AS shopId FROM dim_creators d
     CROSS JOIN fact_batch_dims f ON f.kind = 1 AND f.dim_no = d.no
     JOIN fact_batches b ON b.no = f.batch_no AND b.live = 1 JOIN dim_shops s ON s.no = b.shop_no WHERE true`,
  )
}

/** Every imported file and whether it counts: what creators that only files name, and numbers of shops, follow from. */
export function fileStates(db: ReadableDb): ReadonlyMap<number, number> {
  const files = db.$client
    .prepare<[], { no: number; live: number }>('SELECT no, live FROM fact_batches ORDER BY no')
    .all()
  return new Map(files.map(({ no, live }) => [no, live]))
}

/** The creators whom these files name. */
export function namedByFiles(db: ReadableDb, files: readonly number[]): string[] {
  return db.$client
    .prepare<[string], string>(
      `SELECT DISTINCT d.id FROM fact_batch_dims f JOIN dim_creators d ON d.no = f.dim_no
       WHERE f.kind = 1 AND f.batch_no IN (SELECT value FROM json_each(?))`,
    )
    .pluck()
    .all(JSON.stringify(files))
}

const OWNED = {
  shopCreators: 'shop_creators',
  creatorMetrics: 'creator_metrics',
  touches: 'touches',
  tasks: 'tasks',
} as const
export type OwnedEntity = keyof typeof OWNED

export function isOwned(entity: string): entity is OwnedEntity {
  return Object.hasOwn(OWNED, entity)
}

/** Of whom these records are now, deleted ones too. */
export function ownersOf(db: ReadableDb, entity: OwnedEntity, ids: readonly string[]): string[] {
  return db.$client
    .prepare<[string], string>(
      `SELECT DISTINCT creator_id FROM ${OWNED[entity]} WHERE creator_id IS NOT NULL AND id IN (SELECT value FROM json_each(?))`,
    )
    .pluck()
    .all(JSON.stringify(ids))
}

function rows<R>(db: ReadableDb, which: Which, column: string, select: string, end = ''): R[] {
  const [condition, values] =
    'ids' in which
      ? [`${column} IN (SELECT value FROM json_each(?))`, [JSON.stringify(which.ids)]]
      : [`${column} > ? AND ${column} <= ?`, [which.after, which.upTo]]
  // The columns of each statement are those of its row type.
  return prepared(db.$client, `${select} AND ${condition} ${end}`).all(...values) as R[]
}
