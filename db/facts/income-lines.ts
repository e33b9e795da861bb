/** Single lines of income files with everything the files said of them. */

import type { Database } from 'better-sqlite3'

import { textOf } from '../../shared/domain/income/batch'
import { INCOME_PARTS, type IncomePart } from '../../shared/domain/income/columns'
import { INCOME_TYPES, type IncomeType } from '../../shared/domain/income/types'
import { readIncomeChunk } from './batches'
import { CHUNK_LINES } from './chunk'
import { shopNumber } from './dims'
import { idHalves, idText } from './id-map'
import type { IncomeRows } from './income-rows'
import { incomeMonths, incomeRows } from './income-store'

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
  fits: (rows: IncomeRows, i: number) => boolean,
): Promise<IncomeDetail[]> {
  const shopNo = shopNumber(db, shopId, false)
  const found: IncomeDetail[] = []
  for (const month of incomeMonths(db, shopNo)) {
    const rows = incomeRows(db, shopNo, month)!
    for (let i = 0; i < rows.length; i++) {
      if (fits(rows, i)) found.push(await detail(db, rows.batch[i]!, rows.place[i]!))
    }
  }
  const day = ({ settled, created }: IncomeDetail) => settled ?? created ?? 0
  return found.toSorted((a, b) => day(a) - day(b) || a.row - b.row)
}

async function detail(db: Database, batchNo: number, place: number): Promise<IncomeDetail> {
  const batch = await readIncomeChunk(db, batchNo, Math.floor(place / CHUNK_LINES))
  const i = place % CHUNK_LINES
  const { id } = batch.idsHigh
  const amounts = [...batch.amounts].filter(([, values]) => !Number.isNaN(values[i]!))
  return {
    importId: db.prepare<[number], string>('SELECT id FROM fact_batches WHERE no = ?').pluck().get(batchNo) ?? '',
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
