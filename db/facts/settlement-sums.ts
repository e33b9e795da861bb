/** A month's lines added up by creator or by product: sums, distinct orders and rates. */

import {
  addSettlement,
  type LineSettlement,
  readSettlement,
  SETTLEMENT_WIDTH,
  type SettlementLine,
  type SettlementSums,
} from '../../shared/domain/settlement'
import { FIRST_OF_ORDER } from './rows'
import type { MonthColumns } from './shop-columns'

export interface SettledGroup extends SettlementSums {
  /** Distinct orders, and products. */
  readonly orders: number
  readonly products: number
  /** Standard and shop-ads rates of the lines, basis points, the least first. */
  readonly rates: readonly number[]
}

/** The sums of one month, by number: of creators, or of products. */
export class Sums {
  readonly numbers: number[] = []
  readonly total = new Float64Array(SETTLEMENT_WIDTH)
  readonly rates: Set<number>[] = []
  readonly allRates = new Set<number>()
  readonly products: Set<number>[] = []
  readonly allProducts = new Set<number>()
  readonly orders: number[] = []
  allOrders = 0
  sums = new Float64Array(64 * SETTLEMENT_WIDTH)
  private readonly slots: Int32Array
  private readonly stands: ReadonlyMap<number, number>
  private readonly lastOrder: number[] = []
  private last = -1
  private readonly figures = { units: 0, gmv: 0, refund: 0 }

  constructor(numbers: number, stands: ReadonlyMap<number, number>) {
    this.slots = new Int32Array(numbers)
    this.stands = stands
  }

  add(
    { product, units, gmv, refund }: MonthColumns,
    of: number,
    i: number,
    order: number,
    line: SettlementLine,
    settled: LineSettlement,
  ): void {
    const slot = this.slotOf(of)
    const { figures } = this
    figures.units = units[i]!
    figures.gmv = gmv[i]!
    figures.refund = refund[i]!
    addSettlement(this.sums, slot * SETTLEMENT_WIDTH, line, figures, settled)
    addSettlement(this.total, 0, line, figures, settled)
    if (order !== this.last) this.allOrders += 1
    this.last = order
    if (this.lastOrder[slot] !== order) this.orders[slot]! += 1
    this.lastOrder[slot] = order
    this.products[slot]!.add(product[i]!)
    this.allProducts.add(product[i]!)
    this.addRate(slot, line.standardRate)
    this.addRate(slot, line.adsRate)
  }

  private addRate(slot: number, rate: number | null): void {
    if (rate === null || rate === 0) return
    this.rates[slot]!.add(rate)
    this.allRates.add(rate)
  }

  private slotOf(no: number): number {
    const stands = this.stands.get(no) ?? no
    const known = this.slots[stands]!
    if (known !== 0) return known - 1
    const slot = this.numbers.push(stands) - 1
    this.slots[stands] = slot + 1
    this.orders.push(0)
    this.lastOrder.push(-1)
    this.rates.push(new Set())
    this.products.push(new Set())
    if ((slot + 1) * SETTLEMENT_WIDTH > this.sums.length) {
      const grown = new Float64Array(this.sums.length * 4)
      grown.set(this.sums)
      this.sums = grown
    }
    return slot
  }
}

/** What a number's lines come to. */
export function groupOf(sums: Sums, slot: number): SettledGroup {
  const figures = readSettlement(sums.sums, slot * SETTLEMENT_WIDTH)
  return {
    orders: sums.orders[slot]!,
    products: sums.products[slot]!.size,
    rates: sorted(sums.rates[slot]!),
    ...figures,
  }
}

/** Within a month the rows of one order stand together, the first one flagged. */
export function runningOrders(flags: Uint8Array): Int32Array {
  const numbers = new Int32Array(flags.length)
  let current = 0
  for (let i = 0; i < flags.length; i++) {
    if ((flags[i]! & FIRST_OF_ORDER) !== 0) current += 1
    numbers[i] = current
  }
  return numbers
}

export function sorted(rates: ReadonlySet<number>): number[] {
  return [...rates].sort((a, b) => a - b)
}
