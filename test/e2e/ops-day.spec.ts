/**
 * An ops person's day by keyboard alone, in English by daylight and in Chinese in the dark: requests are answered, parcels
 * packed and shipped, creators reminded, content judged, posts checked, and who went silent twice is blocked.
 */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import type { ElectronApplication, Page } from '@playwright/test'

import { answerDialogs, expect, test } from './fixtures/app'
import { cursorTo, goUntil, paste, press, said, tabTo, type Words, wordsOf } from './fixtures/by-keys'
import { type Look, settled, wear } from './fixtures/look'
import { fillDay, MASK, REQUESTS, SERUM, shelf, states } from './fixtures/ops-day'
import { createWorkspace } from './fixtures/steps'

test.use({ language: 'en' })

interface Day {
  readonly app: ElectronApplication
  readonly page: Page
  readonly folder: string
  readonly t: Words
  readonly shot: (name: string) => Promise<void>
}

/** Rules have marked every request; the red and the open one are answered singly, the green ones with one key. */
async function inbox({ page, t, shot }: Day): Promise<void> {
  await press(page, 'Control+1', 'g', 's')
  await expect(page.getByRole('grid', { name: t('samples.title') })).toBeFocused()
  await press(page, '4')
  const grid = page.getByRole('grid', { name: t('sampleRequests.title') })
  await expect(grid).toBeFocused()
  const row = (handle: string) => grid.getByRole('row').filter({ hasText: handle })
  const suggested = (word: string, count: number) =>
    expect(
      page.getByText(t('sampleRequests.counted', { word: t(`sampleRequests.suggestion.${word}`), count }), {
        exact: true,
      }),
    ).toBeVisible()
  for (const { handle, expected } of REQUESTS)
    await expect(row(handle)).toContainText(t(`sampleRequests.suggestion.${expected}`))
  await suggested('approve', 5)
  await suggested('ask', 3)
  await suggested('decline', 2)
  // The third mask would leave fewer than are kept back: amber by the shelf alone.
  await cursorTo(page, grid, 'zoe_beauty')
  await press(page, 'Space')
  const peek = page.getByRole('complementary')
  await expect(peek).toContainText(t('sampleRequests.line.floor', { found: 2, wanted: MASK.floor }))
  await shot('1-inbox')
  await press(page, 'Escape')

  await cursorTo(page, grid, 'ivy.style')
  await press(page, 'd')
  await expect(page.getByRole('form', { name: t('sampleRequests.decline.title', { count: 1 }) })).toBeVisible()
  await shot('1-decline')
  await press(page, 'Enter')
  await expect(row('ivy.style')).toHaveCount(0)
  await cursorTo(page, grid, 'noa.fit')
  await press(page, '?')
  const question = page.getByRole('region', { name: t('sampleRequests.message.questionTitle', { handle: 'noa.fit' }) })
  await expect(question.locator('textarea')).toHaveValue(new RegExp(SERUM.name, 'u'))
  await shot('1-ask')
  await press(page, 'Control+Enter')
  await expect(question).toBeHidden()
  await expect(row('noa.fit')).toContainText(t('sampleRequests.askedYes'))
}

/** Five greens in one step that is taken back and done again; the shelf follows. */
async function approveGreen({ page, t, shot }: Day): Promise<void> {
  const grid = page.getByRole('grid', { name: t('sampleRequests.title') })
  await press(page, 'Control+a', 'Shift+A')
  // Two amber and one asked, and the one on the block list.
  await said(
    page,
    `${t('sampleRequests.done.approved', { count: 5 })} ${t('sampleRequests.done.left.notGreen', { count: 4 })}`,
  )
  expect(await shelf(page, MASK)).toEqual({ onHand: 4, reserved: 2, free: 2 })
  expect(await shelf(page, SERUM)).toEqual({ onHand: 12, reserved: 3, free: 9 })
  await press(page, 'Control+z')
  await said(page, t('shell.undo.undone', { step: t('steps.sampleRequests.approveMany', { subject: 5 }) }))
  expect(await shelf(page, MASK)).toEqual({ onHand: 4, reserved: 0, free: 4 })
  await press(page, 'Control+Shift+Z')
  await said(page, t('shell.undo.redone', { step: t('steps.sampleRequests.approveMany', { subject: 5 }) }))
  await cursorTo(page, grid, 'tiny.tom')
  await press(page, 'd', '1')
  await expect(grid.getByRole('row').filter({ hasText: 'tiny.tom' })).toHaveCount(0)
  await shot('1-answered')
  expect(await states(page)).toMatchObject({
    [`mia.glow ${MASK.id}`]: 'approved',
    [`lia.daily ${MASK.id}`]: 'approved',
    [`zoe_beauty ${MASK.id}`]: 'requested',
    [`ana.skin ${SERUM.id}`]: 'approved',
    [`kim.looks ${SERUM.id}`]: 'approved',
    [`eva.home ${SERUM.id}`]: 'approved',
    [`rosa.backup ${SERUM.id}`]: 'requested',
    [`noa.fit ${SERUM.id}`]: 'requested',
    [`ivy.style ${SERUM.id}`]: 'declined',
    [`tiny.tom ${SERUM.id}`]: 'declined',
  })
}

