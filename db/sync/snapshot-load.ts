/**
 * A new copy out of a snapshot and the log that it adds up: records and marks are put in as they are, the log is checked
 * step by step against the hashes that the snapshot names.
 *
 * All in one transaction: until it is finished there is nothing. Nothing received is ever opened as a database.
 */

import Database from 'better-sqlite3'

import { AppError } from '../../shared/errors'
import { decodeHead } from '../../shared/sync/body'
import { entityByNumber, columnsOf, type NamedColumn } from '../../shared/sync/registry'
import { chainHash, firstHash } from '../capture/chain'
import { quoted, type Sqlite } from '../database'
import { readMeta, writeMeta } from '../meta'
import { createMachines } from './machines'
import { writeHistory } from './snapshot-history'
import { createItemReader, type HeadItem, type ParkedItem, type RowItem } from './snapshot-items'
import type { LogRun, Vector } from './types'

export interface LoadOptions {
  /** For the wording of refusals. */
  readonly file: string
  readonly signal?: AbortSignal
  /** Steps of which the history is written, of all. */
  readonly onProgress?: (done: number, total: number) => void
}

export interface SnapshotLoader {
  /** The snapshot's parts, in their order and before any run. */
  part(bytes: Uint8Array): Promise<void>
  /** Runs in any order, each replica's without gaps; answers what lies beyond the snapshot, to be taken in as usual. */
  run(run: LogRun): LogRun | null
  /** Checks that all is here, writes what follows from it, and commits. */
  finish(): Promise<Vector>
  /** Takes everything back. */
  abandon(): void
}

interface Loaded {
  readonly rid: number
  readonly id: Buffer
  readonly name: string
  /** Up to where the snapshot has the log, and what the chain's hash is there. */
  readonly seq: number
  readonly hash: Buffer
  logged: number
  chain: Buffer
  wall: number
}

/**
 * Loads into a file of the same workspace that has no steps yet, through its own connection, before it is opened as a
 * workspace. Refuses with `sync.unreadable`, `sync.otherWorkspace` or `sync.cancelled`. A snapshot of an app that knows
 * other tables than this one only says which log is to be here.
 */
export function loadSnapshot(sqlite: Sqlite, options: LoadOptions): SnapshotLoader {
  if (sqlite.prepare('SELECT 1 FROM sync_log LIMIT 1').get() !== undefined)
    throw new RangeError('the file has steps already')
  sqlite.exec('BEGIN IMMEDIATE')
  sqlite.exec('UPDATE sync_ctx SET applying = 1')
  const loading = new Loading(sqlite, options)
  const guarded = <T>(work: () => T): T => {
    if (options.signal?.aborted === true) throw new AppError('sync.cancelled', {})
    try {
      return work()
    } catch (error) {
      throw refusalOf(error, options.file)
    }
  }
  const read = createItemReader(loading)
  return {
    part: async (bytes) => {
      const items = read(bytes)
      while (guarded(() => items.next().done !== true)) await new Promise(setImmediate)
    },
    run: (run) => guarded(() => loading.run(run)),
    finish: async () => {
      guarded(() => loading.check())
      const history = writeHistory(sqlite, loading.replicas)
      while (guarded(() => loading.follow(history))) await new Promise(setImmediate)
      return guarded(() => loading.commit())
    },
    abandon: () => {
      if (sqlite.inTransaction) sqlite.exec('ROLLBACK')
    },
  }
}

/** Rows that come twice or break a rule of the file are the maker's fault as much as bytes that are none. */
function refusalOf(error: unknown, file: string): unknown {
  const constraint = error instanceof Database.SqliteError && error.code.startsWith('SQLITE_CONSTRAINT')
  if (!(error instanceof RangeError) && !constraint) return error
  return new AppError('sync.unreadable', { file, reason: 'malformed' }, { cause: error })
}

class Loading {
  readonly #sqlite: Sqlite
  readonly #options: LoadOptions
  readonly #log
  readonly #birth
  readonly #write
  readonly #park
  #replicas: readonly Loaded[] | null = null
  #byName = new Map<string, Loaded>()
  #table: { readonly n: number; readonly insert: Database.Statement } | null = null
  #rows = 0
  #parked = 0
  #ended = false
  #same = false
  #hlc = 0

