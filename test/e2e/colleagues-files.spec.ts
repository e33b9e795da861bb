/**
 * Three colleagues who were offline exchange what they did as files: the same creator, cost, remark and payment changed
 * at once, the same export imported twice. All of them end with equal workspaces, and every question is decided once.
 */

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from './fixtures/app'
import { agencyFiles, SHOPS } from './fixtures/agency-files'
import {
  arrive,
  type Colleague,
  expectEqual,
  joinFrom,
  lookAtPackage,
  makePackage,
  nameMyself,
  openCost,
  questions,
  tab,
  takePackage,
  writeCreator,
} from './fixtures/colleagues'
import { addShop, createWorkspace, dropFiles, goTo } from './fixtures/steps'

const CREATOR = 'mia.glow_'

let table: Colleague[] = []

test.afterEach(async () => {
  for (const { app } of table) await app.close()
  table = []
})

/** Wang makes the workspace; Li and Zhou join from one package. */
async function threeAtTable(folder: string): Promise<readonly [Colleague, Colleague, Colleague]> {
  const wang = await arrive('Wang', folder)
  table.push(wang)
  await createWorkspace(wang.app, wang.page, join(wang.folder, 'lumora.starboard'))
  await nameMyself(wang)
  await goTo(wang.page, 'Shops & clients')
  await addShop(wang.page, SHOPS[0])
  await importExport(wang, (await agencyFiles(folder)).seller)
  await writeCreator(wang.page, CREATOR, { Remark: 'Likes serum.\nAnswers in the evening.\nWants 300 a video.' })
  await enterCost(wang, '300')
  const base = await makePackage(wang, /^A new colleague/, 'base')
  const others = []
  for (const name of ['Li', 'Zhou']) {
    const colleague = await arrive(name, folder)
    table.push(colleague)
    await joinFrom(colleague, base, 'package')
    await nameMyself(colleague)
    others.push(colleague)
  }
  const [li, zhou] = others
  if (!li || !zhou) throw new Error('two colleagues joined')
  return [wang, li, zhou]
}

async function importExport({ page }: Colleague, file: string): Promise<void> {
  await goTo(page, 'Imports')
  await dropFiles(page, [file])
  await page.getByRole('button', { name: 'Import 1 file' }).click()
  await expect(page.getByRole('listitem').getByText('Imported', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Clear the finished ones' }).click()
}

async function enterCost({ page }: Colleague, amount: string): Promise<void> {
  await goTo(page, 'Costs & rates')
  await page.getByRole('button', { name: 'Enter a cost' }).first().click()
  const drawer = page.getByRole('region', { name: 'New cost' })
  await drawer.getByLabel('Shop').click()
  await page.getByRole('option', { name: /Lumora US/ }).click()
  await drawer.getByLabel('Amount').fill(amount)
  await drawer.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(drawer).toBeHidden()
}

async function changeCost({ page }: Colleague, amount: string, step: string): Promise<void> {
  const drawer = await openCost(page)
  await drawer.getByRole('button', { name: step }).click()
  await expect(drawer.getByRole('button', { name: step })).toBeHidden()
  await drawer.getByLabel('Amount').fill(amount)
  await drawer.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(drawer).toBeHidden()
}

/** Everybody sends what they have to everybody, in the worst order: twice, and the oldest last. */
async function exchangeFiles(round: string, colleagues: readonly Colleague[]): Promise<void> {
  const files: { from: Colleague; file: string }[] = []
  for (const from of colleagues)
    files.push({ from, file: await makePackage(from, /^Everybody/, `${from.name} ${round}`) })
  for (const to of colleagues) {
    for (const { file } of files.filter(({ from }) => from !== to).toReversed()) await takePackage(to, file)
  }
}

test('what three people did offline meets in files, is decided once, and is the same for all in the end', async ({
  folder,
}) => {
  test.setTimeout(420_000)
  const [wang, li, zhou] = await threeAtTable(folder)
  await expectEqual(wang, li, zhou)

  // At once, without knowing of each other.
  await writeCreator(wang.page, CREATOR, {
    Phone: '111',
    Remark: 'Loves serum.\nAnswers in the evening.\nWants 300 a video.',
  })
  await writeCreator(li.page, CREATOR, {
    Phone: '222',
    Remark: 'Likes serum.\nAnswers in the evening.\nWants 350 a video.',
  })
  await changeCost(wang, '310', 'Mark as paid')
  await changeCost(zhou, '320', 'Cancel the payment')
  // The same export at two places, one of them with a line more.
  const both = join(folder, 'Zhou', 'affiliate_orders_2.csv')
  const seller = join(folder, 'affiliate_orders_1.csv')
  writeFileSync(both, readFileSync(seller, 'utf8').replace('twelve', '12.34'))
  await importExport(zhou, both)
  await importExport(li, both)

  // Looking changes nothing.
  const first = await makePackage(li, /^Everybody/, 'Li first')
  const drawer = await lookAtPackage(wang, first)
  await expect(drawer.getByText('1 decision')).toBeVisible()
  await expect(drawer.getByRole('table', { name: 'Changes' }).getByText('222')).toBeVisible()
  await drawer.getByRole('button', { name: 'Cancel' }).click()
  await expect(drawer).toBeHidden()
  expect(await questions(wang)).toBe(0)

  await exchangeFiles('one', [wang, li, zhou])
  await exchangeFiles('two', [wang, li, zhou])
  await expectEqual(wang, li, zhou)
  for (const colleague of [wang, li, zhou]) expect(await questions(colleague)).toBe(3)

  // Li decides the phone by its number, Zhou the amount and the payment.
  await goTo(li.page, 'Colleagues')
  await tab(li.page, 'Inbox')
  await li.page.getByRole('navigation', { name: 'Questions' }).getByText('Phone').click()
  const phone = li.page.getByRole('region', { name: `${CREATOR} · Phone` })
  await expect(phone.getByRole('region', { name: 'Mine' })).toContainText('222')
  await expect(phone.getByRole('region', { name: 'Wang' })).toContainText('111')
  await li.page.keyboard.press('2')
  await expect(phone.getByRole('region', { name: 'Result' })).toContainText('111')
  await li.page.keyboard.press('Control+Enter')
  await expect(li.page.getByText('1 decision made; Ctrl Z takes it back')).toBeVisible()

  await goTo(zhou.page, 'Colleagues')
  await tab(zhou.page, 'Inbox')
  for (const field of ['Amount', 'Payment']) {
    await zhou.page
      .getByRole('navigation', { name: 'Questions' })
      .getByText(new RegExp(` ${field} `))
      .click()
    await zhou.page.keyboard.press('1')
    await zhou.page.keyboard.press('Control+Enter')
    await expect(
      zhou.page.getByRole('navigation', { name: 'Questions' }).getByText(new RegExp(` ${field} `)),
    ).toBeHidden()
  }

  await exchangeFiles('three', [wang, li, zhou])
  await expectEqual(wang, li, zhou)
  for (const colleague of [wang, li, zhou]) expect(await questions(colleague)).toBe(0)
  await goTo(wang.page, 'Creators')
  await goTo(wang.page, 'Costs & rates')
  await expect(wang.page.getByRole('gridcell', { name: '$320.00' })).toBeVisible()
  await expect(wang.page.getByRole('gridcell', { name: 'Cancelled' })).toBeVisible()
})
