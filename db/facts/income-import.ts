/**
 * Importing one income file's lines: kept as chunks in file order, each key once, then merged by month.
 *
 * Everything happens in the caller's transaction; a dry run counts the same and writes nothing.
 */

import type { Database } from 'better-sqlite3'

import { clearBatch, dropLast, appendLine, type IncomeLine } from '../../shared/domain/income/line'
import { newIncomeBatch } from '../../shared/domain/income/batch'
import { IMPORT_KINDS } from '../../shared/domain/imports'
import { findFactBatch } from './batches'
import { CHUNK_LINES } from './chunk'
import { ChunkStore } from './chunk-writer'
import { shopNumber } from './dims'
import { IdMap } from './id-map'
import { bumpVersion, forgetBatch } from './import'
import { encodeIncome, incomeExtent, incomeMonth } from './income-chunk'
import { incomeRows, refreshIncome } from './income-store'
import { contentOf } from './manifest'
import { Pacer } from './pacer'
import { chunkHashes } from './standing'
import type { ImportResult, ImportSpec } from './types'

export type IncomeSpec = Pick<ImportSpec, 'batchId' | 'shopId' | 'period' | 'dryRun'> & { readonly asof: number }

export class IncomeImport {
  private readonly db: Database
  private readonly spec: IncomeSpec
  private readonly shopNo: number
  private readonly batchNo: number
  private readonly buffer = newIncomeBatch(CHUNK_LINES)
  private readonly chunks: ChunkStore
  private readonly keys = new IdMap()
  private readonly months = new Set<number>()
  private readonly pacer = new Pacer()
  private rows = 0
  private repeated = 0
  private outside = 0
  private maxSecond = 0

  /** Throws where the batch is already there and live. */
  constructor(db: Database, spec: IncomeSpec) {
    this.db = db
    this.spec = spec
    const write = spec.dryRun !== true
    this.shopNo = shopNumber(db, spec.shopId, write)
    const known = findFactBatch(db, spec.batchId)
    if (write && known?.live === true) throw new Error(`batch ${spec.batchId} is already there`)
    // COALESCE always answers with one number.
    const next = db.prepare<[], number>('SELECT COALESCE(MAX(no), 0) + 1 FROM fact_batches').pluck().get()!
    this.batchNo = known?.no ?? next
    this.chunks = new ChunkStore(db, write ? this.batchNo : null)
    if (write && known !== undefined) forgetBatch(db, known.no)
  }

  /** Takes a line; one whose key the file had before is only counted. */
  async add(line: IncomeLine): Promise<void> {
    const { period } = this.spec
    const day = Number.isNaN(line.settled) ? line.created : line.settled
    if (period !== undefined && !(day >= period.from && day <= period.to)) {
      this.outside++
      return
    }
    const { buffer } = this
    appendLine(buffer, line)
    const at = buffer.length - 1
    if (this.keys.get(buffer.hash0[at]!, buffer.hash1[at]!) !== 0) {
      this.repeated++
      dropLast(buffer)
      return
    }
    this.rows++
    this.keys.add(buffer.hash0[at]!, buffer.hash1[at]!, this.rows)
    this.months.add(incomeMonth(buffer, at))
    if (buffer.length === CHUNK_LINES) await this.seal()
  }

  /** `asof` as it is known by now. */
  async finish(asof = this.spec.asof): Promise<ImportResult> {
    if (this.buffer.length > 0) await this.seal()
    await this.chunks.settled()
    const unchanged = await this.knownLines()
    if (this.spec.dryRun !== true) await this.record(asof)
    return {
      inserted: this.rows - unchanged,
      updated: 0,
      unchanged,
      repeated: this.repeated,
      older: 0,
      outside: this.outside,
      rows: this.rows,
      batchNo: this.spec.dryRun === true ? null : this.batchNo,
      creators: [],
      products: [],
    }
  }

  abort(): void {
    this.chunks.abort()
  }

  private async seal(): Promise<void> {
    const { maxSecond, ...extent } = incomeExtent(this.buffer)
    this.maxSecond = Math.max(this.maxSecond, maxSecond)
    if (this.chunks.keeps) await this.chunks.put(encodeIncome(this.buffer), extent)
    clearBatch(this.buffer)
    await this.pacer.breathe()
  }

  /** Lines of the file that live files have told already. */
  private async knownLines(): Promise<number> {
    let known = 0
    for (const month of this.months) {
      const rows = incomeRows(this.db, this.shopNo, month)
      for (let i = 0; i < (rows?.length ?? 0); i++) {
        if (this.keys.get(rows!.hash0[i]!, rows!.hash1[i]!) !== 0) known++
      }
      await this.pacer.breathe()
    }
    return known
  }

  private async record(asof: number): Promise<void> {
    const { db, batchNo, shopNo } = this
    db.prepare(
      'INSERT INTO fact_batches (no, id, shop_no, kind_rank, asof, max_second, rows, live, content) VALUES (?, ?, ?, ?, ?, ?, ?, 1, ?)',
    ).run(
      batchNo,
      this.spec.batchId,
      shopNo,
      IMPORT_KINDS.income.rank,
      asof,
      this.maxSecond,
      this.rows,
      contentOf(chunkHashes(db, batchNo)),
    )
    await refreshIncome(db, shopNo, this.months)
    bumpVersion(db, shopNo)
  }
}
