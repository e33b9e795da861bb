/** The lines of a month whose file says another commission than the rule in force, each with what explains it. */

import { type CommissionRule, expectedCommission } from '../../shared/domain/commission'
import {
  type Deviation,
  type DeviationReason,
  deviationReason,
  deviations,
} from '../../shared/domain/commission-deviations'
import { dayOfNumber } from '../../shared/domain/days'
import { isSale, STATUS_MASK } from './rows'
import { statusOfCode } from '../../shared/domain/settlement'
import type { FactsCache } from './cache'
import { readLine } from './commission-query'
import { orderIdOf, productNames, skuIds } from './month-lines'
import { type LoadedMonth, onMonth } from './settlement-walk'
import { standIns } from './stand-ins'
import type { MergedCreator, RoiShop } from './types'

export interface DeviationQuery {
  readonly shop: RoiShop
  /** `YYYY-MM`. */
  readonly month: string
  readonly mergedCreators: readonly MergedCreator[]
  /** The rule that holds on a day, by its number. */
  readonly ruleOn: (day: number) => CommissionRule
  /** Of the market, percent points as text. */
  readonly bounds: { readonly min: string | null; readonly max: string | null }
}

export interface DeviatingLine {
  readonly orderId: string
  readonly productId: string
  readonly productName: string
  readonly skuId: string
  /** '' is: nobody is named. */
  readonly handle: string
  readonly day: string
  /** Basis points, as the file says them. */
  readonly rate: number
  readonly reason: DeviationReason
  /** Empty where nothing could be expected. */
  readonly parts: readonly Deviation[]
  /** What the file pays more (or less, below 0) than the rule: of the actual where it gives one, else of the estimate. */
  readonly difference: number
  readonly rule: CommissionRule
}

export interface DeviatingMonth {
  /** The greatest difference first. */
  readonly lines: readonly DeviatingLine[]
  /** Lines that could be compared, and those without a rate in their file. */
  readonly compared: number
  readonly unknown: number
}

export async function queryDeviations(cache: FactsCache, query: DeviationQuery): Promise<DeviatingMonth> {
  return onMonth(cache, query, (loaded) =>
    loaded === null ? { lines: [], compared: 0, unknown: 0 } : compare(cache, loaded, query),
  )
}

function compare(cache: FactsCache, loaded: LoadedMonth, query: DeviationQuery): DeviatingMonth {
  const { columns, amounts } = loaded
  cache.names.refresh()
  const directory = cache.names.of('creator')
  const products = cache.names.of('product')
  const groups = standIns(cache, 'creator', query.mergedCreators)
  const [skuOf, productName] = [skuIds(cache), productNames(cache)]
  const numberOf = (row: number): number => groups.numbers.get(columns.creator[row]!) ?? columns.creator[row]!
  const gmv = new Map<number, number>()
  const rows: number[] = []
  // A tier is reached by the whole month: GMV is added up before any line is worked out.
  for (let i = 0; i < columns.length; i++) {
    if (!isSale(columns.flags[i]!)) continue
    rows.push(i)
    gmv.set(numberOf(i), (gmv.get(numberOf(i)) ?? 0) + columns.gmv[i]!)
  }
  const lines: DeviatingLine[] = []
  let unknown = 0
  for (const i of rows) {
    const read = readLine(amounts, i, statusOfCode(columns.flags[i]! & STATUS_MASK))
    if (read.rate === null) {
      unknown += 1
      continue
    }
    const rule = query.ruleOn(columns.day[i]!)
    const found = deviationOf(read, rule, { rate: read.rate, gmv: gmv.get(numberOf(i)) ?? 0, bounds: query.bounds })
    if (found === null) continue
    lines.push({
      ...found,
      orderId: orderIdOf(amounts, i),
      productId: products.label(columns.product[i]!).text,
      productName: productName(columns.product[i]!),
      skuId: skuOf(amounts.keys.sku[i]!),
      handle: (groups.labelOf(numberOf(i)) ?? directory.label(numberOf(i))).text,
      day: dayOfNumber(columns.day[i]!),
      rate: read.rate,
      rule,
    })
  }
  const order = ({ difference }: DeviatingLine): number => Math.abs(difference)
  return {
    lines: lines.toSorted((a, b) => order(b) - order(a) || (a.orderId < b.orderId ? -1 : 1)),
    compared: rows.length - unknown,
    unknown,
  }
}

function deviationOf(
  { line, parts: file }: ReturnType<typeof readLine>,
  rule: CommissionRule,
  terms: { readonly rate: number; readonly gmv: number; readonly bounds: DeviationQuery['bounds'] },
): Pick<DeviatingLine, 'reason' | 'parts' | 'difference'> | null {
  const expected = expectedCommission(line, rule, terms)
  if ('problem' in expected) return { reason: 'rateRefused', parts: [], difference: 0 }
  const parts = deviations(expected, file)
  if (parts.length === 0) return null
  const of = parts.find(({ part }) => part === (file.actual === null ? 'estimated' : 'actual'))
  return {
    reason: deviationReason(expected, file, terms.rate),
    parts,
    difference: of === undefined ? 0 : of.file - of.expected,
  }
}
