/**
 * An ops person's day by keyboard alone, in English by daylight and in Chinese in the dark: requests are answered, parcels
 * packed and shipped, creators reminded, content judged, posts checked, and who went silent twice is blocked.
 */

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

import type { ElectronApplication, Page } from '@playwright/test'

import { test } from './fixtures/app'
import { type Day, wordsOf } from './fixtures/by-keys'
import { type Look, settled, wear } from './fixtures/look'
import { board, film, ghosts, posts, proof, script } from './fixtures/ops-afternoon'
import { fillDay, fillReviews } from './fixtures/ops-day'
import { approveGreen, inbox, packing, tracking } from './fixtures/ops-morning'
import { film as record } from './fixtures/review'
import { createWorkspace } from './fixtures/steps'

test.use({ language: 'en' })

async function workThrough(app: ElectronApplication, page: Page, folder: string, look: Look): Promise<void> {
  test.setTimeout(240_000)
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800))
  await createWorkspace(app, page, join(folder, 'agency.starboard'))
  await fillDay(page)
  const cut = join(folder, 'cut.webm')
  writeFileSync(cut, await record(page, { colour: 'teal', seconds: 4 }))
  await fillReviews(page, cut)
  await wear(page, look)
  const shot = async (name: string) => {
    await settled(page)
    await page.screenshot({ path: `test-results/ops-day-${name}-${look.language}.png` })
  }
  const day: Day = { app, page, folder, t: wordsOf(look.language), shot }
  await test.step('requests: one by one', () => inbox(day))
  await test.step('the green ones as one step', () => approveGreen(day))
  await test.step('packing: list, labels, scanner', () => packing(day))
  await test.step('tracking numbers pasted in another order', () => tracking(day))
  await test.step('the board: what is due soon is reminded', () => board(day))
  await test.step('a photo proves that a parcel arrived', () => proof(day))
  await test.step('a film is judged', () => film(day))
  await test.step('a script is sent back', () => script(day))
  await test.step('links are checked, posts judged', () => posts(day))
  await test.step('who went silent twice is blocked', () => ghosts(day))
}

test('an ops person works through a day without the mouse in English', async ({ app, page, folder }) => {
  await workThrough(app, page, folder, { language: 'en', scheme: 'light' })
})

test('an ops person works through a day without the mouse in Chinese, in the dark', async ({ app, page, folder }) => {
  await workThrough(app, page, folder, { language: 'zh-CN', scheme: 'dark' })
})
