import fs from 'node:fs'
import path from 'node:path'

import { beforeEach, describe, expect, test } from 'vitest'

import { writeOrderExport } from '../../electron/workspace/files/order-export'
import { at, orderRow } from '../support/exports'
import { finish, newWorkspace, type TestWorkspace } from '../support/workspace'

let workspace: TestWorkspace
let us: string
let thailand: string

/*
 * US shop (USD cents): 10 Jan 20.00 by mia (serum), 12 Jan 30.00 by zoe (serum, 2 units), 10 % commission settled.
 * Thai shop (THB satang): 11 Jan 1,000.00 by mia (mask), 10 % commission, pending.
 */
beforeEach(async () => {
  workspace = await newWorkspace({ currency: 'USD' })
  us = (await workspace.client.shops.add({ name: 'Glow US', market: 'US', client: 'Glow' })).id
  thailand = (await workspace.client.shops.add({ name: 'Lotus', market: 'TH', client: 'Lotus Group' })).id
  const line = (orderId: string, day: string, payment: number, more: Parameters<typeof orderRow>[0]) =>
    orderRow({
      orderId,
      created: at(`${day} 12:00:00`),
      payment,
      price: payment,
      estimatedBase: payment,
      actualBase: payment,
      estimatedStandard: payment / 10,
      actualStandard: payment / 10,
      ...more,
    })
  await load(us, 'USD', [
    line('577000000000000001', '2026-01-10', 2000, { creator: 'mia', productId: '1729000000000000001' }),
    line('577000000000000002', '2026-01-12', 3000, { creator: 'zoe', productId: '1729000000000000001', quantity: 2 }),
  ])
  await load(thailand, 'THB', [
    line('577000000000000003', '2026-01-11', 100_000, {
      creator: 'mia',
      productId: '1729000000000000002',
      currency: 'THB',
      status: 'pending',
      actualBase: null,
      actualStandard: null,
    }),
  ])
})

async function load(shopId: string, currency: string, rows: ReturnType<typeof orderRow>[]): Promise<void> {
  const file = path.join(workspace.folder, `${currency}.csv`)
  await writeOrderExport(file, { layout: 'affiliateOrders.en', container: 'csv', currency }, rows)
  await finish(workspace.client.imports.run({ path: file, shopId }))
}

const rate = (day: string, value: string) =>
  workspace.client.rates.put({ day, base: 'THB', quote: 'USD', rate: value, source: 'bank' })

describe('several currencies', () => {
  test('a missing rate is reported and its lines are left out, never guessed', async () => {
    const table = await workspace.client.roi.table({ by: ['shop'] })
    expect(table).toMatchObject({
      currency: 'USD',
      total: { gmv: 5000 },
      missingRates: [{ base: 'THB', quote: 'USD', from: '2026-01-11', to: '2026-01-11', lines: 1 }],
    })
  })

  test("are converted at the rate in force on the line's day", async () => {
    await rate('2026-01-01', '0.03')
    await rate('2026-01-12', '0.5')
    const { rows, total, footnotes } = await workspace.client.roi.table({ by: ['creator'] })
    // 1,000.00 THB × 0.03 = 30.00 USD; its commission 100.00 THB = 3.00 USD
    expect(rows.map(({ keys, gmv, commission }) => [keys.creator, gmv, commission])).toEqual([
      ['mia', 5000, 500],
      ['zoe', 3000, 300],
    ])
    expect(total).toMatchObject({ gmv: 8000, commissionSettled: 500, commissionPending: 300 })
    expect(footnotes.usedRates).toEqual([
      { base: 'THB', quote: 'USD', rate: '0.03', day: '2026-01-01', source: 'bank', locked: false },
    ])
  })

  test('one shop alone is shown in its own currency', async () => {
    expect(await workspace.client.roi.summary({ shops: [thailand] })).toMatchObject({
      now: { currency: 'THB', gmv: 100_000 },
    })
  })
})

describe('contribution', () => {
  test('takes off every cost that is known, and the footnotes name those that are not', async () => {
    const { client } = workspace
    await client.costs.put({
      fields: { shopId: us, kind: 'sample', amount: 150, currency: 'USD', day: '2026-01-11', creatorHandle: '@Mia' },
    })
    await client.costs.put({
      fields: { shopId: us, kind: 'fee', amount: 250, currency: 'USD', day: '2026-01-12', creatorHandle: 'zoe' },
    })
    await client.costs.putProductCost({
      fields: { shopId: us, productId: '1729000000000000001', unitCost: 400, currency: 'USD', fromDay: '2026-01-11' },
    })
    await client.markets.setRule({
      market: 'US',
      rule: 'platformFee',
      value: '6',
      fromDay: '2026-01-01',
      source: 'contract',
    })
    const { now, footnotes } = await client.roi.summary({ shops: [us] })
    // 5000 − commission 500 − samples 150 − fees 250 − platform 6 % of 5000 = 300 − goods 2 kept units × 400 = 800 (the cost starts on the 11th)
    expect(now).toMatchObject({
      netGmv: 5000,
      commission: 500,
      sampleCost: 150,
      fees: 250,
      ads: 0,
      platformFees: 300,
      cogs: 800,
      contribution: 3000,
    })
    expect(now.roi).toBeCloseTo(3000 / 900, 12)
    expect(footnotes.unknownCosts).toEqual(['ads'])
    const { rows } = await client.roi.table({ by: ['creator'], shops: [us] })
    expect(rows.map(({ keys, sampleCost, fees, cogs }) => [keys.creator, sampleCost, fees, cogs])).toEqual([
      ['zoe', 0, 250, 800],
      ['mia', 150, 0, 0],
    ])
  })
})

