/** Samples out of exports of all orders: every market's columns and words, and what a second look at a file does. */

import { safe } from '@orpc/client'
import { expect, test } from 'vitest'

import { colleagues, digestsOf, meet } from '../support/colleagues'
import { allOrders, ledger, samplesWorkspace } from '../support/sample-files'
import { finish } from '../support/workspace'

async function refusalOf(work: () => PromiseLike<unknown>): Promise<unknown> {
  return (await safe(Promise.resolve(work()))).error
}

test('Indonesia: Indonesian words and rupiah, a gift of a paid order is no sample, hidden addresses say nothing', async () => {
  const { run, preview, context } = await samplesWorkspace({ market: 'ID' })
  const before = await preview(allOrders('indonesia'))
  expect(before).toMatchObject({
    kind: 'allOrders',
    rows: 5,
    created: 2,
    changed: 0,
    unchanged: 0,
    rejected: 0,
    other: 3,
    newCreators: 2,
    written: false,
    questions: [],
  })
  const { workspace } = context.host.current()
  expect(ledger(workspace)).toEqual([])
  expect((await run(allOrders('indonesia'), { content: before.content })).written).toBe(true)
  expect(ledger(workspace)).toMatchObject([
    {
      handle: 'rina.cantik',
      orderId: '580114567890120001',
      skuId: '1730111222333440001',
      quantity: 1,
      kind: 'free',
      state: 'packed',
      platformStatus: 'AWAITING_COLLECTION',
      recipient: 'Rina Wati',
      phone: '(+62)81234567890',
      address: 'Jl. Ir. H. Juanda 12\nDago, Coblong\nKota Bandung, Jawa Barat 40135',
      source: 'orders',
      // 09:15 in Jakarta, seven hours ahead of UTC.
      dates: { approved: '2026-11-03T02:15:00.000Z', packed: '2026-11-04T03:00:00.000Z' },
      parcels: [],
    },
    {
      handle: 'budi_review',
      quantity: 2,
      state: 'shipped',
      recipient: null,
      phone: null,
      address: null,
      parcels: ['JX1234567890 J&T Express'],
    },
  ])
})

test('Vietnam: one row per order and SKU is one sample each; an order called off before payment is none', async () => {
  const { run, context } = await samplesWorkspace({ market: 'VN' })
  expect(await run(allOrders('vietnam'))).toMatchObject({ rows: 5, created: 3, other: 2, rejected: 0 })
  const samples = ledger(context.host.current().workspace)
  expect(samples.map(({ handle, state, orderId }) => [handle, state, orderId])).toEqual([
    ['linh.skin', 'delivered', '579990000111220001'],
    ['linh.skin', 'delivered', '579990000111220001'],
    ['mai_daily', 'approved', '579990000111220004'],
  ])
  expect(samples[0]?.address).toBe('25 Võ Văn Tần\nPhường 7, Quận 3\nHồ Chí Minh')
  expect(samples[0]?.dates['delivered']).toBe('2026-11-05T07:20:00.000Z')
  // The order of 0 whose product has a price can be left out.
  const other = await samplesWorkspace({ market: 'VN' })
  expect(await other.preview(allOrders('vietnam'), { byAmount: false })).toMatchObject({ created: 2, other: 3 })
})

test('Thailand: tabs in a .csv, Thai words, the creator is named apart from the buyer', async () => {
  const { run, context } = await samplesWorkspace({ market: 'TH' })
  expect(await run(allOrders('thailand'))).toMatchObject({ created: 3, rejected: 0 })
  expect(ledger(context.host.current().workspace)).toMatchObject([
    { handle: 'ploy.beauty', state: 'approved', address: '55 สุขุมวิท 39\nวัฒนา\nกรุงเทพมหานคร 10110' },
    { handle: 'nam.review', state: 'delivered', dates: { shipped: '2026-10-21T08:00:00.000Z' } },
    { handle: 'fah.live', state: 'cancelled', platformStatus: 'CANCELLED' },
  ])
})

test('Philippines: a parcel that failed on its way is returned; half-broken rows are told with row, field and reason', async () => {
  const { run, context } = await samplesWorkspace({ market: 'PH' })
  const result = await run(allOrders('philippines'))
  expect(result).toMatchObject({ rows: 9, created: 2, rejected: 6, other: 1 })
  expect(result.rejects.map(({ row, column, code, value }) => [row, column, code, value])).toEqual([
    [5, 'Order Status', 'statusUnknown', 'Lumipad'],
    [6, 'Order ID', 'idDamaged', '5.7777E+17'],
    [7, 'Created Time', 'dateUnreadable', '31/02/2026 10:00:00'],
    [8, 'Quantity', 'quantityNotWhole', 'half'],
    [9, 'Buyer Username', 'creatorMissing', ''],
    [10, 'Cancelation/Return Type', 'tooFewCells', '577770000333440008'],
  ])
  expect(ledger(context.host.current().workspace)).toMatchObject([
    {
      handle: 'tala.ph',
      state: 'contentDue',
      address: '8 Acropolis St\nBagumbayan, Quezon City\nMetro Manila, NCR 1110',
    },
    { handle: 'jun.vlogs', state: 'returned' },
  ])
})

