/** Made-up contents of packages, the same for the same seed. */

import { createHash } from 'node:crypto'
import { brotliCompressSync } from 'node:zlib'

import type { LogRun, ReplicaNews } from '../../db/sync/types'
import type { Content } from '../../electron/workspace/sync/sections'
import type { Manifest, Section } from '../../electron/workspace/sync/types'
import { encodeBody } from '../../shared/sync/body-writing'

export const WORKSPACE = '00112233445566778899aabbccddeeff'
export const REPLICA = 'a1a2a3a4a5a6a7a8'
const OTHER = 'b1b2b3b4b5b6b7b8'

/** Numbers in [0, 1) that follow from `seed` (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

export function bytesOf(size: number, seed: number): Buffer {
  const random = seeded(seed)
  return Buffer.from(Array.from({ length: size }, () => Math.floor(random() * 256)))
}

export function newsOf(replica: string, seq: number): ReplicaNews {
  return {
    replica,
    device: '0f'.repeat(16),
    parent: null,
    person: '王丽',
    computer: 'office-2',
    appVersion: '0.1.0',
    schema: 3,
    wall: 1_763_000_000_000,
    seq,
    vector: new Map([
      [OTHER, 7],
      [REPLICA, seq],
    ]),
  }
}

export function manifestOf(changes: number): Manifest {
  return {
    workspace: WORKSPACE,
    workspaceName: 'Lotus Agency 莲花',
    id: 'c0'.repeat(16),
    sender: newsOf(REPLICA, changes),
    others: [newsOf(OTHER, 7)],
    needs: new Map([[OTHER, 7]]),
    gives: new Map([
      [REPLICA, changes],
      [OTHER, 7],
    ]),
    part: { k: 1, of: 1 },
    counts: { changes, facts: 1, attachments: 1 },
    snapshot: false,
  }
}

/** Edits of the note of one of 50 creators, a few seconds apart. */
export function runOf(from: number, steps: number, seed = 1): LogRun {
  const random = seeded(seed)
  const rows = Array.from({ length: 50 }, (_, i) => bytesOf(16, seed * 1000 + i))
  let wall = 1_763_000_000_000
  const bodies = Array.from({ length: steps }, (_, i) => {
    wall += Math.floor(random() * 20_000)
    const row = rows[Math.floor(random() * rows.length)]!
    return encodeBody({
      hlc: wall * 1024,
      wall,
      flags: 0,
      schema: 3,
      minReader: 1,
      author: '王丽',
      label: 'creators.edit',
      deps: null,
      ops: [[3, row, 'u', [5, `1${Math.floor(random() * 1e10)}`]]],
      ...(i === 3 ? { deps: [[Buffer.from(OTHER, 'hex'), 7, Buffer.from('01020304', 'hex')] as const] } : {}),
    })
  })
  return { replica: REPLICA, from, bodies }
}

export function chunkOf(seed: number): Extract<Section, { type: 'chunk' }> {
  const raw = bytesOf(2000, seed)
  return { type: 'chunk', sha256: createHash('sha256').update(raw).digest('hex'), bytes: brotliCompressSync(raw) }
}

export function blobOf(bytes: Uint8Array, pieceBytes = 100_000): Extract<Section, { type: 'blob' }> {
  async function* pieces(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += pieceBytes)
      yield await Promise.resolve(bytes.subarray(at, at + pieceBytes))
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { type: 'blob', sha256, size: bytes.length, pieces: pieces() }
}

/** One of everything. */
export function contentsOf(steps: number): Content[] {
  return [
    { type: 'run', run: runOf(1, steps) },
    { type: 'factManifest', importId: '01'.repeat(13), body: bytesOf(90, 2) },
    chunkOf(3),
    { type: 'snapshot', n: 0, bytes: bytesOf(5000, 4) },
    blobOf(bytesOf(150_000, 5)),
  ]
}

/** A section with an attached file's pieces put together, to be compared. */
export async function flat(section: Section): Promise<unknown> {
  if (section.type !== 'blob') return section
  const pieces: Uint8Array[] = []
  for await (const piece of section.pieces) pieces.push(piece)
  return { ...section, pieces: Buffer.concat(pieces).toString('hex') }
}

/** The same with all bytes as hex digits and maps as sorted lists, so that contents can be compared. */
export function legible(value: unknown): unknown {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('hex')
  if (value instanceof Map) return [...value].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(legible)
  if (Array.isArray(value)) return value.map(legible)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, legible(part)]))
}
