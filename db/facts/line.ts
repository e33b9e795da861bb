/** One line as its file said it, read from its chunk. */

import { ID_COLUMNS, NUMBER_COLUMNS, TEXT_COLUMNS } from '../../shared/domain/line-batch'
import { CONTENT_TYPES, lineFigures, ORDER_STATUSES } from '../../shared/domain/orders'
import type { FactsCache } from './cache'
import { CHUNK_LINES } from './chunk'
import { idText } from './id-map'
import { amountsOf } from './pending'
import type { MonthColumns } from './shop-columns'
import type { FactLine, RoiShop } from './types'

/** Where a line stands: in its segment, and in its file. */
export interface LinePlace {
  readonly shop: RoiShop
  readonly segment: MonthColumns
  readonly index: number
  readonly batchNo: number
  readonly row: number
}

export async function readLine(
  cache: FactsCache,
  { shop, segment, index, batchNo, row }: LinePlace,
): Promise<FactLine> {
  const { batch, texts } = await cache.chunk(batchNo, Math.floor(row / CHUNK_LINES))
  const i = row % CHUNK_LINES
  const returned = batch.fullyReturned[i]!
  const batchId = cache.db.prepare('SELECT id FROM fact_batches WHERE no = ?').pluck().get(batchNo)
  return {
    ...lineFigures(amountsOf(batch, i)),
    shopId: shop.id,
    batchId: String(batchId),
    row: batch.row[i]!,
    day: segment.day[index]!,
    status: ORDER_STATUSES[batch.status[i]!]!,
    contentType: CONTENT_TYPES[batch.contentType[i]!]!,
    fullyReturned: returned === 2 ? null : returned === 1,
    ids: each(ID_COLUMNS, (column) => {
      const high = batch.idsHigh[column][i]!
      const low = batch.idsLow[column][i]!
      return high === 0 && low === 0 ? null : idText(high, low)
    }),
    texts: each(TEXT_COLUMNS, (column) => texts[column].values[batch.texts[column][i]!] ?? null),
    numbers: each(NUMBER_COLUMNS, (column) => {
      const value = batch.numbers[column][i]!
      return Number.isNaN(value) ? null : value
    }),
  }
}

function each<C extends string, V>(columns: readonly C[], make: (column: C) => V): Record<C, V> {
  // The keys are exactly `columns`.
  return Object.fromEntries(columns.map((column) => [column, make(column)])) as Record<C, V>
}
