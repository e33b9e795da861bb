/** All sale lines of a shop's month with what a close keeps of them, in one pass over the month's columns. */

import type { CloseLine } from '../../shared/domain/period-close'
import type { FactsCache } from './cache'
import { idText } from './id-map'
import type { SettlementQuery } from './settlement-query'
import { onMonth, walkMonth } from './settlement-walk'
import { standIns } from './stand-ins'

const NOTHING_SAID = { isLate: () => false, tags: new Map() }

/** The same lines as the settlement sheet's, creators that are one counted as one. */
export function monthLines(
  cache: FactsCache,
  query: Pick<SettlementQuery, 'shop' | 'month' | 'mergedCreators'>,
): Promise<CloseLine[]> {
  return onMonth(cache, query, (loaded) => {
    if (loaded === null) return []
    cache.names.refresh()
    const creators = cache.names.of('creator')
    const products = cache.names.of('product')
    const groups = standIns(cache, 'creator', query.mergedCreators)
    const skuOf = skuTexts(cache)
    const { columns, amounts } = loaded
    const { numbers, keys } = amounts
    const lines: CloseLine[] = []
    walkMonth(cache, loaded, NOTHING_SAID, (i, line, { actual }) => {
      const no = columns.creator[i]!
      const refunded = numbers.refundedQuantity[i]!
      lines.push({
        orderId: idOrNone(keys.orderHigh[i]!, keys.orderLow[i]!),
        productId: products.label(columns.product[i]!).text,
        skuId: skuOf(keys.sku[i]!),
        creatorId: (groups.labelOf(groups.numbers.get(no) ?? no) ?? creators.label(no)).id ?? '',
        status: line.status,
        parts: {
          quantity: columns.units[i]!,
          refundedQuantity: Number.isNaN(refunded) ? null : refunded,
          gmv: columns.gmv[i]!,
          refund: columns.refund[i]!,
          commission: actual,
          estimatedBase: line.estimatedBase,
          actualBase: line.actualBase,
          estimatedStandard: line.estimatedStandard,
          actualStandard: line.actualStandard,
          estimatedAds: line.estimatedAds,
          actualAds: line.actualAds,
          estimatedBonus: line.estimatedBonus,
          actualBonus: line.actualBonus,
          estimatedTax: line.estimatedTax,
          actualTax: line.actualTax,
        },
      })
    })
    return lines
  })
}

function idOrNone(high: number, low: number): string {
  return high === 0 && low === 0 ? '' : idText(high, low)
}

function skuTexts({ db }: FactsCache): (no: number) => string {
  const find = db.prepare<[number], string>('SELECT sku_id FROM dim_skus WHERE no = ?').pluck()
  const known = new Map<number, string>([[0, '']])
  return (no) => {
    const text = known.get(no) ?? find.get(no) ?? ''
    known.set(no, text)
    return text
  }
}
