/** The import centre in the real window: files that are none, rows that cannot be read, what an import takes back. */

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { answerDialogs, expect, test } from './fixtures/app'
import { agencyFiles, SHOPS } from './fixtures/agency-files'
import { addShop, createWorkspace, dropFiles, goTo } from './fixtures/steps'

test.use({ language: 'en' })

test.beforeEach(async ({ app, page, folder }) => {
  await createWorkspace(app, page, join(folder, 'lumora.starboard'))
  await goTo(page, 'Shops & clients')
  await addShop(page, SHOPS[0])
  await goTo(page, 'Imports')
})

test('a table that nobody knows asks for its columns, and does not keep the good one out', async ({ page, folder }) => {
  const { seller } = await agencyFiles(folder)
  const holiday = join(folder, 'holidays.csv')
  writeFileSync(holiday, 'Day,Who\n2026-03-02,Mia\n')
  await dropFiles(page, [holiday, seller])
  const card = page.getByRole('listitem').filter({ hasText: 'holidays.csv' })
  await expect(card.getByText('Columns to be named')).toBeVisible()
  await page.getByRole('button', { name: 'Import 1 file' }).click()
  await expect(page.getByRole('listitem').getByText('Imported', { exact: true })).toBeVisible()
})

test('a folder is looked through, and chosen files wait for their shop', async ({ app, page, folder }) => {
  await agencyFiles(folder)
  await answerDialogs(app, { open: [folder] })
  await page.getByRole('button', { name: 'Choose a folder…' }).click()
  const list = page.getByRole('region', { name: 'Files to import' })
  // The workspace itself lies beside them and is no export.
  await expect(list.getByRole('listitem')).toHaveCount(5)
  const dong = list.getByRole('listitem').filter({ hasText: 'don_hang.csv' })
  await expect(dong.getByText('Choose the shop', { exact: true })).toBeVisible()
})

test('rejected rows are saved with the reason beside them', async ({ app, page, folder }) => {
  const { seller } = await agencyFiles(folder)
  const saved = join(folder, 'rejected.csv')
  await dropFiles(page, [seller])
  await page.getByRole('button', { name: 'Details of affiliate_orders_1.csv' }).click()
  await answerDialogs(app, { save: saved })
  await page.getByRole('button', { name: 'Save the rejected rows…' }).click()
  await expect(page.getByText(`1 row saved as ${saved}`)).toBeVisible()
  const [, row = ''] = readFileSync(saved, 'utf8').split(/\r?\n/)
  expect(row).toContain('577000000000001006')
  expect(row).toContain('Payment Amount: Not an amount')
})

test('an import that is taken back can be brought back, and a known file brings nothing new', async ({
  page,
  folder,
}) => {
  const { seller } = await agencyFiles(folder)
  await dropFiles(page, [seller])
  await expect(page.getByRole('button', { name: 'Import 1 file' })).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('listitem').getByText('Imported', { exact: true })).toBeVisible()
  const history = page.getByRole('region', { name: 'Imported files' })
  await history.getByRole('button', { name: 'Undo import' }).click()
  await history.getByRole('button', { name: 'Bring it back' }).click()
  await expect(history.getByRole('button', { name: 'Undo import' })).toBeVisible()
  await page.getByRole('button', { name: 'Clear the finished ones' }).click()
  await dropFiles(page, [seller])
  const card = page.getByRole('listitem').filter({ hasText: 'affiliate_orders_1.csv' })
  await expect(card.getByText('Nothing new')).toBeVisible()
  await expect(card.getByText('Imported before')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Nothing to import' })).toBeDisabled()
})
