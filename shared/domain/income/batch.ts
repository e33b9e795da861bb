/**
 * Many lines of income files at once, column by column. Only the first `length` entries of an array count; blank numbers
 * are NaN, absent texts -1, absent ids 0/0. Money in minor units of the shop's currency, days since 1970-01-01.
 */

import type { IncomeAmount, IncomeText, IncomeTotal } from './columns'

export const INCOME_IDS = ['id', 'relatedId', 'skuId'] as const
export type IncomeId = (typeof INCOME_IDS)[number]

/** Distinct texts in order of appearance. */
export interface IncomeTextList {
  readonly values: string[]
  readonly numbers: Map<string, number>
}

export interface IncomeBatch {
  length: number
  /** The record's number in its sheet, as a spreadsheet shows it. */
  readonly row: Uint32Array
  /** Index into `INCOME_PARTS`. */
  readonly part: Uint8Array
  /** Index into `INCOME_TYPES`. */
  readonly type: Uint8Array
  /** Two 32-bit lanes of a hash over the line's key: equal for lines that count once. Follows from the other columns. */
  readonly hash0: Uint32Array
  readonly hash1: Uint32Array
  readonly idsHigh: Readonly<Record<IncomeId, Uint32Array>>
  readonly idsLow: Readonly<Record<IncomeId, Uint32Array>>
  readonly created: Float64Array
  readonly settled: Float64Array
  readonly totals: Readonly<Record<IncomeTotal, Float64Array>>
  /** Only amounts that some line has; those of other lines are NaN. */
  readonly amounts: Map<IncomeAmount, Float64Array>
  readonly texts: Map<IncomeText, { readonly list: IncomeTextList; readonly indexes: Int32Array }>
}

/** An empty batch with room for `capacity` lines. */
export function newIncomeBatch(capacity: number): IncomeBatch {
  const halves = () => ({
    id: new Uint32Array(capacity),
    relatedId: new Uint32Array(capacity),
    skuId: new Uint32Array(capacity),
  })
  const numbers = () => new Float64Array(capacity)
  return {
    length: 0,
    row: new Uint32Array(capacity),
    part: new Uint8Array(capacity),
    type: new Uint8Array(capacity),
    hash0: new Uint32Array(capacity),
    hash1: new Uint32Array(capacity),
    idsHigh: halves(),
    idsLow: halves(),
    created: numbers(),
    settled: numbers(),
    totals: { settlement: numbers(), revenue: numbers(), fees: numbers(), adjustment: numbers() },
    amounts: new Map(),
    texts: new Map(),
  }
}

/** The column of an amount, made when the first line has it. */
export function amountColumn(batch: IncomeBatch, name: IncomeAmount): Float64Array {
  const known = batch.amounts.get(name)
  if (known !== undefined) return known
  const made = new Float64Array(batch.row.length).fill(Number.NaN)
  batch.amounts.set(name, made)
  return made
}

/** The text of a line, or null. */
export function textOf({ texts }: IncomeBatch, name: IncomeText, line: number): string | null {
  const column = texts.get(name)
  return column?.list.values[column.indexes[line] ?? -1] ?? null
}

/** Writes a line's text; '' is none. */
export function putText(batch: IncomeBatch, name: IncomeText, line: number, text: string): void {
  if (text === '') return
  let column = batch.texts.get(name)
  if (column === undefined) {
    column = { list: { values: [], numbers: new Map() }, indexes: new Int32Array(batch.row.length).fill(-1) }
    batch.texts.set(name, column)
  }
  const { values, numbers } = column.list
  let number = numbers.get(text)
  if (number === undefined) {
    number = values.length
    values.push(text)
    numbers.set(text, number)
  }
  column.indexes[line] = number
}
