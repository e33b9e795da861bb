import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { csvLine } from '../../electron/workspace/files/csv-write'
import { inspectFile, openLineReader } from '../../electron/workspace/files/open-file'
import { writeWorkbook } from '../../electron/workspace/files/xlsx-adapter'
import {
  exportFile,
  orderRow,
  readFile,
  readFor,
  SELLER_HEADER,
  sellerLine,
  tempFolder,
  textFile,
} from '../support/exports'

function bytesFile(content: Buffer | string, name = 'orders.csv'): string {
  const path = join(tempFolder(), name)
  writeFileSync(path, content)
  return path
}

async function refusal(path: string) {
  const failures = await Promise.all(
    [inspectFile(path), openLineReader(path, readFor())].map((each) =>
      each.then(
        () => null,
        (error: unknown) => error,
      ),
    ),
  )
  expect(failures[0]).toEqual(failures[1])
  return failures[0]
}

/** A workbook of these parts, stored or packed; `claimed` overrides a part's unpacked size in the table of contents. */
function zip(parts: Readonly<Record<string, string | Buffer>>, claimed: Readonly<Record<string, number>> = {}): Buffer {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, text] of Object.entries(parts)) {
    const content = Buffer.from(text)
    const packed = deflateRawSync(content)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(crc32(content), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(claimed[name] ?? content.length, 18)
    common.writeUInt16LE(Buffer.byteLength(name), 22)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, Buffer.from(name), packed])
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    directory.push(
      Buffer.concat([Buffer.from('PK\u0001\u0002'), Buffer.from([20, 0]), common, place, Buffer.from(name)]),
    )
    bodies.push(local)
    offset += local.length
  }
  const contents = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006')
  end.writeUInt16LE(directory.length, 8)
  end.writeUInt16LE(directory.length, 10)
  end.writeUInt32LE(contents.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...bodies, contents, end])
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit += 1) {
      crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
    }
  }
  return (crc ^ 0xffffffff) >>> 0
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const PARTS = {
  '[Content_Types].xml':
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
  '_rels/.rels':
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
  'xl/workbook.xml':
    '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="A &amp; B" sheetId="1" r:id="rId1"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels':
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet2.xml"/></Relationships>',
}

function workbook(rows: string): Buffer {
  return zip({
    ...PARTS,
    'xl/worksheets/sheet2.xml': `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`,
  })
}

const letters = (i: number) => (i < 26 ? '' : 'A') + String.fromCharCode(65 + (i % 26))
const text = (value: string, ref: string) =>
  `<c r="${ref}" t="inlineStr"><is><t xml:space="preserve">${value}</t></is></c>`

describe('a file is refused whole', () => {
  test.each([
    ['that is not there', () => join(tempFolder(), 'none.csv'), 'notFound'],
    ['that is a folder', () => tempFolder(), 'notFound'],
    ['of nothing', () => bytesFile(''), 'empty'],
    ['of white space', () => bytesFile('\uFEFF\r\n \r\n'), 'empty'],
    [
      'of bytes that are no text',
      () => bytesFile(Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 7919) % 251))),
      'notText',
    ],
    [
      'that is an old binary workbook',
      () => bytesFile(Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2000)]), 'a.xls'),
      'notText',
    ],
    [
      'that a password protects',
      () =>
        bytesFile(
          Buffer.concat([
            Buffer.from('d0cf11e0a1b11ae1', 'hex'),
            Buffer.alloc(900),
            Buffer.from('EncryptedPackage', 'utf16le'),
            Buffer.alloc(99),
          ]),
          'a.xlsx',
        ),
      'encrypted',
    ],
    ['that is a ZIP of something else', () => bytesFile(zip({ 'readme.txt': 'hello' }), 'a.xlsx'), 'noSheet'],
    [
      'whose sheet is broken',
      () => bytesFile(zip({ ...PARTS, 'xl/worksheets/other.xml': '<a/>' }), 'a.xlsx'),
      'damaged',
    ],
    [
      'that would become monstrous',
      () =>
        bytesFile(
          zip({ ...PARTS, 'xl/worksheets/sheet2.xml': '<worksheet/>' }, { 'xl/worksheets/sheet2.xml': 900_000_000 }),
          'a.xlsx',
        ),
      'tooLarge',
    ],
  ])('%s', async (_, make, reason) => {
    const path = make()
    expect(await refusal(path)).toMatchObject({ code: 'import.unreadable', params: { file: path, reason } })
  })

  test('that was cut off', async () => {
    const whole = readFileSync(await exportFile([orderRow()], { container: 'xlsx' }))
    expect(await refusal(bytesFile(whole.subarray(0, -100), 'a.xlsx'))).toMatchObject({
      code: 'import.unreadable',
      params: { reason: 'truncated' },
    })
  })

  test('that is no export, with its headers; another export, with its name', async () => {
    expect(
      await refusal(
        textFile([
          ['Name', 'Age'],
          ['Mia', '30'],
        ]),
      ),
    ).toMatchObject({
      code: 'import.unknownKind',
      params: { headers: ['Name', 'Age'], looksLike: null },
    })
    const creators = ['Creator name', 'Creator-attributed GMV', 'Refunds', 'AOV']
    expect(await refusal(textFile([creators, ['', 'definition', '', ''], ['mia', '$12.00', '', '']]))).toMatchObject({
      code: 'import.unknownKind',
      params: { headers: creators, looksLike: 'creatorList' },
    })
    const path = join(tempFolder(), 'creators.xlsx')
    await writeWorkbook(path, 'Creator List', [creators, ['mia', 12, 0, 3]])
    expect(await refusal(path)).toMatchObject({ code: 'import.unknownKind', params: { looksLike: 'creatorList' } })
  })

  test('whose required columns are missing, by the names the platform gives them', async () => {
    const kept = SELLER_HEADER.filter((header) => header !== 'Currency' && header !== 'Quantity')
    expect(await refusal(textFile([kept]))).toMatchObject({
      code: 'import.missingColumns',
      params: { kind: 'affiliateOrders', columns: ['Quantity', 'Currency'] },
    })
  })
})

