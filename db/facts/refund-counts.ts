/** How many lines came back, by creator, product and week of order: one pass over the columns in memory. */

import { weekOfDay } from '../../shared/domain/days'
import type { RefundGroup } from '../../shared/domain/refund-clusters'
import type { FactsCache } from './cache'
import { isSale } from './rows'
import { standIns } from './stand-ins'
import type { MergedCreator } from './types'

export interface RefundCountsQuestion {
  readonly shopId: string
  /** Creation days, both included, as numbers since 1970-01-01. */
  readonly from: number
  readonly to: number
  readonly mergedCreators: readonly MergedCreator[]
}

/** A group with the record of its creator; null: the files name nobody. */
export type CountedGroup = RefundGroup & { readonly creatorId: string | null }

/** Every group of the days that has a line; a line came back where the ROI table counts some of it as refunded. */
export function refundCounts(cache: FactsCache, question: RefundCountsQuestion): CountedGroup[] {
  const { shopId, from, to } = question
  const shop = cache.shopNumbers().get(shopId)
  if (shop === undefined) return []
  cache.names.refresh()
  const creators = standIns(cache, 'creator', question.mergedCreators)
  const groups = new Map<
    string,
    { creator: number; product: number; week: number; lines: number; refunded: number; amount: number }
  >()
  for (const month of cache.columns(shop.no, shop.version).months) {
    if (month.firstDay > to || month.lastDay < from) continue
    const { day, flags, creator, product, refund } = month
    for (let i = 0; i < month.length; i++) {
      const on = day[i]!
      if (on < from || on > to || !isSale(flags[i]!)) continue
      const who = creators.numbers.get(creator[i]!) ?? creator[i]!
      const week = weekOfDay(on)
      const key = `${who} ${product[i]!} ${week}`
      const group = groups.get(key) ?? { creator: who, product: product[i]!, week, lines: 0, refunded: 0, amount: 0 }
      groups.set(key, group)
      group.lines++
      if (refund[i]! !== 0) group.refunded++
      group.amount += refund[i]!
    }
  }
  const label = (no: number) => creators.labelOf(no) ?? cache.names.of('creator').label(no)
  return [...groups.values()].map(({ creator, product, ...group }) => ({
    ...group,
    shopId,
    creator: label(creator).text,
    creatorId: label(creator).id,
    productId: cache.names.of('product').label(product).text,
  }))
}
