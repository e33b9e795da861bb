/**
 * Records and their marks worked out anew from the log: for files of before the exchange, and after an update that knows
 * more tables, columns or rules than the app that applied the entries.
 */

import { createHash } from 'node:crypto'

import { AppError } from '../../shared/errors'
import { columnsOf, type NamedEntity } from '../../shared/sync/registry'
import { firstHash } from '../capture/chain'
import { applying } from '../capture/context'
import { openTables } from '../capture/tables'
import { quoted, type Sqlite } from '../database'
import { readMeta, writeMeta } from '../meta'
import { openMerging } from './merging'
import { openPast, type Past } from './past'
import type { Replicas } from './replicas'
import { createSlicer, type Source, type Waiting } from './slices'
import { createTally } from './tally'
import { parking } from './waiting'

/** What follows from the log and the registry alone. */
const DERIVED = ['sync_row', 'sync_cell', 'sync_vv', 'sync_parked', 'machine_states']
const READ_AT_ONCE = 512

/** Brings the records to what this build makes of the log, when another registry than this one's made them. */
export function renewRecords(sqlite: Sqlite, file: string, entities: readonly NamedEntity[]): void {
  const print = fingerprint(entities)
  if (readMeta(sqlite, 'registry') === print) return
  sqlite
    .transaction(() => {
      rebuild(sqlite, file, entities)
      writeMeta(sqlite, 'registry', print)
    })
    .immediate()
}

/** Which tables and columns there are, and the rules that merge them. */
function fingerprint(entities: readonly NamedEntity[]): string {
  const shape = entities.map((entity) => [entity.n, columnsOf(entity).map(({ n, kind, merge }) => [n, kind, merge])])
  return createHash('sha256').update(JSON.stringify(shape)).digest('hex')
}

function rebuild(sqlite: Sqlite, file: string, entities: readonly NamedEntity[]): void {
  const tables = openTables(sqlite, entities)
  const merging = openMerging(sqlite, tables, pastOfParked(sqlite))
  const { replicas } = merging
  const heads = new Map(replicas.all().map(({ name, seq }) => [name, seq]))
  if ([...heads.values()].every((seq) => seq === 0)) return
  applying(sqlite, () => {
    for (const { entity } of tables.values()) sqlite.exec(`DELETE FROM ${quoted(entity.table)} WHERE _flag = 0`)
  })
  for (const table of DERIVED) sqlite.exec(`DELETE FROM ${table}`)
  for (const known of replicas.all()) Object.assign(known, { seq: 0, hash: firstHash(known.id), hlc: 0, seen: [] })
  const slicer = createSlicer({ ...merging, sqlite, tables })
  const everything = { entries: Infinity, ms: Infinity }
  slicer.run(logSource(sqlite, replicas), { applied: parking(sqlite) }, createTally(), everything)
  for (const { name, seq } of replicas.all())
    if (seq !== heads.get(name))
      throw new AppError('workspace.damaged', { file, detail: `the log of ${name} ends at ${seq}` })
}

/** What entries overwrote is known already, but for the parts of them that nobody could read until now. */
function pastOfParked(sqlite: Sqlite): Past {
  const parked = new Set(sqlite.prepare<[], string>(`SELECT DISTINCT rid || ':' || seq FROM sync_parked`).pluck().all())
  const past = openPast(sqlite)
  const wasParked = ({ author, seq }: Parameters<Past['touched']>[0]): boolean => parked.has(`${author.rid}:${seq}`)
  return {
    touched: (entry, row) => wasParked(entry) && past.touched(entry, row),
    row: (entry, row, before) => wasParked(entry) && past.row(entry, row, before),
    cell: (entry, row, column, shown) => wasParked(entry) && past.cell(entry, row, column, shown),
  }
}

function logSource(sqlite: Sqlite, replicas: Replicas): Source {
  const next = sqlite.prepare<[number, number, number], Waiting>(
    'SELECT seq, NULL AS arrival, body FROM sync_log WHERE rid = ? AND seq > ? ORDER BY seq LIMIT ?',
  )
  return {
    replicas: () => replicas.all(),
    read: (known) => next.all(known.rid, known.seq, READ_AT_ONCE),
  }
}
