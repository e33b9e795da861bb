/**
 * Merging lines into the segments of one shop: per key the line of the most believed file, and of its last row.
 *
 * The outcome does not depend on the order in which files, or parts of a file, are merged.
 */

import { monthOfDay } from '../../shared/domain/days'
import { idHex } from './id-map'
import type { Pacer } from './pacer'
import { compareKeys, gatherRows, newRows, type Rows } from './rows'
import type { SegmentStore } from './segment-store'
import { sortRows } from './sort'

/** What became of the lines; `older` is a part of `unchanged`. */
export interface MergeCounts {
  inserted: number
  updated: number
  unchanged: number
  repeated: number
  older: number
}

/** Pending rows in order of key, one for each key, with the month each belongs to. */
interface Sorted {
  readonly rows: Rows
  readonly order: Int32Array
  readonly months: Int32Array
  /** By place in `order`: decided already because another month holds the key. */
  readonly settled: Uint8Array
}

const OPEN = 0
const TAKEN = 1
const DROPPED = 2

export class Merger {
  readonly counts: MergeCounts = { inserted: 0, updated: 0, unchanged: 0, repeated: 0, older: 0 }
  private readonly store: SegmentStore
  private readonly shopNo: number
  private readonly ranks: Int32Array
  private readonly pacer: Pacer

  /** `ranks`: by batch number, how much a file is believed (`precedenceRanks`). */
  constructor(store: SegmentStore, shopNo: number, ranks: Int32Array, pacer: Pacer) {
    this.store = store
    this.shopNo = shopNo
    this.ranks = ranks
    this.pacer = pacer
  }

  /** Merges rows of one file; they may come in any order and repeat keys. */
  async merge(rows: Rows): Promise<void> {
    if (rows.length === 0) {
      return
    }
    const sorted = this.withoutRepeats(rows, await sortRows(rows, this.pacer))
    await this.pacer.breathe()
    const removals = await this.settleMoved(sorted)
    for (const [month, places] of groupByMonth(sorted, removals.keys())) {
      this.mergeMonth(month, sorted, places, removals.get(month) ?? [])
      await this.pacer.breathe()
    }
  }

  /** The last of several rows with one key holds. */
  private withoutRepeats(rows: Rows, order: Int32Array): Sorted {
    const months = new Int32Array(order.length)
    let kept = 0
    for (let k = 0; k < order.length; k++) {
      const row = order[k]!
      const next = order[k + 1]
      if (next !== undefined && compareKeys(rows, row, rows, next) === 0) {
        this.counts.repeated++
        continue
      }
      const month = cachedMonth(rows.day[row]!)
      const before = order[kept - 1]
      if (before !== undefined && months[kept - 1] !== month && compareOrders(rows, before, rows, row) === 0) {
        this.store.putSplitOrder(this.shopNo, rows.orderHigh[row]!, rows.orderLow[row]!)
      }
      order[kept] = row
      months[kept] = month
      kept++
    }
    return { rows, order: order.subarray(0, kept), months: months.subarray(0, kept), settled: new Uint8Array(kept) }
  }

  /** Finds keys that another month's segment holds; answers, per month, the rows to take out of it. */
  private async settleMoved(sorted: Sorted): Promise<Map<number, number[]>> {
    const removals = new Map<number, number[]>()
    for (const head of this.store.heads(this.shopNo)) {
      const from = placeOf(sorted, head.orderMin, false)
      const to = placeOf(sorted, head.orderMax, true)
      if (hasOtherMonth(sorted.months, from, to, head.month)) {
        const old = this.store.rows(this.shopNo, head.month)
        const removed = old === null ? [] : this.settleAgainst(old, head.month, sorted, from, to)
        if (removed.length > 0) {
          removals.set(head.month, removed)
        }
        await this.pacer.breathe()
      }
    }
    return removals
  }

  private settleAgainst(old: Rows, month: number, sorted: Sorted, from: number, to: number): number[] {
    const { rows, order, months, settled } = sorted
    const removed: number[] = []
    let i = 0
    for (let k = from; k < to; k++) {
      const row = order[k]!
      while (i < old.length && compareOrders(old, i, rows, row) < 0) i++
      if (months[k] === month || i === old.length || compareOrders(old, i, rows, row) !== 0) {
        continue
      }
      this.store.putSplitOrder(this.shopNo, rows.orderHigh[row]!, rows.orderLow[row]!)
      let match = i
      while (match < old.length && compareKeys(old, match, rows, row) < 0) match++
      if (match < old.length && compareKeys(old, match, rows, row) === 0) {
        if (this.replaces(old, match, rows, row)) {
          removed.push(match)
          settled[k] = TAKEN
        } else {
          settled[k] = DROPPED
        }
      }
    }
    return removed
  }

