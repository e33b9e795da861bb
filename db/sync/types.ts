/**
 * What the exchange with colleagues is asked and what it answers, in one place for its callers.
 *
 * Replicas are 16 hex digits here; small local numbers stay inside `db`.
 */

import type { EntityName } from '../../shared/sync/registry'
import type { Gap, Vector } from '../../shared/sync/vector'

export type { Gap, Vector }

/** Consecutive entries of one replica's log, as their author encoded them. */
export interface LogRun {
  readonly replica: string
  /** The number of the first. */
  readonly from: number
  readonly bodies: readonly Uint8Array[]
}

/** What a head or a package says of a replica, beyond the log. All of it for people; nothing is decided on it. */
export interface ReplicaNews {
  readonly replica: string
  readonly device: string | null
  readonly parent: string | null
  readonly person: string
  readonly computer: string
  readonly appVersion: string
  readonly schema: number
  /** When it said so, epoch ms by its own clock. */
  readonly wall: number
  /** The last step it has made, and what it has applied of others: its acknowledgement. */
  readonly seq: number
  readonly vector: Vector
  /** What has been announced to it and has not come: ids of imports whose lines it lacks, hashes of files that it wants. */
  readonly lacks?: readonly string[]
  /** The chain's hash at `seq`, hex, where it was said: tells a second history under one name. */
  readonly hash?: string | null
}

export interface Replica extends Omit<
  ReplicaNews,
  'vector' | 'person' | 'computer' | 'appVersion' | 'schema' | 'wall' | 'seq' | 'hash' | 'lacks'
> {
  readonly self: boolean
  readonly state: 'active' | 'closed' | 'evicted' | 'fork'
  /** Applied, and received without a gap. */
  readonly seq: number
  readonly stored: number
  /** Announced by itself or by others. */
  readonly announced: number
  readonly news: ReplicaNews | null
  readonly clockInDoubt: boolean
}

export interface ArrivalSource {
  readonly kind: 'file' | 'folder' | 'join'
  readonly name: string
  /** The package's id, so that one that comes twice is known. */
  readonly package: string | null
  readonly sender: string | null
}

/**
 * What storing a run did: steps that are new here, and that were here. A run that contradicts what is here throws
 * `sync.twoHistories`; nothing of it is stored.
 */
export interface Stored {
  readonly stored: number
  readonly had: number
  /** From a malformed step on nothing of this replica is taken. */
  readonly rejected: number
  /** Steps under this very replica's name that it has not made: this file must begin a new life (`newLife` at opening). */
  readonly ahead: number
}

/** What applying changed. Counts are of records and questions, not of cells. */
export interface Applied {
  readonly steps: number
  readonly changed: readonly { readonly entity: EntityName; readonly id: string }[]
  readonly decisions: number
  readonly notices: number
  readonly parked: number
}

export interface DrainOptions {
  readonly signal?: AbortSignal
  readonly onProgress?: (done: number, total: number) => void
}

/** What a rehearsal found; as `PackageSummary` of the contract tells it. */
export interface Rehearsal extends Applied {
  readonly stored: Stored
  readonly waiting: number
  readonly missing: readonly Gap[]
  readonly entities: readonly {
    readonly entity: EntityName
    readonly created: number
    readonly changed: number
    readonly removed: number
  }[]
  readonly sample: readonly SampleChange[]
}

export interface SampleChange {
  readonly entity: EntityName
  readonly id: string
  readonly field: string
  readonly before: string | number | null
  readonly after: string | number | null
  readonly author: string
  readonly at: number
  readonly kind: 'created' | 'changed' | 'removed' | 'restored' | 'conflict'
}

/** Receives steps into the open workspace. Every call that writes waits its turn at the writer's gate. */
export interface Exchange {
  readonly self: string
  /** Applied here. */
  vector(): Vector
  /** Applied, or here and waiting. */
  storedVector(): Vector
  replicas(): readonly Replica[]
  /** The chain's hash at a step that is here, else null. */
  hashAt(replica: string, seq: number): Uint8Array | null
  /** Entries beyond `since`, in runs of at most `limits`; also such as wait here, so that everything is passed on. */
  runs(since: Vector, limits?: { readonly steps: number; readonly bytes: number }): Iterable<LogRun>
  /** Remembers what heads and packages say. Answers the replicas (own lives included) whose word contradicts what is here. */
  hear(
    news: readonly ReplicaNews[],
  ): Promise<readonly { readonly replica: string; readonly problem: 'ahead' | 'otherHash' }[]>
  /** An arrival in state `storing`; dropped with all it stored when the file is opened again before `settle`. */
  open(source: ArrivalSource): Promise<number>
  store(arrival: number, run: LogRun): Promise<Stored>
  /** Keeps what was stored (it is applied by `drain`), or forgets it. */
  settle(arrival: number, outcome: 'keep' | 'forget'): Promise<void>
  /** Applies everything whose prerequisites are here, in slices. Idempotent; also called when the file is opened. */
  drain(options?: DrainOptions): Promise<Applied>
  missing(): readonly Gap[]
  /** Stores and applies inside a transaction that is taken back whole; `fill` stores the runs. */
  rehearse(fill: (store: (run: LogRun) => Stored) => Promise<void>, options?: DrainOptions): Promise<Rehearsal>
  /** SHA-256 (hex) over everything shared. */
  digest(): string
}

/**
 * What this installation remembers outside the workspace file, by replica: how far its log was when it was last published
 * or closed. A file that is older, or was last opened elsewhere, is a restored backup or a copy.
 */
export interface DeviceTokens {
  read(replica: string): DeviceToken | null
  /** Durable (written beside, synced, renamed, folder synced) before it returns. */
  write(replica: string, token: DeviceToken): void
}

export interface DeviceToken {
  readonly seq: number
  /** The chain's hash there, hex. */
  readonly hash: string
  /** Written to the file at every opening too. */
  readonly openToken: string
  /** The file's real path when it was last opened. */
  readonly path: string
  /** The last of its steps that is in a shared folder. */
  readonly shared: number
}
