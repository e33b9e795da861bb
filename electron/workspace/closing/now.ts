/** A month as its lines, payables and rates say it now: what a close keeps, and what adjustments are measured against. */

import { monthLines } from '../../../db/facts/month-lines'
import { lockedRates } from '../../../db/repositories/periods'
import { payablesOf } from '../../../db/repositories/payables'
import type { ReadableDb } from '../../../db/database'
import type { Shop } from '../../../shared/contract/shops'
import { addDays } from '../../../shared/domain/days'
import { type ClosePayable, type CloseRate, type Snapshot, snapshotOf } from '../../../shared/domain/period-close'
import type { WorkspaceContext } from '../context'
import { toRoiShop } from '../reporting/scope'

export async function monthNow(context: WorkspaceContext, shop: Shop, month: string): Promise<Snapshot> {
  const { facts, lists, workspace } = context.host.current()
  const lines = await monthLines(facts, { shop: toRoiShop(shop), month, mergedCreators: lists.mergedCreators() })
  return snapshotOf({
    shopId: shop.id,
    month,
    currency: shop.currency,
    lines,
    payables: payablesOfMonth(workspace.db, shop.id, month),
    rates: ratesOf(workspace.db, shop, month),
  })
}

/** First and last day of a month. */
export function daysOf(month: string): { readonly from: string; readonly to: string } {
  const from = `${month}-01`
  const next = `${addDays(from, 31).slice(0, 7)}-01`
  return { from, to: addDays(next, -1) }
}

/** What is due in the month, as the ROI table counts it: cancelled ones left out once everybody agrees. */
export function payablesOfMonth(db: ReadableDb, shopId: string, month: string): ClosePayable[] {
  return payablesOf(db, { shopIds: [shopId], ...daysOf(month) })
    .filter(({ state, hold }) => state !== 'cancelled' || hold)
    .map(({ id, creatorId, kind, amount, currency, dueDay, state }) => ({
      id,
      creatorId: creatorId ?? '',
      kind,
      amount,
      currency,
      dueDay,
      state,
    }))
}

/** The month's locked rates that concern the shop's currency. */
function ratesOf(db: ReadableDb, { currency }: Shop, month: string): CloseRate[] {
  return lockedRates(db, month).filter(({ base, quote }) => base === currency || quote === currency)
}
