/** The inbox of sample requests and the ghosting radar, by keyboard alone and in every look. */

import { join } from 'node:path'

import type { Page } from '@playwright/test'

import { expect, test } from './fixtures/app'
import { expectAccessible, expectNothingClipped, LOOKS, settled, wear, zoom } from './fixtures/look'
import { createWorkspace } from './fixtures/steps'

test.use({ language: 'en' })

const PICTURES = process.env['STARBOARD_PICTURES']

async function picture(page: Page, name: string): Promise<void> {
  if (PICTURES) await page.screenshot({ path: join(PICTURES, `${name}.png`) })
}

/** Five requests (three green, one blocked, two that another name got already) and three samples without a post. */
async function fill(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const api = window.workspaceApi
    const day = 86_400_000
    const { id: us } = await api.shops.add({ name: 'Lumora US', market: 'US', client: 'Lumora' })
    const { id: uk } = await api.shops.add({ name: 'Lumora UK', market: 'GB', client: 'Lumora' })
    const add = async (handle: string, fields: Record<string, string> = {}) =>
      String((await api.records.put({ entity: 'creators', fields: { handle, market: 'US', ...fields } }))['id'])
    const [base] = (await api.sampleRequests.rules({})).rules
    if (base) await api.sampleRequests.putRules({ key: 'default', rules: { ...base.rules, followers: null } })
    await api.records.put({ entity: 'products', fields: { shopId: us, productId: '1729', name: 'Rose serum 30 ml' } })
    await api.records.put({ entity: 'products', fields: { shopId: us, productId: '1730', name: 'Cloud lip mask' } })
    const request = async (creatorId: string, ago: number, more: Record<string, string> = {}) =>
      (
        await api.samples.put({
          fields: { shopId: us, creatorId, productId: '1729', requestedAt: Date.now() - ago * day, ...more },
        })
      ).id
    const mia = await add('mia.glow', { displayName: 'Mia', phone: '213 555 0100', language: 'es' })
    await request(mia, 4, { address: '123 Main Street, Apt 4, Los Angeles 90012', phone: '+1 213 555 0100' })
    await request(await add('lia.daily'), 2)
    await request(await add('ana.skin'), 1, { productId: '1730', variation: 'Peach' })
    const tom = await add('tiny.tom')
    await request(tom, 5)
    await api.vetting.setList({ creators: [tom], level: 'agency', verdict: 'block', reason: 'brokeAgreement' })
    await request(await add('glow.backup'), 3, { address: 'Apt 4, 123 Main St., Los Angeles' })
    const old = await request(await add('mia.second'), 40, { phone: '(213) 555-0100' })
    await api.samples.step({ ids: [old], to: 'shipped', at: Date.now() - 30 * day, through: true })
    for (const [handle, ago, language] of [
      ['eva.home', 6, 'es'],
      ['ivy.style', 13, 'en'],
      ['noa.fit', 20, 'vi'],
    ] as const) {
      const id = await request(await add(handle, { language }), ago + 6)
      await api.samples.step({ ids: [id], to: 'delivered', at: Date.now() - ago * day, through: true })
    }
    const ghost = await add('gone.girl')
    for (const productId of ['1729', '1730']) {
      const id = await request(ghost, 60, { productId, shopId: productId === '1729' ? us : uk })
      await api.samples.step({ ids: [id], to: 'noPost', at: Date.now() - 10 * day, through: true })
    }
  })
}

const states = (page: Page) =>
  page.evaluate(async () => {
    const { rows } = await window.workspaceApi.samples.list({ limit: 100 })
    return Object.fromEntries(rows.map(({ handle, productId, state }) => [`${handle} ${productId}`, state]))
  })

async function openTab(page: Page, name: string): Promise<void> {
  await page.keyboard.press('g')
  await page.keyboard.press('s')
  await page.getByRole('radiogroup').first().getByText(name, { exact: true }).click()
}

