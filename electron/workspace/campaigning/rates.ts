/** Rates of a plan: what is offered, what a change would mean for whom, which rate holds. */

import type { ReadableDb } from '../../../db/database'
import {
  categoryOf,
  creatorNames,
  listCampaignProducts,
  listCampaignRates,
  listCampaigns,
} from '../../../db/repositories/campaigns'
import type { Campaign, CampaignRate, RatePreview } from '../../../shared/contract/campaign-views'
import {
  heldRate,
  offeredRate,
  promotingSince,
  type RateEntry,
  rateProblem,
  ratesAhead,
  type RateSubject,
} from '../../../shared/domain/campaigns'
import { rateInForce, type RatePlan } from '../../../shared/domain/rate-in-force'
import { addDays } from '../../../shared/domain/days'
import { AppError } from '../../../shared/errors'
import type { WorkspaceContext } from '../context'
import { mergedCreators } from '../lookups/creators'
import { ownRules } from '../lookups/markets'
import { findShop } from '../lookups/shops'
import { campaignView, isLockAssumed, kindOf, lockOf, membersOf, rateBounds, stateOf, todayOf } from './plans'

export interface NewRate {
  readonly campaignId: string
  readonly productId: string | null
  readonly category: string | null
  readonly rate: number
  readonly adsRate: number | null
  readonly fromDay: string
  readonly note: string | null
}

/** Rates as they are shown. */
export function ratesOf(context: WorkspaceContext, db: ReadableDb, campaign: Campaign): CampaignRate[] {
  const rows = listCampaignRates(db, [campaign.id])
  const names = new Map(listCampaignProducts(db, [campaign.id]).map(({ productId, name }) => [productId, name]))
  const today = todayOf(context, campaign)
  const holding = new Map<string, string>()
  // Newest first: the first that has begun holds.
  for (const { id, productId, category, fromDay } of rows) {
    const scope = `${productId ?? ''} ${category ?? ''}`
    if (fromDay <= today && !holding.has(scope)) holding.set(scope, id)
  }
  const inForce = new Set(holding.values())
  return rows.map(({ campaignId: _campaign, ...row }) => ({
    ...row,
    productName: row.productId === null ? null : (names.get(row.productId) ?? null),
    standing: row.fromDay > today ? 'planned' : inForce.has(row.id) ? 'inForce' : 'past',
  }))
}

/** Refuses a rate outside of what the market allows. */
export function refuseRate(
  db: ReadableDb,
  market: string,
  { rate, field, day }: { readonly rate: number | null | undefined; readonly field: string; readonly day: string },
): void {
  if (rate === null || rate === undefined) return
  const reason = rateProblem(rate, rateBounds(db, market, day))
  if (reason !== null) throw new AppError('record.invalid', { entity: 'campaignRates', field, reason })
}

/** What a change would mean for those who promote already, on its first day. */
export function previewRate(context: WorkspaceContext, db: ReadableDb, change: NewRate): RatePreview {
  const campaign = campaignView(db, context.now(), change.campaignId)
  const lock = lockOf(campaign.market, ownRules(db))
  const subject = subjectOf(db, campaign, change)
  const entries = listCampaignRates(db, [campaign.id])
  // Written last of all, so that it holds on its own first day.
  const after: readonly RateEntry[] = [...entries, { ...change, id: '~' }]
  const before = offeredRate(entries, subject, addDays(change.fromDay, -1))?.entry.rate ?? null
  const members = membersOf(db, [campaign.id])
  const names = creatorNames(
    db,
    members.map(({ creatorId }) => creatorId),
  )
  const promoting = members.flatMap((member) => {
    const since = promotingSince(member.state, member.joinedOn)
    return member.rate === null && since !== 'never' ? [{ member, since }] : []
  })
  const creators = promoting.flatMap(({ member, since }) => {
    const held = heldRate(after, subject, since, change.fromDay, lock)
    if (!held?.lockedUntil) return []
    return [
      {
        creatorId: member.creatorId,
        handle: names.get(member.creatorId)?.handle ?? member.creatorId,
        joinedOn: member.joinedOn,
        ahead: [...ratesAhead(after, subject, since, change.fromDay, lock)],
        keptUntil: addDays(held.lockedUntil, -1),
      },
    ]
  })
  return {
    before,
    kind: before === null ? 'first' : change.rate < before ? 'cut' : change.rate > before ? 'raise' : 'same',
    lockDays: lock(change.fromDay),
    lockAssumed: isLockAssumed(db, campaign.market, change.fromDay),
    creators: creators.sort((a, b) => (a.handle < b.handle ? -1 : 1)),
    atOnce: promoting.length - creators.length,
  }
}

/** Which rate of a shop's plans holds for a creator and a product. */
export function rateFor(
  context: WorkspaceContext,
  db: ReadableDb,
  asked: {
    readonly shopId: string
    readonly creatorId: string
    readonly productId: string
    readonly day?: string | undefined
  },
) {
  const shop = findShop(db, asked.shopId)
  const creator = mergedCreators(db).get(asked.creatorId) ?? asked.creatorId
  const rows = listCampaigns(db, { shopId: shop.id })
  const ids = rows.map(({ id }) => id)
  const rates = listCampaignRates(db, ids)
  const products = listCampaignProducts(db, ids)
  const members = membersOf(db, ids, creator)
  const plans = rows.map(({ id, kind, state, fromDay, toDay }): RatePlan => ({
    id,
    kind: kindOf(kind),
    state: stateOf(state),
    fromDay,
    toDay,
    entries: rates.filter(({ campaignId }) => campaignId === id),
    products: products.flatMap(({ campaignId, productId }) => (campaignId === id ? [productId] : [])),
    member: members.find(({ campaignId }) => campaignId === id) ?? null,
  }))
  const product = { productId: asked.productId, category: categoryOf(db, shop.id, asked.productId) }
  const found = rateInForce(plans, product, asked.day ?? todayOf(context, shop), lockOf(shop.market, ownRules(db)))
  if (!found) return null
  return { ...found, campaignName: rows.find(({ id }) => id === found.campaignId)?.name ?? found.campaignId }
}

function subjectOf(db: ReadableDb, campaign: Campaign, { productId, category }: NewRate): RateSubject {
  if (productId !== null) return { productId, category: categoryOf(db, campaign.shopId, productId) }
  // Of a category as a whole: no exception for a product reaches it.
  return category === null ? null : { productId: '', category }
}
