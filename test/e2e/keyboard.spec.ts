/** The keystroke contract in the real window: every line of docs/keyboard.md that needs one, on a list of costs. */

import type { ElectronApplication, Page } from '@playwright/test'
import { join } from 'node:path'

import { expect, test } from './fixtures/app'
import { SHOPS } from './fixtures/agency-files'
import { addShop, createWorkspace, goTo } from './fixtures/steps'

test.use({ language: 'en' })

const COLUMNS = ['day', 'kind', 'amount', 'payment', 'shop', 'creator', 'product', 'campaign', 'staff', 'note'] as const
type ColumnName = (typeof COLUMNS)[number]

test.beforeEach(async ({ app, page, folder }) => {
  await createWorkspace(app, page, join(folder, 'lumora.starboard'))
  await goTo(page, 'Shops & clients')
  await addShop(page, SHOPS[0])
  // Days apart, so that the list has one order: the latest first.
  await page.evaluate(async () => {
    const [shop] = await window.workspaceApi.shops.list({})
    if (!shop) return
    for (let at = 1; at <= 5; at += 1) {
      await window.workspaceApi.costs.put({
        fields: {
          shopId: shop.id,
          kind: 'fee',
          amount: at * 1000,
          currency: 'USD',
          day: `2026-01-0${at}`,
          note: `n${at}`,
        },
      })
    }
  })
  await page.keyboard.press('Control+1')
  await goTo(page, 'Costs & rates')
  await table(page).waitFor()
  await table(page).focus()
})

const table = (page: Page) => page.getByRole('grid', { name: 'Costs' })
const field = (page: Page) => page.locator('textarea:focus')

/** A cell by its row below the titles and its column. */
function cell(page: Page, row: number, column: ColumnName) {
  return table(page)
    .locator(`[role=row][aria-rowindex="${row + 1}"]`)
    .locator(`[role=gridcell][aria-colindex="${COLUMNS.indexOf(column) + 1}"]`)
}

async function at(page: Page, row: number, column: ColumnName): Promise<void> {
  await expect(cell(page, row, column)).toHaveAttribute('data-active', 'true')
}

async function press(page: Page, ...chords: readonly string[]): Promise<void> {
  for (const chord of chords) await page.keyboard.press(chord)
}

const said = (page: Page, text: string | RegExp) => expect(page.locator('footer output')).toContainText(text)

async function paste(app: ElectronApplication, page: Page, text: string): Promise<void> {
  await app.evaluate(({ clipboard }, copied) => clipboard.writeText(copied), text)
  await press(page, 'Control+V')
}

test('the cursor goes cell by cell, to edges, by pages, and with Tab and Enter', async ({ page }) => {
  await at(page, 1, 'day')
  await press(page, 'ArrowDown', 'ArrowRight')
  await at(page, 2, 'kind')
  await press(page, 'Control+ArrowDown')
  await at(page, 5, 'kind')
  await press(page, 'Control+ArrowRight')
  await at(page, 5, 'note')
  await press(page, 'Control+Home')
  await at(page, 1, 'day')
  await press(page, 'Tab', 'Enter', 'Shift+Tab')
  await at(page, 2, 'day')
  await press(page, 'Shift+Enter', 'PageDown')
  await at(page, 5, 'day')
  await press(page, 'End')
  await at(page, 5, 'note')
})

test('typing replaces a cell, F2 edits it, Escape leaves it as it was', async ({ page }) => {
  await press(page, 'End')
  await page.keyboard.type('Paid twice')
  await press(page, 'Enter')
  await expect(cell(page, 1, 'note')).toHaveText('Paid twice')
  await at(page, 2, 'note')
  await press(page, 'ArrowUp', 'F2', 'End')
  await page.keyboard.type('!')
  await press(page, 'Tab')
  await expect(cell(page, 1, 'note')).toHaveText('Paid twice!')
  await press(page, 'Home', 'End', 'Control+Home', 'End')
  await page.keyboard.type('something else')
  await press(page, 'Escape')
  await expect(cell(page, 1, 'note')).toHaveText('Paid twice!')
})

test('a choice is taken by its first letters, an amount by its figures, a day as it is written', async ({ page }) => {
  await press(page, 'ArrowRight')
  await page.keyboard.type('ad')
  await press(page, 'Enter')
  await expect(cell(page, 1, 'kind')).toHaveText('Ads')
  await press(page, 'ArrowUp', 'ArrowRight')
  await page.keyboard.type('12.5')
  await press(page, 'Enter')
  await expect(cell(page, 1, 'amount')).toHaveText('$12.50')
  await press(page, 'Control+Home')
  await page.keyboard.type('2026/1/9')
  await press(page, 'Enter')
  await expect(cell(page, 1, 'day')).toContainText('2026')
  await expect
    .poll(() => page.evaluate(async () => (await window.workspaceApi.costs.list({})).rows[0]?.day))
    .toBe('2026-01-09')
})

