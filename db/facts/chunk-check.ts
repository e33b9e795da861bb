/**
 * Chunks that somebody else packed: read only after everything in them was found to be what `encodeChunk` writes.
 *
 * A chunk that is not is refused, whatever its bytes are; nothing that it says reaches a segment.
 */

import { promisify } from 'node:util'
import { brotliDecompress } from 'node:zlib'

import {
  type LineBatch,
  NUMBER_COLUMNS,
  TEXT_COLUMNS,
  type NumberColumn,
  type TextLists,
} from '../../shared/domain/line-batch'
import { CONTENT_TYPES, ORDER_COLUMNS, ORDER_STATUSES } from '../../shared/domain/orders'
import { AppError } from '../../shared/errors'
import { sha256Of } from './batches'
import { CHUNK_VERSION, decodeChunk, encodeChunk, OtherChunkVersion } from './chunk'
import { type Extent, extentOf, latestSecond } from './extent'
import { decodeIncome, encodeIncome, incomeExtent, incomeProblem, isIncomeChunk } from './income-chunk'

const decompress = promisify(brotliDecompress)

export const MAX_CHUNK_BYTES = 64 * 1024 * 1024
const MAX_RATIO = 200
/** However well it packs, this much is no bomb. */
const HARMLESS_BYTES = 4 * 1024 * 1024
/** 2100-01-01, in seconds. */
const LAST_SECOND = 4_102_444_800
const MAX_MINOR = 9e15
const MAX_COUNT = 0x7fffffff
/** Without these a line is not read from any file. */
const NEVER_BLANK: readonly NumberColumn[] = ['created', 'quantity', 'payment']

export interface CheckedChunk {
  readonly extent: Extent
  readonly maxSecond: number
}

/**
 * Checks packed bytes against their name and every value in them; `source` is what people call the file they came in.
 * Refuses with `sync.unreadable` or, for a chunk of a newer app, `sync.fromFuture`.
 */
export async function checkChunk(sha256: string, packed: Uint8Array, source: string): Promise<CheckedChunk> {
  const bytes = await unpackLimited(packed, source)
  if (sha256Of(bytes) !== sha256) {
    throw new AppError('sync.unreadable', { file: source, reason: 'damaged' })
  }
  try {
    return isIncomeChunk(bytes) ? checkIncome(bytes) : checkOrders(bytes)
  } catch (cause) {
    if (cause instanceof OtherChunkVersion && cause.version > CHUNK_VERSION) {
      const { version } = cause
      throw new AppError('sync.fromFuture', { file: source, version, supported: CHUNK_VERSION }, { cause })
    }
    throw new AppError('sync.unreadable', { file: source, reason: 'malformed' }, { cause })
  }
}

function checkOrders(bytes: Uint8Array): CheckedChunk {
  const { batch, texts } = decodeChunk(bytes)
  refuse(problemOf(batch, texts), bytes, () => encodeChunk(batch, texts))
  return { extent: extentOf(batch), maxSecond: latestSecond(batch, 0) }
}

function checkIncome(bytes: Uint8Array): CheckedChunk {
  const batch = decodeIncome(bytes)
  refuse(incomeProblem(batch), bytes, () => encodeIncome(batch))
  const { maxSecond, ...extent } = incomeExtent(batch)
  return { extent, maxSecond }
}

/** The very bytes of these lines: so nothing else can hide in them, and equal lines stay one chunk. */
function refuse(problem: string | null, bytes: Uint8Array, encoded: () => Uint8Array): void {
  if (problem !== null || !Buffer.from(bytes).equals(encoded())) {
    throw new RangeError(problem ?? 'not packed as these lines are')
  }
}

async function unpackLimited(packed: Uint8Array, source: string): Promise<Uint8Array> {
  const limit = Math.min(MAX_CHUNK_BYTES, Math.max(HARMLESS_BYTES, packed.length * MAX_RATIO))
  try {
    return await decompress(packed, { maxOutputLength: limit })
  } catch (cause) {
    const tooLarge = cause instanceof Error && 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE'
    throw new AppError('sync.unreadable', { file: source, reason: tooLarge ? 'tooLarge' : 'damaged' }, { cause })
  }
}

/** What is wrong with lines, or null. */
function problemOf(batch: LineBatch, texts: TextLists): string | null {
  const { length } = batch
  const codes = [
    ['status', batch.status, ORDER_STATUSES.length],
    ['contentType', batch.contentType, CONTENT_TYPES.length],
    ['fullyReturned', batch.fullyReturned, 3],
  ] as const
  for (const [name, values, limit] of codes) {
    for (let i = 0; i < length; i++) if (values[i]! >= limit) return `${name} ${values[i]}`
  }
  const { orderId } = batch.idsHigh
  const low = batch.idsLow.orderId
  for (let i = 0; i < length; i++) if (orderId[i] === 0 && low[i] === 0) return 'a line without an order'
  return textProblem(batch, texts) ?? numberProblem(batch)
}

function textProblem({ texts, length }: LineBatch, lists: TextLists): string | null {
  for (const column of TEXT_COLUMNS) {
    const { values } = lists[column]
    if (values.length > length) return `${column} has more texts than lines`
    for (const value of values) {
      if (typeof value !== 'string' || value === '') return `${column} holds no text`
    }
    const places = texts[column]
    for (let i = 0; i < length; i++) {
      if (places[i]! < -1 || places[i]! >= values.length) return `${column} points nowhere`
    }
  }
  return null
}

function numberProblem({ numbers, length }: LineBatch): string | null {
  for (const column of NUMBER_COLUMNS) {
    const [least, most] = rangeOf(column)
    const values = numbers[column]
    for (let i = 0; i < length; i++) {
      const value = values[i]!
      const fits = value >= least && value <= most && Number.isInteger(value)
      if (!fits && (NEVER_BLANK.includes(column) || !Number.isNaN(value))) return `${column} ${value}`
    }
  }
  return null
}

function rangeOf(column: NumberColumn): readonly [least: number, most: number] {
  switch (ORDER_COLUMNS[column]) {
    case 'time':
      return [0, LAST_SECOND]
    case 'money':
      return [-MAX_MINOR, MAX_MINOR]
    case 'count':
    case 'rate':
      return [0, MAX_COUNT]
  }
}
