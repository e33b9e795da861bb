/** Thirteen weeks of money through the contract, from imported lines and records. Today is Thursday, 2026-01-15. */

import { beforeEach, describe, expect, test } from 'vitest'

import type { OrderRow } from '../../electron/workspace/files/order-export'
import { dayNumber } from '../../shared/domain/days'
import { orderDetails, orderLine, writeIncomeCsv } from '../support/income-files'
import { at, exportFile } from '../support/exports'
import { type ShopWorkspace, shopWorkspace } from '../support/imports'
import { sale } from '../support/sales'

let workspace: ShopWorkspace
beforeEach(async () => {
  workspace = await shopWorkspace()
})

let files = 0
async function imported(rows: readonly OrderRow[]): Promise<void> {
  await workspace.run(await exportFile(rows, { folder: workspace.folder, name: `lines-${(files += 1)}.csv` }))
}

const { delivered: _delivered, ...undelivered } = sale()

describe('what the lines bring', () => {
  test('seven days after delivery, less commission; what is not delivered yet comes later', async () => {
    await imported([
      sale(),
      sale({ delivered: at('2026-01-14 08:00:00') }),
      { ...undelivered, orderId: '577012345678909999', created: at('2026-01-10 09:00:00') },
    ])
    const { one, shops, today } = await workspace.client.cash.calendar({})
    expect(today).toBe('2026-01-15')
    // 01-12 + 7 = Monday 19th; 01-14 + 7 = 21st; 01-10 + 5 assumed days + 7 = 22nd.
    expect(one.weeks.map(({ inflow }) => inflow).slice(0, 3)).toEqual([0, 3 * 85_00, 0])
    expect(one.weeks).toHaveLength(13)
    expect(one.weeks[0]).toMatchObject({ from: '2026-01-12', to: '2026-01-18' })
    expect(shops[0]?.terms).toMatchObject({
      days: { value: 7, origin: 'market' },
      deliveryDays: { value: 5, origin: 'assumed' },
    })
    expect(shops[0]).toMatchObject({ platformFee: null, dataTo: '2026-01-10' })
  })

  test('every bar is the sum of its items, and a settlement leads to its order lines', async () => {
    await imported([sale(), sale({ payment: 50_00, estimatedBase: 50_00, estimatedStandard: 7_50 }), sale()])
    const { client } = workspace
    const page = await client.cash.items({ week: 1, direction: 'in' })
    expect(page).toMatchObject({ total: 1, sum: 85_00 + 42_50 + 85_00, currency: 'USD' })
    expect(page.rows[0]).toMatchObject({
      kind: 'settlement',
      day: '2026-01-19',
      lines: 3,
      assumed: false,
      behind: { settled: false, known: true, day: '2026-01-12' },
    })
    const behind = page.rows[0]?.behind
    const lines = await client.cash.lines({ shopId: workspace.shop.id, ...behind!, limit: 2 })
    expect(lines.total).toBe(3)
    const rest = await client.cash.lines({ shopId: workspace.shop.id, ...behind!, cursor: lines.nextCursor })
    const all = [...lines.rows, ...rest.rows]
    expect(all.reduce((sum, line) => sum + line.payment - line.refund - line.commission, 0)).toBe(page.sum)
  })

  test('what was due before today is not counted again, and is called late where the files do not show it', async () => {
    await imported([sale({ created: at('2025-12-17 10:00:00'), delivered: at('2025-12-20 12:00:00') })])
    const { one, late } = await workspace.client.cash.calendar({})
    expect(one.weeks.every(({ inflow }) => inflow === 0)).toBe(true)
    expect(one.passed).toEqual({ amount: 85_00, items: 1 })
    // Due on 2025-12-27, late fourteen assumed days later.
    expect(late).toEqual([{ shopId: workspace.shop.id, currency: 'USD', amount: 85_00, lines: 1, since: '2025-12-27' }])
  })

  test('frozen lines stand beside the calendar, settled and cancelled ones nowhere', async () => {
    await imported([sale({ status: 'frozen' }), sale({ status: 'settled' }), sale({ status: 'ineligible' })])
    const { one, frozen } = await workspace.client.cash.calendar({})
    expect(frozen).toMatchObject([{ amount: 85_00, lines: 1 }])
    expect([one.passed.items, one.beyond.items, ...one.weeks.map(({ inflow }) => inflow)]).toEqual(
      Array.from({ length: 15 }, () => 0),
    )
  })

  test('the way to the buyer is measured on the lines where there are enough', async () => {
    const old = (i: number) =>
      sale({
        created: at(`2025-11-${String(1 + (i % 9)).padStart(2, '0')} 10:00:00`),
        delivered: at(`2025-11-${String(4 + (i % 9)).padStart(2, '0')} 09:00:00`),
      })
    await imported([...Array.from({ length: 30 }, (_, i) => old(i)), sale()])
    const { shops } = await workspace.client.cash.calendar({})
    expect(shops[0]).toMatchObject({
      measuredLines: 30,
      terms: { deliveryDays: { value: 3, origin: 'measured' } },
    })
  })

  test('a file that is taken back takes its money with it', async () => {
    await imported([sale()])
    const [batch] = await workspace.client.imports.list({})
    expect((await workspace.client.cash.calendar({})).one.weeks[1]?.inflow).toBe(85_00)
    await workspace.undo(batch?.id ?? null)
    expect((await workspace.client.cash.calendar({})).one.weeks[1]?.inflow).toBe(0)
  })
})

