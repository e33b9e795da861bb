/**
 * Reads canonical CBOR (RFC 8949, 4.2.1) that a stranger may have written: every length is checked against the bytes that
 * are there, nesting ends at a fixed depth, and what is not written in the one shortest form is refused.
 *
 * Anything wrong throws a RangeError. Nothing is allocated before the bytes for it were seen.
 */

const MAX_DEPTH = 32
const NULL = 0xf6
const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Major types, as the first three bits of an item say them. */
export const MAJOR = { unsigned: 0, negative: 1, bytes: 2, text: 3, list: 4, map: 5, tag: 6, simple: 7 } as const

export class CborReader {
  readonly #bytes: Uint8Array
  #at = 0

  /** Where the next item starts; may be set back. */
  get at(): number {
    return this.#at
  }

  set at(at: number) {
    this.#at = at
  }

  constructor(bytes: Uint8Array) {
    // Never a Buffer, whose views are Buffers too.
    this.#bytes = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  /** The major type of the next item. */
  next(): number {
    const byte = this.#bytes[this.#at]
    if (byte === undefined) throw new RangeError('the bytes end too early')
    return byte >> 5
  }

  /** A list's length, of at least as many bytes. */
  list(): number {
    return this.#head(MAJOR.list, 1)
  }

  whole(): number {
    const value = this.integer()
    if (!Number.isSafeInteger(value)) throw new RangeError('a number is too large')
    return value
  }

  /** A whole number, inexact where it is beyond what a JavaScript number holds. */
  integer(): number {
    const major = this.next()
    if (major !== MAJOR.unsigned && major !== MAJOR.negative) throw new RangeError('an item is of another kind')
    const value = this.#argument()
    return major === MAJOR.unsigned ? value : -1 - value
  }

  text(): string {
    const length = this.#head(MAJOR.text, 1)
    const from = this.#at
    this.#at += length
    return ascii(this.#bytes, from, this.#at) ?? utf8(this.#bytes.subarray(from, this.#at))
  }

  /** A view of the bytes that were read, not a copy. */
  bytes(): Uint8Array {
    const length = this.#head(MAJOR.bytes, 1)
    this.#at += length
    return this.#bytes.subarray(this.#at - length, this.#at)
  }

  /** True or false, or undefined (and nothing is read) where something else is next. */
  boolean(): boolean | undefined {
    const byte = this.#bytes[this.#at]
    if (byte !== 0xf4 && byte !== 0xf5) return undefined
    this.#at++
    return byte === 0xf5
  }

  /** Whether a null was next; it is then read. */
  null(): boolean {
    if (this.#bytes[this.#at] !== NULL) return false
    this.#at++
    return true
  }

  /** Passes over one item of whatever kind and answers its bytes. */
  skip(): Uint8Array {
    const from = this.#at
    this.#skip(MAX_DEPTH)
    return this.#bytes.subarray(from, this.#at)
  }

  /** Throws unless all was read. */
  end(): void {
    if (this.#at !== this.#bytes.length) throw new RangeError('there are bytes after the end')
  }

  #skip(depth: number): void {
    if (depth === 0) throw new RangeError('nested too deeply')
    switch (this.next()) {
      case MAJOR.unsigned:
      case MAJOR.negative:
        this.#argument()
        return
      case MAJOR.bytes:
        this.bytes()
        return
      case MAJOR.text:
        this.text()
        return
      case MAJOR.list:
        for (let n = this.list(); n > 0; n--) this.#skip(depth - 1)
        return
      case MAJOR.map:
        this.#skipMap(depth)
        return
      case MAJOR.tag:
        this.#argument()
        this.#skip(depth - 1)
        return
      default:
        this.#skipSimple()
    }
  }

  #skipMap(depth: number): void {
    let last: Uint8Array | null = null
    for (let n = this.#head(MAJOR.map, 2); n > 0; n--) {
      const from = this.#at
      this.#skip(depth - 1)
      const key = this.#bytes.subarray(from, this.#at)
      if (last !== null && !isAfter(key, last)) throw new RangeError('a map is not in order')
      last = key
      this.#skip(depth - 1)
    }
  }

  /** Null, true and false, and the floats of a later format; nothing else is simple. */
  #skipSimple(): void {
    const minor = (this.#bytes[this.#at] ?? 0) & 31
    const length = minor >= 20 && minor <= 22 ? 1 : minor >= 25 && minor <= 27 ? 1 + 2 ** (minor - 24) : 0
    if (length === 0 || this.#at + length > this.#bytes.length) throw new RangeError('an unknown kind of item')
    this.#at += length
  }

  /** The number in an item's head; lengths (`unit` bytes apiece at least) must fit into what is left. */
  #head(major: number, unit: number): number {
    if (this.next() !== major) throw new RangeError('an item is of another kind')
    const value = this.#argument()
    if (!Number.isSafeInteger(value)) throw new RangeError('a number is too large')
    if (value * unit > this.#bytes.length - this.#at) throw new RangeError('a length is beyond the end')
    return value
  }

  /** The number that follows an item's first five bits, where it is written as short as it can be. */
  #argument(): number {
    const minor = (this.#bytes[this.#at++] ?? 0) & 31
    if (minor < 24) return minor
    if (minor > 27) throw new RangeError('an indefinite or reserved length')
    const size = 2 ** (minor - 24)
    if (this.#at + size > this.#bytes.length) throw new RangeError('the bytes end too early')
    let value = 0
    for (let i = 0; i < size; i++) value = value * 256 + (this.#bytes[this.#at++] ?? 0)
    const least = size === 1 ? 24 : 2 ** (size * 4)
    if (value < least) throw new RangeError('a number is not written in its shortest form')
    return value
  }
}

/** Short texts of plain letters, which most are, without the decoder. */
function ascii(bytes: Uint8Array, from: number, to: number): string | null {
  if (to - from > 32) return null
  let text = ''
  for (let i = from; i < to; i++) {
    const byte = bytes[i] ?? 128
    if (byte >= 128) return null
    text += String.fromCharCode(byte)
  }
  return text
}

function utf8(bytes: Uint8Array): string {
  try {
    return UTF8.decode(bytes)
  } catch {
    throw new RangeError('a text is not UTF-8')
  }
}

/** By bytes, a prefix before what it begins. */
function isAfter(a: Uint8Array, b: Uint8Array): boolean {
  for (let i = 0; i < a.length && i < b.length; i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0)
    if (difference !== 0) return difference > 0
  }
  return a.length > b.length
}
