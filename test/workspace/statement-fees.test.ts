/** Fees on a creator's statement: apart from commission, each in its own currency, frozen with the month. */

import fs from 'node:fs'
import path from 'node:path'

import { beforeEach, describe, expect, test } from 'vitest'

import { writeOrderExport } from '../../electron/workspace/files/order-export'
import { at, orderRow } from '../support/exports'
import { pdfText, pdfTool } from '../support/pdf-reader'
import { finish, newWorkspace, type TestWorkspace } from '../support/workspace'

const MONTH = '2026-01'
const FEBRUARY = Date.UTC(2026, 1, 3, 12)

let workspace: TestWorkspace
let shopId: string
const scope = () => ({ shopId, month: MONTH })

const line = (n: number, creator: string, actualStandard = 1500) =>
  orderRow({
    orderId: `57700000000000000${n}`,
    creator,
    created: at(`2026-01-0${n} 12:00:00`),
    payment: 10_000,
    price: 10_000,
    estimatedBase: 10_000,
    actualBase: 10_000,
    estimatedStandard: 1500,
    actualStandard,
  })

beforeEach(async () => {
  workspace = await newWorkspace({ now: FEBRUARY })
  shopId = (await workspace.client.shops.add({ name: 'Glow US', market: 'US' })).id
  const target = path.join(workspace.folder, 'orders.csv')
  const rows = [line(1, 'mia'), line(2, 'mia', 750), line(3, 'zoe')]
  await writeOrderExport(target, { layout: 'affiliateOrders.en', container: 'csv', currency: 'USD' }, rows)
  await finish(workspace.client.imports.run({ path: target, shopId }))
})

const make = (more: object = {}) =>
  finish(
    workspace.client.statements.make({
      ...scope(),
      formats: ['csv'],
      folder: path.join(workspace.folder, 'out'),
      ...more,
    }),
  )
const sheet = () => workspace.client.statements.sheet(scope())
const written = () => fs.readdirSync(path.join(workspace.folder, 'out')).toSorted((a, b) => a.localeCompare(b))

describe('fees outside the platform', () => {
  const owe = async (creatorId: string, amount: number, currency: string, dueDay: string, id?: string) =>
    String(
      (
        await workspace.client.records.put({
          entity: 'payables',
          ...(id !== undefined && { id }),
          fields: { shopId, creatorId, kind: 'flatFee', amount, currency, dueDay },
        })
      )['id'],
    )
  const idOf = async (name: string) => (await sheet()).rows.find(({ creator }) => creator === name)?.creatorId ?? ''

  test('stand on the statement in their own currencies, in no sum with commission or each other', async () => {
    const before = await sheet()
    const mia = await idOf('mia')
    await owe(mia, 5000, 'USD', '2026-01-31')
    await owe(mia, 2500, 'USD', '2026-01-05')
    await owe(mia, 9_000_000, 'VND', '2026-01-20')
    await owe(mia, 7000, 'USD', '2026-02-01')
    const { rows } = await sheet()
    expect(rows[0]?.figures).toEqual(before.rows[0]?.figures)
    expect(rows[0]?.fees.map(({ dueDay, amount, currency }) => [dueDay, amount, currency])).toEqual([
      ['2026-01-05', 2500, 'USD'],
      ['2026-01-20', 9_000_000, 'VND'],
      ['2026-01-31', 5000, 'USD'],
    ])
    expect(rows[0]?.feeTotals).toEqual([
      { currency: 'USD', amount: 7500 },
      { currency: 'VND', amount: 9_000_000 },
    ])
    // The sheet says the same of the shop's own currency.
    const settled = await workspace.client.settlement.sheet(scope())
    expect(settled.rows.find(({ creator }) => creator === 'mia')).toMatchObject({ fees: 7500, otherCurrency: 1 })
    expect(rows[1]).toMatchObject({ creator: 'zoe', fees: [], feeTotals: [] })
  })

  test('give who sold nothing a statement too', async () => {
    const fresh = await workspace.client.records.put({ entity: 'creators', fields: { handle: 'new.face' } })
    await owe(String(fresh['id']), 1200, 'USD', '2026-01-02')
    const row = (await sheet()).rows.find(({ creator }) => creator === 'new.face')
    expect(row).toMatchObject({ figures: { lines: 0, actual: 0 }, feeTotals: [{ currency: 'USD', amount: 1200 }] })
    expect((await make()).result.made).toBe(3)
  })

  test('make a statement another one when they change, and are frozen with the month', async () => {
    const mia = await idOf('mia')
    await make()
    const fee = await owe(mia, 5000, 'USD', '2026-01-31')
    expect((await sheet()).rows[0]?.statement?.matches).toBe(false)
    await make({ creators: [mia] })
    expect((await sheet()).rows[0]?.statement?.matches).toBe(true)
    await workspace.client.periods.close(scope())
    await owe(mia, 8000, 'USD', '2026-01-31', fee)
    const [row] = (await sheet()).rows
    expect(row).toMatchObject({ feeTotals: [{ currency: 'USD', amount: 5000 }], statement: { matches: true } })
    expect((await workspace.client.settlement.sheet(scope())).rows[0]).toMatchObject({
      fees: 5000,
      since: { fees: 3000 },
    })
  })

  test.runIf(pdfTool('pdftotext'))(
    'are on paper in both languages, and in a column of their own in tables',
    async () => {
      const mia = await idOf('mia')
      await owe(mia, 5000, 'USD', '2026-01-31')
      await owe(mia, 9_000_000, 'VND', '2026-01-20')
      await make({ formats: ['pdf', 'csv'], creators: [mia] })
      const pdf = written().find((name) => name.endsWith('pdf')) ?? ''
      const text = pdfText(path.join(workspace.folder, 'out', pdf))
      for (const part of [
        '平台外费用 Fees outside the platform',
        '坑位费 flat fee',
        '2026-01-31',
        '50.00 USD',
        '9,000,000 VND',
        '不与佣金相加',
        '22.50 USD',
      ])
        expect(text).toContain(part)
      const csv = fs.readFileSync(path.join(workspace.folder, 'out', pdf.replace(/pdf$/, 'csv')), 'utf8')
      const [head = '', ...rest] = csv.replace('\u{feff}', '').trim().split(/\r?\n/)
      const at = head.split(',').indexOf('平台外费用 Fee')
      const actual = head.split(',').indexOf('实际佣金 Actual commission')
      const fees = rest.map((row) => row.split(',')).filter((row) => (row[at] ?? '') !== '')
      expect(fees.map((row) => [row[at], row[at + 1], row[actual]])).toEqual([
        ['9000000', 'VND', ''],
        ['50', 'USD', ''],
      ])
    },
  )
})
