/**
 * Fields that two people gave different values without knowing of each other, and what is known of each value.
 *
 * Only the merged state and the log are read, so two copies with the same steps ask the same questions.
 */

import { type Cell, decodeBody, fromWire, type Op, pairsOf, type WireValue } from '../../shared/sync/body'
import { encodeId } from '../../shared/sync/ids'
import { inQuestion, type Question as Asks } from '../../shared/sync/merge'
import { columnsOf, entityByNumber, type EntityName, type NamedColumn } from '../../shared/sync/registry'
import { quoted, type Sqlite } from '../database'
import type { Dot, Sight } from './seen'

/** Who made a step, when, on which copy. */
export interface StepHead extends Dot {
  /** 16 hex digits. */
  readonly replica: string
  readonly hlc: number
  readonly author: string
  readonly wall: number
  readonly flags: number
}

/** One of the values in question. */
export interface Write extends StepHead {
  readonly cell: Cell
  readonly shown: boolean
}

/** A field in question: at least two different values, in the order of clock and replica. */
export interface Question {
  readonly entity: EntityName
  readonly tbl: number
  readonly id: string
  readonly column: NamedColumn
  /** `notice`: texts, which may be put together. */
  readonly asks: Asks
  readonly writes: readonly Write[]
}

/** A value that was written into a field at some time. `base`: the hash of the text its author started from. */
export interface PastWrite extends StepHead {
  readonly cell: Cell
  readonly base: Uint8Array | null
}

interface Raw extends StepHead {
  readonly tbl: number
  readonly row: string
  readonly col: number
  readonly win: number
  readonly val: Cell
}

const HEAD = `lower(hex(r.id)) AS replica, t.hlc, t.author, t.wall, t.flags`

/** Every field in question, or those of one record. */
export function openQuestions(sqlite: Sqlite, only?: { readonly tbl: number; readonly id: string }): Question[] {
  const which = only === undefined ? '' : 'AND tbl = ? AND row = ?'
  const rows = sqlite
    .prepare<unknown[], Raw>(
      `SELECT c.tbl, c.row, c.col, c.rid, c.seq, c.win, c.val, ${HEAD}
       FROM (SELECT DISTINCT tbl, row, col FROM sync_cell INDEXED BY sync_cell_conflict WHERE win = 0 ${which}) AS q
       JOIN sync_cell c ON c.tbl = q.tbl AND c.row = q.row AND c.col = q.col
       JOIN sync_replica r ON r.rid = c.rid JOIN sync_tx t ON t.rid = c.rid AND t.seq = c.seq
       ORDER BY c.tbl, c.row, c.col, t.hlc, r.id`,
    )
    .all(...(only === undefined ? [] : [only.tbl, only.id]))
  const readers = new Map<string, (id: string) => Cell | undefined>()
  const questions: Question[] = []
  for (const group of groups(rows)) {
    const question = questionOf(group, (column, table) => {
      const key = `${table}.${column.sql}`
      const reader = readers.get(key) ?? shownReader(sqlite, table, column.sql)
      readers.set(key, reader)
      return reader
    })
    if (question !== null) questions.push(question)
  }
  return questions
}

type ReaderOf = (column: NamedColumn, table: string) => (id: string) => Cell | undefined

/** The group as a question; null for values that are equal, rules that settle themselves and records that are gone. */
function questionOf(group: readonly Raw[], readerOf: ReaderOf): Question | null {
  const [first] = group
  const entity = first === undefined ? null : entityByNumber(first.tbl)
  const column = entity === null ? undefined : columnsOf(entity).find(({ n }) => n === first?.col)
  if (first === undefined || entity === null || column === undefined) return null
  const shown = readerOf(column, entity.table)(first.row)
  if (shown === undefined) return null
  const writes = group.map(({ tbl: _tbl, row: _row, col: _col, win, val, ...head }) => ({
    ...head,
    cell: win === 1 ? shown : val,
    shown: win === 1,
  }))
  const asks = inQuestion(
    column.merge,
    writes.map(({ cell }) => ({ value: cell })),
  )
  return asks === null ? null : { entity: entity.name, tbl: entity.n, id: first.row, column, asks, writes }
}

