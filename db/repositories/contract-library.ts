/** The agency's own clauses and templates of contracts, as they are stored. */

import type { ReadableDb } from '../database'
import { prepared } from '../prepared'

export interface ClauseRow {
  readonly id: string
  readonly key: string
  readonly topic: string | null
  readonly risk: string | null
  readonly titleZh: string | null
  readonly titleEn: string | null
  readonly textZh: string | null
  readonly textEn: string | null
  readonly archived: number | null
}

export function clauseRows(db: ReadableDb): readonly ClauseRow[] {
  return prepared(
    db.$client,
    `SELECT id, "key", topic, risk, title_zh AS titleZh, title_en AS titleEn, text_zh AS textZh, text_en AS textEn, archived
     FROM contract_clauses WHERE _del = 0 AND "key" IS NOT NULL ORDER BY "key", id`,
  ).all() as ClauseRow[]
}

export interface TemplateRow {
  readonly id: string
  readonly key: string
  readonly name: string | null
  readonly kind: string | null
  /** JSON. */
  readonly clauses: string | null
  readonly archived: number | null
}

export function templateRows(db: ReadableDb): readonly TemplateRow[] {
  return prepared(
    db.$client,
    `SELECT id, "key", name, kind, clauses, archived FROM contract_templates WHERE _del = 0 AND "key" IS NOT NULL ORDER BY "key", id`,
  ).all() as TemplateRow[]
}
