import fs from 'node:fs'
import path from 'node:path'

import { beforeEach, describe, expect, test } from 'vitest'

import { writeWorkbook } from '../../electron/workspace/files/xlsx-adapter'
import { exportFile, orderRow, SELLER_HEADER, sellerLine } from '../support/exports'
import {
  expectRefused,
  fingerprint,
  refusalOf,
  sellerText,
  shopWorkspace,
  type ShopWorkspace,
} from '../support/imports'
import { zipOf } from '../support/zip'

/*
 * Files that cannot be imported. Every refusal names the file and its reason, for the preview and for the import alike,
 * and leaves every row of the workspace as it was.
 */

let workspace: ShopWorkspace
beforeEach(async () => {
  workspace = await shopWorkspace()
})

const unreadable = (file: string, reason: string) =>
  expectRefused(workspace, file, 'import.unreadable', { file, reason })

describe('a file that is no table', () => {
  test.each([
    ['nothing at all', '', 'empty'],
    ['only a byte order mark', '\uFEFF', 'empty'],
    ['only blank lines', '\r\n \r\n\t\r\n', 'empty'],
    ['one character', 'x', 'import.unknownKind'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d4948445200000001000000010806000000', 'hex'), 'notText'],
    ['an old binary workbook', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2000)]), 'notText'],
    ['a workbook cut after its first bytes', Buffer.from('504b0304140000000800', 'hex'), 'truncated'],
  ])('%s', async (_, bytes, reason) => {
    const file = workspace.write(bytes)
    if (reason.startsWith('import.')) {
      await expectRefused(workspace, file, 'import.unknownKind', { file, looksLike: null })
    } else {
      await unreadable(file, reason)
    }
  })

  test('a workbook behind a password', async () => {
    const file = workspace.write(
      Buffer.concat([
        Buffer.from('d0cf11e0a1b11ae1', 'hex'),
        Buffer.alloc(1016),
        Buffer.from('EncryptedPackage', 'utf16le'),
      ]),
      'xlsx',
    )
    await unreadable(file, 'encrypted')
  })

  test('a zip with a password, or with no workbook in it', async () => {
    const locked = workspace.write(
      zipOf([{ name: 'xl/workbook.xml', content: Buffer.from('x'), encrypted: true }]),
      'xlsx',
    )
    await unreadable(locked, 'encrypted')
    await unreadable(workspace.write(zipOf([{ name: 'photo.jpg', content: Buffer.from('x') }]), 'xlsx'), 'noSheet')
  })

  test('a folder, and a file that is not there', async () => {
    await unreadable(workspace.folder, 'notFound')
    await unreadable(workspace.place('csv'), 'notFound')
  })
})

describe('a file that is too large', () => {
  test('by its own size, found out without reading it', async () => {
    const file = workspace.write(sellerText([sellerLine()]))
    // Sparse: it takes no room on the disk.
    fs.truncateSync(file, 4 * 2 ** 30 + 1)
    await unreadable(file, 'tooLarge')
  })

  test('by what it unpacks to', async () => {
    const sheet = Buffer.alloc(70 << 20, 32)
    const file = workspace.write(
      zipOf([
        { name: 'xl/workbook.xml', content: WORKBOOK },
        { name: 'xl/worksheets/sheet1.xml', content: sheet },
      ]),
      'xlsx',
    )
    await unreadable(file, 'tooLarge')
  })

  test('by what it unpacks to, although its table of contents says otherwise', async () => {
    const sheet = Buffer.from(`<worksheet><sheetData>${'<row r="1"></row>'.repeat(1 << 22)}</sheetData></worksheet>`)
    const file = workspace.write(
      zipOf([
        { name: 'xl/workbook.xml', content: WORKBOOK },
        { name: 'xl/worksheets/sheet1.xml', content: sheet, claimedBytes: 1000 },
      ]),
      'xlsx',
    )
    const refusal = await refusalOf(workspace.preview(file))
    expect(refusal).toMatchObject({ code: 'import.unreadable', data: { file } })
  })
})

const WORKBOOK = Buffer.from(
  '<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>',
)

