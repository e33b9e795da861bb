/** Orders that were delivered and are not settled though they should be, as far as the imported income files reach. */

import type { Database } from 'better-sqlite3'

import { chunkBytes } from './batches'
import { CHUNK_LINES, decodeNumbers } from './chunk'
import { idText } from './id-map'
import { compareShop, type ComparedOrders, type IncomeCover, IN_INCOME, IN_LINES, TO_SETTLE } from './income-compare'
import { handles } from './income-query'

const DAY_SECONDS = 86_400

export interface LateOrder {
  readonly orderId: string
  readonly creator: string | null
  readonly delivered: number
  readonly due: number
  /** What was sold less what was refunded. */
  readonly amount: number
  /** The platform lists it as to settle. */
  readonly listed: boolean
}

export interface LateOrders {
  /** The last day of settlement that income files cover; null: there are none. */
  readonly coveredTo: number | null
  /** Longest late first. */
  readonly rows: readonly LateOrder[]
  /** Orders that are due by `today` but after what the files cover: nobody can say. */
  readonly unknown: number
}

/**
 * Delivered orders without a settlement that were due on days which income files cover. `dueOf`: the last day on which an
 * order delivered on a day is still in time.
 */
export async function queryLate(
  db: Database,
  shopId: string,
  { today, dueOf }: { readonly today: number; readonly dueOf: (delivered: number) => number },
): Promise<LateOrders> {
  const { orders, cover } = await compareShop(db, shopId)
  if (cover === null) return { coveredTo: null, rows: [], unknown: 0 }
  const rows: LateOrder[] = []
  const handle = handles(db)
  let unknown = 0
  for (const { at, delivered } of await openDeliveries(db, orders, cover)) {
    const due = dueOf(delivered)
    if (due >= today) continue
    if (due >= cover.lastSettled) {
      unknown += 1
      continue
    }
    rows.push({
      orderId: idText(orders.orderHigh[at]!, orders.orderLow[at]!),
      creator: handle(orders.creator[at]!),
      delivered,
      due,
      amount: orders.gmv[at]! - orders.refund[at]!,
      listed: (orders.marks[at]! & TO_SETTLE) !== 0,
    })
  }
  rows.sort((a, b) => a.due - b.due || (a.orderId < b.orderId ? -1 : 1))
  return { coveredTo: cover.lastSettled, rows, unknown }
}

interface Delivery {
  /** Of the order. */
  readonly at: number
  readonly delivered: number
}

const DELIVERIES = new WeakMap<ComparedOrders, Promise<readonly Delivery[]>>()

/** Orders that no file settles and when their first line was delivered, as its file says; kept as long as the comparison is. */
async function openDeliveries(db: Database, orders: ComparedOrders, cover: IncomeCover): Promise<readonly Delivery[]> {
  const known = DELIVERIES.get(orders)
  if (known !== undefined) return known
  const candidates: number[] = []
  for (let i = 0; i < orders.length; i++) {
    const marks = orders.marks[i]!
    const isOpen = (marks & IN_LINES) !== 0 && (marks & IN_INCOME) === 0 && orders.gmv[i]! > orders.refund[i]!
    if (isOpen && orders.createdDay[i]! >= cover.firstCreated) candidates.push(i)
  }
  const read = deliveries(db, orders, candidates)
  DELIVERIES.set(orders, read)
  try {
    return await read
  } catch (cause) {
    DELIVERIES.delete(orders)
    throw cause
  }
}

/** Orders whose file does not say when they were delivered are left out. */
async function deliveries(
  db: Database,
  orders: ComparedOrders,
  candidates: readonly number[],
): Promise<readonly Delivery[]> {
  const chunks = new Map<string, number[]>()
  for (const at of candidates) {
    const key = `${orders.batch[at]!} ${Math.floor(orders.row[at]! / CHUNK_LINES)}`
    const list = chunks.get(key)
    if (list === undefined) chunks.set(key, [at])
    else list.push(at)
  }
  const found: Delivery[] = []
  for (const [key, list] of chunks) {
    const [batch = 0, n = 0] = key.split(' ').map(Number)
    const { delivered } = decodeNumbers(await chunkBytes(db, batch, n), ['delivered']).numbers
    for (const at of list) {
      const second = delivered[orders.row[at]! % CHUNK_LINES]!
      if (!Number.isNaN(second)) found.push({ at, delivered: Math.floor(second / DAY_SECONDS) })
    }
  }
  return found
}
