/** Costs that no export of the platform carries, entered by people. */

import type { ReadableDb } from '../../../db/database'
import { findCostLine, pageCostLines } from '../../../db/repositories/costs'
import { payableOfCost } from '../../../db/repositories/payables'
import { deleteRecord } from '../../../db/repositories/records'
import type { CostLine, ProductCost } from '../../../shared/contract/costs'
import { PAYMENT } from '../../../shared/domain/payments'
import { AppError } from '../../../shared/errors'
import { os } from '../serve'
import { allProductCosts, toCostLine } from '../lookups/costs'
import { findShop } from '../lookups/shops'
import { cursorOf, put, readCursor, write } from '../support'

export const costs = {
  list: os.costs.list.handler(({ input, context }) => {
    const { cursor, limit, ...filter } = input
    const [day = '', id = ''] = readCursor(cursor)
    const page = pageCostLines(context.host.current().workspace.db, filter, {
      after: cursor === null ? null : { day, id },
      limit,
    })
    const rows = page.rows.flatMap(toCostLine)
    const last = page.rows.length === limit ? page.rows.at(-1) : undefined
    return { rows, total: page.total, nextCursor: last ? cursorOf([last.day ?? '', last.id]) : null }
  }),

  put: os.costs.put.handler(async ({ input: { id, fields }, context }) => {
    const { db } = context.host.current().workspace
    checkCurrency(db, fields.shopId, fields.currency, 'costLines')
    const saved = await write(context, id ? 'costs.update' : 'costs.add', fields.kind, (tx) =>
      put(context, tx, 'costLines', id ?? null, fields),
    )
    return costLine(db, saved)
  }),

  remove: os.costs.remove.handler(async ({ input: { id }, context }) => {
    const line = costLine(context.host.current().workspace.db, id)
    await write(context, 'costs.remove', line.kind, (tx) => deleteRecord(tx, 'costLines', id))
    return {}
  }),

  step: os.costs.step.handler(async ({ input: { id, to, reason }, context }) => {
    const { db } = context.host.current().workspace
    await write(context, 'costs.step', to, (tx) => {
      const { state, hold } = costLine(tx, id).payment
      if (hold) throw new AppError('record.onHold', { entity: 'costLines', id })
      if (!PAYMENT.edges[state].includes(to)) {
        throw new AppError('record.illegalStep', { entity: 'costLines', id, from: state, to })
      }
      // What it owes is paid on the payable: paid here too, it would be paid twice.
      if (to === 'paid' && payableOfCost(tx, id) !== null)
        throw new AppError('record.invalid', { entity: 'costLines', field: 'payment', reason: 'isPayable' })
      const step = { costLineId: id, fromState: state, toState: to, reason, machine: PAYMENT.version }
      put(context, tx, 'costEvents', null, step)
    })
    return costLine(db, id)
  }),

  productCosts: os.costs.productCosts.handler(({ input, context }) =>
    allProductCosts(context.host.current().workspace.db, input),
  ),

  putProductCost: os.costs.putProductCost.handler(async ({ input: { id, fields }, context }) => {
    const { db } = context.host.current().workspace
    checkCurrency(db, fields.shopId, fields.currency, 'productCosts')
    const saved = await write(context, id ? 'productCosts.update' : 'productCosts.add', fields.productId, (tx) =>
      put(context, tx, 'productCosts', id ?? null, fields),
    )
    return productCost(db, saved)
  }),

  removeProductCost: os.costs.removeProductCost.handler(async ({ input: { id }, context }) => {
    const cost = productCost(context.host.current().workspace.db, id)
    await write(context, 'productCosts.remove', cost.productId, (tx) => deleteRecord(tx, 'productCosts', id))
    return {}
  }),
}

/** A cost is kept in its shop's currency: converting it is the report's work, with a rate that is named. */
function checkCurrency(db: ReadableDb, shopId: string, currency: string, entity: string): void {
  if (findShop(db, shopId).currency !== currency) {
    throw new AppError('record.invalid', { entity, field: 'currency', reason: 'currencyOfAnotherShop' })
  }
}

function costLine(db: ReadableDb, id: string): CostLine {
  const [line] = [findCostLine(db, id)].flatMap((row) => (row ? toCostLine(row) : []))
  return found(line, 'costLines', id)
}

function productCost(db: ReadableDb, id: string): ProductCost {
  return found(allProductCosts(db, { id })[0], 'productCosts', id)
}

function found<T>(value: T | undefined, entity: string, id: string): T {
  if (value === undefined) {
    throw new AppError('record.notFound', { entity, id })
  }
  return value
}
