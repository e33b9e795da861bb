/** Two colleagues with a shared folder: joining, exchanging, a field in question that asks before it is edited, taking back. */

import { mkdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from './fixtures/app'
import { agencyFiles, SHOPS } from './fixtures/agency-files'
import {
  arrive,
  type Colleague,
  exchange,
  expectEqual,
  joinFrom,
  nameMyself,
  openCreator,
  questions,
  tab,
  useFolder,
  writeCreator,
} from './fixtures/colleagues'
import { addShop, createWorkspace, dropFiles, goTo } from './fixtures/steps'

const CREATOR = 'mia.glow_'

let table: Colleague[] = []

test.afterEach(async () => {
  for (const { app } of table) await app.close()
  table = []
})

test('three people share a folder, and a field in question asks before it is edited', async ({ folder }) => {
  test.setTimeout(300_000)
  const shared = join(folder, 'shared')
  mkdirSync(shared)
  const wang = await arrive('Wang', folder)
  table.push(wang)
  await createWorkspace(wang.app, wang.page, join(wang.folder, 'lumora.starboard'))
  await nameMyself(wang)
  await goTo(wang.page, 'Shops & clients')
  await addShop(wang.page, SHOPS[0])
  await goTo(wang.page, 'Imports')
  await dropFiles(wang.page, [(await agencyFiles(folder)).seller])
  await wang.page.getByRole('button', { name: 'Import 1 file' }).click()
  await expect(wang.page.getByRole('listitem').getByText('Imported', { exact: true })).toBeVisible()
  await useFolder(wang, shared)
  await exchange(wang)

  for (const name of ['Li', 'Zhou']) {
    const colleague = await arrive(name, folder)
    table.push(colleague)
    await joinFrom(colleague, shared, 'folder')
    await nameMyself(colleague)
    await exchange(colleague)
  }
  await exchange(wang)
  for (const name of ['Li', 'Zhou']) {
    await expect(
      wang.page.getByRole('table', { name: 'People & computers' }).getByRole('row', { name: new RegExp(`^${name}`) }),
    ).toBeVisible()
  }
  const [, li, zhou] = table
  if (!li || !zhou) throw new Error('two colleagues joined')
  // Both write while the folder is out of reach: by itself the app would bring the first change over in between.
  const away = join(folder, 'away')
  renameSync(shared, away)
  await writeCreator(wang.page, CREATOR, { 'E-mail': 'mia@one.example' })
  await writeCreator(zhou.page, CREATOR, { 'E-mail': 'mia@two.example', Name: 'Mia' })
  renameSync(away, shared)
  for (const one of [wang, zhou, li, wang]) await exchange(one)
  await expectEqual(wang, li, zhou)
  for (const colleague of table) expect(await questions(colleague)).toBe(1)

  // Li wants to change the address: first Li has to choose.
  const drawer = await openCreator(li.page, CREATOR)
  await drawer.getByRole('tab', { name: 'Card' }).click()
  await drawer.getByRole('button', { name: 'Choose first: E-mail' }).click()
  const chooser = li.page.getByRole('region', { name: 'Choose first: E-mail' })
  await expect(chooser.getByRole('region', { name: 'Wang' })).toContainText('mia@one.example')
  await chooser.getByRole('button', { name: 'Write another' }).click()
  await chooser.getByLabel('Another value').fill('mia@three.example')
  await chooser.getByRole('button', { name: 'Decide' }).click()
  await expect(chooser).toBeHidden()
  await expect(drawer.getByLabel('E-mail', { exact: true })).toHaveValue('mia@three.example')

  for (const one of [li, wang, zhou]) await exchange(one)
  await expectEqual(wang, li, zhou)
  for (const colleague of table) expect(await questions(colleague)).toBe(0)

  // What arrived is told by person, and can be taken back.
  await goTo(wang.page, 'Colleagues')
  await tab(wang.page, 'Since you were away')
  await expect(wang.page.getByRole('region', { name: 'Li' })).toBeVisible()
  await tab(wang.page, 'What arrived')
  await wang.page.getByRole('gridcell').first().dblclick()
  await wang.page.getByRole('button', { name: 'Undo these changes' }).click()
  await expect(wang.page.getByText(/changes? taken back\./).first()).toBeVisible()
})
