/** The creator list, by keyboard: handles pasted, found by pinyin, looked at, starred; for everybody, in every look. */

import { expect, test } from './fixtures/app'
import { expectAccessible, expectNothingClipped, LOOKS, settled, show, wear, zoom } from './fixtures/look'

test.use({ args: ['--demo'], language: 'en' })

const PASTED = '@Mia.Glow\t小美\tUS\nhttps://www.tiktok.com/@zoe_daily\nmia.glow UK\n小美'

test('pasted handles are added as one step, found by pinyin, looked at and starred', async ({ app, page }, info) => {
  test.setTimeout(300_000)
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1440, 900))
  await page.locator('[data-figure]').first().waitFor({ timeout: 120_000 })
  await show(page, 'creators')
  await page.keyboard.press('n')
  const drawer = page.getByRole('region', { name: 'Add creators' })
  await drawer.getByLabel('Handles').fill(PASTED)
  await expect(drawer.getByText('one person in both markets; US stays')).toBeVisible()
  await expect(drawer.getByText('Cannot be read').first()).toBeVisible()
  await expectAccessible(page)
  await page.screenshot({ path: info.outputPath('add.png') })
  await drawer.getByRole('button', { name: 'Add 2 creators' }).click()
  await expect(drawer).toBeHidden()
  await page.keyboard.press('/')
  await page.keyboard.type('xiaomei')
  const grid = page.getByRole('grid', { name: 'Creators' })
  await expect(grid.getByText('mia.glow')).toBeVisible()
  await expect(page.getByText('1 row')).toBeVisible()
  await grid.focus()
  await page.keyboard.press('Space')
  const peek = page.getByRole('complementary', { name: 'mia.glow' })
  await expect(peek).toBeVisible()
  await page.keyboard.press('s')
  await expect(peek.getByRole('button', { name: 'Take the star off (S)' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(peek).toBeHidden()
})

test('the list can be read in both languages, light and dark, and at one and a half times the size', async ({
  app,
  page,
}, info) => {
  test.setTimeout(300_000)
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1440, 900))
  await page.locator('[data-figure]').first().waitFor({ timeout: 120_000 })
  for (const look of LOOKS) {
    await wear(page, look)
    await show(page, 'creators')
    await page.getByRole('grid').focus()
    await page.keyboard.press('Space')
    await settled(page)
    await expectAccessible(page)
    await page.screenshot({ path: info.outputPath(`list-${look.language}-${look.scheme}.png`) })
    await zoom(app, 1.5)
    await settled(page)
    await expectNothingClipped(page)
    await page.screenshot({ path: info.outputPath(`list-${look.language}-${look.scheme}-150.png`) })
    await zoom(app, 1)
  }
})
