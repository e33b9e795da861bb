/**
 * Entries of older and newer apps, as this one applies them.
 *
 * Older ones are brought to today's schema step by step, never in the log. Of newer ones, what this build knows is applied
 * and the rest parked: the log keeps it, and it is applied when the app was updated.
 */

import { encode } from 'cborg'

import type { Body, Op, WireValue } from './body'
import { pairsOf } from './body'
import type { Column } from './columns'
import { encodeId } from './ids'
import { columnsOf, ENTITY_LIST } from './registry'

/** Turns one operation of schema `from` into one of schema `from + 1`. Once released it never changes. */
export interface Upcaster {
  readonly from: number
  readonly op: (op: Op) => Op
}

/** None yet: no schema so far changed the meaning of a column. */
const UPCASTERS: readonly Upcaster[] = []

/** What this build does not know. */
export interface Parked {
  /** The operation's place in its entry. */
  readonly op: number
  readonly table: number
  readonly row: string
  /** The column, or `WHOLE_ROW` where the table itself is unknown. */
  readonly column: number
  /** The value's bytes as its author wrote them; null for a whole operation, which is read from the log again. */
  readonly value: Uint8Array | null
}

export const WHOLE_ROW = -1

/** An operation that this build knows whole: columns of the registry, values of their kinds. */
export interface Known {
  readonly index: number
  readonly op: Op
}

export interface SplitOps {
  readonly known: readonly Known[]
  readonly parked: readonly Parked[]
}

/** A table's columns by number, or undefined for a table that is not known. */
export type KnownColumns = (table: number) => readonly Column[] | undefined

/**
 * A body's operations in today's schema. Throws a RangeError for a known column's value that is of another kind.
 * `columnsOf`: of another registry than this build's only in tests of updates.
 */
export function readOps(
  body: Pick<Body, 'schema' | 'ops'>,
  upcasters: readonly Upcaster[] = UPCASTERS,
  columnsOf: KnownColumns = (table) => COLUMNS[table],
): SplitOps {
  const known: Known[] = []
  const parked: Parked[] = []
  for (const [index, op] of upcast(body.ops, body.schema, upcasters).entries()) {
    const columns = columnsOf(op[0])
    if (columns === undefined) {
      parked.push({ op: index, table: op[0], row: encodeId(op[1]), column: WHOLE_ROW, value: null })
      continue
    }
    const rest = op[2] === 'd' ? op : op[2] === 'i' ? knownBirth(columns, op) : knownEdit(columns, op)
    if (rest !== null) known.push({ index, op: rest })
    if (rest !== op) parked.push(...unknownColumns(columns.length, index, op))
  }
  return { known, parked }
}

/** Each step once and in order, from the schema that wrote the operations. */
function upcast(ops: readonly Op[], schema: number, upcasters: readonly Upcaster[]): readonly Op[] {
  return upcasters
    .filter(({ from }) => from >= schema)
    .toSorted((a, b) => a.from - b.from)
    .reduce((older, upcaster) => older.map(upcaster.op), ops)
}

/** By table number and column number; column numbers have no gaps. */
const COLUMNS: readonly (readonly Column[] | undefined)[] = tables()

function tables(): readonly (readonly Column[] | undefined)[] {
  const byNumber: (readonly Column[])[] = []
  for (const entity of ENTITY_LIST) byNumber[entity.n] = columnsOf(entity)
  return byNumber
}

type Birth = Extract<Op, readonly [number, Uint8Array, 'i', ...unknown[]]>
type Edit = Extract<Op, readonly [number, Uint8Array, 'u', ...unknown[]]>

/** The very same operation where all of it is known. */
function knownBirth(columns: readonly Column[], op: Birth): Op {
  for (const [n, value] of op[3].entries()) check(columns[n], value)
  return op[3].length > columns.length ? [op[0], op[1], 'i', op[3].slice(0, columns.length)] : op
}

/** The very same operation where all of it is known, null where none of it is. */
function knownEdit(columns: readonly Column[], op: Edit): Op | null {
  let length = 0
  for (const [n, value] of pairsOf(op)) {
    check(columns[n], value)
    if (n < columns.length) length += 2
  }
  if (length === op[3].length) return op
  // Columns stand in the order of their numbers, so unknown ones come last.
  return length === 0 ? null : [op[0], op[1], 'u', op[3].slice(0, length)]
}

function unknownColumns(count: number, op: number, whole: Op): readonly Parked[] {
  const cells = whole[2] === 'i' ? [...whole[3].entries()] : whole[2] === 'u' ? pairsOf(whole) : []
  return cells
    .filter(([n]) => n >= count)
    .map(([column, value]) => ({
      op,
      table: whole[0],
      row: encodeId(whole[1]),
      column,
      value: valueBytes(value),
    }))
}

function valueBytes(value: WireValue): Uint8Array {
  return isOpaque(value) ? value.opaque : encode(value)
}

function isOpaque(value: WireValue): value is Extract<WireValue, { readonly opaque: Uint8Array }> {
  return typeof value === 'object' && value !== null && 'opaque' in value
}

function check(column: Column | undefined, value: WireValue): void {
  if (column !== undefined && value !== null && !fits(column, value)) {
    throw new RangeError(`a value is not of its column's kind (${column.kind})`)
  }
}

function fits(column: Column, value: Exclude<WireValue, null>): boolean {
  switch (column.kind) {
    case 'bool':
      return typeof value === 'boolean'
    case 'id':
      return value instanceof Uint8Array
    case 'json':
      return Array.isArray(value) && value[0] === 'j' && isJson(value[1])
    case 'integer':
    case 'instant':
    case 'money':
      return typeof value === 'number'
    case 'text':
    case 'handle':
    case 'day':
    case 'currency':
    case 'decimal':
      return column.merge === 'text' ? Array.isArray(value) && value[0] === 't' : typeof value === 'string'
  }
}

function isJson(text: unknown): boolean {
  if (typeof text !== 'string') return false
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
