/** Everything that is foreseen, read at one moment: items with their place in the weeks, and what they are judged by. */

import { entriesOf, payablesOf } from '../../../db/repositories/payables'
import type { Shop } from '../../../shared/contract/shops'
import { type CashItem, type LateSettlement, lateSettlements, settlementItems } from '../../../shared/domain/cash-items'
import { type CashFrame, cashFrame, lastDayOf, type Placed, placementOf } from '../../../shared/domain/cashflow'
import { dayNumber } from '../../../shared/domain/days'
import { AppError } from '../../../shared/errors'
import type { WorkspaceContext } from '../context'
import { allBalances, allCashItems, allSettlementRules, type KnownBalance } from '../lookups/cash'
import { momentOf } from '../support'
import { type CurrencyOpening, newestOfEach, openingsOf } from './openings'
import { costItems, ownItems, payableItems, sampleItems } from './records'
import { salesOf, type ShopSales } from './sales'

export interface Foreseen {
  /** `YYYY-MM-DD` on the computer that asks. */
  readonly today: string
  readonly frame: CashFrame
  /** By their currency, in no order: lists of them are put in order page by page. */
  readonly items: ReadonlyMap<string, readonly Placed[]>
  /** By currency; empty where only some shops are asked for: accounts belong to no shop. */
  readonly openings: ReadonlyMap<string, CurrencyOpening>
  readonly balances: readonly KnownBalance[]
  readonly sales: readonly ShopSales[]
  readonly late: readonly LateSettlement[]
  readonly samplesUnknown: number
}

export interface CashQuestion {
  readonly shops?: readonly string[] | undefined
  readonly slipTo: number
}

export async function foreseen(context: WorkspaceContext, { shops: ids, slipTo }: CashQuestion): Promise<Foreseen> {
  const { workspace, lists } = context.host.current()
  const { day: today } = momentOf(context)
  const frame = cashFrame(dayNumber(today))
  const shops = shopsOf(lists.shops(), ids)
  const balances = newestOfEach(allBalances(workspace.db), today)
  const openings = openingsOf(balances, today)
  const cutOf = (currency: string): number => openings.get(currency)?.day ?? frame.today - 1
  const sales = await allSales(context, shops, frame.today)
  const settlements = sales.flatMap(({ groups, termsOn, incomeTo }) =>
    groups.flatMap((group) =>
      settlementItems(group, termsOn(group.delivered), {
        cut: cutOf(group.currency),
        slipTo,
        confirmedTo: incomeTo,
        today: frame.today,
      }),
    ),
  )
  const samples = sampleItems(lists.sampleCosts(), frame.today)
  const wanted = ids === undefined ? null : new Set(ids)
  const payables = payablesOf(workspace.db)
  const others = [
    ...payableItems(payables, entriesOf(workspace.db), { cutOf, today: frame.today }),
    ...costItems(lists.costs(), cutOf),
    ...samples.items,
    ...ownItems(allCashItems(workspace.db), cutOf, lastDayOf(frame)),
  ].filter(({ shopId }) => wanted === null || (shopId !== null && wanted.has(shopId)))
  return {
    today,
    frame,
    items: placed([settlements, others], cutOf, frame),
    openings: wanted === null ? openings : new Map(),
    balances,
    sales,
    late: sales.flatMap(({ groups, termsOn }) =>
      lateSettlements(groups, (group) => termsOn(group.delivered), frame.today),
    ),
    samplesUnknown: samples.unknown,
  }
}

async function allSales(context: WorkspaceContext, shops: readonly Shop[], today: number): Promise<ShopSales[]> {
  const { workspace, facts, lists } = context.host.current()
  const rules = allSettlementRules(workspace.db)
  const sales: ShopSales[] = []
  for (const shop of shops) {
    const own = rules.filter(({ shopId }) => shopId === shop.id)
    sales.push(await salesOf(facts, { shop, rules: own, marketRules: lists.ownRules(), today }))
  }
  return sales
}

/** Archived shops too: what they sold is still paid out. Refuses an id that nobody knows. */
function shopsOf(all: readonly Shop[], ids: readonly string[] | undefined): readonly Shop[] {
  return (
    ids?.map((id) => {
      const shop = all.find((candidate) => candidate.id === id)
      if (shop === undefined) throw new AppError('shop.notFound', { shop: id })
      return shop
    }) ?? all
  )
}

function placed(
  lists: readonly (readonly CashItem[])[],
  cutOf: (currency: string) => number,
  frame: CashFrame,
): Map<string, Placed[]> {
  const byCurrency = new Map<string, Placed[]>()
  for (const items of lists) {
    for (const item of items) {
      const { currency } = item
      const own = byCurrency.get(currency) ?? []
      if (own.length === 0) byCurrency.set(currency, own)
      // The items were made for this calendar alone; a copy of each would take longer than all the rest.
      own.push(Object.assign(item, { week: placementOf(item.day, cutOf(currency), frame) }))
    }
  }
  return byCurrency
}
