/**
 * What a step does to records: births, writes of cells and deletions, merged with what others did without knowing of it.
 *
 * Own steps and colleagues' go through here alike. An own step has seen everything that is here, and its values are in the
 * tables already; a colleague's replaces what its author had seen, and what is shown then is put into the tables.
 */

import { type Cell, fromWire, type Op, pairsOf } from '../../shared/sync/body'
import { encodeId } from '../../shared/sync/ids'
import { birthWrite, inQuestion, mergeCell, type Question, type Write } from '../../shared/sync/merge'
import type { NamedColumn } from '../../shared/sync/registry'
import type { Liveness } from '../capture/pending'
import type { RecordTable } from '../capture/tables'
import type { Sqlite } from '../database'
import { type DotStore, openDots, type RawBirth, type RawCell } from './dots'
import type { Machines } from './machines'
import type { Known, Replicas } from './replicas'
import type { Past } from './past'
import { openTarget, type Target } from './targets'

/** The step that is being applied. */
export interface Entry {
  readonly author: Known
  readonly seq: number
  readonly hlc: number
  readonly own: boolean
}

/** Who wants to know what applying does. */
export interface Sink {
  /** Before a record changes; told for each operation on it. */
  touch(table: RecordTable, id: string, before: Liveness): void
  /** What was asked of people about a cell, and what is now. */
  question(table: RecordTable, id: string, column: NamedColumn, before: Question | null, after: Question | null): void
}

export interface RowMerger {
  /** An operation of which this build knows the table and all columns. */
  apply(entry: Entry, op: Op, sink: Sink): void
}

interface CellWrite extends Write {
  readonly rid: number
  readonly covered: boolean
}

/** One row while an operation is applied to it. */
interface Row {
  readonly target: Target
  readonly n: number
  readonly id: string
  births: readonly RawBirth[] | null
}

export function createRowMerger(
  sqlite: Sqlite,
  tables: ReadonlyMap<number, RecordTable>,
  replicas: Replicas,
  machines: Machines,
  past: Past,
): RowMerger {
  const targets = new Map([...tables].map(([n, table]) => [n, openTarget(sqlite, table)]))
  const parts: Parts = { dots: openDots(sqlite), past, replicas, machines }
  return {
    apply: (entry, op, sink) => {
      const target = targets.get(op[0])
      if (target === undefined) throw new RangeError(`no record table ${op[0]}`)
      const row: Row = { target, n: op[0], id: encodeId(op[1]), births: null }
      if (op[2] === 'd') remove(parts, entry, row, sink)
      else if (op[2] === 'u') edit(parts, entry, row, op, sink)
      else bear(parts, entry, row, op, sink)
    },
  }
}

interface Parts {
  readonly dots: DotStore
  readonly past: Past
  readonly replicas: Replicas
  readonly machines: Machines
}

function touch({ machines }: Parts, { target, id }: Row, before: Liveness, sink: Sink): void {
  machines.touch(target.table, id)
  sink.touch(target.table, id, before)
}

function remove(parts: Parts, entry: Entry, row: Row, sink: Sink): void {
  const { dots, past } = parts
  const seen = sightOf(entry)
  if (entry.own) {
    dots.coverAll(row.n, row.id)
    return touch(parts, row, 'alive', sink)
  }
  const before = livenessOf(row)
  if (before === 'absent' || before === 'derived') return
  touch(parts, row, before, sink)
  past.touched(entry, row)
  past.row(entry, row, before)
  for (const [rid, seq] of birthsOf(dots, row)) if (seen(rid, seq)) dots.coverBirth(row.n, row.id, rid)
  for (const [col, rid, seq] of dots.rowCells(row.n, row.id))
    if (seen(rid, seq)) dots.coverCell(row.n, row.id, col, rid)
  const alive = dots.isAlive(row.n, row.id)
  if (alive !== (before === 'alive')) row.target.setDeleted(row.id, !alive)
}

function edit(
  parts: Parts,
  entry: Entry,
  row: Row,
  op: Extract<Op, readonly [number, Uint8Array, 'u', ...unknown[]]>,
  sink: Sink,
): void {
  const { table } = row.target
  const before = entry.own ? 'alive' : livenessOf(row)
  touch(parts, row, before, sink)
  if (before === 'absent' || before === 'derived') row.target.put(row.id, [])
  if (!entry.own) {
    parts.past.touched(entry, row)
    if (before !== 'alive') parts.past.row(entry, row, before)
  }
  for (const [n, value] of pairsOf(op)) {
    const column = table.columns[n]
    if (column !== undefined) writeCell(parts, entry, row, column, fromWire(value), false, sink)
  }
  if (before === 'deleted' && parts.dots.isAlive(row.n, row.id)) row.target.setDeleted(row.id, false)
}

function bear(
  parts: Parts,
  entry: Entry,
  row: Row,
  op: Extract<Op, readonly [number, Uint8Array, 'i', ...unknown[]]>,
  sink: Sink,
): void {
  const { target, n, id } = row
  const { dots, past } = parts
  const before = entry.own ? 'alive' : livenessOf(row)
  touch(parts, row, before, sink)
  if (!entry.own) {
    past.touched(entry, row)
    past.row(entry, row, before)
  }
  const births = birthsOf(dots, row)
  if (births.length === 0 && !dots.hasCells(n, id)) {
    // The usual case: the birth alone stands for all cells.
    if (!entry.own) target.put(id, op[3].map(fromWire))
  } else {
    for (const column of target.table.columns) {
      const value = op[3][column.n]
      if (value === undefined) spell(parts, entry, row, column)
      else writeCell(parts, entry, row, column, fromWire(value), true, sink)
    }
    if (before === 'deleted') target.setDeleted(id, false)
  }
  dots.putBirth(n, id, entry.author.rid, entry.seq, entry.hlc)
}

