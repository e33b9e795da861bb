import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvLine, withoutFormula, writeTable } from '../../electron/workspace/files/csv-write'
import { readRecord } from '../../electron/workspace/files/csv-records'
import { at, exportFile, orderRow, readFile, tempFolder } from '../support/exports'

test.each(['=1+1', '+cmd|x', '-2+3', '@SUM(A1)', '\t=1', '\r=1', '--', '=HYPERLINK("x")'])(
  '%j cannot run in a spreadsheet',
  (text) => {
    expect(withoutFormula(text)).toBe(`'${text}`)
  },
)

test.each(['-9.99', '+5', '-1,234.50', '-15%', 'mia', '', '1=1'])('%j stays as it is', (text) => {
  expect(withoutFormula(text)).toBe(text)
})

test('a table opens in a spreadsheet: byte order mark, quotes, and nothing that runs', async () => {
  const path = join(tempFolder(), 'rejects.csv')
  expect(
    await writeTable(
      path,
      ['name', '=amount'],
      [
        ['a, "b"', -5],
        ['=1+1', null],
      ],
    ),
  ).toBe(2)
  expect(readFileSync(path, 'utf8')).toBe('\uFEFFname,\'=amount\r\n"a, ""b""",-5\r\n\'=1+1,\r\n')
})

test('what is written as text is read back as it was', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 8 }),
      fc.constantFrom(',', ';', '\t'),
      (cells, delimiter) => {
        const bytes = Buffer.from(csvLine(cells, delimiter))
        expect(readRecord(bytes, 0, bytes.length, delimiter.charCodeAt(0))).toEqual({
          cells,
          next: bytes.length,
          cutOff: false,
        })
      },
    ),
  )
})

test.each([
  ['USD', 123456789],
  ['IDR', 43521221200],
  ['IDR', 1500050],
  ['VND', 2500000],
  ['JPY', 1200],
  ['BRL', 3591],
] as const)(
  'an export in %s of %d minor units reads back the same in every spelling of money and dates',
  async (currency, payment) => {
    const created = at('2026-01-31 23:59:59')
    for (const money of ['plain', 'symbol', 'code'] as const) {
      for (const dateOrder of ['DMY', 'MDY', 'YMD'] as const) {
        const spelling = { money, dateOrder, percentSigns: money === 'plain' }
        const { lines } = await readFile(
          await exportFile([orderRow({ currency, payment, created })], { currency, spelling }),
          { currency },
        )
        expect(lines[0]).toMatchObject({ payment, created, standardRate: 1500 })
      }
    }
  },
)
