import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { LAYOUTS, type LayoutName } from '../../shared/domain/import-layouts/recognise'
import { exportFile, readFile } from '../support/exports'
import { FIXTURE_ROWS } from '../support/fixture-rows'

const FOLDER = resolve(import.meta.dirname, '../fixtures/exports')
const FILES = readdirSync(FOLDER)

test('there is a file of every layout in both containers', () => {
  const expected = LAYOUTS.flatMap(({ name }) => [`${name}.csv`, `${name}.xlsx`])
  expect(FILES.toSorted()).toEqual(expected.toSorted())
})

test.each(FILES)('%s holds its six lines', async (name) => {
  const { lines, summary, recognised } = await readFile(join(FOLDER, name))
  expect(`${recognised.layout}.${recognised.container}`).toBe(name)
  expect(summary).toMatchObject({ rows: 6, rejected: 0, skipped: 0, period: { from: '2026-01-31', to: '2026-02-13' } })
  expect(lines.map(({ status }) => status)).toEqual([
    'settled',
    'settled',
    'pending',
    'ineligible',
    'unpaid',
    'settled',
  ])
  // 12.99 + 25.98 + 12.99 + 12.99 + 12.99 + 0
  expect(lines.reduce((sum, { payment }) => sum + Number(payment), 0)).toBe(7794)
  expect(lines.map(({ quantity }) => quantity)).toEqual([1, 2, 1, 1, 1, 1])
  expect(lines[3]).toMatchObject({ productName: 'Tote bag, "city"', fullyReturned: true })
})

// LAYOUTS and LayoutName list the same eight names.
test.each(LAYOUTS.map(({ name }) => name as LayoutName))('%s is still written as the file shows it', async (layout) => {
  const written = await exportFile(FIXTURE_ROWS, { layout })
  expect(readFileSync(written, 'utf8')).toBe(readFileSync(join(FOLDER, `${layout}.csv`), 'utf8'))
})
