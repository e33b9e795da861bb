/**
 * What a shared folder's files say: segments of the log, heads, the team's key, parts of snapshots and of content.
 *
 * Reading gives back exactly what was written, or refuses: `sync.unreadable` (`incomplete` while more may come),
 * `sync.wrongPassphrase`, `sync.passphraseNeeded`, `sync.otherWorkspace`, `sync.fromFuture`.
 */

import { createHash } from 'node:crypto'

import { encode } from 'cborg'

import { chainHash } from '../../../db/capture/chain'
import type { LogRun, ReplicaNews, Vector } from '../../../db/sync/types'
import { AppError } from '../../../shared/errors'
import { z } from '../../../shared/schema'
import { decryptAge, encryptAge } from './age'
import { compress, decompress } from './compression'
import { type FileKind, packFile, unpackFile } from './folder-files'
import { FORMAT_VERSION, fromFuture, unreadable } from './refusal'
import { decodeRun, encodeRun } from './run-codec'
import {
  Bytes,
  Count,
  decodeBy,
  Hex,
  newsFromWire,
  newsToWire,
  vectorFromWire,
  vectorToWire,
  WireNews,
  WireVector,
} from './wire'

/** What a shared folder's files are closed and opened with; null: they are plain. */
export interface FolderKey {
  /** `age1…` and `AGE-SECRET-KEY-1…`. */
  readonly recipient: string
  readonly identity: string
}

/** What is known when a file is read. */
export interface Reading {
  /** For the wording of refusals. */
  readonly file: string
  /** 32 hex digits. */
  readonly workspace: string
  readonly key: FolderKey | null
}

/** Steps of one replica with the chain's hashes before the first and after the last. */
export interface Segment {
  readonly run: LogRun
  readonly prev: Uint8Array
  readonly last: Uint8Array
}

/** What a replica says of itself when it has published. */
export interface Head {
  /** One more with each head of a replica. */
  readonly n: number
  readonly sender: ReplicaNews
  /** The chain's hash at the sender's last published step. */
  readonly hash: Uint8Array
  /** What is here, what waits included. */
  readonly stored: Vector
  /** What the sender knows of others. */
  readonly others: readonly ReplicaNews[]
  /** SHA-256 (hex) over everything shared, at the sender's own vector. */
  readonly digest: string | null
}

export interface SnapshotFile {
  /** SHA-256 (hex) that names the snapshot, and the part's number of so many. */
  readonly snapshot: string
  readonly n: number
  readonly of: number
  readonly bytes: Uint8Array
}

/** Attached or imported content, whole or a part of it; or an imported file's list of chunks. */
export interface BlobFile {
  readonly kind: 'chunk' | 'attachment' | 'factManifest'
  /** SHA-256 (hex) and size of the whole: of a chunk's canonical bytes, of an attached file as it is. */
  readonly sha256: string
  readonly size: number
  readonly n: number
  readonly of: number
  readonly bytes: Uint8Array
}

const Numbered = { n: z.int().min(0).max(1_000_000), of: z.int().min(1).max(1_000_000) }
const Common = z.object({ reader: z.int().min(1), workspace: Hex(16), sealed: z.boolean(), packed: z.boolean() })
const SegmentHeader = z.object({
  replica: Hex(8),
  from: z.int().min(1),
  to: z.int().min(1),
  prev: Bytes(32),
  last: Bytes(32),
})
const HeadHeader = z.object({ replica: Hex(8), n: Count })
const WireHead = z
  .tuple([WireNews, Bytes(32), WireVector, z.array(WireNews).max(10_000), Hex(32).nullable()])
  .rest(z.unknown())
const SnapshotHeader = z.object({ snapshot: Hex(32), ...Numbered })
const BlobHeader = z.object({
  kind: z.enum(['chunk', 'attachment', 'factManifest']),
  sha256: Hex(32),
  size: Count,
  ...Numbered,
})

export function encodeSegment(workspace: string, segment: Segment, key: FolderKey | null): Promise<Uint8Array> {
  const { run, prev, last } = segment
  const to = run.from + run.bodies.length - 1
  const header = { replica: Buffer.from(run.replica, 'hex'), from: run.from, to, prev, last }
  return write('SEG', workspace, header, encodeRun(run), key)
}

/** The chain from `prev` to `last` is checked; that `prev` is the hash here is for whoever stores it. */
export async function decodeSegment(bytes: Uint8Array, reading: Reading): Promise<Segment> {
  const { header, payload } = await read('SEG', bytes, SegmentHeader, reading)
  const run = decodeRun(payload, reading.file)
  const { prev, last } = header
  const to = run.from + run.bodies.length - 1
  if (run.replica !== header.replica || run.from !== header.from || to !== header.to)
    throw unreadable(reading.file, 'malformed')
  const end = run.bodies.reduce<Uint8Array>((hash, body) => chainHash(hash, body), prev)
  if (!Buffer.from(end).equals(last)) throw unreadable(reading.file, 'damaged')
  return { run, prev, last }
}

export function encodeHead(workspace: string, head: Head, key: FolderKey | null): Promise<Uint8Array> {
  const { sender, hash, stored, others, digest } = head
  const payload = encode([
    newsToWire(sender),
    hash,
    vectorToWire(stored),
    others.map(newsToWire),
    digest === null ? null : Buffer.from(digest, 'hex'),
  ])
  return write('HED', workspace, { replica: Buffer.from(sender.replica, 'hex'), n: head.n }, payload, key)
}

