/** Promotion plans: rates and their exceptions, products, creators, terms, budget. */

import type { ReadableDb } from '../../../db/database'
import { listCampaignProducts, listCampaignRates } from '../../../db/repositories/campaigns'
import { deleteRecord } from '../../../db/repositories/records'
import type { CampaignFields } from '../../../shared/contract/campaign-views'
import { COLD_START, offeredAdsRate, offeredRate } from '../../../shared/domain/campaigns'
import { addDays } from '../../../shared/domain/days'
import { AppError } from '../../../shared/errors'
import type { z } from '../../../shared/schema'
import { budgetRows, budgetView } from '../campaigning/budget'
import { planHistory } from '../campaigning/history'
import { pageMembers } from '../campaigning/members'
import { campaignView, campaignViews, todayOf } from '../campaigning/plans'
import { previewRate, rateFor, ratesOf, refuseRate } from '../campaigning/rates'
import type { WorkspaceContext } from '../context'
import { findShop } from '../lookups/shops'
import { os } from '../serve'
import { nextOffset, put, readOffset, write } from '../support'

export const campaigns = {
  list: os.campaigns.list.handler(({ input: { cursor, limit, ...filter }, context }) => {
    const offset = readOffset(cursor)
    const all = campaignViews(db(context), context.now(), filter)
    return {
      rows: all.slice(offset, offset + limit),
      total: all.length,
      nextCursor: nextOffset(offset, limit, all.length),
    }
  }),

  get: os.campaigns.get.handler(({ input: { id }, context }) => campaignView(db(context), context.now(), id)),

  names: os.campaigns.names.handler(({ input, context }) =>
    campaignViews(db(context), context.now(), input).map(({ id, name, shopId, state, kind }) => ({
      id,
      name,
      shopId,
      state,
      kind,
    })),
  ),

  put: os.campaigns.put.handler(async ({ input: { id, fields, rate, adsRate }, context }) => {
    const saved = await (id === undefined
      ? add(context, fields, { rate, adsRate })
      : write(context, 'campaigns.update', fields.name ?? campaignView(db(context), context.now(), id).name, (tx) => {
          const { shopId: _never, ...changed } = fields
          const before = campaignView(tx, context.now(), id)
          const { fromDay = before.fromDay, toDay = before.toDay } = changed
          refuseTurned({ fromDay, toDay })
          return put(context, tx, 'campaigns', id, changed)
        }))
    return campaignView(db(context), context.now(), saved)
  }),

  remove: os.campaigns.remove.handler(async ({ input: { id }, context }) => {
    const { name } = campaignView(db(context), context.now(), id)
    await write(context, 'campaigns.remove', name, (tx) => deleteRecord(tx, 'campaigns', id))
    return {}
  }),

  rates: os.campaigns.rates.handler(({ input: { campaignId }, context }) =>
    ratesOf(context, db(context), campaignView(db(context), context.now(), campaignId)),
  ),

  previewRate: os.campaigns.previewRate.handler(({ input, context }) => previewRate(context, db(context), input)),

  putRate: os.campaigns.putRate.handler(async ({ input, context }) => {
    const campaign = campaignView(db(context), context.now(), input.campaignId)
    for (const field of ['rate', 'adsRate'] as const) {
      refuseRate(db(context), campaign.market, { rate: input[field], field, day: input.fromDay })
    }
    const id = await write(context, 'campaigns.rate', campaign.name, (tx) =>
      put(context, tx, 'campaignRates', null, { ...input }),
    )
    return found(ratesOf(context, db(context), campaign), 'campaignRates', id)
  }),

  removeRate: os.campaigns.removeRate.handler(async ({ input: { id }, context }) => {
    const rate = listCampaignRates(db(context)).find((one) => one.id === id)
    if (!rate) throw new AppError('record.notFound', { entity: 'campaignRates', id })
    const campaign = campaignView(db(context), context.now(), rate.campaignId)
    // What creators were promised stays readable: the next rate replaces it.
    if (rate.fromDay <= todayOf(context, campaign)) {
      throw new AppError('record.invalid', { entity: 'campaignRates', field: 'fromDay', reason: 'hasBegun' })
    }
    await write(context, 'campaigns.removeRate', campaign.name, (tx) => deleteRecord(tx, 'campaignRates', id))
    return {}
  }),

  rateFor: os.campaigns.rateFor.handler(({ input, context }) => rateFor(context, db(context), input)),

  products: os.campaigns.products.handler(({ input: { campaignId }, context }) => {
    const campaign = campaignView(db(context), context.now(), campaignId)
    const rates = listCampaignRates(db(context), [campaignId])
    const today = todayOf(context, campaign)
    return listCampaignProducts(db(context), [campaignId]).map(({ campaignId: _campaign, ...product }) => {
      const offered = offeredRate(rates, product, today)
      return {
        ...product,
        rate: offered?.entry.rate ?? null,
        from: offered?.scope ?? null,
        adsRate: offeredAdsRate(rates, product, today),
      }
    })
  }),

  putProducts: os.campaigns.putProducts.handler(async ({ input, context }) => {
    const { campaignId, products, sampleQuota, note } = input
    const campaign = campaignView(db(context), context.now(), campaignId)
    const there = new Set(listCampaignProducts(db(context), [campaignId]).map(({ productId }) => productId))
    const wanted = [...new Set(products)]
    await write(context, 'campaigns.products', campaign.name, (tx) => {
      for (const productId of wanted) {
        put(context, tx, 'campaignProducts', null, {
          campaignId,
          productId,
          ...(sampleQuota !== undefined && { sampleQuota }),
          ...(note !== undefined && { note }),
        })
      }
    })
    return { added: wanted.filter((productId) => !there.has(productId)).length }
  }),

  removeProducts: os.campaigns.removeProducts.handler(async ({ input: { campaignId, products }, context }) => {
    const campaign = campaignView(db(context), context.now(), campaignId)
    await write(context, 'campaigns.removeProducts', campaign.name, (tx) => {
      for (const { id, productId } of listCampaignProducts(tx, [campaignId])) {
        if (products.includes(productId)) deleteRecord(tx, 'campaignProducts', id)
      }
    })
    return {}
  }),

  creators: os.campaigns.creators.handler(({ input: { campaignId, cursor, limit, ...filter }, context }) => {
    const offset = readOffset(cursor)
    const campaign = campaignView(db(context), context.now(), campaignId)
    const page = pageMembers(context, db(context), campaign, { ...filter, offset, limit })
    return { ...page, nextCursor: nextOffset(offset, limit, page.total) }
  }),

  budget: os.campaigns.budget.handler(({ input: { campaignId }, context }) =>
    budgetView(context, db(context), campaignId),
  ),

  budgetRows: os.campaigns.budgetRows.handler(({ input, context }) => budgetRows(context, db(context), input)),

  history: os.campaigns.history.handler(({ input: { campaignId, limit }, context }) => {
    campaignView(db(context), context.now(), campaignId)
    return planHistory(db(context), campaignId, limit)
  }),
}

