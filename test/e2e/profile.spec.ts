/** One creator by keyboard in the real window: facts, revealing, timeline, merging field by field, erasing. */

import { join } from 'node:path'

import type { Page } from '@playwright/test'

import { SHOPS } from './fixtures/agency-files'
import { expect, test } from './fixtures/app'
import { expectAccessible, LOOKS, settled, wear } from './fixtures/look'
import { addShop, createWorkspace, goTo } from './fixtures/steps'

test.use({ language: 'en' })

/** What the page calls the workspace by. */
interface Api {
  readonly records: {
    readonly put: (input: { entity: string; fields: Record<string, string | number> }) => Promise<{ id: string }>
  }
}

async function put(page: Page, entity: string, fields: Record<string, string | number>): Promise<string> {
  return page.evaluate(
    async ([name, cells]) => {
      // The window offers it to these tests.
      const { workspaceApi } = window as unknown as { workspaceApi: Api }
      return (await workspaceApi.records.put({ entity: name, fields: cells })).id
    },
    [entity, fields] as const,
  )
}

test.beforeEach(async ({ app, page, folder }) => {
  await createWorkspace(app, page, join(folder, 'lumora.starboard'))
  await goTo(page, 'Shops & clients')
  await addShop(page, SHOPS[0])
  const mia = await put(page, 'creators', {
    handle: 'mia.glow',
    displayName: 'Mia',
    market: 'VN',
    phone: '0912 345 678',
    category: 'Skin care',
    address: '12 Hidden Street',
    channels: JSON.stringify([{ kind: 'zalo', value: '0912 345 678' }]),
    preferredChannel: 'zalo',
    remark: 'Answers in the evening.',
  })
  await put(page, 'creators', { handle: 'mia_glow', phone: '+84912345678', email: 'mia@x.example', category: 'Beauty' })
  await put(page, 'creators', { handle: 'bo.kitchen' })
  await put(page, 'touches', {
    creatorId: mia,
    at: Date.UTC(2026, 0, 5),
    kind: 'sent',
    text: 'Hello Mia',
    person: 'Li',
  })
  await put(page, 'touches', { creatorId: mia, at: Date.UTC(2026, 0, 6), kind: 'replied', person: 'Li' })
  await goTo(page, 'Creators')
})

async function open(page: Page, handle: string) {
  await page.getByRole('gridcell', { name: handle, exact: true }).dblclick()
  const drawer = page.getByRole('region', { name: handle, exact: true })
  await expect(drawer.getByRole('tab', { name: 'Timeline' })).toBeVisible()
  return drawer
}

test('shows who it is, reveals one value, filters what happened, and keeps the tab from one to the next', async ({
  page,
}) => {
  const drawer = await open(page, 'mia.glow')
  await expect(drawer.getByText('Their time')).toBeVisible()
  await expect(drawer.getByText('12 Hidden Street')).toBeHidden()
  await drawer.getByRole('button', { name: 'Show Address' }).click()
  await expect(drawer.getByText('12 Hidden Street')).toBeVisible()
  await expect(drawer.getByText('Hello Mia')).toBeVisible()
  await drawer.getByText('Edits 1', { exact: true }).click()
  await expect(drawer.getByText('Hello Mia')).toBeHidden()
  await drawer.getByRole('tab', { name: 'Card' }).click()
  await page.keyboard.press('Alt+ArrowUp')
  await expect(page.getByRole('region', { name: 'bo.kitchen', exact: true })).toBeVisible()
  await expect(page.getByRole('tab', { name: 'Card' })).toHaveAttribute('aria-selected', 'true')
})

test('one person under two names is made one by keys alone, and two again', async ({ page }) => {
  const drawer = await open(page, 'mia.glow')
  await expect(drawer.getByText('Same person as @mia_glow (96 %)?')).toBeVisible()
  await drawer.getByRole('button', { name: 'Merge…', exact: true }).click()
  const picker = page.getByRole('region', { name: 'Same person?' })
  await expect(picker.getByRole('row', { name: /Category/ })).toBeVisible()
  for (let row = 0; row < 9; row++) {
    if (await picker.locator('tr[data-current]', { hasText: 'Category' }).isVisible()) break
    await page.keyboard.press('ArrowDown')
  }
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Control+Enter')
  await expect(picker).toBeHidden()
  await expect(drawer.getByText('also @mia_glow')).toBeVisible()
  const facts = drawer.getByRole('region', { name: 'Facts' })
  await expect(facts.getByText('Beauty')).toBeVisible()
  await drawer.getByRole('tab', { name: 'Card' }).click()
  await drawer.getByRole('button', { name: 'Separate mia_glow again' }).click()
  await expect(drawer.getByText('also @mia_glow')).toBeHidden()
  await expect(facts.getByText('Skin care')).toBeVisible()
})

test('duplicates are listed, and erasing wants the handle typed', async ({ page }) => {
  await page.getByRole('button', { name: 'Find duplicates' }).click()
  const list = page.getByRole('region', { name: 'Same person?' })
  await expect(list.getByText('96 %')).toBeVisible()
  await expect(list.getByText('same phone · handle differs in signs only')).toBeVisible()
  await list.getByRole('button', { name: /are two people/ }).click()
  await expect(list.getByText('No two creators look like one person.')).toBeVisible()
  await page.keyboard.press('Escape')
  const drawer = await open(page, 'mia.glow')
  await drawer.getByRole('button', { name: 'Erase this person…' }).click()
  const erase = page.getByRole('region', { name: 'Erase mia.glow' })
  await expect(erase.getByRole('button', { name: 'Erase for good' })).toBeDisabled()
  await erase.getByLabel('Type the handle to confirm: mia.glow').fill('mia.glow')
  await erase.getByRole('button', { name: 'Erase for good' }).click()
  await expect(erase).toBeHidden()
  await expect(page.getByText('Hello Mia')).toBeHidden()
  await expect(page.getByRole('gridcell', { name: /^erased_/ })).toBeVisible()
})

for (const look of LOOKS) {
  test(`is read by everybody: ${look.language}, ${look.scheme}`, async ({ page }, info) => {
    await wear(page, look)
    await page.keyboard.press('g')
    await page.keyboard.press('c')
    await page.getByRole('gridcell', { name: 'mia.glow', exact: true }).dblclick()
    const drawer = page.getByRole('region', { name: 'mia.glow', exact: true })
    await expect(drawer.getByText('Hello Mia')).toBeVisible()
    await settled(page)
    await page.screenshot({ path: info.outputPath('profile.png') })
    await expectAccessible(page)
    await drawer.getByRole('tab').nth(5).click()
    await settled(page)
    await page.screenshot({ path: info.outputPath('card.png') })
    await page.keyboard.press('Escape')
  })
}
