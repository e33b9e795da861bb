import fs from 'node:fs'
import path from 'node:path'

import { beforeEach, describe, expect, test } from 'vitest'

import { finish, newWorkspace, type TestWorkspace } from '../support/workspace'

/*
 * Eight lines of seven orders, with every rule in them. By hand, in cents:
 *   1 settled, whole                     gmv  5000  refund    0  commission  500 settled
 *   2 settled, one of three sent back    gmv  9000  refund 3000  commission  600 settled (9000 × (9000−6000) ÷ 9000)
 *   3 ineligible                         gmv  2000  refund 2000  commission    0
 *   4 frozen                             gmv  4000  refund    0  commission  400 pending
 *   5 unpaid                             left out
 *   6 sample (paid 0, not cancelled)     counts as a sample
 *   7 pending with shop ads; bonus actual 0 counts, so the estimate 1.50 does not
 *                                        gmv 10000  refund    0  commission 1000 + 300 + 0 pending
 *   8 the same order as 7, fully returned after settlement
 *                                        gmv  1000  refund 1000  commission  100 settled
 */
const HEADER =
  'Order ID,Product ID,Product Name,SKU ID,Price,Payment Amount,Currency,Quantity,Fully returned or refunded,Payment method,Order Status,Creator Username,Content Type,Content ID,commission model,Standard commission rate,Est. Commission Base,Est. standard commission payment,Actual Commission Base,Actual Commission Payment,Shop Ads commission rate,Est. Shop Ads commission payment,Actual Shop Ads commission payment,Est. co-funded creator bonus,Actual co-funded creator bonus,Time Created,Payment time,Order Delivery Time,Time Commission Paid,Platform'
const LINES = [
  '577000000000000001,1729000000000000001,Serum,1730000000000000001,25.00,50.00,USD,2,No,Card,Settled,@Linh.Daily,Video,7400000000000000001,Open,10%,50.00,5.00,50.00,5.00,,,,,,05/01/2026 10:00:00,05/01/2026 10:01:00,08/01/2026 09:00:00,25/01/2026 00:00:00,TikTok',
  '577000000000000002,1729000000000000001,Serum,1730000000000000001,30.00,90.00,USD,3,No,Card,Settled,linh.daily,Video,7400000000000000001,Open,10%,90.00,9.00,60.00,6.00,,,,,,06/01/2026 10:00:00,06/01/2026 10:01:00,09/01/2026 09:00:00,26/01/2026 00:00:00,TikTok',
  '577000000000000003,1729000000000000002,Mask,1730000000000000002,20.00,20.00,USD,1,No,Card,Ineligible,mia,LIVE,7400000000000000002,Open,10%,20.00,2.00,,,,,,,,06/01/2026 11:00:00,06/01/2026 11:01:00,,,TikTok',
  '577000000000000004,1729000000000000002,Mask,1730000000000000002,40.00,40.00,USD,1,No,Card,Frozen,mia,LIVE,7400000000000000002,Open,10%,40.00,4.00,,,,,,,,07/01/2026 11:00:00,07/01/2026 11:01:00,,,TikTok',
  '577000000000000005,1729000000000000002,Mask,1730000000000000002,33.00,33.00,USD,1,No,Card,Customer Unpaid,mia,LIVE,7400000000000000002,Open,10%,33.00,3.30,,,,,,,,07/01/2026 12:00:00,,,,TikTok',
  '577000000000000006,1729000000000000001,Serum,1730000000000000001,25.00,0.00,USD,1,No,Card,Pending,mia,Showcase,,Target,10%,0.00,0.00,,,,,,,,08/01/2026 12:00:00,08/01/2026 12:00:00,,,TikTok',
  '577000000000000007,1729000000000000001,Serum,1730000000000000001,100.00,100.00,USD,1,No,Card,Pending,mia,Video,7400000000000000003,Open,10%,100.00,10.00,,,3%,3.00,,1.50,0,31/01/2026 23:59:59,31/01/2026 23:59:59,,,TikTok',
  '577000000000000007,1729000000000000001,Serum,1730000000000000009,10.00,10.00,USD,1,Yes,Card,Settled,mia,Video,7400000000000000003,Open,10%,10.00,1.00,10.00,1.00,,,,,,31/01/2026 23:59:59,31/01/2026 23:59:59,02/02/2026 09:00:00,20/02/2026 00:00:00,TikTok',
]
const TOTAL = {
  orders: 5,
  units: 9,
  samples: 1,
  gmv: 31000,
  refunds: 6000,
  netGmv: 25000,
  commissionSettled: 1200,
  commissionPending: 1700,
  commission: 2900,
}

