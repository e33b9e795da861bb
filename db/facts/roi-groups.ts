/** The groups of one ROI question: composed codes to slots, and the sums of every slot. */

import { IdMap } from './id-map'
import type { GroupKey } from './roi-keys'
import { type Block, ORDERS, type OrderCounter, SUM_WIDTH } from './scan'

/** Up to this many possible groups a plain table finds a group's slot; beyond, a hash map. */
const DENSE = 2_000_000

/** What costs add to a group, after the sums of its lines. */
export const COST_FIELDS = ['sampleCost', 'fees', 'ads', 'otherCosts', 'views', 'hasViews'] as const
export type CostField = (typeof COST_FIELDS)[number]
export const COST_WIDTH = COST_FIELDS.length

export class Groups {
  count = 0
  sums = new Float64Array(0)
  costs = new Float64Array(0)
  private readonly codes: number[] = []
  private readonly dense: Int32Array | null
  private readonly sparse: IdMap | null
  private readonly splitsSeen = new Set<string>()
  private readonly steps: readonly number[]
  private readonly keys: readonly GroupKey[]
  private last = new Int32Array(0)

  constructor(keys: readonly GroupKey[]) {
    this.keys = keys
    let size = 1
    this.steps = keys.map((key) => {
      const step = size
      size *= key.size()
      return step
    })
    this.makeRoom(Math.min(size, 16_384))
    this.dense = size <= DENSE ? new Int32Array(size) : null
    this.sparse = this.dense === null ? new IdMap() : null
  }

  /** What a code of the `k`th key is multiplied by in the composed code. */
  step(k: number): number {
    return this.steps[k]!
  }

  compose(codeOf: (key: GroupKey) => number): number {
    return this.keys.reduce((code, key, k) => code + codeOf(key) * this.steps[k]!, 0)
  }

  /** The `k`th key's code of a group. */
  codeOf(slot: number, k: number): number {
    const size = this.keys[k]!.size()
    return Math.floor(this.codes[slot]! / this.steps[k]!) % size
  }

  get counter(): OrderCounter {
    return { last: this.last, split: this.firstSplit }
  }

  /** Gives every row of the block the slot of its code. */
  place(block: Block): void {
    if (this.dense === null) {
      for (let j = 0; j < block.count; j++) block.slot[j] = this.slot(block.code[j]!)
    } else {
      this.placeDense(block, this.dense)
    }
  }

  slot(code: number): number {
    const known = this.dense === null ? this.sparse!.get(Math.floor(code / 0x100000000), code >>> 0) : this.dense[code]!
    if (known !== 0) {
      return known - 1
    }
    const slot = this.count++
    this.codes.push(code)
    if (this.dense === null) this.sparse!.add(Math.floor(code / 0x100000000), code >>> 0, slot + 1)
    else this.dense[code] = slot + 1
    if (this.count > this.last.length) this.makeRoom(this.last.length * 4)
    return slot
  }

  private placeDense({ code, slot, count }: Block, dense: Int32Array): void {
    for (let j = 0; j < count; j++) {
      const known = dense[code[j]!]!
      slot[j] = known === 0 ? this.slot(code[j]!) : known - 1
    }
  }

  private readonly firstSplit = (group: number, order: number): boolean => {
    const size = this.splitsSeen.size
    return this.splitsSeen.add(`${group}/${order}`).size > size
  }

  private makeRoom(groups: number): void {
    const wider = <A extends Int32Array | Float64Array>(old: A, grown: A): A => {
      grown.set(old)
      return grown
    }
    this.last = wider(this.last, new Int32Array(groups))
    this.sums = wider(this.sums, new Float64Array(groups * SUM_WIDTH))
    this.costs = wider(this.costs, new Float64Array(groups * COST_WIDTH))
  }
}

/** Counts distinct orders over all groups. */
export class OrderTotal {
  orders = 0
  private last = 0
  private readonly splitsSeen = new Set<number>()

  add({ order, count }: Block): void {
    let { last } = this
    for (let j = 0; j < count; j++) {
      const number = order[j]!
      if (number > 0 ? number !== last : this.isNewSplit(number)) this.orders++
      last = number
    }
    this.last = last
  }

  private isNewSplit(number: number): boolean {
    const size = this.splitsSeen.size
    return this.splitsSeen.add(number).size > size
  }
}

/** The sums of all groups together; orders are not added up, an order may lie in several groups. */
export function totalSums(groups: Groups, orders: number): Float64Array {
  const total = new Float64Array(SUM_WIDTH)
  for (let at = 0; at < groups.count * SUM_WIDTH; at += SUM_WIDTH) {
    for (let field = 0; field < SUM_WIDTH; field++) total[field]! += groups.sums[at + field]!
  }
  total[ORDERS] = orders
  return total
}