export async function decodeHead(bytes: Uint8Array, reading: Reading): Promise<Head> {
  const { header, payload } = await read('HED', bytes, HeadHeader, reading)
  const [news, hash, stored, others, digest] = decodeBy(WireHead, payload, reading.file)
  const sender = newsFromWire(news)
  if (sender.replica !== header.replica) throw unreadable(reading.file, 'malformed')
  return { n: header.n, sender, hash, stored: vectorFromWire(stored), others: others.map(newsFromWire), digest }
}

export function encodeSnapshotFile(workspace: string, part: SnapshotFile, key: FolderKey | null): Promise<Uint8Array> {
  const header = { snapshot: Buffer.from(part.snapshot, 'hex'), n: part.n, of: part.of }
  return write('SNP', workspace, header, part.bytes, key)
}

export async function decodeSnapshotFile(bytes: Uint8Array, reading: Reading): Promise<SnapshotFile> {
  const { header, payload } = await read('SNP', bytes, SnapshotHeader, reading)
  return { snapshot: header.snapshot, n: header.n, of: header.of, bytes: payload }
}

export function encodeBlobFile(workspace: string, blob: BlobFile, key: FolderKey | null): Promise<Uint8Array> {
  const { kind, size, n, of } = blob
  const header = { kind, sha256: Buffer.from(blob.sha256, 'hex'), size, n, of }
  return write('BLB', workspace, header, blob.bytes, key, false)
}

/** Whether all parts together hash to `sha256` is for whoever puts them together; a single part of an attached file is checked. */
export async function decodeBlobFile(bytes: Uint8Array, reading: Reading): Promise<BlobFile> {
  const { header, payload } = await read('BLB', bytes, BlobHeader, reading)
  const whole = header.kind === 'attachment' && header.of === 1
  if (whole && createHash('sha256').update(payload).digest('hex') !== header.sha256)
    throw unreadable(reading.file, 'damaged')
  const { kind, sha256, size, n, of } = header
  return { kind, sha256, size, n, of, bytes: payload }
}

/**
 * The team's key, closed with the passphrase: an age file around an identity file, so that the `age` program can use it
 * too. `epoch`: counts the keys of a team.
 */
export async function encodeKeyFile(
  workspace: string,
  epoch: number,
  identity: string,
  lock: { readonly passphrase: string; readonly workFactor?: number },
): Promise<Uint8Array> {
  const text = `# starboard team key ${FORMAT_VERSION}\n# workspace: ${workspace}\n# epoch: ${epoch}\n${identity}\n`
  return gather(encryptAge(once(Buffer.from(text, 'latin1')), lock))
}

export async function decodeKeyFile(
  bytes: Uint8Array,
  passphrase: string,
  reading: Pick<Reading, 'file' | 'workspace'>,
): Promise<{ readonly epoch: number; readonly identity: string }> {
  const { file } = reading
  const text = (await gather(decryptAge(once(bytes), { passphrase }, file))).toString('latin1')
  const version = /^# starboard team key ([1-9])\n/u.exec(text)?.[1]
  if (version !== undefined && Number(version) > FORMAT_VERSION) throw fromFuture(file, Number(version))
  const match =
    /^# starboard team key 1\n# workspace: ([0-9a-f]{32})\n# epoch: (\d{1,9})\n(AGE-SECRET-KEY-1[0-9A-Z]{58})\n$/u.exec(
      text,
    )
  const [, workspace, epoch, identity] = match ?? []
  if (identity === undefined) throw unreadable(file, 'malformed')
  if (workspace !== reading.workspace) throw new AppError('sync.otherWorkspace', { file, name: '' })
  return { epoch: Number(epoch), identity }
}

async function write(
  kind: FileKind,
  workspace: string,
  header: Readonly<Record<string, unknown>>,
  raw: Uint8Array,
  key: FolderKey | null,
  compressible = true,
): Promise<Uint8Array> {
  const compressed = compressible ? await compress(raw) : null
  const open = compressed ?? raw
  const payload = key === null ? open : await gather(encryptAge(once(open), { recipient: key.recipient }))
  const common = {
    reader: FORMAT_VERSION,
    workspace: Buffer.from(workspace, 'hex'),
    sealed: key !== null,
    packed: compressed !== null,
  }
  return packFile(kind, encode({ ...common, ...header }), payload)
}

async function read<H>(
  kind: FileKind,
  bytes: Uint8Array,
  schema: z.ZodType<H>,
  { file, workspace, key }: Reading,
): Promise<{ readonly header: H; readonly payload: Uint8Array }> {
  const unpacked = unpackFile(kind, bytes, file)
  const { reader } = decodeBy(z.object({ reader: z.int().min(1) }), unpacked.header, file)
  if (reader > FORMAT_VERSION) throw fromFuture(file, reader)
  const common = decodeBy(Common, unpacked.header, file)
  if (common.workspace !== workspace) throw new AppError('sync.otherWorkspace', { file, name: '' })
  const header = decodeBy(schema, unpacked.header, file)
  let payload = unpacked.payload
  if (common.sealed) {
    if (key === null) throw new AppError('sync.passphraseNeeded', { file })
    payload = await gather(decryptAge(once(payload), { identity: key.identity }, file))
  } else if (key !== null) {
    // In a folder with a passphrase nobody's plain file counts: it did not come from the team.
    throw unreadable(file, 'malformed')
  }
  return { header, payload: common.packed ? await decompress(payload, file) : payload }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, void> {
  yield await Promise.resolve(bytes)
}

async function gather(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = []
  for await (const piece of pieces) all.push(piece)
  return Buffer.concat(all)
}
