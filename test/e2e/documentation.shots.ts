/** Pictures of every screen of the demo agency, in both languages, light and dark; the documentation shows some of them. */

import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Page } from '@playwright/test'

import { expect, test } from './fixtures/app'
import { disagree } from './fixtures/disagree'
import { type Look, LOOKS, SECTIONS, settled, show, showFull, wear } from './fixtures/look'
import { dropFiles, previewSeller } from './fixtures/steps'

const IMAGES = resolve(import.meta.dirname, '../../docs/images')
const EXAMPLES = resolve(import.meta.dirname, '../../docs/examples')
/** Every other picture is to be looked at, not kept. */
const ALL = resolve(import.meta.dirname, '../../out/screenshots')
const IN_DOCUMENTATION = [
  'roi',
  'lines',
  'preview',
  'samples',
  'review',
  'content',
  'live',
  'contract',
  'settlement',
  'cash',
  'package',
  'inbox',
]

test.use({
  args: ['--demo'],
  // Somebody works here who has a name, not the account of whoever takes the pictures.
  userData: async ({ folder }, give) => {
    const home = join(folder, 'profile')
    mkdirSync(home, { recursive: true })
    writeFileSync(join(home, 'person.json'), JSON.stringify({ person: 'Wang Fang', computer: 'office PC' }))
    await give(home)
  },
})

/** Pictures of one shop say more: what is due by its own clocks, and products instead of shops. */
const OF_ONE_SHOP: readonly string[] = ['samples', 'content', 'live']

test('every screen, in both languages, light and dark', async ({ page, app, folder }) => {
  test.setTimeout(900_000)
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setSize(1440, 900))
  // The demo agency is made first.
  await page.getByRole('navigation').first().waitFor({ timeout: 120_000 })
  await page.locator('[data-figure]').first().waitFor({ timeout: 120_000 })
  for (const look of LOOKS) {
    const picture = (name: string) => take(page, look, name)
    await wear(page, look)
    for (const section of SECTIONS) {
      if (OF_ONE_SHOP.includes(section)) await chooseShop(page, 'Lumora Beauty US')
      await showFull(page, section)
      // The trend is asked for after the others, and what stands in for it is not shown at once.
      if (section === 'roi') await expect(page.locator('main canvas')).toHaveCount(3)
      await picture(section)
      if (OF_ONE_SHOP.includes(section)) await page.keyboard.press('Control+0')
    }
    await showFull(page, 'contracts')
    await page.getByRole('gridcell').filter({ hasText: 'Holiday Glow: three videos' }).first().dblclick()
    await settled(page)
    await picture('contract')
    await showFull(page, 'roi')
    await page.locator('[data-figure=refunds]').click()
    await expect(page.locator('[data-wide] [role=gridcell]').first()).toBeVisible()
    await settled(page)
    await picture('lines')
    await page.keyboard.press('Escape')
    await show(page, 'imports')
    // The very file that the tour asks people to drop.
    await previewSeller(page, join(EXAMPLES, `affiliate-orders.${look.language}.csv`))
    await settled(page)
    await picture('preview')
  }
  // Afterwards, because it changes what the other pictures show.
  const fromLi = await disagree(page, folder)
  for (const look of LOOKS) {
    await wear(page, look)
    await show(page, 'creators')
    await lookAt(page, fromLi)
    await take(page, look, 'package')
  }
  await page.keyboard.press('Control+Enter')
  // No button but the one that undoes stands in the body of a package that was applied.
  await expect(page.locator('[data-wide] [role=status] button').first()).toBeVisible()
  for (const look of LOOKS) {
    await wear(page, look)
    await show(page, 'sync')
    for (const [at, name] of (['inbox', 'people', 'away', 'arrivals'] as const).entries()) {
      await page.locator('main label').nth(at).click()
      await settled(page)
      // The last question is of a remark; the second value of it is taken.
      if (name === 'inbox') {
        await page.locator('main nav button').nth(5).click()
        await page.keyboard.press('2')
      }
      await take(page, look, name)
    }
  }
})

/** By its keys, whichever of the nine it has. */
async function chooseShop(page: Page, name: string): Promise<void> {
  const shown = page.getByRole('button').filter({ hasText: name }).first()
  for (let at = 1; at <= 9 && !(await shown.isVisible()); at += 1) {
    await page.keyboard.press(`Control+${at}`)
    await settled(page)
  }
  await expect(shown).toBeVisible()
}

async function take(page: Page, look: Look, name: string): Promise<void> {
  const file = `${name}-${look.language}-${look.scheme}.png`
  const isShown = look.scheme === 'light' && IN_DOCUMENTATION.includes(name)
  await page.screenshot({ path: join(isShown ? IMAGES : ALL, file) })
}

/** The package is not applied, so it can be looked at again in another look. */
async function lookAt(page: Page, file: string): Promise<void> {
  await dropFiles(page, [file])
  await expect(page.locator('[data-wide] table').last()).toBeVisible()
  await settled(page)
}
