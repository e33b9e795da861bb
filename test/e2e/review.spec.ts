/** Content review by keyboard alone: a real file plays in the real window, a note at the second, verdicts, feedback, publishing. */

import { readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'

import { answerDialogs, expect, test } from './fixtures/app'
import { expectAccessible, expectNothingClipped, LOOKS, settled, wear, zoom } from './fixtures/look'
import { fill, film } from './fixtures/review'
import { createWorkspace } from './fixtures/steps'

test.use({ language: 'en' })

const PICTURES = process.env['STARBOARD_PICTURES']
const SECONDS = 4

async function picture(page: Page, name: string): Promise<void> {
  if (PICTURES) await page.screenshot({ path: join(PICTURES, `${name}.png`) })
}

test('a reviewer goes through the queue without the mouse', async ({ app, page, folder }) => {
  test.setTimeout(240_000)
  await createWorkspace(app, page, join(folder, 'agency.starboard'))
  const cut = join(folder, 'cut.webm')
  writeFileSync(cut, await film(page, { colour: 'teal', seconds: SECONDS }))
  // A camera's stream that no browser decodes, a video all the same.
  const stream = Buffer.alloc(188 * 40)
  for (let at = 0; at < stream.length; at += 188) stream[at] = 0x47
  const broken = join(folder, 'MVI_0042.mts')
  writeFileSync(broken, stream)

  await test.step('an empty queue says what to do', async () => {
    await page.keyboard.press('g')
    await page.keyboard.press('r')
    await expect(page.getByText('Nothing waits for a verdict.')).toBeVisible()
    await settled(page)
    await picture(page, 'review-empty')
    await expectAccessible(page)
  })
  await fill(page, cut, broken)

  const queue = page.getByRole('navigation', { name: 'Waiting content' })
  await test.step('the least time left to the best slot stands first; the overdue one is red', async () => {
    await expect(queue.getByRole('button')).toHaveCount(3)
    await expect(queue.getByRole('button').first()).toContainText('Old camera')
    await expect(queue.getByRole('button').first()).toContainText('over')
    await expect(page.getByText('1 overdue')).toBeVisible()
  })

  await test.step('a coding that cannot be played is said so; a copy can be saved', async () => {
    await expect(page.getByText('This video cannot be played here.')).toBeVisible()
    await picture(page, 'review-unplayable')
    await expectAccessible(page)
  })

  const video = page.locator('video')
  const position = () => video.evaluate((element: HTMLVideoElement) => element.currentTime)
  await test.step('J goes on; Space plays the file from the store, and seeking works', async () => {
    await page.keyboard.press('j')
    await expect(page.getByRole('heading', { name: 'Serum, first cut' })).toBeVisible()
    await expect.poll(() => video.evaluate((element: HTMLVideoElement) => element.readyState)).toBeGreaterThanOrEqual(3)
    expect(await video.getAttribute('src')).toMatch(/^media:\/\/starboard\/[0-9a-f]{64}$/)
    await page.keyboard.press('Space')
    await expect.poll(position).toBeGreaterThan(0.5)
    await page.keyboard.press('Space')
    await expect.poll(() => video.evaluate((element: HTMLVideoElement) => element.paused)).toBe(true)
    const before = await position()
    await page.keyboard.press('.')
    await expect.poll(position).toBeCloseTo(before + 1 / 30, 2)
    await page.keyboard.press('ArrowLeft')
    await expect.poll(position).toBe(0)
    await video.evaluate((element: HTMLVideoElement) => void (element.currentTime = 2.5))
    await expect.poll(position).toBeCloseTo(2.5, 1)
    // It was recorded in colour: what is drawn at the second is the film's own picture.
    expect(await video.evaluate((element: HTMLVideoElement) => [element.videoWidth, element.videoHeight])).toEqual([
      160, 284,
    ])
  })

  await test.step('M adds a note at the second; the pin leads back to it', async () => {
    await page.keyboard.press('m')
    await page.getByRole('textbox', { name: 'Note at 0:02' }).fill('Say the price first')
    await page.keyboard.press('Control+Enter')
    const pin = page.getByRole('button', { name: '0:02 Say the price first', exact: true }).first()
    await expect(pin).toBeVisible()
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('m')
    await page.getByRole('textbox', { name: 'Note at 0:00' }).fill('She always sends late')
    await page.locator('label', { hasText: /^internal$/ }).click()
    await page.getByRole('button', { name: 'Add note' }).click()
    await expect(page.getByText('She always sends late')).toBeVisible()
    await pin.click()
    await expect.poll(position).toBeCloseTo(2.5, 1)
  })

  await test.step('grade and reasons make the feedback in her language; internal notes stay here', async () => {
    await page.keyboard.press('b')
    await page.getByText('Price wrong', { exact: true }).click()
    const draft = page.getByRole('textbox', { name: 'Text for the creator' })
    await expect(draft).toHaveValue(/Say the price first/)
    await expect(draft).toHaveValue(/brief/)
    await expect(draft).not.toHaveValue(/She always sends late/)
    await picture(page, 'review-video')
    await expectAccessible(page)
    await expectNothingClipped(page)
    await draft.blur()
    await page.keyboard.press('f')
    await expect(page.getByText('Copied; logged as a contact with mia.glow')).toBeVisible()
    const touches = await page.evaluate(async () => (await window.workspaceApi.outreach.touches({})).rows)
    expect(touches.map(({ handle, text }) => [handle, text?.includes('Say the price first')])).toEqual([
      ['mia.glow', true],
    ])
  })

  await test.step('2 approves with corrections; Ctrl+Z takes it back; 1 approves', async () => {
    await page.keyboard.press('2')
    await expect(page.getByText('Serum, first cut: Approved with corrections')).toBeVisible()
    await expect(queue.getByRole('button')).toHaveCount(2)
    await page.keyboard.press('Control+z')
    await expect(queue.getByRole('button')).toHaveCount(3)
    await expect(page.getByRole('heading', { name: 'Serum, first cut' })).toBeVisible()
    await page.keyboard.press('1')
    await expect(page.getByText('Serum, first cut: Approved', { exact: true })).toBeVisible()
  })

  await test.step('a script shows risky words, what its sheet asks for, and what changed since the version before', async () => {
    await expect(page.getByRole('heading', { name: 'Serum script' })).toBeVisible()
    await page.getByText('Version 1', { exact: true }).click()
    const words = page.getByRole('region', { name: 'Script', exact: true })
    await expect(words.getByRole('button', { name: /cheapest/ })).toBeVisible()
    await page.keyboard.press('w')
    const findings = page.getByRole('listbox', { name: 'Findings' })
    await expect(findings).toBeFocused()
    await findings.getByRole('option', { name: /cheapest/ }).click()
    const finding = page.getByRole('region', { name: 'Finding', exact: true })
    await expect(finding).toContainText('Safer wording')
    await expect(finding).toContainText('Source')
    await page.keyboard.press('ArrowDown')
    await expect(findings.getByRole('option', { selected: true })).not.toContainText('cheapest')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await page.getByRole('textbox', { name: /^Note on “.*cheapest/ }).press('Control+Enter')
    await expect(page.getByRole('region', { name: 'Notes' })).toContainText('Better:')
    await expect(words.locator('[data-noted]')).toContainText('cheapest')
    await picture(page, 'review-script')
    await expectAccessible(page)
    await page.getByText('Version 2', { exact: true }).click()
    await words.evaluate((element) => {
      const said = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
      for (let node = said.nextNode(); node; node = said.nextNode()) {
        const at = node.textContent?.indexOf('every morning') ?? -1
        if (at >= 0) document.getSelection()?.setBaseAndExtent(node, at, node, at + 'every morning'.length)
      }
    })
    await page.keyboard.press('m')
    await page.getByRole('textbox', { name: 'Note on “every morning”' }).fill('Show it in the bathroom')
    await page.keyboard.press('Control+Enter')
    await expect(words.locator('mark')).toHaveText('every morning')
    await page.keyboard.press('v')
    await expect(page.locator('del').first()).toContainText('cheapest')
    await expect(page.locator('ins').first()).toBeVisible()
    await picture(page, 'review-compare')
    await page.keyboard.press('v')
    await page.keyboard.press('d')
    await expect(page.getByRole('checkbox', { name: /promotional/ })).toBeChecked()
  })

  await test.step('what is approved waits for its link; with it, the video is recorded', async () => {
    await page.getByText('To publish 1', { exact: true }).click()
    await expect(page.getByRole('heading', { name: 'Serum, first cut' })).toBeVisible()
    // Its field comes with the verdict; P leads there from then on.
    const link = page.getByRole('textbox', { name: 'Link of the video' })
    await expect(link).toBeVisible()
    await page.keyboard.press('p')
    await expect(link).toBeFocused()
    await page.keyboard.type('https://www.tiktok.com/@mia.glow/video/7412345678901234567')
    await page.keyboard.press('Enter')
    await expect(page.getByText('Recorded as video 7412345678901234567')).toBeVisible()
    await page.getByText('Done 1', { exact: true }).click()
    await expect(page.getByRole('link', { name: 'Open the video' })).toBeVisible()
  })

  await test.step('N hands in; a file that is no video, or larger than 2 GB, is refused with what it is', async () => {
    await page.keyboard.press('n')
    const drawer = page.getByRole('region', { name: 'Hand in a script or video' })
    await drawer.getByLabel('Title').fill('A picture')
    const fake = join(folder, 'photo.mp4')
    writeFileSync(fake, Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]))
    await answerDialogs(app, { open: [fake] })
    await drawer.getByRole('button', { name: 'Choose a video…' }).click()
    await drawer.getByLabel('Shop').click()
    await page.getByRole('option', { name: /Lumora US/ }).click()
    await drawer.getByRole('button', { name: 'Hand in' }).click()
    await expect(drawer).toContainText(
      'photo.mp4 cannot be attached or opened: it is not a video; by its content it is a picture.',
    )
    await picture(page, 'review-hand-in')
    await expectAccessible(page)
    const large = join(folder, 'uncut.mp4')
    writeFileSync(large, readFileSync(cut))
    // Without bytes on the disk.
    truncateSync(large, 2 * 1024 ** 3 + 1)
    await answerDialogs(app, { open: [large] })
    await drawer.getByRole('button', { name: 'Choose a video…' }).click()
    await drawer.getByRole('button', { name: 'Hand in' }).click()
    await expect(drawer).toContainText('it is larger than 2 GB, which is the most that can be kept')
    await answerDialogs(app, { open: [cut] })
    await drawer.getByRole('button', { name: 'Choose a video…' }).click()
    await drawer.getByRole('button', { name: 'Hand in' }).click()
    await expect(drawer).toBeHidden()
    await expect(page.getByRole('heading', { name: 'A picture' })).toBeVisible()
  })
})

