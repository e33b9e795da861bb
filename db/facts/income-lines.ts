/** Single lines of income files with everything the files said of them. */

import type { Database } from 'better-sqlite3'

import { type IncomeBatch, textOf } from '../../shared/domain/income/batch'
import { INCOME_PARTS, type IncomePart } from '../../shared/domain/income/columns'
import { INCOME_TYPES, type IncomeType } from '../../shared/domain/income/types'
import { readIncomeChunk } from './batches'
import { CHUNK_LINES } from './chunk'
import { shopNumber } from './dims'
import { idHalves, idText } from './id-map'
import type { IncomePlaces } from './income-rows'
import { incomeMonths, incomePlaces } from './income-store'

const TO_SETTLE_PART = INCOME_PARTS.indexOf('toSettle')

/** A line of an income file with everything the file said of it. */
export interface IncomeDetail {
  /** The import's id. */
  readonly importId: string
  readonly row: number
  readonly part: IncomePart
  readonly type: IncomeType
  readonly typeText: string | null
  /** Order, adjustment or reference id. */
  readonly id: string
  readonly created: number | null
  readonly settled: number | null
  readonly settlement: number
  readonly revenue: number | null
  readonly fees: number | null
  readonly adjustment: number | null
  readonly status: string | null
  readonly reason: string | null
  readonly account: string | null
  readonly payment: string | null
  /** Single columns that the file has for it. */
  readonly amounts: Readonly<Record<string, number>>
}

/** The lines about one order, by day. */
export async function queryOrderIncome(db: Database, shopId: string, orderId: string): Promise<IncomeDetail[]> {
  const { high, low } = idHalves(orderId)
  return details(db, shopId, (rows, i) => rows.orderHigh[i] === high && rows.orderLow[i] === low)
}

/** Payouts, statements and reserves, by day. */
export async function queryPayouts(db: Database, shopId: string): Promise<IncomeDetail[]> {
  return details(db, shopId, (rows, i) => rows.part[i]! > TO_SETTLE_PART)
}

async function details(
  db: Database,
  shopId: string,
  fits: (rows: IncomePlaces, i: number) => boolean,
): Promise<IncomeDetail[]> {
  const found: IncomeDetail[] = []
  for (const { batchNo, n, places } of chunksOf(db, shopNumber(db, shopId, false), fits)) {
    const batch = await readIncomeChunk(db, batchNo, n)
    const importId = idOfBatch(db, batchNo)
    for (const { at, i } of places) found[at] = detail(batch, i, importId)
  }
  const day = ({ settled, created }: IncomeDetail) => settled ?? created ?? 0
  return found.toSorted((a, b) => day(a) - day(b) || a.row - b.row)
}

interface ChunkPlaces {
  readonly batchNo: number
  readonly n: number
  /** Of the lines in the chunk, and in what is found. */
  readonly places: { readonly i: number; readonly at: number }[]
}

/** Where the lines that fit are, chunk by chunk: each is unpacked once. */
function chunksOf(db: Database, shopNo: number, fits: (rows: IncomePlaces, i: number) => boolean): ChunkPlaces[] {
  const chunks = new Map<string, ChunkPlaces>()
  let at = 0
  for (const month of incomeMonths(db, shopNo)) {
    const rows = incomePlaces(db, shopNo, month)
    for (let i = 0; i < (rows?.length ?? 0); i++) {
      if (!fits(rows!, i)) continue
      const batchNo = rows!.batch[i]!
      const n = Math.floor(rows!.place[i]! / CHUNK_LINES)
      const key = `${batchNo}/${n}`
      const chunk = chunks.get(key) ?? { batchNo, n, places: [] }
      chunks.set(key, chunk)
      chunk.places.push({ i: rows!.place[i]! % CHUNK_LINES, at: at++ })
    }
  }
  return [...chunks.values()]
}

function idOfBatch(db: Database, batchNo: number): string {
  return db.prepare<[number], string>('SELECT id FROM fact_batches WHERE no = ?').pluck().get(batchNo) ?? ''
}

function detail(batch: IncomeBatch, i: number, importId: string): IncomeDetail {
  const { id } = batch.idsHigh
  const amounts = [...batch.amounts].filter(([, values]) => !Number.isNaN(values[i]!))
  return {
    importId,
    row: batch.row[i]!,
    part: INCOME_PARTS[batch.part[i]!]!,
    type: INCOME_TYPES[batch.type[i]!]!,
    typeText: textOf(batch, 'typeText', i),
    id:
      id[i] === 0 && batch.idsLow.id[i] === 0
        ? (textOf(batch, 'reference', i) ?? '')
        : idText(id[i]!, batch.idsLow.id[i]!),
    created: known(batch.created[i]!),
    settled: known(batch.settled[i]!),
    settlement: batch.totals.settlement[i]!,
    revenue: known(batch.totals.revenue[i]!),
    fees: known(batch.totals.fees[i]!),
    adjustment: known(batch.totals.adjustment[i]!),
    status: textOf(batch, 'status', i),
    reason: textOf(batch, 'reason', i),
    account: textOf(batch, 'account', i),
    payment: textOf(batch, 'payment', i),
    amounts: Object.fromEntries(amounts.map(([name, values]) => [name, values[i]!])),
  }
}

function known(value: number): number | null {
  return Number.isNaN(value) ? null : value
}
