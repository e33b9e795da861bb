/**
 * The settlement sheet of a closed month: its frozen lines by creator, and beside each what came since.
 *
 * Frozen figures come from frozen lines alone, summed as an open month's are; frozen + since = what the lines say now, to
 * the minor unit. Rules only.
 */

import { type CloseLine, keyOf, sameLine, saysTheSame } from './period-close'
import {
  addSettlement,
  type Cause,
  type IsLate,
  newLineSettlement,
  readSettlement,
  SETTLEMENT_WIDTH,
  type SettlementLine,
  type SettlementSums,
  settleLine,
} from './settlement'

/** A line as it is now, with what a close does not keep. */
export interface LineNow extends CloseLine {
  readonly fullyReturned: boolean
  readonly standardRate: number | null
  readonly adsRate: number | null
  /** Number of the day; null: no file says it. */
  readonly delivered: number | null
}

/** What came to a closed month since: lines that came, changed or went, and what they add. Minor units. */
export interface SinceClose {
  readonly lines: number
  readonly gmv: number
  readonly refunds: number
  readonly actual: number
}

export interface ClosedGroup extends SettlementSums {
  readonly orders: number
  readonly products: number
  readonly rates: readonly number[]
  readonly since: SinceClose
}

export interface KeyedGroup extends ClosedGroup {
  /** What its lines have in common: of creators their id, '' for lines that name nobody. */
  readonly key: string
}

export interface ClosedSheet {
  /** In the order in which the groups' lines come; at last those of which lines came only since. */
  readonly rows: readonly KeyedGroup[]
  readonly total: ClosedGroup
}

/**
 * A frozen line as it is settled. What a close does not keep is taken from the line as it is now, and only where that says
 * the same; else all of it came back where all of its sales did.
 */
export function frozenLine({ status, parts }: CloseLine, now: LineNow | null): SettlementLine {
  const { quantity, gmv, refund, refundedQuantity: _units, commission: _paid, ...amounts } = parts
  return {
    ...amounts,
    status,
    quantity: quantity ?? 0,
    payment: gmv ?? 0,
    fullyReturned: now === null ? (refund ?? 0) !== 0 && refund === gmv : now.fullyReturned,
    standardRate: now?.standardRate ?? null,
    adsRate: now?.adsRate ?? null,
    delivered: now?.delivered ?? null,
  }
}

/** The line as it is now where it still says what it said; null where it says something else, or is gone. */
export function unchanged(line: CloseLine, now: LineNow | undefined): LineNow | null {
  return now !== undefined && saysTheSame(line, now) ? now : null
}

/** By creator, unless another key is given. Both lists with creators as they count today, `frozen` in a snapshot's order. */
export function closedSheet(
  frozen: readonly CloseLine[],
  now: readonly LineNow[],
  { isLate, tags }: { readonly isLate: IsLate; readonly tags: ReadonlyMap<string, Cause> },
  keyed: (line: CloseLine) => string = ({ creatorId }) => creatorId,
): ClosedSheet {
  const left = new Map(now.map((line) => [keyOf(line), line]))
  const groups = new Map<string, Group>()
  const total = new Group()
  const groupOf = (line: CloseLine): Group => {
    const of = keyed(line)
    const known = groups.get(of) ?? new Group()
    groups.set(of, known)
    return known
  }
  const settled = newLineSettlement()
  for (const line of frozen) {
    const key = keyOf(line)
    const today = left.get(key)
    left.delete(key)
    const same = unchanged(line, today)
    const settling = frozenLine(line, same)
    settleLine(settling, isLate, same === null ? null : (tags.get(key) ?? null), settled)
    for (const group of [groupOf(line), total]) group.add(line, settling, settled)
    if (today !== undefined && sameLine(line, today)) continue
    const isMoved = today !== undefined && keyed(today) !== keyed(line)
    groupOf(line).moved(line, -1, 1)
    if (today !== undefined) groupOf(today).moved(today, 1, isMoved ? 1 : 0)
    total.moved(line, -1, 1)
    if (today !== undefined) total.moved(today, 1, 0)
  }
  for (const line of left.values()) for (const group of [groupOf(line), total]) group.moved(line, 1, 1)
  return { rows: [...groups].map(([key, group]) => ({ key, ...group.read() })), total: total.read() }
}

class Group {
  private readonly sums = new Float64Array(SETTLEMENT_WIDTH)
  private readonly rates = new Set<number>()
  private readonly products = new Set<string>()
  private readonly since = { lines: 0, gmv: 0, refunds: 0, actual: 0 }
  private orders = 0
  private lastOrder: string | null = null

  add(line: CloseLine, settling: SettlementLine, settled: ReturnType<typeof newLineSettlement>): void {
    const { orderId, productId, parts } = line
    this.products.add(productId)
    addSettlement(
      this.sums,
      0,
      settling,
      { units: parts.quantity ?? 0, gmv: parts.gmv ?? 0, refund: parts.refund ?? 0 },
      settled,
    )
    if (orderId !== this.lastOrder) this.orders += 1
    this.lastOrder = orderId
    for (const rate of [settling.standardRate, settling.adsRate]) if (rate !== null && rate !== 0) this.rates.add(rate)
  }

  /** What a line of now adds (1), or one of the close takes (-1). */
  moved({ parts }: CloseLine, sign: 1 | -1, lines: number): void {
    this.since.lines += lines
    this.since.gmv += sign * (parts.gmv ?? 0)
    this.since.refunds += sign * (parts.refund ?? 0)
    this.since.actual += sign * (parts.commission ?? 0)
  }

  read(): ClosedGroup {
    return {
      ...readSettlement(this.sums, 0),
      orders: this.orders,
      products: this.products.size,
      rates: [...this.rates].toSorted((a, b) => a - b),
      since: { ...this.since },
    }
  }
}
