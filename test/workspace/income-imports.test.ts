/** Income files through the one import: recognised, checked, counted once, corrected, taken back. */

import { safe } from '@orpc/client'
import { beforeEach, describe, expect, test } from 'vitest'

import { incomeMonths, incomeRows } from '../../db/facts/income-store'
import { shopNumber } from '../../db/facts/dims'
import { verifyWorkspace } from '../../db/verify'
import { FEE_GROUPS } from '../../shared/domain/income/columns'
import {
  orderDetails,
  orderLine,
  recordsOf,
  SEA_HEADERS,
  writeIncomeCsv,
  writeIncomeXlsx,
} from '../support/income-files'
import { shopWorkspace } from '../support/imports'

/*
 * January by hand, in cents:                         revenue   fees  of which creators, ads, partners  adjustment  settled
 *   …001 order of 50.00                                 5000  -1350   -500                                   0       3650
 *   …002 order of 90.00, partner and ads                9000  -1800   -600   -90   -45                       0       7200
 *   …003 order of 20.00 with 1.00 taken off again       2000   -200                                       -100       1700
 */
const LINES = [
  orderLine('577000000000000001', '2026/01/12', '50.00', {
    'Affiliate commission': '-5.00',
    'TikTok Shop commission fee': '-6.00',
    'Transaction fee': '-2.50',
  }),
  orderLine('577000000000000002', '2026/01/13', '90.00', {
    'Affiliate commission': '-6.00',
    'Affiliate Shop Ads commission': '-0.90',
    'Affiliate partner commission': '-0.45',
    'TikTok Shop commission fee': '-10.65',
  }),
  orderLine(
    '577000000000000003',
    '2026/01/31',
    '20.00',
    { 'Transaction fee': '-2.00' },
    { 'Ajustment amount': '-1.00' },
  ),
]
const JANUARY = { lines: 3, revenue: 16000, fees: -3350, adjustment: -100, settlement: 12550 }

let workspace: Awaited<ReturnType<typeof shopWorkspace>>
beforeEach(async () => {
  workspace = await shopWorkspace()
})

/** What the merged lines of the shop add up to. */
function sums() {
  const db = workspace.context.host.current().workspace.reader
  const shopNo = shopNumber(db, workspace.shop.id, false)
  const total = { lines: 0, revenue: 0, fees: 0, adjustment: 0, settlement: 0 }
  const groups = FEE_GROUPS.map(() => 0)
  for (const month of incomeMonths(db, shopNo)) {
    const rows = incomeRows(db, shopNo, month)!
    total.lines += rows.length
    for (let i = 0; i < rows.length; i++) {
      for (const name of ['revenue', 'fees', 'adjustment', 'settlement'] as const)
        total[name] += rows.totals[name][i]! || 0
      FEE_GROUPS.forEach((_, at) => (groups[at]! += rows.groups[at]![i]!))
    }
  }
  return {
    ...total,
    groups: Object.fromEntries(FEE_GROUPS.map((group, at) => [group, groups[at]]).filter(([, sum]) => sum !== 0)),
  }
}

const csv = (lines = LINES, name = 'income_1.csv', headers: readonly string[] = SEA_HEADERS) =>
  workspace.younger(writeIncomeCsv(workspace.folder, name, orderDetails(lines, headers)))