test('the summary sets a period against the one before it', async () => {
  const { now, before, previous } = await workspace.client.roi.summary({
    shops: [us],
    from: '2026-01-12',
    to: '2026-01-13',
  })
  expect(previous).toEqual({ from: '2026-01-10', to: '2026-01-11' })
  expect([now.gmv, before?.gmv]).toEqual([3000, 2000])
})

test('a trend has every day of its period, also those without a sale', async () => {
  const { grain, rows } = await workspace.client.roi.trend({ shops: [us], from: '2026-01-10', to: '2026-01-13' })
  expect(grain).toBe('day')
  expect(rows.map(({ keys, gmv }) => [keys.day, gmv])).toEqual([
    ['2026-01-10', 2000],
    ['2026-01-11', 0],
    ['2026-01-12', 3000],
    ['2026-01-13', 0],
  ])
})

test('every key groups, and the rows of each add up to the total', async () => {
  await rate('2026-01-01', '0.03')
  for (const key of [
    'shop',
    'client',
    'market',
    'creator',
    'product',
    'content',
    'contentType',
    'campaign',
    'staff',
    'day',
    'week',
    'month',
  ] as const) {
    const { rows, total } = await workspace.client.roi.table({ by: [key] })
    expect({ key, gmv: rows.reduce((sum, row) => sum + row.gmv, 0) }).toEqual({ key, gmv: total.gmv })
    expect(total.gmv).toBe(8000)
  }
  const { rows } = await workspace.client.roi.table({ by: ['week'] })
  expect(rows.map(({ keys }) => keys.week)).toEqual(['2026-W02', '2026-W03'])
})

test('names carry their ids, filters take them back', async () => {
  const { rows } = await workspace.client.roi.table({ by: ['client', 'shop'], markets: ['US'] })
  expect(rows).toMatchObject([{ keys: { client: 'Glow', shop: 'Glow US' }, ids: { shop: us } }])
  const lines = await workspace.client.roi.lines({ clients: [rows[0]!.ids.client ?? ''] })
  expect(lines.total).toBe(2)
})

test('search, sort and pages apply to the rows, the total stays whole', async () => {
  await rate('2026-01-01', '0.03')
  const input = { by: ['creator' as const], sort: { column: 'gmv', descending: false } }
  expect((await workspace.client.roi.table(input)).rows.map(({ keys }) => keys.creator)).toEqual(['zoe', 'mia'])
  expect(await workspace.client.roi.table({ ...input, search: 'ZO' })).toMatchObject({
    rowCount: 1,
    rows: [{ keys: { creator: 'zoe' } }],
    total: { gmv: 8000 },
  })
  expect(await workspace.client.roi.table({ ...input, limit: 1, offset: 1 })).toMatchObject({
    rowCount: 2,
    rows: [{ keys: { creator: 'mia' } }],
  })
})

test('settled-only counts settled lines alone', async () => {
  await rate('2026-01-01', '0.03')
  expect(await workspace.client.roi.summary({ settledOnly: true })).toMatchObject({
    now: { gmv: 5000, commissionPending: 0 },
  })
})

test('the table as seen is written with its total, and no text of it runs as a formula', async () => {
  await workspace.client.shops.update({ id: us, fields: { name: '=HYPERLINK("x")' } })
  const to = path.join(workspace.folder, 'roi.csv')
  const columns = [
    { key: 'shop', title: '店铺' },
    { key: 'gmv', title: 'GMV' },
    { key: 'roi', title: 'ROI' },
  ]
  expect(await workspace.client.roi.export({ by: ['shop'], shops: [us], format: 'csv', to, columns })).toEqual({
    file: to,
    rows: 2,
  })
  const [, row, totals] = fs.readFileSync(to, 'utf8').split('\r\n')
  expect(row).toMatch(/^"?'=HYPERLINK.*,50,/)
  expect(totals).toMatch(/^,50,/)
  await expect(
    workspace.client.roi.export({ by: ['shop'], format: 'xlsx', to: path.join(to, 'inside-a-file.xlsx'), columns }),
  ).rejects.toMatchObject({ code: 'export.notWritable' })
})

test('the extent is that of the shops asked for', async () => {
  expect(await workspace.client.roi.extent({})).toEqual({ from: '2026-01-10', to: '2026-01-12' })
  expect(await workspace.client.roi.extent({ shops: [thailand] })).toEqual({ from: '2026-01-11', to: '2026-01-11' })
})

test('lines that carry nothing of a figure are left out when only those that do are asked for', async () => {
  const { client } = workspace
  const file = path.join(workspace.folder, 'refunds.csv')
  const returned = orderRow({
    orderId: '577000000000000009',
    created: at('2026-01-12 09:00:00'),
    payment: 700,
    fullyReturned: true,
  })
  await writeOrderExport(file, { layout: 'affiliateOrders.en', container: 'csv', currency: 'USD' }, [returned])
  await finish(client.imports.run({ path: file, shopId: us }))
  expect(await client.roi.lines({ shops: [us] })).toMatchObject({ total: 3 })
  expect(await client.roi.lines({ shops: [us], nonZero: 'refund' })).toMatchObject({
    total: 1,
    rows: [{ orderId: '577000000000000009', refund: 700 }],
  })
})

test('a trend of a creator without a sale in the period is zeros, in the currency of the shops', async () => {
  const { rows } = await workspace.client.roi.trend({
    shops: [us],
    creators: ['nobody'],
    from: '2026-01-10',
    to: '2026-01-11',
  })
  expect(rows).toMatchObject([
    { keys: { day: '2026-01-10' }, orders: 0, netGmv: 0, currency: 'USD' },
    { keys: { day: '2026-01-11' }, orders: 0, netGmv: 0, currency: 'USD' },
  ])
})
