/** A small export written by hand, with the figures worked out by hand beside each line. */

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

const HEADER =
  'Order ID,Product ID,Product Name,SKU ID,Price,Payment Amount,Currency,Quantity,Fully returned or refunded,Payment method,Order Status,Creator Username,Content Type,Content ID,commission model,Standard commission rate,Est. Commission Base,Est. standard commission payment,Actual Commission Base,Actual Commission Payment,Shop Ads commission rate,Est. Shop Ads commission payment,Actual Shop Ads commission payment,Est. co-funded creator bonus,Actual co-funded creator bonus,Time Created,Payment time,Order Delivery Time,Time Commission Paid,Platform'

export const FACE = '1729000000000000001'
export const LIPS = '1729000000000000002'

interface Cells {
  readonly order: string
  readonly product?: string
  readonly payment: string
  readonly quantity?: string
  readonly status: string
  readonly creator?: string
  readonly currency?: string
  /** Estimated and actual base, then standard, ads and bonus parts, each estimated and actual. */
  readonly base?: readonly [string, string]
  readonly standard?: readonly [string, string]
  readonly ads?: readonly [string, string]
  readonly bonus?: readonly [string, string]
  readonly created?: string
}

/** One line of the file. */
export function line(cells: Cells): string {
  const { order, product = FACE, payment, quantity = '1', status, creator = 'Mia.Glow', currency = 'USD' } = cells
  const { base = ['', ''], standard = ['', ''], ads = ['', ''], bonus = ['', ''] } = cells
  const { created = '31/01/2026 12:00:00' } = cells
  return [
    [order, product, product === FACE ? 'Face cream' : 'Lip tint', `${product.slice(0, -1)}9`, '20.00', payment],
    [currency, quantity, 'No', 'Card', status, creator, 'Video', '7301234567890123456', 'Open collaboration', '15%'],
    [base[0], standard[0], base[1], standard[1], ads[0] === '' ? '' : '5%', ads[0], ads[1], bonus[0], bonus[1]],
    [created, created, '', '', 'TikTok'],
  ]
    .flat()
    .join(',')
}

/**
 * What a shop sold on 31 January and 1 February 2026:
 *
 *     line  gmv    refund                       commission              kept units
 *     A     40.00  40 × (40 − 20) ÷ 40 = 20.00  3.00 settled            2 − 1 = 1
 *     A     10.00                               1.00 + 0.50 + 0.20      1 (lips)
 *     B     12.99                               1.95 pending            1
 *     C     30.00  30.00 (ineligible)           0                       0
 *     D      5.00                               0.50 frozen: pending    1
 *     E     not paid, F a sample: nothing
 *     G      9.99                               0 (the actual 0 counts) 3, on 1 February
 *
 * gmv 107.98, refunds 50.00, net 57.98; commission 4.70 settled + 2.45 pending = 7.15; 5 orders, 9 units, 1 sample.
 */
export const ORDERS = [
  line({
    order: '577000000000000001',
    payment: '40.00',
    quantity: '2',
    status: 'Settled',
    base: ['40.00', '20.00'],
    standard: ['6.00', '3.00'],
  }),
  line({
    order: '577000000000000001',
    product: LIPS,
    payment: '10.00',
    status: 'Settled',
    base: ['10.00', '10.00'],
    standard: ['1.00', '1.00'],
    ads: ['0.50', '0.50'],
    bonus: ['0.20', ''],
  }),
  line({
    order: '577000000000000002',
    payment: '12.99',
    status: 'Pending',
    base: ['12.99', ''],
    standard: ['1.95', ''],
    creator: '@MIA.glow',
  }),
  line({
    order: '577000000000000003',
    payment: '30.00',
    status: 'Ineligible',
    base: ['30.00', ''],
    standard: ['4.50', ''],
    creator: 'zoe',
  }),
  line({ order: '577000000000000004', payment: '5.00', status: 'Frozen', base: ['5.00', ''], standard: ['0.50', ''] }),
  line({ order: '577000000000000005', payment: '99.00', status: 'Customer Unpaid' }),
  line({ order: '577000000000000006', payment: '0.00', status: 'Settled' }),
  line({
    order: '577000000000000007',
    payment: '9.99',
    quantity: '3',
    status: 'Settled',
    base: ['9.99', ''],
    standard: ['1.00', '0.00'],
    created: '01/02/2026 00:00:00',
  }),
]

/** Writes lines as an export; the last of two files of one name wins. */
export function writeOrders(folder: string, name: string, lines: readonly string[]): string {
  const file = join(folder, name)
  writeFileSync(file, `\uFEFF${[HEADER, ...lines].join('\r\n')}\r\n`)
  return file
}
