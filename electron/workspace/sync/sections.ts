/**
 * What a package carries, section by section: encoding for the writer, decoding for the reader.
 *
 * Everything a reader hands on was checked against its section's hash; an attached file also against its own.
 */

import { createHash } from 'node:crypto'

import { encode } from 'cborg'

import { z } from '../../../shared/schema'
import { ByteSource } from './byte-source'
import { compress, decompress } from './compression'
import { FLAG_COMPRESSED, type Frame, type FrameEnd, FrameType } from './frames'
import { unreadable } from './refusal'
import { decodeRun, encodeRun } from './run-codec'
import type { Section } from './types'
import { decodeBy, decodeManifest } from './wire'

/** Everything but the manifest, which the writer makes for each part. */
export type Content = Exclude<Section, { readonly type: 'manifest' }>

/** An attached file travels in sections of at most this. */
export const BLOB_PIECE_BYTES = 256 * 1024
const HASH_BYTES = 32

const Sha256 = z.instanceof(Uint8Array).refine((bytes) => bytes.length === HASH_BYTES)
const WireFactManifest = z.tuple([z.string().max(64), z.instanceof(Uint8Array)]).rest(z.unknown())
const WireBlob = z.tuple([Sha256, z.int().min(0)]).rest(z.unknown())

/** The sections of one content. Refuses an attached file whose bytes are not the ones announced with a RangeError. */
export async function* framesOf(content: Content): AsyncGenerator<Frame, void, void> {
  switch (content.type) {
    case 'run':
      yield packed(FrameType.run, encodeRun(content.run))
      return
    case 'factManifest':
      yield packed(FrameType.factManifest, encode([content.importId, content.body]))
      return
    case 'chunk':
      yield plain(FrameType.chunk, Buffer.concat([Buffer.from(content.sha256, 'hex'), content.bytes]))
      return
    case 'snapshot': {
      const n = Buffer.alloc(4)
      n.writeUInt32BE(content.n)
      yield packed(FrameType.snapshot, Buffer.concat([n, content.bytes]))
      return
    }
    case 'blob':
      yield plain(FrameType.blob, encode([Buffer.from(content.sha256, 'hex'), content.size]))
      yield* blobPieces(content)
  }
}

export async function packed(type: number, raw: Uint8Array): Promise<Frame> {
  const compressed = await compress(raw)
  return compressed === null ? plain(type, raw) : { type, flags: FLAG_COMPRESSED, payload: compressed }
}

function plain(type: number, payload: Uint8Array): Frame {
  return { type, flags: 0, payload }
}

async function* blobPieces(blob: Extract<Content, { readonly type: 'blob' }>): AsyncGenerator<Frame, void, void> {
  const hash = createHash('sha256')
  let size = 0
  // Of one size, whatever the pieces are that it comes in: the writer of parts counts on it.
  const source = new ByteSource(blob.pieces)
  while (!(await source.atEnd())) {
    const piece = await source.read(BLOB_PIECE_BYTES)
    hash.update(piece)
    size += piece.length
    yield plain(FrameType.blobPiece, piece)
  }
  if (size !== blob.size || hash.digest('hex') !== blob.sha256)
    throw new RangeError(`the attached file ${blob.sha256} is not what it should be`)
}

/** Decodes sections as they come; returns the package's end. An attached file must be read before the next section is asked for, else it is skipped. */
export async function* readSections(
  frames: AsyncGenerator<Frame, FrameEnd, void>,
  file: string,
): AsyncGenerator<Section, FrameEnd, void> {
  for (let first = true; ; first = false) {
    const step = await frames.next()
    if (step.done === true) {
      if (first) throw unreadable(file, 'malformed')
      return step.value
    }
    const { type } = step.value
    // The manifest is the first section and there is no second.
    if ((type === FrameType.manifest) !== first || type === FrameType.blobPiece) throw unreadable(file, 'malformed')
    if (type === FrameType.blob) yield* blobFrom(step.value, frames, file)
    else yield sectionOf(type, await rawOf(step.value, file), file)
  }
}

async function* blobFrom(
  frame: Frame,
  frames: AsyncGenerator<Frame, FrameEnd, void>,
  file: string,
): AsyncGenerator<Section, void, void> {
  const [hash, size] = decodeBy(WireBlob, await rawOf(frame, file), file)
  const sha256 = Buffer.from(hash).toString('hex')
  const pieces = piecesFrom(frames, sha256, size, file)
  // Whoever stops early only stops for themselves.
  const lent = { [Symbol.asyncIterator]: () => ({ next: () => pieces.next() }) }
  yield { type: 'blob', sha256, size, pieces: lent }
  // What nobody asked for is checked all the same.
  for (;;) if ((await pieces.next()).done === true) return
}

async function* piecesFrom(
  frames: AsyncGenerator<Frame, FrameEnd, void>,
  sha256: string,
  size: number,
  file: string,
): AsyncGenerator<Uint8Array, void, void> {
  const hash = createHash('sha256')
  for (let missing = size; missing > 0;) {
    const step = await frames.next()
    if (step.done === true || step.value.type !== FrameType.blobPiece) throw unreadable(file, 'malformed')
    const piece = await rawOf(step.value, file)
    if (piece.length === 0 || piece.length > missing) throw unreadable(file, 'malformed')
    missing -= piece.length
    hash.update(piece)
    yield piece
  }
  if (hash.digest('hex') !== sha256) throw unreadable(file, 'damaged')
}

function rawOf({ flags, payload }: Frame, file: string): Promise<Uint8Array> {
  return (flags & FLAG_COMPRESSED) === 0 ? Promise.resolve(payload) : decompress(payload, file)
}

function sectionOf(type: number, raw: Uint8Array, file: string): Section {
  switch (type) {
    case FrameType.manifest:
      return { type: 'manifest', manifest: decodeManifest(raw, 0, file) }
    case FrameType.run:
      return { type: 'run', run: decodeRun(raw, file) }
    case FrameType.factManifest: {
      const [importId, body] = decodeBy(WireFactManifest, raw, file)
      return { type: 'factManifest', importId, body }
    }
    case FrameType.chunk:
      if (raw.length <= HASH_BYTES) throw unreadable(file, 'malformed')
      return {
        type: 'chunk',
        sha256: Buffer.from(raw.subarray(0, HASH_BYTES)).toString('hex'),
        bytes: raw.subarray(HASH_BYTES),
      }
    case FrameType.snapshot:
      if (raw.length < 4) throw unreadable(file, 'malformed')
      return {
        type: 'snapshot',
        n: new DataView(raw.buffer, raw.byteOffset).getUint32(0),
        bytes: raw.subarray(4),
      }
    default:
      throw unreadable(file, 'malformed')
  }
}