function* groups(rows: readonly Raw[]): Iterable<readonly Raw[]> {
  let group: Raw[] = []
  for (const row of rows) {
    const [first] = group
    if (first !== undefined && (first.tbl !== row.tbl || first.row !== row.row || first.col !== row.col)) {
      yield group
      group = []
    }
    group.push(row)
  }
  if (group.length > 0) yield group
}

/** The cell that lists show; undefined where the record is deleted. */
function shownReader(sqlite: Sqlite, table: string, column: string): (id: string) => Cell | undefined {
  const statement = sqlite
    .prepare<[string], Cell>(`SELECT ${quoted(column)} FROM ${quoted(table)} WHERE id = ? AND _del = 0`)
    .pluck()
  return (id) => statement.get(id)
}

/** Reads who made a step, by replica and number; null for one that is not here. */
export function stepHead(sqlite: Sqlite): (replica: string, seq: number) => StepHead | null {
  const head = sqlite.prepare<[Buffer, number], StepHead>(
    `SELECT t.rid, t.seq, ${HEAD} FROM sync_replica r JOIN sync_tx t ON t.rid = r.rid WHERE r.id = ? AND t.seq = ?`,
  )
  return (replica, seq) => head.get(Buffer.from(replica, 'hex'), seq) ?? null
}

/** Everything that was ever written into a field, in the order of clock and replica. */
export function writesOf(sqlite: Sqlite, tbl: number, id: string, col: number): PastWrite[] {
  return stepsOn(sqlite, tbl, id).flatMap(({ ops, ...head }) => {
    const value = lastValue(ops, col)
    if (value === undefined) return []
    const base = Array.isArray(value) && value[0] === 't' && value[1] instanceof Uint8Array ? value[1] : null
    return [{ ...head, cell: fromWire(value), base }]
  })
}

/** The steps that touched a record, with what they did to it. */
export function stepsOn(sqlite: Sqlite, tbl: number, id: string): (StepHead & { readonly ops: readonly Op[] })[] {
  return sqlite
    .prepare<[number, string], StepHead & { body: Buffer }>(
      `SELECT t.rid, t.seq, ${HEAD}, l.body FROM log_index i
       JOIN sync_replica r ON r.rid = i.rid JOIN sync_tx t ON t.rid = i.rid AND t.seq = i.seq
       JOIN sync_log l ON l.rid = i.rid AND l.seq = i.seq WHERE i.tbl = ? AND i.row = ? ORDER BY t.hlc, r.id`,
    )
    .all(tbl, id)
    .map(({ body, ...head }) => ({
      ...head,
      ops: decodeBody(body).ops.filter((op) => op[0] === tbl && encodeId(op[1]) === id),
    }))
}

function lastValue(ops: readonly Op[], col: number): WireValue | undefined {
  let last: WireValue | undefined
  for (const op of ops) {
    const pair = op[2] === 'u' ? pairsOf(op).find(([n]) => n === col) : undefined
    // Null is a value too; what an entry does not name is undefined.
    if (pair !== undefined) last = pair[1]
    else if (op[2] === 'i' && op[3][col] !== undefined) last = op[3][col]
  }
  return last
}

/** The value that all of the writes started from: the latest one that every author knew. Null: there is none, or it was empty. */
export function commonBase(past: readonly PastWrite[], writes: readonly Dot[], sight: Sight): Cell {
  const isOne = (dot: Dot) => writes.some(({ rid, seq }) => rid === dot.rid && seq === dot.seq)
  return past.findLast((each) => !isOne(each) && writes.every((write) => sight.sees(write, each)))?.cell ?? null
}

/** The cells of an entity whose edit is refused until somebody has decided, as `id field`. */
export function undecidedCells(sqlite: Sqlite, name: EntityName): ReadonlySet<string> {
  return new Set(
    openQuestions(sqlite)
      .filter(({ entity, column }) => entity === name && column.merge === 'mv')
      .map(({ id, column }) => `${id} ${column.field}`),
  )
}