describe('rules of settlement', () => {
  const rule = { fromDay: '2026-01-01', days: 3, payoutDays: 2, source: 'Seller Center' }

  test('of the shop hold from their day on, and can be taken out in one step each', async () => {
    const { client, shop } = workspace
    await imported([sale({ delivered: at('2026-01-14 08:00:00') })])
    const saved = await client.cash.putRule({ shopId: shop.id, ...rule })
    const { one, shops } = await client.cash.calendar({})
    // 01-14 + 3 + 2 = 19th.
    expect((await client.cash.items({ week: 1 })).rows[0]).toMatchObject({ day: '2026-01-19' })
    expect(one.weeks[1]?.inflow).toBe(85_00)
    expect(shops[0]?.terms.days).toEqual({ value: 3, origin: 'rule', source: 'Seller Center' })
    await client.history.undo({})
    expect(await client.cash.rules({})).toEqual([])
    await client.history.redo({})
    await client.cash.removeRule({ id: saved.id })
    expect(await client.cash.rules({})).toEqual([])
  })

  test('that keep a part back bring it later, also of what is settled by now', async () => {
    const { client, shop } = workspace
    await client.cash.putRule({ shopId: shop.id, ...rule, payoutDays: 0, reserveRate: 1000, reserveDays: 30 })
    await imported([
      sale({ delivered: at('2026-01-14 08:00:00') }),
      sale({ status: 'settled', created: at('2026-01-02 08:00:00'), delivered: at('2026-01-05 08:00:00') }),
    ])
    const { rows } = await client.cash.items({ direction: 'in' })
    expect(rows.map(({ kind, day, amount }) => [kind, day, amount])).toEqual([
      ['settlement', '2026-01-17', 76_50],
      ['reserve', '2026-02-07', 8_50],
      ['reserve', '2026-02-16', 8_50],
    ])
    const settled = rows[1]?.behind
    expect(settled).toEqual({ settled: true, known: true, day: '2026-01-05' })
    expect((await client.cash.lines({ shopId: shop.id, ...settled! })).total).toBe(1)
  })

  test('that cannot be are refused', async () => {
    const { client, shop } = workspace
    await expect(client.cash.putRule({ shopId: shop.id, ...rule, reserveRate: 500 })).rejects.toMatchObject({
      code: 'record.invalid',
      data: { field: 'reserveDays', reason: 'reserveWithoutDays' },
    })
    await expect(client.cash.putRule({ ...rule, shopId: 'nobody' })).rejects.toMatchObject({ code: 'shop.notFound' })
  })
})

test('stress moves settlements to 31 days after delivery and leaves the sums alone', async () => {
  const { client } = workspace
  await imported([sale(), sale({ delivered: at('2026-01-14 08:00:00') })])
  const totals = async (slipTo: number) => {
    const { one } = await client.cash.calendar({ slipTo })
    const week = one.weeks.findIndex(({ inflow }) => (inflow ?? 0) > 0)
    return { from: one.weeks[week]?.from, inflow: one.weeks.reduce((sum, { inflow }) => sum + (inflow ?? 0), 0) }
  }
  expect(await totals(0)).toEqual({ from: '2026-01-19', inflow: 170_00 })
  expect(await totals(7)).toEqual({ from: '2026-01-19', inflow: 170_00 })
  // 2026-01-12 + 31 = February 12th, in the week of the 9th.
  expect(dayNumber('2026-01-12') + 31).toBe(dayNumber('2026-02-12'))
  expect(await totals(31)).toEqual({ from: '2026-02-09', inflow: 170_00 })
})

describe('with the income of the shop', () => {
  const income = (orderId: string, settled: string) =>
    orderLine(orderId, settled, '85.00', { 'Transaction fee': '0.00' })

  test('what was paid out is not foreseen, and what should have been and was not is taken to come today', async () => {
    const [paid, unpaid] = ['577012345678905551', '577012345678905552']
    const due = { created: at('2026-01-02 10:00:00'), delivered: at('2026-01-05 12:00:00') }
    await imported([sale({ ...due, orderId: paid }), sale({ ...due, orderId: unpaid }), sale()])
    const { client } = workspace
    // Without income files what was due on the 12th is taken to be paid.
    expect((await client.cash.calendar({})).one.passed).toEqual({ amount: 2 * 85_00, items: 1 })
    const file = writeIncomeCsv(workspace.folder, 'income.csv', orderDetails([income(paid, '2026/01/13')]))
    await workspace.run(file)
    const { one, shops } = await client.cash.calendar({})
    expect(shops[0]?.incomeTo).toBe('2026-01-13')
    expect(one.passed).toEqual({ amount: 0, items: 0 })
    expect(one.weeks.slice(0, 2).map(({ inflow }) => inflow)).toEqual([85_00, 85_00])
    const [overdue] = (await client.cash.items({ week: 0 })).rows
    expect(overdue).toMatchObject({ day: '2026-01-15', assumed: true, lines: 1 })
    const { rows } = await client.cash.lines({ shopId: workspace.shop.id, ...overdue!.behind! })
    expect(rows.map(({ orderId }) => orderId)).toEqual([unpaid])
  })
})
