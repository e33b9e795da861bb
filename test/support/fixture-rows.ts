/** The six lines that every file under `test/fixtures/exports` holds, in the columns its layout has. */

import type { OrderRow } from '../../electron/workspace/files/order-export'
import { at, orderRow } from './exports'

export const FIXTURE_ROWS: readonly OrderRow[] = [
  orderRow(),
  orderRow({
    orderId: '577012345678901301',
    contentType: 'live',
    creator: 'bo.kitchen',
    quantity: 2,
    payment: 2598,
    estimatedBase: 2598,
    estimatedStandard: 390,
    actualBase: 1299,
    actualStandard: 195,
    returnedQuantity: 1,
  }),
  orderRow({
    orderId: '577012345678901302',
    status: 'pending',
    actualBase: null,
    actualStandard: null,
    commissionPaid: null,
    created: at('2026-02-13 09:30:00'),
  }),
  orderRow({
    orderId: '577012345678901303',
    status: 'ineligible',
    actualBase: 0,
    actualStandard: 0,
    fullyReturned: true,
    returnedQuantity: 1,
    productName: 'Tote bag, "city"',
  }),
  orderRow({
    orderId: '577012345678901304',
    status: 'unpaid',
    actualBase: null,
    actualStandard: null,
    paid: null,
    commissionPaid: null,
  }),
  orderRow({
    orderId: '577012345678901305',
    contentType: 'showcase',
    contentId: null,
    payment: 0,
    estimatedBase: 0,
    estimatedStandard: 0,
    actualBase: 0,
    actualStandard: 0,
  }),
]
