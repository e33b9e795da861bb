/** What is kept beside a chunk, so that it need not be opened: where its orders and times lie. */

import type { LineBatch, NumberColumn } from '../../shared/domain/line-batch'
import { idHex } from './id-map'
import { cachedMonth } from './merge'

const TIMES: readonly NumberColumn[] = ['created', 'paid', 'readyToShip', 'delivered', 'completed', 'commissionPaid']
const DAY_SECONDS = 86_400

export interface Extent {
  readonly rows: number
  /** Months since 1970-01 that lines were created in, in order. */
  readonly months: readonly number[]
  /** Order ids as 16 hex digits. */
  readonly orderMin: string
  readonly orderMax: string
}

/** Of a batch that has lines. */
export function extentOf(batch: LineBatch): Extent {
  const months = new Set<number>()
  const high = batch.idsHigh.orderId
  const low = batch.idsLow.orderId
  let min = 0
  let max = 0
  for (let i = 0; i < batch.length; i++) {
    months.add(cachedMonth(Math.floor(batch.numbers.created[i]! / DAY_SECONDS)))
    if (high[i]! < high[min]! || (high[i] === high[min] && low[i]! < low[min]!)) min = i
    if (high[i]! > high[max]! || (high[i] === high[max] && low[i]! > low[max]!)) max = i
  }
  return {
    rows: batch.length,
    months: [...months].toSorted((a, b) => a - b),
    orderMin: idHex(high[min]!, low[min]!),
    orderMax: idHex(high[max]!, low[max]!),
  }
}

/** The latest of all times in the lines from `from` on; 0 without lines. */
export function latestSecond({ numbers, length }: LineBatch, from: number): number {
  let latest = 0
  for (const name of TIMES) {
    const values = numbers[name]
    for (let i = from; i < length; i++) {
      if (values[i]! > latest) latest = values[i]!
    }
  }
  return latest
}