let workspace: TestWorkspace
let shopId: string
beforeEach(async () => {
  workspace = await newWorkspace()
  shopId = (await workspace.client.shops.add({ name: 'Glow US', market: 'US' })).id
})

let files = 0
function write(
  lines: readonly string[],
  { header = HEADER, modified = Date.UTC(2026, 2, 1) + files * 1000 } = {},
): string {
  const file = path.join(workspace.folder, `affiliate_orders_${(files += 1)}.csv`)
  fs.writeFileSync(file, `\uFEFF${[header, ...lines].join('\r\n')}\r\n`)
  fs.utimesSync(file, modified / 1000, modified / 1000)
  return file
}

const run = async (file: string, more: object = {}) =>
  (await finish(workspace.client.imports.run({ path: file, shopId, ...more }))).result
const total = async () => (await workspace.client.roi.summary({})).now

describe('an affiliate-order export', () => {
  test('gives the totals worked out by hand', async () => {
    expect(await run(write(LINES))).toMatchObject({
      kind: 'affiliateOrders',
      language: 'en',
      container: 'csv',
      rows: 8,
      inserted: 8,
      updated: 0,
      unchanged: 0,
      rejected: 0,
      skipped: 0,
      repeated: 0,
      period: { from: '2026-01-05', to: '2026-01-31' },
    })
    expect(await total()).toMatchObject(TOTAL)
  })

  test('is previewed with the same counts, and nothing is written', async () => {
    const file = write(LINES)
    const { result, progress } = await finish(workspace.client.imports.preview({ path: file, shopId }))
    expect(result).toMatchObject({
      rows: 8,
      inserted: 8,
      batchId: null,
      sample: [
        { orderId: '577000000000000001', creator: 'linh.daily', payment: 5000, standardRate: 1000, status: 'settled' },
        {},
        {},
        {},
        {},
        {},
        {},
        {},
      ],
    })
    expect(progress.length).toBeGreaterThan(0)
    expect(await workspace.client.workspace.info({})).toMatchObject({ counts: { lines: 0, creators: 0, imports: 0 } })
  })

  test('brings creators and products into being once, whatever the case or @', async () => {
    await run(write(LINES))
    expect((await workspace.client.creators.list({})).rows).toMatchObject([
      { handle: 'linh.daily', shops: 1 },
      { handle: 'mia', shops: 1 },
    ])
    expect((await workspace.client.products.list({})).rows.map(({ productId, name }) => [productId, name])).toEqual([
      ['1729000000000000002', 'Mask'],
      ['1729000000000000001', 'Serum'],
    ])
  })

  test("counts the last second of a day for that day, in the shop's zone", async () => {
    await run(write(LINES))
    const { rows } = await workspace.client.roi.table({ by: ['day'], from: '2026-01-31', to: '2026-01-31' })
    expect(rows).toMatchObject([{ keys: { day: '2026-01-31' }, gmv: 11000, orders: 1 }])
  })
})

