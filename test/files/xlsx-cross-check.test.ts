import { read, utils, write } from '@e965/xlsx'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

import { writeTable } from '../../electron/workspace/exporting/write-table'
import { exportFile, orderRow, readFile, SELLER_HEADER, STANDARD_LINE, tempFolder } from '../support/exports'

/* Another library than the product's own reads what we write, and writes what we read. */

test('a workbook of ours shows another program the same cells, formulas disarmed', async () => {
  const file = join(tempFolder(), 'table.xlsx')
  await writeTable(
    file,
    'xlsx',
    ['达人', 'GMV'],
    [
      ['mia', 1234.5],
      ['=1+1', null],
      ['577012345678901234', 0],
    ],
  )
  const book = read(readFileSync(file))
  const cells = utils.sheet_to_json<unknown[]>(book.Sheets[book.SheetNames[0] ?? ''] ?? {}, { header: 1, defval: null })
  expect(cells).toEqual([
    ['达人', 'GMV'],
    ['mia', 1234.5],
    ["'=1+1", null],
    ['577012345678901234', 0],
  ])
})

test("an export written by another program is read like the platform's own", async () => {
  const file = join(tempFolder(), 'orders.xlsx')
  const sheet = utils.aoa_to_sheet([[...SELLER_HEADER], [...STANDARD_LINE]])
  writeFileSync(
    file,
    write({ SheetNames: ['Orders'], Sheets: { Orders: sheet } }, { type: 'buffer', bookType: 'xlsx' }) as Buffer,
  )
  const ours = await readFile(await exportFile([orderRow()], { container: 'xlsx' }))
  const theirs = await readFile(file)
  expect(theirs.lines).toEqual(ours.lines)
})
