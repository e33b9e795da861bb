/** How the columns of a run are laid out: what its writer and its reader must agree on. */

export const KINDS = ['i', 'u', 'd'] as const
export const TICKS = 1024
export const ROW_BYTES = 16
/** An operation is its row's id and a little more. */
export const OP_BYTES = 20

/** Where the columns of numbers stand. */
export const NUMBER_COLUMNS = {
  ms: 0,
  counter: 1,
  wall: 2,
  flags: 3,
  schema: 4,
  reader: 5,
  author: 6,
  label: 7,
  ops: 11,
  table: 12,
  kind: 13,
  row: 14,
  size: 16,
  column: 17,
} as const
export type NumberColumn = keyof typeof NUMBER_COLUMNS

/** A column of many times the same is written as `[length, value]` under a mark that no column begins with. */
export const EVEN = 'x'

export function whole(value: unknown): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) throw new RangeError('not a whole number')
  return value
}
