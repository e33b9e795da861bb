/**
 * Taking steps back and doing them again, from what each logged transaction overwrote.
 *
 * Undoing is a new transaction that writes the old values; nothing leaves the log. A step is refused when one of its
 * cells no longer holds what the step wrote, because undoing it would throw somebody's later work away.
 */

import { FLAG_REDO, FLAG_UNDO, fromWire, pairsOf, type Cell, type Op } from '../../shared/sync/body'
import { encodeId } from '../../shared/sync/ids'
import { columnsOf, ENTITY_LIST } from '../../shared/sync/registry'
import { AppError } from '../../shared/errors'
import { quoted, type Sqlite } from '../database'
import { prepared } from '../prepared'
import type { Log } from './log'
import type { Liveness } from './pending'
import type { RecordTable } from './tables'

/** An own step that can be taken back or done again. */
export interface Step {
  readonly seq: number
  /** The transaction that last did or undid it: the one to be inverted. */
  readonly latest: number
  readonly label: string
  readonly author: string
}

export type Direction = 'undo' | 'redo'

export interface Steps {
  /** Notes a new step; what had been undone can no longer be done again. A lasting one is not among those that are taken back. */
  added(seq: number, lasting: boolean): void
  /** Notes that transaction `seq` took the step back or did it again. */
  moved(step: Step, direction: Direction, seq: number): void
  next(direction: Direction): Step | null
  find(seq: number): (Step & { readonly state: string }) | null
  /** Writes the inverse of the step's latest transaction; the caller's transaction captures it. */
  invert(step: Step): void
}

/** The part of a label that says what kind of step it was. */
export function labelKind(label: string): string {
  return label.split(':', 1)[0] ?? label
}

export function flagOf(direction: Direction): number {
  return direction === 'undo' ? FLAG_UNDO : FLAG_REDO
}

export function openSteps(writer: Sqlite, tables: ReadonlyMap<number, RecordTable>, log: Log): Steps {
  const { rid } = log
  const columns = 'local_steps.seq, latest_seq AS latest, state, author, label'
  const joined = 'local_steps JOIN sync_tx ON sync_tx.rid = local_steps.rid AND sync_tx.seq = local_steps.seq'
  type Found = Step & { readonly state: string }
  const last = writer.prepare<[number], Found>(
    `SELECT ${columns} FROM ${joined} WHERE local_steps.rid = ? AND state = 'done' ORDER BY local_steps.seq DESC LIMIT 1`,
  )
  const first = writer.prepare<[number], Found>(
    `SELECT ${columns} FROM ${joined} WHERE local_steps.rid = ? AND state = 'undone' ORDER BY local_steps.seq LIMIT 1`,
  )
  const one = writer.prepare<[number, number], Found>(
    `SELECT ${columns} FROM ${joined} WHERE local_steps.rid = ? AND local_steps.seq = ?`,
  )
  const forget = writer.prepare(`UPDATE local_steps SET state = 'gone' WHERE rid = ? AND state = 'undone'`)
  const insert = writer.prepare(`INSERT INTO local_steps (rid, seq, state, latest_seq) VALUES (?, ?, 'done', ?)`)
  const update = writer.prepare('UPDATE local_steps SET state = ?, latest_seq = ? WHERE rid = ? AND seq = ?')
  const past = writer.prepare<[number, string, number, number], { col: number; val: Cell }>(
    'SELECT col, val FROM sync_past WHERE tbl = ? AND row = ? AND by_rid = ? AND by_seq = ?',
  )

  return {
    added: (seq, lasting) => {
      forget.run(rid)
      if (!lasting) insert.run(rid, seq, seq)
    },
    moved: (step, direction, seq) => void update.run(direction === 'undo' ? 'undone' : 'done', seq, rid, step.seq),
    next: (direction) => (direction === 'undo' ? last : first).get(rid) ?? null,
    find: (seq) => one.get(rid, seq) ?? null,
    invert: (step) => {
      for (const written of rowsOf(log.read(step.latest).ops)) {
        const table = tables.get(written.tbl)
        if (table === undefined) throw new RangeError(`no record table ${written.tbl}`)
        const old = past.all(written.tbl, written.id, rid, step.latest)
        if (isKept(writer, table, written.id, old)) {
          throw new AppError('undo.changedSince', { label: step.label, entity: table.entity.name, field: '' })
        }
        invertRow(table, written, old, step.label)
      }
    },
  }
}

/** What one transaction wrote of one row: the cells that it named, and whether it ended deleted (null: said nothing). */
interface WrittenRow {
  readonly tbl: number
  readonly id: string
  readonly cells: Map<number, Cell>
  deleted: boolean | null
}

function rowsOf(ops: readonly Op[]): Iterable<WrittenRow> {
  const rows = new Map<string, WrittenRow>()
  for (const op of ops) {
    const id = encodeId(op[1])
    const key = `${op[0]}:${id}`
    const row = rows.get(key) ?? { tbl: op[0], id, cells: new Map<number, Cell>(), deleted: null }
    rows.set(key, row)
    if (op[2] === 'd') row.deleted = true
    else if (op[2] === 'u') for (const [n, value] of pairsOf(op)) row.cells.set(n, fromWire(value))
    else {
      row.deleted = false
      for (const [n, value] of op[3].entries()) row.cells.set(n, fromWire(value))
    }
  }
  return rows.values()
}

/** Whether the row would go although books name it by now. */
function isKept(writer: Sqlite, table: RecordTable, id: string, past: readonly { col: number; val: Cell }[]): boolean {
  if (past.find(({ col }) => col === -1)?.val !== ('absent' satisfies Liveness)) return false
  return keepers(table.entity.name).some(
    ({ sql, column }) =>
      prepared(writer, `SELECT 1 FROM ${sql} WHERE ${column} = ? AND _del = 0`).get(id) !== undefined,
  )
}

function keepers(name: string) {
  return ENTITY_LIST.flatMap((entity) =>
    columnsOf(entity)
      .filter(({ keeps, references }) => keeps === true && references === name)
      .map(({ sql }) => ({ sql: quoted(entity.table), column: quoted(sql) })),
  )
}

function invertRow(
  table: RecordTable,
  written: WrittenRow,
  past: readonly { col: number; val: Cell }[],
  label: string,
): void {
  // Written by this module's sibling together with the entry: a Liveness in column -1, old cells in the others.
  const before = past.find(({ col }) => col === -1)?.val as Liveness | undefined
  if (before === undefined) throw new RangeError(`nothing is known of what ${written.id} was before`)
  const now = table.read(written.id)
  const refuse = (field: string): never => {
    throw new AppError('undo.changedSince', { label, entity: table.entity.name, field })
  }
  if (now === null || now.deleted !== (written.deleted ?? false)) return refuse('')
  const old = past.filter(({ col }) => col >= 0)
  const watched = before === 'absent' ? [...written.cells.keys()] : old.map(({ col }) => col)
  for (const n of watched) {
    if (now.cells[n] !== written.cells.get(n)) refuse(table.columns[n]?.field ?? '')
  }
  const deletedBefore = before === 'absent' || before === 'deleted'
  const cells = old.map(({ col, val }) => [col, val] as const)
  if (deletedBefore && now.deleted && cells.length > 0) {
    // Brought back, edited and deleted again in one step: nobody may write to a deleted record, so its cells are put
    // right while it lives for a moment.
    table.write(written.id, cells, false)
    table.write(written.id, [], true)
    return
  }
  table.write(written.id, cells, deletedBefore === now.deleted ? null : deletedBefore)
}
