/** The ROI screen in the real window: grouping, filtering, searching and taking it out, with figures added up by hand. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { answerDialogs, expect, test } from './fixtures/app'
import { agencyFiles, SHOPS } from './fixtures/agency-files'
import { addShop, createWorkspace, dropFiles, expectFigure, goTo } from './fixtures/steps'

test.use({ language: 'en' })

test.beforeEach(async ({ app, page, folder }) => {
  await createWorkspace(app, page, join(folder, 'lumora.starboard'))
  await goTo(page, 'Shops & clients')
  await addShop(page, SHOPS[0])
  await goTo(page, 'Imports')
  const [seller = '', chinese = ''] = (await agencyFiles(folder)).all
  await dropFiles(page, [seller, chinese])
  await page.getByRole('button', { name: 'Import 2 files' }).click()
  await expect(page.getByRole('listitem').getByText('Imported', { exact: true })).toHaveCount(2)
  await goTo(page, 'ROI')
})

test('rows open by a second key, and each figure opens exactly its own lines', async ({ page }) => {
  // Without mia's own export: 225.00 less 15.00.
  await expectFigure(page, 'GMV', '$210.00')
  await page.getByRole('combobox', { name: 'then by' }).click()
  await page.getByRole('option', { name: 'Content type' }).click()
  const table = page.getByRole('grid', { name: 'Figures by Creator' })
  const leo = table.getByRole('row').filter({ hasText: '@leo.tries' })
  // 10.00 cancelled + 50.00.
  await expect(leo).toContainText('60.00')
  await leo.getByRole('button', { name: 'Open or close @leo.tries' }).click()
  const video = table.getByRole('row').filter({ hasText: 'Video' })
  await expect(video).toHaveCount(1)
  await video.getByRole('button', { name: '60.00', exact: true }).first().click()
  const behind = page.getByRole('region', { name: 'GMV · @leo.tries · Video: $60.00' })
  await expect(behind.getByText('These lines add up to $60.00.')).toBeVisible()
  await expect(behind.getByText('Ties with the figure')).toBeVisible()
  await expect(behind.getByText('2 rows')).toBeVisible()
})

test('the table is searched, narrowed to one creator by a chip, and given back whole', async ({ page }) => {
  const table = page.getByRole('grid', { name: 'Figures by Creator' })
  await page.locator('h1').click()
  await page.keyboard.press('/')
  await page.keyboard.type('leo')
  await expect(table.getByText('@mia.glow_')).toBeHidden()
  await table.getByText('@leo.tries').hover()
  await table.getByRole('button', { name: 'Only @leo.tries' }).click()
  await expectFigure(page, 'GMV', '$60.00')
  await page.getByRole('button', { name: 'Take the filter Creator: @leo.tries away' }).click()
  await expectFigure(page, 'GMV', '$210.00')
})

test('what is seen is saved with the words of the language that is on', async ({ app, page, folder }) => {
  const file = join(folder, 'roi.csv')
  await answerDialogs(app, { save: file })
  await page.getByRole('button', { name: 'Export' }).click()
  await page.getByRole('menuitem', { name: 'As CSV…' }).click()
  await expect(page.getByText(`2 rows saved as ${file}`).or(page.getByText(`3 rows saved as ${file}`))).toBeVisible()
  const [header = '', first = ''] = readFileSync(file, 'utf8').replace('\uFEFF', '').split(/\r?\n/)
  expect(header.split(',').slice(0, 4)).toEqual(['Creator', 'GMV', 'Refunds', 'Refund rate'])
  // mia: 20.00 + 30.00 + 40.00 + 60.00; a quarter of 40.00 came back.
  expect(first.split(',').slice(0, 3)).toEqual(['mia.glow_', '150', '10'])
})

test('what is missing from the contribution is said, with the way to enter it', async ({ page }) => {
  // 210.00 less refunds of 20.00 and commission of 30.10.
  await expectFigure(page, 'Contribution', '$159.90')
  await page.getByText('Contribution is too high by', { exact: false }).getByRole('button').click()
  await expect(page.getByRole('heading', { level: 1, name: 'Costs & rates' })).toBeVisible()
})
