/** The end of a month in the real window: checked, closed by key, stated to creators, and opened again with a reason. */

import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

import { answerDialogs, expect, test } from './fixtures/app'
import { agencyFiles, SHOPS } from './fixtures/agency-files'
import { expectAccessible, expectNothingClipped, LOOKS, settled, wear } from './fixtures/look'
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

test('finance closes a month by key, sees what came since and opens it again with a reason', async ({ page }) => {
  const bar = page.getByRole('region', { name: 'The month in the books' })
  await expect(bar.getByText('Open', { exact: true })).toBeVisible()
  await test.step('Ctrl+L lists what is still open and asks once', async () => {
    await page.keyboard.press('Control+l')
    await expect(page.getByRole('list', { name: 'What was looked at' }).getByText('The month is over.')).toBeVisible()
    await page.screenshot({ path: test.info().outputPath('close.png') })
    await page
      .getByRole('region', { name: /^Close / })
      .getByRole('button', { name: 'Close the month' })
      .click()
    await expect(bar.getByText('Closed', { exact: true })).toBeVisible()
    await expect(bar.getByText(/frozen: GMV/)).toBeVisible()
  })
  await test.step('undo takes back the import before it, which shows as what came since; the close stays', async () => {
    const frozen = await bar.getByText(/frozen: GMV/).innerText()
    await page.keyboard.press('Control+z')
    await bar.getByRole('button', { name: 'Since the close' }).click()
    await expect(page.getByRole('table', { name: 'Adjustments by creator' })).toBeVisible()
    await page.screenshot({ path: test.info().outputPath('adjustments.png') })
    await expect(bar.getByText('Closed', { exact: true })).toBeVisible()
    expect(await bar.getByText(/frozen: GMV/).innerText()).toBe(frozen)
    await page.keyboard.press('Escape')
  })
  await test.step('the sheet keeps its frozen rows, and says beside them what came since', async () => {
    const sheet = page.getByRole('grid', { name: 'Creators of the month, from estimate to actual' })
    await expect(sheet.getByRole('columnheader', { name: /Commission since close/ })).toBeAttached()
    await expect(sheet.getByRole('row').filter({ hasText: '@mia.glow_' })).toBeVisible()
    await expect(page.getByText(/Frozen at the close; \d+ lines? changed since/)).toBeVisible()
    await sheet.focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Space')
    await expect(page.getByText(/Frozen when the month was closed\. Since then/)).toBeVisible()
    await settled(page)
    await page.screenshot({ path: test.info().outputPath('frozen-lines.png') })
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Show them' }).click()
    await expect(page.getByRole('table', { name: 'Lines that came, changed or went' })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('table', { name: 'Lines that came, changed or went' })).toBeHidden()
    await settled(page)
    await page.screenshot({ path: test.info().outputPath('frozen-sheet.png') })
    await page.keyboard.press('Control+Shift+z')
    await bar.getByRole('button', { name: 'Since the close' }).click()
  })
  await test.step('done again nothing came since, and the digest holds', async () => {
    await expect(page.getByText('Nothing: the lines say what they said when the month was closed.')).toBeVisible()
    await page.keyboard.press('Escape')
    await bar.getByRole('button', { name: 'History' }).click()
    await page.getByRole('button', { name: 'Check the digest' }).click()
    await expect(page.getByText('The lines are what the digest says').first()).toBeVisible()
    await page.keyboard.press('Escape')
  })
  await test.step('it is opened again with a reason', async () => {
    await bar.getByRole('button', { name: 'Open again' }).click()
    await page.getByRole('textbox', { name: 'Why it is opened again' }).fill('late refunds of December')
    await page.getByRole('button', { name: 'Open the month again' }).click()
    await expect(bar.getByText('Open', { exact: true })).toBeVisible()
    await bar.getByRole('button', { name: 'Close the month' }).click()
    await page.keyboard.press('Escape')
  })
})

test('finance makes all statements of a month into a folder, and argues over one', async ({ app, page, folder }) => {
  const to = join(folder, 'statements')
  mkdirSync(to)
  const tabs = page.getByRole('radiogroup', { name: 'What to show of settlement' })
  await tabs.getByText('Statements').click()
  const grid = page.getByRole('grid', { name: 'Statements of the month by creator' })
  await expect(grid.getByText('Not made').first()).toBeVisible()
  await answerDialogs(app, { open: [to] })
  await page.getByRole('button', { name: 'Make all statements' }).click()
  await page.getByRole('menuitem', { name: 'PDF, Chinese and English' }).click()
  await expect(grid.getByText('Not made')).toHaveCount(0, { timeout: 60_000 })
  await page.screenshot({ path: test.info().outputPath('statements.png') })
  expect(readdirSync(to).filter((name) => name.endsWith('.pdf')).length).toBeGreaterThan(1)
  await grid.focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Open a dispute' }).click()
  await page.getByRole('textbox', { name: 'About' }).fill('230 orders against our 200')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.keyboard.press('Escape')
  await tabs.getByText('Disputes').click()
  const disputes = page.getByRole('grid', { name: 'Disputes, open ones first' })
  await expect(disputes.getByText('230 orders against our 200')).toBeVisible()
  await disputes.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: 'The creator’s list' }).fill('576460752303420001 576460752303420002')
  await page.getByRole('button', { name: 'Compare', exact: true }).click()
  await expect(page.getByText('2 orders pasted:')).toBeVisible()
  await page.screenshot({ path: test.info().outputPath('dispute.png') })
})

test('closing, statements and disputes can be read and used by everybody, in every look', async ({ page }) => {
  test.setTimeout(240_000)
  for (const look of LOOKS) {
    const en = look.language === 'en'
    await test.step(`${look.language} ${look.scheme}`, async () => {
      await wear(page, look)
      await page.keyboard.press('g')
      await page.keyboard.press('m')
      const tabs = page.getByRole('radiogroup', { name: en ? 'What to show of settlement' : '结算页显示什么' })
      await tabs.getByText(en ? 'Sheet' : '结算表').click()
      await page.keyboard.press('Control+l')
      await expect(page.getByRole('list', { name: en ? 'What was looked at' : '关账前检查' })).toBeVisible()
      await settled(page)
      await page.screenshot({ path: test.info().outputPath(`close-${look.language}-${look.scheme}.png`) })
      await expectAccessible(page)
      await page.keyboard.press('Escape')
      await tabs.getByText(en ? 'Statements' : '对账单').click()
      const grid = page.getByRole('grid', { name: en ? 'Statements of the month by creator' : '本月各达人的对账单' })
      await expect(grid.getByRole('row').nth(1)).toBeVisible()
      await grid.focus()
      await page.keyboard.press('Enter')
      await expect(
        page.getByRole('table', { name: en ? 'Order lines, newest first' : '订单行，新的在前' }),
      ).toBeVisible()
      await settled(page)
      await page.screenshot({ path: test.info().outputPath(`statement-${look.language}-${look.scheme}.png`) })
      await expectAccessible(page)
      await page.keyboard.press('Escape')
      await tabs.getByText(en ? 'Disputes' : '争议').click()
      await expect(page.getByText(en ? 'No dispute is open.' : '没有未了结的争议。')).toBeVisible()
      await expectAccessible(page)
      await expectNothingClipped(page)
    })
  }
})
