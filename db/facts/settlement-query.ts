/**
 * A shop's month from estimate to actual, by creator: one pass over the month's columns, and the lines behind every sum.
 *
 * The same lines as the ROI table's: sales by the day on which they were ordered, creators that are one counted as one.
 */

import {
  type Cause,
  type IsLate,
  type LineSettlement,
  newLineSettlement,
  readSettlement,
  SETTLEMENT_WIDTH,
  settleLine,
} from '../../shared/domain/settlement'
import type { FactsCache } from './cache'
import { queryLines } from './lines-query'
import { groupOf, runningOrders, type SettledGroup, sorted, Sums } from './settlement-sums'
import { type LoadedMonth, onMonth, rowsOf, walkMonth } from './settlement-walk'
import { standIns } from './stand-ins'
import type { FactLine, LinesPage, MergedCreator, RoiShop } from './types'

const DAY_SECONDS = 86_400

export interface SettlementQuery {
  readonly shop: RoiShop
  /** `YYYY-MM`, of the order's creation in the shop's zone. */
  readonly month: string
  readonly mergedCreators: readonly MergedCreator[]
  readonly isLate: IsLate
  /** What people said of lines, by `lineKey`. */
  readonly tags: ReadonlyMap<string, Cause>
}

/** One creator's month; `handle` '' is: lines that name nobody. */
export interface SettledCreator extends SettledGroup {
  readonly handle: string
  readonly creatorId: string | null
}

export interface SettledMonth {
  /** By GMV, greatest first. */
  readonly rows: readonly SettledCreator[]
  readonly total: SettledGroup
}

const NOTHING: SettledMonth = {
  rows: [],
  total: { ...readSettlement(new Float64Array(SETTLEMENT_WIDTH), 0), orders: 0, products: 0, rates: [] },
}

export async function querySettlement(cache: FactsCache, query: SettlementQuery): Promise<SettledMonth> {
  return onMonth(cache, query, (loaded) => (loaded === null ? NOTHING : sumMonth(cache, loaded, query)))
}

/** Which lines of the month; absent means all. */
export interface SettlementLinesFilter {
  /** Handle or record id; '' is: lines that name nobody. */
  readonly creator?: string | undefined
  readonly product?: string | undefined
  readonly cause?: Cause | undefined
  /** Only lines whose actual is not the estimate. */
  readonly differing?: boolean
  readonly after?: string | null
  readonly limit: number
}

/** The lines behind a row, newest first. */
export async function querySettlementLines(
  cache: FactsCache,
  query: SettlementQuery,
  { creator, product, cause, differing = false, after = null, limit }: SettlementLinesFilter,
): Promise<LinesPage> {
  const page = await onMonth(cache, query, (loaded) => {
    if (loaded === null) return { answer: Promise.resolve<LinesPage>({ lines: [], total: 0, next: null }) }
    const wanted = cause === undefined && !differing ? null : wantedRows(cache, loaded, query, { cause, differing })
    const only = wanted === null ? {} : { only: (_month: number, row: number) => wanted[row] === 1 }
    const at = {
      month: query.month,
      ...(creator !== undefined && { creator }),
      ...(product !== undefined && { product }),
    }
    const { shop, mergedCreators } = query
    // Which lines fit is found out in this same turn, while the columns are those just read.
    return { answer: queryLines(cache, { shops: [shop], mergedCreators, at, ...only, after, limit }) }
  })
  return page.answer
}

/** The month's lines of these keys (`lineKey`), as their files say them now. */
export async function queryMonthLines(
  cache: FactsCache,
  query: Pick<SettlementQuery, 'shop' | 'month' | 'mergedCreators'>,
  keys: readonly string[],
): Promise<readonly FactLine[]> {
  const { shop, month, mergedCreators } = query
  const page = await onMonth(cache, query, (loaded) => {
    const rows = loaded === null ? null : rowsOf(cache, loaded, new Map(keys.map((key) => [key, true])))
    if (rows === null) return { answer: Promise.resolve<LinesPage>({ lines: [], total: 0, next: null }) }
    const only = (_month: number, row: number) => rows.has(row)
    return { answer: queryLines(cache, { shops: [shop], mergedCreators, at: { month }, only, limit: keys.length }) }
  })
  return (await page.answer).lines
}

/** A line from estimate to actual, as the sums have it. */
export function settlementOfLine(line: FactLine, isLate: IsLate, tag: Cause | null): LineSettlement {
  const out = newLineSettlement()
  const amount = (name: string): number | null => line.numbers[name] ?? null
  const delivered = amount('delivered')
  settleLine(
    {
      status: line.status,
      fullyReturned: line.fullyReturned === true,
      quantity: amount('quantity') ?? 0,
      payment: amount('payment') ?? 0,
      estimatedBase: amount('estimatedBase'),
      actualBase: amount('actualBase'),
      estimatedStandard: amount('estimatedStandard'),
      actualStandard: amount('actualStandard'),
      estimatedAds: amount('estimatedAds'),
      actualAds: amount('actualAds'),
      estimatedBonus: amount('estimatedBonus'),
      actualBonus: amount('actualBonus'),
      estimatedTax: amount('estimatedTax'),
      actualTax: amount('actualTax'),
      standardRate: amount('standardRate'),
      adsRate: amount('adsRate'),
      delivered: delivered === null ? null : Math.floor(delivered / DAY_SECONDS),
    },
    isLate,
    tag,
    out,
  )
  return out
}

function sumMonth(cache: FactsCache, loaded: LoadedMonth, query: SettlementQuery): SettledMonth {
  const { columns } = loaded
  cache.names.refresh()
  const directory = cache.names.of('creator')
  const groups = standIns(cache, 'creator', query.mergedCreators)
  const sums = new Sums(directory.size, groups.numbers)
  const orderOf = runningOrders(columns.flags)
  walkMonth(cache, loaded, query, (i, line, settled) =>
    sums.add(columns, columns.creator[i]!, i, orderOf[i]!, line, settled),
  )
  const rows = sums.numbers.map((no, slot): SettledCreator => {
    const { text, id } = groups.labelOf(no) ?? directory.label(no)
    return { handle: text, creatorId: id, ...groupOf(sums, slot) }
  })
  return {
    rows: rows.toSorted((a, b) => b.gmv - a.gmv || (a.handle < b.handle ? -1 : 1)),
    total: {
      ...readSettlement(sums.total, 0),
      orders: sums.allOrders,
      products: sums.allProducts.size,
      rates: sorted(sums.allRates),
    },
  }
}

function wantedRows(
  cache: FactsCache,
  loaded: LoadedMonth,
  query: SettlementQuery,
  { cause, differing }: { readonly cause: Cause | undefined; readonly differing: boolean },
): Uint8Array {
  const wanted = new Uint8Array(loaded.columns.length)
  walkMonth(cache, loaded, query, (i, _line, settled) => {
    if (differing && settled.actual === settled.estimated) return
    if (cause !== undefined && settled.cause !== cause) return
    wanted[i] = 1
  })
  return wanted
}
