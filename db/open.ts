/**
 * Opens a workspace file: the one place that makes connections to it.
 *
 * Either everything about the file is in order (it is ours, sound, migrated, locked for this process) or it is refused
 * with the reason and left as it was.
 */

import fs from 'node:fs'
import path from 'node:path'

import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'

import { AppError } from '../shared/errors'
import { ENTITY_LIST, type NamedEntity } from '../shared/sync/registry'
import { createBackup } from './backup'
import { dropParts } from './blob-store'
import { type Log, openLog } from './capture/log'
import { openSteps, type Steps } from './capture/steps'
import { openTables, type RecordTable } from './capture/tables'
import { createGate } from './capture/gate'
import { createTransactions } from './capture/transactions'
import { createWriter, type Writer } from './capture/writer'
import { CACHE_KIB, type ReadableDb, type Sqlite, WAL_PAGES } from './database'
import { forgetErased } from './erasing'
import { toAppError } from './failures'
import { APPLICATION_ID, createIdentity, type Identity, readIdentity } from './identity'
import { beginNewLife, type LifeReason, markOpened, rememberDurably, signOfOtherLife } from './lives'
import { type Lock, takeLock } from './lock'
import { latestVersion, migrate, type Migration, refuseFuture, schemaVersion } from './migrate'
import { MIGRATIONS } from './migrations/index'
import { replicatingService } from './replicated'
import { forgetUnsettled } from './sync/arrivals'
import { createExchange } from './sync/exchange'
import { openMerging } from './sync/merging'
import { renewRecords } from './sync/rebuild'
import type { DeviceTokens, Exchange } from './sync/types'

export interface OpenOptions {
  readonly now?: () => number
  /** Open it although a sync program copies its folder. */
  readonly allowReplicated?: boolean
  /** 32 hex digits naming this installation; kept outside the file by whoever owns the process. */
  readonly device?: string
  readonly migrations?: readonly Migration[]
  /** Another registry than this build's, as an older app has it: for tests of updates. */
  readonly entities?: readonly NamedEntity[]
  /** What this installation remembers of the files it has opened; without it, no copy is told from its original. */
  readonly tokens?: DeviceTokens
  /** 32 hex digits of the workspace that a new file is to be a colleague's copy of. */
  readonly copyOf?: string
  /** A sign from elsewhere that the file must go on as a new replica, as a backup put in place must. */
  readonly newLife?: LifeReason
}

/** One open file: everything that may be done with it. */
export interface OpenWorkspace extends Writer, Identity {
  readonly file: string
  readonly schemaVersion: number
  /** Reads what is committed; the connection cannot write. */
  readonly db: ReadableDb
  readonly reader: Sqlite
  /** The writing connection: for imports inside `withExclusive` and for checks. Anything else goes through `commit`. */
  readonly writer: Sqlite
  readonly log: Log
  readonly steps: Steps
  /** Colleagues' work: taken in, applied, and passed on. */
  readonly exchange: Exchange
  readonly tables: ReadonlyMap<number, RecordTable>
  readonly now: () => number
  /** A read-only connection of its own, for work that needs temporary tables; the caller closes it. */
  scratch(): Sqlite
  /** Makes every step durable here and in this installation's memory: before anything of the log leaves this computer. */
  remember(): Promise<void>
  isOpen(): boolean
  close(): void
}

/** Makes a new workspace file and opens it. Nothing is left behind when that fails. */
export async function createWorkspace(file: string, options: OpenOptions = {}): Promise<OpenWorkspace> {
  const full = path.resolve(file)
  if (fs.existsSync(full)) throw new AppError('workspace.exists', { file: full })
  refuseReplicated(full, options)
  if (!fs.existsSync(path.dirname(full))) throw new AppError('workspace.notWritable', { file: full })
  const now = options.now ?? Date.now
  const lock = takeLock(full, now())
  try {
    const sqlite = connect(full)
    try {
      sqlite.pragma(`application_id = ${APPLICATION_ID}`)
      migrate(sqlite, options.migrations ?? MIGRATIONS)
      sqlite
        .transaction(() => createIdentity(sqlite, now(), options.device ?? null, options.copyOf ?? null))
        .immediate()
      renewRecords(sqlite, full, options.entities ?? ENTITY_LIST)
      return assemble(full, sqlite, lock, options)
    } catch (error) {
      sqlite.close()
      for (const end of ['', '-wal', '-shm']) fs.rmSync(full + end, { force: true })
      throw error
    }
  } catch (error) {
    lock.release()
    throw toAppError(error, full)
  }
}

/** Opens an existing file; see the codes of `workspace.*` for why it may be refused. */
export async function openWorkspace(file: string, options: OpenOptions = {}): Promise<OpenWorkspace> {
  const full = path.resolve(file)
  if (!fs.existsSync(full)) throw new AppError('workspace.notFound', { file: full })
  refuseReplicated(full, options)
  const migrations = options.migrations ?? MIGRATIONS
  const endedBadly = sizeOf(`${full}-wal`) > 0
  inspect(full, migrations)
  const lock = takeLock(full, (options.now ?? Date.now)())
  try {
    dropParts(full)
    const sqlite = connect(full)
    try {
      checkPages(sqlite, full, endedBadly)
      if (schemaVersion(sqlite) < latestVersion(migrations))
        await createBackup(full, 'migration', { now: options.now ?? Date.now })
      migrate(sqlite, migrations)
      renewLife(sqlite, full, options)
      sqlite.transaction(() => forgetUnsettled(sqlite)).immediate()
      renewRecords(sqlite, full, options.entities ?? ENTITY_LIST)
      const workspace = assemble(full, sqlite, lock, options)
      // What was received before the program ended.
      await workspace.exchange.drain()
      // Also what a snapshot or a crash brought back.
      forgetErased(sqlite, full)
      return workspace
    } catch (error) {
      sqlite.close()
      throw error
    }
  } catch (error) {
    lock.release()
    throw toAppError(error, full)
  }
}

