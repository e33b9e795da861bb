/** Agreed terms of payment, as they are shown and written. */

import type { ReadableDb } from '../../../db/database'
import { creatorNames, listPayTerms, type PayTermRow } from '../../../db/repositories/campaigns'
import type { PayTerm } from '../../../shared/contract/campaign-views'
import { PAY_MODELS, type PayModel, readPay } from '../../../shared/domain/pay-models'
import { z } from '../../../shared/schema'
import { AppError } from '../../../shared/errors'
import { mergedCreators } from '../lookups/creators'
import { readJson } from './spending'

/** Terms of a campaign; those of a model that this program does not know are left out. */
export function termsOf(db: ReadableDb, campaignId: string, currency: string): PayTerm[] {
  const merged = mergedCreators(db)
  const rows = listPayTerms(db, campaignId)
  const living = (id: string) => merged.get(id) ?? id
  const names = creatorNames(
    db,
    rows.flatMap(({ creatorId }) => (creatorId === null ? [] : [living(creatorId)])),
  )
  return rows.flatMap((row) => {
    const model = PAY_MODELS.find((known) => known === row.model)
    if (model === undefined) return []
    const creatorId = row.creatorId === null ? null : living(row.creatorId)
    return [
      {
        ...row,
        creatorId,
        handle: creatorId === null ? null : (names.get(creatorId)?.handle ?? creatorId),
        model,
        terms: fieldsOf(model, row),
        currency: row.currency ?? currency,
      },
    ]
  })
}

/** Terms as they are stored: every field of the model, nothing else. Refuses what does not fit. */
export function storedTerms(model: PayModel, terms: unknown): string {
  const pay = readPay(model, terms)
  if (!pay) throw new AppError('record.invalid', { entity: 'payTerms', field: 'terms', reason: 'notTheTerms' })
  return JSON.stringify(pay.terms)
}

const Stored = z.record(z.string(), z.json())

function fieldsOf(model: PayModel, row: PayTermRow): Record<string, z.infer<typeof Stored>[string]> {
  const pay = readPay(model, readJson(row.terms))
  return z.safeParse(Stored, pay?.terms ?? readJson(row.terms)).data ?? {}
}
