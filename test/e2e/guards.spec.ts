/** What paper asks for, in the real window: a card that stays without it, a fee that is owed, terms that stand, a quarrel that is looked into. */

import { join } from 'node:path'

import type { Page } from '@playwright/test'

import { SHOPS } from './fixtures/agency-files'
import { expect, launch, test } from './fixtures/app'
import { expectAccessible, settled } from './fixtures/look'
import { addShop, createWorkspace, goTo } from './fixtures/steps'

test.use({ language: 'en' })

type Fields = Record<string, string | number | null>
interface Api {
  readonly records: { readonly put: (input: { entity: string; fields: Fields }) => Promise<{ id: string }> }
  readonly samples: { readonly put: (input: { fields: Fields }) => Promise<{ id: string }> }
  readonly shops: { readonly list: (input: object) => Promise<{ id: string; currency: string }[]> }
  readonly contracts: {
    readonly put: (input: { fields: Fields }) => Promise<{ id: string }>
    readonly putGuard: (input: { key: string; rules: object }) => Promise<unknown>
    readonly step: (input: { id: string; to: string }) => Promise<unknown>
  }
  readonly costs: { readonly put: (input: { fields: Fields }) => Promise<unknown> }
  readonly payables: {
    readonly put: (input: { fields: Fields }) => Promise<{ id: string }>
    readonly pay: (input: { id: string; amount: number }) => Promise<unknown>
    readonly list: (input: object) => Promise<{ rows: { id: string }[] }>
  }
  readonly statements: { readonly putDispute: (input: { fields: Fields }) => Promise<unknown> }
}

/** A shop, a creator who asks for a sample of value, a signed contract of another creator, a fee and a quarrel. */
test.beforeEach(async ({ app, page, folder }) => {
  await createWorkspace(app, page, join(folder, 'lumora.starboard'))
  await goTo(page, 'Shops & clients')
  await addShop(page, SHOPS[0])
  await page.evaluate(async () => {
    // The window offers it to these tests.
    const { workspaceApi: api } = window as unknown as { workspaceApi: Api }
    const [shop] = await api.shops.list({})
    if (shop === undefined) throw new Error('there is a shop')
    const { id: shopId, currency } = shop
    const creator = async (handle: string) => (await api.records.put({ entity: 'creators', fields: { handle } })).id
    const [mia, bo] = [await creator('mia.glow'), await creator('bo.kitchen')]
    const price = { shopId, productId: '1729', skuId: '*', fromDay: '2026-01-01', price: 400_000, currency }
    await api.records.put({ entity: 'productPrices', fields: price })
    const rules = { sampleLimit: 100_000, currency, advances: true, exclusivity: true }
    await api.contracts.putGuard({ key: 'default', rules })
    for (const creatorId of [mia, bo])
      await api.samples.put({ fields: { shopId, creatorId, productId: '1729', quantity: 1 } })
    const terms = { kind: 'flatFee', fee: 900_000, videos: 2, fromDay: '2026-01-01', toDay: '2027-12-31' }
    const { id } = await api.contracts.put({ fields: { shopId, creatorId: bo, title: 'Kitchen spring', ...terms } })
    await api.contracts.step({ id, to: 'signed' })
    const cost = { shopId, creatorHandle: 'mia.glow', kind: 'fee', amount: 300_000, currency, day: '2026-01-08' }
    await api.costs.put({ fields: cost })
    await api.statements.putDispute({ fields: { shopId, creatorId: mia, title: 'Five orders are missing' } })
  })
})

const shot = async (page: Page, name: string) => {
  await settled(page)
  if (process.env['GUARD_SHOTS'] !== undefined)
    await page.screenshot({ path: join(process.env['GUARD_SHOTS'], `${name}.png`) })
}

test('a card without signed paper stays, and goes with a reason', async ({ page }) => {
  await goTo(page, 'Samples')
  await page.getByText('By state', { exact: true }).click()
  const card = (handle: string) => page.getByRole('gridcell', { name: new RegExp(handle, 'u') })
  await card('bo.kitchen').click()
  await page.keyboard.press(']')
  await expect(page.getByRole('status').getByText(/bo\.kitchen one step on/u)).toBeVisible()
  await card('mia.glow').click()
  await page.keyboard.press(']')
  const drawer = page.getByRole('region', { name: 'No signed contract yet' })
  await expect(drawer.getByRole('table')).toContainText('mia.glow')
  await expectAccessible(page)
  await shot(page, 'paper')
  await drawer.getByRole('button', { name: /Approve 1/u }).click()
  await expect(drawer.getByText('Say why:')).toBeVisible()
  await drawer.getByLabel('Why it may go without').fill('we know her for years')
  await page.keyboard.press('Control+Enter')
  await expect(drawer).toBeHidden()
  await expect(page.getByRole('status').getByText(/mia\.glow one step on/u)).toBeVisible()
})

