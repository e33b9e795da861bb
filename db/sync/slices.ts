/**
 * Applies entries in the order of cause and effect: each after everything its author had seen.
 *
 * What cannot be applied yet, or never, holds up its own replica only; the others go on.
 */

import type { KnownColumns } from '../../shared/sync/upcast'
import { chainHash } from '../capture/chain'
import type { RecordTable } from '../capture/tables'
import type { Sqlite } from '../database'
import { type Chains, markOf } from './chains'
import { knownColumns, type ReadEntry, readEntry } from './entry'
import { openHeads } from './heads'
import type { Machines } from './machines'
import type { Known, Replicas } from './replicas'
import type { Entry } from './cells'
import type { RowMerger } from './rows'
import type { Tally } from './tally'

/** An entry that waits. */
export interface Waiting {
  readonly seq: number
  readonly arrival: number | null
  readonly body: Uint8Array
}

/** Where entries come from: what was received, or the log itself when the records are built anew. */
export interface Source {
  /** Replicas that have entries beyond their last applied one. */
  replicas(): readonly Known[]
  /** The next entries of a replica, in order; the first is not necessarily the one that follows. */
  read(known: Known): readonly Waiting[]
}

/** Why a replica's next entry is not applied. `waits`: for something that is not here. */
export type Blocked = 'waits' | 'newer' | 'malformed' | 'twoHistories'

export interface Limits {
  readonly entries: number
  readonly ms: number
}

export interface SliceParts {
  readonly sqlite: Sqlite
  readonly tables: ReadonlyMap<number, RecordTable>
  readonly replicas: Replicas
  readonly merger: RowMerger
  readonly machines: Machines
  readonly chains: Chains
}

/** What is done with an entry besides applying it. */
export interface Keeper {
  applied(known: Known, waiting: Waiting, entry: ReadEntry): void
}

export interface Slicer {
  /** Applies what can be, up to the limits, inside the caller's transaction; answers how many. */
  run(source: Source, keeper: Keeper, tally: Tally, limits: Limits): number
  /** Why each replica stopped the last time. */
  readonly blocked: ReadonlyMap<number, Blocked>
}

/** A replica's entries while a slice runs. */
interface Lane {
  readonly known: Known
  entries: readonly Waiting[]
  at: number
}

export function createSlicer(parts: SliceParts): Slicer {
  const { sqlite, machines } = parts
  const known = knownColumns(parts.tables)
  const heads = openHeads(sqlite)
  const context = sqlite.prepare('UPDATE sync_ctx SET applying = ?')
  const blocked = new Map<number, Blocked>()

  return {
    blocked,
    run: (source, keeper, tally, limits) => {
      const until = performance.now() + limits.ms
      const advanced = new Map<Known, number>()
      const lanes = source.replicas().map((known): Lane => ({ known, entries: [], at: 0 }))
      let applied = 0
      const ended = (): boolean => applied >= limits.entries || (applied % 64 === 63 && performance.now() > until)
      context.run(1)
      for (let progress = true; progress && !ended();) {
        progress = false
        for (const lane of lanes) {
          while (!ended()) {
            const next = nextOf(source, lane)
            const entry = next && admit(parts, known, lane.known, next, blocked)
            if (!next || !entry) break
            applyEntry(parts, heads, lane.known, next, entry, tally)
            keeper.applied(lane.known, next, entry)
            advanced.set(lane.known, entry.body.wall)
            lane.at++
            applied++
            progress = true
          }
        }
      }
      tally.holds += machines.settle()
      context.run(0)
      for (const [known, wall] of advanced) heads.advance(known, wall)
      tally.steps += applied
      return applied
    },
  }
}

/** The entry that follows the replica's last applied one, or undefined. */
function nextOf(source: Source, lane: Lane): Waiting | undefined {
  if (lane.at >= lane.entries.length) {
    lane.entries = source.read(lane.known)
    lane.at = 0
  }
  const next = lane.entries[lane.at]
  return next?.seq === lane.known.seq + 1 ? next : undefined
}

/** The entry's content when it can be applied now; else null, and why. */
function admit(
  { replicas, chains }: SliceParts,
  columns: KnownColumns,
  known: Known,
  { body: bytes }: Waiting,
  blocked: Map<number, Blocked>,
): ReadEntry | null {
  const stop = (why: Blocked): null => {
    blocked.set(known.rid, why)
    return null
  }
  const entry = readEntry(bytes, columns)
  if (typeof entry === 'string') return stop(entry)
  const { body } = entry
  if (body.hlc <= known.hlc) return stop('malformed')
  for (const [id, seq, hash4] of body.deps ?? []) {
    const seen = replicas.find(Buffer.from(id).toString('hex'))
    const mark = seen === undefined ? null : chains.mark(seen, seq)
    if (mark === null) return stop('waits')
    if (mark !== markOf(hash4)) return stop('twoHistories')
  }
  blocked.delete(known.rid)
  return entry
}

function applyEntry(
  { replicas, merger, chains }: SliceParts,
  heads: ReturnType<typeof openHeads>,
  known: Known,
  { seq, body: bytes }: Waiting,
  { body, ops }: ReadEntry,
  tally: Tally,
): void {
  for (const [id, upTo, hash4] of body.deps ?? []) {
    const seen = replicas.need(id)
    known.seen[seen.rid] = upTo
    heads.saw(known.rid, seen.rid, upTo, hash4)
  }
  const entry: Entry = { author: known, seq, hlc: body.hlc, own: false }
  for (const { op } of ops.known) merger.apply(entry, op, tally)
  if (ops.parked.length > 0) tally.parked++
  known.hash = chainHash(known.hash, bytes)
  known.seq = seq
  known.hlc = body.hlc
  if (known.stored < seq) known.stored = seq
  chains.extend(known)
}
