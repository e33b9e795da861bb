/**
 * The list of an imported file's chunks, as it travels beside the log: which ones, in which order.
 *
 * Whatever else is known of an import is in its record or follows from the chunks, so nothing is taken from here on trust.
 */

import { createHash } from 'node:crypto'

import { decode, encode } from 'cborg'

import { decodeId, encodeId } from '../../shared/sync/ids'
import { CHUNK_LINES } from './chunk'

/** In the order of the file's lines. */
export interface ManifestChunk {
  /** Hex. */
  readonly sha256: string
  readonly rows: number
}

export interface ImportManifest {
  readonly importId: string
  readonly rows: number
  readonly chunks: readonly ManifestChunk[]
}

const VERSION = 1
/** 2^30 lines. */
const MAX_CHUNKS = 65_536
const MAX_BYTES = 4 * 1024 * 1024

/** What the lines are, whoever read them: SHA-256 (hex) over the chunks' hashes in order. */
export function contentOf(sha256s: Iterable<string>): string {
  const hash = createHash('sha256')
  for (const sha256 of sha256s) hash.update(Buffer.from(sha256, 'hex'))
  return hash.digest('hex')
}

/** Equal lists give equal bytes. */
export function encodeManifest(importId: string, chunks: readonly ManifestChunk[]): Uint8Array {
  return encode([
    VERSION,
    decodeId(importId),
    chunks.map(({ sha256, rows }) => [Uint8Array.from(Buffer.from(sha256, 'hex')), rows]),
  ])
}

/** Null for whatever `encodeManifest` does not write. */
export function decodeManifest(body: Uint8Array): ImportManifest | null {
  if (body.length > MAX_BYTES) {
    return null
  }
  try {
    const value: unknown = decode(body, { strict: true })
    if (!Array.isArray(value) || value.length !== 3) return null
    const [version, id, list] = value as readonly unknown[]
    if (version !== VERSION || !(id instanceof Uint8Array) || id.length !== 16) return null
    if (!Array.isArray(list) || list.length > MAX_CHUNKS) return null
    const chunks = list.map((entry: unknown, i) => chunkOf(entry, i === list.length - 1))
    if (!chunks.every((chunk) => chunk !== null)) return null
    const importId = encodeId(id)
    if (!Buffer.from(encodeManifest(importId, chunks)).equals(body)) return null
    return { importId, chunks, rows: chunks.reduce((sum, { rows }) => sum + rows, 0) }
  } catch {
    // Not CBOR at all, or nested beyond reason.
    return null
  }
}

/** All chunks but the last are full: a line's place follows from its number. */
function chunkOf(entry: unknown, last: boolean): ManifestChunk | null {
  if (!Array.isArray(entry) || entry.length !== 2) return null
  const [sha256, rows] = entry as readonly unknown[]
  if (!(sha256 instanceof Uint8Array) || sha256.length !== 32) return null
  if (typeof rows !== 'number' || !Number.isInteger(rows) || rows < 1 || rows > CHUNK_LINES) return null
  return last || rows === CHUNK_LINES ? { sha256: Buffer.from(sha256).toString('hex'), rows } : null
}