describe('a cut file', () => {
  test('as a workbook is refused', async () => {
    const whole = fs.readFileSync(await exportFile([orderRow()], { container: 'xlsx', folder: workspace.folder }))
    for (const share of [0.2, 0.6, 0.95]) {
      await unreadable(workspace.write(whole.subarray(0, Math.floor(whole.length * share)), 'xlsx'), 'truncated')
    }
  })

  test('as a workbook damaged inside is refused', async () => {
    const rows = Array.from({ length: 300 }, (_, i) => orderRow({ orderId: `5770123456789${10_000 + i}` }))
    const whole = fs.readFileSync(await exportFile(rows, { container: 'xlsx', folder: workspace.folder }))
    const at = largestPart(whole)
    whole.fill(0xff, at + 300, at + 340)
    await unreadable(workspace.write(whole, 'xlsx'), 'damaged')
  })

  test('as text within its header is refused by the columns it lacks', async () => {
    const text = sellerText([])
    const file = workspace.write(text.slice(0, text.indexOf('Time Created')))
    await expectRefused(workspace, file, 'import.missingColumns', {
      file,
      kind: 'affiliateOrders',
      columns: ['Time Created'],
    })
  })

  test('as a header without a line is refused', async () => {
    const file = workspace.write(sellerText([]))
    await expectRefused(workspace, file, 'import.nothingReadable', { rejected: 0, firstReason: 'noLines' })
  })
})

/** The offset of the largest local part of a zip. */
function largestPart(zip: Buffer): number {
  let best = 0
  let size = 0
  for (let at = zip.indexOf('PK\u0003\u0004'); at >= 0; at = zip.indexOf('PK\u0003\u0004', at + 4)) {
    const next = zip.indexOf('PK\u0003\u0004', at + 4)
    const length = (next < 0 ? zip.length : next) - at
    if (length > size) {
      best = at
      size = length
    }
  }
  return best
}

describe('a file that holds something else', () => {
  test.each([
    [
      'All orders',
      ['Order ID', 'Order Status', 'SKU ID', 'Product Name', 'Created Time', 'Paid Time', 'Buyer Username'],
      'allOrders',
    ],
    ['the creator list', ['Creator name', 'Affiliate-attributed GMV', 'Refunds'], 'creatorList'],
    ['a shopping list', ['apples', 'pears'], null],
  ])('%s', async (_, header, looksLike) => {
    const text = workspace.write(`${header.join(',')}\r\n${header.map(() => '1').join(',')}\r\n`)
    await expectRefused(workspace, text, 'import.unknownKind', { file: text, looksLike })
    const workbook = workspace.place('xlsx')
    await writeWorkbook(workbook, 'Sheet1', [header, header.map(() => '1')])
    await expectRefused(workspace, workbook, 'import.unknownKind', { file: workbook, looksLike })
  })

  test('an export that lacks a column without which no line means anything, naming all it lacks', async () => {
    const gone = ['SKU ID', 'Creator Username', 'Payment Amount']
    const strip = (cells: readonly string[]) => cells.filter((_, i) => !gone.includes(SELLER_HEADER[i] ?? ''))
    const file = workspace.write(sellerText([strip(sellerLine())], strip(SELLER_HEADER)))
    await expectRefused(workspace, file, 'import.missingColumns', {
      file,
      kind: 'affiliateOrders',
      columns: ['SKU ID', 'Creator Username', 'Payment Amount'],
    })
  })

  test('an export of another kind than the person said', async () => {
    const file = workspace.write(sellerText([sellerLine()]))
    await expectRefused(workspace, file, 'import.unknownKind', { file }, { kind: 'tapOrders' })
  })
})

describe('a file for somebody else', () => {
  test("of another shop's currency is refused whole", async () => {
    const file = workspace.write(sellerText([sellerLine({ Currency: 'THB' }), sellerLine({ Currency: 'THB' })]))
    await expectRefused(workspace, file, 'import.nothingReadable', {
      file: path.basename(file),
      rejected: 2,
      firstReason: 'currencyOfAnotherShop',
    })
  })

  test('for a shop that is not there', async () => {
    const file = workspace.write(sellerText([sellerLine()]))
    const before = fingerprint(workspace)
    const refusal = await refusalOf(
      (async () => {
        for await (const _ of await workspace.client.imports.run({ path: file, shopId: 'nobody' }));
      })(),
    )
    expect(refusal).toMatchObject({ code: 'shop.notFound', data: { shop: 'nobody' } })
    expect(fingerprint(workspace)).toBe(before)
  })

  test.each([
    [{ from: '2026-02-30', to: '2026-03-01' }, 'period.from'],
    [{ from: '2026-02-01', to: '2026-01-01' }, 'period'],
    [{ from: 'yesterday', to: '2026-03-01' }, 'period.from'],
  ])('with the impossible period %j', async (period, at) => {
    const file = workspace.write(sellerText([sellerLine()]))
    await expectRefused(workspace, file, 'input.invalid', { path: at }, { period })
  })

  test('with a period that none of its lines is in: all are skipped', async () => {
    const period = { from: '2020-01-01', to: '2020-12-31' }
    const result = await workspace.run(workspace.write(sellerText([sellerLine()])), { period })
    expect(result).toMatchObject({ rows: 1, skipped: 1, inserted: 0 })
    expect(await workspace.total()).toMatchObject({ gmv: 0, orders: 0 })
  })
})
