import fs from 'node:fs'
import path from 'node:path'

import { beforeEach, describe, expect, test } from 'vitest'

import { writeOrderExport } from '../../electron/workspace/files/order-export'
import { at, orderRow } from '../support/exports'
import { finish, newWorkspace, type TestWorkspace } from '../support/workspace'

let workspace: TestWorkspace
let shopId: string

const MONTH = '2026-01'
const SERUM = '1729000000000000001'
const SKU = '1729382256477111222'
const order = (n: number): string => `57700000000000000${n}`
const key = (n: number): string => `${order(n)} ${SERUM} ${SKU}`

/*
 * January of a US shop (cents), 15 % each:
 *   1 mia 100.00 settled as estimated 15.00
 *   2 mia 100.00, half of it came back: 15.00 → 7.50
 *   3 mia 100.00 came back whole: 15.00 → 0
 *   4 zoe 200.00 pending, delivered on the 2nd: 30.00, late on 15 January only with settlement days below 10
 *   5 zoe 50.00 frozen, no amount yet: 7.50
 *   6 zoe 80.00 of February, which is not in the sheet
 */
beforeEach(async () => {
  workspace = await newWorkspace()
  shopId = (await workspace.client.shops.add({ name: 'Glow US', market: 'US' })).id
  const line = (n: number, creator: string, base: number, more: Parameters<typeof orderRow>[0] = {}) =>
    orderRow({
      orderId: order(n),
      productId: SERUM,
      skuId: SKU,
      creator,
      created: at('2026-01-01 12:00:00'),
      payment: base,
      price: base,
      estimatedBase: base,
      actualBase: base,
      estimatedStandard: (base * 15) / 100,
      actualStandard: (base * 15) / 100,
      ...more,
    })
  const open = { actualBase: null, actualStandard: null }
  await load([
    line(1, 'mia', 10_000),
    line(2, 'mia', 10_000, { quantity: 2, price: 5000, actualBase: 5000, actualStandard: 750 }),
    line(3, 'mia', 10_000, { status: 'ineligible', fullyReturned: true, actualBase: 0, actualStandard: 0 }),
    line(4, 'zoe', 20_000, { status: 'pending', delivered: at('2026-01-02 09:00:00'), ...open }),
    line(5, 'zoe', 5000, { status: 'frozen', ...open }),
    line(6, 'zoe', 8000, { created: at('2026-02-01 00:00:00') }),
  ])
})

async function load(rows: ReturnType<typeof orderRow>[]): Promise<void> {
  const file = path.join(workspace.folder, 'orders.csv')
  await writeOrderExport(file, { layout: 'affiliateOrders.en', container: 'csv', currency: 'USD' }, rows)
  await finish(workspace.client.imports.run({ path: file, shopId }))
}

const sheet = () => workspace.client.settlement.sheet({ shopId, month: MONTH })

