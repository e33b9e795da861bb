/** The bodies of a run put together again from its columns. Nothing that columns claim takes more memory than a run may. */

import { encode } from 'cborg'

import { MAX_RAW_BYTES } from './compression'
import { EVEN, KINDS, NUMBER_COLUMNS, type NumberColumn, OP_BYTES, ROW_BYTES, TICKS, whole } from './run-layout'

/** The bodies again. Throws a RangeError for columns that are none, or that stand for more than fits into memory. */
export function bodiesOf(columns: readonly unknown[]): Uint8Array[] {
  const reader = new ColumnReader(columns)
  const bodies: Uint8Array[] = []
  let bytes = 0
  while (reader.more()) {
    const body = encode(reader.next())
    bytes += body.length
    if (bytes > MAX_RAW_BYTES) throw new RangeError('too much for one run')
    bodies.push(body)
  }
  reader.end()
  return bodies
}

class ColumnReader {
  readonly #next: Readonly<Record<NumberColumn, () => number>>
  readonly #texts: readonly unknown[]
  readonly #deps: readonly unknown[]
  readonly #rows: Uint8Array
  readonly #values = new Map<string, { readonly values: readonly unknown[]; at: number }>()
  readonly #count: number
  #at = 0
  #left = MAX_RAW_BYTES
  #ms = 0
  #counter = 0
  #dep = 0
  #nextDep: number
  readonly #depsAt: readonly number[]

  constructor(columns: readonly unknown[]) {
    if (columns.length < 19) throw new RangeError('columns are missing')
    const lists = columns.map((column) => (Array.isArray(column) ? column : []))
    this.#count = countOf(lists[11] ?? [])
    // The keys are exactly the names of the columns of numbers.
    this.#next = Object.fromEntries(
      Object.entries(NUMBER_COLUMNS).map(([name, n]) => [name, numbersOf(lists[n] ?? [])]),
    ) as Record<NumberColumn, () => number>
    this.#texts = lists[8] ?? []
    this.#depsAt = unevened(lists[9] ?? []).map(whole)
    this.#deps = lists[10] ?? []
    this.#nextDep = this.#depsAt[0] ?? -1
    const rows = columns[15]
    if (!(rows instanceof Uint8Array) || rows.length % ROW_BYTES !== 0) throw new RangeError('rows are missing')
    this.#rows = rows
    for (const stream of lists[18] ?? []) {
      if (!Array.isArray(stream) || !Array.isArray(stream[2])) throw new RangeError('not a stream of values')
      this.#values.set(`${whole(stream[0])}:${whole(stream[1])}`, { values: stream[2], at: 0 })
    }
  }

  more(): boolean {
    return this.#at < this.#count
  }

  /** The parts of the next body. */
  next(): readonly unknown[] {
    const next = this.#next
    this.#ms += next.ms()
    this.#counter += next.counter()
    const hlc = this.#ms * TICKS + this.#counter
    const author = this.#text(next.author())
    const label = this.#text(next.label())
    const head = [hlc, next.wall(), next.flags(), next.schema(), next.reader(), author, label]
    const deps = this.#depsOf()
    this.#at++
    return [...head, deps, Array.from({ length: this.#afford(next.ops(), OP_BYTES) }, () => this.#op())]
  }

  /** Nothing may be left over. */
  end(): void {
    const left = [...this.#values.values()].some(({ values, at }) => at !== values.length)
    if (left || this.#dep !== this.#deps.length) throw new RangeError('columns of different lengths')
  }

  #op(): readonly unknown[] {
    const next = this.#next
    const n = next.table()
    const name = KINDS[next.kind()]
    const at = next.row() * ROW_BYTES
    if (name === undefined || at < 0 || at + ROW_BYTES > this.#rows.length) throw new RangeError('not an operation')
    const id = this.#rows.subarray(at, at + ROW_BYTES)
    if (name === 'd') return [n, id, name]
    const values: unknown[] = []
    const length = this.#afford(next.size(), 1)
    for (let i = 0; i < length; i++) {
      const c = name === 'i' ? i : next.column()
      if (name === 'u') values.push(c)
      values.push(this.#value(n, c))
    }
    return [n, id, name, values]
  }

  #value(table: number, column: number): unknown {
    const stream = this.#values.get(`${table}:${column}`)
    if (stream === undefined || stream.at >= stream.values.length) throw new RangeError('a value is missing')
    return stream.values[stream.at++]
  }

  /** So many things of so many bytes at least: refused before they are made when that is more than a run may be. */
  #afford(count: number, bytes: number): number {
    this.#left -= count * bytes
    if (count < 0 || this.#left < 0) throw new RangeError('too much for one run')
    return count
  }

  #text(place: number): string {
    const text = this.#texts[place]
    if (typeof text !== 'string') throw new RangeError('a text is missing')
    return text
  }

  #depsOf(): unknown {
    if (this.#at !== this.#nextDep) return null
    const deps = this.#deps[this.#dep++]
    this.#nextDep += this.#depsAt[this.#dep] ?? -Infinity
    if (deps === undefined) throw new RangeError('dependencies are missing')
    return deps
  }
}

function countOf(column: readonly unknown[]): number {
  return column[0] === EVEN ? bounded(whole(column[1])) : column.length
}

function unevened(column: readonly unknown[]): readonly unknown[] {
  return column[0] === EVEN ? Array.from({ length: countOf(column) }, () => column[2]) : column
}

/** Asks for one number after the other. */
function numbersOf(column: readonly unknown[]): () => number {
  let at = 0
  const count = countOf(column)
  const even = column[0] === EVEN
  return () => {
    if (at >= count) throw new RangeError('a number is missing')
    return whole(even ? column[2] : column[at++])
  }
}

/** Each body and each operation takes some bytes: more of them than this is no run but a bomb. */
function bounded(count: number): number {
  if (count < 0 || count > MAX_RAW_BYTES / OP_BYTES) throw new RangeError('too much for one run')
  return count
}
