import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { csvLine } from '../../electron/workspace/files/csv-write'
import { orderRecords } from '../../electron/workspace/files/order-export'
import type { ReadFor } from '../../shared/domain/imports'
import { at, orderRow, readFile, tempFolder } from '../support/exports'

let folder: string
beforeEach(() => {
  folder = tempFolder()
})

const [HEADER = [], LINE = []] = [...orderRecords('affiliateOrders.en', 'USD', [orderRow()])]

/** The standard line with some cells spelled otherwise. */
function line(cells: Readonly<Record<string, string>> = {}): string[] {
  return HEADER.map((header, i) => cells[header] ?? LINE[i] ?? '')
}

function file(records: readonly (readonly string[])[], { delimiter = ',', mark = '\uFEFF' } = {}): string {
  const path = join(folder, 'orders.csv')
  writeFileSync(path, mark + records.map((record) => csvLine(record, delimiter)).join(''))
  return path
}

async function readLine(cells: Readonly<Record<string, string>>, given: Partial<ReadFor> = {}) {
  return readFile(file([HEADER, line(cells)]), given)
}

describe('a line is left out, for its own reason, when', () => {
  test.each([
    ['an id is missing', 'Order ID', '', 'idMissing'],
    ['an id is a dash', 'Product ID', '--', 'idMissing'],
    ['an id is in scientific notation', 'SKU ID', '1.72938E+18', 'idDamaged'],
    ['an id has decimals', 'Order ID', '577012345678901234.0', 'idDamaged'],
    ['a content id holds letters', 'Content ID', 'abc', 'idDamaged'],
    ['the creator is missing', 'Creator Username', '/', 'creatorMissing'],
    ['the quantity is not whole', 'Quantity', '1.5', 'quantityNotWhole'],
    ['the quantity is missing', 'Quantity', '', 'quantityNotWhole'],
    ['the amount paid is missing', 'Payment Amount', '--', 'amountMissing'],
    ['an amount is not one', 'Price', '12 apples', 'amountUnreadable'],
    ['a rate is not one', 'Standard commission rate', 'high', 'rateUnreadable'],
    ['a rate is above 80 %', 'Standard commission rate', '150%', 'rateOutOfRange'],
    ['a date is not one', 'Payment time', 'yesterday', 'dateUnreadable'],
    ['a date cannot be', 'Time Created', '31/02/2026 10:00:00', 'dateImpossible'],
    ['the order date is missing', 'Time Created', '', 'dateMissing'],
    ['the currency is none', 'Currency', 'XXQ', 'currencyUnknown'],
    ["the currency is another shop's", 'Currency', 'MYR', 'currencyOfAnotherShop'],
    ['the status is unknown', 'Order Status', 'Dreaming', 'statusUnknown'],
    ['"fully returned" is neither yes nor no', 'Fully returned or refunded', 'maybe', 'flagUnreadable'],
  ])('%s', async (_, column, value, code) => {
    const { lines, summary } = await readFile(file([HEADER, line(), line({ [column]: value }), line()]))
    expect(lines.map(({ row }) => row)).toEqual([2, 4])
    expect(summary).toMatchObject({ rows: 3, rejected: 1, skipped: 0 })
    expect(summary.rejects).toEqual([{ row: 3, column, code, value, cells: line({ [column]: value }) }])
  })

  test('it has fewer cells than it needs, or more than there are headers', async () => {
    const { summary } = await readFile(file([HEADER, line().slice(0, 12), [...line(), 'shifted'], [...line(), '', '']]))
    expect(summary.rejects.map(({ row, code }) => [row, code])).toEqual([
      [2, 'tooFewCells'],
      [3, 'tooManyCells'],
    ])
    expect(summary.rows).toBe(3)
  })

  test('the file ends inside it', async () => {
    const path = join(folder, 'cut.csv')
    const whole = csvLine(HEADER) + csvLine(line()) + csvLine(line())
    writeFileSync(path, whole.slice(0, -60))
    const { lines, summary } = await readFile(path)
    expect(lines).toHaveLength(1)
    expect(summary.rejects.map(({ row, code }) => [row, code])).toEqual([[3, 'tooFewCells']])
  })

  test('a quote in it is never closed, and the lines behind it are read', async () => {
    const path = join(folder, 'quote.csv')
    const text = csvLine(line()).replace('"Lip tint, 3 colours"', '"Lip tint')
    writeFileSync(
      path,
      csvLine(HEADER) + csvLine(line({ 'Product Name': 'a' })) + text + csvLine(line({ 'Product Name': 'b' })),
    )
    const { lines } = await readFile(path)
    expect(lines.map(({ row, productName }) => [row, productName])).toEqual([
      [2, 'a'],
      [3, '"Lip tint'],
      [4, 'b'],
    ])
  })
})

