/** The whole way of a finance person's first day, in the real window; every expected figure was added up by hand. */

import { join } from 'node:path'

import { expect, launch, test } from './fixtures/app'
import {
  agencyFiles,
  CORRECTED,
  SHOPS,
  US_COMMISSION,
  US_COMMISSION_PENDING,
  US_COMMISSION_SETTLED,
  US_GMV,
  US_GMV_CORRECTED,
  US_ORDERS,
  US_REFUNDS,
} from './fixtures/agency-files'
import { addShop, chooseShop, createWorkspace, dropFiles, expectFigure, goTo, tile } from './fixtures/steps'

test.use({ language: 'en' })

test('from the first run to true figures, a correction, an undo, another language and a restart', async ({
  app,
  page,
  folder,
  userData,
}) => {
  test.setTimeout(180_000)
  const files = await agencyFiles(folder)

  await createWorkspace(app, page, join(folder, 'lumora.starboard'))
  await goTo(page, 'Shops & clients')
  for (const shop of SHOPS) await addShop(page, shop)

  await goTo(page, 'Imports')
  await dropFiles(page, files.all)
  const list = page.getByRole('region', { name: 'Files to import' })
  await expect(list.getByRole('listitem')).toHaveCount(5)
  // The creator's own export does not say whose it is.
  await list.getByLabel('Creator of mia_orders.csv').fill('@Mia.Glow_')
  await list.getByLabel('Creator of mia_orders.csv').press('Enter')
  await expect(list.getByText('1 rejected')).toBeVisible()
  await page.getByRole('button', { name: 'Import 5 files' }).click()
  await expect(list.getByText('Imported', { exact: true })).toHaveCount(5)

  await goTo(page, 'ROI')
  await expect(page.getByText('2 lines in VND are left out', { exact: false })).toBeVisible()
  await chooseShop(page, 'Lumora US')
  await expectFigure(page, 'GMV', US_GMV)
  await expectFigure(page, 'Refunds', US_REFUNDS)
  await expectFigure(page, 'Commission', US_COMMISSION)
  await expectFigure(page, 'Commission settled', US_COMMISSION_SETTLED)
  await expectFigure(page, 'Commission pending', US_COMMISSION_PENDING)
  await expectFigure(page, 'Orders', US_ORDERS)

  await tile(page, 'Refunds').click()
  const behind = page.getByRole('region', { name: `Refunds: ${US_REFUNDS}` })
  await expect(behind.getByText(`These lines add up to ${US_REFUNDS}.`)).toBeVisible()
  await expect(behind.getByText('Ties with the figure')).toBeVisible()
  await behind.getByRole('switch', { name: 'Only lines that count' }).click()
  await expect(behind.getByText('577000000000001003')).toBeVisible()
  await expect(behind.getByText('577000000000001004')).toBeVisible()
  await expect(behind.getByText('577000000000001001')).toBeHidden()
  await behind.getByText('577000000000001004').dblclick()
  await expect(behind.getByRole('button', { name: 'affiliate_orders_1.csv, row 5' })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')

  await goTo(page, 'Imports')
  await page.getByRole('button', { name: 'Clear the finished ones' }).click()
  await dropFiles(page, [files.seller])
  await expect(list.getByText('1 rejected')).toBeVisible()
  await list.getByRole('button', { name: 'Details of affiliate_orders_1.csv' }).click()
  const cell = page.getByLabel('Correct row 7, Payment Amount')
  await expect(cell).toHaveValue(CORRECTED.wrong)
  await cell.fill(CORRECTED.right)
  await cell.press('Enter')
  await expect(page.getByText('1 row corrected')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(list.getByText('1 new')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(list.getByText('Imported', { exact: true })).toBeVisible()
  await goTo(page, 'ROI')
  await expectFigure(page, 'GMV', US_GMV_CORRECTED)

  await goTo(page, 'Imports')
  const history = page.getByRole('region', { name: 'Imported files' })
  // Newest first: the corrected file.
  await history.getByText('affiliate_orders_1.csv').first().dblclick()
  await page.getByRole('button', { name: 'Undo import: 1 line goes back to what it was' }).click()
  await expect(page.getByRole('button', { name: 'Bring it back' }).last()).toBeVisible()
  await page.keyboard.press('Escape')
  await goTo(page, 'ROI')
  await expectFigure(page, 'GMV', US_GMV)

  await page.keyboard.press('Control+K')
  await page.keyboard.type('中文')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: '投产 ROI' })).toBeVisible()
  await expectFigure(page, '退款', `US${US_REFUNDS}`)
  await app.close()

  const again = await launch({ userData, language: 'en' })
  await expect(again.page.getByRole('heading', { level: 1, name: '投产 ROI' })).toBeVisible()
  await expectFigure(again.page, 'GMV', `US${US_GMV}`)
  await expect(again.page.getByRole('banner')).toContainText('Lumora US')
  await again.app.close()
})
