/**
 * A finance person's month end by keyboard, in English by daylight and in Chinese in the dark: seven exports, the sheet from
 * estimate to actual, what is due, rates, the close, statements for everybody, what comes after the close, and cash.
 */

import { join } from 'node:path'

import type { ElectronApplication, Page } from '@playwright/test'

import { test } from './fixtures/app'
import { type Day, wordsOf } from './fixtures/by-keys'
import { expectNothingClipped, type Look, settled, wear } from './fixtures/look'
import { fillCash, foreseeCash, importLate } from './fixtures/month-end-after'
import { closeBoth, lockRates, makeStatements } from './fixtures/month-end-close'
import { contradict, fillOwed, payDue } from './fixtures/month-end-due'
import { fillMonth, importFiles } from './fixtures/month-end-import'
import { readIncome, readSheet, readVietnam, tagCauses } from './fixtures/month-end-sheet'
import { createWorkspace } from './fixtures/steps'

test.use({ language: 'en' })

/** Where pictures go; asked for, they are taken at 150 % too. */
const PICTURES = process.env['STARBOARD_PICTURES'] ?? 'test-results'

async function endMonth(app: ElectronApplication, page: Page, folder: string, look: Look): Promise<void> {
  test.setTimeout(240_000)
  const size = (width: number, height: number) =>
    app.evaluate(({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.setContentSize(...to), [
      width,
      height,
    ] as const)
  await size(1280, 800)
  await createWorkspace(app, page, join(folder, 'agency.starboard'))
  const files = await fillMonth({ page, folder })
  await fillOwed(page)
  await contradict(page, folder)
  await fillCash(page)
  await wear(page, look)
  const shot = async (name: string) => {
    await settled(page)
    await page.screenshot({ path: join(PICTURES, `month-end-${name}-${look.language}.png`) })
    await expectNothingClipped(page)
    if (!process.env['STARBOARD_PICTURES']) return
    // As at 150 %; of a page that is zoomed a picture shows a part alone.
    await size(853, 533)
    await settled(page)
    await page.screenshot({ path: join(PICTURES, `month-end-${name}-${look.language}-150.png`) })
    await expectNothingClipped(page)
    await size(1280, 800)
  }
  const day: Day = { app, page, folder, t: wordsOf(look.language), shot }
  await test.step('seven files are looked at, mended and imported', () => importFiles(day, files))
  await test.step('June from estimate to actual, and who differs', () => readSheet(day))
  await test.step('lines of a creator, and why they differ', () => tagCauses(day))
  await test.step('what the platform paid out', () => readIncome(day))
  await test.step('the other shop in its own money', () => readVietnam(day))
  await test.step('what is due within a week, and the file for the bank', () => payDue(day))
  await test.step('the rates of the month, locked with their source', () => lockRates(day))
  await test.step('both books are closed', () => closeBoth(day))
  await test.step('statements for all creators in one go', () => makeStatements(day))
  await test.step('what comes later leaves the closed month as it is', () => importLate(day))
  await test.step('the weeks ahead', () => foreseeCash(day))
}

test('finance ends a month without the mouse in English', async ({ app, page, folder }) => {
  await endMonth(app, page, folder, { language: 'en', scheme: 'light' })
})

test('finance ends a month without the mouse in Chinese, in the dark', async ({ app, page, folder }) => {
  await endMonth(app, page, folder, { language: 'zh-CN', scheme: 'dark' })
})
