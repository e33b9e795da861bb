/**
 * One transaction of the log as bytes, and back.
 *
 * `[hlc, wallDelta, flags, schema, minReader, author, label, deps, ops]` in canonical CBOR: equal content gives equal
 * bytes everywhere, so that a hash over them can chain the log. Values follow their column's kind; there are no floats.
 */

import { decode, encode } from 'cborg'

import { decodeId, encodeId } from './ids'
import type { Column } from './columns'

/** A cell as tables hold it: bools are 0 and 1, ids 26 characters, JSON its text. */
export type Cell = string | number | null

/** A cell in a body. `t` carries the hash of the text that was edited, `j` canonical JSON, bytes an id. */
export type WireValue =
  | null
  | number
  | string
  | boolean
  | Uint8Array
  | readonly ['t', Uint8Array | null, string]
  | readonly ['j', string]

export type Op =
  | readonly [table: number, row: Uint8Array, kind: 'i', values: readonly WireValue[]]
  | readonly [table: number, row: Uint8Array, kind: 'u', pairs: readonly (WireValue | number)[]]
  | readonly [table: number, row: Uint8Array, kind: 'd']

/** What its author had seen of another replica since their last transaction: up to `seq`, whose chain hash starts with `hash4`. */
export type Dependency = readonly [replica: Uint8Array, seq: number, hash4: Uint8Array]

export const FLAG_CLOCK_IN_DOUBT = 1
export const FLAG_UNDO = 2
export const FLAG_REDO = 4

export interface Body {
  readonly hlc: number
  /** Wall time when it was written, epoch ms. */
  readonly wall: number
  readonly flags: number
  /** The schema of the build that wrote it, and the oldest that can read it. */
  readonly schema: number
  readonly minReader: number
  readonly author: string
  readonly label: string
  readonly deps: readonly Dependency[] | null
  readonly ops: readonly Op[]
}

export function encodeBody(body: Body): Uint8Array {
  const wallDelta = body.wall - Math.floor(body.hlc / 1024)
  return encode([
    body.hlc,
    wallDelta,
    body.flags,
    body.schema,
    body.minReader,
    body.author,
    body.label,
    body.deps,
    body.ops,
  ])
}

/** Reads a body; throws a RangeError for bytes that are not one. */
export function decodeBody(bytes: Uint8Array): Body {
  const raw: unknown = decode(bytes, { strict: true, allowUndefined: false, allowInfinity: false, allowNaN: false })
  if (!Array.isArray(raw) || raw.length !== 9) throw new RangeError('not a transaction body')
  const [hlc, wallDelta, flags, schema, minReader, author, label, deps, ops]: unknown[] = raw
  if (!isWhole(hlc) || !isWhole(wallDelta) || !isWhole(flags) || !isWhole(schema) || !isWhole(minReader))
    throw new RangeError('a number of the body is not whole')
  if (typeof author !== 'string' || typeof label !== 'string') throw new RangeError('author or label is not text')
  if (!Array.isArray(ops) || !ops.every(isOp)) throw new RangeError('an operation is malformed')
  if (deps !== null && !(Array.isArray(deps) && deps.every(isDependency)))
    throw new RangeError('dependencies are malformed')
  return { hlc, wall: Math.floor(hlc / 1024) + wallDelta, flags, schema, minReader, author, label, deps, ops }
}

/** A table's cell as it travels. `baseHash` is asked for only by columns that merge by lines. */
export function toWire(column: Column, cell: Cell, baseHash: Uint8Array | null): WireValue {
  if (cell === null) return null
  if (column.kind === 'bool') return cell !== 0
  if (column.kind === 'id') return decodeId(String(cell))
  if (column.kind === 'json') return ['j', String(cell)]
  if (column.kind === 'integer' || column.kind === 'instant' || column.kind === 'money') {
    if (!isWhole(cell)) throw new RangeError('a number is not a safe whole number')
    return cell
  }
  return column.merge === 'text' ? ['t', baseHash, String(cell)] : String(cell)
}

/** A value of a body as the table holds it. */
export function fromWire(value: WireValue): Cell {
  if (value === null || typeof value === 'number' || typeof value === 'string') return value
  if (typeof value === 'boolean') return value ? 1 : 0
  if (value instanceof Uint8Array) return encodeId(value)
  return value[0] === 't' ? value[2] : value[1]
}

/** The columns and values of an `u` operation. */
export function pairsOf(
  op: Extract<Op, readonly [number, Uint8Array, 'u', ...unknown[]]>,
): readonly (readonly [column: number, value: WireValue])[] {
  const pairs: (readonly [number, WireValue])[] = []
  for (let i = 0; i + 1 < op[3].length; i += 2) {
    const column = op[3][i]
    const value = op[3][i + 1]
    if (typeof column === 'number' && value !== undefined) pairs.push([column, value])
  }
  return pairs
}

function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value)
}

function isBytes(value: unknown, length: number): value is Uint8Array {
  return value instanceof Uint8Array && value.length === length
}

function isWireValue(value: unknown): value is WireValue {
  if (value === null || typeof value === 'string' || typeof value === 'boolean' || isWhole(value)) return true
  if (isBytes(value, 16)) return true
  if (!Array.isArray(value)) return false
  if (value[0] === 'j') return value.length === 2 && typeof value[1] === 'string'
  return (
    value[0] === 't' &&
    value.length === 3 &&
    (value[1] === null || value[1] instanceof Uint8Array) &&
    typeof value[2] === 'string'
  )
}

function isOp(value: unknown): value is Op {
  if (!Array.isArray(value) || !isWhole(value[0]) || !isBytes(value[1], 16)) return false
  const payload: unknown = value[3]
  switch (value[2]) {
    case 'd':
      return value.length === 3
    case 'i':
      return value.length === 4 && Array.isArray(payload) && payload.every(isWireValue)
    case 'u':
      return (
        value.length === 4 &&
        Array.isArray(payload) &&
        payload.length % 2 === 0 &&
        payload.every((item, i) => (i % 2 === 0 ? isWhole(item) : isWireValue(item)))
      )
    default:
      return false
  }
}

function isDependency(value: unknown): value is Dependency {
  return Array.isArray(value) && value.length === 3 && isBytes(value[0], 8) && isWhole(value[1]) && isBytes(value[2], 4)
}
