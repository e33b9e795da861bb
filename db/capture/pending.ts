/**
 * What a transaction changed, as operations of the log: the triggers' notes, folded to each row's net effect.
 *
 * Two edits of one cell count once; a cell set back to what it was is no change; a row that an import had added enters
 * the log whole with its first edit.
 */

import { createHash } from 'node:crypto'

import { canonicalJson } from '../../shared/canonical-json'
import { type Cell, type Op, toWire, type WireValue } from '../../shared/sync/body'
import { decodeId } from '../../shared/sync/ids'
import { AppError } from '../../shared/errors'
import { columnsOf, entityByNumber, entityOf, type EntityName } from '../../shared/sync/registry'
import { quoted, type Sqlite, type WritableDb } from '../database'
import { prepared } from '../prepared'
import { applying } from './context'
import type { RecordTable, StoredRow } from './tables'

/** What a row was before the transaction. */
export type Liveness = 'absent' | 'derived' | 'deleted' | 'alive'

/** One row's change: the operations, and what they overwrote. */
export interface RowChange {
  readonly table: RecordTable
  readonly id: string
  readonly before: Liveness
  readonly overwritten: ReadonlyMap<number, Cell>
  readonly ops: readonly Op[]
}

interface Noted {
  readonly tbl: number
  readonly row: string
  born: boolean
  /** The first `_del` seen, where it changed. */
  deletedBefore: boolean | null
  readonly old: Map<number, Cell>
  /** Cells whose value somebody decided on, also where it is the one that was shown. */
  readonly decided: Set<number>
}

/**
 * Notes that the running commit decides on a cell's value: it enters the log although it may be the value that is shown,
 * and so ends the question about the cell. To be called before the cell is written.
 */
export function noteDecided(tx: WritableDb, name: EntityName, id: string, field: string): void {
  const entity = entityOf(name)
  const column = columnsOf(entity).find((one) => one.field === field)
  if (column === undefined) throw new AppError('record.invalid', { entity: name, field, reason: 'unknownField' })
  tx.$client
    .prepare(
      `INSERT INTO sync_pending (tbl, row, op, col, old) SELECT ${entity.n}, id, 'k', ${column.n}, ${quoted(column.sql)}
       FROM ${quoted(entity.table)} WHERE id = ?`,
    )
    .run(id)
}

/** Rows that are dealt with before whoever waits may breathe. */
export const SLICE = 200

/** Reads and folds the notes of the running transaction; stops after each slice, so that long work need not hold everything up. */
export function* readChanges(
  sqlite: Sqlite,
  tables: ReadonlyMap<number, RecordTable>,
): Generator<void, readonly RowChange[]> {
  const changes: RowChange[] = []
  let done = 0
  for (const noted of (yield* readNotes(sqlite)).values()) {
    const table = tables.get(noted.tbl)
    if (table === undefined) throw new RangeError(`no record table ${noted.tbl}`)
    const change = rowChange(sqlite, table, noted)
    if (change !== null) changes.push(change)
    if (++done % SLICE === 0) yield
  }
  return changes
}

interface Note {
  readonly n: number
  readonly tbl: number
  readonly row: string
  readonly op: string
  readonly col: number | null
  readonly old: Cell
}

/** Notes read at a time. */
const NOTES = 2000

function* readNotes(sqlite: Sqlite): Generator<void, ReadonlyMap<string, Noted>> {
  const page = prepared(sqlite, 'SELECT n, tbl, row, op, col, old FROM sync_pending WHERE n > ? ORDER BY n LIMIT ?')
  const notes = new Map<string, Noted>()
  for (let last = 0; ;) {
    // The table's columns, which only the triggers fill.
    const rows = page.all(last, NOTES) as readonly Note[]
    for (const note of rows) {
      foldNote(notes, note)
      last = note.n
    }
    if (rows.length < NOTES) return notes
    yield
  }
}

function foldNote(notes: Map<string, Noted>, { tbl, row, op, col, old }: Note): void {
  const key = `${tbl}:${row}`
  const noted = notes.get(key) ?? {
    tbl,
    row,
    born: false,
    deletedBefore: null,
    old: new Map<number, Cell>(),
    decided: new Set<number>(),
  }
  notes.set(key, noted)
  if (op === 'i') noted.born = true
  else if (op === 'd') noted.deletedBefore ??= old !== 0
  else if (col !== null) {
    if (op === 'k') noted.decided.add(col)
    if (!noted.old.has(col)) noted.old.set(col, old)
  }
}

