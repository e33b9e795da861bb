/** What creators are paid beside or instead of a rate. */

import type { ReadableDb } from '../../../db/database'
import { keepCreator } from '../../../db/repositories/creators'
import { findPayTerm } from '../../../db/repositories/campaigns'
import { deleteRecord } from '../../../db/repositories/records'
import type { PayTerm } from '../../../shared/contract/campaign-views'
import { AppError } from '../../../shared/errors'
import { campaignView } from '../campaigning/plans'
import { storedTerms, termsOf } from '../campaigning/terms'
import type { WorkspaceContext } from '../context'
import { mergedCreators } from '../lookups/creators'
import { os } from '../serve'
import { put, write } from '../support'

export const payTerms = {
  terms: os.campaigns.terms.handler(({ input: { campaignId, creatorId }, context }) => {
    const { db } = context.host.current().workspace
    const living = creatorId === undefined ? undefined : (mergedCreators(db).get(creatorId) ?? creatorId)
    const { currency } = campaignView(db, context.now(), campaignId)
    return termsOf(db, campaignId, currency).filter(
      (term) => living === undefined || term.creatorId === null || term.creatorId === living,
    )
  }),

  putTerms: os.campaigns.putTerms.handler(async ({ input: { id, terms, ...fields }, context }) => {
    const { db } = context.host.current().workspace
    const campaign = campaignView(db, context.now(), fields.campaignId)
    const { fromDay, toDay, creatorId } = fields
    if (fromDay !== null && toDay !== null && toDay < fromDay) {
      throw new AppError('record.invalid', { entity: 'payTerms', field: 'toDay', reason: 'endBeforeBeginning' })
    }
    const stored = storedTerms(fields.model, terms)
    const label = id === undefined ? 'campaigns.addTerms' : 'campaigns.updateTerms'
    const saved = await write(context, label, campaign.name, (tx) => {
      if (creatorId !== null) keepCreator(tx, creatorId)
      return put(context, tx, 'payTerms', id ?? null, { ...fields, terms: stored, currency: campaign.currency })
    })
    return termOf(context, db, saved)
  }),

  removeTerms: os.campaigns.removeTerms.handler(async ({ input: { id }, context }) => {
    const { db } = context.host.current().workspace
    const { campaignId } = termOf(context, db, id)
    const { name } = campaignView(db, context.now(), campaignId)
    await write(context, 'campaigns.removeTerms', name, (tx) => deleteRecord(tx, 'payTerms', id))
    return {}
  }),
}

function termOf(context: WorkspaceContext, db: ReadableDb, id: string): PayTerm {
  const campaignId = findPayTerm(db, id)
  const term =
    campaignId === null
      ? undefined
      : termsOf(db, campaignId, campaignView(db, context.now(), campaignId).currency).find((one) => one.id === id)
  if (!term) throw new AppError('record.notFound', { entity: 'payTerms', id })
  return term
}
