/**
 * The files of a shared folder as bytes: segments of the log, heads, keys, snapshots, attached and imported content.
 *
 * Each is written once and says of itself how long it is and what its bytes hash to: one that is not whole yet (a program
 * that copies folders brings files in any state) is never taken for one that is. Layout: word (6) | header length u32 |
 * header (CBOR) | signature length u16 | signature (none yet) | payload length u32 | payload | whole length u64 |
 * SHA-256 of all before | the word backwards (5). Numbers are big endian.
 */

import { createHash } from 'node:crypto'

import { unreadable, fromFuture, FORMAT_VERSION } from './refusal'

/** Segment, head, snapshot part, blob: `W`, three letters, the format's version. */
export type FileKind = 'SEG' | 'HED' | 'SNP' | 'BLB'

const WORD_BYTES = 6
const END_WORD_BYTES = 5
const HASH_BYTES = 32
const TRAILER_BYTES = 8 + HASH_BYTES + END_WORD_BYTES
const MIN_BYTES = WORD_BYTES + 4 + 2 + 4 + TRAILER_BYTES
/** Writers cut far below, because folder programs take large files badly; a single step of 48 MiB still fits. */
export const MAX_FILE_BYTES = 64 * 1024 * 1024
const MAX_HEADER_BYTES = 1024 * 1024

export function packFile(kind: FileKind, header: Uint8Array, payload: Uint8Array): Uint8Array {
  const word = wordOf(kind, FORMAT_VERSION)
  const numbers = Buffer.alloc(4 + 2 + 4)
  numbers.writeUInt32BE(header.length, 0)
  numbers.writeUInt32BE(payload.length, 6)
  const length = Buffer.alloc(8)
  const total = MIN_BYTES + header.length + payload.length
  if (total > MAX_FILE_BYTES) throw new RangeError(`a file of ${total} bytes is too large for a shared folder`)
  length.writeBigUInt64BE(BigInt(total))
  const body = Buffer.concat([word, numbers.subarray(0, 4), header, numbers.subarray(4), payload, length])
  return Buffer.concat([body, sha256(body), endOf(word)])
}

/** The header and payload of a file whose every bit is right; else `sync.unreadable`: `incomplete` while more may come. */
export function unpackFile(
  kind: FileKind,
  bytes: Uint8Array,
  file: string,
): { readonly header: Uint8Array; readonly payload: Uint8Array } {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  if (all.length > MAX_FILE_BYTES) throw unreadable(file, 'tooLarge')
  checkWord(kind, all.subarray(0, WORD_BYTES), file)
  if (all.length < MIN_BYTES) throw unreadable(file, 'incomplete')
  const hashAt = all.length - END_WORD_BYTES - HASH_BYTES
  const whole = all.subarray(-END_WORD_BYTES).equals(endOf(wordOf(kind, FORMAT_VERSION)))
  if (!whole || all.readBigUInt64BE(hashAt - 8) !== BigInt(all.length)) throw unreadable(file, 'incomplete')
  if (!sha256(all.subarray(0, hashAt)).equals(all.subarray(hashAt, hashAt + HASH_BYTES)))
    throw unreadable(file, 'damaged')
  return split(all.subarray(WORD_BYTES, hashAt - 8), file)
}

/** Every bit is what its writer wrote: lengths that do not add up are that writer's. */
function split(inner: Buffer, file: string): { readonly header: Uint8Array; readonly payload: Uint8Array } {
  const headerLength = inner.readUInt32BE(0)
  if (headerLength > MAX_HEADER_BYTES || headerLength > inner.length - 10) throw unreadable(file, 'malformed')
  const header = inner.subarray(4, 4 + headerLength)
  const signatureAt = 4 + headerLength
  const payloadAt = signatureAt + 2 + inner.readUInt16BE(signatureAt)
  if (payloadAt + 4 > inner.length) throw unreadable(file, 'malformed')
  const payload = inner.subarray(payloadAt + 4)
  if (inner.readUInt32BE(payloadAt) !== payload.length) throw unreadable(file, 'malformed')
  return { header, payload }
}

function checkWord(kind: FileKind, found: Buffer, file: string): void {
  const expected = wordOf(kind, FORMAT_VERSION)
  if (found.equals(expected)) return
  const text = found.toString('latin1')
  const version = text.startsWith(`W${kind}`) ? /^([1-9])\n$/u.exec(text.slice(4))?.[1] : undefined
  if (version !== undefined) throw fromFuture(file, Number(version))
  // A file whose beginning is still zeros is on its way.
  const coming = expected.subarray(0, found.length).equals(found) || found.every((byte) => byte === 0)
  throw unreadable(file, coming ? 'incomplete' : 'notAPackage')
}

function wordOf(kind: FileKind, version: number): Buffer {
  return Buffer.from(`W${kind}${version}\n`, 'latin1')
}

function endOf(word: Buffer): Buffer {
  return Buffer.from(word.subarray(0, END_WORD_BYTES)).reverse()
}

function sha256(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest()
}
