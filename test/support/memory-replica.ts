/**
 * A replica without a database, for properties of the merge rules: it applies entries with the functions of `shared/sync`,
 * and makes its own. Its rows are those of one made-up table that has a column of every rule.
 */

import { type Body, type Cell, fromWire, type Op, pairsOf } from '../../shared/sync/body'
import { seen as clockAfter, tick } from '../../shared/sync/clock'
import type { MergeRule } from '../../shared/sync/columns'
import { encodeId } from '../../shared/sync/ids'
import { type Birth, birthWrite, isAlive, mergeCell, type Sign, type Write } from '../../shared/sync/merge'
import type { OracleCell, OracleEntry } from '../../shared/sync/oracle'
import { includes } from '../../shared/sync/vector'

export const PROBE = 99
export const RULES: readonly MergeRule[] = ['mv', 'mvQuiet', 'lww', 'max', 'min', 'orFlag', 'text']

export interface Entry extends OracleEntry {
  readonly body: Body
}

interface Row {
  births: Birth[]
  readonly cells: Map<number, readonly (Write & Sign)[]>
  readonly values: Cell[]
}

export class MemoryReplica {
  readonly name: string
  readonly log: Entry[] = []
  readonly rows = new Map<string, Row>()
  /** How many of each replica's entries were applied. */
  readonly vector = new Map<string, number>()
  /** By author, what it had seen at its last entry. */
  readonly #seen = new Map<string, Map<string, number>>()
  readonly #now: () => number
  #hlc = 0
  #said = new Map<string, number>()

  /** `name`: 16 hex digits. `now`: this computer's date, which may be wrong. */
  constructor(name: string, now: () => number) {
    this.name = name
    this.#now = now
  }

  alive(row: Uint8Array): boolean {
    const here = this.rows.get(encodeId(row))
    return here !== undefined && isAlive(here.births, [...here.cells.values()].flat())
  }

  /** Makes and applies an entry of its own. */
  write(ops: readonly Op[]): void {
    const heard = [...this.vector].filter(
      ([replica, seq]) => replica !== this.name && !includes(this.#said, replica, seq),
    )
    const deps = heard.map(([replica, seq]) => [Buffer.from(replica, 'hex'), seq, Buffer.alloc(4)] as const)
    const wall = this.#now()
    const head = { hlc: tick(this.#hlc, wall), wall, flags: 0, schema: 1, minReader: 1, author: '', label: '' }
    const body: Body = { ...head, deps: deps.length === 0 ? null : deps, ops }
    this.#said = new Map(this.vector)
    this.apply({ replica: this.name, seq: (this.vector.get(this.name) ?? 0) + 1, body })
  }

  /** Whether the entry is the next of its author and everything that its author had seen is here. */
  canApply({ replica, seq, body }: Entry): boolean {
    if ((this.vector.get(replica) ?? 0) !== seq - 1) return false
    return (body.deps ?? []).every(([id, upTo]) => includes(this.vector, Buffer.from(id).toString('hex'), upTo))
  }

  apply(entry: Entry): void {
    const { replica, seq, body } = entry
    const seen = this.#seen.get(replica) ?? new Map<string, number>()
    for (const [id, upTo] of body.deps ?? []) seen.set(Buffer.from(id).toString('hex'), upTo)
    this.#seen.set(replica, seen)
    const saw = (dot: { readonly replica: string; readonly seq: number }): boolean =>
      dot.replica === replica || includes(seen, dot.replica, dot.seq)
    for (const op of body.ops) this.#operate(entry, op, saw)
    this.vector.set(replica, seq)
    this.#hlc = clockAfter(this.#hlc, body.hlc)
    this.log.push(entry)
  }

  #operate(entry: Entry, op: Op, saw: (dot: Birth | Write) => boolean): void {
    const id = encodeId(op[1])
    const row: Row = this.rows.get(id) ?? { births: [], cells: new Map(), values: RULES.map(() => null) }
    this.rows.set(id, row)
    if (op[2] === 'd') {
      row.births = row.births.map((birth) => (saw(birth) ? { ...birth, covered: true } : birth))
      for (const [column, writes] of row.cells)
        row.cells.set(
          column,
          writes.map((write) => (saw(write) ? { ...write, covered: true } : write)),
        )
    } else if (op[2] === 'u') {
      for (const [column, value] of pairsOf(op)) this.#merge(entry, row, column, { cell: fromWire(value) }, saw)
    } else {
      this.#bear(entry, row, op[3].map(fromWire), saw)
    }
  }

  #bear(entry: Entry, row: Row, values: readonly Cell[], saw: (dot: Birth | Write) => boolean): void {
    const first = row.births.length === 0 && row.cells.size === 0
    if (first) for (const [column, value] of values.entries()) row.values[column] = value
    else {
      for (const column of RULES.keys()) {
        const value = values[column]
        if (value !== undefined) this.#merge(entry, row, column, value === null ? null : { cell: value }, saw)
        else row.cells.set(column, current(row, column))
      }
    }
    const { replica, seq, body } = entry
    const others = row.births.filter((birth) => birth.replica !== replica)
    row.births = [...others, { replica, seq, hlc: body.hlc, covered: false }]
  }

  /** `value` null: an empty field of a birth. */
  #merge(
    entry: Entry,
    row: Row,
    column: number,
    value: { readonly cell: Cell } | null,
    saw: (dot: Birth | Write) => boolean,
  ): void {
    const { replica, seq, body } = entry
    const write = value && { replica, seq, hlc: body.hlc, value: value.cell, covered: false }
    const merged = mergeCell(RULES[column] ?? 'mv', current(row, column), write, saw)
    row.cells.set(column, merged === null ? (write === null ? [] : [write]) : merged.kept)
    row.values[column] = merged === null ? (value?.cell ?? null) : merged.winner.value
  }

  /** A cell as the oracle tells it. */
  cell(id: string, column: number): OracleCell {
    const row = this.rows.get(id)
    if (row === undefined) return { shown: null, kept: [] }
    return {
      shown: row.values[column] ?? null,
      kept: current(row, column).map(({ replica, seq, hlc, value }) => ({ replica, seq, hlc, value })),
    }
  }
}

/** The writes kept in a cell, with the one that the row's only birth stands for. */
function current(row: Row, column: number): readonly (Write & Sign)[] {
  const writes = row.cells.get(column) ?? []
  const birth = row.cells.has(column) ? null : birthWrite(row.births, row.values[column] ?? null)
  return birth === null ? writes : [birth]
}
