/**
 * Importing one file's lines: kept as chunks in file order, merged into the segments as they come.
 *
 * Memory stays flat: what is pending is merged once it passes a fixed number of lines. Everything happens in the
 * caller's transaction.
 */

import type { Database } from 'better-sqlite3'

import type { LineBatch, TextLists } from '../../shared/domain/line-batch'
import { ORDER_KINDS } from '../../shared/domain/orders'
import { comparePrecedence, factBatchesOf, findFactBatch, type Precedence, precedenceRanks } from './batches'
import { ChunkWriter } from './chunk-writer'
import { DimNumbers, shopNumber } from './dims'
import { feedBatch } from './feed'
import { contentOf } from './manifest'
import { Merger } from './merge'
import { Pacer } from './pacer'
import { Pending } from './pending'
import { SegmentStore } from './segment-store'
import { chunkHashes } from './standing'
import type { FactBatch, FactImport, ImportResult, ImportSpec } from './types'

export const FLUSH_LINES = 500_000

export interface ImportOptions {
  /** Lines that may be pending; smaller only in tests. */
  readonly flushLines?: number
}

/** Starts an import. Throws where the batch is already there and live. */
export function beginImport(db: Database, spec: ImportSpec, options: ImportOptions = {}): FactImport {
  return new RunningImport(db, spec, options.flushLines ?? FLUSH_LINES)
}

class RunningImport implements FactImport {
  private readonly db: Database
  private readonly spec: ImportSpec
  private readonly flushLines: number
  private readonly shopNo: number
  private readonly batchNo: number
  private readonly others: readonly FactBatch[]
  private readonly store: SegmentStore
  private readonly dims: DimNumbers
  private readonly merger: Merger
  private readonly chunks: ChunkWriter
  private readonly pacer = new Pacer()
  private readonly pending = new Pending()
  private outside = 0
  private closed = false

  constructor(db: Database, spec: ImportSpec, flushLines: number) {
    this.db = db
    this.spec = spec
    this.flushLines = flushLines
    const write = spec.dryRun !== true
    this.shopNo = shopNumber(db, spec.shopId, write)
    const known = findFactBatch(db, spec.batchId)
    if (write && known?.live === true) {
      throw new Error(`batch ${spec.batchId} is already there`)
    }
    // COALESCE always answers with one number.
    const next = db.prepare('SELECT COALESCE(MAX(no), 0) + 1 FROM fact_batches').pluck().get() as number
    this.batchNo = write ? (known?.no ?? next) : next
    this.others = factBatchesOf(db, this.shopNo).filter(({ live, no }) => live && no !== this.batchNo)
    this.store = new SegmentStore(db, write ? 'workspace' : 'preview')
    this.dims = this.newDims()
    this.merger = new Merger(this.store, this.shopNo, this.ranks(this.precedence(Infinity)), this.pacer)
    this.chunks = new ChunkWriter(db, write ? this.batchNo : null)
    if (write && known !== undefined) {
      forgetBatch(db, known.no)
    }
  }

  async add(batch: LineBatch, texts: TextLists): Promise<void> {
    for (let from = 0; from < batch.length && !this.closed;) {
      const firstRow = this.chunks.rows - this.chunks.buffer.length
      const start = this.chunks.buffer.length
      const took = this.chunks.append(batch, texts, from, this.spec.period ?? null)
      from += took.read
      this.outside += took.outside
      this.pending.add(
        this.chunks.buffer,
        texts,
        this.dims,
        this.batchNo,
        firstRow,
        range(start, this.chunks.buffer.length),
      )
      await this.chunks.sealIfFull()
      await this.pacer.breathe()
    }
    if (this.pending.rows.length >= this.flushLines) {
      await this.flush()
    }
  }

  async finish(): Promise<ImportResult> {
    // The last chunk is packed in the thread pool while its lines are merged here.
    await Promise.all([this.chunks.close(), this.flush()])
    const precedence = this.precedence(this.chunks.maxSecond)
    await this.yieldToNewer(precedence)
    if (this.spec.dryRun !== true) {
      this.record(precedence)
    }
    this.close()
    return {
      ...this.merger.counts,
      outside: this.outside,
      rows: this.chunks.rows,
      batchNo: this.spec.dryRun === true ? null : this.batchNo,
      creators: [...this.dims.creators.values()],
      products: this.dims.products,
    }
  }

