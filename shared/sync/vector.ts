/**
 * What somebody has of everybody's steps, and asking for the rest in a chat message.
 *
 * A vector counts, by replica, the steps from the first on without a gap. A request code is a vector as letters and
 * digits that survive being read aloud, copied and re-typed; one that did not survive is refused, never misread.
 */

import { decodeBase32, encodeBase32 } from './base32'

/** By replica (16 hex digits): how many of its steps, from the first on without a gap. */
export type Vector = ReadonlyMap<string, number>

/** Consecutive steps of one replica, both ends included. */
export interface Gap {
  readonly replica: string
  readonly from: number
  readonly to: number
}

/** Whether the step is among those that the vector counts. */
export function includes(vector: Vector, replica: string, seq: number): boolean {
  return (vector.get(replica) ?? 0) >= seq
}

/** Whether `a` counts everything that `b` counts. */
export function covers(a: Vector, b: Vector): boolean {
  for (const [replica, seq] of b) if (!includes(a, replica, seq)) return false
  return true
}

/** What both together have. */
export function mergeVectors(a: Vector, b: Vector): Vector {
  const all = new Map(a)
  for (const [replica, seq] of b) if (!includes(a, replica, seq)) all.set(replica, seq)
  return all
}

/** The steps of `wanted` that `have` lacks, by replica. */
export function missing(have: Vector, wanted: Vector): readonly Gap[] {
  const gaps: Gap[] = []
  for (const [replica, to] of wanted) {
    const had = have.get(replica) ?? 0
    if (had < to) gaps.push({ replica, from: had + 1, to })
  }
  return gaps.toSorted((a, b) => (a.replica < b.replica ? -1 : 1))
}

const PREFIX = 'SR1-'
const REPLICA_PATTERN = /^[0-9a-f]{16}$/u
const MAX_REPLICAS = 10_000
const CHECK_BYTES = 4

/** A vector as text for a chat: `SR1-`, then per replica 8 bytes and a varint, then a checksum. Equal vectors give equal codes. */
export function encodeRequest(vector: Vector): string {
  const bytes: number[] = []
  for (const [replica, seq] of [...vector].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    if (!REPLICA_PATTERN.test(replica) || !Number.isSafeInteger(seq) || seq < 0) throw new RangeError('not a vector')
    if (seq === 0) continue
    for (let i = 0; i < 16; i += 2) bytes.push(Number.parseInt(replica.slice(i, i + 2), 16))
    let rest = seq
    for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 128)
    bytes.push(rest)
  }
  return PREFIX + encodeBase32(Uint8Array.from([...bytes, ...checksum(bytes)]))
}

/** Reads a request code, also with spaces, line breaks, dashes and small letters in it; throws a RangeError for a damaged one. */
export function decodeRequest(text: string): Vector {
  const letters = text.replaceAll(/[\s-]/gu, '').toUpperCase()
  // What Crockford left out of the alphabet because it is taken for these.
  const plain = letters.replaceAll('O', '0').replaceAll(/[IL]/gu, '1')
  const prefix = PREFIX.slice(0, -1)
  if (!plain.startsWith(prefix)) throw new RangeError('not a request code')
  const all = decodeBase32(plain.slice(prefix.length))
  const bytes = all.subarray(0, Math.max(0, all.length - CHECK_BYTES))
  const check = all.subarray(bytes.length)
  if (!checksum(bytes).every((byte, i) => byte === check[i])) throw new RangeError('the request code is damaged')
  return readVector(bytes)
}

/** Only what `encodeRequest` writes: replicas in order, each once, numbers in their shortest form. */
function readVector(bytes: Uint8Array): Vector {
  const vector = new Map<string, number>()
  let last = ''
  let at = 0
  while (at < bytes.length) {
    let replica = ''
    for (const byte of bytes.subarray(at, at + 8)) replica += byte.toString(16).padStart(2, '0')
    at += 8
    let seq = 0
    let unit = 1
    for (let byte = 128; byte >= 128; unit *= 128) {
      byte = bytes[at++] ?? 0
      seq += (byte % 128) * unit
      if (byte === 0 || !Number.isSafeInteger(seq)) throw new RangeError('the request code is damaged')
    }
    if (replica <= last || vector.size === MAX_REPLICAS) throw new RangeError('the request code is damaged')
    vector.set(replica, seq)
    last = replica
  }
  return vector
}

/** CRC-32 (IEEE 802.3), big-endian: every slip of up to 32 bits in a row is seen. */
function checksum(bytes: Iterable<number>): readonly number[] {
  let crc = 0xff_ff_ff_ff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xed_b8_83_20 : 0)
  }
  crc = ~crc >>> 0
  return [crc >>> 24, (crc >>> 16) & 255, (crc >>> 8) & 255, crc & 255]
}
