/** The versions of a plan: every step that changed it, in words that people know. */

import type { ReadableDb } from '../../../db/database'
import { labelKind } from '../../../db/capture/steps'
import { creatorNames, listCampaignProducts, recordsOfCampaign } from '../../../db/repositories/campaigns'
import { historyOf, newestTouched, type RecordChange } from '../../../db/repositories/history'
import type { PlanStep } from '../../../shared/contract/campaign-views'

/** Changes of one step that are listed; the rest is counted. */
const LISTED = 40

type Entity = PlanStep['changes'][number]['entity']

/** Newest step first. */
export function planHistory(db: ReadableDb, campaignId: string, limit: number): PlanStep[] {
  const records = recordsOfCampaign(db, campaignId)
  const products = new Map(listCampaignProducts(db, [campaignId]).map(({ productId, name }) => [productId, name]))
  const creators = creatorNames(
    db,
    records.flatMap(({ creatorId }) => creatorId ?? []),
  )
  const titles = new Map(
    records.map(({ id, productId, category, creatorId }) => [
      id,
      (creatorId === null ? null : creators.get(creatorId)?.handle) ??
        (productId === null ? null : (products.get(productId) ?? productId)) ??
        category ??
        '',
    ]),
  )
  const steps = new Map<string, { -readonly [K in keyof PlanStep]: PlanStep[K] }>()
  for (const { entity, id } of newestTouched(db, records, limit)) {
    for (const change of historyOf(db, entity, id)) {
      addChange(steps, change, { entity, title: titles.get(id) ?? '' })
    }
  }
  return [...steps.values()].toSorted((a, b) => b.at - a.at).slice(0, limit)
}

function addChange(
  steps: Map<string, { -readonly [K in keyof PlanStep]: PlanStep[K] }>,
  { at, author, label, computer, field, before, after, kind }: RecordChange,
  about: { readonly entity: Entity; readonly title: string },
): void {
  // The campaign that a record belongs to says nothing here.
  if (field === 'campaignId') return
  const key = `${at} ${computer ?? ''} ${label}`
  const step = steps.get(key) ?? { at, author, label: labelKind(label), computer, more: 0, changes: [] }
  steps.set(key, step)
  if (step.changes.length < LISTED) step.changes.push({ ...about, field, before, after, kind })
  else step.more += 1
}
