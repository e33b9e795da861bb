/** Campaigns by keyboard alone: a plan, its creators, a cut that is looked at before it is written, a brief in two versions, the budget. */

import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'

import { answerDialogs, expect, test } from './fixtures/app'
import { expectAccessible, expectNothingClipped, LOOKS, settled, show, wear, zoom } from './fixtures/look'
import { createWorkspace } from './fixtures/steps'

test.use({ language: 'en' })

const PICTURES = process.env['STARBOARD_PICTURES']
const DAY_MS = 86_400_000

async function picture(page: Page, name: string): Promise<void> {
  await settled(page)
  if (PICTURES) await page.screenshot({ path: join(PICTURES, `${name}.png`) })
}

function dayIn(days: number): string {
  return new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10)
}

/** A shop with products, a claim sheet and costs, as others entered them. */
async function fill(page: Page): Promise<string> {
  return page.evaluate(
    async ([past, today]) => {
      const api = window.workspaceApi
      const shop = await api.shops.add({ name: 'Lumora US', market: 'US', timezone: 'UTC' })
      const product = { shopId: shop.id, productId: '1729384756102938475', name: 'Hydrating mist', category: 'Beauty' }
      await api.records.put({ entity: 'products', fields: product })
      await api.records.put({
        entity: 'productClaims',
        fields: {
          shopId: shop.id,
          productId: product.productId,
          market: 'US',
          kind: 'allowed',
          text: 'Dermatologically tested',
        },
      })
      const cost = { shopId: shop.id, currency: 'USD', campaign: 'Spring glow' }
      await api.costs.put({ fields: { ...cost, kind: 'fee', amount: 320_000, day: past ?? '' } })
      await api.costs.put({ fields: { ...cost, kind: 'ads', amount: 95_000, day: today ?? '' } })
      return shop.id
    },
    [dayIn(-10), dayIn(0)],
  )
}

test('a campaign is planned, filled, changed and briefed without the mouse', async ({ app, page, folder }) => {
  test.setTimeout(240_000)
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800))
  await createWorkspace(app, page, join(folder, 'agency.starboard'))
  await fill(page)
  const drawer = page.getByRole('region', { name: 'Spring glow', exact: true })

  await test.step('N plans a new one', async () => {
    await show(page, 'campaigns')
    await expect(page.getByText('No campaign yet.')).toBeVisible()
    await picture(page, 'campaigns-empty')
    await page.keyboard.press('n')
    const form = page.getByRole('region', { name: 'New campaign' })
    await expect(form.getByLabel('Name')).toBeFocused()
    await page.keyboard.type('Spring glow')
    await form.getByLabel('From').fill(dayIn(-30))
    await form.getByLabel('To', { exact: true }).fill(dayIn(40))
    await form.getByLabel('Rate, %', { exact: true }).fill('22')
    await form.getByLabel('Budget').fill('5000')
    await expectAccessible(page)
    await picture(page, 'campaign-form')
    await page.keyboard.press('Enter')
    await expect(drawer).toContainText('22%')
  })

  await test.step('A takes a pasted list of creators', async () => {
    await page.keyboard.press('3')
    await page.keyboard.press('a')
    const form = page.getByRole('region', { name: 'Creators of Spring glow' })
    await expect(form.getByRole('textbox', { name: 'Handles or profile links, any number' })).toBeFocused()
    await page.keyboard.insertText('@mia.glow\n@zoe_beauty\nhttps://www.tiktok.com/@ana.skin')
    await form.getByLabel('Promotes since').fill(dayIn(-20))
    await form.getByRole('button', { name: 'Add creators' }).press('Enter')
    await expect(drawer.getByRole('gridcell', { name: 'ana.skin' })).toBeVisible()
    await expectAccessible(page)
    await picture(page, 'campaign-creators')
  })

  await test.step('R changes the rate: who keeps the old one is told before', async () => {
    await page.keyboard.press('1')
    await page.keyboard.press('r')
    const form = page.getByRole('region', { name: 'Change rate of Spring glow' })
    await form.getByRole('textbox', { name: 'Rate, %', exact: true }).fill('18')
    await expect(form).toContainText('A cut from 22% to 18%')
    await expect(form).toContainText('3 creators keep an older, better rate')
    await expect(form.getByRole('row', { name: /mia\.glow/ })).toContainText('22% until')
    await expectAccessible(page)
    await picture(page, 'campaign-rate')
    await form.getByRole('button', { name: 'Change rate' }).press('Enter')
    await expect(drawer.getByRole('row', { name: /18%/ })).toContainText('In force')
    await page.keyboard.press('3')
    await expect(drawer.getByRole('gridcell', { name: /22% until .*, then 18%/ }).first()).toBeVisible()
    await picture(page, 'campaign-kept')
  })

  await test.step('B writes a brief; an edit is the next version, and who has which is told', async () => {
    await brief(app, page, folder)
  })

  await test.step('the budget and the history tell what was spent and changed', async () => {
    await page.keyboard.press('5')
    await expect(drawer).toContainText('80 % is used')
    await expectAccessible(page)
    await picture(page, 'campaign-budget')
    await page.keyboard.press('6')
    await expect(drawer.getByRole('list', { name: 'History' })).toContainText('22%')
    await expectAccessible(page)
    await picture(page, 'campaign-history')
  })

  await test.step('undo takes the last step back', async () => {
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+z')
    await expect(page.getByRole('status').filter({ hasText: 'Brief' }).first()).toBeVisible()
  })

  await looks(app, page)
})

