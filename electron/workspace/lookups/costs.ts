/** Costs that people entered, as every feature sees them. */

import type { ReadableDb } from '../../../db/database'
import { listCostLines, listProductCosts } from '../../../db/repositories/costs'
import { COST_KINDS, type CostLine, type ProductCost } from '../../../shared/contract/costs'
import { PAYMENT, PAYMENT_STATES } from '../../../shared/domain/payments'

/** A cost line whose amount is known, as reports add it up; the contract's may be hidden from who asks. */
export type KnownCostLine = CostLine & { readonly amount: number }
export type KnownProductCost = ProductCost & { readonly unitCost: number }

/** Every live cost line that is complete. */
export function allCostLines(db: ReadableDb): KnownCostLine[] {
  return listCostLines(db).flatMap(toCostLine)
}

/** Every live product cost that is complete. */
export function allProductCosts(
  db: ReadableDb,
  only: { readonly shopId?: string | undefined; readonly id?: string } = {},
): KnownProductCost[] {
  return listProductCosts(db, only).flatMap(({ shopId: shop, productId, unitCost, currency, fromDay, ...rest }) =>
    shop && productId && unitCost !== null && currency && fromDay
      ? [{ ...rest, shopId: shop, productId, unitCost, currency, fromDay }]
      : [],
  )
}

/** The row as a cost line; none where a merge left it incomplete. */
export function toCostLine({
  paymentState,
  paymentHold,
  ...row
}: ReturnType<typeof listCostLines>[number]): KnownCostLine[] {
  const kind = COST_KINDS.find((known) => known === row.kind)
  const { shopId, amount, currency, day } = row
  const state = PAYMENT_STATES.find((known) => known === paymentState) ?? PAYMENT.initial
  return kind && shopId && amount !== null && currency && day
    ? [{ ...row, kind, shopId, amount, currency, day, payment: { state, hold: paymentHold === 1 } }]
    : []
}

/** Whether reports add the line up: a cancelled one costs nothing, one that people must decide on counts until they have. */
export function counts({ payment: { state, hold } }: CostLine): boolean {
  return hold || state !== 'cancelled'
}
