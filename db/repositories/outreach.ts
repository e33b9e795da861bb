/** What was said, templates and batch sheets, as queries see them. */

import type { Said } from '../../shared/domain/reply-rates'
import type { ReadableDb } from '../database'

export interface TouchFilter {
  readonly shopId?: string | undefined
  readonly creatorIds?: readonly string[] | undefined
  readonly kind?: string | undefined
  readonly person?: string | undefined
  readonly search: string
}

export interface TouchRow {
  readonly id: string
  readonly creatorId: string
  readonly handle: string | null
  readonly shopId: string | null
  readonly at: number
  readonly kind: string
  readonly channel: string | null
  readonly templateName: string | null
  readonly text: string | null
  readonly person: string | null
}

const TOUCHES = `FROM shown_touches t LEFT JOIN creators c ON c.id = t.creator_id
  WHERE t.at IS NOT NULL AND t.kind IS NOT NULL AND t.creator_id IS NOT NULL`

/** One page of what was said, newest first, and how much there is in all. */
export function pageTouches(
  db: ReadableDb,
  filter: TouchFilter,
  page: { readonly offset: number; readonly limit: number },
): { rows: TouchRow[]; total: number } {
  const conditions: string[] = []
  const values: string[] = []
  const where = (condition: string, value: string | undefined): void => {
    if (value === undefined) return
    conditions.push(` AND ${condition}`)
    values.push(value)
  }
  const search = filter.search.trim().toLowerCase()
  where('t.shop_id = ?', filter.shopId)
  where('t.creator_id IN (SELECT value FROM json_each(?))', filter.creatorIds && JSON.stringify(filter.creatorIds))
  where('t.kind = ?', filter.kind)
  where('t.person = ?', filter.person)
  where(
    `instr(coalesce(c.handle, '') || ' ' || lower(coalesce(t.text, '')), ?) > 0`,
    search === '' ? undefined : search,
  )
  const narrowed = TOUCHES + conditions.join('')
  const rows = db.$client
    .prepare<unknown[], TouchRow>(
      `SELECT t.id, t.creator_id AS creatorId, c.handle, t.shop_id AS shopId, t.at, t.kind, t.channel,
         (SELECT n.name FROM templates n WHERE n.id = t.template_id) AS templateName, t.text, t.person
       ${narrowed} ORDER BY t.at DESC, t.id DESC LIMIT ? OFFSET ?`,
    )
    .all(...values, page.limit, page.offset)
  const total =
    db.$client
      .prepare<unknown[], number>(`SELECT count(*) ${narrowed}`)
      .pluck()
      .get(...values) ?? 0
  return { rows, total }
}

/** Every message and reply, for reply rates. */
export function messagesAndReplies(db: ReadableDb): Said[] {
  return db.$client
    .prepare<[], Said>(
      `SELECT creator_id AS creator, shop_id AS shopId, at, kind, template_version_id AS versionId FROM shown_touches
       WHERE kind IN ('sent', 'replied') AND at IS NOT NULL AND creator_id IS NOT NULL ORDER BY at, id`,
    )
    .all()
}

export interface ShopTouch {
  readonly creatorId: string
  readonly at: number
  readonly kind: string
  readonly channel: string | null
}

/** Messages and replies of one shop, oldest first. */
export function shopTouches(db: ReadableDb, shopId: string): ShopTouch[] {
  return db.$client
    .prepare<[string], ShopTouch>(
      `SELECT creator_id AS creatorId, at, kind, channel FROM shown_touches
       WHERE shop_id = ? AND kind IN ('sent', 'replied') AND at IS NOT NULL AND creator_id IS NOT NULL ORDER BY at, id`,
    )
    .all(shopId)
}

export interface TemplateRow {
  readonly id: string
  readonly name: string | null
  readonly channel: string | null
  readonly shopId: string | null
  readonly archived: number | null
  readonly order: number | null
  readonly note: string | null
}

/** Living templates in their order. */
export function listTemplates(db: ReadableDb): TemplateRow[] {
  return db.$client
    .prepare<[], TemplateRow>(
      `SELECT id, name, channel, shop_id AS shopId, archived, "order", note FROM templates WHERE _del = 0
       ORDER BY coalesce("order", 0), name, id`,
    )
    .all()
}

export interface VersionRow {
  readonly id: string
  readonly templateId: string
  readonly language: string
  readonly version: number
  readonly body: string
}

/** Every text of these templates; of all where none are named. */
export function listVersions(db: ReadableDb, templateId: string | null = null): VersionRow[] {
  return db.$client
    .prepare<[string | null, string | null], VersionRow>(
      `SELECT id, template_id AS templateId, language, version, body FROM shown_template_versions
       WHERE template_id IS NOT NULL AND language IS NOT NULL AND version IS NOT NULL AND body IS NOT NULL
         AND (? IS NULL OR template_id = ?) ORDER BY version DESC, id DESC`,
    )
    .all(templateId, templateId)
}

export interface BatchRow {
  readonly id: string
  readonly shopId: string
  readonly name: string | null
  readonly owner: string | null
  readonly at: number | null
  readonly channel: string | null
  readonly templateId: string | null
  readonly blockSize: number | null
  /** JSON. */
  readonly creators: string | null
  readonly closed: number | null
  /** JSON. */
  readonly values: string | null
}

/** Sheets, newest first. */
export function listBatches(db: ReadableDb, only: { readonly id?: string; readonly shopId?: string } = {}): BatchRow[] {
  return db.$client
    .prepare<unknown[], BatchRow>(
      `SELECT id, shop_id AS shopId, name, owner, at, channel, template_id AS templateId, block_size AS blockSize, creators, closed,
         "values" FROM shown_batches
       WHERE shop_id IS NOT NULL AND (? IS NULL OR id = ?) AND (? IS NULL OR shop_id = ?) ORDER BY at DESC, id DESC`,
    )
    .all(only.id ?? null, only.id ?? null, only.shopId ?? null, only.shopId ?? null)
}

export interface SentBlock {
  /** `id#number`. */
  readonly batch: string
  readonly sent: number
  readonly at: number
  readonly by: string | null
}

/** Blocks that touches name, of all sheets. */
export function sentBlocks(db: ReadableDb): SentBlock[] {
  return db.$client
    .prepare<[], SentBlock>(
      `SELECT batch, count(*) AS sent, min(at) AS at, min(person) AS by FROM shown_touches
       WHERE batch IS NOT NULL AND at IS NOT NULL GROUP BY batch`,
    )
    .all()
}
