/** The rows that a campaign's budget is added up from: costs, samples, orders, agreed terms. */

import type { ReadableDb } from '../../../db/database'
import { listCampaignProducts, listPayTerms } from '../../../db/repositories/campaigns'
import type { BudgetRow, Campaign } from '../../../shared/contract/campaign-views'
import { RoiScope } from '../../../shared/contract/roi'
import type { BudgetPart } from '../../../shared/domain/budget-guard'
import { promotingSince } from '../../../shared/domain/campaigns'
import { dayNumber, dayOfNumber, monthOfDay } from '../../../shared/domain/days'
import { promised, readPay } from '../../../shared/domain/pay-models'
import type { WorkspaceContext } from '../context'
import { roiByTime } from '../reporting/table'
import { membersOf, todayOf } from './plans'

/** A row with its amount, before anything of it is hidden. */
export interface SpentRow extends Omit<BudgetRow, 'amount' | 'day'> {
  readonly amount: number
  readonly day: string
}

const PART_OF = { fee: 'fees', ads: 'ads', sample: 'samples', freight: 'freight', other: 'other' } as const

/** Costs that name the campaign, or a sample of it. A typed cost names it by its name or its id. */
export function costRows(context: WorkspaceContext, campaign: Campaign): SpentRow[] {
  const { lists } = context.host.current()
  const names = new Set([campaign.id, campaign.name.trim().toLowerCase()])
  const samples = new Set(lists.sampleCosts().flatMap(({ id, campaignId }) => (campaignId === campaign.id ? [id] : [])))
  const today = todayOf(context, campaign)
  return lists.costs().flatMap((cost): SpentRow[] => {
    const isNamed = cost.campaign !== null && names.has(cost.campaign.trim().toLowerCase())
    const isOfSample = cost.sampleId !== null && samples.has(cost.sampleId)
    // A cost that follows from a sample is of the sample's campaign, whatever others are called.
    const isOurs =
      cost.payableId !== null
        ? cost.campaignId === campaign.id || (cost.campaignId === null && isNamed)
        : cost.costId === null
          ? isOfSample
          : isNamed || isOfSample
    if (cost.shopId !== campaign.shopId || cost.currency !== campaign.currency || !isOurs) return []
    const day = dayOfNumber(cost.day)
    const title = [cost.creator, cost.productId, cost.note].filter((part) => part !== null && part !== '').join(' · ')
    const own = { part: PART_OF[cost.kind], day, title, amount: cost.amount, isCommitted: day > today }
    if (cost.payableId !== null) return [{ ...own, source: 'payable', id: cost.payableId }]
    return cost.costId === null
      ? [{ ...own, source: 'sample', id: cost.sampleId ?? '' }]
      : [{ ...own, source: 'cost', id: cost.costId }]
  })
}

/** Samples that are on their way out, and of how many a part of the cost is not known. */
export function sampleRows(
  context: WorkspaceContext,
  campaign: Campaign,
): { readonly rows: readonly SpentRow[]; readonly unknown: Readonly<Record<'samples' | 'freight', number>> } {
  const today = todayOf(context, campaign)
  const ours = context.host
    .current()
    .lists.sampleCosts()
    .filter(({ campaignId }) => campaignId === campaign.id)
  const leaving = ours.filter(({ state }) => state === 'approved' || state === 'packed')
  const rows = leaving.flatMap(({ id, handle, productId, expected }) => {
    const freight = expected.parts.freight ?? 0
    const amounts: readonly (readonly [BudgetPart, number])[] = [
      ['samples', expected.known - freight],
      ['freight', freight],
    ]
    return amounts.flatMap(([part, amount]) =>
      amount === 0
        ? []
        : [
            {
              part,
              source: 'sample' as const,
              id,
              day: today,
              title: [handle, productId].filter((one) => one !== null).join(' · '),
              amount,
              isCommitted: true,
            },
          ],
    )
  })
  const counting = ours.filter((sample) => sample.shippedDay !== null || leaving.includes(sample))
  const lacks = (isFreight: boolean) =>
    counting.filter((sample) => {
      const cost = leaving.includes(sample) ? sample.expected : sample.cost
      return cost.unknown.some((part) => (part === 'freight') === isFreight)
    }).length
  return { rows, unknown: { samples: lacks(false), freight: lacks(true) } }
}

/** Which orders' commission a campaign pays; null: nobody's yet. */
export function orderScope(db: ReadableDb, campaign: Campaign): RoiScope | null {
  const products = listCampaignProducts(db, [campaign.id]).map(({ productId }) => productId)
  const members = membersOf(db, [campaign.id])
  const working = members.filter(
    ({ state, joinedOn }) => state === 'left' || promotingSince(state, joinedOn) !== 'never',
  )
  // An open plan is for everybody; any other for those who said yes.
  if (campaign.kind !== 'open' && working.length === 0) return null
  return {
    shops: [campaign.shopId],
    currency: campaign.currency,
    ...(products.length > 0 && { products }),
    ...(campaign.kind !== 'open' && { creators: working.map(({ creatorId }) => creatorId) }),
    ...(campaign.fromDay !== null && { from: campaign.fromDay }),
    ...(campaign.toDay !== null && { to: campaign.toDay }),
  }
}

/** Commission by day of the campaign's orders. */
export async function commissionRows(context: WorkspaceContext, scope: RoiScope | null): Promise<SpentRow[]> {
  if (scope === null) return []
  const { rows } = await roiByTime(context, RoiScope.parse(scope), 'day')
  return rows.flatMap(({ keys, commission, orders }) =>
    keys.day === undefined || commission === 0
      ? []
      : [
          {
            part: 'commission' as const,
            source: 'order' as const,
            id: keys.day,
            day: keys.day,
            title: String(orders),
            amount: commission,
            isCommitted: false,
          },
        ],
  )
}

export interface Promises {
  readonly rows: readonly SpentRow[]
  readonly total: number
  /** Terms of which the amount follows from what is delivered, or cannot be read. */
  readonly open: number
}

/** Fixed amounts of the agreed terms: of everybody's terms once for each creator who said yes, prizes once. */
export function promises(context: WorkspaceContext, db: ReadableDb, campaign: Campaign): Promises {
  const today = todayOf(context, campaign)
  const working = membersOf(db, [campaign.id]).filter(
    ({ state, joinedOn }) => promotingSince(state, joinedOn) !== 'never',
  ).length
  let open = 0
  const rows = listPayTerms(db, campaign.id).flatMap((term): SpentRow[] => {
    const pay = readPay(term.model ?? '', readJson(term.terms))
    const months = monthsOf(term.fromDay ?? campaign.fromDay, term.toDay ?? campaign.toDay)
    const each = pay && promised(pay, { contents: null, months })
    if (each === null || (term.currency !== null && term.currency !== campaign.currency)) {
      open += 1
      return []
    }
    const times = term.creatorId !== null || pay?.model === 'contest' ? 1 : working
    if (each * times === 0) return []
    return [
      {
        part: 'fees',
        source: 'terms',
        id: term.id,
        day: term.fromDay ?? campaign.fromDay ?? today,
        title: term.model ?? '',
        amount: each * times,
        isCommitted: true,
      },
    ]
  })
  return { rows, total: rows.reduce((sum, { amount }) => sum + amount, 0), open }
}

export function readJson(text: string | null): unknown {
  if (text === null) return null
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Months that a stretch of days touches; null: it has no end. */
function monthsOf(from: string | null, to: string | null): number | null {
  if (from === null || to === null || to < from) return null
  return monthOfDay(dayNumber(to)) - monthOfDay(dayNumber(from)) + 1
}