describe('importing again', () => {
  test('the same file changes nothing and says so', async () => {
    const file = write(LINES)
    const first = await run(file)
    const again = await run(file)
    expect(again).toMatchObject({ inserted: 0, updated: 0, unchanged: 8, batchId: first.batchId })
    expect(again.warnings.map(({ code }) => code)).toContain('alreadyImported')
    expect(await workspace.client.imports.list({})).toHaveLength(1)
  })

  test('a later export updates only what changed, and undoing it brings the old lines back', async () => {
    await run(write(LINES))
    const settled = LINES.map((line) =>
      line.replace(',Frozen,', ',Settled,').replace('40.00,4.00,,,', '40.00,4.00,40.00,3.80,'),
    )
    const later = await run(write(settled))
    expect(later).toMatchObject({ inserted: 0, updated: 1, unchanged: 7 })
    expect(await total()).toMatchObject({
      ...TOTAL,
      commissionSettled: 1580,
      commissionPending: 1300,
      commission: 2880,
    })
    const { result } = await finish(workspace.client.imports.undo({ batchId: later.batchId ?? '' }))
    expect(result.lines).toBeGreaterThan(0)
    expect(await total()).toMatchObject(TOTAL)
    expect(await workspace.client.imports.list({})).toMatchObject([{ live: false }, { live: true }])
  })

  test('an older export does not take back what a newer one says', async () => {
    const settled = LINES.map((line) => line.replace(',Frozen,', ',Settled,'))
    await run(write(settled, { modified: Date.UTC(2026, 3, 1) }))
    const older = await run(write(LINES, { modified: Date.UTC(2026, 1, 1) }))
    expect(older).toMatchObject({ updated: 0, unchanged: 8, warnings: [{ code: 'olderThanKnown', detail: '1' }] })
    expect(await total()).toMatchObject({ commissionPending: 1300 })
  })
})

test('undo and redo of the last step take an import back and bring it in again, creators included', async () => {
  await run(write(LINES))
  expect(await workspace.client.history.undo({})).toMatchObject({ label: 'imports.run' })
  expect(await workspace.client.workspace.info({})).toMatchObject({
    counts: { lines: 0, creators: 0, products: 0, imports: 0 },
  })
  await workspace.client.history.redo({})
  expect(await total()).toMatchObject(TOTAL)
  expect(await workspace.client.workspace.info({})).toMatchObject({ counts: { creators: 2, products: 2, imports: 1 } })
  const { result } = await finish(workspace.client.workspace.verify({}))
  expect(result.checks.filter(({ ok }) => !ok)).toEqual([])
})

describe('bad lines', () => {
  test('are named by row, column and reason; the good ones go in', async () => {
    const bad = [
      LINES[0]!.replace('577000000000000001', '5.77E+17'),
      LINES[1]!.replace(',linh.daily,', ',,'),
      LINES[2]!.replace(',USD,', ',EUR,'),
      LINES[3]!.replace('07/01/2026 11:00:00', '31/02/2026 11:00:00'),
      LINES[6]!,
    ]
    const result = await run(write(bad))
    expect(result).toMatchObject({ rows: 5, inserted: 1, rejected: 4 })
    expect(result.rejects.map(({ row, column, code, value }) => [row, column, code, value])).toEqual([
      [2, 'Order ID', 'idDamaged', '5.77E+17'],
      [3, 'Creator Username', 'creatorMissing', ''],
      [4, 'Currency', 'currencyOfAnotherShop', 'EUR'],
      [5, 'Time Created', 'dateImpossible', '31/02/2026 11:00:00'],
    ])
  })

  test('that are corrected in place are imported as corrected', async () => {
    const file = write([LINES[0]!.replace('577000000000000001', '5.77E+17'), LINES[1]!])
    const corrections = [{ row: 2, column: 'Order ID', value: '577000000000000001' }]
    expect(await run(file, { corrections })).toMatchObject({ inserted: 2, rejected: 0 })
  })

  test('can be saved to a file with the reason, corrected there and imported', async () => {
    const result = await run(write([LINES[0]!.replace('577000000000000001', 'oops'), LINES[1]!]))
    const to = path.join(workspace.folder, 'rejected.csv')
    await workspace.client.imports.saveRejects({
      headers: result.headers,
      rejects: result.rejects,
      reasons: ['The order id is damaged'],
      to,
    })
    const text = fs.readFileSync(to, 'utf8')
    expect(text).toContain('The order id is damaged')
    fs.writeFileSync(to, text.replace('oops', '577000000000000001'))
    expect(await run(to)).toMatchObject({ inserted: 1, rejected: 0 })
  })

  test('alone refuse the file and change nothing', async () => {
    const file = write([LINES[0]!.replace(',USD,', ',EUR,')])
    await expect(run(file)).rejects.toMatchObject({
      code: 'import.nothingReadable',
      data: { rejected: 1, firstReason: 'currencyOfAnotherShop' },
    })
    expect(await workspace.client.imports.list({})).toEqual([])
  })

  test('that repeat one key count as repeated, and the last one holds', async () => {
    const result = await run(write([LINES[0]!, LINES[0]!.replace('2,No', '1,No').replace(',50.00,USD', ',25.00,USD')]))
    expect(result).toMatchObject({ rows: 2, inserted: 1, repeated: 1 })
    expect(await total()).toMatchObject({ gmv: 2500, units: 1 })
  })
})

