/** The log read from its beginning: is it whole, and do its entries add up to the records and their marks? */

import { type Cell, decodeBody, READER } from '../shared/sync/body'
import { machineOf } from '../shared/sync/machine'
import {
  expectedState,
  type OracleCell,
  type OracleEntry,
  type OracleRow,
  type OracleState,
} from '../shared/sync/oracle'
import { expectedStandings } from '../shared/sync/oracle-views'
import { type NamedColumn, sqlName } from '../shared/sync/registry'
import { readOps } from '../shared/sync/upcast'
import { chainHash, firstHash } from './capture/chain'
import type { RecordTable, StoredRow } from './capture/tables'
import type { Sqlite } from './database'
import { EVENTFUL, type Eventful } from './sync/machines'

interface Replica {
  readonly rid: number
  readonly id: Buffer
  readonly seq: number
  readonly hash: Buffer
  readonly base_seq: number
  readonly base_hash: Buffer | null
}

/** One replica's log against itself. `hash`: what its chain of hashes comes to, from the entries that are here. */
export interface Chain {
  /** 16 hex digits. */
  readonly replica: string
  readonly entries: number
  readonly hash: Buffer
  /** What is wrong, in words for support; null when every entry is here and unchanged. */
  readonly problem: string | null
}

/** The chains of all logs, recomputed from their entries. */
export function chainsOf(sqlite: Sqlite): readonly Chain[] {
  const replicas = sqlite.prepare<[], Replica>('SELECT rid, id, seq, hash, base_seq, base_hash FROM sync_replica').all()
  return replicas.map((replica) => chainOf(sqlite, replica))
}

function chainOf(sqlite: Sqlite, replica: Replica): Chain {
  const entries = sqlite.prepare<[number, number], { seq: number; body: Buffer }>(
    'SELECT seq, body FROM sync_log WHERE rid = ? AND seq > ? ORDER BY seq',
  )
  const name = replica.id.toString('hex')
  let hash = replica.base_hash ?? firstHash(replica.id)
  let expected = replica.base_seq
  const found = (problem: string | null): Chain => ({ replica: name, entries: expected, hash, problem })
  for (const { seq, body } of entries.iterate(replica.rid, replica.base_seq)) {
    if (seq !== expected + 1) return found(`entry ${expected + 1} of replica ${name} is missing`)
    expected++
    hash = chainHash(hash, body)
  }
  if (expected !== replica.seq) return found(`replica ${name} should have ${replica.seq} entries and has ${expected}`)
  return found(
    hash.equals(replica.hash)
      ? null
      : `an entry of replica ${name} was changed: its chain does not end in the recorded hash`,
  )
}

/** What is wrong with the logs, a line for each replica. */
export function checkChains(sqlite: Sqlite): readonly string[] {
  return chainsOf(sqlite).flatMap(({ problem }) => problem ?? [])
}

/** Where records, their marks and states differ from what the entries say, worked out a second way. */
export function recordProblems(sqlite: Sqlite, tables: ReadonlyMap<number, RecordTable>): readonly string[] {
  const columnsOf = (n: number) => tables.get(n)?.columns
  const state = expectedState(readEntries(sqlite, columnsOf), columnsOf)
  const marks = openMarks(sqlite)
  const problems: string[] = []
  for (const [n, table] of tables) {
    const expected = new Map(state.get(n))
    for (const row of table.all()) {
      problems.push(...rowProblems(table, row, expected.get(row.id), marks))
      expected.delete(row.id)
    }
    // Deletions of what was never born leave nothing.
    for (const [id, { births, cells }] of expected) {
      if (births.length > 0 || cells.some(({ kept }) => kept.length > 0))
        problems.push(`${table.entity.name} ${id} is in the log but not in its table`)
    }
  }
  return [...problems, ...EVENTFUL.flatMap((eventful) => standingProblems(sqlite, tables, state, eventful))]
}

type ColumnsOf = (table: number) => readonly NamedColumn[] | undefined

function* readEntries(sqlite: Sqlite, columnsOf: ColumnsOf): Iterable<OracleEntry> {
  const rows = sqlite
    .prepare<[], { replica: string; seq: number; body: Buffer }>(
      'SELECT lower(hex(id)) AS replica, l.seq, body FROM sync_log l JOIN sync_replica USING (rid) ORDER BY l.rid, l.seq',
    )
    .iterate()
  for (const { replica, seq, body: bytes } of rows) {
    const body = decodeBody(bytes)
    if (body.minReader > READER) throw new RangeError(`entry ${seq} of ${replica} is of a newer app`)
    yield { replica, seq, body: { ...body, ops: readOps(body, undefined, columnsOf).known.map(({ op }) => op) } }
  }
}

