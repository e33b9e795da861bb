/** Every screen, for everybody: by keyboard, with a screen reader, in the dark, and at one and a half times the size. */

import { expect, test } from './fixtures/app'
import { agencyFiles } from './fixtures/agency-files'
import { expectAccessible, expectNothingClipped, LOOKS, SECTIONS, settled, show, wear, zoom } from './fixtures/look'
import { previewSeller } from './fixtures/steps'

test.use({ args: ['--demo'], language: 'en' })

test('every screen passes the rules of accessibility and cuts no word off', async ({ app, page, folder }) => {
  test.setTimeout(400_000)
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setSize(1440, 900))
  await page.locator('[data-figure]').first().waitFor({ timeout: 120_000 })
  const files = await agencyFiles(folder)
  // Each language and each scheme once; the pictures of the documentation show all four.
  for (const look of LOOKS.filter(({ language, scheme }) => (language === 'en') === (scheme === 'light'))) {
    await wear(page, look)
    for (const section of SECTIONS) {
      await test.step(`${section} ${look.language} ${look.scheme}`, async () => {
        await show(page, section)
        await expectAccessible(page)
        await zoom(app, 1.5)
        await settled(page)
        await expectNothingClipped(page)
        await zoom(app, 1)
      })
    }
    await test.step(`lines and preview ${look.language} ${look.scheme}`, async () => {
      await show(page, 'roi')
      await page.locator('[data-figure=refunds]').click()
      await expect(page.locator('[data-wide] [role=gridcell]').first()).toBeVisible()
      await expectAccessible(page)
      await page.keyboard.press('Escape')
      await show(page, 'imports')
      await previewSeller(page, files.seller)
      await expectAccessible(page)
      await page.keyboard.press('Escape')
    })
  }
})