async function brief(app: ElectronApplication, page: Page, folder: string): Promise<void> {
  const drawer = page.getByRole('region', { name: 'Spring glow', exact: true })
  await page.keyboard.press('4')
  await page.keyboard.press('b')
  const form = page.getByRole('region', { name: 'New brief' })
  await form.getByLabel('Title').fill('Morning mist')
  await form.getByLabel('Hooks').fill('My skin at 7 a.m.')
  await form.getByRole('button', { name: 'Save' }).press('Enter')
  await drawer.getByRole('button', { name: 'Morning mist' }).press('Enter')
  const open = page.getByRole('region', { name: 'Morning mist', exact: true })
  await open.getByRole('button', { name: 'Give to creators' }).press('Enter')
  const give = page.getByRole('region', { name: /Give “Morning mist”/ })
  await give.getByRole('button', { name: 'Give to creators' }).press('Enter')
  await expect(open.getByRole('row', { name: /mia\.glow/ })).toBeVisible()
  await open.getByLabel('Hooks').fill('My skin at 7 a.m. after a night flight')
  await open.getByRole('button', { name: 'Save' }).press('Enter')
  await expect(drawer).toContainText('3 creators have an older version')
  await drawer.getByRole('button', { name: 'Morning mist' }).press('Enter')
  await expect(open).toContainText('after a night flight')
  await expectAccessible(page)
  await picture(page, 'campaign-brief')
  await answerDialogs(app, { save: join(folder, 'brief.pdf') })
  await open.getByRole('button', { name: 'PDF', exact: true }).press('Enter')
  await page.getByRole('menuitem', { name: 'Both languages' }).press('Enter')
  await expect(page.getByRole('status').filter({ hasText: 'brief.pdf' }).first()).toBeVisible()
  await page.keyboard.press('Escape')
}

/** Every part in both languages and schemes, and at one and a half times the size. */
async function looks(app: ElectronApplication, page: Page): Promise<void> {
  for (const look of LOOKS.filter(({ language, scheme }) => (language === 'en') === (scheme === 'dark'))) {
    await wear(page, look)
    await show(page, 'campaigns')
    await page.getByRole('gridcell', { name: 'Spring glow' }).waitFor()
    await expectAccessible(page)
    await picture(page, `campaigns-${look.language}-${look.scheme}`)
    await page.getByRole('grid').focus()
    await page.keyboard.press('Alt+Enter')
    for (const part of ['1', '2', '3', '4', '5', '6']) {
      await page.keyboard.press(part)
      await settled(page)
      await expectAccessible(page)
      await picture(page, `campaign-${part}-${look.language}-${look.scheme}`)
      await zoom(app, 1.5)
      await settled(page)
      await expectNothingClipped(page)
      await zoom(app, 1)
    }
  }
}
