/**
 * Taking back what an arrival brought: the values that were shown before it, written again where what it wrote still stands.
 *
 * What somebody has changed since is left alone. It is an ordinary step of whoever does it, for everybody, and can itself
 * be undone.
 */

import { type Cell, decodeBody, type Op, pairsOf } from '../../shared/sync/body'
import { encodeId } from '../../shared/sync/ids'
import { noteDecided, type Liveness } from '../capture/pending'
import type { RecordTable } from '../capture/tables'
import type { WritableDb } from '../database'
import { isErased } from '../erasing'
import { referenceTo } from '../repositories/records'

export interface ArrivalUndone {
  /** Fields and records that are as they were before, and such as somebody has changed since. */
  readonly undone: number
  readonly left: number
}

/** A record that the arrival's steps touched. */
interface Touched {
  readonly table: RecordTable
  readonly id: string
  /** What the record was before the first of them; null: alive. */
  before: Liveness | null
  readonly fields: Set<number>
}

/** Inside a commit that resolves. `tables` are of the writing connection. */
export function writeBack(tx: WritableDb, tables: ReadonlyMap<number, RecordTable>, arrival: number): ArrivalUndone {
  const reading = openReading(tx, arrival)
  const touched = touchedBy(reading, tables)
  const removed: Touched[] = []
  let [undone, left] = [0, 0]
  for (const one of touched) {
    const now = one.table.read(one.id)
    // Who was erased stays erased.
    if (now === null || isErased(tx.$client, one.table.entity.name, one.id) || one.table.entity.name === 'erasures')
      continue
    const wasThere = one.before === null || one.before === 'alive' || one.before === 'derived'
    if (!wasThere && !now.deleted) {
      if (reading.isOnlyOurs(one)) removed.push(one)
      else left++
    } else if (wasThere && now.deleted) {
      one.table.write(one.id, [], false)
      undone++
      undone += backAsItWas(tx, reading, one).undone
    } else if (!now.deleted) {
      const counts = backAsItWas(tx, reading, one)
      undone += counts.undone
      left += counts.left
    }
  }
  for (const { table, id } of removed) table.write(id, [], true)
  for (const { table, id } of removed) {
    // Somebody has built on it since.
    const needed = referenceTo(tx, table.entity.name, id) !== null
    if (needed) table.write(id, [], false)
    if (needed) left++
    else undone++
  }
  return { undone, left }
}

function backAsItWas(tx: WritableDb, reading: Reading, { table, id, fields }: Touched): ArrivalUndone {
  let [undone, left] = [0, 0]
  for (const n of fields) {
    const column = table.columns[n]
    const state = reading.fieldOf(table.entity.n, id, n)
    if (column === undefined || state === 'settled') continue
    if (state === 'changed') {
      left++
      continue
    }
    noteDecided(tx, table.entity.name, id, column.field)
    const before = reading.shownBefore(table.entity.n, id, n)
    if (before !== undefined) table.write(id, [[n, before]], null)
    undone++
  }
  return { undone, left }
}

interface Reading {
  steps(): Iterable<readonly Op[]>
  /** What a record was before the arrival; null where it was alive. */
  before(tbl: number, id: string): Liveness | null
  /** What a field showed before; undefined where the arrival did not change what is shown. */
  shownBefore(tbl: number, id: string, col: number): Cell | undefined
  /** `standing`: a write of the arrival stands; `changed`: somebody has written since; `settled`: nothing to take back. */
  fieldOf(tbl: number, id: string, col: number): 'standing' | 'changed' | 'settled'
  /** Nothing keeps it alive but what the arrival brought. */
  isOnlyOurs(touched: Touched): boolean
}

interface Standing {
  readonly arrival: number | null
}

function openReading({ $client: db }: WritableDb, arrival: number): Reading {
  const bodies = db
    .prepare<[number], Buffer>(
      `SELECT l.body FROM sync_tx t JOIN sync_log l ON l.rid = t.rid AND l.seq = t.seq
       JOIN sync_replica r ON r.rid = t.rid WHERE t.arrival = ? ORDER BY t.hlc, r.id`,
    )
    .pluck()
  // By clock: what was overwritten first was there before the arrival.
  const past = db
    .prepare<[number, number, string, number], Cell>(
      `SELECT p.val FROM sync_past p JOIN sync_tx t ON t.rid = p.by_rid AND t.seq = p.by_seq AND t.arrival = ?
       WHERE p.tbl = ? AND p.row = ? AND p.col = ? ORDER BY t.hlc, t.rid LIMIT 1`,
    )
    .pluck()
  const cells = db.prepare<[number, string, number], Standing>(
    `SELECT t.arrival FROM sync_cell c JOIN sync_tx t ON t.rid = c.rid AND t.seq = c.seq WHERE c.tbl = ? AND c.row = ? AND c.col = ?`,
  )
  const births = db.prepare<[number, string], Standing>(
    'SELECT t.arrival FROM sync_row b JOIN sync_tx t ON t.rid = b.rid AND t.seq = b.seq WHERE b.tbl = ? AND b.row = ? AND b.cov = 0',
  )
  const everyCell = db.prepare<[number, string], Standing>(
    'SELECT t.arrival FROM sync_cell c JOIN sync_tx t ON t.rid = c.rid AND t.seq = c.seq WHERE c.tbl = ? AND c.row = ? AND c.cov = 0',
  )
  const ours = (rows: readonly Standing[]) => rows.filter((row) => row.arrival === arrival).length
  return {
    *steps() {
      for (const body of bodies.all(arrival)) yield decodeBody(body).ops
    },
    // Written by what applies steps: a Liveness in column -1.
    before: (tbl, id) => (past.get(arrival, tbl, id, -1) as Liveness | undefined) ?? null,
    shownBefore: (tbl, id, col) => past.get(arrival, tbl, id, col),
    fieldOf: (tbl, id, col) => {
      const writes = cells.all(tbl, id, col)
      const standing = writes.length > 0 ? writes : births.all(tbl, id)
      if (ours(standing) > 0) return 'standing'
      return past.get(arrival, tbl, id, col) === undefined ? 'settled' : 'changed'
    },
    isOnlyOurs: ({ table, id }) => {
      const all = [...births.all(table.entity.n, id), ...everyCell.all(table.entity.n, id)]
      return ours(all) === all.length
    },
  }
}

function touchedBy(reading: Reading, tables: ReadonlyMap<number, RecordTable>): Iterable<Touched> {
  const touched = new Map<string, Touched>()
  for (const ops of reading.steps()) {
    for (const op of ops) {
      const table = tables.get(op[0])
      if (table === undefined) continue
      const id = encodeId(op[1])
      const key = `${op[0]}:${id}`
      const one = touched.get(key) ?? { table, id, before: reading.before(op[0], id), fields: new Set<number>() }
      touched.set(key, one)
      if (op[2] === 'u') for (const [n] of pairsOf(op)) one.fields.add(n)
      else if (op[2] === 'i') for (const n of op[3].keys()) one.fields.add(n)
    }
  }
  return touched.values()
}