test('a fee becomes a payable by key and is paid there', async ({ page }) => {
  await goTo(page, 'Costs & rates')
  await page.getByRole('row').filter({ hasText: 'mia.glow' }).dblclick()
  await expect(page.getByRole('button', { name: 'Make a payable of it' })).toBeVisible()
  await page.keyboard.press('Control+Shift+o')
  await expect(page.getByText('Became a payable: approved and paid there')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Mark as paid' })).toBeHidden()
  await expectAccessible(page)
  await shot(page, 'cost')
  await page.getByRole('button', { name: 'Open the payable' }).click()
  const payable = page.getByRole('region', { name: /mia\.glow/u })
  await expect(payable).toBeVisible()
  await shot(page, 'payable')
})

test('what is signed and open is on the creator’s page, with what was agreed besides', async ({ page }) => {
  await goTo(page, 'Creators')
  await page.getByRole('row').filter({ hasText: 'bo.kitchen' }).dblclick()
  await page.getByRole('tab', { name: 'Contracts' }).click()
  const open = page.getByRole('table', { name: 'Open obligations' })
  await expect(open.getByRole('row')).not.toHaveCount(0)
  await expectAccessible(page)
  await shot(page, 'profile')
  await page.getByRole('button', { name: 'Kitchen spring' }).click()
  const facts = page.getByRole('complementary', { name: 'Facts' })
  await facts.getByRole('button', { name: 'Add an obligation' }).click()
  const form = page.getByRole('region', { name: 'Agreed besides' })
  await form.getByLabel('What was agreed').fill('Send the raw footage')
  await shot(page, 'obligation')
  await page.keyboard.press('Control+Enter')
  await expect(form).toBeHidden()
  await expect(facts.getByText('Send the raw footage')).toBeVisible()
  await expectAccessible(page)
  await shot(page, 'contract')
})

test('a quarrel is marked as being checked, edited and removed', async ({ page }) => {
  await goTo(page, 'Settlement')
  await page.keyboard.press('5')
  const row = page.getByRole('row').filter({ hasText: 'Five orders are missing' })
  await row.dblclick()
  await page.getByRole('button', { name: 'I am checking it' }).click()
  await expect(row).toContainText('Being checked')
  await expectAccessible(page)
  await shot(page, 'dispute')
  await page.getByRole('button', { name: 'Edit' }).click()
  const form = page.getByRole('region', { name: 'Dispute of @mia.glow' })
  await form.getByRole('textbox', { name: 'About' }).fill('Four orders are missing')
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('row').filter({ hasText: 'Four orders are missing' })).toBeVisible()
  await page.getByRole('button', { name: 'Remove' }).click()
  await expect(page.getByText('No dispute is open.')).toBeVisible()
})

test('what two colleagues paid apart from each other is found in the inbox and leads to the payable', async ({
  page,
  folder,
}) => {
  const [base, back] = [join(folder, 'base.starpack'), join(folder, 'Li.starpack')]
  await page.evaluate(async () => {
    // The window offers it to these tests.
    const { workspaceApi: api } = window as unknown as { workspaceApi: Api }
    const [shop] = await api.shops.list({})
    if (shop === undefined) throw new Error('there is a shop')
    const fee = { kind: 'flatFee', title: 'Two videos', amount: 80_000, dueDay: '2026-01-08', creatorId: null }
    await api.payables.put({ fields: { shopId: shop.id, currency: shop.currency, ...fee } })
  })
  await page.evaluate(pack, [base, 'Wang Fang', 'newColleague'] as const)
  const other = await launch({ userData: join(folder, 'li'), language: 'en' })
  await other.page.evaluate(
    async ([from, file]) => {
      const job = await window.workspaceApi.sync.join({ from, file })
      for (let step = await job.next(); !step.done; step = await job.next());
    },
    [base, join(folder, 'li.starboard')] as const,
  )
  for (const at of [page, other.page]) await at.evaluate(pay)
  await other.page.evaluate(pack, [back, 'Li Wei', 'everybody'] as const)
  await other.app.close()
  await page.evaluate(async (file) => {
    const job = await window.workspaceApi.sync.import({ file })
    for (let step = await job.next(); !step.done; step = await job.next());
  }, back)
  await goTo(page, 'Colleagues')
  await page
    .getByText(/^Inbox/u)
    .first()
    .click()
  const item = page.getByRole('region', { name: /Two videos/u })
  await expect(item.getByRole('table', { name: 'Payments entered' })).toContainText('Li Wei')
  await expectAccessible(page)
  await shot(page, 'inbox')
  await item.getByRole('button', { name: 'Open the payable' }).click()
  await expect(page.getByRole('region', { name: /Two videos/u })).toBeVisible()
  await shot(page, 'twice')
})

/** In the page: takes a name and makes a package. */
async function pack([to, person, whom]: readonly [string, string, 'newColleague' | 'everybody']) {
  const { sync } = window.workspaceApi
  await sync.nameMyself({ person, computer: person })
  const job = await sync.export({ to, recipient: { to: whom }, facts: false, attachments: false, plain: true })
  for (let step = await job.next(); !step.done; step = await job.next());
}

/** In the page: pays all of the one payable. */
async function pay() {
  const { workspaceApi: api } = window as unknown as { workspaceApi: Api }
  const [payable] = (await api.payables.list({})).rows
  await api.payables.pay({ id: payable?.id ?? '', amount: 80_000 })
}