test('United Kingdom: days on which clocks change keep their hours', async () => {
  const { run, context } = await samplesWorkspace({ market: 'GB' })
  await run(allOrders('united-kingdom'))
  // British summer time ends at 02:00 on 25 October 2026: 23:30 of the 24th is 22:30 UTC, 09:00 of the 25th is 09:00 UTC.
  expect(ledger(context.host.current().workspace)).toMatchObject([
    {
      handle: 'ellie.uk',
      state: 'shipped',
      address: '14 Tib Street\nMANCHESTER, Greater Manchester, M1 4BT',
      dates: { approved: '2026-10-24T22:30:00.000Z', packed: '2026-10-25T09:00:00.000Z' },
    },
  ])
})

test('United States 2026: months first, product numbers, the sample channel makes a paid order a refundable sample', async () => {
  const { run, context } = await samplesWorkspace({ market: 'US' })
  expect(await run(allOrders('united-states-2026'))).toMatchObject({ created: 2, other: 2, warnings: [] })
  expect(ledger(context.host.current().workspace)).toMatchObject([
    {
      handle: 'ava.glow',
      productId: '1729400500600700001',
      productName: 'Vitamin C Serum',
      kind: 'free',
      state: 'approved',
      address: '200 N Spring St, Apt 5\nLos Angeles, CA 90012',
      // 4 November, 09:10:11 in Los Angeles (UTC−8).
      dates: { approved: '2026-11-04T17:10:11.000Z' },
    },
    {
      handle: 'mia.tests',
      kind: 'refundable',
      state: 'delivered',
      // 31 October, 23:59:59 in Los Angeles (still UTC−7).
      dates: { approved: '2026-11-01T06:59:59.000Z' },
      parcels: ['9400111899223344556677 USPS'],
    },
  ])
})

test('the same file again changes nothing and makes no step; undo takes all of it back', async () => {
  const { run, client, context } = await samplesWorkspace({ market: 'TH' })
  await run(allOrders('thailand'))
  const steps = (await client.history.recent({})).steps.length
  expect(await run(allOrders('thailand'))).toMatchObject({ created: 0, changed: 0, unchanged: 3, written: false })
  expect((await client.history.recent({})).steps).toHaveLength(steps)
  await client.history.undo({})
  expect(ledger(context.host.current().workspace)).toEqual([])
})

test('no file of samples is named as what it is; one without its columns is refused with their names', async () => {
  const shop = await samplesWorkspace({ market: 'TH' })
  expect(
    await refusalOf(() => shop.preview(shop.written('a.csv', ['Order ID,SKU ID,Order Status,Paid Time', '1,2,3,4']))),
  ).toMatchObject({
    code: 'import.missingColumns',
    data: { columns: ['Quantity', 'SKU Unit Original Price', 'Buyer Username'] },
  })
  expect(
    await refusalOf(() => shop.preview(shop.written('b.csv', ['Creator name,Creator-attributed GMV', 'mia,1']))),
  ).toMatchObject({ code: 'import.unknownKind', data: { looksLike: 'creatorList' } })
})

const HEADER =
  'Order ID,Order Status,SKU ID,Product ID,Product Name,Quantity,SKU Unit Original Price,Order Amount,Created Time,Shipped Time,Tracking ID,Buyer Username'
const ORDER = (
  status: string,
  more: { readonly shipped?: string; readonly tracking?: string; readonly buyer?: string } = {},
) =>
  `577000000000000001,${status},1729000000000000011,1729000000000000001,Balm,1,0,0,02/11/2026 10:00:00,${more.shipped ?? ''},${more.tracking ?? ''},${more.buyer ?? 'ann.th'}`

