/**
 * Sales by the day they were delivered, which is what their settlement is counted from.
 *
 * Days of delivery stand in the imported chunks only; of each chunk that matters they are read once and kept, two bytes a
 * line. What is summed is what reports sum: the merged lines, each once.
 */

import { ORDER_STATUSES } from '../../shared/domain/orders'
import { readChunk } from './batches'
import type { FactsCache } from './cache'
import { CHUNK_LINES } from './chunk'
import { PackedColumns } from './columns'
import { incomeVersion, type SettledOrders, settledOrders } from './income-settled'
import { type LinePlace, readLines } from './line'
import { isSale, STATUS_MASK } from './rows'
import type { MonthColumns } from './shop-columns'
import type { FactLine, RoiShop } from './types'

/** What of a shop's sales is asked for: what is not settled, and what was settled but is partly kept back. */
export type DeliveryState = 'pending' | 'frozen' | 'settled'

/** Lines that were delivered on one day (`known`), or ordered on one where no file says when they came. */
export interface DeliverySum {
  readonly state: DeliveryState
  readonly day: number
  readonly known: boolean
  readonly lines: number
  /** Minor units of the shop's currency. */
  readonly sales: number
  readonly refunds: number
  readonly commission: number
}

export interface Deliveries {
  readonly sums: readonly DeliverySum[]
  /** Days from order to delivery, the median of `measuredLines` lines; null where fewer than `ENOUGH_LINES` tell. */
  readonly measured: number | null
  readonly measuredLines: number
  /** The last day that an income file says was settled; null: there is no such file. */
  readonly incomeTo: number | null
}

/** From so many delivered lines on their median is a figure. */
export const ENOUGH_LINES = 30
/** Lines younger than this may be on their way still: the quick ones among them would make the median too short. */
const GROWN_DAYS = 30
const DAY_SECONDS = 86_400
const LONGEST_WAY = 366
const UNKNOWN = -1

/** Days from order to delivery by line of a chunk. */
type Ways = Int16Array

interface Kept {
  readonly ways: Map<string, Ways>
  readonly sums: Map<string, { readonly version: string; readonly value: Deliveries }>
}

const KEPT = new WeakMap<FactsCache, Kept>()

function keptOf(cache: FactsCache): Kept {
  const kept = KEPT.get(cache) ?? { ways: new Map(), sums: new Map() }
  KEPT.set(cache, kept)
  return kept
}

const NONE: Deliveries = { sums: [], measured: null, measuredLines: 0, incomeTo: null }

/**
 * A shop's sales that are not settled, and with `settledFrom` those ordered from that day on that are. An order that an income
 * file says was paid out is settled, whatever the order files say of its commission.
 */
export async function deliveriesOf(cache: FactsCache, shopId: string, settledFrom: number | null): Promise<Deliveries> {
  const { sums: known, ways } = keptOf(cache)
  const key = `${shopId} ${settledFrom ?? ''}`
  for (;;) {
    const shop = cache.shopNumbers().get(shopId)
    if (shop === undefined) return NONE
    const version = `${shop.version} ${incomeVersion(cache.db, shop.no)}`
    const done = known.get(key)
    if (done?.version === version) return done.value
    const income = settledOrders(cache.db, shop.no)
    const parts = wantedParts(cache, { ...shop, settledFrom, income })
    const missing = new Set(parts.flatMap((part) => part.chunks).filter((chunk) => !ways.has(chunk)))
    if (missing.size === 0) {
      const value = { ...summed(parts, ways), incomeTo: income.to }
      known.set(key, { version, value })
      return value
    }
    for (const chunk of missing) await readWays(cache, chunk)
    // Lines may have changed while chunks were read: what is wanted is looked up again.
  }
}

