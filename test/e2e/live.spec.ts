/** The LIVE board by keyboard and by hand: a slot moved by half hours, dragged to another day, its clash told; both languages. */

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'

import { answerDialogs, expect, test } from './fixtures/app'
import { expectAccessible, expectNothingClipped, LOOKS, settled, wear, zoom } from './fixtures/look'
import { createWorkspace } from './fixtures/steps'

test.use({ language: 'en' })

const PICTURES = process.env['STARBOARD_PICTURES']

async function picture(page: Page, name: string): Promise<void> {
  if (PICTURES) await page.screenshot({ path: join(PICTURES, `${name}.png`) })
}

/** Two shops, two creators and a room, planned for this week; one clash, and a target that is missed. */
async function fill(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const api = window.workspaceApi
    const us = await api.shops.add({ name: 'Lumora US', market: 'US' })
    const gb = await api.shops.add({ name: 'Lotus UK', market: 'GB' })
    const [mia, zoe] = await Promise.all(
      ['mia.glow', 'zoe_beauty'].map((handle) => api.records.put({ entity: 'creators', fields: { handle } })),
    )
    // Wednesday of this week, noon UTC.
    const now = new Date()
    const hour = 3_600_000
    const monday =
      Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate()) - ((now.getUTCDay() + 6) % 7) * 24 * hour
    const noon = monday + 2 * 24 * hour + 12 * hour
    const plan = (shopId: string, creatorId: string | null, at: number, hours: number, room: string | null = null) =>
      api.live.put({
        fields: { shopId, creatorId, room, startsAt: noon + at * hour, endsAt: noon + (at + hours) * hour },
      })
    await plan(us.id, String(mia?.['id']), 0, 3)
    await plan(gb.id, String(mia?.['id']), 2, 2)
    await plan(us.id, String(zoe?.['id']), 24, 4)
    await plan(us.id, null, 0, 6, 'Studio 1')
    await api.live.setTarget({
      shopId: us.id,
      fields: { minutesPerDay: 720, primeFrom: 1140, primeTo: 1320, restMinutes: 480 },
    })
  })
}

test('a LIVE is planned, moved by half hours, dragged and saved for the calendar', async ({ app, page, folder }) => {
  test.setTimeout(180_000)
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1440, 900))
  await createWorkspace(app, page, join(folder, 'agency.starboard'))
  await fill(page)
  await page.keyboard.press('g')
  await page.keyboard.press('l')
  const board = page.getByRole('grid', { name: 'LIVE slots by creator or room' })
  const mia = board.getByRole('row', { name: /@mia\.glow/ })
  await expect(mia).toContainText('12:00–15:00')
  await expect(page.getByText(/@mia.glow is planned twice at once for 60 minutes/)).toBeVisible()

  await test.step('two keys later the clash is gone, one undo brings it back', async () => {
    // From the first cell to Wednesday, and to the second of its slots.
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowDown', 'Alt+ArrowRight']) await page.keyboard.press(key)
    await expect(mia).toContainText('14:30–16:30')
    await page.keyboard.press('Alt+ArrowRight')
    await expect(mia).toContainText('15:00–17:00')
    await expect(page.getByText(/planned twice at once/)).toHaveCount(0)
    await page.keyboard.press('Control+z')
    await expect(page.getByText(/planned twice at once for 30 minutes/)).toBeVisible()
    await page.keyboard.press('Alt+Shift+ArrowRight')
    await expect(mia).toContainText('14:30–17:00')
  })

  await test.step('dragged to another day it keeps its time of day', async () => {
    const friday = board
      .getByRole('row', { name: /zoe_beauty/ })
      .getByRole('gridcell')
      .nth(4)
    await board
      .getByRole('row', { name: /zoe_beauty/ })
      .getByRole('button')
      .dragTo(friday)
    await expect(friday).toContainText('12:00–16:00')
  })

  await test.step('a new one, opened and removed by key', async () => {
    await board.focus()
    await page.keyboard.press('n')
    const drawer = page.getByRole('region', { name: 'New LIVE' })
    await expect(drawer.getByRole('textbox', { name: 'From' })).toHaveValue('19:00')
    await drawer.getByLabel('Shop').first().click()
    await page.getByRole('option', { name: /Lotus UK/ }).click()
    await drawer.getByRole('textbox', { name: 'Note' }).fill('spring')
    await drawer.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(mia).toContainText('19:00–21:00')
  })

  await test.step('the week as a calendar file and on paper', async () => {
    for (const [item, file] of [
      ['Save as a calendar file…', 'week.ics'],
      ['Save for printing (PDF)…', 'week.pdf'],
    ] as const) {
      const save = join(folder, file)
      await answerDialogs(app, { save })
      await page.getByRole('button', { name: 'More' }).click()
      await page.getByRole('menuitem', { name: item }).click()
      await expect.poll(() => existsSync(save)).toBe(true)
    }
  })
})

test('the board can be used by everybody, in both languages', async ({ app, page, folder }) => {
  test.setTimeout(240_000)
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800))
  await createWorkspace(app, page, join(folder, 'agency.starboard'))
  await fill(page)
  for (const look of LOOKS) {
    await test.step(`${look.language} ${look.scheme}`, async () => {
      await wear(page, look)
      await page.keyboard.press('g')
      await page.keyboard.press('l')
      await page.getByRole('grid').waitFor()
      await settled(page)
      await picture(page, `live-${look.language}-${look.scheme}`)
      await expectAccessible(page)
      await zoom(app, 1.5)
      await settled(page)
      await expectNothingClipped(page)
      await zoom(app, 1)
      await page.getByText(look.language === 'en' ? 'Day' : '日', { exact: true }).click()
      await settled(page)
      await picture(page, `live-day-${look.language}-${look.scheme}`)
      await page.keyboard.press('Escape')
    })
  }
})