test('an older file takes nothing back, and a contradiction is listed and not written', async () => {
  const shop = await samplesWorkspace({ market: 'TH' })
  const { workspace } = shop.context.host.current()
  const state = () => ledger(workspace).map((sample) => [sample.state, sample.platformStatus])
  const shipped = ORDER('In transit', { shipped: '03/11/2026 10:00:00', tracking: 'TH100200300' })
  await shop.run(shop.written('new.csv', [HEADER, shipped]))
  expect(await shop.run(shop.written('old.csv', [HEADER, ORDER('Awaiting shipment')]))).toMatchObject({
    unchanged: 1,
    changed: 0,
    written: false,
  })
  expect(state()).toEqual([['shipped', 'IN_TRANSIT']])
  const against = await shop.run(shop.written('cancelled.csv', [HEADER, ORDER('Canceled')]))
  expect(against).toMatchObject({ contradicted: 1, changed: 0, written: false })
  expect(against.contradictions).toMatchObject([
    { row: 2, code: 'state', known: 'shipped', said: 'cancelled', handle: 'ann.th' },
  ])
  expect(state()).toEqual([['shipped', 'IN_TRANSIT']])
  const other = await shop.run(shop.written('other.csv', [HEADER, ORDER('Completed', { buyer: 'somebody.else' })]))
  expect(other.contradictions).toMatchObject([{ code: 'creator', known: 'ann.th', said: 'somebody.else' }])
  // Onwards: the days of the steps are those of the file.
  expect(
    await shop.run(shop.written('done.csv', [HEADER, ORDER('Completed', { tracking: 'TH100200300' })])),
  ).toMatchObject({
    changed: 1,
    written: true,
  })
  expect(state()).toEqual([['contentDue', 'COMPLETED']])
})

test('what people did further on stays: a posted sample is not delivered again', async () => {
  const shop = await samplesWorkspace({ market: 'TH' })
  await shop.run(shop.written('a.csv', [HEADER, ORDER('Completed')]))
  const [sample] = ledger(shop.context.host.current().workspace)
  await shop.client.samples.step({ ids: [sample?.id ?? ''], to: 'posted' })
  expect(await shop.run(shop.written('b.csv', [HEADER, ORDER('Delivered')]))).toMatchObject({ unchanged: 1 })
  expect(ledger(shop.context.host.current().workspace)[0]?.state).toBe('posted')
})

test('an order finds the request that somebody wrote down, instead of making a second sample', async () => {
  const shop = await samplesWorkspace({ market: 'TH' })
  const { client, context } = shop
  await client.creators.add({ creators: [{ handle: 'ann.th' }] })
  const { rows } = await client.creators.list({ search: 'ann.th' })
  await client.samples.put({
    fields: {
      shopId: shop.shop.id,
      creatorId: rows[0]?.id ?? '',
      productId: '1729000000000000001',
      quantity: 1,
      requestedAt: Date.UTC(2026, 10, 1),
    },
  })
  const result = await shop.run(shop.written('a.csv', [HEADER, ORDER('Awaiting shipment')]))
  expect(result).toMatchObject({ created: 0, changed: 1 })
  expect(result.lines).toMatchObject([{ adopted: true, from: 'requested', to: 'approved' }])
  expect(ledger(context.host.current().workspace)).toMatchObject([
    { orderId: '577000000000000001', state: 'approved', handle: 'ann.th' },
  ])
})

test('two people who take the same file in apart have the same records and nothing to decide', async () => {
  const [li, wang] = await colleagues('Li', 'Wang')
  const shop = await li!.client.shops.add({ name: 'Glow', market: 'VN' })
  await meet([li!, wang!])
  for (const { client } of [li!, wang!]) {
    await finish(client.sampleFiles.run({ path: allOrders('vietnam'), shopId: shop.id }))
  }
  await meet([li!, wang!])
  expect((await digestsOf([li!, wang!])).size).toBe(1)
  for (const { client, context } of [li!, wang!]) {
    expect(ledger(context.host.current().workspace).map(({ state }) => state)).toEqual([
      'delivered',
      'delivered',
      'approved',
    ])
    expect((await client.inbox.list({})).items).toEqual([])
  }
})

test('an export of another shop is asked about before anything is written', async () => {
  const shop = await samplesWorkspace({ market: 'TH' })
  const other = await shop.client.shops.add({ name: 'Bloom', market: 'TH' })
  const file = shop.written('a.csv', [HEADER, ORDER('Awaiting shipment')])
  await shop.run(file)
  const preview = await shop.preview(file, { shopId: other.id })
  expect(preview.questions).toEqual([
    { code: 'ordersOfOtherShop', count: 1, detail: 'Glow' },
    { code: 'productsOfOtherShop', count: 1, detail: '' },
  ])
  expect(await refusalOf(() => shop.run(file, { shopId: other.id }))).toMatchObject({
    code: 'record.invalid',
    data: { reason: 'otherShop' },
  })
  expect(ledger(shop.context.host.current().workspace)).toHaveLength(1)
  expect(await shop.run(file, { shopId: other.id, agreed: true })).toMatchObject({ created: 1 })

  const dollars = await shop.preview({
    text: [HEADER, ORDER('To ship').replace(',0,0,', ',0,₫0,').replace('577000', '577111')].join('\n'),
  })
  expect(dollars.questions).toMatchObject([{ code: 'otherCurrency', count: 1, detail: 'THB' }])
})
