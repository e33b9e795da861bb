/** Contracts, settlement and cash before there is anything in them: each says what belongs there, to everybody. */

import { join } from 'node:path'

import { expect, test } from './fixtures/app'
import { expectAccessible, expectNothingClipped, LOOKS, settled, show, wear, zoom } from './fixtures/look'
import { createWorkspace } from './fixtures/steps'

test.use({ language: 'en' })

/** Where pictures go that somebody wants to look at. */
const PICTURES = process.env['STARBOARD_PICTURES']
const TABS = ['1', '2', '3', '4', '5', '6', '7']

test('what is empty says so, can be used by everybody, and cuts no word off', async ({ app, page, folder }) => {
  test.setTimeout(300_000)
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800))
  await createWorkspace(app, page, join(folder, 'empty.starboard'))
  await page.evaluate(async () => window.workspaceApi.shops.add({ name: 'Glow', market: 'US' }))
  const judged = async (name: string) => {
    await settled(page)
    // A sentence, not a blank: a list's own, or a calendar of weeks with nothing in them.
    await expect.soft(page.locator('main p, main table').filter({ hasText: /./u }).first()).toBeVisible()
    await expectAccessible(page)
    if (PICTURES) await page.screenshot({ path: join(PICTURES, `empty-${name}.png`) })
    await zoom(app, 1.5)
    await settled(page)
    await expectNothingClipped(page)
    await zoom(app, 1)
  }
  for (const look of LOOKS.filter(({ language, scheme }) => (language === 'en') === (scheme === 'light'))) {
    await wear(page, look)
    const name = (part: string) => `${part}-${look.language}-${look.scheme}`
    for (const section of ['contracts', 'cash'] as const) {
      await show(page, section)
      await test.step(name(section), () => judged(name(section)))
    }
    for (const key of TABS) {
      await show(page, 'settlement')
      await page.keyboard.press(key)
      await test.step(name(`settlement-${key}`), () => judged(name(`settlement-${key}`)))
    }
  }
})
