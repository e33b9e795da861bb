/** Income against affiliate lines, worked out by hand; what is late; what another copy makes of the same files. */

import fs from 'node:fs'
import path from 'node:path'

import { beforeEach, describe, expect, test } from 'vitest'

import { orderDetails, orderLine, writeIncomeCsv, writeIncomeXlsx } from '../support/income-files'
import { shopWorkspace } from '../support/imports'

const HEADER =
  'Order ID,Product ID,Product Name,SKU ID,Price,Payment Amount,Currency,Quantity,Fully returned or refunded,Payment method,Order Status,Creator Username,Content Type,Content ID,commission model,Standard commission rate,Est. Commission Base,Est. standard commission payment,Actual Commission Base,Actual Commission Payment,Time Created,Payment time,Order Delivery Time,Time Commission Paid,Platform'

/** An affiliate line of one order of January 2026: paid, its status, commission estimated and actual, day of delivery. */
function affiliate(
  order: string,
  payment: string,
  status: string,
  estimated: string,
  actual: string,
  delivered: string,
) {
  const day = delivered === '' ? '' : `${delivered}/01/2026 09:00:00`
  return `${order},1729000000000000001,Serum,1730000000000000001,${payment},${payment},USD,1,No,Card,${status},mia,Video,7400000000000000001,Open,10%,${payment},${estimated},${actual === '' ? '' : payment},${actual},02/01/2026 10:00:00,02/01/2026 10:01:00,${day},,TikTok`
}

/*
 * Orders by hand, cents:                     affiliate lines   income charges   is
 *   …001 settled, both 5.00                            500              500    matched
 *   …002 settled 6.00, charged 6.90 with ads           600              690    differs by 90
 *   …003 not an affiliates' order                        –                0    none
 *   …004 charged 2.00, no affiliate line                 –              200    onlyIncome
 *   …005 settled 4.00, in no income file               400                –    onlyAffiliate
 *   …006 pending, in no income file                    300                –    open
 */
const AFFILIATES = [
  affiliate('577000000000000001', '50.00', 'Settled', '5.00', '5.00', '04'),
  affiliate('577000000000000002', '60.00', 'Settled', '6.00', '6.00', '04'),
  affiliate('577000000000000005', '40.00', 'Settled', '4.00', '4.00', '05'),
  affiliate('577000000000000006', '30.00', 'Pending', '3.00', '', '20'),
]
const income = (order: string, settled: string, revenue: string, fees: Record<string, string> = {}) =>
  orderLine(order, settled, revenue, fees, { 'Order created time': '2026/01/02' })
const INCOME = [
  income('577000000000000001', '2026/01/12', '50.00', { 'Affiliate commission': '-5.00', 'Transaction fee': '-1.50' }),
  income('577000000000000002', '2026/01/12', '60.00', {
    'Affiliate commission': '-6.00',
    'Affiliate Shop Ads commission': '-0.90',
  }),
  income('577000000000000003', '2026/01/13', '20.00', { 'TikTok Shop commission fee': '-1.20' }),
  income('577000000000000004', '2026/02/06', '20.00', { 'Affiliate commission': '-2.00' }),
]

let workspace: Awaited<ReturnType<typeof shopWorkspace>>
beforeEach(async () => {
  workspace = await shopWorkspace()
})

const importAffiliates = async (lines = AFFILIATES) =>
  workspace.run(workspace.write(`\uFEFF${[HEADER, ...lines].join('\r\n')}\r\n`))
const importIncome = async (lines: Parameters<typeof orderDetails>[0] = INCOME, name = 'income_1.csv') =>
  workspace.run(workspace.younger(writeIncomeCsv(workspace.folder, name, orderDetails(lines))))
const overview = () => workspace.client.income.overview({ shopId: workspace.shop.id })

describe('months', () => {
  test('add up by day of settlement, fees by group', async () => {
    await importIncome()
    const { months, covered, files, currency } = await overview()
    expect({ covered, files, currency }).toEqual({
      covered: { from: '2026-01-12', to: '2026-02-06' },
      files: 1,
      currency: 'USD',
    })
    const none = {
      creators: 0,
      ads: 0,
      partners: 0,
      platform: 0,
      transaction: 0,
      shipping: 0,
      service: 0,
      tax: 0,
      other: 0,
    }
    expect(months).toEqual([
      {
        month: '2026-01',
        lines: 3,
        revenue: 13000,
        fees: -1460,
        adjustment: 0,
        settlement: 11540,
        groups: { ...none, creators: -1100, ads: -90, transaction: -150, platform: -120 },
      },
      {
        month: '2026-02',
        lines: 1,
        revenue: 2000,
        fees: -200,
        adjustment: 0,
        settlement: 1800,
        groups: { ...none, creators: -200 },
      },
    ])
  })

  test('without any file there is nothing to compare with, and nothing is said to be missing', async () => {
    await importAffiliates()
    const { months, compared, covered, files } = await overview()
    expect({ months, covered, files }).toEqual({ months: [], covered: null, files: 0 })
    expect(compared).toMatchObject([{ counts: { open: 4, onlyAffiliate: 0 }, charged: 0, commission: 0 }])
    expect(await workspace.client.income.late({ shopId: workspace.shop.id })).toMatchObject({
      coveredTo: null,
      rows: [],
      unknown: 0,
    })
  })
})