test('a selection is filled down, to the right, as a whole, with today, and emptied', async ({ page }) => {
  await press(page, 'End', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Control+D')
  await expect(cell(page, 3, 'note')).toHaveText('n5')
  await said(page, 'rows filled')
  await press(page, 'Control+Home', 'End', 'ArrowLeft', 'ArrowLeft')
  await page.keyboard.type('spring')
  await press(page, 'Enter', 'ArrowUp', 'Shift+ArrowRight', 'Control+R')
  await expect(cell(page, 1, 'staff')).toHaveText('spring')
  await press(page, 'Control+Shift+ArrowDown', 'F2')
  await page.keyboard.type('Ann')
  await press(page, 'Control+Enter')
  await expect(cell(page, 5, 'staff')).toHaveText(/Ann/)
  await press(page, 'Delete')
  await expect(cell(page, 5, 'staff')).toHaveText('–')
  await press(page, 'Control+Home', 'Control+;')
  const today = new Date().toLocaleDateString('sv-SE')
  await expect
    .poll(() => page.evaluate(async () => (await window.workspaceApi.costs.list({})).rows[0]?.day))
    .toBe(today)
})

test('pasted rows change those that are there, add those that are not, and are taken back as one step', async ({
  app,
  page,
}) => {
  await press(page, 'Control+ArrowDown')
  const rows = ['2026-01-01\tfee\t7.25', '2025-12-31\tads\t"1,000.00"', '2025-12-30\tgift\t3', '']
  await paste(app, page, rows.join('\r\n'))
  await said(page, '3 rows pasted. 2 of them are new. 1 cell was not taken and stays marked.')
  await expect(cell(page, 5, 'amount')).toHaveText('$7.25')
  await expect(cell(page, 6, 'amount')).toHaveText('$1,000.00')
  // The kind that there is not: the row is there, the cell says what was pasted and why it was not taken.
  await expect(cell(page, 7, 'kind')).toHaveText(/gift/)
  await expect(cell(page, 7, 'kind')).toHaveAttribute('aria-invalid', 'true')
  await expect(cell(page, 7, 'kind')).toHaveAttribute('title', 'Not taken: not one of the choices')
  await press(page, 'Control+Z')
  await said(page, 'Taken back: Paste of 3 rows')
  await expect(table(page)).toHaveAttribute('aria-rowcount', '6')
  await expect(cell(page, 5, 'amount')).toHaveText('$10.00')
  await press(page, 'Control+Shift+Z')
  await said(page, 'Done again: Paste of 3 rows')
  await expect(table(page)).toHaveAttribute('aria-rowcount', '8')
})

test('a paste with titles goes into its columns, another currency is refused cell by cell', async ({ app, page }) => {
  await paste(app, page, 'Q1 costs\t\nNote\tAmount\nfirst\t€5.00\nsecond\t6')
  await expect(page.getByRole('alertdialog')).toBeVisible()
  await press(page, 'Enter')
  await said(page, '2 rows pasted. 1 cell was not taken and stays marked.')
  await expect(cell(page, 1, 'note')).toHaveText('first')
  await expect(cell(page, 2, 'amount')).toHaveText('$6.00')
  await expect(cell(page, 1, 'amount')).toHaveAttribute('title', /another currency/)
})

test('what is cut is on the clipboard and no longer in the cells', async ({ app, page }) => {
  await press(page, 'End', 'Shift+ArrowDown', 'Control+X')
  await expect(cell(page, 1, 'note')).toHaveText('–')
  await expect.poll(() => app.evaluate(({ clipboard }) => clipboard.readText())).toBe('n5\nn4')
  await press(page, 'ArrowDown')
  await press(page, 'Control+V')
  await expect(cell(page, 3, 'note')).toHaveText('n5')
  await expect(cell(page, 4, 'note')).toHaveText('n4')
})

test('Space looks at the record, Alt and arrows go to its neighbours, Escape leads back to the cell', async ({
  page,
}) => {
  await press(page, 'ArrowDown', 'Space')
  const amount = page.getByRole('textbox', { name: 'Amount' })
  await expect(amount).toHaveValue('40.00')
  await press(page, 'Alt+ArrowDown')
  await expect(amount).toHaveValue('30.00')
  await press(page, 'Alt+ArrowUp', 'Alt+ArrowUp')
  await expect(amount).toHaveValue('50.00')
  await press(page, 'Escape')
  await expect(amount).toBeHidden()
})

test('what an input method composes goes into the cell, and its keys are no commands', async ({ page }) => {
  await press(page, 'End')
  await expect(field(page)).toBeFocused()
  const session = await page.context().newCDPSession(page)
  await session.send('Input.imeSetComposition', { text: 'ni hao', selectionStart: 6, selectionEnd: 6 })
  await expect(field(page)).toHaveValue('ni hao')
  await session.send('Input.insertText', { text: '你好' })
  await expect(field(page)).toHaveValue('你好')
  await press(page, 'Enter')
  await expect(cell(page, 1, 'note')).toHaveText('你好')
})

test('single letters are commands where they are not text, and ? shows every key', async ({ page }) => {
  // The payment is not for editing.
  await press(page, 'ArrowRight', 'ArrowRight', 'ArrowRight', '?')
  await expect(page.getByRole('dialog')).toContainText('Fill down')
  await press(page, 'Escape')
  await table(page).focus()
  await press(page, 'G', 'D')
  await expect(page.getByRole('heading', { level: 1, name: 'Products' })).toBeVisible()
})
