/**
 * Remembers what cells stand for by their bytes, so that a repeated text is never decoded twice.
 *
 * Open addressing over a pool of bytes. Full, it remembers no more; it never forgets.
 */
/* Non-null assertions: indexes are bounded by the masks and counts kept here. */

import { NEWLINE } from './csv-records'

const MOST_ENTRIES = 1 << 20
const MOST_BYTES = 128 << 20

/** No entry. */
export const UNKNOWN = -1

export class ByteInterner {
  #slots = new Int32Array(1 << 11).fill(-1)
  #hashes = new Int32Array(1 << 10)
  #codes = new Int32Array(1 << 10)
  #offsets = new Uint32Array((1 << 10) + 1)
  #pool = Buffer.allocUnsafe(1 << 15)
  #count = 0

  codeOf(entry: number): number {
    return this.#codes[entry]!
  }

  /** Where the cell at `start` ends if it is this entry's and a separator or line end follows; -1 otherwise. */
  match(bytes: Buffer, start: number, entry: number, delimiter: number): number {
    const pool = this.#pool
    const end = this.#offsets[entry + 1]!
    let at = start
    for (let from = this.#offsets[entry]!; from < end; from += 1) {
      if (pool[from] !== bytes[at]) {
        return -1
      }
      at += 1
    }
    const c = bytes[at]
    return c === delimiter || c === NEWLINE ? at : -1
  }

  /** The entry of these bytes, or `UNKNOWN`. */
  find(bytes: Buffer, start: number, end: number, hash: number): number {
    const mask = this.#slots.length - 1
    const length = end - start
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const entry = this.#slots[slot]!
      if (entry < 0) {
        return UNKNOWN
      }
      if (this.#hashes[entry] === hash) {
        const from = this.#offsets[entry]!
        if (this.#offsets[entry + 1]! - from === length) {
          const pool = this.#pool
          let i = 0
          while (i < length && pool[from + i] === bytes[start + i]) {
            i += 1
          }
          if (i === length) {
            return entry
          }
        }
      }
    }
  }

  /** Remembers a code for these bytes; answers the entry, or `UNKNOWN` when there is no room. */
  add(bytes: Buffer, start: number, end: number, hash: number, code: number): number {
    const entry = this.#count
    const from = this.#offsets[entry]!
    if (entry >= MOST_ENTRIES || from + end - start > MOST_BYTES) {
      return UNKNOWN
    }
    this.#makeRoom(from + end - start)
    bytes.copy(this.#pool, from, start, end)
    this.#offsets[entry + 1] = from + end - start
    this.#hashes[entry] = hash
    this.#codes[entry] = code
    this.#count = entry + 1
    this.#place(entry, hash)
    return entry
  }

  #place(entry: number, hash: number): void {
    const mask = this.#slots.length - 1
    let slot = hash & mask
    while (this.#slots[slot]! >= 0) {
      slot = (slot + 1) & mask
    }
    this.#slots[slot] = entry
  }

  #makeRoom(poolBytes: number): void {
    if (poolBytes > this.#pool.length) {
      const pool = Buffer.allocUnsafe(poolBytes * 2)
      this.#pool.copy(pool)
      this.#pool = pool
    }
    if (this.#count + 2 > this.#hashes.length) {
      const size = this.#hashes.length * 2
      this.#hashes = grown(this.#hashes, new Int32Array(size))
      this.#codes = grown(this.#codes, new Int32Array(size))
      this.#offsets = grown(this.#offsets, new Uint32Array(size + 1))
      this.#slots = new Int32Array(size * 2).fill(-1)
      for (let entry = 0; entry < this.#count; entry += 1) {
        this.#place(entry, this.#hashes[entry]!)
      }
    }
  }
}

function grown<A extends Int32Array | Uint32Array>(from: A, to: A): A {
  to.set(from)
  return to
}
