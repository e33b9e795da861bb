/** The log read from its beginning: is it whole, and do its entries add up to the record tables? */

import { type Cell, decodeBody, fromWire, type Op, pairsOf } from '../shared/sync/body'
import { encodeId } from '../shared/sync/ids'
import { columnsOf, entityByNumber } from '../shared/sync/registry'
import { chainHash, firstHash } from './capture/chain'
import type { RecordTable } from './capture/tables'
import type { Sqlite } from './database'

/** A record as the log has it. */
export interface FoldedRow {
  readonly cells: Cell[]
  deleted: boolean
}

/** Every record of the log by table number and id. */
export type Fold = ReadonlyMap<number, ReadonlyMap<string, FoldedRow>>

interface Replica {
  readonly rid: number
  readonly id: Buffer
  readonly seq: number
  readonly hash: Buffer
  readonly base_seq: number
  readonly base_hash: Buffer | null
}

/** Gaps, changed entries and wrong heads, in words. */
export function checkChains(sqlite: Sqlite): readonly string[] {
  const replicas = sqlite.prepare<[], Replica>('SELECT rid, id, seq, hash, base_seq, base_hash FROM sync_replica').all()
  const entries = sqlite.prepare<[number, number], { seq: number; body: Buffer }>(
    'SELECT seq, body FROM sync_log WHERE rid = ? AND seq > ? ORDER BY seq',
  )
  return replicas.flatMap((replica) => {
    const name = replica.id.toString('hex')
    let hash = replica.base_hash ?? firstHash(replica.id)
    let expected = replica.base_seq
    for (const { seq, body } of entries.iterate(replica.rid, replica.base_seq)) {
      expected++
      if (seq !== expected) return [`entry ${expected} of replica ${name} is missing`]
      hash = chainHash(hash, body)
    }
    if (expected !== replica.seq) return [`replica ${name} should have ${replica.seq} entries and has ${expected}`]
    return hash.equals(replica.hash)
      ? []
      : [`an entry of replica ${name} was changed: its chain does not end in the recorded hash`]
  })
}

/** Applies every entry in the order of the clock, which follows causality. */
export function foldLog(sqlite: Sqlite): Fold {
  const fold = new Map<number, Map<string, FoldedRow>>()
  const bodies = sqlite
    .prepare<[], Buffer>('SELECT body FROM sync_log JOIN sync_replica USING (rid) ORDER BY hlc, id')
    .pluck()
  for (const body of bodies.iterate()) for (const op of decodeBody(body).ops) apply(fold, op)
  return fold
}

function apply(fold: Map<number, Map<string, FoldedRow>>, op: Op): void {
  const table = fold.get(op[0]) ?? new Map<string, FoldedRow>()
  fold.set(op[0], table)
  const id = encodeId(op[1])
  const row = table.get(id) ?? { cells: [], deleted: false }
  table.set(id, row)
  row.deleted = op[2] === 'd'
  const cells = op[2] === 'd' ? [] : op[2] === 'u' ? pairsOf(op) : op[3].entries()
  for (const [n, value] of cells) row.cells[n] = fromWire(value)
}

/** Where tables and log differ. Rows that an import added and nobody edited are in no entry, and need none. */
export function compareRecords(tables: ReadonlyMap<number, RecordTable>, fold: Fold): readonly string[] {
  const problems: string[] = []
  for (const [n, table] of tables) {
    const folded = new Map(fold.get(n))
    for (const row of table.all()) {
      const logged = folded.get(row.id)
      folded.delete(row.id)
      const where = `${table.entity.name} ${row.id}`
      if (row.derived && table.entity.derivedBirths === true && logged === undefined) continue
      if (logged === undefined) problems.push(`${where} is in no entry of the log`)
      else if (row.derived) problems.push(`${where} is marked as not in the log, but is`)
      else if (logged.deleted !== row.deleted)
        problems.push(`${where} is ${row.deleted ? '' : 'not '}deleted, against the log`)
      else problems.push(...differences(where, table, row.cells, logged.cells))
    }
    for (const id of folded.keys()) problems.push(`${table.entity.name} ${id} is in the log but not in its table`)
  }
  const unknown = [...fold.keys()].filter((n) => entityByNumber(n) === null)
  return [...problems, ...unknown.map((n) => `the log speaks of unknown table ${n}`)]
}

function differences(
  where: string,
  table: RecordTable,
  cells: readonly Cell[],
  logged: readonly Cell[],
): readonly string[] {
  return columnsOf(table.entity)
    .filter(({ n }) => (cells[n] ?? null) !== (logged[n] ?? null))
    .map(({ field }) => `${where}: ${field} differs from the log`)
}