test('a cancelled import leaves nothing behind', async () => {
  const many = Array.from({ length: 60_000 }, (_, i) =>
    LINES[0]!.replace('577000000000000001', `5770000000001${String(i).padStart(5, '0')}`),
  )
  const job = await workspace.client.imports.run({ path: write(many), shopId })
  for await (const { step } of { [Symbol.asyncIterator]: () => job }) {
    if (step === 'read') {
      break
    }
  }
  expect(await workspace.client.workspace.info({})).toMatchObject({ counts: { lines: 0, imports: 0 } })
  const { result } = await finish(workspace.client.workspace.verify({}))
  expect(result.ok).toBe(true)
})

test('the lines behind a figure add up to it and name their file and row', async () => {
  const file = write(LINES)
  await run(file)
  const { rows, total: count } = await workspace.client.roi.lines({ creators: ['mia'] })
  const [mia] = (await workspace.client.roi.table({ by: ['creator'] })).rows.filter(
    ({ keys }) => keys.creator === 'mia',
  )
  expect(count).toBe(4)
  expect(rows.reduce((sum, line) => sum + line.payment, 0)).toBe(mia!.gmv)
  expect(rows.reduce((sum, line) => sum + line.commission, 0)).toBe(mia!.commission)
  expect(rows.find(({ skuId }) => skuId === '1730000000000000009')).toMatchObject({
    fileName: path.basename(file),
    row: 9,
    createdLocal: '2026-01-31 23:59:59',
    columns: { estimatedStandard: 100, fullyReturned: 1, contentId: '7400000000000000003' },
  })
})

test('a file in the currency of no shop is given to none, also where there is only one', async () => {
  const dong = write(LINES.map((line) => line.replace(',USD,', ',VND,')))
  const [found] = await workspace.client.imports.inspect({ paths: [dong] })
  expect(found).toMatchObject({ recognised: { currency: 'VND' }, suggestedShopId: null })
})

test('dropped paths are recognised by content, with the shop that fits', async () => {
  const thai = await workspace.client.shops.add({ name: 'Lotus', market: 'TH' })
  const renamed = path.join(workspace.folder, 'photo.csv')
  fs.renameSync(write(LINES.map((line) => line.replace(',USD,', ',THB,'))), renamed)
  const notes = path.join(workspace.folder, 'notes.csv')
  fs.writeFileSync(notes, 'a,b\n1,2\n')
  const found = await workspace.client.imports.inspect({
    paths: [renamed, notes, path.join(workspace.folder, 'gone.csv')],
  })
  expect(found).toMatchObject([
    {
      recognised: { kind: 'affiliateOrders', language: 'en', currency: 'THB', creatorInFile: true },
      suggestedShopId: thai.id,
      problem: null,
    },
    { recognised: null, problem: { code: 'import.unknownKind' } },
    { recognised: null, problem: { code: 'import.unreadable', params: { reason: 'notFound' } } },
  ])
})
