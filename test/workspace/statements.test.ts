/** Statements of creators: their sums tie, their files can be read, and one that no longer matches says so. */

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
let files = 0
const order = (n: number): string => `57700000000000000${n}`
const scope = () => ({ shopId, month: MONTH })

const line = (n: number, creator: string, more: Parameters<typeof orderRow>[0] = {}) =>
  orderRow({
    orderId: order(n),
    creator,
    productName: '玻尿酸精华 Serum',
    created: at(`2026-01-0${n} 12:00:00`),
    payment: 10_000,
    price: 10_000,
    estimatedBase: 10_000,
    actualBase: 10_000,
    estimatedStandard: 1500,
    actualStandard: 1500,
    ...more,
  })

async function load(rows: readonly ReturnType<typeof orderRow>[], shop = shopId) {
  const target = path.join(workspace.folder, `orders-${(files += 1)}.csv`)
  await writeOrderExport(target, { layout: 'affiliateOrders.en', container: 'csv', currency: 'USD' }, rows)
  const second = Date.UTC(2026, 1, 1) / 1000 + files
  fs.utimesSync(target, second, second)
  await finish(workspace.client.imports.run({ path: target, shopId: shop }))
  return path.basename(target)
}

const REFUND = { quantity: 2, price: 5000, actualBase: 5000, actualStandard: 750 }