describe('a blank is no value, and 0 is one', () => {
  test('in amounts, rates, times and ids that may be missing', async () => {
    const blanks = {
      'Actual Commission Payment': '--',
      'Standard commission rate': '-',
      'Payment time': '/',
      'Content ID': '\t',
      Price: 'N/A',
    }
    const { lines } = await readLine(blanks)
    for (const column of ['actualStandard', 'standardRate', 'paid', 'contentId', 'price']) {
      expect(lines[0]).not.toHaveProperty(column)
    }
    expect((await readLine({ 'Actual Commission Payment': '0.00' })).lines[0]).toMatchObject({ actualStandard: 0 })
  })
})

describe('rows that are no lines', () => {
  test('are skipped: sums, definitions under the header, the header again; blank rows count for nothing', async () => {
    const definitions = HEADER.map((header) => `What ${header.toLowerCase()} means`)
    const total = HEADER.map((_, i) => (i === 0 ? 'Total' : i === 5 ? '12.99' : ''))
    const { lines, summary } = await readFile(
      file([HEADER, definitions, line(), HEADER, HEADER.map(() => ''), line(), total]),
    )
    expect(lines.map(({ row }) => row)).toEqual([3, 6])
    expect(summary).toMatchObject({ rows: 5, skipped: 3, rejected: 0 })
  })

  test("before the header are passed over, and rows keep the spreadsheet's numbers", async () => {
    const { recognised, lines } = await readFile(file([['Date range: 2026-01-01 ~ 2026-01-31'], [''], HEADER, line()]))
    expect(recognised.headerRow).toBe(3)
    expect(lines[0]?.row).toBe(4)
  })
})

