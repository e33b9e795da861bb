/** All sale lines of a shop's month in one pass over the month's columns: what a close keeps of them, and what a statement tells. */

import { dayOfNumber } from '../../shared/domain/days'
import type { LineNow } from '../../shared/domain/closed-sheet'
import type { CloseLine } from '../../shared/domain/period-close'
import type { Cause, LineSettlement, SettlementLine } from '../../shared/domain/settlement'
import type { FactsCache } from './cache'
import { CHUNK_LINES } from './chunk'
import { idText } from './id-map'
import type { SettlementQuery } from './settlement-query'
import { type LoadedMonth, onMonth, walkMonth } from './settlement-walk'
import { standIns } from './stand-ins'

type MonthQuery = Pick<SettlementQuery, 'shop' | 'month' | 'mergedCreators'>

const NOTHING_SAID = { isLate: () => false, tags: new Map<string, Cause>() }

/** The same lines as the settlement sheet's, creators that are one counted as one. */
export function monthLines(cache: FactsCache, query: MonthQuery): Promise<CloseLine[]> {
  return onMonth(cache, query, (loaded) => {
    const lines: CloseLine[] = []
    if (loaded !== null) eachLine(cache, loaded, { ...query, ...NOTHING_SAID }, (line) => void lines.push(line))
    return lines
  })
}

/** A line with what people want to know of it, and where the platform's own record of it stands. */
export interface DetailedLine extends LineNow {
  readonly productName: string
  readonly skuName: string
  readonly day: string
  readonly returned: number
  readonly cause: Cause | null
  readonly batchNo: number
  /** The line's number in its batch, from 0. */
  readonly at: number
}

export function detailedLines(cache: FactsCache, query: SettlementQuery): Promise<DetailedLine[]> {
  return onMonth(cache, query, (loaded) => {
    const lines: DetailedLine[] = []
    if (loaded === null) return lines
    const productNames = namesIn(cache, 'dim_products')
    const skuNames = namesIn(cache, 'dim_skus')
    const { columns, amounts } = loaded
    const { numbers, keys, fullyReturned } = amounts
    eachLine(cache, loaded, query, (line, i, { cause }, { standardRate, adsRate, delivered }) => {
      lines.push({
        ...line,
        productName: productNames(columns.product[i]!),
        skuName: skuNames(keys.sku[i]!),
        day: dayOfNumber(columns.day[i]!),
        returned: Math.max(numbers.returnedQuantity[i]! || 0, numbers.refundedQuantity[i]! || 0),
        fullyReturned: fullyReturned[i] === 1,
        standardRate,
        adsRate,
        delivered,
        cause,
        batchNo: keys.batch[i]!,
        at: keys.row[i]!,
      })
    })
    return lines
  })
}

/** The records' numbers in their files, as a spreadsheet shows them: each chunk is opened once. */
export async function fileRows(
  cache: FactsCache,
  lines: readonly Pick<DetailedLine, 'batchNo' | 'at'>[],
): Promise<ReadonlyMap<Pick<DetailedLine, 'batchNo' | 'at'>, number>> {
  const rows = new Map<Pick<DetailedLine, 'batchNo' | 'at'>, number>()
  const inOrder = lines.toSorted((a, b) => a.batchNo - b.batchNo || a.at - b.at)
  for (const line of inOrder) {
    const { batch } = await cache.chunk(line.batchNo, Math.floor(line.at / CHUNK_LINES))
    rows.set(line, batch.row[line.at % CHUNK_LINES]!)
  }
  return rows
}

function eachLine(
  cache: FactsCache,
  loaded: LoadedMonth,
  query: Pick<SettlementQuery, 'mergedCreators' | 'isLate' | 'tags'>,
  take: (line: CloseLine, i: number, settled: LineSettlement, raw: SettlementLine) => void,
): void {
  cache.names.refresh()
  const creators = cache.names.of('creator')
  const products = cache.names.of('product')
  const groups = standIns(cache, 'creator', query.mergedCreators)
  const skuOf = skuIds(cache)
  const { columns, amounts } = loaded
  const { numbers, keys } = amounts
  walkMonth(cache, loaded, query, (i, line, settled) => {
    const no = columns.creator[i]!
    const refunded = numbers.refundedQuantity[i]!
    const whole: CloseLine = {
      orderId: orderIdOf(amounts, i),
      productId: products.label(columns.product[i]!).text,
      skuId: skuOf(keys.sku[i]!),
      creatorId: (groups.labelOf(groups.numbers.get(no) ?? no) ?? creators.label(no)).id ?? '',
      status: line.status,
      parts: {
        quantity: columns.units[i]!,
        refundedQuantity: Number.isNaN(refunded) ? null : refunded,
        gmv: columns.gmv[i]!,
        refund: columns.refund[i]!,
        commission: settled.actual,
        ...estimatesOf(line),
      },
    }
    take(whole, i, settled, line)
  })
}

function estimatesOf(line: SettlementLine) {
  const { estimatedBase, actualBase, estimatedStandard, actualStandard, estimatedAds, actualAds } = line
  const { estimatedBonus, actualBonus, estimatedTax, actualTax } = line
  return {
    estimatedBase,
    actualBase,
    estimatedStandard,
    actualStandard,
    estimatedAds,
    actualAds,
    estimatedBonus,
    actualBonus,
    estimatedTax,
    actualTax,
  }
}

/** The order of a row; '' where its file names none. */
export function orderIdOf({ keys }: LoadedMonth['amounts'], row: number): string {
  const [high, low] = [keys.orderHigh[row]!, keys.orderLow[row]!]
  return high === 0 && low === 0 ? '' : idText(high, low)
}

/** SKU ids by number. */
export function skuIds(cache: FactsCache): (no: number) => string {
  return textsOf(cache, 'SELECT sku_id FROM dim_skus WHERE no = ?')
}

/** What products are called in files, by number. */
export function productNames(cache: FactsCache): (no: number) => string {
  return namesIn(cache, 'dim_products')
}

function namesIn(cache: FactsCache, table: 'dim_products' | 'dim_skus'): (no: number) => string {
  return textsOf(cache, `SELECT name FROM ${table} WHERE no = ?`)
}

/** A text by number, asked once for each; '' for 0 and for what is not there. */
function textsOf({ db }: FactsCache, sql: string): (no: number) => string {
  const find = db.prepare<[number], string>(sql).pluck()
  const known = new Map<number, string>([[0, '']])
  return (no) => {
    const text = known.get(no) ?? find.get(no) ?? ''
    known.set(no, text)
    return text
  }
}
