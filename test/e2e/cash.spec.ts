/** Cash by keyboard: money entered, a balance and its floor, the red week with what to do, stress, rules; both languages. */

import { join } from 'node:path'
import type { Page } from '@playwright/test'

import { expect, test } from './fixtures/app'
import { expectAccessible, expectNothingClipped, LOOKS, settled, wear, zoom } from './fixtures/look'
import { createWorkspace } from './fixtures/steps'
import { at, exportFile, orderRow } from '../support/exports'

test.use({ language: 'en' })

const PICTURES = process.env['STARBOARD_PICTURES']

async function picture(page: Page, name: string): Promise<void> {
  if (PICTURES) await page.screenshot({ path: join(PICTURES, `${name}.png`) })
}

/** Two shops, accounts in two currencies, money in and out; the third week is red. */
async function fill(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const api = window.workspaceApi
    const us = await api.shops.add({ name: 'Lumora US', market: 'US' })
    const br = await api.shops.add({ name: 'Brilho BR', market: 'BR' })
    const day = (after: number) => new Date(Date.now() + after * 86_400_000).toISOString().slice(0, 10)
    await api.rates.put({ day: day(-40), base: 'BRL', quote: 'USD', rate: '0.18', source: 'Banco Central' })
    await api.cash.putBalance({ account: 'HSBC', currency: 'USD', day: day(-1), amount: 900_000, floor: 200_000 })
    await api.cash.putBalance({ account: 'Itaú', currency: 'BRL', day: day(-1), amount: 500_000, floor: 0 })
    const put = (title: string, kind: 'ads' | 'client' | 'salary' | 'other', amount: number, after: number) =>
      api.cash.putItem({ fields: { title, kind, amount, currency: 'USD', day: day(after) } })
    await put('November launch', 'ads', -350_000, 8)
    await put('Salaries', 'salary', -480_000, 15)
    await put('Lumora invoice 11', 'client', 1_200_000, 29)
    await api.cash.putItem({
      fields: {
        title: 'Estúdio',
        kind: 'other',
        amount: -80_000,
        currency: 'BRL',
        day: day(2),
        repeat: 'monthly',
        shopId: br.id,
      },
    })
    await api.cash.putRule({
      shopId: us.id,
      fromDay: day(-90),
      tier: 'standard',
      days: 7,
      payoutDays: 1,
      source: 'Seller Center',
    })
  })
}

test('cash is planned, read and stressed without the mouse', async ({ app, page, folder }) => {
  test.setTimeout(180_000)
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1440, 900))
  await createWorkspace(app, page, join(folder, 'agency.starboard'))
  await page.keyboard.press('g')
  await page.keyboard.press('k')
  await expect(page.getByText(/Nothing is foreseen yet/)).toBeVisible()

  await test.step('the first money is entered by N', async () => {
    await page.keyboard.press('n')
    const form = page.getByRole('region', { name: 'Money that will come or go' })
    await form.getByRole('textbox', { name: 'What' }).fill('Rent')
    await form.getByRole('textbox', { name: 'Amount' }).fill('2000')
    await form.getByRole('textbox', { name: 'Amount' }).press('Enter')
    await expect(page.getByRole('table', { name: 'The weeks in figures' })).toContainText('\u22122,000.00')
    await expect(page.getByText(/No balance was entered/).first()).toBeVisible()
  })

  await fill(page)
  const weeks = page.getByRole('table', { name: 'The weeks in figures' })
  await expect(weeks.getByText('Below the floor').first()).toBeVisible()

  await test.step('the red week says what could be done, and leads to its items', async () => {
    const red = weeks.getByRole('row').filter({ hasText: 'Below the floor' }).first()
    await red.getByRole('button').first().click()
    const advice = page.getByRole('region', { name: 'What could be done' })
    await expect(advice).toContainText('are missing on')
    await expect(advice).toContainText('November launch')
    await picture(page, 'cash-week')
    await page.keyboard.press('Escape')
  })

  await test.step('one currency by itself', async () => {
    await page.getByText('BRL', { exact: true }).click()
    await expect(weeks).toContainText('BRL')
    await expect(weeks).toContainText('\u2212800.00')
    await page.getByText('All in USD', { exact: true }).click()
  })

  await test.step('stress by keys', async () => {
    const slider = page.getByRole('slider', { name: /What if settlement takes/ })
    for (let n = 0; n < 3; n += 1) await page.keyboard.press(']')
    await expect(slider).toHaveValue('3')
    await page.keyboard.press('[')
    await expect(slider).toHaveAttribute('aria-valuetext', 'at least 2 days')
    await slider.focus()
    await page.keyboard.press('End')
    await expect(slider).toHaveValue('31')
  })

  await test.step('when sales become money, with where each figure comes from', async () => {
    await page.getByRole('button', { name: 'Settlement rules' }).click()
    const rules = page.getByRole('region', { name: 'When sales become money' })
    await expect(rules.getByRole('table', { name: 'In force today' })).toContainText('own rule · Seller Center')
    await rules.getByLabel('Shop').first().click()
    await page.getByRole('option', { name: /Brilho BR/ }).click()
    await expect(rules).toContainText('assumed, no source')
    await expect(rules).toContainText('No source was found for this market.')
    await picture(page, 'cash-rules')
  })
})

