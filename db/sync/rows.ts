/**
 * What a step does to records: births, writes of cells and deletions, merged with what others did without knowing of it.
 *
 * Own steps and colleagues' go through here alike. An own step has seen everything that is here, and its values are in the
 * tables already; a colleague's replaces what its author had seen, and what is shown then is put into the tables.
 */

import { type Cell, fromWire, type Op, pairsOf } from '../../shared/sync/body'
import { encodeId } from '../../shared/sync/ids'
import type { Liveness } from '../capture/pending'
import type { RecordTable } from '../capture/tables'
import type { Sqlite } from '../database'
import { birthsOf, type Entry, type Parts, type Row, sightOf, type Sink, spell, writeCell } from './cells'
import { openDots } from './dots'
import type { Machines } from './machines'
import type { Replicas } from './replicas'
import type { Past } from './past'
import { openTarget } from './targets'

export interface RowMerger {
  /** An operation of which this build knows the table and all columns. */
  apply(entry: Entry, op: Op, sink: Sink): void
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
      const row: Row = { target, n: op[0], id: encodeId(op[1]), births: null, shown: null }
      if (op[2] === 'd') remove(parts, entry, row, sink)
      else if (op[2] === 'u') edit(parts, entry, row, op, sink)
      else bear(parts, entry, row, op, sink)
    },
  }
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
  const before = entry.own ? 'alive' : livenessOf(row, pairsOf(op)[0]?.[0])
  touch(parts, row, before, sink)
  if (before === 'absent' || before === 'derived') {
    row.target.put(row.id, [])
    row.shown = null
  }
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
    if (!entry.own) putWhole(parts, entry, row, op[3].map(fromWire), before)
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

/** A birth that nothing was here before, unless an import had added the record. */
function putWhole(
  { past }: Parts,
  entry: Entry,
  { target, n, id }: Row,
  cells: readonly Cell[],
  before: Liveness,
): void {
  const old = before === 'derived' ? target.table.read(id) : null
  target.put(id, cells)
  for (const column of old === null ? [] : target.table.columns) {
    const shown = old?.cells[column.n] ?? null
    if (shown !== (cells[column.n] ?? null)) past.cell(entry, { n, id }, column.n, shown)
  }
}

/** What the record is, and what a cell of it shows: it is asked for next. */
function livenessOf(row: Row, column = 0): Liveness {
  const peeked = row.target.peek(row.id, column)
  if (peeked === undefined) return 'absent'
  row.shown = [column, peeked[2]]
  if (peeked[1] === 1) return 'derived'
  return peeked[0] === 1 ? 'deleted' : 'alive'
}
