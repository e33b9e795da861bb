/**
 * Walks a delimited file in windows of bytes that end behind a line end, keeping what was not consumed.
 *
 * The window grows for a record longer than itself, up to `MOST_RECORD_BYTES`; beyond that a record is read as it stands.
 */

import { NEWLINE } from './csv-records'
import type { TextSource } from './text-source'

export const STEP_BYTES = 1 << 19
const MOST_RECORD_BYTES = 1 << 20

export interface Window {
  readonly bytes: Buffer
  readonly start: number
  /** Follows a line end, or the end of the file. */
  readonly limit: number
  /** Records that are not closed within the window are read as they stand: none, only the first (too long to wait for), all. */
  readonly literal: 'none' | 'first' | 'all'
  /** The file ends without a line end. */
  readonly cutOff: boolean
}

/** Whether the record at `at` is read as it stands even if it is not closed. */
export function isLiteral({ literal, start }: Window, at: number): boolean {
  return literal === 'all' || (literal === 'first' && at === start)
}

/** Room for a longest record, a step, and what decoding adds to it. */
export function newRoom(): Buffer {
  return Buffer.allocUnsafe(MOST_RECORD_BYTES + STEP_BYTES * 4 + 1)
}

export class CsvChunks {
  readonly #source: TextSource
  readonly #bytes: Buffer
  #start = 0
  #end = 0
  #ended = false
  #cutOff = false

  /** `room`: one from `newRoom` that nobody else reads into; given by who walks a file several times. */
  constructor(source: TextSource, room = newRoom()) {
    this.#source = source
    this.#bytes = room
  }

  /** The window from the first byte not yet consumed, with more of the file in it; null when all is consumed. */
  next(): Window | null {
    this.#fill()
    if (this.#start === this.#end) {
      return null
    }
    const behind = this.#bytes.lastIndexOf(NEWLINE, this.#end - 1) + 1
    if (behind <= this.#start && !this.#ended) {
      return this.#tooLong() ? this.#broken() : this.next()
    }
    return {
      bytes: this.#bytes,
      start: this.#start,
      limit: behind,
      literal: this.#ended ? 'all' : this.#tooLong() ? 'first' : 'none',
      cutOff: this.#cutOff,
    }
  }

  /** Everything before `offset` of the last window is done with. */
  consume(offset: number): void {
    this.#start = offset
  }

  #tooLong(): boolean {
    return this.#end - this.#start > MOST_RECORD_BYTES
  }

  /** A line of more than a megabyte: closed where it stands, so that reading goes on. */
  #broken(): Window {
    this.#bytes[this.#end - 1] = NEWLINE
    return { bytes: this.#bytes, start: this.#start, limit: this.#end, literal: 'first', cutOff: true }
  }

  #fill(): void {
    if (this.#ended || this.#end - this.#start > MOST_RECORD_BYTES) {
      return
    }
    this.#bytes.copy(this.#bytes, 0, this.#start, this.#end)
    this.#end -= this.#start
    this.#start = 0
    const filled = this.#source.fill(this.#bytes, this.#end, STEP_BYTES)
    this.#end += filled
    if (filled === 0) {
      this.#ended = true
      if (this.#end > 0 && this.#bytes[this.#end - 1] !== NEWLINE) {
        this.#bytes[this.#end] = NEWLINE
        this.#end += 1
        this.#cutOff = true
      }
    }
  }
}