describe('a file of order details', () => {
  test('is recognised by its content and offered to the shop of its currency', async () => {
    const [found] = await workspace.client.imports.inspect({ paths: [csv()] })
    expect(found).toMatchObject({
      problem: null,
      suggestedShopId: workspace.shop.id,
      recognised: { kind: 'income', layout: 'income.sea', container: 'csv', currency: 'USD', creatorInFile: true },
    })
  })

  test.each(['csv', 'xlsx'])('as %s counts what was worked out by hand', async (container) => {
    const file =
      container === 'csv'
        ? csv()
        : workspace.younger(writeIncomeXlsx(workspace.folder, 'income_1.xlsx', [orderDetails(LINES)]))
    const preview = await workspace.preview(file)
    expect(preview).toMatchObject({
      kind: 'income',
      rows: 3,
      inserted: 3,
      unchanged: 0,
      rejected: 0,
      repeated: 0,
      batchId: null,
    })
    expect(sums().lines).toBe(0)
    const done = await workspace.run(file)
    expect(done).toMatchObject({ inserted: 3, period: { from: '2026-01-12', to: '2026-01-31' } })
    expect(sums()).toEqual({
      ...JANUARY,
      groups: { creators: -1100, ads: -90, partners: -45, platform: -1665, transaction: -450 },
    })
    const { checks } = await verifyWorkspace(workspace.file)
    expect(checks.filter(({ ok }) => !ok)).toEqual([])
  })

  test('again does nothing, and a copy with another name is the same file', async () => {
    await workspace.run(csv())
    const again = csv(LINES, 'income_copy.csv')
    expect(await workspace.preview(again)).toMatchObject({ inserted: 0, unchanged: 3 })
    await workspace.run(again)
    expect(sums()).toMatchObject(JANUARY)
    expect(await workspace.client.imports.list({})).toHaveLength(1)
  })

  test('with a block that comes twice counts it once', async () => {
    expect(await workspace.run(csv([...LINES, ...LINES.slice(0, 2)]))).toMatchObject({
      inserted: 3,
      repeated: 2,
      rejected: 0,
    })
    expect(sums()).toMatchObject(JANUARY)
  })

  test('that reaches over another one adds only what is new; undoing either leaves the other whole', async () => {
    const first = await workspace.run(csv(LINES.slice(0, 2), 'income_a.csv'))
    const second = csv(LINES.slice(1), 'income_b.csv')
    expect(await workspace.preview(second)).toMatchObject({ inserted: 1, unchanged: 1 })
    const done = await workspace.run(second)
    expect(sums()).toMatchObject(JANUARY)
    await workspace.undo(first.batchId)
    expect(sums()).toMatchObject({ lines: 2, settlement: 7200 + 1700 })
    await workspace.undo(done.batchId)
    expect(sums()).toMatchObject({ lines: 0, settlement: 0 })
    await workspace.redo(first.batchId)
    await workspace.redo(done.batchId)
    expect(sums()).toMatchObject(JANUARY)
    const { checks } = await verifyWorkspace(workspace.file)
    expect(checks.filter(({ ok }) => !ok)).toEqual([])
  })

  test('undo of the last step takes it back, redo brings it back', async () => {
    await workspace.run(csv())
    await workspace.client.history.undo({})
    expect(sums().lines).toBe(0)
    await workspace.client.history.redo({})
    expect(sums()).toMatchObject(JANUARY)
  })

  test('leaves out a line that does not add up, with row and column, and takes it once corrected', async () => {
    const wrong = { ...LINES[0]!, 'Total settlement amount': '46.50' }
    const file = csv([wrong, ...LINES.slice(1)])
    const preview = await workspace.preview(file)
    expect(preview).toMatchObject({ inserted: 2, rejected: 1 })
    expect(preview.rejects).toMatchObject([
      { row: 2, column: 'Total settlement amount', code: 'sumDiffers', value: '46.50' },
    ])
    const corrections = [{ row: 2, column: 'Total settlement amount', value: '36.50' }]
    expect(await workspace.run(file, { corrections })).toMatchObject({ inserted: 3, rejected: 0 })
    expect(sums()).toMatchObject(JANUARY)
  })

  test('whose columns are shifted is refused as a whole, and says so', async () => {
    const shifted = recordsOf(orderDetails([...LINES, LINES[0]!]))
    const at = SEA_HEADERS.indexOf('Total settlement amount')
    const records = shifted.map((record, row) =>
      row === 0 ? record : [...record.slice(0, at), '0', ...record.slice(at)],
    )
    const file = workspace.write(
      `${records.map((record) => record.map((cell) => cell.trim()).join(',')).join('\r\n')}\r\n`,
    )
    const [error] = await safe(workspace.run(file))
    expect(error).toMatchObject({ code: 'import.doesNotAddUp', data: { lines: 4, failed: 4, shifted: true } })
    expect(await workspace.client.imports.list({})).toEqual([])
    expect(sums().lines).toBe(0)
  })

  test('most lines of which do not add up is refused as a whole', async () => {
    const wrong = LINES.map((line) => ({ ...line, 'Total settlement amount': '3.33' }))
    const [error] = await safe(
      workspace.preview(csv([...wrong, orderLine('577000000000000009', '2026/01/14', '1.00')])),
    )
    expect(error).toMatchObject({ code: 'import.doesNotAddUp', data: { lines: 4, failed: 3, shifted: false } })
  })

  test('of another currency is refused', async () => {
    const pounds = LINES.map((line) => ({ ...line, Currency: 'GBP' }))
    const [error] = await safe(workspace.run(csv(pounds, 'income_gb.csv')))
    expect(error).toMatchObject({ code: 'import.nothingReadable', data: { firstReason: 'currencyOfAnotherShop' } })
  })

  test('that lacks a column it cannot do without is refused with the column’s name', async () => {
    const headers = SEA_HEADERS.filter((header) => header !== 'Total revenue')
    const [error] = await safe(workspace.run(csv(LINES, 'income_less.csv', headers)))
    expect(error).toMatchObject({ code: 'import.missingColumns', data: { kind: 'income', columns: ['Total revenue'] } })
  })
})

test('a workbook with payouts keeps them beside the orders, and they are no income twice', async () => {
  const withdrawals = {
    name: 'Withdrawal records',
    headers: ['Type', 'Reference ID', 'Request time', 'Amount', 'Status', 'Success time', 'Bank account'],
    lines: [
      {
        Type: 'Withdrawal',
        'Reference ID': 'WD-88',
        'Request time': '2026/02/01',
        Amount: '-100.00',
        Status: 'Transferred',
        'Success time': '2026/02/02',
        'Bank account': '****1234',
      },
    ],
  }
  const notes = { name: 'Fee explanation', headers: ['Fee', 'What it is'], lines: [] }
  const file = writeIncomeXlsx(workspace.folder, 'income_w.xlsx', [withdrawals, orderDetails(LINES), notes])
  expect(await workspace.run(workspace.younger(file))).toMatchObject({
    layout: 'income.sea',
    rows: 4,
    inserted: 4,
    rejected: 0,
  })
  expect(sums()).toMatchObject({ lines: 4, revenue: 16000, settlement: 12550 - 10000 })
})
