/**
 * A delimited file as UTF-8 bytes, whatever it is encoded in and however its lines end.
 *
 * Reads are synchronous and small: the caller decides when to let others run.
 */

import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { isUtf8 } from 'node:buffer'
import { TextDecoder } from 'node:util'
import { AppError } from '../../../shared/errors'
import { NEWLINE } from './csv-records'

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'

export interface TextFormat {
  readonly encoding: TextEncoding
  /** Told by a byte order mark or by the bytes being valid UTF-8; otherwise it is a guess. */
  readonly certain: boolean
  /** Bytes of the byte order mark. */
  readonly skip: number
  /** Lines end in CR alone, as old spreadsheets write them. */
  readonly bareReturns: boolean
}

/** Files beyond this are refused. */
export const MOST_FILE_BYTES = 4 * 2 ** 30
const RETURN = 13

/** The encoding of a file, from some of its bytes. `whole`: there are no others. Refuses what is no text at all. */
export function detectFormat(head: Buffer, file: string, whole: boolean): TextFormat {
  const mark = markOf(head)
  const encoding = mark?.encoding ?? withoutMark(head, file, whole)
  const text =
    encoding === 'utf-8' || encoding === 'gb18030' ? head : Buffer.from(new TextDecoder(encoding).decode(head))
  const newline = text.indexOf(NEWLINE)
  const bareReturns = newline < 0 && text.includes(RETURN)
  return { encoding, certain: mark !== null || encoding === 'utf-8', skip: mark?.skip ?? 0, bareReturns }
}

function markOf(head: Buffer): { encoding: TextEncoding; skip: number } | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) {
    return { encoding: 'utf-8', skip: 3 }
  }
  if (head[0] === 0xff && head[1] === 0xfe) {
    return { encoding: 'utf-16le', skip: 2 }
  }
  return head[0] === 0xfe && head[1] === 0xff ? { encoding: 'utf-16be', skip: 2 } : null
}

function withoutMark(head: Buffer, file: string, whole: boolean): TextEncoding {
  if (countBinary(head) > head.length / 1000) {
    throw new AppError('import.unreadable', { file, reason: 'notText' })
  }
  return isUtf8(whole ? head : untilWholeSign(head)) ? 'utf-8' : 'gb18030'
}

/** Bytes that text does not have; a loop, since a callback for each of a megabyte takes longer than reading them. */
function countBinary(bytes: Buffer): number {
  let count = 0
  for (let i = 0; i < bytes.length; i += 1) {
    const byte = bytes[i] ?? 0
    count += byte < 9 || (byte > 13 && byte < 27) ? 1 : 0
  }
  return count
}

/** The bytes without a sign that their end may have cut. */
function untilWholeSign(bytes: Buffer): Buffer {
  let end = bytes.length
  for (let back = 1; back <= 4 && back <= bytes.length; back += 1) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte >= 0xc0) {
      end = bytes.length - back
    }
    if (byte < 0x80 || byte >= 0xc0) {
      break
    }
  }
  return bytes.subarray(0, end)
}

export class TextSource {
  readonly size: number
  readonly format: TextFormat
  #fd: number
  #position: number
  readonly #decoder: TextDecoder | null

  constructor(file: string, format: TextFormat, from = format.skip) {
    this.#fd = openSync(file, 'r')
    this.size = fstatSync(this.#fd).size
    this.format = format
    this.#position = from
    this.#decoder = format.encoding === 'utf-8' ? null : new TextDecoder(format.encoding)
  }

  /** Bytes of the file read so far. */
  get done(): number {
    return this.#position
  }

  /** Reads about `length` bytes of the file into `into` at `at` (three times as much room is needed); 0 at the end. */
  fill(into: Buffer, at: number, length: number): number {
    let filled = 0
    while (filled === 0) {
      const read = readSync(this.#fd, into, at, length, this.#position)
      if (read === 0) {
        return 0
      }
      this.#position += read
      // A part of a sign decodes to nothing yet.
      filled =
        this.#decoder === null
          ? read
          : into.write(this.#decoder.decode(into.subarray(at, at + read), { stream: true }), at)
    }
    if (this.format.bareReturns) {
      for (let i = at; i < at + filled; i += 1) {
        if (into[i] === RETURN) {
          into[i] = NEWLINE
        }
      }
    }
    return filled
  }

  close(): void {
    if (this.#fd >= 0) {
      closeSync(this.#fd)
      this.#fd = -1
    }
  }
}