/** The lines behind one sum, in order of key, each with everything its file said. */
export async function linesOfDelivery(
  cache: FactsCache,
  shop: RoiShop,
  wanted: Pick<DeliverySum, 'state' | 'day' | 'known'> & { readonly settledFrom: number | null },
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<{ readonly lines: readonly FactLine[]; readonly total: number }> {
  const { settledFrom } = wanted
  await deliveriesOf(cache, shop.id, settledFrom)
  const numbers = cache.shopNumbers().get(shop.id)
  if (numbers === undefined) return { lines: [], total: 0 }
  const { ways } = keptOf(cache)
  const places: LinePlace[] = []
  const income = settledOrders(cache.db, numbers.no)
  for (const part of wantedParts(cache, { ...numbers, settledFrom, income })) {
    const { month, batch, row } = part
    for (const [at, i] of part.rows.entries()) {
      const way = wayOf(part, i, ways)
      const day = month.day[i]! + Math.max(0, way)
      if (part.states[at] === wanted.state && way >= 0 === wanted.known && day === wanted.day) {
        places.push({ shop, segment: month, index: i, batchNo: batch[i]!, row: row[i]! })
      }
    }
  }
  return { lines: await readLines(cache, places.slice(offset, offset + limit)), total: places.length }
}

/** A month's rows that matter, and where each stands. */
interface Part {
  readonly month: MonthColumns
  readonly rows: readonly number[]
  /** Of each of the rows. */
  readonly states: readonly DeliveryState[]
  readonly batch: Int32Array
  readonly row: Uint32Array
  readonly chunks: readonly string[]
}

interface Wanted {
  readonly no: number
  readonly version: number
  readonly settledFrom: number | null
  readonly income: SettledOrders
}

function wantedParts(cache: FactsCache, wanted: Wanted): Part[] {
  const keysOf = cache.db.prepare('SELECT keys FROM fact_segments WHERE shop_no = ? AND month = ?').pluck()
  return cache.columns(wanted.no, wanted.version).months.flatMap((month) => {
    const candidates = rowsThatMayMatter(month, wanted.settledFrom)
    if (candidates.length === 0) return []
    // The column of the statement.
    const packed = new PackedColumns(keysOf.get(wanted.no, month.month) as Uint8Array)
    const batch = new Int32Array(packed.rows)
    const row = new Uint32Array(packed.rows)
    packed.read('batch', batch)
    packed.read('row', row)
    const { rows, states } = stated(month, candidates, packed, wanted)
    const chunks = new Set<string>()
    let last = ''
    for (const i of rows) {
      const chunk = chunkKey(batch[i]!, row[i]!)
      if (chunk !== last) chunks.add(chunk)
      last = chunk
    }
    return rows.length === 0 ? [] : [{ month, rows, states, batch, row, chunks: [...chunks] }]
  })
}

function rowsThatMayMatter(month: MonthColumns, settledFrom: number | null): number[] {
  const rows: number[] = []
  for (let i = 0; i < month.length; i++) {
    const state = stateOf(month.flags[i]!)
    if (state === null || (state === 'settled' && (settledFrom === null || month.day[i]! < settledFrom))) continue
    rows.push(i)
  }
  return rows
}

/** The state of each row with what income files say of its order; without those that are settled and not asked for. */
function stated(month: MonthColumns, candidates: readonly number[], packed: PackedColumns, wanted: Wanted) {
  const { orders } = wanted.income
  const high = new Uint32Array(orders.size === 0 ? 0 : packed.rows)
  const low = new Uint32Array(high.length)
  if (orders.size > 0) {
    packed.read('orderHigh', high)
    packed.read('orderLow', low)
  }
  const rows: number[] = []
  const states: DeliveryState[] = []
  for (const i of candidates) {
    const isPaid = orders.size > 0 && orders.get(high[i]!, low[i]!) !== 0
    // Only these states are among the candidates.
    const state = isPaid ? 'settled' : stateOf(month.flags[i]!)!
    if (isPaid && (wanted.settledFrom === null || month.day[i]! < wanted.settledFrom)) continue
    rows.push(i)
    states.push(state)
  }
  return { rows, states }
}

const STATES: readonly (DeliveryState | null)[] = ORDER_STATUSES.map((status) =>
  status === 'pending' || status === 'frozen' || status === 'settled' ? status : null,
)

function stateOf(flags: number): DeliveryState | null {
  return isSale(flags) ? (STATES[flags & STATUS_MASK] ?? null) : null
}

function chunkKey(batchNo: number, row: number): string {
  return `${batchNo}/${Math.floor(row / CHUNK_LINES)}`
}

async function readWays(cache: FactsCache, key: string): Promise<void> {
  const [batchNo = 0, n = 0] = key.split('/').map(Number)
  const { batch } = await readChunk(cache.db, batchNo, n)
  const { created, delivered } = batch.numbers
  const ways = new Int16Array(batch.length)
  for (let i = 0; i < batch.length; i++) {
    const way = Math.floor(delivered[i]! / DAY_SECONDS) - Math.floor(created[i]! / DAY_SECONDS)
    // Blank, or a day that cannot be.
    ways[i] = way >= 0 && way <= LONGEST_WAY ? way : UNKNOWN
  }
  keptOf(cache).ways.set(key, ways)
}

function wayOf({ batch, row }: Part, i: number, ways: ReadonlyMap<string, Ways>): number {
  return ways.get(chunkKey(batch[i]!, row[i]!))?.[row[i]! % CHUNK_LINES] ?? UNKNOWN
}

function summed(parts: readonly Part[], ways: ReadonlyMap<string, Ways>): Omit<Deliveries, 'incomeTo'> {
  const sums = new Map<string, { -readonly [K in keyof DeliverySum]: DeliverySum[K] }>()
  for (const part of parts) {
    const { month } = part
    for (const [at, i] of part.rows.entries()) {
      const way = wayOf(part, i, ways)
      const known = way >= 0
      const day = month.day[i]! + Math.max(0, way)
      const state = part.states[at]!
      const key = `${state} ${day} ${known}`
      const sum = sums.get(key) ?? { state, day, known, lines: 0, sales: 0, refunds: 0, commission: 0 }
      sums.set(key, sum)
      sum.lines++
      sum.sales += month.gmv[i]!
      sum.refunds += month.refund[i]!
      sum.commission += month.commission[i]!
    }
  }
  return {
    sums: [...sums.values()].toSorted((a, b) => a.day - b.day || (a.state < b.state ? -1 : 1)),
    ...medianWay(parts, ways),
  }
}

/** Over all sales of the chunks that were read, whatever became of them, once they have had the time to arrive. */
function medianWay(parts: readonly Part[], ways: ReadonlyMap<string, Ways>) {
  const newest = Math.max(...parts.map(({ month }) => month.lastDay), -Infinity)
  const counts = new Int32Array(LONGEST_WAY + 1)
  let total = 0
  for (const part of parts) {
    const { month } = part
    for (let i = 0; i < month.length; i++) {
      if (!isSale(month.flags[i]!) || month.day[i]! > newest - GROWN_DAYS) continue
      const way = wayOf(part, i, ways)
      if (way < 0) continue
      counts[way]!++
      total++
    }
  }
  if (total < ENOUGH_LINES) return { measured: null, measuredLines: total }
  let below = 0
  const measured = counts.findIndex((count) => (below += count) * 2 >= total)
  return { measured, measuredLines: total }
}
