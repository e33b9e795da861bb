import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { csvLine } from '../../electron/workspace/files/csv-write'
import { readFile, SELLER_HEADER, sellerLine, tempFolder, textFile } from '../support/exports'

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
    const { lines, summary } = await readFile(
      textFile([SELLER_HEADER, sellerLine(), sellerLine({ [column]: value }), sellerLine()]),
    )
    expect(lines.map(({ row }) => row)).toEqual([2, 4])
    expect(summary).toMatchObject({ rows: 3, rejected: 1, skipped: 0 })
    expect(summary.rejects).toEqual([{ row: 3, column, code, value, cells: sellerLine({ [column]: value }) }])
  })

  test('it has fewer cells than it needs, or more than there are headers', async () => {
    const { summary } = await readFile(
      textFile([SELLER_HEADER, sellerLine().slice(0, 12), [...sellerLine(), 'shifted'], [...sellerLine(), '', '']]),
    )
    expect(summary.rejects.map(({ row, code }) => [row, code])).toEqual([
      [2, 'tooFewCells'],
      [3, 'tooManyCells'],
    ])
    expect(summary.rows).toBe(3)
  })

  test('the file ends inside it', async () => {
    const path = join(tempFolder(), 'cut.csv')
    const whole = csvLine(SELLER_HEADER) + csvLine(sellerLine()) + csvLine(sellerLine())
    writeFileSync(path, whole.slice(0, -60))
    const { lines, summary } = await readFile(path)
    expect(lines).toHaveLength(1)
    expect(summary.rejects.map(({ row, code }) => [row, code])).toEqual([[3, 'tooFewCells']])
  })

  test('a quote in it is never closed, and the lines behind it are read', async () => {
    const path = join(tempFolder(), 'quote.csv')
    const text = csvLine(sellerLine()).replace('"Lip tint, 3 colours"', '"Lip tint')
    writeFileSync(
      path,
      csvLine(SELLER_HEADER) +
        csvLine(sellerLine({ 'Product Name': 'a' })) +
        text +
        csvLine(sellerLine({ 'Product Name': 'b' })),
    )
    const { lines } = await readFile(path)
    expect(lines.map(({ row, productName }) => [row, productName])).toEqual([
      [2, 'a'],
      [3, '"Lip tint'],
      [4, 'b'],
    ])
  })
})

describe('rows that are no lines', () => {
  test('are skipped: sums, definitions under the header, the header again; blank rows count for nothing', async () => {
    const definitions = SELLER_HEADER.map((header) => `What ${header.toLowerCase()} means`)
    const total = SELLER_HEADER.map((_, i) => (i === 0 ? 'Total' : i === 5 ? '12.99' : ''))
    const { lines, summary } = await readFile(
      textFile([
        SELLER_HEADER,
        definitions,
        sellerLine(),
        SELLER_HEADER,
        SELLER_HEADER.map(() => ''),
        sellerLine(),
        total,
      ]),
    )
    expect(lines.map(({ row }) => row)).toEqual([3, 6])
    expect(summary).toMatchObject({ rows: 5, skipped: 3, rejected: 0 })
  })

  test("before the header are passed over, and rows keep the spreadsheet's numbers", async () => {
    const { recognised, lines } = await readFile(
      textFile([['Date range: 2026-01-01 ~ 2026-01-31'], [''], SELLER_HEADER, sellerLine()]),
    )
    expect(recognised.headerRow).toBe(3)
    expect(lines[0]?.row).toBe(4)
  })
})
