/** Exchange within one question: factors by currency and day, and what was missing. */

import { dayOfNumber } from '../../shared/domain/days'
import type { ByDay } from './scan'
import { NOT_ASKED } from './scan-rates'
import type { MissingRate, RoiQuery } from './types'

interface Missing {
  lines: number
  readonly days: Set<number>
}

export interface RateTable extends ByDay<Float64Array> {
  /** Some day asked for has no rate. */
  hasGaps: boolean
}

export class Rates {
  private readonly target: string
  private readonly factorOf: RoiQuery['factor']
  private readonly known = new Map<string, Map<number, number>>()
  private readonly tables = new Map<string, RateTable>()
  private readonly missing = new Map<string, Missing>()

  constructor({ currency, factor }: Pick<RoiQuery, 'currency' | 'factor'>) {
    this.target = currency
    this.factorOf = factor
  }

  /** True where amounts are taken as they are. */
  isTarget(currency: string): boolean {
    return currency === this.target
  }

  /** Minor units of the currency × factor = minor units of the target; NaN where nobody entered a rate. */
  factor(currency: string, day: number): number {
    if (currency === this.target) {
      return 1
    }
    let byDay = this.known.get(currency)
    if (byDay === undefined) {
      byDay = new Map()
      this.known.set(currency, byDay)
    }
    let factor = byDay.get(day)
    if (factor === undefined) {
      factor = this.factorOf(currency, day) ?? Number.NaN
      byDay.set(day, factor)
    }
    return factor
  }

  /**
   * Room for the factors of a run of days, one table per currency. Factors are asked for by `fill` only, for days that
   * have lines: whoever answers notes which rates were used.
   */
  table(currency: string, { from, to }: { readonly from: number; readonly to: number }): RateTable {
    let table = this.tables.get(currency)
    if (table === undefined) {
      table = { first: from, values: new Float64Array(to - from + 1).fill(NOT_ASKED), hasGaps: false }
      this.tables.set(currency, table)
    }
    return table
  }

  fill(currency: string, table: RateTable, day: number): void {
    const factor = this.factor(currency, day)
    table.values[day - table.first] = factor
    if (Number.isNaN(factor)) table.hasGaps = true
  }

  miss(currency: string, day: number): void {
    const missing = this.missing.get(currency) ?? { lines: 0, days: new Set() }
    this.missing.set(currency, missing)
    missing.lines++
    missing.days.add(day)
  }

  missingRates(): MissingRate[] {
    return [...this.missing]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([base, { lines, days }]) => {
        const sorted = [...days].toSorted((a, b) => a - b)
        return {
          base,
          quote: this.target,
          from: dayOfNumber(sorted[0]!),
          to: dayOfNumber(sorted.at(-1)!),
          days: days.size,
          lines,
        }
      })
  }
}
