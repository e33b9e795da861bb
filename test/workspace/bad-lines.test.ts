import fs from 'node:fs'

import { beforeEach, describe, expect, test } from 'vitest'

import { csvLine } from '../../electron/workspace/files/csv-write'
import { writeWorkbook } from '../../electron/workspace/files/xlsx-adapter'
import { SELLER_HEADER, sellerLine } from '../support/exports'
import { expectRefused, problems, sellerText, shopWorkspace, type ShopWorkspace } from '../support/imports'

/*
 * Files in any clothes and with bad lines among good ones, through the contract: the good lines go in, the others are
 * told by row and column, and the figures are those of the good lines.
 *
 * The plain file, by hand, in cents:
 *   row 2   3 February, paid 10.00, 10 % of 10.00 settled                         gmv 1000  commission 100
 *   row 3  14 February, paid 20.00, one of two sent back (base 20.00, then 10.00)  gmv 2000  refund 1000  commission 100
 *   row 4   3 February, paid 40.00, pending, nothing actual yet                    gmv 4000  commission 400
 */
const amounts = (payment: string, standard: string, actualBase: string, actual: string) => ({
  'Payment Amount': payment,
  'Est. Commission Base': payment,
  'Est. standard commission payment': standard,
  'Actual Commission Base': actualBase,
  'Actual Commission Payment': actual,
  'Standard commission rate': '10%',
  'Payment time': '',
  'Time Commission Paid': '',
})
const GOOD = [
  {
    'Order ID': '577000000000000011',
    'Time Created': '03/02/2026 00:00:00',
    ...amounts('10.00', '1.00', '10.00', '1.00'),
  },
  {
    'Order ID': '577000000000000012',
    'Time Created': '14/02/2026 23:59:59',
    Quantity: '2',
    ...amounts('20.00', '2.00', '10.00', '1.00'),
  },
  {
    'Order ID': '577000000000000013',
    'Time Created': '03/02/2026 12:00:00',
    'Order Status': 'Pending',
    'Product Name': '唇釉',
    ...amounts('40.00', '4.00', '', ''),
  },
]
const TOTAL = { orders: 3, units: 4, gmv: 7000, refunds: 1000, commissionSettled: 200, commissionPending: 400 }
const LINES = GOOD.map(sellerLine)
const TEXT = sellerText(LINES)

let workspace: ShopWorkspace
beforeEach(async () => {
  workspace = await shopWorkspace()
})

describe('the same lines in other clothes', () => {
  const separated = (delimiter: string) =>
    `\uFEFF${[SELLER_HEADER, ...LINES].map((each) => csvLine(each, delimiter)).join('')}`
  const edited = (edit: (cells: readonly string[]) => readonly string[], header = SELLER_HEADER) =>
    sellerText(LINES.map(edit), edit(header))
  test.each<[string, string | Buffer]>([
    ['no byte order mark', TEXT.slice(1)],
    ['two byte order marks', `\uFEFF${TEXT}`],
    ['UTF-16, little end first', Buffer.from(TEXT, 'utf16le')],
    ['UTF-16, big end first', Buffer.from(TEXT, 'utf16le').swap16()],
    ['GB18030', gb18030(TEXT.slice(1))],
    ['semicolons', separated(';')],
    ['tabs', separated('\t')],
    ['a tab behind every value', edited((cells) => cells.map((cell) => `${cell}\t`))],
    ['dashes for blanks', sellerText(LINES.map((cells) => cells.map((cell) => (cell === '' ? '--' : cell))))],
    ['slashes for blanks', sellerText(LINES.map((cells) => cells.map((cell) => (cell === '' ? '/' : cell))))],
    ['line feeds', TEXT.replaceAll('\r\n', '\n')],
    ['carriage returns', TEXT.replaceAll('\r\n', '\r')],
    ['no end of the last line', TEXT.trimEnd()],
    ['empty lines', TEXT.replaceAll('\r\n', '\r\n\r\n')],
    ['columns in another order', edited((cells) => cells.toReversed())],
    ['money with symbol', sellerText(LINES.map((cells) => cells.map((cell) => cell.replace(/^(\d+\.00)$/, '$$$1'))))],
    [
      'ids as formulas of text',
      sellerText(GOOD.map((line) => sellerLine({ ...line, 'Order ID': `="${line['Order ID']}"` }))),
    ],
    ['a title above the header', TEXT.replace('\uFEFF', '\uFEFFAffiliate orders\r\n2026-02\r\n')],
    ['zero-width characters', TEXT.replaceAll('Settled', 'Set\u200Btled').replace('Order ID', 'Order\u00A0ID ')],
  ])('%s', async (_, bytes) => {
    const result = await workspace.run(workspace.write(bytes))
    expect(result).toMatchObject({ inserted: 3, rejected: 0, period: { from: '2026-02-03', to: '2026-02-14' } })
    expect(await workspace.total()).toMatchObject(TOTAL)
    // The plain file afterwards brings nothing new: not one value was read otherwise.
    expect(await workspace.run(workspace.write(TEXT))).toMatchObject({ inserted: 0, updated: 0, unchanged: 3 })
  })

  test('a sum below, a row of definitions and the header again are skipped', async () => {
    const definitions = SELLER_HEADER.map((header) => `What ${header} means`)
    const sum = SELLER_HEADER.map((header) =>
      header === 'Order ID' ? 'Total' : header === 'Payment Amount' ? '70.00' : '',
    )
    const result = await workspace.run(workspace.write(sellerText([definitions, ...LINES, SELLER_HEADER, sum])))
    expect(result).toMatchObject({ rows: 6, inserted: 3, skipped: 3, rejected: 0 })
    expect(await workspace.total()).toMatchObject(TOTAL)
  })

  test('without an optional column and with a new one, both told', async () => {
    const at = SELLER_HEADER.indexOf('Platform')
    const swap = (cells: readonly string[], name: string) => cells.map((cell, i) => (i === at ? name : cell))
    const text = sellerText(
      LINES.map((cells) => swap(cells, 'happy')),
      swap(SELLER_HEADER, 'Mood'),
    )
    const result = await workspace.run(workspace.write(text))
    expect(result.warnings).toEqual([
      { code: 'unknownColumn', detail: 'Mood' },
      { code: 'missingOptionalColumn', detail: 'Platform' },
    ])
    expect(await workspace.total()).toMatchObject(TOTAL)
  })

  /** Text whose only signs beyond ASCII are 唇釉. */
  function gb18030(text: string): Buffer {
    const [before = '', after = ''] = text.split('唇釉')
    return Buffer.concat([Buffer.from(before), Buffer.from('b4bdd3d4', 'hex'), Buffer.from(after)])
  }
})

