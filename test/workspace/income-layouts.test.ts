/** Income files in the layouts of the markets, each worked out by hand. */

import { expect, test } from 'vitest'

import { orderDetails, SEA_HEADERS, writeIncomeCsv, writeIncomeXlsx } from '../support/income-files'
import { shopWorkspace } from '../support/imports'

test('Vietnam: dong without decimals; commission before income tax is what the shop is charged', async () => {
  const workspace = await shopWorkspace({ market: 'VN' })
  const headers = [
    ...SEA_HEADERS,
    'Affiliate commission before PIT',
    'Personal income tax withheld from affiliate commission',
  ]
  const line = {
    'Order/adjustment ID': '577000000000000001',
    Type: 'Order',
    'Order created time': '2026/01/02',
    'Order settled time': '2026/01/12',
    Currency: 'VND',
    'Total settlement amount': '170000',
    'Total revenue': '200000',
    'Total fees': '-30000',
    'Affiliate commission': '-18000',
    'Affiliate commission before PIT': '-20000',
    'Personal income tax withheld from affiliate commission': '-2000',
    'TikTok Shop commission fee': '-8000',
  }
  const file = workspace.younger(writeIncomeCsv(workspace.folder, 'income_vn.csv', orderDetails([line], headers)))
  expect(await workspace.run(file)).toMatchObject({ inserted: 1, rejected: 0 })
  const { months, currency } = await workspace.client.income.overview({ shopId: workspace.shop.id })
  expect(currency).toBe('VND')
  // 30,000 of fees: 20,000 creators, 8,000 platform, and 2,000 that no column names.
  expect(months).toMatchObject([
    {
      revenue: 200000,
      fees: -30000,
      settlement: 170000,
      groups: { creators: -20000, platform: -8000, tax: 0, other: -2000 },
    },
  ])
})

test('Indonesia: rupiah with points between thousands, its own fees, saved with semicolons', async () => {
  const workspace = await shopWorkspace({ market: 'ID' })
  const headers = [
    'Order/Adjustment ID',
    'Type',
    'Order created time(UTC)',
    'Order settled time(UTC)',
    'Currency',
    'Total settlement amount',
    'Total revenue',
    'Total fees',
    'Platform commission fee',
    'Dynamic commission',
    'Mall service fee',
    'Article 22 Income Tax withheld',
    'Adjustment amount',
    'Order Source',
  ]
  const cells = [
    '577000000000000001',
    'Order',
    '2026/01/02',
    '2026/01/12',
    'IDR',
    '1.350.000',
    '1.500.000',
    '-150.000',
    '-90.000',
    '-30.000',
    '-22.500',
    '-7.500',
    '/',
    'TikTok',
  ]
  const file = workspace.write(`${headers.join(';')}\r\n${cells.join(';')}\r\n`)
  expect(await workspace.run(file)).toMatchObject({ inserted: 1, rejected: 0, warnings: [] })
  const { months } = await workspace.client.income.overview({ shopId: workspace.shop.id })
  // Rupiah are kept with two decimals.
  expect(months).toMatchObject([
    {
      settlement: 135000000,
      fees: -15000000,
      groups: { platform: -12000000, service: -2250000, tax: -750000, other: 0 },
    },
  ])
})

test('Thailand: its growth fee is a service, what was sold is kept as it stands', async () => {
  const workspace = await shopWorkspace({ market: 'TH' })
  const headers = [...SEA_HEADERS, 'Commerce growth fee', 'Details of items sold']
  const line = {
    'Order/adjustment ID': '577000000000000001',
    Type: 'Order',
    'Order settled time': '2026/01/12',
    Currency: 'THB',
    'Total settlement amount': '90.00',
    'Total revenue': '100.00',
    'Total fees': '-10.00',
    'Commerce growth fee': '-7.00',
    'Transaction fee': '-3.00',
    'Details of items sold': 'SERUM-30 * 1;',
  }
  const file = workspace.younger(writeIncomeXlsx(workspace.folder, 'income_th.xlsx', [orderDetails([line], headers)]))
  expect(await workspace.run(file)).toMatchObject({ inserted: 1, rejected: 0 })
  const { months } = await workspace.client.income.overview({ shopId: workspace.shop.id })
  expect(months).toMatchObject([{ fees: -1000, groups: { service: -700, transaction: -300, other: 0 } }])
})

test('a US workbook of settled orders and payouts is read sheet by sheet', async () => {
  const workspace = await shopWorkspace()
  const orders = {
    name: 'Order details',
    headers: [
      'Statement date',
      'Statement ID',
      'Payment ID',
      'Status',
      'Currency',
      'Type',
      'Order/adjustment ID',
      'SKU ID',
      'Net sales',
      'Shipping',
      'Fees',
      'Adjustment amount',
      'Total settlement amount',
    ],
    lines: ['1730000000000000001', '1730000000000000002'].map((sku) => ({
      'Statement date': '2026/01/12',
      'Statement ID': '3000000000000001',
      'Payment ID': '4000000000000001',
      Status: 'Settled',
      Currency: 'USD',
      Type: 'Order',
      'Order/adjustment ID': '577000000000000001',
      'SKU ID': sku,
      'Net sales': '10.00',
      Shipping: '-1.00',
      Fees: '-2.00',
      'Adjustment amount': '0',
      'Total settlement amount': '7.00',
    })),
  }
  const payments = {
    name: 'Payments',
    headers: [
      'Payment ID',
      'Payment amount',
      'Payment initiation date',
      'Payment completion date',
      'Bank account',
      'Status',
    ],
    lines: [
      {
        'Payment ID': '4000000000000001',
        'Payment amount': '14.00',
        'Payment initiation date': '2026/01/13',
        'Payment completion date': '2026/01/15',
        'Bank account': '********9247',
        Status: 'Paid',
      },
    ],
  }
  const file = workspace.younger(writeIncomeXlsx(workspace.folder, 'income_us.xlsx', [orders, payments]))
  expect(await workspace.run(file)).toMatchObject({ layout: 'income.us', inserted: 3, rejected: 0 })
  // Two SKUs of one order with equal amounts are two lines.
  const { months } = await workspace.client.income.overview({ shopId: workspace.shop.id })
  expect(months).toMatchObject([{ lines: 2, revenue: 2000, fees: -600, settlement: 1400 }])
  const { rows } = await workspace.client.income.payouts({ shopId: workspace.shop.id })
  expect(rows).toMatchObject([
    {
      part: 'payments',
      id: '4000000000000001',
      settled: '2026-01-15',
      settlement: 1400,
      account: '********9247',
      status: 'Paid',
    },
  ])
})
