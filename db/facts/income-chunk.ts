/**
 * A run of an income file's lines as canonical bytes, as `chunk.ts` does for order lines: equal lines give equal bytes.
 *
 * Only amounts and texts that some line has are in it, so that a market's own columns cost nobody else anything.
 */

import { type IncomeBatch, INCOME_IDS, newIncomeBatch } from '../../shared/domain/income/batch'
import {
  INCOME_AMOUNT_NAMES,
  INCOME_AMOUNTS,
  INCOME_PARTS,
  INCOME_TEXTS,
  INCOME_TOTALS,
  type IncomeAmount,
} from '../../shared/domain/income/columns'
import { putHash } from '../../shared/domain/income/line'
import { INCOME_TYPES } from '../../shared/domain/income/types'
import type { Extent } from './extent'
import { CHUNK_LINES, CHUNK_VERSION, OtherChunkVersion } from './chunk'
import { type NumberArray, PackedColumns, packColumns } from './columns'
import { idHex } from './id-map'
import { cachedMonth } from './merge'

/** What tells these chunks from those of order lines, which have no such word. */
export const INCOME_LINES = 'income'

interface IncomeExtra {
  readonly version: typeof CHUNK_VERSION
  readonly lines: typeof INCOME_LINES
  readonly amounts: readonly IncomeAmount[]
  readonly texts: Readonly<Record<string, readonly string[]>>
}

/** The lines of a batch as canonical bytes. */
export function encodeIncome(batch: IncomeBatch): Uint8Array {
  const rows = batch.length
  const columns: [string, NumberArray][] = [
    ['row', batch.row],
    ['part', batch.part],
    ['type', batch.type],
    ['created', batch.created],
    ['settled', batch.settled],
  ]
  for (const name of INCOME_IDS) {
    columns.push([`${name}.high`, batch.idsHigh[name]], [`${name}.low`, batch.idsLow[name]])
  }
  for (const name of INCOME_TOTALS) columns.push([name, batch.totals[name]])
  const amounts = INCOME_AMOUNT_NAMES.filter((name) => isUsed(batch.amounts.get(name), rows))
  for (const name of amounts) columns.push([`amount.${name}`, batch.amounts.get(name)!])
  const texts: Record<string, readonly string[]> = {}
  for (const name of INCOME_TEXTS) {
    const column = batch.texts.get(name)
    const packed = column === undefined ? null : dictionaryOf(column.indexes, rows, column.list.values)
    if (packed !== null) {
      texts[name] = packed.texts
      columns.push([`text.${name}`, packed.indexes])
    }
  }
  const extra: IncomeExtra = { version: CHUNK_VERSION, lines: INCOME_LINES, amounts, texts }
  return packColumns(columns, rows, extra)
}

function isUsed(values: Float64Array | undefined, rows: number): boolean {
  return values !== undefined && values.subarray(0, rows).some((value) => !Number.isNaN(value))
}

/** Texts in order of appearance, or null where no line has one. */
function dictionaryOf(
  source: Int32Array,
  rows: number,
  values: readonly string[],
): { readonly texts: string[]; readonly indexes: Int32Array } | null {
  const numbers = new Map<number, number>()
  const indexes = new Int32Array(rows).fill(-1)
  for (let i = 0; i < rows; i++) {
    const at = source[i]!
    if (at < 0) continue
    const number = numbers.get(at) ?? numbers.size
    numbers.set(at, number)
    indexes[i] = number
  }
  return numbers.size === 0 ? null : { texts: [...numbers.keys()].map((at) => values[at]!), indexes }
}

/** Whether canonical bytes are of an income file; throws where they are no packed columns at all. */
export function isIncomeChunk(bytes: Uint8Array): boolean {
  const { extra } = new PackedColumns(bytes)
  return typeof extra === 'object' && extra !== null && 'lines' in extra && extra.lines === INCOME_LINES
}