/** What to take from the shelf, its labels as a PDF, a parcel scanned with the carrier's number. */
async function packing({ app, page, folder, t, shot }: Day): Promise<void> {
  await press(page, 'g', 'p')
  const masks = page.getByRole('region', { name: MASK.name })
  await expect(masks).toContainText('@mia.glow')
  await expect(masks).toContainText('102 Palm Avenue')
  await expect(masks).toContainText(t('sampleFiles.pick.stock.watch'))
  await expect(page.getByRole('region', { name: SERUM.name }).getByRole('listitem')).toHaveCount(3)
  await press(page, 'x', 'ArrowDown', 'x', 'p')
  await said(page, t('sampleFiles.pick.done.packed', { count: 2 }))
  await shot('2-pick')
  const labels = join(folder, 'labels.pdf')
  await answerDialogs(app, { save: labels })
  await tabTo(page, 'button', t('sampleFiles.pick.paper'))
  await press(page, 'Enter')
  await goUntil(page, 'ArrowDown', '[role=menuitem]', t('sampleFiles.print.labelsA4'))
  await press(page, 'Enter')
  await said(page, t('sampleFiles.print.done', { count: 5, file: labels }))
  expect(readFileSync(labels).subarray(0, 5).toString()).toBe('%PDF-')

  const code = await page.evaluate(async () => {
    const { groups } = await window.workspaceApi.sampleFiles.pick({})
    return groups.flatMap(({ samples }) => samples).find(({ handle }) => handle === 'mia.glow')?.code ?? ''
  })
  const result = page.getByRole('main').getByRole('status')
  const about = { handle: '@mia.glow', product: MASK.name }
  await press(page, '/')
  await page.keyboard.type(code)
  await press(page, 'Enter')
  await expect(result).toHaveText(t('sampleFiles.scan.results.shipped', about))
  await page.keyboard.type('9400111899223100000011')
  await press(page, 'Enter')
  await expect(result).toHaveText(t('sampleFiles.scan.results.attached', { ...about, line: '9400111899223100000011' }))
  await shot('2-scanned')
  await press(page, 'Escape')
}

/** As the warehouse sends them: another order, a handle that nobody knows, a phone number where the number should be. */
const NUMBERS = [
  'kim.looks\t9400111899223100000028',
  'nobody.here\t9400111899223100000035',
  'lia.daily\t1Z999AA10123456784',
  'eva.home\t(949) 555-0170',
  'ana.skin\t9400111899223100000042',
].join('\n')

async function tracking({ app, page, t, shot }: Day): Promise<void> {
  await press(page, 't')
  await paste(app, page, NUMBERS)
  const drawer = page.getByRole('region', { name: t('sampleFiles.tracking.title') })
  const line = (text: string) => drawer.getByRole('row').filter({ hasText: text })
  await expect(drawer).toContainText(t('sampleFiles.tracking.counts', { rows: 5, certain: 3, asked: 1, other: 1 }))
  await expect(line('nobody.here')).toContainText(t('sampleFiles.tracking.match.unknown'))
  await expect(line('eva.home')).toContainText(
    t('sampleFiles.tracking.match.wrongColumn', { looks: t('sampleFiles.tracking.roles.phone') }),
  )
  await expect(line('lia.daily')).toContainText('1Z999AA10123456784')
  await shot('2-tracking')
  await press(page, 'Control+Enter')
  await said(page, t('sampleFiles.tracking.done', { parcels: 3, shipped: 3 }))
  await press(page, 'Escape')
  await expect(drawer).toBeHidden()
  const shipped = { [`kim.looks ${SERUM.id}`]: 'shipped', [`lia.daily ${MASK.id}`]: 'shipped' }
  expect(await states(page)).toMatchObject({ ...shipped, [`eva.home ${SERUM.id}`]: 'approved' })
  await press(page, 'Control+z')
  await expect
    .poll(() => states(page))
    .toMatchObject({ [`kim.looks ${SERUM.id}`]: 'approved', [`lia.daily ${MASK.id}`]: 'packed' })
  await press(page, 'Control+Shift+Z')
  await expect.poll(() => states(page)).toMatchObject(shipped)
  // Two masks and two serums left; the serum for Eva is still promised.
  expect(await shelf(page, MASK)).toEqual({ onHand: 2, reserved: 0, free: 2 })
  expect(await shelf(page, SERUM)).toEqual({ onHand: 10, reserved: 1, free: 9 })
  const parcels = await page.evaluate(async () => {
    const { rows } = await window.workspaceApi.samples.list({ limit: 100 })
    return Object.fromEntries(rows.flatMap((one) => one.parcels.map(({ tracking: number }) => [one.handle, number])))
  })
  expect(parcels).toEqual({
    'mia.glow': '9400111899223100000011',
    'kim.looks': '9400111899223100000028',
    'lia.daily': '1Z999AA10123456784',
    'ana.skin': '9400111899223100000042',
  })
  await shot('2-shipped')
}

async function workThrough(app: ElectronApplication, page: Page, folder: string, look: Look): Promise<void> {
  test.setTimeout(240_000)
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800))
  await createWorkspace(app, page, join(folder, 'agency.starboard'))
  await fillDay(page)
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
}

test('an ops person works through a day without the mouse in English', async ({ app, page, folder }) => {
  await workThrough(app, page, folder, { language: 'en', scheme: 'light' })
})

test('an ops person works through a day without the mouse in Chinese, in the dark', async ({ app, page, folder }) => {
  await workThrough(app, page, folder, { language: 'zh-CN', scheme: 'dark' })
})