test('content review looks right in both languages, light and dark, and at 150 %', async ({ app, page, folder }) => {
  test.setTimeout(240_000)
  await createWorkspace(app, page, join(folder, 'agency.starboard'))
  const cut = join(folder, 'cut.webm')
  writeFileSync(cut, await film(page, { colour: 'teal', seconds: 1 }))
  await fill(page, cut, cut)
  for (const look of LOOKS) {
    await wear(page, look)
    await page.keyboard.press('g')
    await page.keyboard.press('r')
    await page.getByRole('heading', { name: 'Old camera' }).waitFor()
    await page.keyboard.press('j')
    await page.getByRole('heading', { name: 'Serum, first cut' }).waitFor()
    await page.locator('video').waitFor()
    await settled(page)
    await picture(page, `review-${look.language}-${look.scheme}`)
    await expectAccessible(page)
    await expectNothingClipped(page)
    await page.keyboard.press('j')
    await page.getByRole('heading', { name: 'Serum script' }).waitFor()
    await settled(page)
    await picture(page, `review-script-${look.language}-${look.scheme}`)
    await expectAccessible(page)
    await page.keyboard.press('k')
    await zoom(app, 1.5)
    await settled(page)
    await picture(page, `review-150-${look.language}-${look.scheme}`)
    await expectNothingClipped(page)
    await zoom(app, 1)
    for (const name of [/Review hours|审核时间/, /^(Grades|评级标准)$/]) {
      await page.getByRole('button', { name }).click()
      await page.getByRole('button', { name: /^(Save|保存)$/ }).waitFor()
      await expectNothingClipped(page)
      await picture(
        page,
        `review-${String(name).includes('hours') ? 'hours' : 'grades'}-${look.language}-${look.scheme}`,
      )
      await expectAccessible(page)
      await page.keyboard.press('Escape')
    }
  }
})