describe('text in any clothes', () => {
  const plain = async () => (await readFile(file([HEADER, line(), line({ 'Order ID': '577012345678901299' })]))).lines

  test.each([';', '\t'])('separated by %j', async (delimiter) => {
    const { lines, recognised } = await readFile(
      file([HEADER, line(), line({ 'Order ID': '577012345678901299' })], { delimiter }),
    )
    expect(recognised.delimiter).toBe(delimiter)
    expect(lines).toEqual(await plain())
  })

  test.each([
    ['no byte order mark', 'utf-8', (text: string) => Buffer.from(text)],
    ['UTF-16 little end first', 'utf-16le', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['UTF-16 big end first', 'utf-16be', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
    ['line feeds', 'utf-8', (text: string) => Buffer.from(text.replace(/\r\n/g, '\n'))],
    ['carriage returns', 'utf-8', (text: string) => Buffer.from(text.replace(/\r\n/g, '\r'))],
    ['no end of the last line', 'utf-8', (text: string) => Buffer.from(text.slice(0, -2))],
    ['tabs behind every value', 'utf-8', (text: string) => Buffer.from(text.replace(/,(?=[^" ])/g, '\t,'))],
    [
      'every cell in quotes',
      'utf-8',
      (text: string) =>
        Buffer.from(
          text
            .split('\r\n')
            .map((each) =>
              each
                .split(/,(?! )/)
                .map((cell) => (cell.startsWith('"') || each === '' ? cell : `"${cell}"`))
                .join(','),
            )
            .join('\r\n'),
        ),
    ],
  ])('with %s', async (_, encoding, encode) => {
    const records = [HEADER, line(), line({ 'Order ID': '577012345678901299' })]
    const path = join(folder, 'orders.csv')
    writeFileSync(path, encode(records.map((record) => csvLine(record)).join('')))
    const { lines, recognised } = await readFile(path)
    expect(recognised.encoding).toBe(encoding)
    expect(lines).toEqual(await plain())
  })

  test('in GB18030, with a warning', async () => {
    // 商品名称 and 唇釉 as a Chinese spreadsheet saves them.
    const path = join(folder, 'gbk.csv')
    const [before, after] = [csvLine(HEADER), csvLine(line({ 'Product Name': '@@' }))].join('').split('@@')
    writeFileSync(
      path,
      Buffer.concat([Buffer.from(before ?? ''), Buffer.from([0xb4, 0xbd, 0xd3, 0xd4]), Buffer.from(after ?? '')]),
    )
    const { lines, summary, recognised } = await readFile(path)
    expect(recognised.encoding).toBe('gb18030')
    expect(lines[0]?.productName).toBe('唇釉')
    expect(summary.warnings).toContainEqual({ code: 'encodingAssumed', detail: 'gb18030' })
  })

  test('with line breaks, doubled quotes and separators inside quotes', async () => {
    const { lines } = await readFile(file([HEADER, line({ 'Product Name': '9" plate,\r\nblue' }), line()]))
    expect(lines.map(({ row, productName }) => [row, productName])).toEqual([
      [2, '9" plate, blue'],
      [3, 'Lip tint, 3 colours'],
    ])
  })
})

describe('what the file decides once', () => {
  test('one date above 12 makes every date of the file day first, or month first', async () => {
    const dates = (...created: string[]) =>
      readFile(
        file([
          HEADER,
          ...created.map((each) => line({ 'Time Created': each, 'Payment time': '', 'Time Commission Paid': '' })),
        ]),
      )
    const dayFirst = await dates('05/02/2026 10:00:00', '13/02/2026 10:00:00')
    expect(dayFirst.lines.map(({ created }) => created)).toEqual([at('2026-02-05 10:00:00'), at('2026-02-13 10:00:00')])
    const monthFirst = await dates('02/05/2026 10:00:00 AM', '02/13/2026 10:00:00 PM')
    expect(monthFirst.lines.map(({ created }) => created)).toEqual([
      at('2026-02-05 10:00:00'),
      at('2026-02-13 22:00:00'),
    ])
    expect(monthFirst.summary.period).toEqual({ from: '2026-02-05', to: '2026-02-13' })
    const unsure = await dates('05/02/2026 10:00:00')
    expect(unsure.summary.warnings).toContainEqual({ code: 'dateOrderAssumed', detail: 'DMY' })
  })

  test('rates that are all fractions are fractions', async () => {
    const { lines } = await readFile(
      file([HEADER, line({ 'Standard commission rate': '0.15' }), line({ 'Standard commission rate': '0.05' })]),
    )
    expect(lines.map(({ standardRate }) => standardRate)).toEqual([1500, 500])
    expect((await readLine({ 'Standard commission rate': '15' })).lines[0]).toMatchObject({ standardRate: 1500 })
  })

  test('ids that a spreadsheet rounded are refused all, not joined on', async () => {
    const rounded = ['577012345678901000', '577012345678902000', '577012345678903000'].map((id) =>
      line({ 'Order ID': id }),
    )
    const { lines, summary } = await readFile(file([HEADER, ...rounded]))
    expect(lines).toEqual([])
    expect(summary.rejects.map(({ code }) => code)).toEqual(['idDamaged', 'idDamaged', 'idDamaged'])
    // One id may end in zeros by nature.
    expect((await readFile(file([HEADER, line({ 'Order ID': '577012345678901000' }), line()]))).lines).toHaveLength(2)
  })
})

describe('what is read', () => {
  test("amounts in the market's own spelling", async () => {
    const { lines } = await readFile(
      file([
        HEADER,
        line({
          Currency: 'IDR',
          'Payment Amount': 'Rp435.212.212',
          Price: '45000',
          'Est. Commission Base': '45.000',
          'Actual Commission Base': '12,500',
        }),
      ]),
      { currency: 'IDR' },
    )
    expect(lines[0]).toMatchObject({
      payment: 43521221200,
      price: 4500000,
      estimatedBase: 4500000,
      actualBase: 1250000,
    })
  })

  test('one creator for every spelling of the handle', async () => {
    const handles = ['@Mia.Glow_', 'mia.glow_', 'https://www.tiktok.com/@MIA.glow_'].map((each) =>
      line({ 'Creator Username': each }),
    )
    const { lines } = await readFile(file([HEADER, ...handles]))
    expect(new Set(lines.map(({ creator }) => creator))).toEqual(new Set(['mia.glow_']))
    expect(new Set(lines.map(({ hash }) => hash)).size).toBe(1)
  })

  test('an unknown content type as unknown, with a warning', async () => {
    const { lines, summary } = await readLine({ 'Content Type': 'Hologram' })
    expect(lines[0]).toMatchObject({ contentType: 'unknown' })
    expect(summary.warnings).toContainEqual({ code: 'unknownContentType', detail: 'Hologram' })
  })

  test("a corrected cell in place of the file's", async () => {
    const path = file([HEADER, line(), line({ Quantity: 'x' })])
    const { lines, summary } = await readFile(path, {
      corrections: [
        { row: 3, column: 'Quantity', value: '4' },
        { row: 2, column: 'Price', value: '1.00' },
      ],
    })
    expect(summary.rejected).toBe(0)
    expect(lines.map(({ quantity, price }) => [quantity, price])).toEqual([
      [1, 100],
      [4, 1299],
    ])
  })

  test('new columns and missing optional ones with a warning', async () => {
    const without = HEADER.indexOf('Platform')
    const strip = (cells: readonly string[]) => cells.filter((_, i) => i !== without)
    const { lines, summary } = await readFile(
      file([
        [...strip(HEADER), 'Mood'],
        [...strip(line()), 'good'],
      ]),
    )
    expect(lines).toHaveLength(1)
    expect(summary.warnings).toEqual([
      { code: 'unknownColumn', detail: 'Mood' },
      { code: 'missingOptionalColumn', detail: 'Platform' },
    ])
  })

  test('units returned or refunded tell whether all came back where no column says so', async () => {
    const [header = [], row = []] = [
      ...orderRecords('affiliateOrders.vi', 'USD', [orderRow({ quantity: 2, fullyReturned: null })]),
    ]
    const returned = (text: string) =>
      header.map((each, i) => (each === 'Trả hàng & hoàn tiền' ? text : (row[i] ?? '')))
    const { lines } = await readFile(
      file([header, returned('2'), returned('1'), returned('Có'), returned('Không'), returned('')]),
    )
    expect(lines.map(({ fullyReturned }) => fullyReturned)).toEqual([true, false, true, false, undefined])
  })
})