  private mergeMonth(month: number, sorted: Sorted, places: Int32Array, removed: readonly number[]): void {
    const { rows, order, settled } = sorted
    const old = this.store.rows(this.shopNo, month) ?? newRows(0)
    const take = new Int32Array(old.length + places.length)
    let length = 0
    let changed = removed.length > 0
    let i = 0
    let k = 0
    let r = 0
    while (i < old.length || k < places.length) {
      if (i < old.length && removed[r] === i) {
        i++
        r++
        continue
      }
      const row = k < places.length ? order[places[k]!]! : -1
      const side = row < 0 ? -1 : i === old.length ? 1 : compareKeys(old, i, rows, row)
      if (side < 0) {
        take[length++] = i++
      } else if (side === 0) {
        const wins = this.replaces(old, i, rows, row)
        take[length++] = wins ? ~row : i
        changed = changed || wins
        i++
        k++
      } else {
        const state = settled[places[k++]!]!
        if (state !== DROPPED) {
          take[length++] = ~row
          changed = true
          if (state === OPEN) this.counts.inserted++
        }
      }
    }
    if (changed) {
      const merged = newRows(length)
      gatherRows(merged, old, rows, take, length)
      this.store.put(this.shopNo, month, merged)
    }
  }

  /** Decides between a known line and a new one of the same key, and counts the outcome. */
  private replaces(old: Rows, i: number, rows: Rows, row: number): boolean {
    const { counts, ranks } = this
    const oldBatch = old.batch[i]!
    const newBatch = rows.batch[row]!
    if (oldBatch === newBatch) {
      const later = rows.row[row]! > old.row[i]!
      if (rows.row[row] !== old.row[i]) counts.repeated++
      return later
    }
    const wins = (ranks[newBatch] ?? 0) > (ranks[oldBatch] ?? 0)
    if (old.hash0[i] === rows.hash0[row] && old.hash1[i] === rows.hash1[row]) {
      counts.unchanged++
    } else if (wins) {
      counts.updated++
    } else {
      counts.unchanged++
      counts.older++
    }
    return wins
  }
}

function compareOrders(a: Rows, i: number, b: Rows, j: number): number {
  return a.orderHigh[i]! - b.orderHigh[j]! || a.orderLow[i]! - b.orderLow[j]!
}

/** The first place whose order id is not below `hex`, or (`after`) is above it. */
function placeOf({ rows, order }: Sorted, hex: string, after: boolean): number {
  let low = 0
  let high = order.length
  while (low < high) {
    const middle = (low + high) >> 1
    const row = order[middle]!
    const id = idHex(rows.orderHigh[row]!, rows.orderLow[row]!)
    if (id < hex || (after && id === hex)) low = middle + 1
    else high = middle
  }
  return low
}

function hasOtherMonth(months: Int32Array, from: number, to: number, month: number): boolean {
  for (let k = from; k < to; k++) {
    if (months[k] !== month) return true
  }
  return false
}

/** Places by month, in order of key; `also` adds months without places. */
function groupByMonth({ months }: Sorted, also: Iterable<number>): Map<number, Int32Array> {
  const counts = new Map<number, number>()
  for (const month of also) counts.set(month, 0)
  for (let k = 0; k < months.length; k++) {
    counts.set(months[k]!, (counts.get(months[k]!) ?? 0) + 1)
  }
  const groups = new Map(
    [...counts].toSorted(([a], [b]) => a - b).map(([month, count]) => [month, new Int32Array(count)]),
  )
  const filled = new Map<number, number>()
  for (let k = 0; k < months.length; k++) {
    const month = months[k]!
    const at = filled.get(month) ?? 0
    groups.get(month)![at] = k
    filled.set(month, at + 1)
  }
  return groups
}

const MONTHS = new Int32Array(65_536).fill(-1)

/** `monthOfDay`, remembered: a calendar look-up for every line would be the dearest step. */
export function cachedMonth(day: number): number {
  let month = MONTHS[day] ?? monthOfDay(day)
  if (month === -1) {
    month = monthOfDay(day)
    if (day >= 0) MONTHS[day] = month
  }
  return month
}
