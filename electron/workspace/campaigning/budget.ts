/** A campaign's budget: what was spent, what is promised, what is not known, and when it will be used up. */

import type { ReadableDb } from '../../../db/database'
import { creatorNames } from '../../../db/repositories/campaigns'
import type { BudgetRow, BudgetView } from '../../../shared/contract/campaign-views'
import { type BudgetPart, budgetOf, burnLine } from '../../../shared/domain/budget-guard'
import { addDays, dayOfNumber } from '../../../shared/domain/days'
import type { WorkspaceContext } from '../context'
import { campaignView, todayOf } from './plans'
import { commissionRows, costRows, orderScope, promises, sampleRows, type SpentRow } from './spending'

/** Orders that end earlier than this many days ago are called old. */
const FRESH_DAYS = 3

export async function budgetView(context: WorkspaceContext, db: ReadableDb, id: string): Promise<BudgetView> {
  const campaign = campaignView(db, context.now(), id)
  const today = todayOf(context, campaign)
  const scope = orderScope(db, campaign)
  const samples = sampleRows(context, campaign)
  const agreed = promises(context, db, campaign)
  const rows = [...costRows(context, campaign), ...samples.rows, ...(await commissionRows(context, scope))]
  const unknown = unknownParts(context, campaign.shopId, today, { ...samples.unknown, terms: agreed.open })
  const spending = rows.map(({ part, day, amount, isCommitted }) => ({ part, day, amount, isPromised: isCommitted }))
  const budget = budgetOf({
    cap: campaign.budget,
    today,
    fromDay: campaign.fromDay,
    toDay: campaign.toDay,
    spending,
    promisedFees: agreed.total,
    unknown: unknown.map(({ part }) => part),
  })
  const counted = [...rows, ...agreed.rows]
  const names = creatorNames(db, scope?.creators ?? [])
  return {
    ...budget,
    currency: campaign.currency,
    lines: budget.lines.map((line) => ({ ...line, rows: counted.filter(({ part }) => part === line.part).length })),
    unknown,
    burn: [...burnLine({ today, fromDay: campaign.fromDay, spending })],
    orders: {
      creators: (scope?.creators ?? []).map((creator) => names.get(creator)?.handle ?? creator).sort(),
      products: [...(scope?.products ?? [])],
      from: campaign.fromDay,
      to: campaign.toDay,
    },
  }
}

/** What a part is made of, newest first. */
export async function budgetRows(
  context: WorkspaceContext,
  db: ReadableDb,
  { campaignId, part }: { readonly campaignId: string; readonly part: BudgetPart },
): Promise<BudgetRow[]> {
  const campaign = campaignView(db, context.now(), campaignId)
  const rows: readonly SpentRow[] = [
    ...costRows(context, campaign),
    ...sampleRows(context, campaign).rows,
    ...(part === 'commission' ? await commissionRows(context, orderScope(db, campaign)) : []),
    ...promises(context, db, campaign).rows,
  ]
  return rows.filter((row) => row.part === part).toSorted((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0))
}

function unknownParts(
  context: WorkspaceContext,
  shopId: string,
  today: string,
  counts: { readonly samples: number; readonly freight: number; readonly terms: number },
): BudgetView['unknown'] {
  const extent = context.host.current().lists.extents().get(shopId)
  const until = extent === undefined ? null : dayOfNumber(extent.to)
  const missing: BudgetView['unknown'] = []
  if (until === null) missing.push({ part: 'commission', reason: 'noOrders', count: 0, day: null })
  else if (until < addDays(today, -FRESH_DAYS))
    missing.push({ part: 'commission', reason: 'ordersOld', count: 0, day: until })
  for (const part of ['samples', 'freight'] as const)
    if (counts[part] > 0) missing.push({ part, reason: 'sampleCosts', count: counts[part], day: null })
  if (counts.terms > 0) missing.push({ part: 'fees', reason: 'openTerms', count: counts.terms, day: null })
  return missing
}
