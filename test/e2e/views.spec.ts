/** A list as people want it: filtered, grouped, coloured, saved as a view, by keyboard alone. */

import { expect, test } from './fixtures/app'
import { expectAccessible, settled } from './fixtures/look'

test.use({ args: ['--demo'], language: 'en' })

test('a list is filtered, grouped, saved as a view and opened from the palette, without the mouse', async ({
  app,
  page,
}) => {
  test.setTimeout(240_000)
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800))
  await page.locator('[data-figure]').first().waitFor({ timeout: 120_000 })
  await page.keyboard.press('g')
  await page.keyboard.press('m')
  const grid = page.getByRole('grid').or(page.getByRole('treegrid'))
  await expect(grid).toBeVisible()
  await grid.focus()
  const rowsOf = async () => Number((await grid.getAttribute('aria-rowcount')) ?? 0) - 1
  const all = await rowsOf()
  expect(all).toBeGreaterThan(10)

  await test.step('filters by the value under the cursor', async () => {
    // Kind is the second column.
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Control+Shift+F')
    await expect(page.getByRole('combobox', { name: 'Condition' })).toHaveValue('is')
    await page.keyboard.press('Tab')
    await page.screenshot({ path: 'test-results/views-editor.png' })
    await page.getByRole('dialog').getByRole('button', { name: 'Filter' }).focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('button', { name: /^Remove filter Kind is/ })).toBeVisible()
    await expect.poll(rowsOf).toBeLessThan(all)
  })

  await page.screenshot({ path: 'test-results/views-filter.png' })
  await page.keyboard.press('Control+Shift+V')
  await page.getByLabel('Name').fill('One kind')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: /One kind/, pressed: true })).toBeVisible()
  await page.screenshot({ path: 'test-results/views-saved.png' })
  await grid.focus()
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(page.getByRole('toolbar', { name: 'Work on several rows' })).toContainText('3 rows')
  await page.getByRole('button', { name: 'Group', exact: true }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'Shop' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('row', { expanded: true }).first()).toBeVisible()
  await page.screenshot({ path: 'test-results/views-group.png' })
  await grid.focus()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('ArrowLeft')
  await expect(page.getByRole('row', { expanded: false }).first()).toBeVisible()
  await page.screenshot({ path: 'test-results/views-folded.png' })
  await settled(page)
  await expectAccessible(page)
})
