/** Income in the real window: a file through the one import screen, its month, and an order down to the file's columns. */

import { join } from 'node:path'

import { orderDetails, orderLine, writeIncomeXlsx } from '../support/income-files'
import { expect, test } from './fixtures/app'
import { SHOPS } from './fixtures/agency-files'
import { addShop, createWorkspace, dropFiles, goTo } from './fixtures/steps'

test.use({ language: 'en' })

test('an income workbook becomes a month, a difference and the columns behind it', async ({ app, page, folder }) => {
  await createWorkspace(app, page, join(folder, 'lumora.starboard'))
  await goTo(page, 'Shops & clients')
  await addShop(page, SHOPS[0])
  await goTo(page, 'Imports')
  const lines = [
    orderLine('577000000000000001', '2026/01/12', '50.00', {
      'Affiliate commission': '-5.00',
      'Transaction fee': '-1.50',
    }),
    orderLine('577000000000000002', '2026/01/13', '20.00', { 'TikTok Shop commission fee': '-1.20' }),
  ]
  await dropFiles(page, [writeIncomeXlsx(folder, 'income_2026-01.xlsx', [orderDetails(lines)])])
  await expect(page.getByText('Income and settlement').first()).toBeVisible()
  await page.getByRole('button', { name: 'Import 1 file' }).click()
  await expect(page.getByRole('listitem').getByText('Imported', { exact: true })).toHaveCount(1)
  await page.locator('h1').click()
  await page.keyboard.press('g')
  await page.keyboard.press('m')
  await page
    .getByRole('radiogroup', { name: 'What to show of settlement' })
    .getByText('Income', { exact: true })
    .click()
  const months = page.getByRole('grid', { name: 'Months' })
  await expect(months.getByText('70.00')).toBeVisible()
  await expect(months.getByText('62.30')).toBeVisible()
  await page
    .getByRole('radiogroup', { name: 'What to show of income' })
    .getByText('Differences', { exact: true })
    .click()
  const orders = page.getByRole('grid', { name: 'Differences' })
  await expect(orders.getByText('577000000000000001')).toBeVisible()
  await orders.focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Affiliate commission', { exact: true })).toBeVisible()
})
