/** A creator's month from estimate to actual, by product: between the sheet's row and its lines. */

import type { FactsCache } from './cache'
import { productNames } from './month-lines'
import type { SettlementQuery } from './settlement-query'
import { groupOf, runningOrders, type SettledGroup, Sums } from './settlement-sums'
import { onMonth, walkMonth } from './settlement-walk'
import { standIns } from './stand-ins'
import type { MergedCreator } from './types'

/** One product of a creator's month. */
export interface SettledProduct extends SettledGroup {
  readonly productId: string
  readonly productName: string
}

/** A creator's month by product, GMV greatest first; '' is: lines that name nobody. They add up to the creator's row. */
export async function querySettlementProducts(
  cache: FactsCache,
  query: SettlementQuery,
  creatorId: string,
): Promise<readonly SettledProduct[]> {
  return onMonth(cache, query, (loaded) => {
    if (loaded === null) return []
    const { columns } = loaded
    cache.names.refresh()
    const isMeant = creatorTest(cache, query.mergedCreators, creatorId)
    const products = cache.names.of('product')
    const nameOf = productNames(cache)
    const sums = new Sums(products.size, new Map())
    const orderOf = runningOrders(columns.flags)
    walkMonth(cache, loaded, query, (i, line, settled) => {
      if (isMeant(columns.creator[i]!)) sums.add(columns, columns.product[i]!, i, orderOf[i]!, line, settled)
    })
    return sums.numbers
      .map((no, slot) => ({ ...groupOf(sums, slot), productId: products.label(no).text, productName: nameOf(no) }))
      .toSorted((a, b) => b.gmv - a.gmv || (a.productId < b.productId ? -1 : 1))
  })
}

/** Whether lines of a creator's number count for a creator today. */
function creatorTest(cache: FactsCache, merged: readonly MergedCreator[], creatorId: string): (no: number) => boolean {
  const directory = cache.names.of('creator')
  const groups = standIns(cache, 'creator', merged)
  const known = new Map<number, boolean>()
  return (no) => {
    const label = (): string => (groups.labelOf(groups.numbers.get(no) ?? no) ?? directory.label(no)).id ?? ''
    const is = known.get(no) ?? label() === creatorId
    known.set(no, is)
    return is
  }
}
