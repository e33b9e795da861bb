/** Samples by keyboard alone: requests are answered, parcels go out, what is due stands out, a contradiction stands still. */

import { readFileSync } from 'node:fs'
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

/** Two shops and samples in every state, as some weeks of work leave them. */
async function fill(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const api = window.workspaceApi
    const day = 86_400_000
    const us = await api.shops.add({ name: 'Lumora US', market: 'US', timezone: 'America/Los_Angeles' })
    const uk = await api.shops.add({ name: 'Lotus UK', market: 'GB' })
    await api.records.put({
      entity: 'products',
      fields: { shopId: us.id, productId: '1729380001', name: 'Vitamin C serum 30 ml' },
    })
    await api.records.put({
      entity: 'products',
      fields: { shopId: uk.id, productId: '1729380002', name: '玻尿酸面膜 5 片装' },
    })
    const handles = ['mia.glow', 'lia.daily', 'zoe_beauty', 'ana.skin', 'kim.looks', 'eva.home', 'ivy.style', 'noa.fit']
    const { ids } = await api.creators.add({ creators: handles.map((handle) => ({ handle })) })
    const add = async (who: number, shop: { id: string }, productId: string, more: object = {}) => {
      const fields = { shopId: shop.id, creatorId: ids[who] ?? '', productId, ...more }
      return (await api.samples.put({ fields })).id
    }
    const go = (id: string, to: 'approved' | 'shipped' | 'delivered' | 'posted' | 'lost', ago: number) =>
      api.samples.step({ ids: [id], to, through: true, at: Date.now() - ago * day })
    await add(0, us, '1729380001', { requestedAt: Date.now() - 2 * day, variation: '30 ml', quantity: 2 })
    await add(1, us, '1729380001', { requestedAt: Date.now() - 5 * 3_600_000, address: '12 Palm Ave, Irvine CA' })
    await go(await add(2, uk, '1729380002', { requestedAt: Date.now() - 3 * day, owner: 'Wang Fang' }), 'approved', 1)
    const shipped = await add(3, us, '1729380001', { requestedAt: Date.now() - 9 * day })
    await go(shipped, 'shipped', 4)
    await api.records.put({
      entity: 'parcels',
      fields: { sampleId: shipped, tracking: '9400111899223', carrier: 'USPS', lastScan: 'Arrived at Los Angeles' },
    })
    for (const [who, ago] of [
      [4, 2],
      [5, 12],
      [6, 19],
    ] as const) {
      await go(await add(who, us, '1729380001', { requestedAt: Date.now() - 30 * day }), 'delivered', ago)
    }
    await go(await add(7, us, '1729380001', { requestedAt: Date.now() - 40 * day }), 'posted', 3)
    await go(await add(7, uk, '1729380002', { requestedAt: Date.now() - 40 * day }), 'lost', 20)
  })
}

