/**
 * Everything that steps up to a moment add up to, as bytes: the same bytes from any two copies that have the same steps.
 *
 * With the log beside it a new copy need not apply every step again. No local numbers and no times of this computer are
 * in it: replicas are places in a list by name, records go by table and id. It is a sequence of CBOR items, cut into
 * parts between two of them. What tables there are and how they merge is part of it: copies of another app make another.
 */

import { createHash } from 'node:crypto'

import { encode } from 'cborg'

import type { Cell } from '../../shared/sync/body'
import { decodeId } from '../../shared/sync/ids'
import { columnsOf, ENTITY_LIST } from '../../shared/sync/registry'
import { quoted, type Sqlite } from '../database'
import { readMeta } from '../meta'
import { RUN_LIMITS, type RunLimits, runsOf } from './runs'
import type { LogRun, Vector } from './types'

/** What an item begins with. */
export const Item = { head: 0, table: 1, row: 2, parked: 3, end: 4 } as const
export const SNAPSHOT_VERSION = 1

/** A part is at most this, unless a single record is more. */
const PART_BYTES = 4 * 1024 * 1024
/** Some tens of milliseconds' work. */
export const ITEMS_AT_ONCE = 1000

/** One moment of a file, held by a read transaction until `end`. */
export interface Snapshot {
  /** SHA-256 (hex) over what decides every byte of it: the steps, by their chains' hashes, and the registry. */
  readonly id: string
  /** The steps that it adds up. */
  readonly vector: Vector
  /** What tables there are and how they merge, as SHA-256 (hex). */
  readonly registry: string
  /** null now and then: nothing yet, but others may be answered. */
  parts(): Generator<Uint8Array | null, void, void>
  /** The steps themselves, and such as wait. */
  runs(limits?: RunLimits): Iterable<LogRun>
  end(): void
}

/** `sqlite`: a connection that only this uses until `end`. */
export function beginSnapshot(sqlite: Sqlite): Snapshot {
  sqlite.exec('BEGIN')
  const heads = readHeads(sqlite)
  const registry = String(readMeta(sqlite, 'registry'))
  return {
    id: idOf(registry, heads),
    registry,
    vector: new Map(heads.map(({ name, seq }) => [name, seq])),
    parts: () => inParts(items(sqlite, heads)),
    runs: (limits = RUN_LIMITS) => runsOf(sqlite, new Map(), limits),
    end: () => void sqlite.exec('COMMIT'),
  }
}

function idOf(registry: string, heads: readonly Head[]): string {
  const named = heads.map(({ id, seq, hash }) => [id, seq, hash])
  return createHash('sha256')
    .update(encode([SNAPSHOT_VERSION, Buffer.from(registry, 'hex'), named]))
    .digest('hex')
}

interface Head {
  readonly rid: number
  readonly id: Buffer
  readonly name: string
  readonly seq: number
  readonly hash: Buffer
}

/** Replicas with steps that are applied here, by name. */
function readHeads(sqlite: Sqlite): readonly Head[] {
  return sqlite
    .prepare<[], Head>('SELECT rid, id, lower(hex(id)) AS name, seq, hash FROM sync_replica WHERE seq > 0 ORDER BY id')
    .all()
}

/** Items until a part is full. */
function* inParts(all: Iterable<Uint8Array>): Generator<Uint8Array | null, void, void> {
  let items: Uint8Array[] = []
  let bytes = 0
  let count = 0
  for (const item of all) {
    if (++count % ITEMS_AT_ONCE === 0) yield null
    if (bytes > 0 && bytes + item.length > PART_BYTES) {
      yield Buffer.concat(items)
      items = []
      bytes = 0
    }
    items.push(item)
    bytes += item.length
  }
  yield Buffer.concat(items)
}

function* items(sqlite: Sqlite, heads: readonly Head[]): Generator<Uint8Array, void, void> {
  const places = new Map(heads.map(({ rid }, i) => [rid, i]))
  const placeOf = (rid: number): number => {
    const place = places.get(rid)
    if (place === undefined) throw new RangeError(`steps of replica ${rid} that has none`)
    return place
  }
  const workspace = Buffer.from(String(readMeta(sqlite, 'workspace')), 'hex')
  const replicas = heads.map(({ rid, id, seq, hash }) => [id, seq, hash, seenBy(sqlite, rid, placeOf)])
  const registry = Buffer.from(String(readMeta(sqlite, 'registry')), 'hex')
  yield encode([Item.head, SNAPSHOT_VERSION, workspace, registry, replicas])
  let rows = 0
  for (const entity of ENTITY_LIST) {
    yield encode([Item.table, entity.n])
    const columns = columnsOf(entity).map(({ sql }) => quoted(sql))
    for (const row of rowsOf(sqlite, entity.n, entity.table, columns, placeOf)) {
      yield encode(row)
      rows++
    }
  }
  let parked = 0
  for (const { rid, ...op } of parkedOps(sqlite)) {
    yield encode([Item.parked, placeOf(rid), op.seq, op.op, op.tbl, op.row, op.col, op.val])
    parked++
  }
  yield encode([Item.end, rows, parked])
}

