/** Sales that the platform still has to pay out, for calendars of money. */

import type { OrderRow } from '../../electron/workspace/files/order-export'
import { at, orderRow } from './exports'

let orders = 0
/** A pending sale of 100.00 with 15.00 commission, delivered on Monday, 2026-01-12. */
export function sale(more: OrderRow = {}): OrderRow {
  const { actualBase: _base, actualStandard: _standard, commissionPaid: _paid, ...row } = orderRow()
  return {
    ...row,
    orderId: String(577012345678901000n + BigInt((orders += 1))),
    status: 'pending',
    price: 100_00,
    payment: 100_00,
    estimatedBase: 100_00,
    estimatedStandard: 15_00,
    created: at('2026-01-08 10:00:00'),
    paid: at('2026-01-08 10:00:05'),
    delivered: at('2026-01-12 23:30:00'),
    ...more,
  }
}
