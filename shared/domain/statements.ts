/**
 * What a creator is told of a month: the order lines with what each was estimated to bring and brought, and their sums.
 *
 * The sums are those of the lines, and of the settlement sheet's row for the same creator; nothing is rounded twice.
 */

import type { OrderStatus } from './orders'
import type { CloseLine, ClosePayable } from './period-close'
import { CAUSES, type Cause } from './settlement'

export interface StatementLine {
  readonly orderId: string
  readonly productId: string
  readonly skuId: string
  readonly productName: string
  readonly skuName: string
  /** Of the order's creation, in the shop's zone; '' where no file has the line any more. */
  readonly day: string
  readonly status: OrderStatus
  readonly quantity: number
  /** Units that came back or were refunded, as the platform's file says. */
  readonly returned: number
  readonly fullyReturned: boolean
  readonly gmv: number
  readonly refund: number
  readonly estimated: number
  readonly actual: number
  readonly cause: Cause | null
  /** Where the platform's own record of it is; null: no file has it any more. */
  readonly proof: { readonly file: string; readonly row: number } | null
  /** The month is closed, and the files say something else of the line by now. */
  readonly changedSince: boolean
}

export interface StatementFigures {
  readonly orders: number
  readonly lines: number
  readonly units: number
  readonly gmv: number
  readonly refunds: number
  readonly estimated: number
  readonly actual: number
  /** Actual of lines that the platform has settled, and of those that it has not. */
  readonly settled: number
  readonly pending: number
  /** By cause; they add up to actual − estimated. */
  readonly adjustments: Readonly<Record<Cause, number>>
}

/** Something owed to the creator outside the platform that is due in the month, in its own currency. */
export type StatementFee = Pick<ClosePayable, 'id' | 'kind' | 'dueDay' | 'amount' | 'currency' | 'state'>

/** Minor units of the currency. */
export interface FeeTotal {
  readonly currency: string
  readonly amount: number
}

/** What the fees of a statement add up to, each currency for itself; commission is in none of them. */
export function feeTotals(fees: readonly StatementFee[]): FeeTotal[] {
  const totals = new Map<string, number>()
  for (const { currency, amount } of fees) totals.set(currency, (totals.get(currency) ?? 0) + amount)
  return [...totals]
    .map(([currency, amount]) => ({ currency, amount }))
    .toSorted((a, b) => (a.currency < b.currency ? -1 : 1))
}

/** What the lines of one creator's month add up to. A line's whole difference is put down to its cause. */
export function statementFigures(lines: readonly StatementLine[]): StatementFigures {
  // The keys are exactly the causes.
  const adjustments = Object.fromEntries(CAUSES.map((cause) => [cause, 0])) as Record<Cause, number>
  const sums = { units: 0, gmv: 0, refunds: 0, estimated: 0, actual: 0, settled: 0, pending: 0 }
  for (const line of lines) {
    sums.units += line.quantity
    sums.gmv += line.gmv
    sums.refunds += line.refund
    sums.estimated += line.estimated
    sums.actual += line.actual
    sums[line.status === 'settled' ? 'settled' : 'pending'] += line.actual
    if (line.actual !== line.estimated) adjustments[line.cause ?? 'unexplained'] += line.actual - line.estimated
  }
  return { ...sums, orders: new Set(lines.map(({ orderId }) => orderId)).size, lines: lines.length, adjustments }
}

/** What a line was estimated to bring: standard, shop ads and co-funded bonus. */
export function estimatedOf({ parts }: Pick<CloseLine, 'parts'>): number {
  return (parts.estimatedStandard ?? 0) + (parts.estimatedAds ?? 0) + (parts.estimatedBonus ?? 0)
}

/**
 * The number of a statement: its month and the first digits of its digest. Two colleagues who make the same statement
 * offline give it the same number, and another number always means other lines.
 */
export function statementNumber(month: string, sha256: string): string {
  return `${month.replace('-', '')}-${sha256.slice(0, 8).toUpperCase()}`
}
