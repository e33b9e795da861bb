/** Recruitment tasks and briefs, and which version of one each creator got. */

import type { ReadableDb, WritableDb } from '../../../db/database'
import { claimLines, listBriefVersions } from '../../../db/repositories/briefs'
import { handlesOf, keepCreator } from '../../../db/repositories/creators'
import { productNames } from '../../../db/repositories/campaigns'
import { deleteRecord } from '../../../db/repositories/records'
import { type Brief, type BriefVersion, ClaimLine } from '../../../shared/contract/briefs'
import { briefSheet } from '../../../shared/domain/brief-sheet'
import { type BriefBody, isSameBody, NO_BODY, tidyBody } from '../../../shared/domain/briefs'
import { dayInZone } from '../../../shared/domain/days'
import { AppError } from '../../../shared/errors'
import { drawBrief } from '../briefing/brief-page'
import { briefView, briefViews, receiptsOf, versionsOf } from '../briefing/views'
import { campaignView } from '../campaigning/plans'
import type { WorkspaceContext } from '../context'
import { writePdf } from '../documents/pdf'
import { mergedCreators } from '../lookups/creators'
import { findShop } from '../lookups/shops'
import { os } from '../serve'
import { put, write } from '../support'

export const briefs = {
  list: os.briefs.list.handler(({ input, context }) => briefViews(db(context), input)),

  get: os.briefs.get.handler(({ input: { id }, context }) => briefView(db(context), id)),

  versions: os.briefs.versions.handler(({ input: { id }, context }) => {
    briefView(db(context), id)
    return [...versionsOf(db(context), id)]
  }),

  put: os.briefs.put.handler(async ({ input: { id, fields, body }, context }) => {
    const { shopId, ...changed } = fields
    const before = id === undefined ? null : briefView(db(context), id)
    const ofShop = before?.shopId ?? shopOf(context, shopId, fields.campaignId)
    if (fields.campaignId && campaignView(db(context), context.now(), fields.campaignId).shopId !== ofShop) {
      throw invalid('campaignId', 'otherShop')
    }
    const title = fields.title ?? before?.title
    if (title === undefined) throw invalid('title', 'missing')
    const saved = await write(context, before ? 'briefs.update' : 'briefs.add', title, (tx) => {
      const brief = put(context, tx, 'briefs', id ?? null, { ...changed, ...(!before && { shopId: ofShop }) })
      if (body !== undefined || !before) putVersion(context, tx, brief, tidyBody(body ?? NO_BODY))
      return brief
    })
    return briefView(db(context), saved)
  }),

  remove: os.briefs.remove.handler(async ({ input: { id }, context }) => {
    const { title } = briefView(db(context), id)
    await write(context, 'briefs.remove', title, (tx) => deleteRecord(tx, 'briefs', id))
    return {}
  }),

  pdf: os.briefs.pdf.handler(({ input: { id, versionId, languages, to }, context }) => {
    const brief = briefView(db(context), id)
    const version = versionOf(db(context), brief, versionId)
    const shop = findShop(db(context), brief.shopId)
    const names = productNames(db(context), brief.shopId, version.body.products)
    const sheet = briefSheet(
      {
        title: brief.title,
        shop: shop.name,
        campaign: brief.campaignName,
        contentForm: brief.contentForm,
        slots: brief.slots,
        deadline: brief.deadline,
        version: version.name,
        day: dayInZone(version.at, shop.timezone),
        products: version.body.products.map((product) => names.get(product) ?? product),
      },
      version.body,
      [...new Set(languages)],
    )
    const [language = 'en'] = languages
    return writePdf(to, { title: sheet.title, language, at: context.now() }, (page) => drawBrief(page, sheet))
  }),

  send: os.briefs.send.handler(async ({ input: { id, versionId, creators, language, channel }, context }) => {
    const brief = briefView(db(context), id)
    const version = versionOf(db(context), brief, versionId)
    const merged = mergedCreators(db(context))
    const ids = [...new Set(creators.map((creator) => merged.get(creator) ?? creator))]
    const known = handlesOf(db(context), ids)
    const unknown = ids.find((creator) => !known.has(creator))
    if (unknown !== undefined) throw new AppError('record.notFound', { entity: 'creators', id: unknown })
    await write(context, 'briefs.send', `${brief.title} · ${version.name}`, (tx) => {
      for (const creatorId of ids) {
        keepCreator(tx, creatorId)
        put(context, tx, 'briefSends', null, {
          briefVersionId: version.id,
          briefId: id,
          creatorId,
          at: context.now(),
          language,
          channel,
          person: context.author(),
        })
      }
    })
    return { sent: ids.length }
  }),

  receipts: os.briefs.receipts.handler(({ input: { id }, context }) => {
    briefView(db(context), id)
    return receiptsOf(db(context), id)
  }),

  claims: os.briefs.claims.handler(({ input: { shopId, products }, context }) => {
    const { market } = findShop(db(context), shopId)
    return claimLines(db(context), { shopId, products, market }).flatMap((line) => {
      const kind = CLAIM_KINDS.find((known) => known === line.kind)
      return kind === undefined ? [] : [{ ...line, kind }]
    })
  }),
}

const CLAIM_KINDS = ClaimLine.shape.kind.options

/** Words that differ from the newest ones are the next version. */
function putVersion(context: WorkspaceContext, tx: WritableDb, briefId: string, body: BriefBody): void {
  const [newest] = versionsOf(tx, briefId)
  if (newest && isSameBody(newest.body, body)) return
  const version = Math.max(0, ...listBriefVersions(tx, [briefId]).map((one) => one.version)) + 1
  put(context, tx, 'briefVersions', null, {
    briefId,
    version,
    body: JSON.stringify(body),
    person: context.author(),
    at: context.now(),
  })
}

function versionOf(at: ReadableDb, { id, newest }: Brief, versionId: string | undefined): BriefVersion {
  const version = versionId === undefined ? newest : versionsOf(at, id).find((one) => one.id === versionId)
  if (!version) throw new AppError('record.notFound', { entity: 'briefVersions', id: versionId ?? id })
  return version
}

/** A brief of a campaign is of the campaign's shop. */
function shopOf(context: WorkspaceContext, shopId: string | undefined, campaignId: string | null | undefined): string {
  if (campaignId) return campaignView(db(context), context.now(), campaignId).shopId
  if (shopId === undefined) throw invalid('shopId', 'missing')
  return findShop(db(context), shopId).id
}

function invalid(field: string, reason: string): AppError {
  return new AppError('record.invalid', { entity: 'briefs', field, reason })
}

function db(context: WorkspaceContext): ReadableDb {
  return context.host.current().workspace.db
}
