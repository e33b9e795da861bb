/** Writes of single cells, merged with what others wrote without knowing of it. */

import type { Cell } from '../../shared/sync/body'
import { birthWrite, inQuestion, mergeCell, type Question, type Write } from '../../shared/sync/merge'
import type { NamedColumn } from '../../shared/sync/registry'
import type { Liveness } from '../capture/pending'
import type { RecordTable } from '../capture/tables'
import type { DotStore, RawBirth, RawCell } from './dots'
import type { Machines } from './machines'
import type { Past } from './past'
import type { Known, Replicas } from './replicas'
import type { Target } from './targets'

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

/** One row while an operation is applied to it. */
export interface Row {
  readonly target: Target
  readonly n: number
  readonly id: string
  births: readonly RawBirth[] | null
  /** A cell that was looked at, with what it shows. */
  shown: readonly [column: number, value: Cell] | null
}

export interface Parts {
  readonly dots: DotStore
  readonly past: Past
  readonly replicas: Replicas
  readonly machines: Machines
}

interface CellWrite extends Write {
  readonly rid: number
  readonly covered: boolean
}

/** A field that the birth's author did not know stays as it is; with two births, its write no longer goes without saying. */
export function spell(parts: Parts, entry: Entry, row: Row, column: NamedColumn): void {
  const { dots } = parts
  if (entry.own || dots.cells(row.n, row.id, column.n).length > 0) return
  const shown = row.target.peek(row.id, column.n)?.[2] ?? null
  const implied = impliedBy(parts, row, shown)
  if (implied === null) return
  const { rid, seq, hlc, covered } = implied
  dots.putCell(row.n, row.id, column.n, rid, seq, hlc, covered ? 1 : 0, 1, null)
}

export function writeCell(
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
  const shown = entry.own ? value : shownIn(row, column.n)
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
  row.shown = null
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

function shownIn({ target, id, shown }: Row, column: number): Cell {
  return shown?.[0] === column ? shown[1] : (target.peek(id, column)?.[2] ?? null)
}

export function birthsOf(dots: DotStore, row: Row): readonly RawBirth[] {
  row.births ??= dots.births(row.n, row.id)
  return row.births
}

/** Whether the step's author had seen a step: own ones always, others as far as they said. */
export function sightOf({ author, own }: Entry): (rid: number, seq: number) => boolean {
  if (own) return () => true
  const { rid: self, seen } = author
  return (rid, seq) => rid === self || (seen[rid] ?? 0) >= seq
}
