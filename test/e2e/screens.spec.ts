/** Every screen, for everybody: by keyboard, with a screen reader, in the dark, and at one and a half times the size. */

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'

import { expect, test } from './fixtures/app'
import { agencyFiles } from './fixtures/agency-files'
import { tab } from './fixtures/colleagues'
import { disagree } from './fixtures/disagree'
import {
  expectAccessible,
  expectNothingClipped,
  type Look,
  LOOKS,
  type Part,
  PARTS,
  SECTIONS,
  settled,
  show,
  showFull,
  wear,
  zoom,
} from './fixtures/look'
import { MONEY_PARTS } from './fixtures/look-money'
import { dropFiles, previewSeller } from './fixtures/steps'

test.use({ args: ['--demo'], language: 'en' })

/** Where pictures go that somebody wants to look at. */
const PICTURES = process.env['STARBOARD_PICTURES']

test('every screen passes the rules of accessibility and cuts no word off', async ({ app, page, folder }) => {
  test.setTimeout(900_000)
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800))
  await page.locator('[data-figure]').first().waitFor({ timeout: 120_000 })
  const files = await agencyFiles(folder)
  // Each language and each scheme once; the pictures of the documentation show all four.
  for (const look of LOOKS.filter(({ language, scheme }) => (language === 'en') === (scheme === 'light'))) {
    await wear(page, look)
    for (const section of SECTIONS) {
      await test.step(`${section} ${look.language} ${look.scheme}`, async () => {
        await showFull(page, section)
        await judged(app, page, `${section}-${look.language}-${look.scheme}`)
      })
    }
    for (const part of PARTS) await walk(app, page, part, look)
    await test.step(`lines and preview ${look.language} ${look.scheme}`, async () => {
      await showFull(page, 'roi')
      await page.locator('[data-figure=refunds]').click()
      await expect(page.locator('[data-wide] [role=gridcell]').first()).toBeVisible()
      await expectAccessible(page)
      await page.keyboard.press('Escape')
      await showFull(page, 'imports')
      await previewSeller(page, files.seller)
      await expectAccessible(page)
      await page.keyboard.press('Escape')
    })
  }
})

test('every part of contracts, settlement and cash does so too', async ({ app, page }) => {
  test.setTimeout(900_000)
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800))
  await page.locator('[data-figure]').first().waitFor({ timeout: 120_000 })
  for (const look of LOOKS.filter(({ language, scheme }) => (language === 'en') === (scheme === 'light'))) {
    await wear(page, look)
    for (const part of MONEY_PARTS) await walk(app, page, part, look)
  }
})

async function walk(app: ElectronApplication, page: Page, part: Part, { language, scheme }: Look): Promise<void> {
  const { section, name, open } = part
  await test.step(`${name} ${language} ${scheme}`, async () => {
    // Away and back: every part begins where the section does.
    await show(page, 'settings')
    await showFull(page, section)
    await open(page)
    await settled(page)
    await judged(app, page, `${name}-${language}-${scheme}`)
    await leave(page)
  })
}

/** Closes what is open and takes the cursor out of fields, where letters are text. */
async function leave(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.evaluate(() => (document.activeElement instanceof HTMLElement ? document.activeElement.blur() : undefined))
}

async function judged(app: ElectronApplication, page: Page, name: string): Promise<void> {
  await expectAccessible(page)
  await picture(app, name)
  await zoom(app, 1.5)
  await settled(page)
  await expectNothingClipped(page)
  await picture(app, `${name}-150`)
  await zoom(app, 1)
}

/** Of the window itself: a page that is drawn larger does not fit into a screenshot of the page. */
async function picture(app: ElectronApplication, name: string): Promise<void> {
  if (!PICTURES) return
  const png = await app.evaluate(async ({ BrowserWindow }) => {
    const image = await BrowserWindow.getAllWindows()[0]?.webContents.capturePage()
    return image?.toPNG().toString('base64')
  })
  writeFileSync(join(PICTURES, `${name}.png`), Buffer.from(png ?? '', 'base64'))
}

test('what is between colleagues can be used by everybody', async ({ app, page, folder }) => {
  test.setTimeout(400_000)
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800))
  await page.locator('[data-figure]').first().waitFor({ timeout: 120_000 })
  const file = await disagree(page, folder)
  const check = async (name: string) => {
    await test.step(name, async () => {
      await settled(page)
      await expectAccessible(page)
      await zoom(app, 1.5)
      await settled(page)
      await expectNothingClipped(page)
      await zoom(app, 1)
    })
  }
  await dropFiles(page, [file])
  const drawer = page.getByRole('region', { name: /^Package: / })
  await expect(drawer.getByRole('table', { name: 'Changes' })).toBeVisible()
  await check('package')
  await drawer.getByRole('button', { name: /^Apply/ }).click()
  await expect(drawer.getByRole('button', { name: 'Undo these changes' })).toBeVisible()
  await check('result')
  await drawer.getByRole('button', { name: 'Show the questions' }).click()
  await expect(page.getByRole('region', { name: 'Result' })).toBeVisible()
  await check('inbox')
  for (const name of ['People & computers', 'Since you were away', 'What arrived']) {
    await tab(page, name)
    await check(name)
  }
  await page.keyboard.press('Control+Shift+S')
  await expect(page.getByRole('region', { name: 'Send to…' })).toBeVisible()
  await check('send')
  await page.keyboard.press('Escape')
  await show(page, 'creators')
  await page.getByRole('gridcell').first().dblclick()
  await page.getByRole('tab', { name: 'Card' }).click()
  await page.getByRole('button', { name: 'Choose first: Phone' }).click()
  await expect(page.getByRole('region', { name: 'Result' })).toBeVisible()
  await check('chooser')
})
