/**
 * A run's bodies taken apart into columns, where things of one kind stand beside each other and compress far better.
 *
 * Lossless or not at all: bodies that would not come back byte for byte (a newer app's, perhaps) are left whole.
 */

import { decode, encode } from 'cborg'

import { EVEN, KINDS, ROW_BYTES, TICKS, whole } from './run-layout'

type Parts = readonly unknown[]

/** The columns of a run, in the order in which they are written. Numbers unless said otherwise. */
interface Columns {
  /** Milliseconds and counter of the clock, each less the one before. */
  readonly ms: number[]
  readonly counter: number[]
  readonly wall: number[]
  readonly flags: number[]
  readonly schema: number[]
  readonly reader: number[]
  /** Places in `texts`, which holds authors and labels once each. */
  readonly author: number[]
  readonly label: number[]
  readonly texts: string[]
  /** Bodies that have seen something, each less the one before, and what. */
  readonly depsAt: number[]
  readonly deps: unknown[]
  /** Operations per body; of each, its table, kind (0 i, 1 u, 2 d), place in `rows`, and number of values or pairs. */
  readonly ops: number[]
  readonly table: number[]
  readonly kind: number[]
  readonly row: number[]
  readonly rows: Uint8Array[]
  readonly size: number[]
  /** The columns of `u` operations. */
  readonly column: number[]
  /** By table and column, in the order in which they first appear: their values. */
  readonly values: [table: number, column: number, values: unknown[]][]
}

/** The columns as CBOR, or null where bodies have another form than this build's. */
export function columnsOf(bodies: readonly Uint8Array[]): unknown[] | null {
  const writer = new ColumnWriter()
  try {
    for (const body of bodies) {
      const parts: unknown = decode(body, { strict: true, allowUndefined: false })
      if (!Array.isArray(parts) || !Buffer.from(encode(parts)).equals(body)) return null
      writer.add(parts)
    }
  } catch (error) {
    if (error instanceof RangeError || (error instanceof Error && error.message.startsWith('CBOR'))) return null
    throw error
  }
  return writer.columns()
}

class ColumnWriter {
  readonly #columns: Columns = {
    ms: [],
    counter: [],
    wall: [],
    flags: [],
    schema: [],
    reader: [],
    author: [],
    label: [],
    texts: [],
    depsAt: [],
    deps: [],
    ops: [],
    table: [],
    kind: [],
    row: [],
    rows: [],
    size: [],
    column: [],
    values: [],
  }
  readonly #texts = new Map<string, number>()
  readonly #rows = new Map<string, number>()
  readonly #values = new Map<string, unknown[]>()
  #ms = 0
  #counter = 0
  #depsAt = 0
  #count = 0

  add(parts: Parts): void {
    const [hlc, wall, flags, schema, reader, author, label, deps, ops] = parts
    if (parts.length !== 9 || !Array.isArray(ops) || typeof author !== 'string' || typeof label !== 'string')
      throw new RangeError('another form')
    const c = this.#columns
    const ms = Math.floor(whole(hlc) / TICKS)
    const counter = whole(hlc) % TICKS
    c.ms.push(ms - this.#ms)
    c.counter.push(counter - this.#counter)
    this.#ms = ms
    this.#counter = counter
    c.wall.push(whole(wall))
    c.flags.push(whole(flags))
    c.schema.push(whole(schema))
    c.reader.push(whole(reader))
    c.author.push(this.#textAt(author))
    c.label.push(this.#textAt(label))
    if (deps !== null) {
      c.depsAt.push(this.#count - this.#depsAt)
      c.deps.push(deps)
      this.#depsAt = this.#count
    }
    this.#count++
    c.ops.push(ops.length)
    for (const op of ops) this.#op(op)
  }

  columns(): unknown[] {
    const rows = Buffer.concat(this.#columns.rows)
    return Object.values({ ...this.#columns, rows }).map((column: unknown) =>
      Array.isArray(column) ? evened(column) : column,
    )
  }

  #op(op: unknown): void {
    if (!Array.isArray(op)) throw new RangeError('another form')
    const [table, row, kind, payload]: unknown[] = op
    const n = KINDS.findIndex((known) => known === kind)
    if (n < 0 || op.length !== (n === 2 ? 3 : 4) || !(row instanceof Uint8Array) || row.length !== ROW_BYTES)
      throw new RangeError('another form')
    const c = this.#columns
    c.table.push(whole(table))
    c.kind.push(n)
    c.row.push(this.#row(row))
    if (n === 2) return
    if (!Array.isArray(payload) || (n === 1 && payload.length % 2 !== 0)) throw new RangeError('another form')
    c.size.push(n === 0 ? payload.length : payload.length / 2)
    payload.forEach((value: unknown, i) => {
      if (n === 0) return this.#stream(whole(table), i).push(value)
      if (i % 2 === 0) return c.column.push(whole(value))
      return this.#stream(whole(table), whole(payload[i - 1])).push(value)
    })
  }

  #textAt(text: string): number {
    return placeOf(this.#texts, text, () => this.#columns.texts.push(text))
  }

  #row(row: Uint8Array): number {
    return placeOf(this.#rows, Buffer.from(row).toString('latin1'), () => this.#columns.rows.push(row))
  }

  #stream(table: number, column: number): unknown[] {
    const key = `${table}:${column}`
    const known = this.#values.get(key)
    if (known !== undefined) return known
    const values: unknown[] = []
    this.#values.set(key, values)
    this.#columns.values.push([table, column, values])
    return values
  }
}

function placeOf<K>(known: Map<K, number>, key: K, add: () => unknown): number {
  const place = known.get(key)
  if (place !== undefined) return place
  add()
  known.set(key, known.size)
  return known.size - 1
}

function evened(column: readonly unknown[]): readonly unknown[] {
  const [first] = column
  return column.length > 2 && typeof first === 'number' && column.every((value) => value === first)
    ? [EVEN, column.length, first]
    : column
}
