import path from 'node:path'

import { beforeEach, expect, test } from 'vitest'

import { writeOrderExport } from '../../electron/workspace/files/order-export'
import { at, orderRow } from '../support/exports'
import { finish, newWorkspace, type TestWorkspace } from '../support/workspace'

const SERUM = '1729000000000000001'
const MASK = '1729000000000000002'
const day = (text: string) => Date.parse(`${text}T12:00:00Z`)

let workspace: TestWorkspace
let shop: string
let mia: string
let zoe: string

/*
 * A US shop. Serum: 4.20 a piece since 1 Jan. Usual parcel: 0.85 box, 5.00 freight; nothing crosses a border.
 *   mia (Wang): 2 serums on 5 Jan  = 8.40 + 0.85 + 5.00          = 14.25
 *   mia (Wang): 1 mask on 6 Jan, goods entered as 3.00            =  8.85
 *   zoe (Li):   1 serum on 7 Jan, freight entered as 9.90         = 14.95
 * Sales: mia 20.00 of the serum on 10 Jan and 30.00 of the mask on 12 Jan, zoe 10.00 of the serum on 6 Jan (before hers
 * left the house) and 50.00 on 13 Jan; 10 % commission each, settled.
 */
beforeEach(async () => {
  workspace = await newWorkspace({ currency: 'USD' })
  const { client } = workspace
  shop = (await client.shops.add({ name: 'Glow US', market: 'US', client: 'Glow' })).id
  mia = String((await client.records.put({ entity: 'creators', fields: { handle: 'mia' } })).id)
  zoe = String((await client.records.put({ entity: 'creators', fields: { handle: 'zoe' } })).id)
  await client.costs.putProductCost({
    fields: { shopId: shop, productId: SERUM, unitCost: 420, currency: 'USD', fromDay: '2026-01-01' },
  })
  await client.records.put({
    entity: 'sampleDefaults',
    fields: { shopId: shop, productId: '*', packingCost: 85, freightCost: 500, currency: 'USD' },
  })
  await sent({ creatorId: mia, productId: SERUM, quantity: 2, owner: 'Wang' }, '2026-01-05')
  await sent({ creatorId: mia, productId: MASK, quantity: 1, owner: 'Wang', productCost: 300 }, '2026-01-06')
  await sent({ creatorId: zoe, productId: SERUM, quantity: 1, owner: 'Li', freightCost: 990 }, '2026-01-07')
  const line = (orderId: string, when: string, creator: string, productId: string, payment: number) =>
    orderRow({
      orderId,
      created: at(`${when} 12:00:00`),
      creator,
      productId,
      payment,
      price: payment,
      quantity: 1,
      estimatedBase: payment,
      actualBase: payment,
      estimatedStandard: payment / 10,
      actualStandard: payment / 10,
    })
  const file = path.join(workspace.folder, 'orders.csv')
  await writeOrderExport(file, { layout: 'affiliateOrders.en', container: 'csv', currency: 'USD' }, [
    line('577000000000000001', '2026-01-10', 'mia', SERUM, 2000),
    line('577000000000000002', '2026-01-12', 'mia', MASK, 3000),
    line('577000000000000003', '2026-01-06', 'zoe', SERUM, 1000),
    line('577000000000000004', '2026-01-13', 'zoe', SERUM, 5000),
  ])
  await finish(client.imports.run({ path: file, shopId: shop }))
})

async function sent(fields: Record<string, string | number>, when: string): Promise<string> {
  const { id } = await workspace.client.samples.put({
    fields: { shopId: shop, kind: 'free', currency: 'USD', ...fields },
  })
  await workspace.client.samples.step({ ids: [id], to: 'shipped', at: day(when), through: true })
  return id
}

const ofCreator = async () =>
  (await workspace.client.sampleCosts.report({ by: 'creator' })).rows.map((row) => [
    row.key,
    row.sent,
    row.pieces,
    row.sampleCost,
    row.orders,
    row.netGmv,
  ])

test('by creator, to the cent, as worked out by hand', async () => {
  expect(await ofCreator()).toEqual([
    ['mia', 2, 3, 2310, 2, 5000],
    ['zoe', 1, 1, 1495, 2, 6000],
  ])
})

test('ties to the ROI table, whatever the key', async () => {
  const { client } = workspace
  for (const by of ['creator', 'product', 'staff', 'shop', 'month', 'campaign'] as const) {
    const report = await client.sampleCosts.report({ by })
    const table = await client.roi.table({ by: [by] })
    expect(report.total).toMatchObject({
      sampleCost: 2310 + 1495,
      netGmv: 11_000,
      contribution: table.total.contribution,
    })
    for (const row of report.rows) {
      const same = table.rows.find(({ keys }) => (keys[by] ?? '') === row.key)
      expect({ cost: row.sampleCost, orders: row.orders, left: row.contribution }).toEqual({
        cost: same?.sampleCost,
        orders: same?.orders,
        left: same?.contribution,
      })
    }
  }
})