function assemble(file: string, writer: Sqlite, lock: Lock, options: OpenOptions): OpenWorkspace {
  const { tokens = null } = options
  // Also the proof that the file can be written.
  markOpened(writer, file, tokens)
  const now = options.now ?? Date.now
  const reader = connectReader(file)
  const { entities = ENTITY_LIST } = options
  const tables = openTables(writer, entities)
  const merging = openMerging(writer, tables)
  const log = openLog(writer, tables, merging.own, { now, schema: schemaVersion(writer) })
  const steps = openSteps(writer, tables, log)
  const parts = {
    file,
    sqlite: writer,
    tx: drizzle({ client: writer }),
    log,
    steps,
    takenBack: () => merging.takenBack(),
  }
  const gate = createGate()
  const transactions = createTransactions(parts)
  const core = createWriter(parts, gate, transactions)
  const exchange = createExchange({ ...merging, file, sqlite: writer, reader, tables, gate, transactions, now })
  let open = true
  return {
    ...core,
    ...readIdentity(writer),
    file,
    writer,
    reader,
    log,
    steps,
    exchange,
    tables,
    now,
    schemaVersion: schemaVersion(writer),
    db: drizzle({ client: reader }),
    scratch: () => new Database(file, { readonly: true, fileMustExist: true, timeout: 5000 }),
    remember: () =>
      core.inTurn(() => {
        if (tokens !== null) rememberDurably(writer, file, tokens)
      }),
    isOpen: () => open,
    close: () => {
      if (!open) return
      open = false
      rememberAtEnd(writer, file, tokens)
      reader.close()
      writer.close()
      lock.release()
    },
  }
}

/** Goes on as a new replica when there is a sign, given or found, that the old name belongs to another file. */
function renewLife(sqlite: Sqlite, file: string, { device, tokens, newLife, now = Date.now }: OpenOptions): void {
  const installation = { file, device: device ?? null, tokens: tokens ?? NO_TOKENS }
  const reason = newLife ?? (tokens === undefined ? null : signOfOtherLife(sqlite, installation))
  if (reason !== null) beginNewLife(sqlite, reason, now(), installation)
}

const NO_TOKENS: DeviceTokens = { read: () => null, write: () => undefined }

/** A disk that is full or gone keeps nobody from closing; what was published has been remembered before. */
function rememberAtEnd(writer: Sqlite, file: string, tokens: DeviceTokens | null): void {
  try {
    if (tokens !== null && !writer.inTransaction) rememberDurably(writer, file, tokens)
  } catch {
    // The next opening walks the log instead.
  }
}

function refuseReplicated(file: string, { allowReplicated = false }: OpenOptions): void {
  const service = allowReplicated ? null : replicatingService(file)
  if (service !== null) throw new AppError('workspace.inReplicatedFolder', { file, service })
}

/** Looks at the header without changing anything: ours, and of a schema this build knows. */
function inspect(file: string, migrations: readonly Migration[]): void {
  try {
    const sqlite = new Database(file, { readonly: true, fileMustExist: true })
    try {
      if (sqlite.pragma('application_id', { simple: true }) !== APPLICATION_ID)
        throw new AppError('workspace.damaged', { file, detail: 'not a Starboard workspace' })
      refuseFuture(sqlite, migrations, file)
    } finally {
      sqlite.close()
    }
  } catch (error) {
    throw toAppError(error, file)
  }
}

const CHECKED_AT_EVERY_OPEN_BYTES = 128 * 1024 * 1024

/** Small files are checked at each opening, large ones after an end without closing; `verify` checks all of it. */
function checkPages(sqlite: Sqlite, file: string, endedBadly: boolean): void {
  if (!endedBadly && sizeOf(file) > CHECKED_AT_EVERY_OPEN_BYTES) return
  const answer = String(sqlite.pragma('quick_check(1)', { simple: true }))
  if (answer !== 'ok') throw new AppError('workspace.damaged', { file, detail: answer })
}

function connect(file: string): Sqlite {
  const sqlite = new Database(file, { timeout: 5000 })
  for (const pragma of [
    'journal_mode = WAL',
    'synchronous = NORMAL',
    `cache_size = -${CACHE_KIB}`,
    'temp_store = MEMORY',
    'foreign_keys = ON',
    'recursive_triggers = ON',
    `wal_autocheckpoint = ${WAL_PAGES}`,
  ]) {
    sqlite.pragma(pragma)
  }
  return sqlite
}

function connectReader(file: string): Sqlite {
  const sqlite = new Database(file, { readonly: true, fileMustExist: true, timeout: 5000 })
  for (const pragma of [
    'query_only = ON',
    'cache_size = -65536',
    'temp_store = MEMORY',
    `mmap_size = ${256 * 1024 * 1024}`,
  ])
    sqlite.pragma(pragma)
  return sqlite
}

function sizeOf(file: string): number {
  return fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0
}