describe('a workbook', () => {
  test('is known by its content under any name, and text as well', async () => {
    const book = readFileSync(await exportFile([orderRow()], { container: 'xlsx' }))
    expect((await readFile(bytesFile(book, 'orders.csv'))).recognised.container).toBe('xlsx')
    expect(
      (await readFile(bytesFile(csvLine(SELLER_HEADER) + csvLine(sellerLine()), 'orders.xlsx'))).recognised.container,
    ).toBe('csv')
  })

  test('may hold the lines on another sheet than the first', async () => {
    const sheet = (rows: string) => `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`
    const row = (cells: readonly string[], r: number) =>
      `<row r="${r}">${cells.map((value, i) => text(value, `${letters(i)}${r}`)).join('')}</row>`
    const book = zip({
      ...PARTS,
      'xl/workbook.xml': PARTS['xl/workbook.xml'].replace(
        '<sheets>',
        '<sheets><sheet name="Read me" sheetId="2" r:id="rId2"/>',
      ),
      'xl/_rels/workbook.xml.rels': PARTS['xl/_rels/workbook.xml.rels'].replace(
        '</Relationships>',
        '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
      ),
      'xl/worksheets/sheet1.xml': sheet(row(['How to read this file'], 1)),
      'xl/worksheets/sheet2.xml': sheet(row(SELLER_HEADER, 1) + row(sellerLine(), 2)),
    })
    const { recognised, lines } = await readFile(bytesFile(book, 'a.xlsx'))
    expect([recognised.sheet, lines.length]).toEqual(['A & B', 1])
  })

  test('with numbers for ids is refused line by line where the digits are gone', async () => {
    const ids = (number: string) =>
      SELLER_HEADER.map((header, i) =>
        header === 'Order ID'
          ? `<c r="${letters(i)}2"><v>${number}</v></c>`
          : text(sellerLine()[i] ?? '', `${letters(i)}2`),
      ).join('')
    const head = `<row r="1">${SELLER_HEADER.map((header, i) => text(header, `${letters(i)}1`)).join('')}</row>`
    const big = await readFile(bytesFile(workbook(`${head}<row r="2">${ids('577012345678901234')}</row>`), 'a.xlsx'))
    expect(big.recognised.sheet).toBe('A & B')
    expect(big.summary.rejects.map(({ row, column, code }) => [row, column, code])).toEqual([
      [2, 'Order ID', 'idDamaged'],
    ])
    const small = await readFile(bytesFile(workbook(`${head}<row r="2">${ids('123456789')}</row>`), 'a.xlsx'))
    expect(small.lines[0]?.orderId).toBe('123456789')
  })

  test('with every cell in a row of its own is put together', async () => {
    const cells = [SELLER_HEADER, sellerLine(), sellerLine()].flatMap((record, r) =>
      record.map((value, i) => `<row r="1">${text(value === '' ? ' ' : value, `${letters(i)}${r + 1}`)}</row>`),
    )
    const { lines, recognised } = await readFile(bytesFile(workbook(cells.join('')), 'a.xlsx'))
    expect(recognised.headerRow).toBe(1)
    expect(lines.map(({ row, payment }) => [row, payment])).toEqual([
      [2, 1299],
      [3, 1299],
    ])
  })

  test('with real numbers and dates reads as text does', async () => {
    const asText = await readFile(await exportFile([orderRow()]))
    const typed: Readonly<Record<string, string>> = {
      'Payment Amount': '12.99',
      Price: '12.990000000000002',
      'Standard commission rate': '0.15',
      'Time Created': '46053.99998842592',
    }
    const head = `<row r="1">${SELLER_HEADER.map((header, i) => text(header, `${letters(i)}1`)).join('')}</row>`
    const line = SELLER_HEADER.map((header, i) => {
      const value = typed[header]
      return value === undefined
        ? text(sellerLine()[i] ?? '', `${letters(i)}2`)
        : `<c r="${letters(i)}2"><v>${value}</v></c>`
    })
    const asNumbers = await readFile(bytesFile(workbook(`${head}<row r="2">${line.join('')}</row>`), 'a.xlsx'))
    expect(asNumbers.lines[0]).toEqual(asText.lines[0])
  })
})