function rowChange(sqlite: Sqlite, table: RecordTable, noted: Noted): RowChange | null {
  const now = settle(sqlite, table, noted)
  const before = livenessBefore(noted, now)
  const overwritten =
    before === 'absent'
      ? new Map<number, Cell>()
      : new Map([...noted.old].filter(([n, old]) => noted.decided.has(n) || now.cells[n] !== old))
  const ops = netOps(table, now, before, overwritten)
  if (ops.length === 0) return null
  if (now.derived) applying(sqlite, () => table.clearDerived(now.id))
  return { table, id: now.id, before, overwritten, ops }
}

function livenessBefore(noted: Noted, now: StoredRow): Liveness {
  if (noted.born) return 'absent'
  if (now.derived) return 'derived'
  return (noted.deletedBefore ?? now.deleted) ? 'deleted' : 'alive'
}

function netOps(
  table: RecordTable,
  now: StoredRow,
  before: Liveness,
  overwritten: ReadonlyMap<number, Cell>,
): readonly Op[] {
  const row = decodeId(now.id)
  const n = table.entity.n
  const whole = (): Op => [
    n,
    row,
    'i',
    table.columns.map((column) => wire(column, now.cells[column.n] ?? null, overwritten.get(column.n) ?? null)),
  ]
  const removed: readonly Op[] = now.deleted ? [[n, row, 'd']] : []
  if (before === 'alive') return [...editOps(table, now, row, overwritten), ...removed]
  const unchanged = overwritten.size === 0 && before !== 'absent' && now.deleted === (before === 'deleted')
  return unchanged ? [] : [whole(), ...removed]
}

function editOps(
  table: RecordTable,
  now: StoredRow,
  row: Uint8Array,
  overwritten: ReadonlyMap<number, Cell>,
): readonly Op[] {
  if (overwritten.size === 0) return []
  const edited = table.columns.filter((column) => overwritten.has(column.n))
  return [
    [
      table.entity.n,
      row,
      'u',
      edited.flatMap((column) => [
        column.n,
        wire(column, now.cells[column.n] ?? null, overwritten.get(column.n) ?? null),
      ]),
    ],
  ]
}

function wire(column: RecordTable['columns'][number], cell: Cell, old: Cell): WireValue {
  const base =
    column.merge === 'text' && typeof old === 'string'
      ? createHash('sha256').update(old).digest().subarray(0, 16)
      : null
  return toWire(column, cell, base)
}

/** The row as it now is, its texts brought to the one form in which equal texts are equal bytes. */
function settle(sqlite: Sqlite, table: RecordTable, noted: Noted): StoredRow {
  const row = table.read(noted.row)
  if (row === null) throw new RangeError(`row ${noted.row} of ${table.entity.table} is gone`)
  const fixed: (readonly [number, Cell])[] = []
  for (const column of table.columns) {
    const cell = row.cells[column.n]
    if (typeof cell !== 'string' || !(noted.born || row.derived || noted.old.has(column.n))) continue
    const canonical = column.kind === 'json' ? canonicalJson(JSON.parse(cell)) : cell.normalize('NFC')
    if (canonical !== cell) fixed.push([column.n, canonical])
  }
  if (fixed.length === 0) return row
  applying(sqlite, () => table.write(row.id, fixed, null))
  const cells = [...row.cells]
  for (const [n, value] of fixed) cells[n] = value
  return { ...row, cells }
}

/** The fields that the running transaction has written so far in records that existed, each once. */
export function changedFields(tx: WritableDb): readonly { readonly entity: EntityName; readonly field: string }[] {
  return tx.$client
    .prepare<[], { tbl: number; col: number }>(`SELECT DISTINCT tbl, col FROM sync_pending WHERE op = 'u'`)
    .all()
    .flatMap(({ tbl, col }) => {
      const entity = entityByNumber(tbl)
      const column = entity && columnsOf(entity).find(({ n }) => n === col)
      return entity && column ? [{ entity: entity.name, field: column.field }] : []
    })
}
