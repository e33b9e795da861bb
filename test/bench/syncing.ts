/** X14-X16, G1, G3: what capturing adds to a save, and taking colleagues' work, against the programs that merge in memory. */

import { join } from 'node:path'

import { runApart } from './apart'
import { against, type BenchOptions, type Ratio, ratioOf } from './ratios'
import type { CaptureTimes, MergeInput, MergeTimes } from './sync-steps'
import {
  installPeers,
  type PeerResult,
  peerVersions,
  runPeer,
  SYNC_PEERS,
  type SyncPeer,
  writePeerWorkload,
} from './sync-peers'

const ROWS = 20_000
/** One by one is slow for some: a part of the changes must do. */
const SINGLE = 20_000
const PER_STEP = 1000

export function benchSyncing(options: BenchOptions): Ratio[] {
  const { lines, wanted } = options
  // A quick run is a tenth of what the goals are about.
  const changes = lines >= 200_000 ? 100_000 : 10_000
  return [
    ...(wanted('X14') || wanted('G3') ? capturing(options, changes) : []),
    ...(['X15', 'X16', 'G1'].some(wanted) ? merging(options, changes) : []),
  ]
}

function capturing({ folder, rounds }: BenchOptions, changes: number): Ratio[] {
  const input = { folder, rows: changes, changes, rounds }
  // What the step answers is what its function returns.
  const times = runApart('syncCapture', input).detail as CaptureTimes
  const { insert, plainInsert, update, plainUpdate } = times
  const sorted = times.saves.toSorted((a, b) => a - b)
  const p99 = sorted[Math.floor(sorted.length * 0.99)] ?? 0
  return [
    ...ratioOf({
      id: 'X14',
      what: 'captured update / the same table without capture',
      goal: 1.6,
      ours: update,
      peer: plainUpdate,
    }),
    ...ratioOf({
      id: 'X14',
      what: 'captured insert / the same table without capture',
      goal: 1.7,
      ours: insert,
      peer: plainInsert,
    }),
    ...against('G3', 'saving one edit, 99th percentile', 5, [p99]),
    ...ratioOf({ id: 'G3', what: 'saving one edit / a plain one', goal: 3, ours: times.saves, peer: times.plainSaves }),
  ]
}

function merging(options: BenchOptions, changes: number): Ratio[] {
  const { folder, rounds, lines, wanted } = options
  const merge = (more: Partial<MergeInput>): MergeTimes => {
    const input: MergeInput = { folder, rows: ROWS, changes, perStep: PER_STEP, conflicting: false, rounds, ...more }
    // What the step answers is what its function returns.
    const times = runApart('syncMerge', input).detail as MergeTimes
    process.stderr.write(
      `merge ${input.changes} changes, ${input.perStep} a step${input.conflicting ? ', all conflicting' : ''}: ${times.merge.map(Math.round).join(' ')} ms (${times.cpu.map(Math.round).join(' ')} of processor), ${(times.rawBytes / input.changes).toFixed(1)} bytes a change, ${times.kept} values kept\n`,
    )
    return times
  }
  const batch = merge({})
  const single = merge({ perStep: 1 })
  const conflicting = merge({ perStep: 1, conflicting: true, changes: Math.min(changes, 40_000) })
  const perSecond = (ms: readonly number[], steps: number, goal: number) => ms.map((time) => (time / steps) * goal)
  return [
    ...against('G1', '30,000 steps of one field merged', 1000, perSecond(single.merge, changes, 30_000)),
    ...against(
      'G1',
      '20,000 of them, all conflicting',
      1000,
      perSecond(conflicting.merge, Math.min(changes, 40_000), 20_000),
    ),
    ...(wanted('X15') ? besidePeers(options, changes, batch, single) : []),
    ...(wanted('X16') && lines >= 1_000_000 ? tenfold(changes, batch, merge) : []),
  ]
}

function tenfold(changes: number, batch: MergeTimes, merge: (more: Partial<MergeInput>) => MergeTimes): Ratio[] {
  const large = merge({ changes: changes * 10, rounds: Math.min(3, batch.merge.length) })
  return ratioOf({
    id: 'X16',
    what: 'merge ten times the changes, per change / the changes',
    goal: 0.6,
    ours: large.merge.map((ms) => ms / 10),
    peer: batch.merge,
  })
}

/** X15's goals. `batch`: one delivery of all changes. The others are told without one. */
const GOALS: Readonly<Record<SyncPeer, number>> = { yjs: 1, tinybase: 0.8, crsqlite: 0.1, loro: 1, automerge: 1 }

function besidePeers(
  { folder, rounds }: BenchOptions,
  changes: number,
  batch: MergeTimes,
  single: MergeTimes,
): Ratio[] {
  if (!installPeers()) {
    process.stderr.write('X15 is left out: the peers could not be installed\n')
    return []
  }
  process.stderr.write(`peers: ${JSON.stringify(peerVersions())}\n`)
  const few = Math.min(SINGLE, changes)
  const work = writePeerWorkload(join(folder), { rows: ROWS, changes, single: few, perStep: PER_STEP })
  return SYNC_PEERS.flatMap((peer) => {
    // These take minutes.
    const count = peer === 'automerge' || peer === 'crsqlite' ? 1 : rounds
    const results = Array.from({ length: count }, () => runPeer(peer, work)).filter((result) => result !== null)
    const times = (part: string): readonly number[] => results.flatMap(({ times }) => times[part] ?? [])
    const sent = (part: string, made: number): number => numberOf(results[0], part) ?? made
    return [
      ...ratioOf({
        id: 'X15',
        what: `merge ${changes.toLocaleString('en')} changes into a file / ${peer}, in memory`,
        goal: GOALS[peer],
        ours: batch.merge.map((ms) => ms / changes),
        peer: times('batch').map((ms) => ms / sent('batchChanges', changes)),
      }).map(perThousand),
      ...ratioOf({
        id: 'X15',
        what: `merge step by step, one change each / ${peer}, in memory`,
        goal: GOALS[peer],
        ours: single.merge.map((ms) => ms / changes),
        peer: times('each').map((ms) => ms / sent('eachCount', few)),
      }).map(perThousand),
    ]
  })
}

function numberOf(result: PeerResult | undefined, name: string): number | null {
  const value = result?.facts[name]
  return typeof value === 'number' ? value : null
}

/** Shown as milliseconds for 1,000 changes. */
function perThousand(ratio: Ratio): Ratio {
  return { ...ratio, what: `${ratio.what}, per 1,000`, ours: ratio.ours * 1000, peer: ratio.peer * 1000 }
}