describe('the sheet', () => {
  test('goes from estimate to actual by creator, with the cause of every difference', async () => {
    const { rows, total, currency } = await sheet()
    expect(currency).toBe('USD')
    expect(rows.map(({ creator }) => creator)).toEqual(['mia', 'zoe'])
    expect(rows[0]).toMatchObject({
      orders: 3,
      gmv: 30_000,
      refunds: 15_000,
      estimatedBase: 30_000,
      actualBase: 15_000,
      estimated: 4500,
      actual: 2250,
      paid: 2250,
      due: 0,
      difference: -2250,
      differing: 2,
      adjustments: { partial: -750, refund: -1500, ineligible: 0 },
      rates: [1500],
      statement: null,
    })
    expect(rows[1]).toMatchObject({
      estimated: 3750,
      actual: 3750,
      paid: 0,
      due: 3750,
      difference: 0,
      waiting: { frozen: 750, late: 0 },
    })
    expect(total).toMatchObject({ orders: 5, gmv: 55_000, estimated: 8250, actual: 6000, difference: -2250 })
  })

  test('ties to the ROI table of the same shop and month to the cent', async () => {
    const { rows, total } = await sheet()
    const roi = await workspace.client.roi.table({
      by: ['creator'],
      shops: [shopId],
      from: '2026-01-01',
      to: '2026-01-31',
    })
    expect(rows.map((row) => [row.creator, row.orders, row.gmv, row.refunds, row.actual, row.paid, row.due])).toEqual(
      roi.rows.map(({ keys, orders, gmv, refunds, commission, commissionSettled, commissionPending }) => [
        keys.creator,
        orders,
        gmv,
        refunds,
        commission,
        commissionSettled,
        commissionPending,
      ]),
    )
    expect([total.gmv, total.refunds, total.actual]).toEqual([roi.total.gmv, roi.total.refunds, roi.total.commission])
  })

  test('a month without lines is empty and sums to nothing', async () => {
    const empty = await workspace.client.settlement.sheet({ shopId, month: '2025-12' })
    expect(empty).toMatchObject({ rows: [], total: { orders: 0, gmv: 0, estimated: 0, actual: 0 } })
  })

  test('lines that stay pending beyond the days of commission and the days of grace are late, and the rule is named', async () => {
    // Delivered on the 2nd; it is the 15th. US creators are paid after 15 days, and nobody worries for 14 more.
    const first = await sheet()
    expect(first.rows[1]?.waiting.late).toBe(0)
    expect(first.late).toMatchObject([
      { part: 'days', days: 15, origin: 'market' },
      { part: 'lateDays', days: 14, origin: 'assumed' },
    ])
    const rule = (days: number, lateDays: number) =>
      workspace.client.records.put({
        entity: 'settlementRules',
        fields: { shopId, fromDay: '2026-01-01', days, lateDays },
      })
    // The shop settles on the 5th already: its creators are paid no sooner for that.
    await rule(3, 0)
    expect((await sheet()).rows[1]?.waiting.late).toBe(0)
    await workspace.client.markets.setRule({
      market: 'US',
      rule: 'settlementDays',
      value: '7',
      fromDay: '2026-01-01',
      source: 'Seller Center',
    })
    await rule(3, 6)
    expect((await sheet()).rows[1]?.waiting.late).toBe(0)
    await rule(3, 5)
    expect(await sheet()).toMatchObject({
      rows: [{ creator: 'mia' }, { creator: 'zoe', waiting: { late: 3000 } }],
      late: [
        { part: 'days', days: 7, origin: 'market', source: 'Seller Center' },
        { part: 'lateDays', days: 5, origin: 'rule' },
      ],
    })
  })

  test('a file that is taken back and one that comes later change it', async () => {
    const before = await sheet()
    const [file] = await workspace.client.imports.list({})
    await finish(workspace.client.imports.undo({ batchId: file!.id }))
    expect((await sheet()).rows).toEqual([])
    await workspace.client.history.undo({})
    expect(await sheet()).toEqual(before)
  })
})

describe('lines', () => {
  test('are those behind a row, each with its cause and the place in its file', async () => {
    const page = await workspace.client.settlement.lines({ shopId, month: MONTH, creator: 'mia' })
    expect(page.rows.map(({ orderId, estimated, actual, cause }) => [orderId, estimated, actual, cause])).toEqual([
      [order(3), 1500, 0, 'refund'],
      [order(2), 1500, 750, 'partial'],
      [order(1), 1500, 1500, null],
    ])
    expect(page.rows[1]).toMatchObject({ fileName: 'orders.csv', row: 3, adjustments: { partial: -750 }, said: null })
  })

  test('can be narrowed to those that differ, and to a cause, page by page', async () => {
    const differing = { shopId, month: MONTH, differing: true, limit: 1 }
    const first = await workspace.client.settlement.lines(differing)
    const second = await workspace.client.settlement.lines({ ...differing, cursor: first.nextCursor })
    expect([first.total, first.rows[0]?.orderId, second.rows[0]?.orderId, second.nextCursor]).toEqual([
      2,
      order(3),
      order(2),
      null,
    ])
    const frozen = await workspace.client.settlement.lines({ shopId, month: MONTH, cause: 'frozen' })
    expect(frozen.rows.map(({ orderId }) => orderId)).toEqual([order(5)])
  })
})

