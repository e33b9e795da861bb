/** Settlement in the real window: a month from estimate to actual, by keyboard, with figures added up by hand. */

import { readFileSync } from 'node:fs'
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
  const [seller = '', chinese = ''] = (await agencyFiles(folder)).all
  await dropFiles(page, [seller, chinese])
  await page.getByRole('button', { name: 'Import 2 files' }).click()
  await expect(page.getByRole('listitem').getByText('Imported', { exact: true })).toHaveCount(2)
  await page.locator('h1').click()
  await page.keyboard.press('g')
  await page.keyboard.press('m')
  await expect(page.getByRole('heading', { level: 1, name: 'Settlement' })).toBeVisible()
})

test('finance goes from estimate to actual and tags a cause without the mouse', async ({ page }) => {
  const sheet = page.getByRole('grid', { name: 'Creators of the month, from estimate to actual' })
  const mia = sheet.getByRole('row').filter({ hasText: '@mia.glow_' })
  await expect(mia).toBeVisible()
  await test.step('D leaves only who differs, and no total that would not add up', async () => {
    await expect(sheet.getByRole('row').filter({ hasText: 'Total' })).toBeVisible()
    await page.keyboard.press('d')
    await expect(sheet.getByRole('row').filter({ hasText: 'Total' })).toBeHidden()
    await page.keyboard.press('d')
    await expect(sheet.getByRole('row').filter({ hasText: 'Total' })).toBeVisible()
  })
  await test.step('B goes from creators to products, and from a product to its lines', async () => {
    await page.keyboard.press('b')
    const tree = page.getByRole('treegrid', { name: 'Creators of the month, from estimate to actual' })
    const heads = tree.getByRole('row', { expanded: false })
    await expect(heads.first()).toBeVisible()
    await tree.focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowRight')
    await expect(tree.getByRole('row', { expanded: true })).toHaveCount(1)
    // A head says what its creator comes to, in money as the rows do.
    await expect(tree.getByRole('row', { expanded: true }).getByRole('gridcell', { name: '60.00' })).toBeVisible()
    await page.screenshot({ path: test.info().outputPath('products.png') })
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Space')
    await expect(
      page.getByRole('grid', { name: 'Order lines, newest first' }).getByRole('gridcell').first(),
    ).toBeVisible()
    await page.screenshot({ path: test.info().outputPath('product-lines.png') })
    await page.keyboard.press('Escape')
    await page.keyboard.press('b')
    await expect(mia).toBeVisible()
  })
  await test.step('Space shows the lines; F says that one is frozen, U takes it back, undo too', async () => {
    await sheet.focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Space')
    const lines = page.getByRole('grid', { name: 'Order lines, newest first' })
    await expect(lines).toBeFocused()
    await page.keyboard.press('f')
    await expect(lines.getByText('Frozen ✎')).toHaveCount(1)
    await page.keyboard.press('u')
    await expect(lines.getByText('Frozen ✎')).toHaveCount(0)
    await page.keyboard.press('i')
    await expect(lines.getByText('Ineligible ✎')).toHaveCount(1)
    await page.keyboard.press('p')
    await expect(lines.getByText('Partly refunded ✎')).toHaveCount(1)
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+z')
    await expect(lines.getByText('✎')).toHaveCount(0)
    await page.keyboard.press('Escape')
    await expect(lines).toBeHidden()
  })
})

test('the sheet is written as it is seen', async ({ app, page, folder }) => {
  const file = join(folder, 'settlement.csv')
  await answerDialogs(app, { save: file })
  await page.getByRole('button', { name: 'Export' }).click()
  await page.getByRole('menuitem', { name: 'CSV' }).click()
  await expect(page.getByText(new RegExp(`rows written to .*settlement.csv`))).toBeVisible()
  const [header = '', ...rows] = readFileSync(file, 'utf8').replace('\u{feff}', '').trim().split(/\r?\n/)
  expect(header.startsWith('Shop,Month,Currency,Creator,Orders,Rates,GMV')).toBe(true)
  expect(rows.at(-1)).toContain('Total')
})

test('a rule is written with its source after it was tried on the month, and a rate is tried out', async ({ page }) => {
  await page.getByRole('radiogroup').first().getByText('Commission rules').click()
  await expect(page.getByRole('table', { name: 'Rules of commission' })).toContainText('comes with the app')
  await test.step('the files are compared with the rule that holds', async () => {
    await page.getByRole('button', { name: 'Compare with the files' }).click()
    const compared = page.getByRole('region', { name: /^Lines that do not follow the rule/ })
    await expect(compared.getByText(/lines? with a rate|lines? (is|are) paid otherwise/)).toBeVisible()
    await page.screenshot({ path: test.info().outputPath('deviations.png') })
    await page.keyboard.press('Escape')
  })
  await page.getByRole('button', { name: 'New rule' }).click()
  const rule = page.getByRole('region', { name: 'New rule' })
  await rule.getByLabel('Partner (TAP) keeps, %').fill('50')
  await rule.getByLabel('Tiers').fill('50 20')
  await rule.getByRole('button', { name: 'Work it out' }).click()
  // mia sold for 150.00 in March: all of her lines are paid at 20 %.
  const tried = rule.getByRole('table')
  await expect(tried.getByRole('row').filter({ hasText: 'Total' })).toBeVisible()
  await rule.getByRole('button', { name: 'Save' }).click()
  await expect(rule.getByText('Please fill this in')).toBeVisible()
  await rule.getByLabel('Source').fill('Contract of 1 March')
  await rule.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('table', { name: 'Rules of commission' })).toContainText('Contract of 1 March')
  await page.getByRole('button', { name: 'Try a rate' }).click()
  const rate = page.getByRole('region', { name: 'Try a rate' })
  await rate.getByLabel('Standard rate, %').fill('95')
  await rate.getByRole('button', { name: 'Work it out' }).click()
  await expect(rate.getByText('A rate from 1 to 80 %')).toBeVisible()
  await rate.getByLabel('Standard rate, %').fill('18')
  await rate.getByRole('button', { name: 'Work it out' }).click()
  await expect(rate.getByRole('row').filter({ hasText: '@mia.glow_' })).toBeVisible()
})
