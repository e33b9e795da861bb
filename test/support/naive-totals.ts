/**
 * What a set of imported files must add up to, worked out the slow and plain way: for every line's key the most believed
 * file that holds it, then one sum after the other. Shares nothing with the product but the words of a line.
 */

import type { OrderRow } from '../../electron/workspace/files/order-export'

export interface Imported {
  readonly batchId: string
  readonly kind: 'affiliateOrders' | 'creatorOrders'
  readonly modifiedAt: number
  /** In the order of the file's rows. */
  readonly lines: readonly OrderRow[]
}

export interface Totals {
  readonly orders: number
  readonly units: number
  readonly samples: number
  readonly gmv: number
  readonly refunds: number
  readonly commissionSettled: number
  readonly commissionPending: number
  /** GMV by `creator month`, without the zeros. */
  readonly by: Readonly<Record<string, number>>
}

export function naiveTotals(files: readonly Imported[]): Totals {
  const orders = new Set<string>()
  const by: Record<string, number> = {}
  let [units, samples, gmv, refunds, settled, pending] = [0, 0, 0, 0, 0, 0]
  for (const line of winners(files)) {
    const payment = line.payment ?? 0
    if (line.status === 'unpaid') {
      continue
    }
    if (payment === 0 && line.status !== 'ineligible') {
      samples += 1
      continue
    }
    orders.add(line.orderId ?? '')
    units += line.quantity ?? 0
    gmv += payment
    refunds += refundOf(line, payment)
    if (line.status === 'settled') {
      settled += commissionOf(line)
    } else if (line.status !== 'ineligible') {
      pending += commissionOf(line)
    }
    const key = `${line.creator ?? ''} ${new Date((line.created ?? 0) * 1000).toISOString().slice(0, 7)}`
    by[key] = (by[key] ?? 0) + payment
  }
  return {
    orders: orders.size,
    units,
    samples,
    gmv,
    refunds,
    commissionSettled: settled,
    commissionPending: pending,
    by: Object.fromEntries(Object.entries(by).filter(([, sum]) => sum !== 0)),
  }
}

/** One line for each key: of the seller's files before the creator's, of the youngest, of its last row. */
function winners(files: readonly Imported[]): OrderRow[] {
  const rank = ({ kind }: Imported) => (kind === 'affiliateOrders' ? 1 : 0)
  const latest = ({ lines }: Imported) => Math.max(...lines.map(({ created }) => created ?? 0))
  const believed = [...files].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      a.modifiedAt - b.modifiedAt ||
      latest(a) - latest(b) ||
      (a.batchId < b.batchId ? -1 : a.batchId > b.batchId ? 1 : 0),
  )
  const lines = believed.flatMap((file) => file.lines.map((line) => asFileSays(line, file.kind)))
  return [...new Map(lines.map((line) => [`${line.orderId} ${line.productId} ${line.skuId}`, line])).values()]
}

/** A creator's file has neither the flag of a full return nor the seller's bonus, but the units that came back. */
function asFileSays(line: OrderRow, kind: Imported['kind']): OrderRow {
  const { quantity, returnedQuantity } = line
  return kind === 'affiliateOrders'
    ? line
    : {
        ...line,
        estimatedBonus: null,
        actualBonus: null,
        fullyReturned: (returnedQuantity ?? 0) > 0 && (returnedQuantity ?? 0) >= (quantity ?? 0),
      }
}

function refundOf(line: OrderRow, payment: number): number {
  if (line.status === 'ineligible' || line.fullyReturned) {
    return payment
  }
  const { estimatedBase: estimated = null, actualBase: actual = null } = line
  if (estimated === null || actual === null || actual >= estimated) {
    return 0
  }
  // Half a cent goes up: none of these is negative.
  return Math.floor((payment * (estimated - actual)) / estimated + 0.5)
}

function commissionOf(line: OrderRow): number {
  return (
    (line.actualStandard ?? line.estimatedStandard ?? 0) +
    (line.actualAds ?? line.estimatedAds ?? 0) +
    (line.actualBonus ?? line.estimatedBonus ?? 0)
  )
}
