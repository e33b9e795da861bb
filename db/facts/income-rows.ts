/** Lines of income files as the merged store keeps them: what is added up and compared, by the order they are about. */

import type { IncomeBatch } from '../../shared/domain/income/batch'
import { FEE_GROUPS, feesByGroup, INCOME_TOTALS, type IncomeTotal } from '../../shared/domain/income/columns'
import { PackedColumns, packColumns, type NumberArray } from './columns'

export interface IncomeRows {
  length: number
  /** The order that the line is about: that of an adjustment where the file names it. 0/0: none. */
  readonly orderHigh: Uint32Array
  readonly orderLow: Uint32Array
  readonly hash0: Uint32Array
  readonly hash1: Uint32Array
  /** Index into `INCOME_PARTS`. */
  readonly part: Uint8Array
  /** Index into `INCOME_TYPES`. */
  readonly type: Uint8Array
  /** Days since 1970-01-01; NaN: not given. */
  readonly settled: Float64Array
  readonly created: Float64Array
  /** Minor units of the shop's currency; NaN: blank. */
  readonly totals: Readonly<Record<IncomeTotal, Float64Array>>
  /** Fees in the order of `FEE_GROUPS`; they add up to `fees`. */
  readonly groups: readonly Float64Array[]
  /** Where the whole line is: its batch, and its number in that. */
  readonly batch: Int32Array
  readonly place: Uint32Array
}

export function newIncomeRows(capacity: number): IncomeRows {
  const numbers = () => new Float64Array(capacity)
  return {
    length: 0,
    orderHigh: new Uint32Array(capacity),
    orderLow: new Uint32Array(capacity),
    hash0: new Uint32Array(capacity),
    hash1: new Uint32Array(capacity),
    part: new Uint8Array(capacity),
    type: new Uint8Array(capacity),
    settled: numbers(),
    created: numbers(),
    totals: { settlement: numbers(), revenue: numbers(), fees: numbers(), adjustment: numbers() },
    groups: FEE_GROUPS.map(numbers),
    batch: new Int32Array(capacity),
    place: new Uint32Array(capacity),
  }
}

function columnsOf(rows: IncomeRows): [string, NumberArray][] {
  return [
    ['orderHigh', rows.orderHigh],
    ['orderLow', rows.orderLow],
    ['hash0', rows.hash0],
    ['hash1', rows.hash1],
    ['part', rows.part],
    ['type', rows.type],
    ['settled', rows.settled],
    ['created', rows.created],
    ...INCOME_TOTALS.map((name): [string, NumberArray] => [name, rows.totals[name]]),
    ...FEE_GROUPS.map((group, at): [string, NumberArray] => [`fees.${group}`, rows.groups[at]!]),
    ['batch', rows.batch],
    ['place', rows.place],
  ]
}

/** Copies line `i` of a batch behind the rows; there must be room. */
export function addIncomeRow(rows: IncomeRows, batch: IncomeBatch, i: number, batchNo: number, place: number): void {
  const at = rows.length
  const { relatedId, id } = batch.idsHigh
  const about = relatedId[i] !== 0 || batch.idsLow.relatedId[i] !== 0 ? 'relatedId' : 'id'
  rows.orderHigh[at] = about === 'id' ? id[i]! : relatedId[i]!
  rows.orderLow[at] = batch.idsLow[about][i]!
  rows.hash0[at] = batch.hash0[i]!
  rows.hash1[at] = batch.hash1[i]!
  rows.part[at] = batch.part[i]!
  rows.type[at] = batch.type[i]!
  rows.settled[at] = batch.settled[i]!
  rows.created[at] = batch.created[i]!
  for (const name of INCOME_TOTALS) rows.totals[name][at] = batch.totals[name][i]!
  feesByGroup(batch.totals.fees[i]!, (name) => batch.amounts.get(name)?.[i] ?? Number.NaN, SUMS)
  for (const [group, values] of rows.groups.entries()) values[at] = SUMS[group]!
  rows.batch[at] = batchNo
  rows.place[at] = place
  rows.length += 1
}

const SUMS = new Float64Array(FEE_GROUPS.length)

/** With room for at least `capacity` rows. */
export function grownRows(rows: IncomeRows, capacity: number): IncomeRows {
  if (rows.part.length >= capacity) return rows
  const grown = newIncomeRows(Math.max(capacity, rows.part.length * 2))
  const source = columnsOf(rows)
  columnsOf(grown).forEach(([, column], c) => column.set(source[c]![1].subarray(0, rows.length)))
  grown.length = rows.length
  return grown
}

/** The rows by order, then key, as bytes. Equal rows give equal bytes, in whatever order they came. */
export function packIncomeRows(rows: IncomeRows): Uint8Array {
  const order = sortedOrder(rows)
  const target = columnsOf(newIncomeRows(rows.length))
  columnsOf(rows).forEach(([, column], c) => {
    const to = target[c]![1]
    for (let i = 0; i < order.length; i++) to[i] = column[order[i]!]!
  })
  return packColumns(target, rows.length, null)
}

function sortedOrder(rows: IncomeRows): Int32Array {
  const order = Int32Array.from({ length: rows.length }, (_, i) => i)
  const { orderHigh, orderLow, hash0, hash1 } = rows
  return order.sort(
    (a, b) =>
      orderHigh[a]! - orderHigh[b]! || orderLow[a]! - orderLow[b]! || hash0[a]! - hash0[b]! || hash1[a]! - hash1[b]!,
  )
}

export function unpackIncomeRows(bytes: Uint8Array): IncomeRows {
  const packed = new PackedColumns(bytes)
  const rows = newIncomeRows(packed.rows)
  rows.length = packed.rows
  for (const [name, column] of columnsOf(rows)) packed.read(name, column)
  return rows
}

/** Which order each line is about, what it is of, and where the whole line is. */
export type IncomePlaces = Pick<IncomeRows, 'orderHigh' | 'orderLow' | 'part' | 'batch' | 'place' | 'length'>

/** A small part of unpacking all of it: to find lines by their order. */
export function unpackIncomePlaces(bytes: Uint8Array): IncomePlaces {
  const packed = new PackedColumns(bytes)
  const { rows } = packed
  const columns = {
    orderHigh: new Uint32Array(rows),
    orderLow: new Uint32Array(rows),
    part: new Uint8Array(rows),
    batch: new Int32Array(rows),
    place: new Uint32Array(rows),
  }
  for (const [name, column] of Object.entries(columns)) packed.read(name, column)
  return { ...columns, length: rows }
}
