/**
 * History of a log that was not applied step by step: who wrote what when, and what was there before.
 *
 * As if the steps had come in the order of their clocks; where two people wrote without knowing of each other, what each
 * replaced is what that order says.
 */

import { type Cell, fromWire, type Op, pairsOf } from '../../shared/sync/body'
import { encodeId } from '../../shared/sync/ids'
import type { Liveness } from '../capture/pending'
import type { Sqlite } from '../database'
import { openTables } from '../capture/tables'
import { knownColumns, type ReadEntry, readEntry } from './entry'

interface Row {
  readonly cells: Cell[]
  alive: boolean
}

interface Logged {
  readonly seq: number
  readonly hlc: number
  readonly body: Buffer
}

/** The log of one replica while all are merged. */
interface Lane {
  readonly rid: number
  readonly id: Buffer
  entries: readonly Logged[]
  at: number
}

const READ_AT_ONCE = 1000

/** Writes the history of the whole log, a slice at each step; a body that cannot be read throws a RangeError. */
export function* writeHistory(
  sqlite: Sqlite,
  replicas: readonly { readonly rid: number; readonly id: Buffer }[],
): Generator<number, void, void> {
  const next = sqlite.prepare<[number, number, number], Logged>(
    'SELECT seq, hlc, body FROM sync_log WHERE rid = ? AND seq > ? ORDER BY seq LIMIT ?',
  )
  const columns = knownColumns(openTables(sqlite))
  const write = openHistory(sqlite)
  const lanes: Lane[] = replicas.map(({ rid, id }) => ({ rid, id, entries: next.all(rid, 0, READ_AT_ONCE), at: 0 }))
  for (let done = 0; ; done++) {
    if (done % READ_AT_ONCE === 0) yield done
    const lane = earliest(lanes)
    const entry = lane?.entries[lane.at++]
    if (lane === null || entry === undefined) return
    if (lane.at === lane.entries.length) {
      lane.entries = next.all(lane.rid, entry.seq, READ_AT_ONCE)
      lane.at = 0
    }
    const read = readEntry(entry.body, columns)
    if (typeof read === 'string') throw new RangeError(`a step that is ${read}`)
    write(lane.rid, entry.seq, read)
  }
}

function earliest(lanes: readonly Lane[]): Lane | null {
  let first: Lane | null = null
  for (const lane of lanes) {
    const entry = lane.entries[lane.at]
    const best = first?.entries[first.at]
    if (entry === undefined) continue
    if (best === undefined || entry.hlc < best.hlc || (entry.hlc === best.hlc && lane.id.compare(first!.id) < 0))
      first = lane
  }
  return first
}

function openHistory(sqlite: Sqlite): (rid: number, seq: number, read: ReadEntry) => void {
  const heading = sqlite.prepare(
    'INSERT INTO sync_tx (rid, seq, hlc, wall, author, label, flags, n_ops) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  )
  const index = sqlite.prepare('INSERT INTO log_index (tbl, row, rid, seq) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING')
  const past = sqlite.prepare(
    'INSERT INTO sync_past (tbl, row, by_rid, by_seq, col, val) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
  )
  const tables = new Map<number, Map<string, Row>>()
  return (rid, seq, { body, ops }) => {
    heading.run(rid, seq, body.hlc, body.wall, body.author, body.label, body.flags, body.ops.length)
    for (const { op } of ops.known) {
      const [tbl] = op
      const id = encodeId(op[1])
      const rows = tables.get(tbl) ?? new Map<string, Row>()
      tables.set(tbl, rows)
      const row = rows.get(id)
      const note = (col: number, val: Cell): void => void past.run(tbl, id, rid, seq, col, val)
      if (op[2] === 'd' && row === undefined) continue
      index.run(tbl, id, rid, seq)
      rows.set(id, replaced(row, op, note))
    }
  }
}

/** The row after an operation; tells `note` what was there before. -1 stands for the row itself. */
function replaced(row: Row | undefined, op: Op, note: (col: number, val: Cell) => void): Row {
  const before: Liveness = row === undefined ? 'absent' : row.alive ? 'alive' : 'deleted'
  const after = row ?? { cells: [], alive: true }
  if (op[2] !== 'u' || before !== 'alive') note(-1, before)
  after.alive = op[2] !== 'd'
  const pairs = op[2] === 'd' ? [] : op[2] === 'u' ? pairsOf(op) : op[3].entries()
  for (const [col, wire] of pairs) {
    const value = fromWire(wire)
    const shown = after.cells[col] ?? null
    if (before !== 'absent' && shown !== value) note(col, shown)
    after.cells[col] = value
  }
  return after
}
