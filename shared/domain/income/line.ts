/** One line of an income file on its way from cells to a batch, and what makes two lines one: the key. */

import { amountColumn, type IncomeBatch, INCOME_IDS, type IncomeId, putText, textOf } from './batch'
import { INCOME_PARTS, INCOME_TEXTS, type IncomeAmount, type IncomePart, type IncomeText } from './columns'
import { INCOME_TYPES, type IncomeType } from './types'

export interface IncomeLine {
  readonly part: IncomePart
  /** As the spreadsheet counts. */
  readonly row: number
  readonly type: IncomeType
  /** Two halves each; 0/0 is absent. */
  readonly ids: Readonly<Record<IncomeId, { readonly high: number; readonly low: number }>>
  /** Days since 1970-01-01; NaN: not given. */
  readonly created: number
  readonly settled: number
  /** Minor units; NaN: blank. Fees below 0 cost something. */
  readonly settlement: number
  readonly revenue: number
  readonly fees: number
  readonly adjustment: number
  readonly amounts: ReadonlyMap<IncomeAmount, number>
  readonly texts: Readonly<Partial<Record<IncomeText, string>>>
}

/** What lines are told apart by, as numbers, and as texts where there are no numbers. */
interface Key {
  /** Indexes into `INCOME_PARTS` and `INCOME_TYPES`. */
  readonly part: number
  readonly type: number
  readonly idHigh: number
  readonly idLow: number
  readonly skuHigh: number
  readonly skuLow: number
  readonly settled: number
  readonly settlement: number
  readonly typeText: string
  readonly reference: string
}

const OTHER = INCOME_TYPES.indexOf('other')

/**
 * The key's hash: part, type, id, SKU, settled day and amount. Repeated blocks of one file and overlapping files have the
 * same lines under the same key. An id that is no number and a type outside the list count by their texts.
 */
function hashOf(key: Key): readonly [number, number] {
  let first = 0x811c9dc5
  let second = 0x9e3779b9
  const mix = (word: number) => {
    first = Math.imul(first ^ (word & 0xffff), 0x01000193)
    first = Math.imul(first ^ (word >>> 16), 0x01000193) ^ (first >>> 15)
    second = Math.imul(((second << 5) | (second >>> 27)) ^ word, 0x85ebca77) ^ (second >>> 13)
  }
  mix(key.part | (key.type << 8))
  mix(key.idHigh | 0)
  mix(key.idLow | 0)
  mix(key.skuHigh | 0)
  mix(key.skuLow | 0)
  mix(Number.isNaN(key.settled) ? -1 : key.settled)
  mix(Math.floor(key.settlement / 0x100000000) | 0)
  mix(key.settlement | 0)
  const text = `${key.type === OTHER ? key.typeText : ''}|${key.reference}`
  for (let i = 0; i < text.length; i += 1) mix(text.charCodeAt(i))
  return [finished(first), finished(second)]
}

function finished(hash: number): number {
  let h = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b)
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d)
  return (h ^ (h >>> 16)) >>> 0
}

/** Works the hash of a line's key out from its columns. */
export function putHash(batch: IncomeBatch, at: number): void {
  const [first, second] = hashOf({
    part: batch.part[at]!,
    type: batch.type[at]!,
    idHigh: batch.idsHigh.id[at]!,
    idLow: batch.idsLow.id[at]!,
    skuHigh: batch.idsHigh.skuId[at]!,
    skuLow: batch.idsLow.skuId[at]!,
    settled: batch.settled[at]!,
    settlement: batch.totals.settlement[at]!,
    typeText: textOf(batch, 'typeText', at) ?? '',
    reference: textOf(batch, 'reference', at) ?? '',
  })
  batch.hash0[at] = first
  batch.hash1[at] = second
}

/** Appends a line; there must be room. */
export function appendLine(batch: IncomeBatch, line: IncomeLine): void {
  const at = batch.length
  batch.row[at] = line.row
  batch.part[at] = INCOME_PARTS.indexOf(line.part)
  batch.type[at] = INCOME_TYPES.indexOf(line.type)
  for (const name of INCOME_IDS) {
    batch.idsHigh[name][at] = line.ids[name].high
    batch.idsLow[name][at] = line.ids[name].low
  }
  batch.created[at] = line.created
  batch.settled[at] = line.settled
  batch.totals.settlement[at] = line.settlement
  batch.totals.revenue[at] = line.revenue
  batch.totals.fees[at] = line.fees
  batch.totals.adjustment[at] = line.adjustment
  for (const [name, amount] of line.amounts) amountColumn(batch, name)[at] = amount
  for (const name of INCOME_TEXTS) putText(batch, name, at, line.texts[name] ?? '')
  putHash(batch, at)
  batch.length += 1
}

/** Takes the last line off again. */
export function dropLast(batch: IncomeBatch): void {
  batch.length -= 1
  const at = batch.length
  for (const values of batch.amounts.values()) values[at] = Number.NaN
  for (const { indexes } of batch.texts.values()) indexes[at] = -1
}

/** Forgets all lines; the room is kept. */
export function clearBatch(batch: IncomeBatch): void {
  batch.length = 0
  batch.amounts.clear()
  batch.texts.clear()
}
