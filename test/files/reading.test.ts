import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { csvLine } from '../../electron/workspace/files/csv-write'
import { orderRecords } from '../../electron/workspace/files/order-export'
import type { ReadFor } from '../../shared/domain/imports'
import { at, orderRow, readFile, SELLER_HEADER, sellerLine, tempFolder, textFile } from '../support/exports'

async function readLine(cells: Readonly<Record<string, string>>, given: Partial<ReadFor> = {}) {
  return readFile(textFile([SELLER_HEADER, sellerLine(cells)]), given)
}

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

describe('text in any clothes', () => {
  const plain = async () =>
    (await readFile(textFile([SELLER_HEADER, sellerLine(), sellerLine({ 'Order ID': '577012345678901299' })]))).lines

  test.each([';', '\t'])('separated by %j', async (delimiter) => {
    const { lines, recognised } = await readFile(
      textFile([SELLER_HEADER, sellerLine(), sellerLine({ 'Order ID': '577012345678901299' })], { delimiter }),
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
    const records = [SELLER_HEADER, sellerLine(), sellerLine({ 'Order ID': '577012345678901299' })]
    const path = join(tempFolder(), 'orders.csv')
    writeFileSync(path, encode(records.map((record) => csvLine(record)).join('')))
    const { lines, recognised } = await readFile(path)
    expect(recognised.encoding).toBe(encoding)
    expect(lines).toEqual(await plain())
  })

  test('in GB18030, with a warning', async () => {
    // 商品名称 and 唇釉 as a Chinese spreadsheet saves them.
    const path = join(tempFolder(), 'gbk.csv')
    const [before, after] = [csvLine(SELLER_HEADER), csvLine(sellerLine({ 'Product Name': '@@' }))].join('').split('@@')
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
    const { lines } = await readFile(
      textFile([SELLER_HEADER, sellerLine({ 'Product Name': '9" plate,\r\nblue' }), sellerLine()]),
    )
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
        textFile([
          SELLER_HEADER,
          ...created.map((each) =>
            sellerLine({ 'Time Created': each, 'Payment time': '', 'Time Commission Paid': '' }),
          ),
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
      textFile([
        SELLER_HEADER,
        sellerLine({ 'Standard commission rate': '0.15' }),
        sellerLine({ 'Standard commission rate': '0.05' }),
      ]),
    )
    expect(lines.map(({ standardRate }) => standardRate)).toEqual([1500, 500])
    expect((await readLine({ 'Standard commission rate': '15' })).lines[0]).toMatchObject({ standardRate: 1500 })
  })

  test('ids that a spreadsheet rounded are refused all, not joined on', async () => {
    const rounded = ['577012345678901000', '577012345678902000', '577012345678903000'].map((id) =>
      sellerLine({ 'Order ID': id }),
    )
    const { lines, summary } = await readFile(textFile([SELLER_HEADER, ...rounded]))
    expect(lines).toEqual([])
    expect(summary.rejects.map(({ code }) => code)).toEqual(['idDamaged', 'idDamaged', 'idDamaged'])
    // One id may end in zeros by nature.
    expect(
      (await readFile(textFile([SELLER_HEADER, sellerLine({ 'Order ID': '577012345678901000' }), sellerLine()]))).lines,
    ).toHaveLength(2)
  })
})

describe('what is read', () => {
  test("amounts in the market's own spelling", async () => {
    const { lines } = await readFile(
      textFile([
        SELLER_HEADER,
        sellerLine({
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
      sellerLine({ 'Creator Username': each }),
    )
    const { lines } = await readFile(textFile([SELLER_HEADER, ...handles]))
    expect(new Set(lines.map(({ creator }) => creator))).toEqual(new Set(['mia.glow_']))
    expect(new Set(lines.map(({ hash }) => hash)).size).toBe(1)
  })

  test('an unknown content type as unknown, with a warning', async () => {
    const { lines, summary } = await readLine({ 'Content Type': 'Hologram' })
    expect(lines[0]).toMatchObject({ contentType: 'unknown' })
    expect(summary.warnings).toContainEqual({ code: 'unknownContentType', detail: 'Hologram' })
  })

  test("a corrected cell in place of the file's", async () => {
    const path = textFile([SELLER_HEADER, sellerLine(), sellerLine({ Quantity: 'x' })])
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
    const without = SELLER_HEADER.indexOf('Platform')
    const strip = (cells: readonly string[]) => cells.filter((_, i) => i !== without)
    const { lines, summary } = await readFile(
      textFile([
        [...strip(SELLER_HEADER), 'Mood'],
        [...strip(sellerLine()), 'good'],
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
      textFile([header, returned('2'), returned('1'), returned('Có'), returned('Không'), returned('')]),
    )
    expect(lines.map(({ fullyReturned }) => fullyReturned)).toEqual([true, false, true, false, undefined])
  })
})
