/** Payables in the real window: entered, paid with proof, taken back, written to the bank file, by keyboard. */

import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Page } from '@playwright/test'

import { agencyFiles, SHOPS } from './fixtures/agency-files'
import { answerDialogs, expect, test } from './fixtures/app'
import { addShop, createWorkspace, dropFiles, goTo } from './fixtures/steps'

test.use({ language: 'en' })

test.beforeEach(async ({ app, page, folder }) => {
  await createWorkspace(app, page, join(folder, 'lumora.starboard'))
  await goTo(page, 'Shops & clients')
  await addShop(page, SHOPS[0])
  await goTo(page, 'Imports')
  const [seller = ''] = (await agencyFiles(folder)).all
  await dropFiles(page, [seller])
  await page.getByRole('button', { name: 'Import 1 file' }).click()
  await expect(page.getByRole('listitem').getByText('Imported', { exact: true })).toHaveCount(1)
  await page.locator('h1').click()
  await page.keyboard.press('g')
  await page.keyboard.press('m')
  await page.keyboard.press('2')
})

async function enter(page: Page, what: string, amount: string) {
  await page.keyboard.press('n')
  const drawer = page.getByRole('region', { name: 'New payable' })
  await drawer.getByLabel('Creator').fill('mia')
  await page.getByRole('option', { name: /mia\.glow_/ }).click()
  await drawer.getByLabel('What for').fill(what)
  await drawer.getByRole('textbox', { name: 'Amount' }).fill(amount)
  await page.keyboard.press('Enter')
  await expect(drawer).toBeHidden()
}

test('finance pays what is due, takes a payment back and writes the bank file without the mouse', async ({
  app,
  page,
  folder,
}) => {
  await expect(page.getByText('Nothing is owed outside the platform yet')).toBeVisible()
  await enter(page, 'Two videos', '800')
  const list = page.getByRole('grid', { name: 'What is owed, by due day' })
  const row = list.getByRole('row').filter({ hasText: 'Two videos' })
  await expect(row).toContainText('Open')
  await expect(page.getByText('To pay US$800.00').or(page.getByText('To pay $800.00'))).toBeVisible()

  await test.step('Y pays a part of it, with the file that proves it', async () => {
    const proof = join(folder, 'receipt.txt')
    writeFileSync(proof, 'paid')
    await answerDialogs(app, { open: [proof] })
    await list.focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(page.getByText('Nothing was posted yet')).toBeVisible()
    await page.keyboard.press('Escape')
    await list.focus()
    await page.keyboard.press('Enter')
    await page.locator('h1').click()
    await page.keyboard.press('y')
    const form = page.getByRole('region', { name: /^Pay / })
    await form.getByRole('textbox', { name: /^Amount/ }).fill('300')
    await form.getByRole('textbox', { name: 'Payment number' }).fill('TX-77')
    await form.getByRole('button', { name: 'Choose a file' }).click()
    await expect(form.getByText('Proof: receipt.txt')).toBeVisible()
    await form.getByRole('button', { name: 'Enter the payment' }).click()
    await expect(form).toBeHidden()
    await expect(row).toContainText('Approved')
    await expect(row).toContainText('500.00')
  })

  const detail = page.getByRole('region', { name: /Two videos/ })
  await test.step('what was paid is taken back with its reason: both stay in the ledger', async () => {
    const entries = detail.getByRole('table', { name: 'Ledger' })
    await expect(entries.getByRole('row').filter({ hasText: 'TX-77' })).toContainText('300.00')
    await expect(detail.getByText('receipt.txt')).toBeVisible()
    await entries.getByRole('button', { name: /^Take back Payment/ }).click()
    await page.getByRole('textbox', { name: 'Why it is taken back' }).fill('bounced')
    await page.getByRole('button', { name: 'Take back' }).click()
    await expect(entries.getByRole('row').filter({ hasText: 'Reversal' })).toContainText('bounced')
    await expect(entries.getByRole('row').filter({ hasText: 'TX-77' })).toContainText('taken back')
    await page.keyboard.press('Escape')
    await expect(row).toContainText('800.00')
  })

  await test.step('Ctrl+Shift+B writes the ticked ones and says whose bank details are missing', async () => {
    const file = join(folder, 'bank.csv')
    await answerDialogs(app, { save: file })
    await list.focus()
    await page.keyboard.press('x')
    await page.keyboard.press('Control+Shift+b')
    await expect(page.getByRole('region', { name: 'Not in the file' })).toContainText('No bank account')
    expect(existsSync(file)).toBe(true)
    expect(readFileSync(file, 'utf8').trim().split(/\r?\n/)).toHaveLength(1)
    await page.keyboard.press('Escape')
  })
})
