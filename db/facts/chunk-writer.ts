/** Gathers a file's lines into full chunks and stores them; packing happens in the thread pool meanwhile. */

import type { Database, Statement } from 'better-sqlite3'

import {
  ID_COLUMNS,
  type LineBatch,
  newLineBatch,
  NUMBER_COLUMNS,
  TEXT_COLUMNS,
  type TextLists,
} from '../../shared/domain/line-batch'
import { packChunk } from './batches'
import { CHUNK_LINES, encodeChunk } from './chunk'
import { type Extent, extentOf, latestSecond } from './extent'

const DAY_SECONDS = 86_400

// More would only hold memory: there are as many threads at work as the machine gives.
const IN_FLIGHT = 2

type Columns = readonly (Uint8Array | Uint32Array | Int32Array | Float64Array)[]

/** Packs chunks in the thread pool and stores them in order, a few at a time. */
export class ChunkStore {
  private sealed = 0
  private readonly flying: Promise<void>[] = []
  private readonly insert: Statement | null
  private readonly batchNo: number | null
  private aborted = false

  /** `batchNo` null: nothing is stored. */
  constructor(db: Database, batchNo: number | null) {
    this.batchNo = batchNo
    this.insert =
      batchNo === null
        ? null
        : db.prepare(
            'INSERT INTO fact_chunks (batch_no, n, sha256, rows, months, order_min, order_max, bytes) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
          )
  }

  get keeps(): boolean {
    return this.insert !== null
  }

  /** Takes a chunk's canonical bytes; waits where too many are on their way. */
  async put(bytes: Uint8Array, extent: Extent): Promise<void> {
    const n = this.sealed++
    this.flying.push(this.store(n, bytes, extent))
    if (this.flying.length > IN_FLIGHT) {
      await this.flying.shift()
    }
  }

  /** Afterwards every chunk is in the table. */
  async settled(): Promise<void> {
    await Promise.all(this.flying)
  }

  abort(): void {
    this.aborted = true
  }

  private async store(n: number, bytes: Uint8Array, extent: Extent): Promise<void> {
    const { sha256, packed } = await packChunk(bytes)
    if (!this.aborted) {
      this.insert?.run(
        this.batchNo,
        n,
        sha256,
        extent.rows,
        JSON.stringify(extent.months),
        extent.orderMin,
        extent.orderMax,
        packed,
      )
    }
  }
}

export class ChunkWriter {
  /** The lines of the chunk being filled; another object after it has grown. */
  buffer = newLineBatch(2048)
  /** Lines taken so far, those of the buffer included. */
  rows = 0
  /** The latest of all times in the lines taken. */
  maxSecond = 0
  private texts: TextLists | null = null
  private readonly store: ChunkStore

  /** `batchNo` null: nothing is stored. */
  constructor(db: Database, batchNo: number | null) {
    this.store = new ChunkStore(db, batchNo)
  }

  /** Copies lines from `from` on, as many as the chunk has room for; those outside the period are passed over. */
  append(
    batch: LineBatch,
    texts: TextLists,
    from: number,
    period: { readonly from: number; readonly to: number } | null,
  ): { readonly read: number; readonly outside: number } {
    this.texts = texts
    const start = this.buffer.length
    const read = Math.min(CHUNK_LINES - start, batch.length - from)
    this.reserve(start + read)
    const { buffer } = this
    const source = columnsOf(batch)
    const target = columnsOf(buffer)
    let taken = read
    if (period === null) {
      target.forEach((column, c) => column.set(source[c]!.subarray(from, from + read), start))
    } else {
      taken = 0
      for (let i = from; i < from + read; i++) {
        const day = Math.floor(batch.numbers.created[i]! / DAY_SECONDS)
        if (day >= period.from && day <= period.to) {
          target.forEach((column, c) => (column[start + taken] = source[c]![i]!))
          taken++
        }
      }
    }
    buffer.length = start + taken
    this.rows += taken
    this.maxSecond = Math.max(this.maxSecond, latestSecond(buffer, start))
    return { read, outside: read - taken }
  }

  async sealIfFull(): Promise<void> {
    if (this.buffer.length === CHUNK_LINES) {
      await this.seal()
    }
  }

  /** Stores what is left; afterwards every chunk is in the table. */
  async close(): Promise<void> {
    if (this.buffer.length > 0) {
      await this.seal()
    }
    await this.store.settled()
  }

  abort(): void {
    this.store.abort()
  }

  private reserve(lines: number): void {
    if (lines > this.buffer.row.length) {
      const grown = newLineBatch(Math.min(CHUNK_LINES, Math.max(lines, this.buffer.row.length * 4)))
      const source = columnsOf(this.buffer)
      columnsOf(grown).forEach((column, c) => column.set(source[c]!.subarray(0, this.buffer.length)))
      grown.length = this.buffer.length
      this.buffer = grown
    }
  }

  private async seal(): Promise<void> {
    const { buffer, texts, store } = this
    if (store.keeps && texts !== null) await store.put(encodeChunk(buffer, texts), extentOf(buffer))
    buffer.length = 0
  }
}

function columnsOf(batch: LineBatch): Columns {
  return [
    batch.row,
    batch.hash0,
    batch.hash1,
    batch.status,
    batch.contentType,
    batch.fullyReturned,
    ...ID_COLUMNS.flatMap((column) => [batch.idsHigh[column], batch.idsLow[column]]),
    ...TEXT_COLUMNS.map((column) => batch.texts[column]),
    ...NUMBER_COLUMNS.map((column) => batch.numbers[column]),
  ]
}