test('requests are answered without the mouse, and taken back as one step', async ({ app, page, folder }) => {
  test.setTimeout(180_000)
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800))
  await createWorkspace(app, page, join(folder, 'agency.starboard'))
  await fill(page)
  await openTab(page, 'Requests')
  const grid = page.getByRole('grid', { name: 'Sample requests' })
  await expect(grid.getByText('tiny.tom')).toBeVisible()
  await grid.focus()
  await page.keyboard.press('Space')
  const peek = page.getByRole('complementary')
  await expect(peek.getByText('Block list: is on a block list')).toBeVisible()
  await picture(page, 'requests-peek-red')
  await page.keyboard.press('ArrowDown')
  await expect(peek.getByText('Got it already: 1 × same phone')).toBeVisible()
  await settled(page)
  await expectAccessible(page)
  await picture(page, 'requests-peek-amber')
  await page.keyboard.press('Escape')
  // Ctrl+A, then Shift+A: the green ones alone.
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Shift+A')
  await expect(page.getByText(/2 requests approved\. 3 left out/u)).toBeVisible()
  expect(await states(page)).toMatchObject({
    'lia.daily 1729': 'approved',
    'ana.skin 1730': 'approved',
    'tiny.tom 1729': 'requested',
  })
  await page.keyboard.press('Control+z')
  await expect(grid.getByText('lia.daily')).toBeVisible()
  await page.keyboard.press('Control+Shift+z')
  await expect(grid.getByText('lia.daily')).toBeHidden()
  // The red one: declined with the suggested reason.
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('d')
  await expect(page.getByRole('form', { name: 'Decline 1 request: why?' })).toBeVisible()
  await picture(page, 'requests-decline')
  await page.keyboard.press('1')
  await expect(grid.getByText('tiny.tom')).toBeHidden()
  // The next has it already under another name: asked back in a drawer, in her language.
  await page.keyboard.press('?')
  const drawer = page.getByRole('region', { name: 'Ask mia.glow' })
  await expect(drawer.getByLabel('Text')).toHaveValue(/Rose serum/u)
  await picture(page, 'requests-ask')
  await page.keyboard.press('Control+Enter')
  await expect(drawer).toBeHidden()
  await expect(grid.getByText('waits for an answer')).toBeVisible()
  // And approved all the same, with a reason.
  await grid.focus()
  await page.keyboard.press('a')
  await page.keyboard.type('the client knows both')
  await page.keyboard.press('Enter')
  await expect(grid.getByText('mia.glow')).toBeHidden()
  expect(await states(page)).toMatchObject({ 'mia.glow 1729': 'approved', 'tiny.tom 1729': 'declined' })
})

test('reminders, excuses and a block after the second sample, without the mouse', async ({ app, page, folder }) => {
  test.setTimeout(180_000)
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800))
  await createWorkspace(app, page, join(folder, 'agency.starboard'))
  await fill(page)
  await openTab(page, 'Ghosting')
  const grid = page.getByRole('grid', { name: 'Samples without a post' })
  await expect(grid.getByText('gone.girl').first()).toBeVisible()
  await grid.focus()
  await picture(page, 'ghosting')
  // Both ended samples of one creator are on top: blocked at all shops.
  await page.keyboard.press('b')
  await page.keyboard.press('Enter')
  await expect(grid.getByText('blocked').first()).toBeVisible()
  await grid.focus()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('n')
  const drawer = page.getByRole('region', { name: /^Remind / })
  await expect(drawer.getByLabel('Text')).not.toBeEmpty()
  await expectAccessible(page)
  await picture(page, 'ghosting-nudge')
  await page.keyboard.press('Control+Enter')
  await expect(drawer).toBeHidden()
  await grid.focus()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('x')
  await page.keyboard.type('she was ill')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('region', { name: /^What / })).toBeHidden()
  await grid.focus()
  await page.keyboard.press('Space')
  await expect(page.getByRole('complementary').getByText('she was ill')).toBeVisible()
  await picture(page, 'ghosting-peek')
})

test('both can be read in both languages, light and dark, and at one and a half times the size', async ({
  app,
  page,
  folder,
}) => {
  test.setTimeout(240_000)
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800))
  await createWorkspace(app, page, join(folder, 'agency.starboard'))
  await fill(page)
  for (const look of LOOKS) {
    await wear(page, look)
    const zh = look.language === 'zh-CN'
    for (const [tab, key] of [
      [zh ? '样品申请' : 'Requests', 'requests'],
      [zh ? '失联雷达' : 'Ghosting', 'ghosting'],
    ] as const) {
      await openTab(page, tab)
      await page.getByRole('grid').focus()
      await page.keyboard.press('Space')
      await settled(page)
      await expectAccessible(page)
      await picture(page, `${key}-${look.language}-${look.scheme}`)
      await zoom(app, 1.5)
      await settled(page)
      await expectNothingClipped(page)
      await picture(page, `${key}-${look.language}-${look.scheme}-150`)
      await zoom(app, 1)
    }
    await openTab(page, zh ? '样品申请' : 'Requests')
    await page.getByRole('button', { name: zh ? '规则' : 'Rules' }).click()
    await expect(page.getByRole('status').filter({ hasText: '5' }).first()).toBeVisible()
    await settled(page)
    await expectAccessible(page)
    await picture(page, `rules-${look.language}-${look.scheme}`)
  }
})
