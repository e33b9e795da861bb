/**
 * One transaction of the log as bytes, and back.
 *
 * `[hlc, wallDelta, flags, schema, minReader, author, label, deps, ops]` in canonical CBOR: equal content gives equal
 * bytes everywhere, so that a hash over them can chain the log. Values follow their column's kind; there are no floats.
 */

import { CborReader, MAJOR } from './cbor'
import { hlcMs } from './clock'
import type { Column } from './columns'
import { decodeId, encodeId } from './ids'

/** A cell as tables hold it: bools are 0 and 1, ids 26 characters, JSON its text. */
export type Cell = string | number | null

/** A value of a kind that only a newer app can read: its bytes. */
export interface Opaque {
  readonly opaque: Uint8Array
}

/** A cell in a body. `t` carries the hash of the text that was edited, `j` canonical JSON, bytes an id. */
export type WireValue =
  | null
  | number
  | string
  | boolean
  | Uint8Array
  | readonly ['t', Uint8Array | null, string]
  | readonly ['j', string]
  | Opaque

export type Op =
  | readonly [table: number, row: Uint8Array, kind: 'i', values: readonly WireValue[]]
  | readonly [table: number, row: Uint8Array, kind: 'u', pairs: readonly (WireValue | number)[]]
  | readonly [table: number, row: Uint8Array, kind: 'd']

/** What its author had seen of another replica since their last transaction: up to `seq`, whose chain hash starts with `hash4`. */
export type Dependency = readonly [replica: Uint8Array, seq: number, hash4: Uint8Array]

export const FLAG_CLOCK_IN_DOUBT = 1
export const FLAG_UNDO = 2
export const FLAG_REDO = 4

/** What this build understands: entries that ask for more stay unread until the app is updated. */
export const READER = 1
/** A body fits into a segment of a shared folder with room to spare. */
export const MAX_BODY_BYTES = 48 * 2 ** 20
/** 2100-01-01: a clock beyond it is no clock. */
const LAST_MS = 4_102_444_800_000

/** All of a body but its operations: the part that every format to come keeps. */
export interface BodyHead {
  readonly hlc: number
  /** Wall time when it was written, epoch ms. */
  readonly wall: number
  readonly flags: number
  /** The schema of the build that wrote it, and the oldest reader that can understand it (`READER`). */
  readonly schema: number
  readonly minReader: number
  readonly author: string
  readonly label: string
  readonly deps: readonly Dependency[] | null
}

export interface Body extends BodyHead {
  readonly ops: readonly Op[]
}

/** The head of any body, also of one whose operations only a newer app understands; throws a RangeError for bytes that are none. */
export function decodeHead(bytes: Uint8Array): BodyHead {
  const reader = open(bytes)
  const head = readHead(reader)
  reader.skip()
  reader.end()
  return head
}

/**
 * Reads a body that this build understands (`minReader` up to `READER`); throws a RangeError for bytes that are none.
 * Operations on unknown tables and columns are read as they stand.
 */
export function decodeBody(bytes: Uint8Array): Body {
  const reader = open(bytes)
  const head = readHead(reader)
  if (head.minReader > READER) throw new RangeError('a body for newer readers')
  const ops: Op[] = []
  for (let n = reader.list(); n > 0; n--) ops.push(readOp(reader))
  reader.end()
  return { ...head, ops }
}

/** A table's cell as it travels. `baseHash` is asked for only by columns that merge by lines. */
export function toWire(column: Column, cell: Cell, baseHash: Uint8Array | null): WireValue {
  if (cell === null) return null
  if (column.kind === 'bool') return cell !== 0
  if (column.kind === 'id') return decodeId(String(cell))
  if (column.kind === 'json') return ['j', wellFormed(String(cell))]
  if (column.kind === 'integer' || column.kind === 'instant' || column.kind === 'money') {
    if (!isWhole(cell)) throw new RangeError('a number is not a safe whole number')
    return cell
  }
  const text = wellFormed(String(cell))
  return column.merge === 'text' ? ['t', baseHash, text] : text
}