/** The lines of a chunk. Throws where it has none or too many, is of another version or of another kind of file. */
export function decodeIncome(bytes: Uint8Array): IncomeBatch {
  const packed = new PackedColumns(bytes)
  // What `encodeIncome` wrote; where that is in doubt, `checkChunk` finds out.
  const extra = packed.extra as IncomeExtra
  if (extra.version !== CHUNK_VERSION) throw new OtherChunkVersion(Number(extra.version))
  if (extra.lines !== INCOME_LINES) throw new RangeError('not of an income file')
  if (packed.rows < 1 || packed.rows > CHUNK_LINES) throw new RangeError(`a chunk of ${packed.rows} lines`)
  const batch = newIncomeBatch(packed.rows)
  batch.length = packed.rows
  for (const name of ['row', 'part', 'type', 'created', 'settled'] as const) {
    packed.read(name, batch[name])
  }
  for (const name of INCOME_IDS) {
    packed.read(`${name}.high`, batch.idsHigh[name])
    packed.read(`${name}.low`, batch.idsLow[name])
  }
  for (const name of INCOME_TOTALS) packed.read(name, batch.totals[name])
  for (const name of extra.amounts) {
    const values = new Float64Array(packed.rows)
    packed.read(`amount.${name}`, values)
    batch.amounts.set(name, values)
  }
  for (const name of INCOME_TEXTS) {
    const values = extra.texts[name]
    if (values === undefined) continue
    const indexes = new Int32Array(packed.rows)
    packed.read(`text.${name}`, indexes)
    batch.texts.set(name, { list: { values: [...values], numbers: new Map() }, indexes })
  }
  for (let i = 0; i < packed.rows; i++) putHash(batch, i)
  return batch
}

const FIRST_DAY = 0
/** 2100-01-01. */
const LAST_DAY = 47_482
const MAX_MINOR = 9e15

/** What no file could have given, or null. */
export function incomeProblem(batch: IncomeBatch): string | null {
  for (let i = 0; i < batch.length; i++) {
    if (batch.part[i]! >= INCOME_PARTS.length || batch.type[i]! >= INCOME_TYPES.length) return 'a code out of range'
    if (Number.isNaN(batch.totals.settlement[i]!)) return 'a line without an amount'
    const isOrder = batch.part[i]! < 2
    if (isOrder && batch.idsHigh.id[i] === 0 && batch.idsLow.id[i] === 0) return 'a line without an order'
    if (batch.part[i] === 0 && Number.isNaN(batch.settled[i]!)) return 'a line without its day'
  }
  const days = [batch.created, batch.settled].every((values) => within(values, FIRST_DAY, LAST_DAY))
  if (!days) return 'a day out of range'
  const money = [...Object.values(batch.totals), ...batch.amounts.values()]
  if (!money.every((values) => within(values, -MAX_MINOR, MAX_MINOR))) return 'an amount out of range'
  for (const name of batch.amounts.keys()) if (!Object.hasOwn(INCOME_AMOUNTS, name)) return `no amount ${name}`
  for (const [name, { list, indexes }] of batch.texts) {
    if (list.values.some((value) => typeof value !== 'string' || value === '')) return `${name} holds no text`
    if (indexes.some((at) => at < -1 || at >= list.values.length)) return `${name} points nowhere`
  }
  return null
}

function within(values: Float64Array, least: number, most: number): boolean {
  return values.every((value) => Number.isNaN(value) || (Number.isInteger(value) && value >= least && value <= most))
}

/** The month a line counts in: of its settlement, else of its order; 0 where neither is known. */
export function incomeMonth(batch: Pick<IncomeBatch, 'settled' | 'created'>, i: number): number {
  const settled = batch.settled[i]!
  const created = batch.created[i]!
  return Number.isNaN(settled) ? (Number.isNaN(created) ? 0 : cachedMonth(created)) : cachedMonth(settled)
}

/** What is kept beside a chunk: its months, and where the ids of its lines lie. */
export function incomeExtent(batch: IncomeBatch): Extent & { readonly maxSecond: number } {
  const months = new Set<number>()
  let orderMin = 'g'
  let orderMax = ''
  let maxSecond = 0
  for (let i = 0; i < batch.length; i++) {
    months.add(incomeMonth(batch, i))
    const hex = idHex(batch.idsHigh.id[i]!, batch.idsLow.id[i]!)
    if (hex < orderMin) orderMin = hex
    if (hex > orderMax) orderMax = hex
    maxSecond = Math.max(maxSecond, (batch.settled[i] || 0) * 86_400)
  }
  return { rows: batch.length, months: [...months].toSorted((a, b) => a - b), orderMin, orderMax, maxSecond }
}
