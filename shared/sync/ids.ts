/**
 * Record ids: 16 bytes on the wire, 26 characters of Crockford base32 in tables.
 *
 * Two spaces that cannot meet: top bit 0 is a ULID (random), top bit 1 the first 127 bits of a hash of the record's own
 * key, so that two people who add the same creator while apart make one record.
 */

import { BASE32 } from './base32'

const ID_PATTERN = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/u

export function isRecordId(text: string): boolean {
  return ID_PATTERN.test(text)
}

/** A random id: 48 bits of time, so that ids sort by age, and 80 random bits from `random` (at least 10 bytes). */
export function randomId(now: number, random: Uint8Array): string {
  const bytes = new Uint8Array(16)
  let rest = now
  for (let i = 5; i >= 0; i--) {
    bytes[i] = rest % 256
    rest = Math.floor(rest / 256)
  }
  bytes.set(random.subarray(0, 10), 6)
  return encodeId(bytes)
}

/** The text whose SHA-256 makes a natural id. JSON keeps the parts apart whatever they contain. */
export function naturalKey(ns: string, parts: readonly string[]): string {
  return `${ns}\u001F${JSON.stringify(parts.map((part) => part.normalize('NFC')))}`
}

/** The id that a content or key hash (at least 16 bytes) stands for: a one bit, then its first 127 bits. */
export function idFromHash(hash: Uint8Array): string {
  const bytes = new Uint8Array(16)
  let carry = 1
  for (let i = 0; i < 16; i++) {
    const byte = hash[i] ?? 0
    bytes[i] = (carry << 7) | (byte >> 1)
    carry = byte & 1
  }
  return encodeId(bytes)
}

/** 16 bytes as 26 characters; the first carries three bits. */
export function encodeId(bytes: Uint8Array): string {
  let text = ''
  let bits = 2
  let buffer = 0
  for (const byte of bytes) {
    buffer = (buffer << 8) | byte
    bits += 8
    while (bits >= 5) {
      bits -= 5
      text += BASE32.charAt((buffer >> bits) & 31)
    }
    buffer &= (1 << bits) - 1
  }
  return text
}

/** The 16 bytes of an id; throws a RangeError for anything that is not one. */
export function decodeId(text: string): Uint8Array {
  if (!isRecordId(text)) throw new RangeError(`not a record id: ${text}`)
  const bytes = new Uint8Array(16)
  let at = 0
  let bits = -2
  let buffer = 0
  for (const letter of text) {
    buffer = (buffer << 5) | BASE32.indexOf(letter)
    bits += 5
    if (bits < 8) continue
    bits -= 8
    bytes[at++] = (buffer >> bits) & 255
    buffer &= (1 << bits) - 1
  }
  return bytes
}

/** A creator's handle as the platform compares it: no `@`, no case, no width variants. */
export function normalHandle(text: string): string {
  return text.normalize('NFKC').trim().replace(/^@+/u, '').toLowerCase()
}
