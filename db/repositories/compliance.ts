/** Own rules of the linter and script templates, as queries see them. */

import { asc, eq } from 'drizzle-orm'

import type { ReadableDb } from '../database'
import { complianceRules, scriptTemplates } from '../schema/reviews'

/** Living own rules by key. */
export function listComplianceRules(db: ReadableDb) {
  const { id, key, market, category, language, level, terms, reason, source, safer, off, note } = complianceRules
  return db
    .select({ id, key, market, category, language, level, terms, reason, source, safer, off, note })
    .from(complianceRules)
    .where(eq(complianceRules.deleted, 0))
    .orderBy(asc(key), asc(id))
    .all()
}

/** Living templates by name, archived ones too. */
export function listScriptTemplates(db: ReadableDb) {
  const { id, name, kind, category, market, language, contentForm, body, mustSay, maySay, neverSay } = scriptTemplates
  const { freedom, signedOffBy, signedOffOn, archived, note } = scriptTemplates
  const said = { body, mustSay, maySay, neverSay, freedom }
  return db
    .select({
      id,
      name,
      kind,
      category,
      market,
      language,
      contentForm,
      ...said,
      signedOffBy,
      signedOffOn,
      archived,
      note,
    })
    .from(scriptTemplates)
    .where(eq(scriptTemplates.deleted, 0))
    .orderBy(asc(name), asc(id))
    .all()
}

/** The category that a product is listed under; null where nobody named one. */
export function productCategory(db: ReadableDb, shopId: string, productId: string): string | null {
  return (
    db.$client
      .prepare<[string, string], string | null>(
        'SELECT category FROM products WHERE _del = 0 AND shop_id = ? AND product_id = ? ORDER BY id LIMIT 1',
      )
      .pluck()
      .get(shopId, productId) ?? null
  )
}
