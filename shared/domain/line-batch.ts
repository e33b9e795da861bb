/**
 * Many order lines at once, column by column: the shape in which lines travel from a file to the fact store.
 *
 * Typed arrays of one capacity; only the first `length` entries count. Blank numbers are NaN, absent texts are -1.
 */

import { ORDER_COLUMNS, type ColumnOf, type OrderColumn } from './orders'

/** A growing list of distinct texts; lines hold indexes into it. Shared by all batches of one file. */
export interface TextList {
  readonly values: string[]
}

export type TextColumn = ColumnOf<'text' | 'handle' | 'currency'>
/** Ids are kept as unsigned 64-bit numbers in two halves; the text is made only for showing. 0/0 is absent. */
export type IdColumn = ColumnOf<'id'>
export type NumberColumn = ColumnOf<'money' | 'time' | 'rate' | 'count'>

export interface LineBatch {
  length: number
  /** The record's number in the file as a spreadsheet shows it: the header is row 1 when it is the first record. */
  readonly row: Uint32Array
  /** Two 32-bit lanes of a hash over the line's typed content (names left out), equal for equal lines of any layout. */
  readonly hash0: Uint32Array
  readonly hash1: Uint32Array
  readonly idsHigh: Readonly<Record<IdColumn, Uint32Array>>
  readonly idsLow: Readonly<Record<IdColumn, Uint32Array>>
  readonly texts: Readonly<Record<TextColumn, Int32Array>>
  readonly numbers: Readonly<Record<NumberColumn, Float64Array>>
  /** Index into `ORDER_STATUSES`. */
  readonly status: Uint8Array
  /** Index into `CONTENT_TYPES`. */
  readonly contentType: Uint8Array
  /** 1 yes, 0 no, 2 blank. */
  readonly fullyReturned: Uint8Array
}

export type TextLists = Readonly<Record<TextColumn, TextList>>

export const TEXT_COLUMNS = columnsOf('text', 'handle', 'currency') as TextColumn[]
export const ID_COLUMNS = columnsOf('id') as IdColumn[]
export const NUMBER_COLUMNS = columnsOf('money', 'time', 'rate', 'count') as NumberColumn[]

function columnsOf(...kinds: string[]): OrderColumn[] {
  return (Object.keys(ORDER_COLUMNS) as OrderColumn[]).filter((column) => kinds.includes(ORDER_COLUMNS[column]))
}

/** An empty batch with room for `capacity` lines. */
export function newLineBatch(capacity: number): LineBatch {
  const each = <C extends string, A>(columns: readonly C[], make: () => A): Record<C, A> =>
    // The keys are exactly `columns`.
    Object.fromEntries(columns.map((column) => [column, make()])) as Record<C, A>
  return {
    length: 0,
    row: new Uint32Array(capacity),
    hash0: new Uint32Array(capacity),
    hash1: new Uint32Array(capacity),
    idsHigh: each(ID_COLUMNS, () => new Uint32Array(capacity)),
    idsLow: each(ID_COLUMNS, () => new Uint32Array(capacity)),
    texts: each(TEXT_COLUMNS, () => new Int32Array(capacity)),
    numbers: each(NUMBER_COLUMNS, () => new Float64Array(capacity)),
    status: new Uint8Array(capacity),
    contentType: new Uint8Array(capacity),
    fullyReturned: new Uint8Array(capacity),
  }
}
