/**
 * The skeleton of a package: a word at the beginning, sections with their own hashes, and an end that counts them.
 *
 * `WSYNCB1\n`, then sections `type u8 | flags u8 | length u64 | sha256 | payload` (big endian; the hash is over type,
 * flags, length and payload), the last of type END. Nothing follows it.
 */

import { createHash } from 'node:crypto'

import { encode } from 'cborg'

import { z } from '../../../shared/schema'
import type { ByteSource } from './byte-source'
import { MAX_RAW_BYTES } from './compression'
import { fromFuture, FORMAT_VERSION, unreadable } from './refusal'
import { decodeBy } from './wire'

export const PACKAGE_MAGIC = Buffer.from('WSYNCB1\n', 'latin1')

/** Types below 128 must be understood to take a package; others may be left aside. */
export const FrameType = {
  manifest: 1,
  run: 2,
  factManifest: 3,
  chunk: 4,
  snapshot: 5,
  blob: 6,
  blobPiece: 7,
  end: 127,
} as const
const OPTIONAL_FROM = 128
/** The payload is `compress`ed. */
export const FLAG_COMPRESSED = 1

const HASH_BYTES = 32
const HEAD_BYTES = 10
export const FRAME_OVERHEAD = HEAD_BYTES + HASH_BYTES
/** A section's own few bytes beside what it carries. */
const MAX_PAYLOAD_BYTES = MAX_RAW_BYTES + 1024
const MAX_FRAMES = 10_000_000

export interface Frame {
  readonly type: number
  readonly flags: number
  readonly payload: Uint8Array
}

/** What the end says of all before it, and of the parts that a package was cut into. */
export interface FrameEnd {
  /** Sections before the end, and the bytes of the package up to it. */
  readonly count: number
  readonly total: number
  /** SHA-256 over the sections' hashes. */
  readonly sha256: Uint8Array
  readonly parts: number
}

const WireEnd = z
  .tuple([
    z.int().min(0),
    z.int().min(0),
    z.instanceof(Uint8Array).refine((bytes) => bytes.length === HASH_BYTES),
    z.int().min(1).max(1_000_000),
  ])
  .rest(z.unknown())

/** Makes the bytes of sections, and at last of the end that counts them. */
export class FrameWriter {
  readonly #all = createHash('sha256')
  #count = 0
  #total: number = PACKAGE_MAGIC.length

  /** The bytes of one section, in two pieces. */
  add(frame: Frame): readonly [Uint8Array, Uint8Array] {
    const head = headOf(frame)
    const hash = hashOf(head, frame.payload)
    this.#all.update(hash)
    this.#count++
    this.#total += FRAME_OVERHEAD + frame.payload.length
    return [Buffer.concat([head, hash]), frame.payload]
  }

  /** Bytes so far, the word at the beginning included. */
  get total(): number {
    return this.#total
  }

  end(parts: number): Uint8Array {
    const payload = encode([this.#count, this.#total, this.#all.digest(), parts])
    const head = headOf({ type: FrameType.end, flags: 0, payload })
    return Buffer.concat([head, hashOf(head, payload), payload])
  }
}

/** Reads sections, each checked against its hash; returns the end, checked against all of them. */
export async function* readFrames(source: ByteSource, file: string): AsyncGenerator<Frame, FrameEnd, void> {
  await readMagic(source, file)
  const all = createHash('sha256')
  for (let count = 0; count <= MAX_FRAMES; count++) {
    const total = source.taken
    const { frame, hash } = await readFrame(source, file)
    if (frame.type === FrameType.end) {
      const end = decodeEnd(frame, file)
      if (end.count !== count || end.total !== total || !all.digest().equals(end.sha256))
        throw unreadable(file, 'damaged')
      if (!(await source.atEnd())) throw unreadable(file, 'damaged')
      return end
    }
    all.update(hash)
    if (frame.type < OPTIONAL_FROM) yield frame
  }
  throw unreadable(file, 'tooLarge')
}

async function readMagic(source: ByteSource, file: string): Promise<void> {
  const magic = Buffer.from(await source.read(PACKAGE_MAGIC.length))
  if (magic.equals(PACKAGE_MAGIC)) return
  const version = /^WSYNCB([1-9])\n$/u.exec(magic.toString('latin1'))?.[1]
  if (version !== undefined) throw fromFuture(file, Number(version))
  throw unreadable(file, PACKAGE_MAGIC.subarray(0, magic.length).equals(magic) ? 'incomplete' : 'notAPackage')
}

async function readFrame(source: ByteSource, file: string): Promise<{ readonly frame: Frame; readonly hash: Buffer }> {
  const start = Buffer.from(await source.read(FRAME_OVERHEAD))
  if (start.length < FRAME_OVERHEAD) throw unreadable(file, 'incomplete')
  const head = start.subarray(0, HEAD_BYTES)
  const hash = start.subarray(HEAD_BYTES)
  const length = head.readBigUInt64BE(2)
  if (length > BigInt(MAX_PAYLOAD_BYTES)) throw unreadable(file, 'tooLarge')
  const payload = await source.read(Number(length))
  if (payload.length < Number(length)) throw unreadable(file, 'incomplete')
  if (!hashOf(head, payload).equals(hash)) throw unreadable(file, 'damaged')
  const frame = { type: head[0]!, flags: head[1]!, payload }
  const known = (Object.values(FrameType) as readonly number[]).includes(frame.type)
  // A sound section that this build does not know was made by a newer one.
  if (frame.type < OPTIONAL_FROM && (!known || frame.flags > FLAG_COMPRESSED))
    throw fromFuture(file, FORMAT_VERSION + 1)
  return { frame, hash }
}

function decodeEnd({ payload }: Frame, file: string): FrameEnd {
  const [count, total, sha256, parts] = decodeBy(WireEnd, payload, file)
  return { count, total, sha256, parts }
}

function headOf({ type, flags, payload }: Frame): Buffer {
  const head = Buffer.alloc(HEAD_BYTES)
  head.writeUInt8(type, 0)
  head.writeUInt8(flags, 1)
  head.writeBigUInt64BE(BigInt(payload.length), 2)
  return head
}

function hashOf(head: Uint8Array, payload: Uint8Array): Buffer {
  return createHash('sha256').update(head).update(payload).digest()
}
