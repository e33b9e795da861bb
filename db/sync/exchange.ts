/** The exchange with colleagues on an open workspace: see `types.ts` for what each call promises. */

import { decodeHead } from '../../shared/sync/body'
import type { Gate } from '../capture/gate'
import { openTables, type RecordTable } from '../capture/tables'
import type { Transactions } from '../capture/transactions'
import type { Sqlite } from '../database'
import { digest } from '../digest'
import type { Chains } from './chains'
import type { Machines } from './machines'
import { createHearing, listReplicas } from './news'
import { rehearse } from './rehearse'
import type { Replicas } from './replicas'
import type { RowMerger } from './rows'
import { RUN_LIMITS, runsOf } from './runs'
import { runSlices, type Slices, strain } from './drain'
import { createSlicer } from './slices'
import { openArrivals } from './arrivals'
import { createAnnounced, createStore } from './store'
import { createTally } from './tally'
import type { Applied, DrainOptions, Exchange } from './types'
import { missingSteps, waitingKeeper, waitingSource } from './waiting'

export interface ExchangeParts {
  readonly sqlite: Sqlite
  readonly reader: Sqlite
  readonly tables: ReadonlyMap<number, RecordTable>
  readonly replicas: Replicas
  readonly merger: RowMerger
  readonly machines: Machines
  readonly chains: Chains
  readonly gate: Gate
  readonly transactions: Transactions
  readonly now: () => number
}

export function createExchange(parts: ExchangeParts): Exchange {
  const { sqlite, reader, replicas, chains, gate, transactions, now } = parts
  const announced = createAnnounced()
  const store = createStore(parts, announced)
  const hear = createHearing(sqlite, replicas, chains)
  const arrivals = openArrivals(sqlite, replicas, now)
  const slices: Slices = {
    slicer: createSlicer(parts),
    source: waitingSource(sqlite, replicas),
    keeper: waitingKeeper(sqlite),
    waiting: arrivals.waiting,
  }
  const write = <T>(work: () => T): Promise<T> => gate.run(() => transactions.aside(work))

  const drain = async (options?: DrainOptions): Promise<Applied> => {
    const tally = createTally()
    const relax = strain(sqlite, arrivals.waiting())
    try {
      const run = (): Promise<void> => runSlices(slices, tally, write, options)
      await (arrivals.waiting() > MANY ? withoutCheckpoints(sqlite, run) : run())
    } finally {
      relax()
      const { steps, changed } = tally.applied()
      if (steps > 0) transactions.tell({ author: '', label: 'sync', seq: null, flags: 0, changed })
    }
    return tally.applied()
  }
  let opened: ReturnType<typeof openTables> | null = null
  const readTables = () => (opened ??= openTables(reader))
  const missing = () => missingSteps(sqlite, replicas, depsOf)

  return {
    get self() {
      return replicas.self.name
    },
    vector: () => new Map(replicas.all().flatMap(({ name, seq }) => (seq === 0 ? [] : [[name, seq]]))),
    storedVector: () => new Map(replicas.all().flatMap(({ name, stored }) => (stored === 0 ? [] : [[name, stored]]))),
    replicas: () => listReplicas(reader, replicas),
    hashAt: (replica, seq) => {
      const known = replicas.find(replica)
      return known === undefined ? null : chains.hashAt(known, seq)
    },
    runs: (since, limits = RUN_LIMITS) => runsOf(reader, since, limits),
    hear: (news) => write(() => hear(news)),
    open: (from) => write(() => arrivals.open(from)),
    store: (arrival, run) => write(() => store(arrival, run)),
    settle: (arrival, outcome) =>
      write(() => {
        if (outcome === 'forget') announced.forget()
        arrivals.settle(arrival, outcome)
      }),
    drain,
    missing,
    rehearse: (fill, options) =>
      rehearse({ ...parts, slices, store, arrivals, missing }, fill, options).finally(() => announced.forget()),
    digest: () => digest(reader, readTables()),
  }
}

/** What an entry's author had seen; nothing for one that cannot be read. */
function depsOf(body: Uint8Array): readonly (readonly [string, number])[] {
  try {
    return (decodeHead(body).deps ?? []).map(([id, seq]) => [Buffer.from(id).toString('hex'), seq])
  } catch {
    return []
  }
}

/** Waiting steps from which on a drain is worth preparing for. */
const MANY = 1000
/** So much may be written beside the file before it is moved into it, in pages: some 80 MB. */
const CHECKPOINT_PAGES = 20_000

/** Each slice writes the same pages again: they are moved into the file at the end, not after every slice. */
async function withoutCheckpoints(sqlite: Sqlite, work: () => Promise<void>): Promise<void> {
  const before = Number(sqlite.pragma('wal_autocheckpoint', { simple: true }))
  sqlite.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`)
  try {
    await work()
  } finally {
    if (sqlite.open) sqlite.pragma(`wal_autocheckpoint = ${before}`)
  }
  try {
    sqlite.pragma('wal_checkpoint(PASSIVE)')
  } catch {
    // No room to move the pages over: they stay where they are, and what was committed is committed.
  }
}