describe('day and month', () => {
  const created = (...dates: string[]) =>
    sellerText(
      dates.map((date, i) => sellerLine({ ...GOOD[0], 'Order ID': `57700000000000002${i}`, 'Time Created': date })),
    )

  test('are told apart once for the whole file, not cell by cell', async () => {
    const monthFirst = await workspace.run(workspace.write(created('02/03/2026 10:00:00', '02/14/2026 10:00:00')))
    expect(monthFirst).toMatchObject({ inserted: 2, period: { from: '2026-02-03', to: '2026-02-14' }, warnings: [] })
  })

  test('that no date tells apart are assumed, and that is said', async () => {
    const result = await workspace.run(workspace.write(created('02/03/2026 10:00:00')))
    expect(result).toMatchObject({ period: { from: '2026-03-02', to: '2026-03-02' } })
    expect(result.warnings).toEqual([{ code: 'dateOrderAssumed', detail: 'DMY' }])
  })

  test('that contradict each other leave the fewer out', async () => {
    const text = created('13/02/2026 10:00:00', '14/02/2026 10:00:00', '02/15/2026 10:00:00')
    const result = await workspace.run(workspace.write(text))
    expect(result).toMatchObject({ inserted: 2, rejected: 1 })
    expect(result.rejects).toMatchObject([{ row: 4, column: 'Time Created', code: 'dateImpossible' }])
  })
})