  constructor(sqlite: Sqlite, options: LoadOptions) {
    this.#sqlite = sqlite
    this.#options = options
    this.#log = sqlite.prepare('INSERT INTO sync_log (rid, seq, hlc, body) VALUES (?, ?, ?, ?)')
    this.#birth = sqlite.prepare('INSERT INTO sync_row (tbl, row, rid, seq, hlc, cov) VALUES (?, ?, ?, ?, ?, ?)')
    this.#write = sqlite.prepare(
      'INSERT INTO sync_cell (tbl, row, col, rid, seq, hlc, cov, win, val) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    )
    this.#park = sqlite.prepare(
      'INSERT INTO sync_parked (rid, seq, op, tbl, row, col, val) VALUES (?, ?, ?, ?, ?, ?, ?)',
    )
  }

  get replicas(): readonly Loaded[] {
    if (this.#replicas === null) throw new RangeError('no snapshot yet')
    return this.#replicas
  }

  head({ workspace, registry, replicas }: HeadItem): boolean {
    const { file } = this.#options
    if (workspace !== readMeta(this.#sqlite, 'workspace')) throw new AppError('sync.otherWorkspace', { file, name: '' })
    this.#same = registry === readMeta(this.#sqlite, 'registry')
    // Of another app's, nothing but the log is taken; the records are made of it when the file is opened.
    this.#ended = !this.#same
    const add = this.#sqlite
      .prepare<unknown[], number>('INSERT INTO sync_replica (id, hash) VALUES (?, ?) RETURNING rid')
      .pluck()
    this.#replicas = replicas.map(({ id, seq, hash }) => {
      const chain = firstHash(id)
      const rid = add.get(id, chain)
      if (rid === undefined) throw new RangeError('the replica was not added')
      return { rid, id, name: id.toString('hex'), seq, hash, logged: 0, chain, wall: 0 }
    })
    this.#byName = new Map(this.#replicas.map((replica) => [replica.name, replica]))
    const seen = this.#sqlite.prepare('INSERT INTO sync_vv (src, rid, seq, h4) VALUES (?, ?, ?, ?)')
    for (const [i, replica] of replicas.entries())
      for (const [place, seq, h4] of replica.seen) seen.run(this.#at(i), this.#at(place), seq, h4)
    return this.#same
  }

  table(n: number): readonly NamedColumn[] {
    const entity = entityByNumber(n)
    if (entity === null) throw new RangeError(`no record table ${n}`)
    const columns = columnsOf(entity)
    const names = ['id', '_del', ...columns.map(({ sql }) => sql)].map(quoted)
    const insert = this.#sqlite.prepare(
      `INSERT INTO ${quoted(entity.table)} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
    )
    this.#table = { n, insert }
    return columns
  }

  row({ id, deleted, cells, births, writes }: RowItem): void {
    if (this.#table === null || this.#ended) throw new RangeError('a row outside its table')
    const { n, insert } = this.#table
    if (deleted !== null) insert.run(id, deleted, ...cells)
    for (const [place, ...birth] of births) this.#birth.run(n, id, this.#at(place), ...birth)
    for (const [col, place, ...write] of writes) this.#write.run(n, id, col, this.#at(place), ...write)
    this.#rows++
  }

  parked({ place, seq, op, tbl, row, col, val }: ParkedItem): void {
    this.#park.run(this.#at(place), seq, op, tbl, row, col, val)
    this.#parked++
  }

  end(rows: number, parked: number): void {
    if (this.#ended || rows !== this.#rows || parked !== this.#parked) throw new RangeError('rows are missing')
    this.#ended = true
  }

  run({ replica, from, bodies }: LogRun): LogRun | null {
    if (this.#replicas === null) throw new RangeError('steps before the snapshot')
    const known = this.#byName.get(replica)
    if (known === undefined) return { replica, from, bodies }
    for (const [i, body] of bodies.entries()) {
      const seq = from + i
      if (seq > known.seq) return { replica, from: seq, bodies: bodies.slice(i) }
      if (seq <= known.logged) continue
      if (seq !== known.logged + 1) throw this.#incomplete()
      const { hlc, wall } = decodeHead(body)
      this.#log.run(known.rid, seq, hlc, body)
      known.chain = chainHash(known.chain, body)
      known.logged = seq
      known.wall = wall
      if (hlc > this.#hlc) this.#hlc = hlc
    }
    return null
  }

  /** All parts and all steps are here, and lead to the hashes that the snapshot names. */
  check(): void {
    if (!this.#ended) throw this.#incomplete()
    for (const { seq, logged, chain, hash } of this.replicas) {
      if (logged !== seq) throw this.#incomplete()
      if (!chain.equals(hash)) throw new AppError('sync.unreadable', { file: this.#options.file, reason: 'damaged' })
    }
  }

  /** Writes a slice of the history; answers whether there is more. */
  follow(history: Generator<number, void, void>): boolean {
    const step = history.next()
    if (step.done === true) return false
    const total = this.replicas.reduce((sum, { seq }) => sum + seq, 0)
    this.#options.onProgress?.(step.value, total)
    return true
  }

  commit(): Vector {
    const advance = this.#sqlite.prepare(
      'UPDATE sync_replica SET seq = ?, stored_seq = ?, hash = ?, last_wall = ? WHERE rid = ?',
    )
    for (const { rid, seq, hash, wall } of this.replicas) advance.run(seq, seq, hash, wall, rid)
    this.#sqlite.prepare(`UPDATE sync_meta SET v = max(v, ?) WHERE k = 'hlc'`).run(this.#hlc)
    if (this.#same) createMachines(this.#sqlite).rebuild()
    else writeMeta(this.#sqlite, 'registry', '')
    this.#sqlite.exec('UPDATE sync_ctx SET applying = 0')
    this.#sqlite.exec('COMMIT')
    return new Map(this.replicas.map(({ name, seq }) => [name, seq]))
  }

  #at(place: number): number {
    const replica = this.replicas[place]
    if (replica === undefined) throw new RangeError('a replica that is not listed')
    return replica.rid
  }

  #incomplete(): AppError<'sync.unreadable'> {
    return new AppError('sync.unreadable', { file: this.#options.file, reason: 'incomplete' })
  }
}
