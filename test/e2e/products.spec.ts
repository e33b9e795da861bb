/** Products by hand: prices typed into the grid, a count pasted, floors, a claim with its proof, all of it taken back again. */

import { writeFileSync } from 'node:fs'
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

const NAMES = ['Rose serum', 'Vitamin C mask', 'Lip oil', 'Travel mug', '防晒霜 SPF50']

/** A shop with products, prices, costs, samples under way and floors. */
async function fill(page: Page): Promise<void> {
  await page.evaluate(async (names) => {
    const api = window.workspaceApi
    const shop = await api.shops.add({ name: 'Lumora US', market: 'US' })
    const day = 86_400_000
    for (const [index, name] of names.entries()) {
      const productId = `172938475${index}`
      const of = { shopId: shop.id, productId }
      await api.records.put({
        entity: 'products',
        fields: {
          ...of,
          name,
          brand: index % 2 ? 'Lumora' : 'Rosa',
          category: 'Beauty',
          claimRisk: index === 0 ? 'high' : 'low',
        },
      })
      await api.products.setPrice({ ...of, fromDay: '2026-01-01', price: 1290 + index * 700 })
      await api.products.setPrice({ ...of, fromDay: '2026-03-01', price: 1190 + index * 700 })
      if (index === 4) continue
      await api.costs.putProductCost({
        fields: { ...of, unitCost: 420 + index * 90, currency: 'USD', fromDay: '2026-01-01' },
      })
      await api.stock.put({
        fields: { ...of, kind: 'received', quantity: 12 * (index + 1), at: Date.now() - 20 * day },
      })
    }
    await api.stock.setDefaults({
      shopId: shop.id,
      productId: '*',
      fields: { floorNew: 10, floorProven: 5, packingCost: 80 },
    })
    const creator = await api.records.put({ entity: 'creators', fields: { handle: 'mia.glow' } })
    for (const [index, quantity] of [8, 30, 1].entries()) {
      const sample = await api.samples.put({
        fields: { shopId: shop.id, creatorId: String(creator['id']), productId: `172938475${index}`, quantity },
      })
      await api.samples.step({ ids: [sample.id], to: index === 1 ? 'approved' : 'shipped', through: true })
    }
  }, NAMES)
}

async function tab(page: Page, name: string): Promise<void> {
  await page.getByRole('main').getByText(name, { exact: true }).first().click()
  await settled(page)
}

test('a shop’s products are priced, counted and proven', async ({ app, page, folder }) => {
  test.setTimeout(180_000)
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1440, 900))
  await createWorkspace(app, page, join(folder, 'agency.starboard'))
  await fill(page)
  await page.keyboard.press('g')
  await page.keyboard.press('d')
  await expect(page.getByRole('gridcell', { name: 'Rose serum' })).toBeVisible()

  await test.step('a price typed into the grid holds from today on', async () => {
    const row = page.getByRole('row', { name: /Lip oil/ })
    await row.getByRole('gridcell', { name: '$25.90' }).click()
    await page.keyboard.type('24.50')
    await page.keyboard.press('Enter')
    await expect(row.getByRole('gridcell', { name: '$24.50' })).toBeVisible()
    await row.getByRole('gridcell', { name: 'Lip oil' }).click()
    await page.keyboard.press('Alt+Enter')
    await expect(page.getByRole('table', { name: 'Prices' }).getByRole('row')).toHaveCount(4)
    await page.keyboard.press('Escape')
  })

  await test.step('a pasted count is shown against the records, then written as one step', async () => {
    await tab(page, 'Sample stock')
    const mask = page.locator('[role=grid] [role=row]', { hasText: 'Vitamin C mask' })
    await expect(mask).toContainText('more is promised than there is')
    await page.getByRole('button', { name: 'Paste a count…' }).click()
    const drawer = page.getByRole('region', { name: 'Count or delivery from a sheet' })
    await drawer.getByRole('textbox', { name: /^Counts/ }).fill('SKU\tPieces\n1729384751\t40\nNobody\t3\nLip oil\t35')
    await expect(drawer.getByRole('row', { name: /Vitamin C mask/ })).toContainText('16')
    await expect(drawer.getByRole('row', { name: /Nobody/ })).toContainText('No product of this shop')
    await picture(page, 'count')
    await drawer.getByRole('button', { name: 'Write down 2 lines' }).click()
    await expect(mask).not.toContainText('more is promised')
    await page.keyboard.press('Control+z')
    await expect(mask).toContainText('more is promised than there is')
  })

  await test.step('an allowed claim is not to be used until its proof is there', async () => {
    await tab(page, 'Claim sheets')
    await page.getByRole('gridcell', { name: 'Rose serum' }).click()
    await page.keyboard.press('Alt+Enter')
    await page.getByRole('button', { name: 'Add a claim' }).click()
    await page.getByRole('textbox', { name: 'Claim' }).fill('Free of fragrance')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    const proof = join(folder, 'laboratory.pdf')
    writeFileSync(proof, '%PDF-1.4 laboratory')
    await answerDialogs(app, { open: [proof] })
    await page
      .getByRole('region', { name: 'Free of fragrance' })
      .getByRole('button', { name: /Attach|Add/ })
      .click()
    await expect(page.getByText('laboratory.pdf').first()).toBeVisible()
    await page.getByRole('button', { name: 'Cancel' }).click()
    await expect(page.getByRole('table', { name: 'In force in United States' })).toContainText('proven')
    await page.keyboard.press('Escape')
  })
})

