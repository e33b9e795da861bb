/** Contracts in the real window: from a starter to signed paper, by keys, with what is missing in red. */

import { join } from 'node:path'

import { expect, test } from './fixtures/app'
import { expectAccessible, expectNothingClipped, LOOKS, settled, wear } from './fixtures/look'
import { createWorkspace } from './fixtures/steps'

test.use({ language: 'en' })

test.beforeEach(async ({ app, page, folder }) => {
  await createWorkspace(app, page, join(folder, 'lumora.starboard'))
  await page.evaluate(async () => {
    const api = window.workspaceApi
    await api.shops.add({ name: 'Glow', market: 'US' })
    await api.creators.add({ creators: [{ handle: 'lia.daily' }] })
  })
  await page.locator('h1').click()
  await page.keyboard.press('g')
  await page.keyboard.press('a')
  await expect(page.getByRole('heading', { level: 1, name: 'Contracts' })).toBeVisible()
})

test('a contract goes from a starter to signed, and its promises have their days', async ({ page }) => {
  await test.step('the empty page offers the starters and says who has to read them', async () => {
    await expect(page.getByText('have a lawyer of the place read them')).toBeVisible()
    await expect(page.getByRole('listitem')).toHaveCount(4)
    await expectAccessible(page)
    await page.getByRole('button', { name: 'New contract: Flat fee video' }).click()
    const form = page.getByRole('region', { name: 'New contract' })
    await form.getByRole('combobox', { name: 'Shop' }).click()
    await page.getByRole('option', { name: 'Glow' }).click()
    await form.getByRole('combobox', { name: 'Creator' }).fill('lia')
    await page.getByRole('option', { name: 'lia.daily' }).click()
    await form.getByRole('textbox', { name: 'Title' }).fill('Spring serum')
    await form.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Spring serum' })).toBeVisible()
  })
  await test.step('what nobody filled in is red; E fills it in', async () => {
    await expect(page.getByRole('button', { name: 'Fill in Fee' }).first()).toBeVisible()
    await page.keyboard.press('e')
    const form = page.getByRole('region', { name: 'Terms of Spring serum' })
    const values = {
      Videos: '3',
      LIVEs: '0',
      'Rounds of changes': '2',
      'Days of use': '90',
      'Exclusive for': 'beauty',
      'Law of': 'Thailand',
      Fee: '900',
      Product: 'Glow Serum',
      'Court or tribunal': 'the courts of Bangkok',
    }
    for (const [name, value] of Object.entries(values))
      await form.getByRole('textbox', { name, exact: true }).fill(value)
    await form.getByRole('textbox', { name: 'First day' }).fill('2026-03-01')
    await form.getByRole('textbox', { name: 'Last day' }).fill('2026-03-30')
    await form.getByRole('textbox', { name: 'Last day' }).press('Tab')
    await form.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByRole('button', { name: /^Fill in/ })).toHaveCount(0)
    const text = page.getByRole('region', { name: 'Text' })
    await expect(text.getByText('USD 900.00')).toBeVisible()
    await expect(text.getByText('900.00 USD')).toBeVisible()
  })
  await test.step('V lays a version down, a change shows against it', async () => {
    await page.keyboard.press('v')
    await expect(page.getByText('Version 1', { exact: true }).first()).toBeVisible()
    await page.getByRole('checkbox', { name: 'Advertising codes: In the contract' }).click()
    await expect(page.getByRole('checkbox', { name: 'Advertising codes: Not used' })).toBeVisible()
    await page.locator('h1').click()
    await page.keyboard.press('d')
    const diff = page.getByRole('region', { name: 'From version 1 to the text now' })
    await expect(diff.getByText('Removed')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(diff).toBeHidden()
  })
  await test.step('the choice of clauses is kept as a template', async () => {
    await page.getByRole('button', { name: 'Keep as template' }).click()
    const form = page.getByRole('region', { name: 'Keep the clauses as a template' })
    await form.getByRole('textbox', { name: 'Name' }).fill('House flat fee')
    await form.getByRole('button', { name: 'Save' }).click()
    await expect(form).toBeHidden()
    await page.locator('h1').click()
  })
  await test.step('1 sends it, 1 signs it: three videos and the fee have their days', async () => {
    await page.keyboard.press('1')
    await expect(page.getByRole('button', { name: '1 · Signed' })).toBeVisible()
    await page.keyboard.press('1')
    await expect(page.getByRole('heading', { name: 'Obligations', exact: true })).toBeVisible()
    const facts = page.getByRole('complementary', { name: 'Facts' })
    await expect(facts.getByText('Video 3')).toBeVisible()
    await facts.getByRole('button', { name: 'Kept' }).first().click()
    await expect(facts.getByRole('button', { name: 'Open again' })).toHaveCount(1)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('gridcell', { name: 'Spring serum' })).toBeVisible()
  })
  await test.step('the next contract may begin with it, and a draft can go again', async () => {
    await page.keyboard.press('n')
    const form = page.getByRole('region', { name: 'New contract' })
    await form.getByRole('combobox', { name: 'Begin with' }).click()
    await page.getByRole('option', { name: 'House flat fee' }).click()
    await form.getByRole('combobox', { name: 'Shop' }).click()
    await page.getByRole('option', { name: 'Glow' }).click()
    await form.getByRole('combobox', { name: 'Creator' }).fill('lia')
    await page.getByRole('option', { name: 'lia.daily' }).click()
    await form.getByRole('textbox', { name: 'Title' }).fill('Second thoughts')
    await form.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByText('In its way')).toBeVisible()
    await page.keyboard.press('e')
    const terms = page.getByRole('region', { name: 'Terms of Second thoughts' })
    await terms.getByRole('button', { name: 'Remove' }).click()
    await expect(page.getByRole('gridcell', { name: 'Spring serum' })).toBeVisible()
    await expect(page.getByRole('gridcell', { name: 'Second thoughts' })).toBeHidden()
  })
})

test('the list and the editor look right in both languages, light and dark', async ({ page }, info) => {
  const id = await page.evaluate(async () => {
    const api = window.workspaceApi
    const [shop] = await api.shops.list({})
    const { rows } = await api.creators.list({ search: 'lia', limit: 1 })
    const of = { shopId: shop!.id, creatorId: rows[0]!.id }
    const days = { fromDay: '2026-03-01', toDay: '2026-05-30' }
    const terms = { fee: 90_000, videos: 3, exclusive: 'beauty, 护肤', exclusiveUntil: '2026-06-30', noticeDays: 15 }
    const { id: made } = await api.contracts.put({
      fields: { ...of, ...days, ...terms, kind: 'flatFee', title: 'Spring serum' },
    })
    return made
  })
  for (const look of LOOKS) {
    await wear(page, look)
    await settled(page)
    await page.screenshot({ path: info.outputPath(`list-${look.language}-${look.scheme}.png`) })
    await page.getByRole('gridcell', { name: 'Spring serum' }).dblclick()
    await expect(page.getByRole('heading', { level: 1, name: 'Spring serum' })).toBeVisible()
    await settled(page)
    await expectAccessible(page)
    await expectNothingClipped(page)
    await page.screenshot({ path: info.outputPath(`editor-${look.language}-${look.scheme}.png`) })
  }
  expect(id).not.toBe('')
})