/** A field that the birth's author did not know stays as it is; with two births, its write no longer goes without saying. */
function spell(parts: Parts, entry: Entry, row: Row, column: NamedColumn): void {
  const { dots } = parts
  if (entry.own || dots.cells(row.n, row.id, column.n).length > 0) return
  const shown = row.target.peek(row.id, column.n)?.[2] ?? null
  const implied = impliedBy(parts, row, shown)
  if (implied === null) return
  const { rid, seq, hlc, covered } = implied
  dots.putCell(row.n, row.id, column.n, rid, seq, hlc, covered ? 1 : 0, 1, null)
}

function writeCell(
  parts: Parts,
  entry: Entry,
  row: Row,
  column: NamedColumn,
  value: Cell,
  birth: boolean,
  sink: Sink,
): void {
  const { dots } = parts
  const seen = sightOf(entry)
  const current = dots.cells(row.n, row.id, column.n)
  const shown = entry.own ? value : (row.target.peek(row.id, column.n)?.[2] ?? null)
  const implied = current.length === 0 && !entry.own ? impliedBy(parts, row, shown) : null
  if (implied === null ? current.every((cell) => seen(cell[0], cell[1])) : seen(implied.rid, implied.seq)) {
    if (current.length > 1) {
      sink.question(row.target.table, row.id, column, questionOf(column, current, shown), null)
    }
    for (const [rid] of current)
      if (rid !== entry.author.rid || value === null) dots.dropCell(row.n, row.id, column.n, rid)
    if (!birth || (value !== null && birthsOf(dots, row).length > 0))
      dots.putCell(row.n, row.id, column.n, entry.author.rid, entry.seq, entry.hlc, 0, 1, null)
    if (!entry.own) show(parts, entry, row, column, shown, value)
    return
  }
  const writes = implied === null ? current.map((cell) => writeOf(parts, cell, shown)) : [implied]
  mergeInto(parts, { entry, row, column, shown, sink }, writes, value === null && birth ? null : value, birth)
}

interface Place {
  readonly entry: Entry
  readonly row: Row
  readonly column: NamedColumn
  readonly shown: Cell
  readonly sink: Sink
}

/** The cell keeps writes that the author had not seen. */
function mergeInto(
  parts: Parts,
  { entry, row, column, shown, sink }: Place,
  writes: readonly CellWrite[],
  value: Cell,
  birth: boolean,
): void {
  const { dots } = parts
  const { author, seq, hlc } = entry
  const seen = sightOf(entry)
  const incoming: CellWrite | null =
    value === null && birth ? null : { replica: author.name, rid: author.rid, seq, hlc, value, covered: false }
  const merged = mergeCell(column.merge, writes, incoming, (write) => seen(write.rid, write.seq))
  if (merged === null) return
  for (const write of merged.replaced) dots.dropCell(row.n, row.id, column.n, write.rid)
  for (const write of merged.kept) {
    const wins = write === merged.winner
    const kept = wins ? null : write.value
    dots.putCell(row.n, row.id, column.n, write.rid, write.seq, write.hlc, write.covered ? 1 : 0, wins ? 1 : 0, kept)
  }
  sink.question(
    row.target.table,
    row.id,
    column,
    inQuestion(column.merge, writes),
    inQuestion(column.merge, merged.kept),
  )
  show(parts, entry, row, column, shown, merged.winner.value)
}

function show({ past }: Parts, entry: Entry, row: Row, column: NamedColumn, shown: Cell, value: Cell): void {
  if (shown === value) return
  past.cell(entry, row, column.n, shown)
  row.target.show(row.id, column.n, value)
}

/** The write that the row's only birth stands for. */
function impliedBy({ dots, replicas }: Parts, row: Row, shown: Cell): CellWrite | null {
  if (shown === null) return null
  const births = birthsOf(dots, row)
  const [first] = births
  if (first === undefined) return null
  const [rid, seq, hlc, cov] = first
  const write = birthWrite(
    births.map(() => ({ replica: replicas.at(rid).name, seq, hlc, covered: cov === 1 })),
    shown,
  )
  return write === null ? null : { ...write, rid }
}

function writeOf({ replicas }: Parts, [rid, seq, hlc, cov, win, val]: RawCell, shown: Cell): CellWrite {
  return { replica: replicas.at(rid).name, rid, seq, hlc, covered: cov === 1, value: win === 1 ? shown : val }
}

function questionOf(column: NamedColumn, cells: readonly RawCell[], shown: Cell): Question | null {
  return inQuestion(
    column.merge,
    cells.map(([, , , , win, val]) => ({ value: win === 1 ? shown : val })),
  )
}

function birthsOf(dots: DotStore, row: Row): readonly RawBirth[] {
  row.births ??= dots.births(row.n, row.id)
  return row.births
}

function livenessOf({ target, id }: Row): Liveness {
  const peeked = target.peek(id, 0)
  if (peeked === undefined) return 'absent'
  if (peeked[1] === 1) return 'derived'
  return peeked[0] === 1 ? 'deleted' : 'alive'
}

/** Whether the step's author had seen a step: own ones always, others as far as they said. */
function sightOf({ author, own }: Entry): (rid: number, seq: number) => boolean {
  if (own) return () => true
  const { rid: self, seen } = author
  return (rid, seq) => rid === self || (seen[rid] ?? 0) >= seq
}