/** A list of the platform as it comes, taken in through the contract. */
async function takeIn(page: Page, folder: string): Promise<void> {
  const file = join(folder, 'products_20260901-20260930.csv')
  const head =
    'Product name,Product ID,Product category,Creator-attributed GMV,Creator-attributed items sold,Product clicks,CTOR'
  writeFileSync(file, `${head}\nRose serum,1729384750,Beauty,"$1,234.56",30,500,5.25%\n`)
  await page.evaluate(async (path) => {
    const [shop] = await window.workspaceApi.shops.list({})
    const period = { from: '2026-09-01', to: '2026-09-30' }
    const job = await window.workspaceApi.platformLists.run({ path, shopId: shop?.id ?? '', period, sure: true })
    while (!(await job.next()).done);
  }, file)
}

test('every tab can be used by everybody, in both languages', async ({ app, page, folder }) => {
  test.setTimeout(240_000)
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800))
  await createWorkspace(app, page, join(folder, 'agency.starboard'))
  await fill(page)
  await takeIn(page, folder)
  await page.evaluate(async () => {
    const [shop] = await window.workspaceApi.shops.list({})
    const of = { shopId: shop?.id ?? '', productId: '1729384750' }
    for (const kind of ['allowed', 'forbidden', 'mustSay', 'disclosure'] as const)
      await window.workspaceApi.claimSheets.put({ fields: { ...of, market: '*', kind, text: `Rosa: ${kind}` } })
  })
  for (const look of LOOKS.filter(({ language, scheme }) => (language === 'en') === (scheme === 'light'))) {
    await wear(page, look)
    await page.keyboard.press('g')
    await page.keyboard.press('d')
    const tabs =
      look.language === 'en'
        ? ['Catalogue', 'Sample stock', 'Movements', 'Claim sheets']
        : ['商品库', '样品库存', '库存流水', '宣称清单']
    for (const [index, name] of tabs.entries()) {
      await test.step(`${name} ${look.language} ${look.scheme}`, async () => {
        await tab(page, name)
        await page.getByRole('gridcell').first().waitFor()
        await picture(page, `products-${index}-${look.language}`)
        await expectAccessible(page)
        await page
          .getByRole('gridcell', { name: /Rose serum/ })
          .first()
          .click()
        await page.keyboard.press('Alt+Enter')
        await expect(page.locator('section[aria-label] h2')).toBeVisible()
        await settled(page)
        await picture(page, `products-${index}-${look.language}-open`)
        await expectAccessible(page)
        if (index === 0) {
          const figures = page.getByRole('table', {
            name: look.language === 'en' ? 'Figures from lists' : '导入表中的数据',
          })
          await figures.scrollIntoViewIfNeeded()
          const said = look.language === 'en' ? 'Creator GMV$1,234.56Affiliate products' : '$1,234.56'
          await expect(figures.getByRole('row', { name: /1,234/ })).toContainText(said)
          await expect(figures).toContainText('5.25%')
          await picture(page, `products-figures-${look.language}`)
        }
        await zoom(app, 1.5)
        await settled(page)
        await picture(page, `products-${index}-${look.language}-150`)
        await expectNothingClipped(page)
        await zoom(app, 1)
        await page.keyboard.press('Escape')
      })
    }
  }
})
