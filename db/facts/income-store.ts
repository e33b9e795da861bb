/**
 * What income files say, merged: each line once, however many live files hold it, by shop and month.
 *
 * A month is always worked out as a whole from the chunks of the live files that reach into it. Of files that tell the
 * same line the most believed one's details count, so the outcome depends on which files are live and on nothing else.
 */

import type { Database } from 'better-sqlite3'

import { comparePrecedence, incomeBatchesOf, readIncomeChunk } from './batches'
import { CHUNK_LINES } from './chunk'
import { IdMap } from './id-map'
import { incomeMonth } from './income-chunk'
import {
  addIncomeRow,
  grownRows,
  type IncomePlaces,
  type IncomeRows,
  newIncomeRows,
  packIncomeRows,
  unpackIncomePlaces,
  unpackIncomeRows,
} from './income-rows'
import { Pacer } from './pacer'
import type { FactBatch } from './types'

/** Works months of a shop out again, in the caller's transaction; answers how many lines each has then. */
export async function refreshIncome(
  db: Database,
  shopNo: number,
  months: Iterable<number>,
): Promise<ReadonlyMap<number, number>> {
  const lines = new Map<number, number>()
  const put = db.prepare('INSERT OR REPLACE INTO income_segments (shop_no, month, lines, bytes) VALUES (?, ?, ?, ?)')
  const remove = db.prepare('DELETE FROM income_segments WHERE shop_no = ? AND month = ?')
  for (const month of new Set(months)) {
    const rows = await mergedMonth(db, shopNo, month)
    lines.set(month, rows.length)
    if (rows.length === 0) remove.run(shopNo, month)
    else put.run(shopNo, month, rows.length, packIncomeRows(rows))
  }
  return lines
}

/** A month's lines from the chunks. */
async function mergedMonth(db: Database, shopNo: number, month: number): Promise<IncomeRows> {
  const pacer = new Pacer()
  const known = new IdMap()
  let rows = newIncomeRows(1024)
  for (const batch of believedFirst(db, shopNo)) {
    for (const n of chunksOfMonth(db, batch.no, month)) {
      const lines = await readIncomeChunk(db, batch.no, n)
      rows = grownRows(rows, rows.length + lines.length)
      for (let i = 0; i < lines.length; i++) {
        if (incomeMonth(lines, i) !== month || known.get(lines.hash0[i]!, lines.hash1[i]!) !== 0) continue
        known.add(lines.hash0[i]!, lines.hash1[i]!, 1)
        addIncomeRow(rows, lines, i, batch.no, n * CHUNK_LINES + i)
      }
      await pacer.breathe()
    }
  }
  return rows
}

function believedFirst(db: Database, shopNo: number): FactBatch[] {
  return incomeBatchesOf(db, shopNo)
    .filter(({ live }) => live)
    .toSorted((a, b) => comparePrecedence(b, a))
}

function chunksOfMonth(db: Database, batchNo: number, month: number): number[] {
  return db
    .prepare<[number, number], number>(
      `SELECT n FROM fact_chunks WHERE batch_no = ? AND EXISTS (SELECT 1 FROM json_each(months) WHERE value = ?) ORDER BY n`,
    )
    .pluck()
    .all(batchNo, month)
}

/** Months that a batch has lines in. */
export function monthsOfBatch(db: Database, batchNo: number): number[] {
  return db
    .prepare<[number], number>(
      'SELECT DISTINCT value FROM fact_chunks, json_each(months) WHERE batch_no = ? ORDER BY value',
    )
    .pluck()
    .all(batchNo)
}

/** A shop's merged lines of one month, or null. */
export function incomeRows(db: Database, shopNo: number, month: number): IncomeRows | null {
  const bytes = segmentOf(db, shopNo, month)
  return bytes === undefined ? null : unpackIncomeRows(bytes)
}

/** Where the lines of a month are and which orders they are about, or null. */
export function incomePlaces(db: Database, shopNo: number, month: number): IncomePlaces | null {
  const bytes = segmentOf(db, shopNo, month)
  return bytes === undefined ? null : unpackIncomePlaces(bytes)
}

function segmentOf(db: Database, shopNo: number, month: number): Uint8Array | undefined {
  return db
    .prepare<[number, number], Uint8Array>('SELECT bytes FROM income_segments WHERE shop_no = ? AND month = ?')
    .pluck()
    .get(shopNo, month)
}

/** Months of which a shop has lines, in order; 0: lines without a day. */
export function incomeMonths(db: Database, shopNo: number): number[] {
  return db
    .prepare<[number], number>('SELECT month FROM income_segments WHERE shop_no = ? ORDER BY month')
    .pluck()
    .all(shopNo)
}

/** Works every shop's months out again, in the caller's transaction. */
export async function rebuildIncome(db: Database): Promise<void> {
  db.exec('DELETE FROM income_segments')
  for (const { shopNo, months } of allMonths(db)) await refreshIncome(db, shopNo, months)
}

function allMonths(db: Database): { readonly shopNo: number; readonly months: readonly number[] }[] {
  const shops = db.prepare<[], number>('SELECT no FROM dim_shops ORDER BY no').pluck().all()
  return shops.map((shopNo) => ({
    shopNo,
    months: incomeBatchesOf(db, shopNo)
      .filter(({ live }) => live)
      .flatMap(({ no }) => monthsOfBatch(db, no)),
  }))
}

/** Months whose stored lines are not those of the chunks. */
export async function incomeDifferences(db: Database): Promise<string[]> {
  const problems: string[] = []
  for (const { shopNo, months } of allMonths(db)) {
    for (const month of new Set([...months, ...incomeMonths(db, shopNo)])) {
      const rows = await mergedMonth(db, shopNo, month)
      const stored = db
        .prepare<[number, number], { lines: number; bytes: Uint8Array }>(
          'SELECT lines, bytes FROM income_segments WHERE shop_no = ? AND month = ?',
        )
        .get(shopNo, month)
      const same =
        stored === undefined
          ? rows.length === 0
          : stored.lines === rows.length && Buffer.from(packIncomeRows(rows)).equals(stored.bytes)
      if (!same) problems.push(`${shopNo}/${month}`)
    }
  }
  return problems
}