test('an ops person answers, ships and follows samples without the mouse', async ({ app, page, folder }) => {
  test.setTimeout(240_000)
  await createWorkspace(app, page, join(folder, 'agency.starboard'))

  await test.step('an empty board says how to begin', async () => {
    await page.keyboard.press('g')
    await page.keyboard.press('s')
    await expect(page.getByText('No samples yet.')).toBeVisible()
    await picture(page, 'samples-empty')
    await expectAccessible(page)
  })
  await fill(page)

  const board = page.getByRole('grid', { name: 'Samples' })
  const current = page.locator('[data-current]')
  await test.step('the board by deadline has what waits longest first; ] takes a step, Ctrl+Z takes it back', async () => {
    await expect(page.getByRole('columnheader', { name: 'To be answered, 2 samples' })).toBeVisible()
    await expect(page.getByRole('columnheader', { name: 'Overdue, 1 sample', exact: true })).toBeVisible()
    await expect(page.getByRole('columnheader', { name: 'Due in 3 days, 1 sample', exact: true })).toBeVisible()
    await expect(board).toBeFocused()
    await expect(current).toContainText('mia.glow')
    await settled(page)
    await picture(page, 'samples-board')
    await expectAccessible(page)
    await page.keyboard.press(']')
    await expect(page.getByRole('columnheader', { name: 'To ship, 2 samples' })).toBeVisible()
    await page.keyboard.press('Control+z')
    await expect(page.getByRole('columnheader', { name: 'To ship, 1 sample', exact: true })).toBeVisible()
  })

  await test.step('X ticks two, M moves both; who cannot stays and is told', async () => {
    await page.keyboard.press('x')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('x')
    await expect(page.getByText('2 ticked')).toBeVisible()
    await page.keyboard.press('m')
    await page.getByRole('menuitem', { name: 'Approved' }).press('Enter')
    await expect(page.getByRole('columnheader', { name: 'To ship, 3 samples' })).toBeVisible()
    await picture(page, 'samples-approved')
  })

  await test.step('Space looks at a sample: deadlines, next steps, parcels, who did what', async () => {
    await page.keyboard.press('/')
    await page.keyboard.type('eva')
    await expect(page.getByRole('columnheader', { name: 'Due in 3 days, 1 sample', exact: true })).toBeVisible()
    await expect(page.getByRole('columnheader', { name: 'To ship, 0 samples' })).toBeVisible()
    await board.focus()
    await expect(current).toContainText('eva.home')
    await expect(current).toContainText('D+12 / 14')
    await page.keyboard.press('Space')
    const drawer = page.getByRole('region', { name: 'Sample of eva.home' })
    await expect(drawer).toContainText('2 days left')
    await expect(drawer.getByRole('button', { name: 'Content due' })).toBeVisible()
    await settled(page)
    await picture(page, 'sample-drawer')
    await expectAccessible(page)
    await drawer.getByRole('button', { name: 'Edit' }).press('Enter')
    await expect(page.getByRole('region', { name: 'Edit sample' })).toBeVisible()
    await picture(page, 'sample-form')
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await expect(drawer).toBeHidden()
    await page.getByRole('searchbox').or(page.getByLabel('Creator, product, order, tracking number')).first().fill('')
  })

  await test.step('what answers a denied receipt is saved from the sample itself', async () => {
    const pack = join(folder, 'eva.pdf')
    await answerDialogs(app, { save: pack })
    await board.focus()
    await page.keyboard.press('/')
    await page.keyboard.type('eva')
    await expect(page.getByRole('columnheader', { name: 'To ship, 0 samples' })).toBeVisible()
    await board.focus()
    await page.keyboard.press('Space')
    const drawer = page.getByRole('region', { name: 'Sample of eva.home' })
    await drawer.getByRole('button', { name: 'Evidence pack…' }).press('Enter')
    await drawer.getByRole('textbox', { name: 'Note' }).fill('Signed for at the door.')
    await expectAccessible(page)
    await drawer.getByRole('button', { name: 'Save the PDF…' }).press('Enter')
    await expect(page.locator('footer output')).toContainText('Evidence pack saved as')
    expect(readFileSync(pack).subarray(0, 5).toString()).toBe('%PDF-')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await expect(drawer).toBeHidden()
    await page.getByRole('searchbox').or(page.getByLabel('Creator, product, order, tracking number')).first().fill('')
  })

  await test.step('tracking numbers are one press away, and back', async () => {
    await page.getByRole('button', { name: 'Tracking numbers…' }).press('Enter')
    await expect(page.getByRole('region', { name: 'Tracking numbers' })).toBeVisible()
    await page.keyboard.press('Escape')
    await page.keyboard.press('g')
    await page.keyboard.press('s')
    await expect(board).toBeVisible()
  })

  await test.step('Shift N writes one down', async () => {
    await board.focus()
    await page.keyboard.press('Shift+N')
    const form = page.getByRole('region', { name: 'New sample' })
    await form.getByRole('button', { name: 'Add', exact: true }).press('Enter')
    await expect(form).toContainText('Whom is it for?')
    await picture(page, 'sample-new')
    await page.keyboard.press('Escape')
    await expect(form).toBeHidden()
  })

  await test.step('board, table and calendar in every look and at one and a half times the size', async () => {
    for (const look of LOOKS) {
      await wear(page, look)
      await page.keyboard.press('g')
      await page.keyboard.press('s')
      const tabs = look.language === 'en' ? ['Board', 'Table', 'Calendar'] : ['看板', '表格', '日历']
      for (const [index, tab] of tabs.entries()) {
        await page.getByText(tab, { exact: true }).first().click()
        await settled(page)
        await picture(page, `samples-${index}-${look.language}-${look.scheme}`)
        await expectAccessible(page)
        await zoom(app, 1.5)
        await settled(page)
        await expectNothingClipped(page)
        await picture(page, `samples-${index}-${look.language}-${look.scheme}-150`)
        await zoom(app, 1)
      }
    }
  })
})
