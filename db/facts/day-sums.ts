/** The sums of one segment by day and content type. */

import { CONTENT_TYPE_SHIFT, CONTENT_TYPE_COUNT, isSale, isSample, SETTLED, STATUS_MASK, type Rows } from './rows'

/** day, content type, lines, samples, orders, units, kept, gmv, refunds, commission settled, commission pending. */
export type DaySums = readonly number[]

export const ALL_TYPES = 255

const LINES = 0
const SAMPLES = 1
const ORDERS = 2
const UNITS = 3
const KEPT = 4
const GMV = 5
const REFUNDS = 6
const SETTLED_COMMISSION = 7
const PENDING_COMMISSION = 8
const WIDTH = 9
// One more than the content types: the last stands for all of them.
const GROUPS = CONTENT_TYPE_COUNT + 1

/** Rows of one month in order of key. `splitRows`: one row of each order that has lines on several days. */
export function sumDays(rows: Rows): { readonly days: DaySums[]; readonly splitRows: number[] } {
  const { length, day, flags } = rows
  let first = Infinity
  let last = -Infinity
  for (let i = 0; i < length; i++) {
    if (day[i]! < first) first = day[i]!
    if (day[i]! > last) last = day[i]!
  }
  const groups = length === 0 ? 0 : (last - first + 1) * GROUPS
  const sums = new Float64Array(groups * WIDTH)
  const lastOrder = new Int32Array(groups)
  const splitRows = new Set<number>()
  let start = 0
  for (let i = 0; i < length; i++) {
    if (rows.orderLow[i] !== rows.orderLow[start] || rows.orderHigh[i] !== rows.orderHigh[start]) start = i
    if (day[i] !== day[start]) splitRows.add(start)
    const group = (day[i]! - first) * GROUPS
    addRow(sums, lastOrder, group + ((flags[i]! >> CONTENT_TYPE_SHIFT) & 7), rows, i, start)
    addRow(sums, lastOrder, group + CONTENT_TYPE_COUNT, rows, i, start)
  }
  const days: number[][] = []
  for (let group = 0; group < groups; group++) {
    const at = group * WIDTH
    if (sums[at + LINES] !== 0 || sums[at + SAMPLES] !== 0) {
      const type = group % GROUPS
      days.push([
        first + Math.floor(group / GROUPS),
        type === CONTENT_TYPE_COUNT ? ALL_TYPES : type,
        ...sums.subarray(at, at + WIDTH),
      ])
    }
  }
  return { days, splitRows: [...splitRows] }
}

function addRow(sums: Float64Array, lastOrder: Int32Array, group: number, rows: Rows, i: number, start: number): void {
  const at = group * WIDTH
  const flags = rows.flags[i]!
  if (!isSale(flags)) {
    if (isSample(flags)) sums[at + SAMPLES]!++
    return
  }
  sums[at + LINES]!++
  if (lastOrder[group] !== start + 1) {
    lastOrder[group] = start + 1
    sums[at + ORDERS]!++
  }
  sums[at + UNITS]! += rows.units[i]!
  sums[at + KEPT]! += rows.kept[i]!
  sums[at + GMV]! += rows.gmv[i]!
  sums[at + REFUNDS]! += rows.refund[i]!
  sums[at + ((flags & STATUS_MASK) === SETTLED ? SETTLED_COMMISSION : PENDING_COMMISSION)]! += rows.commission[i]!
}