beforeEach(async () => {
  workspace = await newWorkspace({ now: FEBRUARY })
  shopId = (await workspace.client.shops.add({ name: 'Glow US', market: 'US' })).id
  await load([line(1, 'mia'), line(2, 'mia', REFUND), line(3, 'zoe')])
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

describe('a statement', () => {
  test('adds up to its lines, to the settlement sheet and to the ROI table', async () => {
    const { rows, currency, basis } = await sheet()
    expect([currency, basis]).toEqual(['USD', 'now'])
    const settlement = await workspace.client.settlement.sheet(scope())
    const roi = await workspace.client.roi.table({ by: ['creator'], from: '2026-01-01', to: '2026-01-31' })
    for (const { creator, creatorId, figures } of rows) {
      const { rows: lines } = await workspace.client.statements.lines({ ...scope(), creatorId })
      const sum = (of: 'gmv' | 'refund' | 'estimated' | 'actual') => lines.reduce((all, one) => all + (one[of] ?? 0), 0)
      expect([sum('gmv'), sum('refund'), sum('estimated'), sum('actual')]).toEqual([
        figures.gmv,
        figures.refunds,
        figures.estimated,
        figures.actual,
      ])
      const ours = settlement.rows.find((one) => one.creator === creator)
      expect([
        figures.gmv,
        figures.refunds,
        figures.estimated,
        figures.actual,
        figures.settled,
        figures.pending,
      ]).toEqual([ours?.gmv, ours?.refunds, ours?.estimated, ours?.actual, ours?.paid, ours?.due])
      const table = roi.rows.find(({ keys }) => keys.creator === creator)
      expect([figures.gmv, figures.actual]).toEqual([table?.gmv, table?.commission])
    }
    // mia: 200.00 sold, 50.00 came back, 30.00 estimated, 22.50 paid.
    expect(rows[0]).toMatchObject({
      creator: 'mia',
      statement: null,
      figures: { orders: 2, gmv: 20_000, refunds: 5000, estimated: 3000, actual: 2250, adjustments: { partial: -750 } },
    })
  })

  test('names the file and the row where the platform says what came back', async () => {
    const mia = (await sheet()).rows[0]?.creatorId ?? ''
    const { rows } = await workspace.client.statements.lines({ ...scope(), creatorId: mia })
    expect(rows.map(({ orderId, refund, cause, proof }) => [orderId, refund, cause, proof])).toEqual([
      [order(2), 5000, 'partial', { file: `orders-${files}.csv`, row: 3 }],
      [order(1), 0, null, null],
    ])
  })

  test('is made for everybody in one go, as one step, and again under the same number while it matches', async () => {
    const { result } = await make()
    expect(result).toMatchObject({ made: 2, files: 2, kept: 0 })
    const first = await sheet()
    expect(first.rows.map(({ creator, statement }) => [creator, statement?.matches, statement?.number])).toEqual([
      ['mia', true, expect.stringMatching(/^202601-[0-9A-F]{8}$/)],
      ['zoe', true, expect.stringMatching(/^202601-[0-9A-F]{8}$/)],
    ])
    expect((await make()).result).toMatchObject({ made: 0, files: 2, kept: 2 })
    expect((await sheet()).rows).toEqual(first.rows)
    await workspace.client.history.undo({})
    expect((await sheet()).rows.map(({ statement }) => statement)).toEqual([null, null])
  })

  test('says when its lines say something else by now, and is made anew under another number', async () => {
    await make()
    const before = (await sheet()).rows
    await load([line(1, 'mia', { status: 'ineligible', fullyReturned: true, actualBase: 0, actualStandard: 0 })])
    const changed = (await sheet()).rows
    expect(changed.map(({ creator, statement }) => [creator, statement?.matches])).toEqual([
      ['zoe', true],
      ['mia', false],
    ])
    expect((await make()).result).toMatchObject({ made: 1, kept: 1 })
    const [, mia] = (await sheet()).rows
    expect([mia?.statement?.matches, mia?.earlier]).toEqual([true, 1])
    expect(mia?.statement?.number).not.toBe(before[0]?.statement?.number)
  })

  test('of a closed month is of what it was closed as, whatever comes later', async () => {
    await workspace.client.periods.close(scope())
    const closed = await sheet()
    expect(closed.basis).toBe('closed')
    await make()
    await load([
      line(1, 'mia', { status: 'ineligible', fullyReturned: true, actualBase: 0, actualStandard: 0 }),
      line(4, 'mia'),
    ])
    const after = await sheet()
    expect(after.rows.map(({ figures }) => figures)).toEqual(closed.rows.map(({ figures }) => figures))
    expect(after.rows.map(({ statement }) => statement?.matches)).toEqual([true, true])
    const { rows } = await workspace.client.statements.lines({ ...scope(), creatorId: after.rows[0]?.creatorId ?? '' })
    expect(rows.map(({ orderId, actual, changedSince }) => [orderId, actual, changedSince])).toEqual([
      [order(2), 750, false],
      [order(1), 1500, true],
    ])
  })

  test('is marked as sent, and not any more', async () => {
    await make()
    const ids = (await sheet()).rows.flatMap(({ statement }) => (statement ? [statement.id] : []))
    await workspace.client.statements.markSent({ ids, sent: true })
    expect((await sheet()).rows.every(({ statement }) => statement?.sentAt !== null)).toBe(true)
    const [row] = (await workspace.client.settlement.sheet(scope())).rows
    expect(row?.statement?.sentAt).not.toBeNull()
    await workspace.client.statements.markSent({ ids, sent: false })
    expect((await sheet()).rows.every(({ statement }) => statement?.sentAt === null)).toBe(true)
  })

  test('of which one cannot be written leaves the whole ones with their records, and nothing of the one', async () => {
    const [mia] = (await sheet()).rows
    const number = (await make({ creators: [mia?.creatorId] })).result.made
    expect(number).toBe(1)
    // A folder stands where the second file of zoe is to go.
    await workspace.client.history.undo({})
    fs.rmSync(path.join(workspace.folder, 'out'), { recursive: true })
    await make()
    const zoe = written().find((name) => name.startsWith('zoe')) ?? ''
    fs.rmSync(path.join(workspace.folder, 'out'), { recursive: true })
    await workspace.client.history.undo({})
    fs.mkdirSync(path.join(workspace.folder, 'out', zoe.replace(/csv$/, 'xlsx')), { recursive: true })
    await expect(make({ formats: ['csv', 'xlsx'] })).rejects.toMatchObject({ code: 'export.notWritable' })
    expect(written().filter((name) => name.startsWith('zoe'))).toEqual([zoe.replace(/csv$/, 'xlsx')])
    const rows = (await sheet()).rows
    expect(rows.map(({ creator, statement }) => [creator, statement !== null])).toEqual([
      ['mia', written().some((name) => name.startsWith('mia'))],
      ['zoe', false],
    ])
  })

  test.runIf(pdfTool('pdftotext'))('on paper has its sums, lines and proof in both languages', async () => {
    await make({ formats: ['pdf', 'csv', 'xlsx'] })
    const pdf = written().find((name) => /^mia.*pdf$/.test(name)) ?? ''
    const text = pdfText(path.join(workspace.folder, 'out', pdf))
    const { statement } = (await sheet()).rows[0] ?? {}
    for (const part of ['达人对账单', 'Creator statement', '@mia', order(1), order(2), '玻尿酸精华', '22.50', '-50.00'])
      expect(text).toContain(part)
    for (const part of [
      statement?.number ?? '-',
      statement?.sha256 ?? '-',
      `orders-${files}.csv`,
      '部分退款',
      'partly refunded',
    ])
      expect(text).toContain(part)
    const csv = fs.readFileSync(path.join(workspace.folder, 'out', pdf.replace(/pdf$/, 'csv')), 'utf8')
    expect(csv.split('\n').filter((row) => row.includes('Σ'))[0]).toContain('22.5')
  })
})

describe('a dispute', () => {
  test('puts the creator’s list beside ours and ends with what is granted and owed', async () => {
    const other = (await workspace.client.shops.add({ name: 'Glow Two', market: 'US' })).id
    await load([line(5, 'mia', { created: at('2025-12-30 12:00:00') }), line(6, 'zoe')])
    await load([line(7, 'mia')], other)
    await make()
    const mia = (await sheet()).rows.find(({ creator }) => creator === 'mia')
    const dispute = await workspace.client.statements.putDispute({
      fields: {
        shopId,
        creatorId: mia?.creatorId ?? '',
        statementId: mia?.statement?.id ?? '',
        title: '230 against 200 orders',
        claimed: 4500,
      },
    })
    expect(dispute).toMatchObject({ creator: 'mia', month: MONTH, statementNumber: mia?.statement?.number, notes: 0 })
    const pasted = [1, 5, 6, 7, 8].map(order).join('\n')
    await workspace.client.statements.say({ id: dispute.id, side: 'creator', text: 'I count five', orders: pasted })
    const compared = await workspace.client.statements.compare({
      shopId,
      creatorId: dispute.creatorId,
      month: MONTH,
      orders: pasted,
    })
    expect(compared.rows.map(({ place, month, creator, shop }) => [place, month, creator, shop])).toEqual([
      ['counted', '2026-01', 'mia', 'Glow US'],
      ['otherMonth', '2025-12', 'mia', 'Glow US'],
      ['otherCreator', '2026-01', 'zoe', 'Glow US'],
      ['otherShop', '2026-01', 'mia', 'Glow Two'],
      ['unknown', '', '', ''],
    ])
    expect(compared).toMatchObject({ pasted: 5, rounded: 0, onlyOurs: 1, counts: { counted: 1, unknown: 1 } })
    expect((await sheet()).rows.find(({ creator }) => creator === 'mia')?.openDisputes).toBe(1)
    const checks = await workspace.client.periods.checks(scope())
    expect(checks.find(({ check }) => check === 'disputes')).toMatchObject({ count: 1, level: 'warn' })
    const looked = await workspace.client.statements.checkDispute({ id: dispute.id, checking: true })
    expect(looked).toMatchObject({ checking: true, outcome: null, closedAt: null, owner: 'Lin' })
    const edited = { shopId: dispute.shopId, creatorId: dispute.creatorId, title: 'Five, not four' }
    expect(await workspace.client.statements.putDispute({ id: dispute.id, fields: edited })).toMatchObject({
      title: 'Five, not four',
      checking: true,
      statementNumber: dispute.statementNumber,
    })
    await expect(workspace.client.statements.settle({ id: dispute.id, outcome: 'partly' })).rejects.toMatchObject({
      code: 'record.invalid',
    })
    const ended = await workspace.client.statements.settle({
      id: dispute.id,
      outcome: 'partly',
      granted: 1500,
      owe: '2026-02-20',
    })
    expect(ended).toMatchObject({ outcome: 'partly', granted: 1500, closedAt: expect.any(Number) })
    const { db } = workspace.context.host.current().workspace
    expect(db.$client.prepare('SELECT kind, amount, currency, due_day AS due FROM payables').all()).toEqual([
      { kind: 'other', amount: 1500, currency: 'USD', due: '2026-02-20' },
    ])
    expect(await workspace.client.statements.disputes({ open: true })).toEqual([])
    await expect(workspace.client.statements.checkDispute({ id: dispute.id, checking: true })).rejects.toMatchObject({
      data: { reason: 'ended' },
    })
    // One step: taken back, nothing is owed and it is open again.
    await workspace.client.history.undo({})
    expect((await workspace.client.statements.dispute({ id: dispute.id })).outcome).toBeNull()
    expect(db.$client.prepare('SELECT count(*) FROM payables WHERE _del = 0').pluck().get()).toBe(0)
  })
})
