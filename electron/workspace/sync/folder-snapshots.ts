/**
 * Snapshots in a shared folder: which are there, told by an index that is written when all parts are.
 *
 * Two makers at one moment write the same parts, so that either's stands for the other's.
 */

import { createHash } from 'node:crypto'

import { encode } from 'cborg'

import type { Vector } from '../../../db/sync/types'
import { AppError } from '../../../shared/errors'
import { z } from '../../../shared/schema'
import type { FolderKeys } from './folder-keys'
import { parseSnapshot } from './folder-names'
import { unreadable } from './refusal'
import { decodeSnapshotFile, type SnapshotFile } from './segment-file'
import { wholeFile } from './store-files'
import type { Store } from './types'
import { Bytes, Count, decodeBy, Hex, vectorFromWire, vectorToWire, WireVector } from './wire'

/** The index is part 0, what it lists are 1 and on. */
export const INDEX = 0

export interface SnapshotIndex {
  /** SHA-256 (hex) that names the snapshot. */
  readonly id: string
  /** The steps that it adds up. */
  readonly vector: Vector
  /** What tables and rules its maker knew, as SHA-256 (hex), and the version of its file. */
  readonly registry: string
  readonly schema: number
  /** Of all parts before compression. */
  readonly bytes: number
  /** SHA-256 of each part, in their order. */
  readonly parts: readonly Uint8Array[]
}

/** An index that was read, and under which names the folder has its files. */
export interface SharedSnapshot {
  readonly index: SnapshotIndex
  readonly names: ReadonlyMap<number, readonly string[]>
}

export interface SnapshotPlace {
  readonly store: Store
  readonly keys: FolderKeys
  /** 32 hex digits. */
  readonly workspace: string
}

const WireIndex = z.tuple([WireVector, Hex(32), Count, Count, z.array(Bytes(32)).min(1).max(100_000)]).rest(z.unknown())

export function indexFile({ id, vector, registry, schema, bytes, parts }: SnapshotIndex): SnapshotFile {
  const wire = [vectorToWire(vector), Buffer.from(registry, 'hex'), schema, bytes, parts]
  return { snapshot: id, n: INDEX, of: parts.length, bytes: encode(wire) }
}

export function hashOfPart(bytes: Uint8Array): Uint8Array {
  return createHash('sha256').update(bytes).digest()
}

/**
 * Those of which an index can be read and every part has a name here, the one with the most steps first. `known`: indexes
 * that were read before, by the beginning of their names; what is read is added.
 */
export async function listSnapshots(
  place: SnapshotPlace,
  known: Map<string, SnapshotIndex>,
): Promise<readonly SharedSnapshot[]> {
  const byMark = new Map<string, Map<number, string[]>>()
  for (const file of (await place.store.list('p')).flatMap((name) => parseSnapshot(name) ?? [])) {
    const names = byMark.get(file.mark) ?? new Map<number, string[]>()
    byMark.set(file.mark, names.set(file.n, [...(names.get(file.n) ?? []), `p/${file.name}`]))
  }
  const found: SharedSnapshot[] = []
  for (const [mark, names] of byMark) {
    const index = known.get(mark) ?? (await readIndex(place, mark, names.get(INDEX) ?? []))
    if (index === null) continue
    known.set(mark, index)
    if (index.parts.every((_hash, i) => names.has(i + 1))) found.push({ index, names })
  }
  return found.toSorted((a, b) => stepsOf(b.index) - stepsOf(a.index) || (a.index.id < b.index.id ? -1 : 1))
}

function stepsOf({ vector }: SnapshotIndex): number {
  return [...vector.values()].reduce((sum, seq) => sum + seq, 0)
}

async function readIndex(place: SnapshotPlace, mark: string, names: readonly string[]): Promise<SnapshotIndex | null> {
  for (const name of names) {
    const file = await readFile(place, name)
    if (file === null || file.n !== INDEX || !file.snapshot.startsWith(mark)) continue
    try {
      const [vector, registry, schema, bytes, parts] = decodeBy(WireIndex, file.bytes, name)
      if (parts.length === file.of)
        return { id: file.snapshot, vector: vectorFromWire(vector), registry, schema, bytes, parts }
    } catch (error) {
      if (!(error instanceof AppError)) throw error
    }
  }
  return null
}

/** The parts in their order, each the first copy that is what the index says; one that nobody has is refused as `sync.unreadable`. */
export async function* partsOf(
  place: SnapshotPlace,
  { index, names }: SharedSnapshot,
): AsyncGenerator<Uint8Array, void, void> {
  for (const [i, hash] of index.parts.entries()) {
    let bytes: Uint8Array | null = null
    for (const name of names.get(i + 1) ?? []) {
      const file = await readFile(place, name)
      if (file !== null && Buffer.from(hashOfPart(file.bytes)).equals(hash)) bytes = file.bytes
      if (bytes !== null) break
    }
    if (bytes === null) throw unreadable(names.get(i + 1)?.[0] ?? index.id, 'incomplete')
    yield bytes
  }
}

/** null: not here, not whole or not right. */
async function readFile({ store, keys, workspace }: SnapshotPlace, name: string): Promise<SnapshotFile | null> {
  const bytes = await wholeFile(store, name)
  if (bytes === null) return null
  try {
    return await keys.open(({ key }) => decodeSnapshotFile(bytes, { file: name, workspace, key }))
  } catch (error) {
    if (error instanceof AppError) return null
    throw error
  }
}
