/** The prepared statements with which large lists are written; each write is captured like every other. */

import type { WritableDb } from '../database'
import { keepCreator } from './creators'

/** Adds the creator, or brings a deleted one back; one that imports alone had named stays from now on. */
export type CreatorWriter = (id: string, handle: string) => void

export function openCreatorWriter(tx: WritableDb): CreatorWriter {
  const sqlite = tx.$client
  const state = sqlite.prepare<[string], { deleted: number; flag: number }>(
    'SELECT _del AS deleted, _flag AS flag FROM creators WHERE id = ?',
  )
  const add = sqlite.prepare('INSERT INTO creators (id, handle) VALUES (?, ?)')
  const back = sqlite.prepare('UPDATE creators SET _del = 0 WHERE id = ?')
  return (id, handle) => {
    const known = state.get(id)
    if (known === undefined) add.run(id, handle)
    else if (known.deleted === 1) back.run(id)
    else if (known.flag === 1) keepCreator(tx, id)
  }
}

/** Fields of a post that a list may fill where they are blank. */
export const POST_FIELDS = ['creatorId', 'shopId', 'url', 'title', 'postedAt', 'postedDay', 'seconds'] as const
export type PostField = (typeof POST_FIELDS)[number]
const POST_SQL: Readonly<Record<PostField, string>> = {
  creatorId: 'creator_id',
  shopId: 'shop_id',
  url: 'url',
  title: 'title',
  postedAt: 'posted_at',
  postedDay: 'posted_day',
  seconds: 'seconds',
}

export type PostValues = Readonly<Record<PostField, string | number | null>>

export interface PostWriter {
  add(id: string, kind: 'video' | 'live', videoId: string | null, values: PostValues): void
  /** A deleted one comes back. */
  fill(id: string, field: PostField, value: string | number): void
  back(id: string): void
  figures(id: string, contentId: string, productId: string | null, packed: string): void
}

export function openPostWriter(tx: WritableDb, listId: string): PostWriter {
  const sqlite = tx.$client
  const columns = POST_FIELDS.map((field) => POST_SQL[field])
  const add = sqlite.prepare(
    `INSERT INTO contents (id, kind, content_id, ${columns.join(', ')}) VALUES (?, ?, ?, ${columns.map(() => '?').join(', ')})`,
  )
  const fill = new Map(
    POST_FIELDS.map((field) => [field, sqlite.prepare(`UPDATE contents SET ${POST_SQL[field]} = ? WHERE id = ?`)]),
  )
  const back = sqlite.prepare('UPDATE contents SET _del = 0 WHERE id = ?')
  const figures = sqlite.prepare(
    `INSERT INTO content_figures (id, content_id, list_id, product_id, "values") VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET _del = 0 WHERE _del = 1`,
  )
  const normal = (value: string | number | null) => (typeof value === 'string' ? value.normalize('NFC') : value)
  return {
    add: (id, kind, videoId, values) =>
      void add.run(id, kind, videoId, ...POST_FIELDS.map((field) => normal(values[field]))),
    fill: (id, field, value) => void fill.get(field)?.run(normal(value), id),
    back: (id) => void back.run(id),
    figures: (id, contentId, productId, packed) => void figures.run(id, contentId, listId, productId, packed),
  }
}