describe('against affiliate lines', () => {
  beforeEach(async () => {
    await importAffiliates()
    await importIncome()
  })

  test('each order is matched, differs, or is only on one side, by the month it was ordered in', async () => {
    expect((await overview()).compared).toEqual([
      {
        month: '2026-01',
        counts: { matched: 1, differs: 1, onlyIncome: 1, onlyAffiliate: 1, open: 1, none: 1 },
        charged: 1390,
        commission: 1500,
        difference: -110,
      },
    ])
  })

  test('what differs is listed with its amounts, the greatest first', async () => {
    const { total, rows } = await workspace.client.income.orders({ shopId: workspace.shop.id })
    expect(total).toBe(3)
    expect(
      rows.map(({ orderId, state, creator, charged, commission, difference }) => [
        orderId.slice(-3),
        state,
        creator,
        charged,
        commission,
        difference,
      ]),
    ).toEqual([
      ['005', 'onlyAffiliate', 'mia', 0, 400, -400],
      ['004', 'onlyIncome', null, 200, 0, 200],
      ['002', 'differs', 'mia', 690, 600, 90],
    ])
    const matched = await workspace.client.income.orders({ shopId: workspace.shop.id, states: ['matched'] })
    expect(matched.rows).toMatchObject([
      { orderId: '577000000000000001', settled: '2026-01-12', created: '2026-01-02', estimated: false },
    ])
    expect(await workspace.client.income.orders({ shopId: workspace.shop.id, month: '2026-02' })).toMatchObject({
      total: 0,
    })
  })

  test('an order opens to the lines of the files, with every single column', async () => {
    const { rows } = await workspace.client.income.lines({ shopId: workspace.shop.id, orderId: '577000000000000002' })
    expect(rows).toMatchObject([
      {
        file: 'income_1.csv',
        row: 3,
        part: 'orders',
        type: 'order',
        settlement: 5310,
        amounts: [
          { name: 'affiliateCommission', amount: -600 },
          { name: 'adsCommission', amount: -90 },
        ],
      },
    ])
  })

  test('a later correction of the same order joins it', async () => {
    await importIncome(
      [
        {
          'Order/adjustment ID': '7400000000000000001',
          Type: 'Platform commission adjustment',
          'Order settled time': '2026/02/07',
          Currency: 'USD',
          'Total settlement amount': '0.90',
          'Total fees': '0.90',
          'Affiliate Shop Ads commission': '0.90',
          'Related order ID': '577000000000000002',
        },
      ],
      'income_2.csv',
    )
    expect((await overview()).compared[0]?.counts).toMatchObject({ matched: 2, differs: 0 })
  })

  test('the lists are written as files', async () => {
    const to = path.join(workspace.folder, 'differences.csv')
    const headers = [
      { key: 'orderId', title: 'Order' },
      { key: 'charged', title: 'Charged' },
      { key: 'difference', title: 'Difference' },
    ]
    await workspace.client.income.export({ shopId: workspace.shop.id, what: 'orders', to, headers })
    expect(fs.readFileSync(to, 'utf8').replace('\uFEFF', '').trim().split(/\r?\n/u)).toEqual([
      'Order,Charged,Difference',
      '577000000000000005,0,-4',
      '577000000000000004,2,2',
      '577000000000000002,6.9,0.9',
    ])
  })
})

describe('late settlement', () => {
  test('is what was delivered, is due by the shop’s rule, and is in no file that reaches so far', async () => {
    await importAffiliates()
    await importIncome()
    const { shop, client } = workspace
    // US: 7 days by the platform, 14 more assumed. …005 delivered on the 5th was due on the 26th; …006 on the 20th is due on
    // 10 February, after the last day of the file, 6 February.
    const late = await client.income.late({ shopId: shop.id })
    expect(late.rule).toMatchObject([
      { part: 'days', days: 7, origin: 'market' },
      { part: 'lateDays', days: 14, origin: 'assumed' },
    ])
    // The day is 15 January: nothing is due yet.
    expect(late).toMatchObject({ rows: [], unknown: 0, coveredTo: '2026-02-06' })
    workspace.clock.now = Date.UTC(2026, 1, 20)
    expect(await client.income.late({ shopId: shop.id })).toMatchObject({
      total: 1,
      amount: 4000,
      unknown: 1,
      rows: [
        {
          orderId: '577000000000000005',
          delivered: '2026-01-05',
          due: '2026-01-26',
          days: 11,
          amount: 4000,
          listed: false,
        },
      ],
    })
  })
})

test('what is to settle counts in no month and is marked where it is late', async () => {
  await importAffiliates()
  await importIncome()
  const sheet = {
    name: 'Sheet1',
    headers: [
      'Type',
      'Order/adjustment ID',
      'Total estimated settlement amount',
      'Estimated Settle time',
      'unsettled reasons',
    ],
    lines: [
      {
        Type: 'Order',
        'Order/adjustment ID': '577000000000000005',
        'Total estimated settlement amount': '31.00',
        'Estimated Settle time': 'Delivered + 1 days',
        'unsettled reasons': 'In the return window',
      },
    ],
  }
  const before = await overview()
  const file = workspace.younger(writeIncomeXlsx(workspace.folder, 'to_settle.xlsx', [sheet]))
  expect(await workspace.run(file)).toMatchObject({ layout: 'income.usToSettle', inserted: 1 })
  const after = await overview()
  expect(after.months).toEqual(before.months)
  expect(after.toSettle).toEqual({ lines: 1, amount: 3100 })
  workspace.clock.now = Date.UTC(2026, 1, 20)
  expect((await workspace.client.income.late({ shopId: workspace.shop.id })).rows).toMatchObject([{ listed: true }])
})
