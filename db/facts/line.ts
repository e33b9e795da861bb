/** Lines as their files said them, read from their chunks. */

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

/** One is unpacked in another thread while one is read; each takes some megabytes. */
const CHUNKS_AT_ONCE = 3

/** The lines at these places, in their order. Each chunk is read once, however the places jump between chunks. */
export async function readLines(cache: FactsCache, places: readonly LinePlace[]): Promise<FactLine[]> {
  const chunks = new Map<string, number[]>()
  for (const [at, { batchNo, row }] of places.entries()) {
    const key = `${batchNo}/${Math.floor(row / CHUNK_LINES)}`
    const known = chunks.get(key)
    if (known === undefined) chunks.set(key, [at])
    else known.push(at)
  }
  const lines: FactLine[] = []
  const idOf = cache.db.prepare<[number], string>('SELECT id FROM fact_batches WHERE no = ?').pluck()
  const left = [...chunks.values()]
  while (left.length > 0) {
    await Promise.all(
      left.splice(0, CHUNKS_AT_ONCE).map(async (ofChunk) => {
        const { batchNo, row } = places[ofChunk[0]!]!
        const chunk = await cache.chunk(batchNo, Math.floor(row / CHUNK_LINES))
        const batchId = idOf.get(batchNo) ?? ''
        for (const at of ofChunk) lines[at] = toLine(chunk, places[at]!, batchId)
      }),
    )
  }
  return lines
}

type Chunk = Awaited<ReturnType<FactsCache['chunk']>>

function toLine({ batch, texts }: Chunk, { shop, segment, index, row }: LinePlace, batchId: string): FactLine {
  const i = row % CHUNK_LINES
  const returned = batch.fullyReturned[i]!
  return {
    ...lineFigures(amountsOf(batch, i)),
    shopId: shop.id,
    batchId,
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
