/** The imported files behind the facts: who they are, who is believed before whom, and their chunks. */

import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, brotliDecompress, constants } from 'node:zlib'

import type { Database } from 'better-sqlite3'

import { IMPORT_KINDS } from '../../shared/domain/imports'
import type { IncomeBatch } from '../../shared/domain/income/batch'
import type { LineBatch, TextLists } from '../../shared/domain/line-batch'
import { decodeChunk } from './chunk'
import { latestSecond } from './extent'
import { decodeIncome, incomeExtent, isIncomeChunk } from './income-chunk'
import type { FactBatch } from './types'

const compress = promisify(brotliCompress)
const decompress = promisify(brotliDecompress)

/** Higher packs little better and costs far more than the parsing. */
const QUALITY = 3

export interface StoredChunk {
  readonly n: number
  readonly sha256: string
  readonly rows: number
  readonly months: readonly number[]
  readonly orderMin: string
  readonly orderMax: string
  readonly bytes: Uint8Array
}

type BatchRow = Omit<FactBatch, 'live'> & { readonly live: number }

const BATCHES = `SELECT b.no, b.id, s.id AS shopId, b.kind_rank AS kindRank, b.asof, b.max_second AS maxSecond, b.rows, b.live
  FROM fact_batches b JOIN dim_shops s ON s.no = b.shop_no`

export function findFactBatch(db: Database, batchId: string): FactBatch | undefined {
  // The statement's columns are the type's.
  const row = db.prepare(`${BATCHES} WHERE b.id = ?`).get(batchId) as BatchRow | undefined
  return row === undefined ? undefined : { ...row, live: row.live === 1 }
}

/** All files of a shop with order lines, also those taken back; by number. */
export function factBatchesOf(db: Database, shopNo: number): FactBatch[] {
  return batchesOf(db, shopNo, 'b.kind_rank > 0')
}

/** All income files of a shop, also those taken back; by number. */
export function incomeBatchesOf(db: Database, shopNo: number): FactBatch[] {
  return batchesOf(db, shopNo, `b.kind_rank = ${IMPORT_KINDS.income.rank}`)
}

/** Whether a file's lines are those of an income file. */
export function isIncome({ kindRank }: Pick<FactBatch, 'kindRank'>): boolean {
  return kindRank === IMPORT_KINDS.income.rank
}

function batchesOf(db: Database, shopNo: number, which: string): FactBatch[] {
  // The statement's columns are the type's.
  const rows = db.prepare(`${BATCHES} WHERE b.shop_no = ? AND ${which} ORDER BY b.no`).all(shopNo) as BatchRow[]
  return rows.map((row) => ({ ...row, live: row.live === 1 }))
}

/** What decides between two files that hold the same line. */
export type Precedence = Pick<FactBatch, 'kindRank' | 'asof' | 'maxSecond' | 'id'>

/** Above 0 where `a` is believed before `b`: by kind, then export time, then latest second in the file, then id. */
export function comparePrecedence(a: Precedence, b: Precedence): number {
  return (
    a.kindRank - b.kindRank || a.asof - b.asof || a.maxSecond - b.maxSecond || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  )
}

/** By batch number: its place among all batches of the shop, the most believed highest. */
export function precedenceRanks(batches: readonly (Precedence & { readonly no: number })[]): Int32Array {
  const ranks = new Int32Array(batches.reduce((most, { no }) => Math.max(most, no), 0) + 1)
  const sorted = batches.toSorted(comparePrecedence)
  sorted.forEach(({ no }, rank) => (ranks[no] = rank + 1))
  return ranks
}

/** Packs a chunk's canonical bytes in the thread pool. */
export async function packChunk(bytes: Uint8Array): Promise<{ readonly sha256: string; readonly packed: Uint8Array }> {
  const params = { [constants.BROTLI_PARAM_QUALITY]: QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length }
  const packed = await compress(bytes, { params })
  return { sha256: sha256Of(bytes), packed }
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

export function chunkNumbers(db: Database, batchNo: number): number[] {
  // A list of one integer column.
  return db.prepare('SELECT n FROM fact_chunks WHERE batch_no = ? ORDER BY n').pluck().all(batchNo) as number[]
}

/** A chunk's order lines; throws where the stored bytes are not those that were stored. */
export async function readChunk(
  db: Database,
  batchNo: number,
  n: number,
): Promise<{ readonly batch: LineBatch; readonly texts: TextLists }> {
  return decodeChunk(await chunkBytes(db, batchNo, n))
}

/** A chunk's lines of an income file; throws as `readChunk` does. */
export async function readIncomeChunk(db: Database, batchNo: number, n: number): Promise<IncomeBatch> {
  return decodeIncome(await chunkBytes(db, batchNo, n))
}

/** How many lines a chunk has, whatever they are of, and the latest second in them; throws as `readChunk` does. */
export async function readExtent(
  db: Database,
  batchNo: number,
  n: number,
): Promise<{ readonly rows: number; readonly maxSecond: number }> {
  const bytes = await chunkBytes(db, batchNo, n)
  if (isIncomeChunk(bytes)) return incomeExtent(decodeIncome(bytes))
  const { batch } = decodeChunk(bytes)
  return { rows: batch.length, maxSecond: latestSecond(batch, 0) }
}

/** The canonical bytes of a chunk; throws where the stored bytes are not those that were stored. */
export async function chunkBytes(db: Database, batchNo: number, n: number): Promise<Uint8Array> {
  // The statement's columns.
  const row = db.prepare('SELECT sha256, bytes FROM fact_chunks WHERE batch_no = ? AND n = ?').get(batchNo, n) as
    | { sha256: string; bytes: Uint8Array }
    | undefined
  if (row === undefined) {
    throw new Error(`chunk ${n} of batch ${batchNo} is missing`)
  }
  const bytes = await decompress(row.bytes)
  if (sha256Of(bytes) !== row.sha256) {
    throw new Error(`chunk ${n} of batch ${batchNo} is not what its hash says`)
  }
  return bytes
}