test('cash can be used by everybody, in both languages', async ({ app, page, folder }) => {
  test.setTimeout(240_000)
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800))
  await createWorkspace(app, page, join(folder, 'agency.starboard'))
  await fill(page)
  for (const look of LOOKS) {
    await test.step(`${look.language} ${look.scheme}`, async () => {
      await wear(page, look)
      await page.keyboard.press('g')
      await page.keyboard.press('k')
      await page.locator('main canvas').waitFor()
      await settled(page)
      await picture(page, `cash-${look.language}-${look.scheme}`)
      await expectAccessible(page)
      await zoom(app, 1.5)
      await settled(page)
      await expectNothingClipped(page)
      await zoom(app, 1)
      await page.locator('main table button').nth(6).click()
      await settled(page)
      await expectAccessible(page)
      await picture(page, `cash-items-${look.language}-${look.scheme}`)
      await page.keyboard.press('Escape')
    })
  }
})

test('a month is locked, seen at other rates, and its refunds are looked into', async ({ app, page, folder }) => {
  test.setTimeout(240_000)
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1440, 900))
  await createWorkspace(app, page, join(folder, 'agency.starboard'))
  const file = await refundsFile(folder)
  const month = await page.evaluate(async (path) => {
    const api = window.workspaceApi
    const shop = await api.shops.add({ name: 'Glow TH', market: 'TH' })
    for await (const _ of await api.imports.run({ path, shopId: shop.id })) {
      // Until it is done.
    }
    await api.rates.put({ day: '2026-09-01', base: 'THB', quote: 'USD', rate: '0.03', source: 'bank' })
    return (await api.roi.extent({})).to?.slice(0, 7)
  }, file)
  expect(month).toBe('2026-10')

  await test.step('month rates are pasted, looked at and locked', async () => {
    await page.keyboard.press('g')
    await page.keyboard.press('g')
    await page.getByText('Month rates', { exact: true }).click()
    await page.getByRole('button', { name: 'Lock month rates…' }).first().click()
    const form = page.getByRole('region', { name: 'Lock the rates of a month' })
    await form.getByRole('textbox', { name: 'Rates' }).fill('THB 0.031\nnonsense')
    await form.getByRole('textbox', { name: 'Source' }).fill('Bank of Thailand')
    await expect(form.getByRole('table')).toContainText('0.031')
    await form.getByRole('button', { name: 'Lock 1 rate' }).click()
    await expect(page.getByRole('table', { name: 'Month rates' })).toContainText('Bank of Thailand')
    await settled(page)
    await picture(page, 'rates-locks')
  })

  await test.step('the month at another rate', async () => {
    await page.getByRole('button', { name: 'At other rates' }).click()
    const drawer = page.getByRole('region', { name: 'At other rates' })
    await drawer.getByRole('textbox', { name: '1 THB in USD' }).fill('0.02')
    await expect(drawer.getByRole('table')).toContainText('\u2212')
    await expect(drawer).toContainText('(locked)')
    await picture(page, 'rates-restated')
    await expectAccessible(page)
    await page.keyboard.press('Escape')
  })

  for (const look of LOOKS) {
    await test.step(`refunds in ${look.language} ${look.scheme}`, async () => {
      await wear(page, look)
      await page.keyboard.press('g')
      await page.keyboard.press('m')
      await page.getByText(look.language === 'en' ? 'Refunds' : '退款聚集', { exact: true }).click()
      const clusters = page.getByRole('table', {
        name: look.language === 'en' ? /Where more came back/ : '退款异常偏高',
      })
      await expect(clusters).toContainText('@mia.glow')
      await settled(page)
      await picture(page, `refunds-${look.language}-${look.scheme}`)
      await expectAccessible(page)
      await clusters.getByRole('button').first().click()
      await expect(
        page.getByRole('table', { name: look.language === 'en' ? 'Orders' : '订单', exact: true }),
      ).toBeVisible()
      await picture(page, `refunds-orders-${look.language}-${look.scheme}`)
      await expectAccessible(page)
      await page.getByRole('button', { name: look.language === 'en' ? 'Make a task' : '建任务' }).click()
      await expect(page.getByText(/57701234567890/).first()).toBeAttached()
      await picture(page, `refunds-task-${look.language}-${look.scheme}`)
      await page.keyboard.press('Escape')
    })
  }
})

/** Three calm creators, and one of whose 20 sales of a week 9 came back. */
async function refundsFile(folder: string): Promise<string> {
  let orders = 0
  const sales = (creator: string, count: number, refunded: number, day: string) =>
    Array.from({ length: count }, (_, i) =>
      orderRow({
        orderId: String(577012345678900000n + BigInt((orders += 1))),
        creator,
        currency: 'THB',
        created: at(`${day} 10:00:00`),
        paid: at(`${day} 10:00:05`),
        fullyReturned: i < refunded,
      }),
    )
  const rows = ['a.calm', 'b.calm', 'c.calm'].flatMap((creator) => sales(creator, 60, 2, '2026-10-07'))
  return exportFile([...rows, ...sales('mia.glow', 20, 9, '2026-10-14')], { folder, currency: 'THB' })
}