/** A value of a body as the table holds it; null for one that only a newer app can read. */
export function fromWire(value: WireValue): Cell {
  if (value === null || typeof value === 'number' || typeof value === 'string') return value
  if (typeof value === 'boolean') return value ? 1 : 0
  if (value instanceof Uint8Array) return encodeId(value)
  if ('opaque' in value) return null
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

/** Half a character has no bytes: it would travel as another one. */
export function wellFormed(text: string): string {
  if (/\p{Surrogate}/u.test(text)) throw new RangeError('a text has half a character')
  return text
}

function open(bytes: Uint8Array): CborReader {
  if (bytes.length > MAX_BODY_BYTES) throw new RangeError('too large for a body')
  const reader = new CborReader(bytes)
  if (reader.list() !== 9) throw new RangeError('not a transaction body')
  return reader
}

function readHead(reader: CborReader): BodyHead {
  const hlc = natural(reader)
  if (hlcMs(hlc) >= LAST_MS) throw new RangeError('a clock beyond the year 2100')
  const wall = hlcMs(hlc) + reader.whole()
  if (!isWhole(wall)) throw new RangeError('a number is too large')
  const flags = natural(reader)
  const schema = natural(reader)
  const minReader = natural(reader)
  const author = reader.text()
  const label = reader.text()
  return { hlc, wall, flags, schema, minReader, author, label, deps: readDependencies(reader) }
}

function natural(reader: CborReader): number {
  const value = reader.whole()
  if (value < 0) throw new RangeError('a number of the body is negative')
  return value
}

function readDependencies(reader: CborReader): readonly Dependency[] | null {
  if (reader.null()) return null
  const deps: Dependency[] = []
  for (let n = reader.list(); n > 0; n--) {
    if (reader.list() !== 3) throw new RangeError('a dependency is malformed')
    const replica = exactly(8, reader.bytes())
    const last = deps.at(-1)
    if (last !== undefined && compareBytes(last[0], replica) >= 0) throw new RangeError('dependencies are not in order')
    deps.push([replica, natural(reader), exactly(4, reader.bytes())])
  }
  return deps
}

function readOp(reader: CborReader): Op {
  const parts = reader.list()
  const table = natural(reader)
  const row = exactly(16, reader.bytes())
  const kind = reader.text()
  if (kind === 'd' && parts === 3) return [table, row, kind]
  if (parts !== 4 || (kind !== 'i' && kind !== 'u')) throw new RangeError('an operation is malformed')
  return kind === 'i' ? [table, row, kind, readValues(reader)] : [table, row, kind, readPairs(reader)]
}

function readValues(reader: CborReader): readonly WireValue[] {
  const values: WireValue[] = []
  for (let n = reader.list(); n > 0; n--) values.push(readValue(reader))
  return values
}

function readPairs(reader: CborReader): readonly WireValue[] {
  const pairs: WireValue[] = []
  const length = reader.list()
  if (length % 2 !== 0) throw new RangeError('an operation is malformed')
  for (let n = length, last = -1; n > 0; n -= 2) {
    const column = reader.whole()
    if (column <= last) throw new RangeError('columns are not in order')
    pairs.push(column, readValue(reader))
    last = column
  }
  return pairs
}

function readValue(reader: CborReader): WireValue {
  const from = reader.at
  const value = readKnown(reader)
  if (value !== undefined) return value
  reader.at = from
  return { opaque: reader.skip() }
}

/** A value of the kinds that this build writes, or undefined. */
function readKnown(reader: CborReader): WireValue | undefined {
  switch (reader.next()) {
    case MAJOR.unsigned:
    case MAJOR.negative: {
      const value = reader.integer()
      return isWhole(value) ? value : undefined
    }
    case MAJOR.bytes: {
      const bytes = reader.bytes()
      return bytes.length === 16 ? bytes : undefined
    }
    case MAJOR.text:
      return reader.text()
    case MAJOR.list:
      return readTagged(reader)
    case MAJOR.simple:
      return reader.null() ? null : reader.boolean()
    default:
      return undefined
  }
}

function readTagged(reader: CborReader): WireValue | undefined {
  const parts = reader.list()
  if (parts < 2 || parts > 3 || reader.next() !== MAJOR.text) return undefined
  const tag = reader.text()
  if (tag === 'j' && parts === 2 && reader.next() === MAJOR.text) return ['j', reader.text()]
  if (tag !== 't' || parts !== 3) return undefined
  const base = reader.null() ? null : reader.next() === MAJOR.bytes ? reader.bytes() : undefined
  if (base === undefined || (base !== null && base.length !== 16) || reader.next() !== MAJOR.text) return undefined
  return ['t', base, reader.text()]
}

function exactly(length: number, bytes: Uint8Array): Uint8Array {
  if (bytes.length !== length) throw new RangeError('bytes of another length')
  return bytes
}

export function compareBytes(a: Uint8Array, b: Uint8Array): number {
  for (let i = 0; i < a.length; i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0)
    if (difference !== 0) return difference
  }
  return a.length - b.length
}