function seenBy(sqlite: Sqlite, rid: number, placeOf: (rid: number) => number): unknown[] {
  const seen = sqlite
    .prepare<[number], [number, number, Buffer | null]>('SELECT rid, seq, h4 FROM sync_vv WHERE src = ?')
    .raw()
    .all(rid)
  return seen.map(([of, seq, h4]) => [placeOf(of), seq, h4] as const).toSorted(([a], [b]) => a - b)
}

interface Birth {
  readonly row: string
  readonly mark: readonly [rid: number, seq: number, hlc: number, cov: number]
}

interface CellMark {
  readonly row: string
  readonly mark: readonly [col: number, rid: number, seq: number, hlc: number, cov: number, win: number, val: Cell]
}

/**
 * `[row, id, deleted, cells, births, writes]` by id. Rows that only imports name are left out: they follow from the
 * imports. `deleted` and `cells` are null where the log has marks of a row that only imports name now.
 */
function* rowsOf(
  sqlite: Sqlite,
  tbl: number,
  table: string,
  columns: readonly string[],
  placeOf: (rid: number) => number,
): Generator<unknown[], void, void> {
  const records = sqlite
    .prepare<[], [string, number, ...Cell[]]>(
      `SELECT id, _del, ${columns.join(', ')} FROM ${quoted(table)} WHERE _flag = 0 ORDER BY id`,
    )
    .raw()
    .iterate()
  const births = grouped(
    sqlite
      .prepare<[number], RawBirth>('SELECT row, rid, seq, hlc, cov FROM sync_row WHERE tbl = ? ORDER BY row')
      .raw()
      .iterate(tbl),
    birthOf,
  )
  const writes = grouped(
    sqlite
      .prepare<[number], RawCell>(
        'SELECT row, col, rid, seq, hlc, cov, win, val FROM sync_cell WHERE tbl = ? ORDER BY row, col',
      )
      .raw()
      .iterate(tbl),
    cellOf,
  )
  try {
    let record = records.next()
    for (;;) {
      const id = least(record.done === true ? null : record.value[0], births.row(), writes.row())
      if (id === null) return
      const [, deleted, ...cells] = record.done !== true && record.value[0] === id ? record.value : [id, null]
      if (deleted !== null) record = records.next()
      const born = births.take(id).map(([rid, ...birth]) => [placeOf(rid), ...birth])
      const written = writes.take(id).map(([col, rid, ...write]) => [col, placeOf(rid), ...write])
      yield [
        Item.row,
        decodeId(id),
        deleted,
        deleted === null ? null : cells,
        born.toSorted(([a = 0], [b = 0]) => a - b),
        written.toSorted((a, b) => Number(a[0]) - Number(b[0]) || Number(a[1]) - Number(b[1])),
      ]
    }
  } finally {
    // Given up in the middle: a connection with an open statement cannot be closed.
    records.return?.()
    births.end()
    writes.end()
  }
}

type RawBirth = [row: string, rid: number, seq: number, hlc: number, cov: number]
type RawCell = [row: string, col: number, rid: number, seq: number, hlc: number, cov: number, win: number, val: Cell]
const birthOf = ([row, ...mark]: RawBirth): Birth => ({ row, mark })
const cellOf = ([row, ...mark]: RawCell): CellMark => ({ row, mark })

/** A statement's rows, taken record by record. */
function grouped<R, M>(
  rows: IterableIterator<R>,
  read: (raw: R) => { readonly row: string; readonly mark: M },
): { row(): string | null; take(id: string): M[]; end(): void } {
  const next = () => {
    const step = rows.next()
    return step.done === true ? null : read(step.value)
  }
  let current = next()
  return {
    row: () => current?.row ?? null,
    take: (id) => {
      const marks: M[] = []
      for (; current?.row === id; current = next()) marks.push(current.mark)
      return marks
    },
    end: () => void rows.return?.(),
  }
}

function least(...ids: readonly (string | null)[]): string | null {
  return ids.reduce((a, b) => (a === null ? b : b === null || a < b ? a : b), null)
}

interface ParkedOp {
  readonly rid: number
  readonly seq: number
  readonly op: number
  readonly tbl: number
  readonly row: string
  readonly col: number
  readonly val: Buffer | null
}

function parkedOps(sqlite: Sqlite): IterableIterator<ParkedOp> {
  return sqlite
    .prepare<[], ParkedOp>(
      `SELECT p.rid, p.seq, op, tbl, row, col, val FROM sync_parked p JOIN sync_replica r ON r.rid = p.rid
       ORDER BY r.id, p.seq, op, col`,
    )
    .iterate()
}
