/** The library of message templates. */

import type { ReadableDb, WritableDb } from '../../../db/database'
import { listVersions } from '../../../db/repositories/outreach'
import type { Template } from '../../../shared/contract/outreach-templates'
import { newestTexts } from '../../../shared/domain/templates'
import { AppError } from '../../../shared/errors'
import type { WorkspaceContext } from '../context'
import { mergedCreators } from '../lookups/creators'
import { findShop } from '../lookups/shops'
import { addressees, allTemplates, filledText, ratesNow, toText } from '../outreach/texts'
import { os } from '../serve'
import { put, write } from '../support'

export const templates = {
  list: os.outreach.templates.list.handler(({ input: { shopId, archived }, context }) =>
    allTemplates(context.host.current().workspace.db, context.now()).filter(
      (template) =>
        (archived || !template.archived) && (shopId === null || template.shopId === null || template.shopId === shopId),
    ),
  ),

  versions: os.outreach.templates.versions.handler(({ input: { id }, context }) => {
    const { db } = context.host.current().workspace
    const rates = ratesNow(db, context.now())
    return listVersions(db, id).map((text) => toText(text, rates))
  }),

  put: os.outreach.templates.put.handler(async ({ input: { id, fields, texts }, context }) => {
    const { db } = context.host.current().workspace
    const label = id === undefined ? 'templates.add' : 'templates.update'
    const name = fields.name ?? (id === undefined ? '' : templateOf(context, db, id).name)
    const saved = await write(context, label, name, (tx) => {
      const template = put(context, tx, 'templates', id ?? null, fields)
      putTexts(context, tx, template, texts)
      return template
    })
    return templateOf(context, db, saved)
  }),

  filled: os.outreach.templates.filled.handler(({ input: { creatorId, shopId, values }, context }) => {
    const { db } = context.host.current().workspace
    const shop = shopId === null ? null : findShop(db, shopId)
    const living = mergedCreators(db).get(creatorId) ?? creatorId
    const addressee = addressees(db, [living], shop).get(living)
    if (!addressee) throw new AppError('record.notFound', { entity: 'creators', id: creatorId })
    const usable = allTemplates(db, context.now()).filter(
      (template) => !template.archived && (template.shopId === null || template.shopId === shopId),
    )
    // Those made for the shop come before those for all.
    const sorted = usable.toSorted((a, b) => Number(a.shopId === null) - Number(b.shopId === null))
    return sorted.flatMap((template) => filledText(context, template, addressee, values) ?? [])
  }),
}

/** A text that differs from the newest of its language is the next version; what is left blank stays as it was. */
function putTexts(
  context: WorkspaceContext,
  tx: WritableDb,
  templateId: string,
  texts: readonly { readonly language: string; readonly body: string }[],
): void {
  const newest = new Map(newestTexts(listVersions(tx, templateId)).map((text) => [text.language, text]))
  for (const { language, body } of texts) {
    const before = newest.get(language)
    const written = body.normalize('NFC').replaceAll('\r\n', '\n')
    if (written.trim() === '' || written === before?.body) continue
    const version = (before?.version ?? 0) + 1
    put(context, tx, 'templateVersions', null, { templateId, language, version, body: written })
  }
}

function templateOf(context: WorkspaceContext, db: ReadableDb, id: string): Template {
  const template = allTemplates(db, context.now()).find((candidate) => candidate.id === id)
  if (!template) throw new AppError('record.notFound', { entity: 'templates', id })
  return template
}
