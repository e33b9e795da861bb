/** Takes runs of colleagues' entries in, durable but not applied; refuses what contradicts what is here. */

import { decodeHead, type Dependency } from '../../shared/sync/body'
import { AppError } from '../../shared/errors'
import type { KnownColumns } from '../../shared/sync/upcast'
import { chainHash } from '../capture/chain'
import type { RecordTable } from '../capture/tables'
import type { Sqlite } from '../database'
import { type Chains, markOf } from './chains'
import { knownColumns, readEntry } from './entry'
import type { Known, Replicas } from './replicas'
import type { LogRun, Stored } from './types'

export interface StoreParts {
  readonly sqlite: Sqlite
  readonly tables: ReadonlyMap<number, RecordTable>
  readonly replicas: Replicas
  readonly chains: Chains
}

/** Steps that others said they had seen, by replica: number and first bytes of the chain's hash there. */
export interface Announced {
  add(replica: string, seq: number, mark: number): void
  at(replica: string, seq: number): number | undefined
  forget(): void
}

export function createAnnounced(): Announced {
  const byReplica = new Map<string, Map<number, number>>()
  return {
    add: (replica, seq, mark) => {
      const marks = byReplica.get(replica) ?? new Map<number, number>()
      byReplica.set(replica, marks.set(seq, mark))
    },
    at: (replica, seq) => byReplica.get(replica)?.get(seq),
    forget: () => byReplica.clear(),
  }
}

/** Stores a run inside the caller's transaction; a contradiction throws, so that the transaction is taken back. */
export function createStore(parts: StoreParts, announced: Announced) {
  const { sqlite, replicas } = parts
  const columns = knownColumns(parts.tables)
  // What an arrival that was never settled holds (its disk was full, say) passes to the one that brings it again.
  const insert = sqlite.prepare(
    `INSERT INTO sync_waiting (rid, seq, arrival, body) VALUES (?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET arrival = excluded.arrival
     WHERE sync_waiting.body = excluded.body AND sync_waiting.arrival <> excluded.arrival
       AND sync_waiting.arrival IN (SELECT id FROM sync_arrivals WHERE state = 'storing')`,
  )
  const waiting = sqlite
    .prepare<[number, number], Buffer>('SELECT body FROM sync_waiting WHERE rid = ? AND seq = ?')
    .pluck()
  const logged = sqlite.prepare<[number, number], Buffer>('SELECT body FROM sync_log WHERE rid = ? AND seq = ?').pluck()
  const info = sqlite.prepare<[number], string | null>('SELECT info FROM sync_replica WHERE rid = ?').pluck()

  const contradiction = (known: Known, seq: number): AppError => {
    const news: unknown = JSON.parse(info.get(known.rid) ?? '{}')
    const person =
      typeof news === 'object' && news !== null && 'person' in news && typeof news.person === 'string'
        ? news.person
        : ''
    return new AppError('sync.twoHistories', { file: '', replica: known.name, person, seq })
  }

  return (arrival: number, run: LogRun): Stored => {
    const known = replicas.need(Buffer.from(run.replica, 'hex'))
    const counts = { stored: 0, had: 0, rejected: 0, ahead: 0 }
    let hash: Buffer | null = run.from === known.seq + 1 ? known.hash : null
    for (const [i, bytes] of run.bodies.entries()) {
      const seq = run.from + i
      if (seq <= known.seq) {
        if (logged.get(known.rid, seq)?.equals(bytes) === false) throw contradiction(known, seq)
        counts.had++
        if (seq === known.seq) hash = known.hash
        continue
      }
      if (known === replicas.self) {
        counts.ahead++
        continue
      }
      const deps = depsOf(bytes, columns)
      if (deps === null) {
        counts.rejected = run.bodies.length - i
        break
      }
      hash = hash === null ? null : chainHash(hash, bytes)
      const said = announced.at(known.name, seq)
      if (hash !== null && said !== undefined && said !== markOf(hash)) throw contradiction(known, seq)
      const other = seenOtherwise(parts, deps, announced)
      if (other !== null) throw contradiction(...other)
      if (insert.run(known.rid, seq, arrival, bytes).changes === 1) counts.stored++
      else if (waiting.get(known.rid, seq)?.equals(bytes) === false) throw contradiction(known, seq)
      else counts.had++
    }
    return counts
  }
}

/** What the entry's author had seen; null for a malformed one. */
function depsOf(bytes: Uint8Array, columns: KnownColumns): readonly Dependency[] | null {
  const entry = readEntry(bytes, columns)
  if (entry === 'malformed') return null
  return (entry === 'newer' ? decodeHead(bytes) : entry.body).deps ?? []
}

/** A step that the author had seen with another content than it has here; what is not here yet is remembered. */
function seenOtherwise(
  { replicas, chains }: StoreParts,
  deps: readonly Dependency[],
  announced: Announced,
): readonly [Known, number] | null {
  for (const [id, seq, hash4] of deps) {
    const name = Buffer.from(id).toString('hex')
    const known = replicas.find(name)
    const mark = known === undefined ? null : chains.mark(known, seq)
    if (mark === null || known === undefined) announced.add(name, seq, markOf(hash4))
    else if (mark !== markOf(hash4)) return [known, seq]
  }
  return null
}