/** A row that an import added and nobody edited is in no entry, and needs none. */
function rowProblems(
  table: RecordTable,
  row: StoredRow,
  expected: OracleRow | undefined,
  marks: Marks,
): readonly string[] {
  const where = `${table.entity.name} ${row.id}`
  if (expected === undefined) {
    return row.derived && table.entity.derivedBirths === true ? [] : [`${where} is in no entry of the log`]
  }
  if (row.derived) return [`${where} is marked as not in the log, but is`]
  if (expected.alive === row.deleted) return [`${where} is ${row.deleted ? '' : 'not '}deleted, against the log`]
  const births = marks.births(table.entity.n, row.id)
  const writes = marks.cells(table.entity.n, row.id)
  const wrongBirths = births.map(text).toSorted().join() !== expected.births.map(text).toSorted().join()
  return [
    ...(wrongBirths ? [`${where}: who added it differs from the log`] : []),
    ...table.columns.flatMap((column) => {
      const cell = expected.cells[column.n] ?? { shown: null, kept: [] }
      const shown = row.cells[column.n] ?? null
      if (shown !== cell.shown) return [`${where}: ${column.field} differs from the log`]
      const kept = keptHere(writes.get(column.n) ?? [], births, shown)
      return sameWrites(kept, cell) ? [] : [`${where}: who wrote ${column.field} differs from the log`]
    }),
  ]
}

interface Birth {
  readonly replica: string
  readonly seq: number
  readonly hlc: number
}

interface Kept extends Birth {
  readonly value: Cell
}

/** A cell's writes; where none are noted, the only birth stands for what is shown. */
function keptHere(
  writes: readonly (Birth & { readonly win: number; readonly val: Cell })[],
  births: readonly Birth[],
  shown: Cell,
): readonly Kept[] {
  const [birth] = births
  if (writes.length > 0) return writes.map(({ win, val, ...write }) => ({ ...write, value: win === 1 ? shown : val }))
  return birth === undefined || births.length > 1 || shown === null ? [] : [{ ...birth, value: shown }]
}

function sameWrites(here: readonly Kept[], { kept }: OracleCell): boolean {
  const words = (writes: readonly Kept[]) =>
    writes
      .map((write) => JSON.stringify([text(write), write.value]))
      .toSorted()
      .join()
  return here.length === kept.length && words(here) === words(kept)
}

function text({ replica, seq, hlc }: Birth): string {
  return `${replica} ${seq} ${hlc}`
}

type Marks = ReturnType<typeof openMarks>

function openMarks(sqlite: Sqlite) {
  type Write = Birth & { readonly col: number; readonly win: number; readonly val: Cell }
  const births = sqlite.prepare<[number, string], Birth>(
    `SELECT lower(hex(r.id)) AS replica, b.seq, b.hlc FROM sync_row b JOIN sync_replica r ON r.rid = b.rid
     WHERE b.tbl = ? AND b.row = ?`,
  )
  const cells = sqlite.prepare<[number, string], Write>(
    `SELECT lower(hex(r.id)) AS replica, c.seq, c.hlc, c.col, c.win, c.val FROM sync_cell c
     JOIN sync_replica r ON r.rid = c.rid WHERE c.tbl = ? AND c.row = ?`,
  )
  return {
    births: (n: number, id: string) => births.all(n, id),
    cells: (n: number, id: string): ReadonlyMap<number, readonly Write[]> => {
      const byColumn = new Map<number, Write[]>()
      for (const write of cells.all(n, id)) byColumn.set(write.col, [...(byColumn.get(write.col) ?? []), write])
      return byColumn
    },
  }
}

/** Where records with events stand. */
function standingProblems(
  sqlite: Sqlite,
  tables: ReadonlyMap<number, RecordTable>,
  state: OracleState,
  { n, of, machine: name }: Eventful,
): readonly string[] {
  const machine = machineOf(name)
  const table = tables.get(n)
  if (machine === null || table === undefined) return []
  const at = (sql: string) => table.columns.find((column) => column.sql === sql)?.n ?? -1
  const [from, to] = [at('from_state'), at('to_state')]
  const owner = at(sqlName(table.entity.events?.of ?? ''))
  const columns = { of: owner, from, to, resolves: at('resolves'), machine: at('machine') }
  const expected = expectedStandings(state, n, columns, machine)
  const found = new Map(
    sqlite
      .prepare<[number], [string, string]>(`SELECT row, state || ' ' || hold FROM machine_states WHERE tbl = ?`)
      .raw()
      .all(of),
  )
  const ids = new Set([...expected.keys(), ...found.keys()])
  return [...ids].flatMap((id) => {
    const standing = expected.get(id)
    const must = standing === undefined ? undefined : `${standing.state} ${standing.hold === null ? 0 : 1}`
    return found.get(id) === must ? [] : [`${machine.name} of ${id} stands elsewhere than its steps say`]
  })
}
