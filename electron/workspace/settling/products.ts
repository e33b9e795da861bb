/** A creator's row of the settlement sheet by product: of a closed month the frozen lines, with what came since beside. */

import { detailedLines } from '../../../db/facts/month-lines'
import { querySettlementProducts } from '../../../db/facts/settlement-products'
import type { SettlementProduct } from '../../../shared/contract/settlement'
import { closedSheet } from '../../../shared/domain/closed-sheet'
import type { WorkspaceContext } from '../context'
import { frozenMonth, livingCreator } from './frozen'
import { settlementQuery, type SettlementScope } from './question'

/** Refuses as the sheet does. */
export async function settlementProducts(
  context: WorkspaceContext,
  { creatorId, ...scope }: SettlementScope & { readonly creatorId: string | null },
): Promise<SettlementProduct[]> {
  const { query } = settlementQuery(context, scope)
  const { facts } = context.host.current()
  const frozen = await frozenMonth(context, scope.shopId, scope.month)
  const wanted = livingCreator(context)(creatorId ?? '')
  if (frozen === null) {
    const products = await querySettlementProducts(facts, query, wanted)
    return products.map((product) => ({ ...product, rates: [...product.rates], since: null }))
  }
  const isTheirs = (line: { readonly creatorId: string }): boolean => line.creatorId === wanted
  const now = await detailedLines(facts, query)
  const names = new Map(now.map(({ productId, productName }) => [productId, productName]))
  const { rows } = closedSheet(frozen.lines.filter(isTheirs), now.filter(isTheirs), query, ({ productId }) => productId)
  return rows
    .map(({ key, ...group }) => ({
      ...group,
      productId: key,
      productName: names.get(key) ?? '',
      rates: [...group.rates],
      since: { ...group.since, fees: 0 },
    }))
    .toSorted((a, b) => b.gmv - a.gmv || (a.productId < b.productId ? -1 : 1))
}
