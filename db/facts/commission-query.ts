/** What a month's lines bring their creators under a rule, and what another one would bring them: nothing is written. */

import { type CommissionTerms, expectedCommission } from '../../shared/domain/commission'
import type { OrderStatus } from '../../shared/domain/orders'
import { statusOfCode } from '../../shared/domain/settlement'
import type { FactsCache } from './cache'
import { isSale, STATUS_MASK } from './rows'
import { type LoadedMonth, onMonth } from './settlement-walk'
import { standIns } from './stand-ins'
import type { MergedCreator, RoiShop } from './types'

export interface SimulationQuery {
  readonly shop: RoiShop
  /** `YYYY-MM`. */
  readonly month: string
  readonly mergedCreators: readonly MergedCreator[]
  /** The terms that hold on a day, by its number. */
  readonly current: (day: number) => CommissionTerms
  readonly proposed: CommissionTerms
  /** Another standard rate for all lines, basis points; null: each keeps its own. */
  readonly rate: number | null
  /** Nobody gets less than now: as in the days for which those who promote already keep their rate. */
  readonly keepHigher: boolean
  /** Of the market, percent points as text. */
  readonly bounds: { readonly min: string | null; readonly max: string | null }
}

export interface SimulatedSums {
  readonly lines: number
  readonly gmv: number
  /** Standard and shop ads as the files have them: actual where given, else the estimate. */
  readonly file: number
  readonly current: number
  readonly proposed: number
  /** Lines without a rate in their file, which are left out of `current` and `proposed`. */
  readonly unknown: number
  /** Lines whose rate the platform does not allow, now or then: left out too. */
  readonly refused: number
}

export interface SimulatedCreator extends SimulatedSums {
  /** '' is: lines that name nobody. */
  readonly handle: string
  readonly creatorId: string | null
}

export interface Simulation {
  /** Whom it changes most first. */
  readonly rows: readonly SimulatedCreator[]
  readonly total: SimulatedSums
}

export async function simulateMonth(cache: FactsCache, query: SimulationQuery): Promise<Simulation> {
  return onMonth(cache, query, (loaded) =>
    loaded === null ? { rows: [], total: noSums() } : simulate(cache, loaded, query),
  )
}

type Sums = { -readonly [K in keyof SimulatedSums]: number }

function noSums(): Sums {
  return { lines: 0, gmv: 0, file: 0, current: 0, proposed: 0, unknown: 0, refused: 0 }
}

function simulate(cache: FactsCache, loaded: LoadedMonth, query: SimulationQuery): Simulation {
  const { columns, amounts } = loaded
  cache.names.refresh()
  const directory = cache.names.of('creator')
  const groups = standIns(cache, 'creator', query.mergedCreators)
  const numberOf = (row: number): number => groups.numbers.get(columns.creator[row]!) ?? columns.creator[row]!
  const sums = new Map<number, Sums>()
  const rows: number[] = []
  // A tier is reached by the whole month: GMV is added up before any line is worked out.
  for (let i = 0; i < columns.length; i++) {
    if (!isSale(columns.flags[i]!)) continue
    rows.push(i)
    const no = numberOf(i)
    const known = sums.get(no) ?? noSums()
    sums.set(no, known)
    known.lines += 1
    known.gmv += columns.gmv[i]!
  }
  for (const i of rows) {
    const of = sums.get(numberOf(i))
    const status = statusOfCode(columns.flags[i]! & STATUS_MASK)
    if (of !== undefined) addLine(of, readLine(amounts, i, status), query, columns.day[i]!)
  }
  const total = noSums()
  const found = [...sums].map(([no, of]): SimulatedCreator => {
    for (const field of FIELDS) total[field] += of[field]
    const { text, id } = groups.labelOf(no) ?? directory.label(no)
    return { ...of, handle: text, creatorId: id }
  })
  const change = ({ current, proposed }: SimulatedSums): number => Math.abs(proposed - current)
  return {
    rows: found.toSorted((a, b) => change(b) - change(a) || b.gmv - a.gmv || (a.handle < b.handle ? -1 : 1)),
    total,
  }
}

const FIELDS = ['lines', 'gmv', 'file', 'current', 'proposed', 'unknown', 'refused'] as const

type Line = ReturnType<typeof readLine>

function addLine(sums: Sums, { line, rate, viaAd, file }: Line, query: SimulationQuery, day: number): void {
  sums.file += file
  if (rate === null) {
    sums.unknown += 1
    return
  }
  const { bounds, gmv } = { bounds: query.bounds, gmv: sums.gmv }
  const now = expectedCommission(line, query.current(day), { rate, gmv, bounds })
  const wanted = query.rate === null || viaAd ? rate : query.rate
  const then = expectedCommission(line, query.proposed, { rate: wanted, gmv, bounds })
  if ('problem' in now || 'problem' in then) {
    sums.refused += 1
    return
  }
  sums.current += now.actual
  sums.proposed += query.keepHigher ? Math.max(now.actual, then.actual) : then.actual
}

/** A line as its file says it, at the rate that was paid. */
export function readLine({ numbers, fullyReturned }: LoadedMonth['amounts'], i: number, status: OrderStatus) {
  const standard = known(numbers.actualStandard[i]!) ?? known(numbers.estimatedStandard[i]!) ?? 0
  const ads = known(numbers.actualAds[i]!) ?? known(numbers.estimatedAds[i]!) ?? 0
  const adsRate = known(numbers.adsRate[i]!)
  // An ad on the creator's content brought it: nothing was paid at the standard rate.
  const viaAd = ads > 0 && standard === 0 && adsRate !== null
  return {
    viaAd,
    rate: viaAd ? adsRate : known(numbers.standardRate[i]!),
    file: status === 'ineligible' ? 0 : standard + ads,
    /** What the file says of that rate's commission; null is blank. */
    parts: {
      estimatedBase: known(numbers.estimatedBase[i]!),
      actualBase: known(numbers.actualBase[i]!),
      estimated: known(viaAd ? numbers.estimatedAds[i]! : numbers.estimatedStandard[i]!),
      actual: known(viaAd ? numbers.actualAds[i]! : numbers.actualStandard[i]!),
    },
    line: {
      status,
      fullyReturned: fullyReturned[i] === 1,
      price: known(numbers.price[i]!) ?? 0,
      quantity: known(numbers.quantity[i]!) ?? 0,
      returned: Math.max(known(numbers.returnedQuantity[i]!) ?? 0, known(numbers.refundedQuantity[i]!) ?? 0),
      // No export of affiliate orders tells them.
      platformDiscount: null,
      sellerDiscount: null,
      tax: null,
      shipping: null,
      estimatedBase: known(numbers.estimatedBase[i]!),
      actualBase: known(numbers.actualBase[i]!),
    },
  }
}

function known(value: number): number | null {
  return Number.isNaN(value) ? null : value
}