describe('bad lines among good ones', () => {
  const BAD: readonly (readonly [column: string, value: string, code: string])[] = [
    ['Order ID', '5.77012E+17', 'idDamaged'],
    ['SKU ID', '1.73e18', 'idDamaged'],
    ['Product ID', '', 'idMissing'],
    ['Order ID', '577012345678901234567890', 'idDamaged'],
    ['Creator Username', '--', 'creatorMissing'],
    ['Quantity', '1.5', 'quantityNotWhole'],
    ['Quantity', '-1', 'quantityNotWhole'],
    ['Payment Amount', 'ten', 'amountUnreadable'],
    ['Payment Amount', '', 'amountMissing'],
    ['Actual Commission Payment', '#REF!', 'amountUnreadable'],
    ['Standard commission rate', '900%', 'rateOutOfRange'],
    ['Time Created', '31/02/2026 10:00:00', 'dateImpossible'],
    ['Time Created', '03/02/2026 24:30:00', 'dateImpossible'],
    ['Time Created', '03/02/1926 10:00:00', 'dateImpossible'],
    ['Order Delivery Time', 'soon', 'dateUnreadable'],
    ['Currency', 'DOLLARS', 'currencyUnknown'],
    ['Currency', 'GBP', 'currencyOfAnotherShop'],
    ['Order Status', 'Teleported', 'statusUnknown'],
    ['Fully returned or refunded', 'perhaps', 'flagUnreadable'],
  ]

  test('each told by row, column, reason and value; the others go in', async () => {
    const bad = BAD.map(([column, value]) => sellerLine({ ...GOOD[0], [column]: value }))
    const [first = [], ...rest] = LINES
    const file = workspace.write(sellerText([first, ...bad, ...rest]))
    const preview = await workspace.preview(file)
    const result = await workspace.run(file)
    expect(result.rejects.map(({ row, column, code, value }) => [row, column, value, code])).toEqual(
      BAD.map(([column, value, code], i) => [i + 3, column, value, code]),
    )
    expect(result).toMatchObject({ rows: BAD.length + 3, inserted: 3, rejected: BAD.length })
    expect({ ...preview, batchId: result.batchId }).toEqual(result)
    expect(await workspace.total()).toMatchObject(TOTAL)
    expect(await problems(workspace)).toEqual([])
  })

  test('ids that a spreadsheet kept as numbers', async () => {
    const at = SELLER_HEADER.indexOf('Order ID')
    const asNumber = LINES.map((cells) => cells.map((cell, i) => (i === at ? Number(cell) : cell)))
    const file = workspace.place('xlsx')
    await writeWorkbook(file, 'Orders', [SELLER_HEADER, ...asNumber])
    await expectRefused(workspace, file, 'import.nothingReadable', { rejected: 3, firstReason: 'idDamaged' })
  })

  test('ids that a spreadsheet rounded before saving text', async () => {
    const rounded = GOOD.map((line, i) => sellerLine({ ...line, 'Order ID': `57700000000000${i}000` }))
    const file = workspace.write(sellerText(rounded))
    await expectRefused(workspace, file, 'import.nothingReadable', { rejected: 3, firstReason: 'idDamaged' })
  })

  test('a line that repeats counts once, and the last one holds', async () => {
    const again = sellerLine({ ...GOOD[0], 'Payment Amount': '12.00' })
    const result = await workspace.run(workspace.write(sellerText([...LINES, again, again])))
    expect(result).toMatchObject({ rows: 5, inserted: 3, repeated: 2 })
    expect(result.warnings).toEqual([{ code: 'repeatedLines', detail: '2' }])
    expect(await workspace.total()).toMatchObject({ ...TOTAL, gmv: 7200 })
  })
})

test('files of overlapping periods do not count a line twice, and the younger one is believed', async () => {
  const [first = [], second = [], third = []] = LINES
  await workspace.run(workspace.write(sellerText([first, second])))
  const settled = sellerLine({ ...GOOD[1], 'Actual Commission Base': '20.00', 'Actual Commission Payment': '2.00' })
  const later = await workspace.run(workspace.write(sellerText([settled, third])))
  expect(later).toMatchObject({ inserted: 1, updated: 1 })
  expect(await workspace.total()).toMatchObject({ ...TOTAL, refunds: 0, commissionSettled: 300 })
})

describe('a text that a spreadsheet would run', () => {
  const FORMULA = '=HYPERLINK("http://example.com";"x")'

  test('is harmless in what is exported', async () => {
    const line = sellerLine({ ...GOOD[0], 'Creator Username': '=cmd|calc', 'Product Name': FORMULA })
    await workspace.run(workspace.write(sellerText([line])))
    const to = workspace.place('csv')
    const columns = [{ key: 'creator', title: '=1+1' }]
    await workspace.client.roi.export({ by: ['creator'], format: 'csv', to, columns })
    expect(fs.readFileSync(to, 'utf8').split('\r\n').slice(0, 2)).toEqual(["\uFEFF'=1+1", "'=cmd|calc"])
  })

  test('is harmless in the rejected lines that are saved, which can be corrected and imported', async () => {
    const bad = sellerLine({ ...GOOD[0], 'Product Name': FORMULA, 'Content ID': '--', Quantity: 'x' })
    const { headers, rejects } = await workspace.run(workspace.write(sellerText([...LINES.slice(1), bad])))
    for (const extension of ['csv', 'xlsx']) {
      const to = workspace.place(extension)
      await workspace.client.imports.saveRejects({ headers, rejects, reasons: ['-1 is no quantity'], to })
      const corrections = [{ row: 2, column: 'Quantity', value: '1' }]
      const preview = await workspace.preview(to, { corrections })
      expect(preview).toMatchObject({ inserted: 1, rejected: 0 })
      expect(preview.sample).toMatchObject([{ productName: `'${FORMULA}`, contentId: null, creator: 'mia.glow_' }])
    }
  })
})