type Fields = z.output<typeof CampaignFields>

/** A new plan in its shop's currency, with its first rate; for a new product with what is usual to begin with. */
async function add(
  context: WorkspaceContext,
  fields: Fields,
  given: { readonly rate: number | undefined; readonly adsRate: number | undefined },
): Promise<string> {
  const { shopId, name, kind } = fields
  for (const [field, value] of Object.entries({ shopId, name, kind })) {
    if (value === undefined) throw new AppError('record.invalid', { entity: 'campaigns', field, reason: 'missing' })
  }
  const shop = findShop(db(context), shopId ?? '')
  const today = todayOf(context, shop)
  const first = fields.fromDay ?? today
  const preset = fields.coldStart === true ? COLD_START : null
  const rate = given.rate ?? preset?.rate
  const adsRate = given.adsRate ?? (given.rate === undefined ? preset?.adsRate : undefined) ?? null
  refuseTurned({ fromDay: fields.fromDay ?? null, toDay: fields.toDay ?? null })
  for (const [field, value] of [
    ['rate', rate],
    ['adsRate', adsRate],
  ] as const) {
    refuseRate(db(context), shop.market, { rate: value, field, day: first })
  }
  return write(context, 'campaigns.add', name ?? '', (tx) => {
    const id = put(context, tx, 'campaigns', null, {
      state: 'draft',
      owner: context.author(),
      ...(preset && { fromDay: first, toDay: addDays(first, preset.days - 1), sampleQuota: preset.sampleQuota }),
      ...fields,
      currency: shop.currency,
    })
    if (rate !== undefined) {
      put(context, tx, 'campaignRates', null, { campaignId: id, rate, adsRate, fromDay: first })
    }
    return id
  })
}

function refuseTurned({ fromDay, toDay }: { readonly fromDay: string | null; readonly toDay: string | null }): void {
  if (fromDay !== null && toDay !== null && toDay < fromDay) {
    throw new AppError('record.invalid', { entity: 'campaigns', field: 'toDay', reason: 'endBeforeBeginning' })
  }
}

function db(context: WorkspaceContext): ReadableDb {
  return context.host.current().workspace.db
}

function found<T extends { readonly id: string }>(rows: readonly T[], entity: string, id: string): T {
  const row = rows.find((one) => one.id === id)
  if (!row) throw new AppError('record.notFound', { entity, id })
  return row
}
