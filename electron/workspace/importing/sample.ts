/** The first lines of a file as they were read, for the preview. */

import { idText } from '../../../db/facts/id-map'
import {
  ID_COLUMNS,
  type LineBatch,
  NUMBER_COLUMNS,
  TEXT_COLUMNS,
  type TextLists,
} from '../../../shared/domain/line-batch'
import { CONTENT_TYPES, ORDER_COLUMNS, ORDER_STATUSES } from '../../../shared/domain/orders'

export type SampleRow = Record<string, string | number | null>

/** At most `limit` lines: texts and words as they are, money in minor units, rates in basis points, times as local `YYYY-MM-DD HH:mm:ss`. */
export function sampleOf(batch: LineBatch, texts: TextLists, limit: number): SampleRow[] {
  return Array.from({ length: Math.min(limit, batch.length) }, (_, line) => rowOf(batch, texts, line))
}

function rowOf(batch: LineBatch, texts: TextLists, line: number): SampleRow {
  const row: SampleRow = { row: batch.row[line] ?? null }
  for (const column of ID_COLUMNS) {
    const high = batch.idsHigh[column][line] ?? 0
    const low = batch.idsLow[column][line] ?? 0
    row[column] = high === 0 && low === 0 ? null : idText(high, low)
  }
  for (const column of TEXT_COLUMNS) {
    row[column] = texts[column].values[batch.texts[column][line] ?? -1] ?? null
  }
  for (const column of NUMBER_COLUMNS) {
    const value = batch.numbers[column][line]
    row[column] =
      value === undefined || Number.isNaN(value) ? null : ORDER_COLUMNS[column] === 'time' ? localText(value) : value
  }
  row['status'] = ORDER_STATUSES[batch.status[line] ?? 0] ?? null
  row['contentType'] = CONTENT_TYPES[batch.contentType[line] ?? 0] ?? null
  row['fullyReturned'] = [0, 1][batch.fullyReturned[line] ?? 2] ?? null
  return row
}

/** A shop-local wall-clock second as text. */
export function localText(second: number): string {
  return new Date(second * 1000).toISOString().slice(0, 19).replace('T', ' ')
}
