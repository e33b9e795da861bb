/** Samples out of exports of all orders: every market's columns and words, and what a second look at a file does. */

import { safe } from '@orpc/client'
import { expect, test } from 'vitest'

import { allOrders, ledger, samplesWorkspace } from '../support/sample-files'

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
  const steps = (await client.history.list({})).steps.length
  expect(await run(allOrders('thailand'))).toMatchObject({ created: 0, changed: 0, unchanged: 3, written: false })
  expect((await client.history.list({})).steps).toHaveLength(steps)
  await client.history.undo({})
  expect(ledger(context.host.current().workspace)).toEqual([])
})

test('no file of samples is named as what it is; one without its columns is refused with their names', async () => {
  const { preview, written } = await samplesWorkspace({ market: 'TH' })
  expect(
    await refusalOf(() => preview(written('a.csv', ['Order ID,SKU ID,Order Status,Paid Time', '1,2,3,4']))),
  ).toMatchObject({
    code: 'import.missingColumns',
    data: { columns: ['Quantity', 'SKU Unit Original Price', 'Buyer Username'] },
  })
  expect(
    await refusalOf(() => preview(written('b.csv', ['Creator name,Creator-attributed GMV', 'mia,1']))),
  ).toMatchObject({ code: 'import.unknownKind', data: { looksLike: 'creatorList' } })
})