describe("finance's word on a line", () => {
  test("overrides what is derived, is shown as somebody's word, and is one step to take back", async () => {
    await workspace.client.settlement.tag({
      shopId,
      month: MONTH,
      lines: [key(2)],
      cause: 'frozen',
      note: 'risk control',
    })
    const { rows } = await sheet()
    expect(rows[0]).toMatchObject({ difference: -2250, adjustments: { partial: 0, frozen: -750, refund: -1500 } })
    const [line] = (await workspace.client.settlement.lines({ shopId, month: MONTH, cause: 'frozen', creator: 'mia' }))
      .rows
    expect(line).toMatchObject({ orderId: order(2), said: { cause: 'frozen', person: 'Lin', note: 'risk control' } })
    await workspace.client.history.undo({})
    expect((await sheet()).rows[0]).toMatchObject({ adjustments: { partial: -750, frozen: 0 } })
  })

  test('is taken back by saying nothing', async () => {
    await workspace.client.settlement.tag({ shopId, month: MONTH, lines: [key(1), key(2)], cause: 'ineligible' })
    expect((await sheet()).rows[0]).toMatchObject({ waiting: { ineligible: 1500 }, adjustments: { ineligible: -750 } })
    await workspace.client.settlement.tag({ shopId, month: MONTH, lines: [key(1), key(2)], cause: null })
    expect((await sheet()).rows[0]).toMatchObject({ waiting: { ineligible: 0 }, adjustments: { partial: -750 } })
  })
})

describe('the export', () => {
  const columns = ['creator', 'orders', 'estimated', 'adjustments.refund', 'actual', 'rates'].map((one) => ({
    key: one,
    title: one,
  }))
  const write = (differing: boolean) =>
    workspace.client.settlement.export({
      shopId,
      month: MONTH,
      differing,
      format: 'csv',
      to: path.join(workspace.folder, 'sheet.csv'),
      columns,
      words: { total: 'Total', nobody: '(none)' },
    })

  test('writes what the sheet shows, the total last', async () => {
    const { file, rows } = await write(false)
    expect(rows).toBe(3)
    expect(fs.readFileSync(file, 'utf8').replace('\u{feff}', '').trim().split(/\r?\n/)).toEqual([
      'creator,orders,estimated,adjustments.refund,actual,rates',
      'mia,3,45,-15,22.5,15%',
      'zoe,2,37.5,0,37.5,15%',
      'Total,5,82.5,-15,60,15%',
    ])
  })

  test('filtered, it has no total that would not add up', async () => {
    expect((await write(true)).rows).toBe(1)
  })
})

describe('what is owed outside the platform', () => {
  test('stands beside the commission of whom it is owed to; who sold nothing has a row, and nothing else moves', async () => {
    const before = await sheet()
    const creators = await workspace.client.creators.list({})
    const mia = creators.rows.find(({ handle }) => handle === 'mia')
    const fresh = await workspace.client.records.put({ entity: 'creators', fields: { handle: 'new.face' } })
    const owe = (creatorId: string, amount: number, dueDay: string, currency = 'USD') =>
      workspace.client.records.put({
        entity: 'payables',
        fields: { shopId, creatorId, kind: 'flatFee', amount, currency, dueDay },
      })
    await owe(mia?.id ?? '', 5000, '2026-01-31')
    await owe(mia?.id ?? '', 7000, '2026-02-01')
    await owe(mia?.id ?? '', 999, '2026-01-20', 'EUR')
    await owe(String(fresh['id']), 1200, '2026-01-02')
    const { rows, total } = await sheet()
    expect(rows.map(({ creator, fees, feesOwed, otherCurrency }) => [creator, fees, feesOwed, otherCurrency])).toEqual([
      ['mia', 5000, 5000, 1],
      ['zoe', 0, 0, 0],
      ['new.face', 1200, 1200, 0],
    ])
    expect(total).toEqual({ ...before.total, fees: 6200, feesOwed: 6200, otherCurrency: 1 })
    const roi = await workspace.client.roi.table({
      by: ['creator'],
      shops: [shopId],
      from: '2026-01-01',
      to: '2026-01-31',
      currency: 'USD',
    })
    expect(roi.rows.find(({ keys }) => keys.creator === 'new.face')?.fees).toBe(1200)
  })
})
