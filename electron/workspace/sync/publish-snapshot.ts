/**
 * Publishes what all steps add up to, when enough of them have come since somebody last did: newcomers then need not
 * apply every step again.
 *
 * The index comes last, so that ended anywhere there is nothing but parts that nobody reads.
 */

import { stepsBeyond } from '../../../db/sync/recipients'
import { countParked } from '../../../db/sync/looked'
import { beginSnapshot, type Snapshot } from '../../../db/sync/snapshot'
import type { Vector } from '../../../db/sync/types'
import { mergeVectors } from '../../../shared/sync/vector'
import { parseSnapshot, snapshotName } from './folder-names'
import type { RunParts } from './folder-session'
import { hashOfPart, INDEX, indexFile, listSnapshots, type SnapshotIndex } from './folder-snapshots'
import { encodeSnapshotFile, type SnapshotFile } from './segment-file'

/** So many bytes of steps are worth one, and this share of the last one's size. */
export const SNAPSHOT_AFTER_BYTES = 20_000_000
const SNAPSHOT_AFTER_SHARE = 0.25

/** What a session remembers of the folder's snapshots. */
export interface SnapshotMemory {
  /** Indexes that were read, by the beginning of their names. */
  readonly known: Map<string, SnapshotIndex>
  looked: boolean
  /** The one with the most steps. */
  last: SnapshotIndex | null
  /** Bytes of steps beyond `last`, counted up to a moment. */
  upTo: Vector
  bytes: number
}

export function noSnapshots(): SnapshotMemory {
  return { known: new Map(), looked: false, last: null, upTo: new Map(), bytes: 0 }
}

/** `inFolder`: the steps whose segments are in the folder. */
export async function publishSnapshot(parts: RunParts, inFolder: Vector): Promise<void> {
  if (!mayMake(parts)) return
  // Once a session without need, so that not the whole log is counted.
  if (!parts.session.snapshots.looked) await look(parts)
  if (!isWorthIt(parts)) return
  await look(parts)
  if (!isWorthIt(parts)) return
  const sqlite = parts.workspace.scratch()
  try {
    const snapshot = beginSnapshot(sqlite)
    // A step that was made meanwhile is not published yet: the next run makes one with it.
    const covered = [...snapshot.vector].every(([replica, seq]) => seq <= (inFolder.get(replica) ?? 0))
    if (covered) await put(parts, snapshot)
    snapshot.end()
  } finally {
    sqlite.close()
  }
}

/** Of what nobody here understands nothing is added up: those with a newer app do it. */
function mayMake({ workspace, me }: RunParts): boolean {
  const newest = workspace.exchange.replicas().every(({ news }) => news === null || news.schema <= me.schema)
  return newest && countParked(workspace.reader) === 0
}

function isWorthIt({ session: { snapshots }, workspace, snapshotAfter }: RunParts): boolean {
  const stored = workspace.exchange.storedVector()
  snapshots.bytes += stepsBeyond(workspace.reader, snapshots.upTo).bytes
  snapshots.upTo = mergeVectors(snapshots.upTo, stored)
  return snapshots.bytes > Math.max(snapshotAfter, (snapshots.last?.bytes ?? 0) * SNAPSHOT_AFTER_SHARE)
}

/** Somebody else may have made one. */
async function look({ session, workspace, keys }: RunParts): Promise<void> {
  const { store, snapshots } = session
  const [first] = await listSnapshots({ store, keys, workspace: workspace.workspaceId }, snapshots.known)
  snapshots.looked = true
  note(snapshots, first?.index ?? null)
}

function note(snapshots: SnapshotMemory, last: SnapshotIndex | null): void {
  snapshots.last = last
  snapshots.upTo = last?.vector ?? new Map()
  snapshots.bytes = 0
}

async function put(parts: RunParts, snapshot: Snapshot): Promise<void> {
  const { id, vector, registry } = snapshot
  const hashes: Uint8Array[] = []
  let size = 0
  // How many there are is known at the end; parts are numbered from 1 on.
  for (const bytes of snapshot.parts()) {
    parts.signal?.throwIfAborted()
    if (bytes === null) await new Promise(setImmediate)
    else {
      hashes.push(hashOfPart(bytes))
      size += bytes.length
      await putFile(parts, { snapshot: id, n: hashes.length, of: hashes.length, bytes })
      parts.point('snapshotPart')
    }
  }
  const index = { id, vector, registry, schema: parts.me.schema, bytes: size, parts: hashes }
  await putFile(parts, indexFile(index))
  parts.point('snapshotPut')
  note(parts.session.snapshots, index)
  await removeOld(parts, id)
}

async function putFile({ session, workspace, keys }: RunParts, file: SnapshotFile): Promise<void> {
  const { replicaId, workspaceId } = workspace
  const bytes = await encodeSnapshotFile(workspaceId, file, keys.writing)
  await session.store.putNew(`p/${snapshotName(file.snapshot, file.n, replicaId)}`, bytes)
}

/** Of one's own the one before stays too: the newest may not have come everywhere yet. Begun ones go. */
async function removeOld({ session, workspace }: RunParts, id: string): Promise<void> {
  const { store, snapshots } = session
  const names = (await store.list('p')).flatMap((name) => parseSnapshot(name) ?? [])
  const own = names.filter(({ replica }) => replica === workspace.replicaId)
  const steps = (mark: string): number =>
    [...(snapshots.known.get(mark)?.vector.values() ?? [])].reduce((sum, seq) => sum + seq, 0)
  const before = own
    .filter(({ mark, n }) => n === INDEX && !id.startsWith(mark))
    .toSorted((a, b) => steps(b.mark) - steps(a.mark))[0]
  for (const { name, mark } of own)
    if (!id.startsWith(mark) && mark !== before?.mark) await store.removeOwn(`p/${name}`)
}
