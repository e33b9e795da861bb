/**
 * What a workspace must show, worked out from the definitions and the whole set of entries, in no order and without haste.
 *
 * The second opinion on everything that merges: it shares no code with what applies entries one by one. `workspace verify`
 * and the tests hold the tables against it. It takes time in proportion to the entries, and per cell to the square of the
 * replicas that wrote it.
 *
 * - A write is *kept* when no other operation on its cell has seen it. Births write every field that they have; an empty
 *   field of a birth sees but is no write.
 * - A row is *alive* when a birth or write of it was seen by no deletion.
 * - An operation has seen those before it in its own replica's log, and those of others up to what its author's entries
 *   had said by then.
 */

import { type Body, type Cell, fromWire, type Op, pairsOf } from './body'
import type { Column, MergeRule } from './columns'
import { encodeId } from './ids'

/** One entry of anybody's log. */
export interface OracleEntry {
  /** 16 hex digits. */
  readonly replica: string
  readonly seq: number
  readonly body: Pick<Body, 'hlc' | 'deps' | 'ops'>
}

export interface OracleWrite {
  readonly replica: string
  readonly seq: number
  readonly hlc: number
  readonly value: Cell
}

export interface OracleCell {
  readonly shown: Cell
  readonly kept: readonly OracleWrite[]
}

export interface OracleRow {
  readonly alive: boolean
  /** The last birth of each replica. */
  readonly births: readonly Omit<OracleWrite, 'value'>[]
  /** By column number; a cell that was never written shows null. */
  readonly cells: readonly OracleCell[]
}

/** By table number and row id. */
export type OracleState = ReadonlyMap<number, ReadonlyMap<string, OracleRow>>

/** A table's columns by number, or undefined for a table that is not to be judged. */
export type ColumnsOf = (table: number) => readonly Pick<Column, 'merge'>[] | undefined

/** Every row that an operation speaks of. */
export function expectedState(entries: Iterable<OracleEntry>, columnsOf: ColumnsOf): OracleState {
  const sight = new Sight()
  const rows = new Map<number, Map<string, Dot[]>>()
  for (const { replica, seq, body } of entries) {
    for (const [id, upTo] of body.deps ?? []) sight.note(replica, seq, hex(id), upTo)
    for (const [place, op] of body.ops.entries()) {
      const table = rows.get(op[0]) ?? new Map<string, Dot[]>()
      const id = encodeId(op[1])
      const dots = table.get(id) ?? []
      dots.push({ replica, seq, hlc: body.hlc, place, op })
      table.set(id, dots)
      rows.set(op[0], table)
    }
  }
  const state = new Map<number, ReadonlyMap<string, OracleRow>>()
  for (const [table, byId] of rows) {
    const columns = columnsOf(table)
    if (columns === undefined) continue
    state.set(table, new Map([...byId].map(([id, dots]) => [id, rowOf(sight, columns, dots)])))
  }
  return state
}

/** One operation, and where it stands in the log. */
interface Dot {
  readonly replica: string
  readonly seq: number
  readonly hlc: number
  readonly place: number
  readonly op: Op
}

function rowOf(sight: Sight, columns: readonly Pick<Column, 'merge'>[], dots: readonly Dot[]): OracleRow {
  const deletions = lastOfEach(dots.filter(({ op }) => op[2] === 'd'))
  const births = lastOfEach(dots.filter(({ op }) => op[2] === 'i'))
  const signs = lastOfEach(dots.filter(({ op }) => isSign(op, columns.length)))
  return {
    alive: signs.some((sign) => !deletions.some((deletion) => sight.saw(deletion, sign))),
    births: births.map(({ replica, seq, hlc }) => ({ replica, seq, hlc })),
    cells: columns.map(({ merge }, n) => cellOf(sight, merge, dots, n)),
  }
}

/** A birth, or a write of a column that is known here. */
function isSign(op: Op, columns: number): boolean {
  return op[2] === 'i' || (op[2] === 'u' && pairsOf(op).some(([n]) => n < columns))
}

