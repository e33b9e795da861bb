/** The exchange with colleagues on an open workspace: see `types.ts` for what each call promises. */

import type { Gate } from '../capture/gate'
import { openTables, type RecordTable } from '../capture/tables'
import type { Transactions } from '../capture/transactions'
import type { Sqlite } from '../database'
import { forgetErased } from '../erasing'
import { digest } from '../digest'
import { missingSteps } from './gaps'
import { type Chains, openChains } from './chains'
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
import type { Applied, DrainOptions, Exchange, Vector } from './types'
import { waitingKeeper, waitingSource } from './waiting'

export interface ExchangeParts {
  readonly file: string
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
  const { sqlite, reader, replicas, chains, gate, transactions, now, file } = parts
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
      if (steps > 0) await gate.run(() => forgetErased(sqlite, file))
      if (steps > 0) transactions.tell({ author: '', label: 'sync', seq: null, flags: 0, changed })
    }
    return tally.applied()
  }
  const committed = openCommitted(reader)

  return {
    get self() {
      return replicas.self.name
    },
    vector: () => committed.vector('seq'),
    storedVector: () => committed.vector('stored'),
    replicas: () => listReplicas(reader),
    hashAt: committed.hashAt,
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
    missing: () => missingSteps(reader),
    rehearse: (fill, options) =>
      rehearse({ ...parts, slices, store, arrivals }, fill, options).finally(() => announced.forget()),
    digest: committed.digest,
  }
}

/** What is committed, whatever a rehearsal or an import has under way. */
function openCommitted(reader: Sqlite) {
  const heads = reader.prepare<[], { name: string; seq: number; stored: number }>(
    'SELECT lower(hex(id)) AS name, seq, max(seq, stored_seq) AS stored FROM sync_replica ORDER BY id',
  )
  const one = reader.prepare<[Buffer], { rid: number; id: Buffer; seq: number; hash: Buffer }>(
    'SELECT rid, id, seq, hash FROM sync_replica WHERE id = ?',
  )
  const chains = openChains(reader)
  let tables: ReturnType<typeof openTables> | null = null
  const vector = (of: 'seq' | 'stored'): Vector =>
    new Map(heads.all().flatMap((head) => (head[of] === 0 ? [] : [[head.name, head[of]]])))
  return {
    vector,
    hashAt: (replica: string, seq: number): Uint8Array | null => {
      const head = one.get(Buffer.from(replica, 'hex'))
      return head === undefined ? null : chains.hashAt(head, seq)
    },
    digest: () => digest(reader, (tables ??= openTables(reader))),
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
