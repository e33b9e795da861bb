/**
 * What the lines of a month say about commission, column by column in the order of the month's rows.
 *
 * Segments hold only the figures that every report needs; the rest is read from the imported chunks when a settlement is
 * asked for, and the last months that were asked for are kept.
 */

import type { Database } from 'better-sqlite3'

import type { NumberColumn } from '../../shared/domain/line-batch'
import { chunkBytes } from './batches'
import { CHUNK_LINES, decodeNumbers } from './chunk'
import { PackedColumns } from './columns'
import type { MonthColumns } from './shop-columns'

export const AMOUNT_COLUMNS = [
  'price',
  'payment',
  'quantity',
  'returnedQuantity',
  'refundedQuantity',
  'standardRate',
  'adsRate',
  'estimatedBase',
  'actualBase',
  'estimatedStandard',
  'actualStandard',
  'estimatedAds',
  'actualAds',
  'estimatedBonus',
  'actualBonus',
  'estimatedTax',
  'actualTax',
  'delivered',
] as const satisfies readonly NumberColumn[]
export type AmountColumn = (typeof AMOUNT_COLUMNS)[number]

export interface MonthAmounts {
  /** NaN is blank; times in local seconds. */
  readonly numbers: Readonly<Record<AmountColumn, Float64Array>>
  /** 1 yes, 0 no, 2 blank. */
  readonly fullyReturned: Uint8Array
  readonly keys: MonthKeys
}

/** A month's rows by their key, and where the file's own line is. */
export interface MonthKeys {
  readonly orderHigh: Uint32Array
  readonly orderLow: Uint32Array
  readonly sku: Int32Array
  readonly batch: Int32Array
  /** The line's number in its batch. */
  readonly row: Uint32Array
}

/** About 90 MB of columns. */
const ROWS_KEPT = 600_000

export class Amounts {
  private readonly db: Database
  private readonly months = new Map<MonthColumns, Promise<MonthAmounts>>()

  constructor(db: Database) {
    this.db = db
  }

  /** `columns` were read in this same turn: the segment's keys are of the same lines. */
  async of(shopNo: number, columns: MonthColumns): Promise<MonthAmounts> {
    const known = this.months.get(columns)
    this.months.delete(columns)
    const amounts = known ?? this.read(readKeys(this.db, shopNo, columns.month), columns.length)
    this.months.set(columns, amounts)
    this.evict()
    try {
      return await amounts
    } catch (cause) {
      this.months.delete(columns)
      throw cause
    }
  }

  private async read(keys: MonthKeys, length: number): Promise<MonthAmounts> {
    const column = (): Float64Array => new Float64Array(length)
    const numbers = eachColumn(column)
    const fullyReturned = new Uint8Array(length)
    for (const { batchNo, n, rows } of byChunk(keys)) {
      // Unpacked in the thread pool: others have their turn between two chunks.
      const chunk = decodeNumbers(await chunkBytes(this.db, batchNo, n), AMOUNT_COLUMNS)
      const first = n * CHUNK_LINES
      for (const name of AMOUNT_COLUMNS) scatter(numbers[name], chunk.numbers[name], keys.row, rows, first)
      for (const row of rows) fullyReturned[row] = chunk.fullyReturned[keys.row[row]! - first]!
    }
    return { numbers, fullyReturned, keys }
  }

  private evict(): void {
    let rows = 0
    for (const { length } of this.months.keys()) rows += length
    for (const columns of this.months.keys()) {
      if (rows <= ROWS_KEPT || this.months.size === 1) break
      this.months.delete(columns)
      rows -= columns.length
    }
  }
}

/** The keys of a month's rows, in their order. */
export function readKeys(db: Database, shopNo: number, month: number): MonthKeys {
  // The segment is there: its hot columns were read in this same turn, or its version would differ.
  const packed = new PackedColumns(
    db
      .prepare('SELECT keys FROM fact_segments WHERE shop_no = ? AND month = ?')
      .pluck()
      .get(shopNo, month) as Uint8Array,
  )
  const { rows } = packed
  const keys = {
    orderHigh: new Uint32Array(rows),
    orderLow: new Uint32Array(rows),
    sku: new Int32Array(rows),
    batch: new Int32Array(rows),
    row: new Uint32Array(rows),
  }
  for (const [name, target] of Object.entries(keys)) packed.read(name, target)
  return keys
}

interface ChunkRows {
  readonly batchNo: number
  readonly n: number
  /** Rows of the month whose lines it has. */
  readonly rows: Int32Array
}

function byChunk({ batch, row }: MonthKeys): ChunkRows[] {
  const counts = new Map<number, number>()
  const keyOf = (i: number): number => batch[i]! * CHUNKS_PER_BATCH + Math.floor(row[i]! / CHUNK_LINES)
  for (let i = 0; i < batch.length; i++) counts.set(keyOf(i), (counts.get(keyOf(i)) ?? 0) + 1)
  const lists = new Map([...counts].map(([key, count]) => [key, { rows: new Int32Array(count), used: 0 }]))
  for (let i = 0; i < batch.length; i++) {
    const list = lists.get(keyOf(i))!
    list.rows[list.used++] = i
  }
  return [...lists].map(([key, { rows }]) => ({
    batchNo: Math.floor(key / CHUNKS_PER_BATCH),
    n: key % CHUNKS_PER_BATCH,
    rows,
  }))
}

/** More than the lines that a row's number can count. */
const CHUNKS_PER_BATCH = 2 ** 19

function scatter(target: Float64Array, source: Float64Array, row: Uint32Array, rows: Int32Array, first: number): void {
  for (let k = 0; k < rows.length; k++) {
    const i = rows[k]!
    target[i] = source[row[i]! - first]!
  }
}

function eachColumn(make: () => Float64Array): Record<AmountColumn, Float64Array> {
  // The keys are exactly the columns.
  return Object.fromEntries(AMOUNT_COLUMNS.map((name) => [name, make()])) as Record<AmountColumn, Float64Array>
}