test('each part of a cost can be opened, and the costs behind the figure add up to it', async () => {
  const { client } = workspace
  const { rows } = await client.sampleCosts.rows({ by: 'creator', key: 'mia' })
  expect(rows.map(({ shippedDay, parts, known, unknown }) => [shippedDay, parts, known, unknown])).toEqual([
    ['2026-01-06', { product: 300, packing: 85, freight: 500, duty: 0 }, 885, []],
    ['2026-01-05', { product: 840, packing: 85, freight: 500, duty: 0 }, 1425, []],
  ])
  const behind = await client.roi.costs({ kinds: ['sample', 'freight'], creators: ['mia'] })
  expect(behind.sums).toEqual([{ currency: 'USD', amount: 2310 }])
  expect(behind.total).toBe(4)
})

test('a valid post has a price only once one counts', async () => {
  const { client } = workspace
  const [sample] = (await client.sampleCosts.rows({ by: 'creator', key: 'zoe' })).rows
  expect((await client.sampleCosts.report({ by: 'creator' })).rows[1]).toMatchObject({
    validPosts: 0,
    costPerValidPost: null,
    // 14.95 over two orders, half up.
    costPerOrder: 748,
  })
  const content = await client.records.put({ entity: 'contents', id: '0'.repeat(26), fields: { kind: 'video' } })
  const post = { sampleId: sample?.sampleId ?? '', contentId: String(content.id), verdict: 'valid', countsUs: true }
  await client.records.put({ entity: 'samplePosts', fields: post })
  expect((await client.sampleCosts.report({ by: 'creator' })).rows[1]).toMatchObject({
    validPosts: 1,
    costPerValidPost: 1495,
  })
})

test('sales are the person’s whose sample the creator had by then', async () => {
  const { rows } = await workspace.client.sampleCosts.report({ by: 'staff' })
  expect(rows.map(({ key, netGmv, sampleCost }) => [key, netGmv, sampleCost])).toEqual([
    ['Wang', 5000, 2310],
    // 10.00 was sold before the sample left the house.
    ['Li', 5000, 1495],
  ])
})

test('a typed cost that looks like a sample’s is pointed at, and naming the sample takes it in its place', async () => {
  const { client } = workspace
  const typed = await client.costs.put({
    fields: { shopId: shop, creatorHandle: 'zoe', kind: 'freight', amount: 1100, currency: 'USD', day: '2026-01-08' },
  })
  const total = async () => (await client.roi.table({ by: ['shop'] })).total.sampleCost
  expect(await total()).toBe(3805 + 1100)
  const [double] = await client.sampleCosts.doubles({})
  expect(double).toMatchObject({
    costId: typed.id,
    creator: 'zoe',
    kind: 'freight',
    shippedDay: '2026-01-07',
    amount: 1100,
  })
  await client.sampleCosts.name({ costId: typed.id, sampleId: double?.sampleId ?? null })
  // 9.90 of freight gave way to 11.00.
  expect(await total()).toBe(3805 - 990 + 1100)
  expect(await client.sampleCosts.doubles({})).toEqual([])
  await client.history.undo({})
  expect(await total()).toBe(3805 + 1100)
})

test('what comes back gives its goods back; a cost that nobody knows is said to be unknown', async () => {
  const { client } = workspace
  const [sample] = (await client.sampleCosts.rows({ by: 'creator', key: 'zoe' })).rows
  await client.samples.step({ ids: [sample?.sampleId ?? ''], to: 'returned', at: day('2026-01-14') })
  expect((await ofCreator()).find(([key]) => key === 'zoe')?.[3]).toBe(85 + 990)
  await sent({ creatorId: zoe, productId: MASK, quantity: 1 }, '2026-01-15')
  const zoes = (await client.sampleCosts.report({ by: 'creator' })).rows.find(({ key }) => key === 'zoe')
  expect(zoes).toMatchObject({ sent: 2, costUnknown: 1, sampleCost: 85 + 990 + 85 + 500 })
})

test('a wallet is spent by what is approved, before it leaves the house', async () => {
  const { client } = workspace
  await client.sampleCosts.setWallet({ person: 'Li', month: '2026-01', amount: 3000, currency: 'USD' })
  const { id } = await client.samples.put({
    fields: { shopId: shop, creatorId: mia, productId: SERUM, quantity: 1, owner: 'Li', kind: 'free' },
  })
  const li = async () =>
    (await client.sampleCosts.wallets({ month: '2026-01' })).rows.find(({ person }) => person === 'Li')
  expect(await li()).toMatchObject({ budget: 3000, spent: 1495, left: 1505, approved: 1 })
  await client.samples.step({ ids: [id], to: 'approved', at: day('2026-01-15') })
  // 4.20 + 0.85 + 5.00 more.
  expect(await li()).toMatchObject({ spent: 2500, left: 500, approved: 2 })
  await client.samples.step({ ids: [id], to: 'declined' })
  expect(await li()).toMatchObject({ spent: 1495 })
  await client.sampleCosts.setWallet({ person: 'Li', month: '2026-01', amount: null, currency: 'USD' })
  expect(await li()).toMatchObject({ budget: null, left: null })
})
