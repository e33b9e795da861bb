/** A list as people want it: filtered, grouped, coloured, saved as a view, changed in bulk: by keyboard alone. */

import type { Page } from '@playwright/test'

import { expect, test } from './fixtures/app'
import { expectAccessible, settled, wear } from './fixtures/look'

test.use({ args: ['--demo'], language: 'en' })

const gridOf = (page: Page) => page.getByRole('grid').or(page.getByRole('treegrid'))
const rowsOf = async (page: Page) => Number((await gridOf(page).getAttribute('aria-rowcount')) ?? 0) - 1

/** Enter on a button that is not under the focus yet. */
async function press(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('button', { name, exact: true }).focus()
  await page.keyboard.press('Enter')
}

async function choose(page: Page, name: string): Promise<void> {
  await page.getByRole('menuitem', { name }).focus()
  await page.keyboard.press('Enter')
}

test.beforeEach(async ({ app, page }) => {
  // The demo agency is made first.
  test.setTimeout(240_000)
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800))
  await page.locator('[data-figure]').first().waitFor({ timeout: 120_000 })
  await page.keyboard.press('g')
  await page.keyboard.press('g')
  await expect(gridOf(page)).toBeVisible()
  await page.locator('[role=gridcell]').first().waitFor()
  await gridOf(page).focus()
})

test('a list is filtered, grouped, coloured and saved as a view, which the palette opens again', async ({ page }) => {
  test.setTimeout(240_000)
  const all = await rowsOf(page)

  await test.step('Ctrl+Shift+F filters by the value under the cursor', async () => {
    // Kind is the second column.
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Control+Shift+F')
    await expect(page.getByRole('combobox', { name: 'Condition' })).toHaveValue('is')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('button', { name: /^Remove filter Kind is/ })).toBeVisible()
    await expect.poll(() => rowsOf(page)).toBeLessThan(all)
  })

  await test.step('rows are grouped and folded away', async () => {
    await press(page, 'Group')
    await choose(page, 'Shop')
    await expect(page.getByRole('row', { expanded: true }).first()).toBeVisible()
    await gridOf(page).focus()
    await page.keyboard.press('Control+Home')
    await page.keyboard.press('ArrowLeft')
    await expect(page.getByRole('row', { expanded: false })).toHaveCount(1)
    await page.keyboard.press('ArrowRight')
    await expect(page.getByRole('row', { expanded: false })).toHaveCount(0)
  })

  await test.step('a colour rule marks rows with a sign as well', async () => {
    await press(page, 'Colours')
    await press(page, 'Add rule')
    await page.keyboard.press('Tab')
    await press(page, 'Add rule')
    await expect(page.getByRole('img', { name: /^watch: / }).first()).toBeVisible()
    await page.keyboard.press('Escape')
    await settled(page)
    await expectAccessible(page)
  })

  await test.step('Ctrl+Shift+V saves it, and the list can show all rows again', async () => {
    await page.keyboard.press('Control+Shift+V')
    await page.getByLabel('Name').fill('One kind by shop')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('button', { name: /One kind by shop/, pressed: true })).toBeVisible()
    await press(page, /^All rows/)
    await expect.poll(() => rowsOf(page)).toBe(all)
  })

  await test.step('Ctrl+K opens it from anywhere', async () => {
    await page.getByRole('main').focus()
    await page.keyboard.press('g')
    await page.keyboard.press('b')
    await page.keyboard.press('Control+K')
    await page.keyboard.type('one kind')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('button', { name: /One kind by shop/, pressed: true })).toBeVisible()
    await expect(page.getByRole('treegrid')).toBeVisible()
    await page.screenshot({ path: 'test-results/views-en.png' })
  })

  await wear(page, { language: 'zh-CN', scheme: 'dark' })
  await settled(page)
  await expectAccessible(page)
  await page.screenshot({ path: 'test-results/views-zh.png' })
})

test('a field of many rows is changed in one step, looked at first, and undone', async ({ page }) => {
  test.setTimeout(240_000)
  await page.keyboard.press('End')
  await page.keyboard.press('Control+A')
  const bar = page.getByRole('toolbar', { name: 'Work on several rows' })
  await expect(bar).toContainText('can be undone')
  await page.keyboard.press('Control+Shift+E')
  await page.getByRole('textbox', { name: 'New value' }).fill('checked in spring')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/ change · 0 stay as they are/)).toBeVisible()
  await settled(page)
  await expectAccessible(page)
  await page.screenshot({ path: 'test-results/views-bulk.png' })
  await page.getByRole('textbox', { name: 'New value' }).press('Enter')
  await expect(page.getByText('checked in spring').first()).toBeVisible()
  await gridOf(page).focus()
  await page.keyboard.press('Control+Z')
  await expect(page.getByText('checked in spring')).toHaveCount(0)
})