interface Touch extends Dot {
  /** Null for an empty field of a birth. */
  readonly value: { readonly cell: Cell } | null
}

function cellOf(sight: Sight, rule: MergeRule, dots: readonly Dot[], column: number): OracleCell {
  const last = lastOfEach(dots.flatMap((dot) => touchOf(dot, column)))
  const kept = last.flatMap(({ value, ...dot }) =>
    value === null || last.some((other) => sight.saw(other, dot))
      ? []
      : [{ replica: dot.replica, seq: dot.seq, hlc: dot.hlc, value: value.cell }],
  )
  const [winner] = kept.toSorted((a, b) => ORDERS[rule](b.value, a.value) || byTime(b, a))
  return { shown: winner === undefined ? null : winner.value, kept }
}

function touchOf(dot: Dot, column: number): readonly Touch[] {
  const { op } = dot
  if (op[2] === 'd') return []
  if (op[2] === 'u') {
    return pairsOf(op)
      .filter(([n]) => n === column)
      .map(([, value]) => ({ ...dot, value: { cell: fromWire(value) } }))
  }
  const value = op[3][column]
  if (value === undefined) return []
  return [{ ...dot, value: value === null ? null : { cell: fromWire(value) } }]
}

/** A replica has seen all that it did before, so only its last operation of a kind can be one that nobody has seen. */
function lastOfEach<D extends Dot>(dots: readonly D[]): readonly D[] {
  const last = new Map<string, D>()
  for (const dot of dots) {
    const other = last.get(dot.replica)
    if (other === undefined || isBefore(other, dot)) last.set(dot.replica, dot)
  }
  return [...last.values()]
}

function isBefore(a: Dot, b: Dot): boolean {
  return a.seq === b.seq ? a.place < b.place : a.seq < b.seq
}

type Order = (a: Cell, b: Cell) => number

const ORDERS: Readonly<Record<MergeRule, Order>> = {
  mv: () => 0,
  mvQuiet: () => 0,
  lww: () => 0,
  text: () => 0,
  max: (a, b) => nullFirst(a, b) ?? bySize(a, b),
  min: (a, b) => nullFirst(a, b) ?? bySize(b, a),
  orFlag: (a, b) => Number(a === 1) - Number(b === 1),
}

function nullFirst(a: Cell, b: Cell): number | null {
  return a === null || b === null ? Number(a !== null) - Number(b !== null) : null
}

function bySize(a: Cell, b: Cell): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return String(a) === String(b) ? 0 : String(a) < String(b) ? -1 : 1
}

function byTime(a: Omit<OracleWrite, 'value'>, b: Omit<OracleWrite, 'value'>): number {
  return a.hlc - b.hlc || (a.replica < b.replica ? -1 : Number(a.replica > b.replica))
}

/** Who had seen what: by author and the other replica, from which own step on the other's steps were seen, and how many. */
class Sight {
  readonly #notes = new Map<string, { readonly from: number; readonly upTo: number }[]>()
  #sorted = false

  note(author: string, seq: number, other: string, upTo: number): void {
    const key = `${author}${other}`
    const notes = this.#notes.get(key) ?? []
    notes.push({ from: seq, upTo })
    this.#notes.set(key, notes)
  }

  /** Whether the author of `dot` had seen `other` when it was made. */
  saw(dot: Dot, other: Dot): boolean {
    if (dot.replica === other.replica) return isBefore(other, dot)
    if (!this.#sorted) for (const notes of this.#notes.values()) notes.sort((a, b) => a.from - b.from)
    this.#sorted = true
    const notes = this.#notes.get(`${dot.replica}${other.replica}`) ?? []
    let low = 0
    let high = notes.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((notes[middle]?.from ?? Infinity) <= dot.seq) low = middle + 1
      else high = middle
    }
    return (notes[low - 1]?.upTo ?? 0) >= other.seq
  }
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