  private newDims(): DimNumbers {
    const { shopId, recordIds, dryRun } = this.spec
    return new DimNumbers(this.db, { shopId, shopNo: this.shopNo, recordIds, write: dryRun !== true })
  }

  abort(): void {
    this.pending.clear()
    this.chunks.abort()
    this.close()
  }

  private close(): void {
    if (!this.closed) {
      this.closed = true
      this.store.close()
    }
  }

  private async flush(): Promise<void> {
    await this.merger.merge(this.pending.rows)
    this.pending.clear()
  }

  /** The file's standing; before its last line is read its latest second is not known and taken as endless. */
  private precedence(maxSecond: number): Precedence {
    const { batchId: id, kind, asof, toInstant } = this.spec
    return {
      id,
      kindRank: ORDER_KINDS[kind].rank,
      asof: asof ?? (maxSecond === Infinity ? Infinity : toInstant(maxSecond)),
      maxSecond,
    }
  }

  private ranks(precedence: Precedence): Int32Array {
    return precedenceRanks([...this.others, { ...precedence, no: this.batchNo }])
  }

  /** Gives lines back to files that turn out to be newer now that this one's latest second is known. */
  private async yieldToNewer(precedence: Precedence): Promise<void> {
    const hoped = this.precedence(Infinity)
    const newer = this.others.filter(
      (other) => comparePrecedence(hoped, other) > 0 && comparePrecedence(precedence, other) < 0,
    )
    const ranks = newer.length > 0 ? this.ranks(precedence) : null
    for (const other of newer) {
      const merger = new Merger(this.store, this.shopNo, ranks!, this.pacer)
      // Numbers of its own: what the other file names is not named by this one.
      await feedBatch(this.db, other, { dims: this.newDims(), merger, pacer: this.pacer, orders: null })
      const { counts } = this.merger
      counts.updated -= merger.counts.updated
      counts.unchanged += merger.counts.updated
      counts.older += merger.counts.updated
    }
  }

  private record({ id, kindRank, asof, maxSecond }: Precedence): void {
    const { db, batchNo, shopNo } = this
    db.prepare(
      'INSERT INTO fact_batches (no, id, shop_no, kind_rank, asof, max_second, rows, live, content) VALUES (?, ?, ?, ?, ?, ?, ?, 1, ?)',
    ).run(batchNo, id, shopNo, kindRank, asof, maxSecond, this.chunks.rows, contentOf(chunkHashes(db, batchNo)))
    recordNames(db, batchNo, this.dims)
    bumpVersion(db, shopNo)
  }
}

export const CREATORS = 1
export const PRODUCTS = 2

/** Tells caches that the shop's lines are others now. */
export function bumpVersion(db: Database, shopNo: number): void {
  db.prepare('UPDATE dim_shops SET version = version + 1 WHERE no = ?').run(shopNo)
}

/** Notes who and what a batch names. */
export function recordNames(db: Database, batchNo: number, dims: DimNumbers): void {
  const add = db.prepare('INSERT INTO fact_batch_dims (batch_no, kind, dim_no, name) VALUES (?, ?, ?, ?)')
  for (const { no } of dims.creators.values()) add.run(batchNo, CREATORS, no, null)
  for (const { no, name } of dims.products) add.run(batchNo, PRODUCTS, no, name)
}

export function forgetBatch(db: Database, no: number): void {
  for (const table of ['fact_chunks', 'fact_batch_dims']) {
    db.prepare(`DELETE FROM ${table} WHERE batch_no = ?`).run(no)
  }
  db.prepare('DELETE FROM fact_batches WHERE no = ?').run(no)
}

function range(from: number, to: number): Int32Array {
  const numbers = new Int32Array(to - from)
  for (let i = from; i < to; i++) numbers[i - from] = i
  return numbers
}
