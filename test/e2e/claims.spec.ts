/** Two colleagues who exchange files: the second one to write to a creator is told whose they are before it is done. */

import { join } from 'node:path'

import { profile } from '../../renderer/messages/en/profile'
import { expect, test } from './fixtures/app'
import { arrive, type Colleague, joinFrom, makePackage, nameMyself, takePackage } from './fixtures/colleagues'
import { createWorkspace } from './fixtures/steps'

const HANDLE = 'mia.glow'

let table: Colleague[] = []

test.afterEach(async () => {
  for (const { app } of table) await app.close()
  table = []
})

/** How many messages to the creator a colleague knows of. */
const messages = ({ page }: Colleague) =>
  page.evaluate(async () => (await window.workspaceApi.outreach.touches({ kind: 'sent' })).total)

test('whoever would be the second to write is warned by name, writes nothing by saving, and may go on with a reason', async ({
  folder,
}) => {
  test.setTimeout(180_000)
  const wang = await arrive('Wang', folder)
  table.push(wang)
  await createWorkspace(wang.app, wang.page, join(wang.folder, 'lumora.starboard'))
  await nameMyself(wang)
  await wang.page.evaluate(async (handle) => {
    await window.workspaceApi.shops.add({ name: 'Lumora US', market: 'US' })
    await window.workspaceApi.creators.add({ creators: [{ handle, market: 'US' }] })
  }, HANDLE)
  const li = await arrive('Li', folder)
  table.push(li)
  await joinFrom(li, await makePackage(wang, /^A new colleague/, 'base'), 'package')
  await nameMyself(li)

  await wang.page.evaluate(async () => {
    const { creators, outreach: contacts, shops } = window.workspaceApi
    const [creator] = (await creators.list({})).rows
    const [shop] = await shops.list({})
    if (creator && shop) await contacts.log({ creatorId: creator.id, shopId: shop.id, kind: 'sent' })
  })
  await takePackage(li, await makePackage(wang, /^(Everybody|Li)/, 'morning'))
  expect(await messages(li)).toBe(1)

  await li.page.keyboard.press('g')
  await li.page.keyboard.press('c')
  await li.page.getByRole('gridcell', { name: HANDLE, exact: true }).dblclick()
  const person = li.page.getByRole('region', { name: HANDLE, exact: true })
  const [before = ''] = profile.heldBy.split('{{until}}')
  await expect(person).toContainText(before.replace('{{person}}', 'Wang'))
  await li.page.keyboard.press('l')
  const form = li.page.locator('form')
  await form.locator('textarea').fill('Hello Mia')
  await li.page.getByRole('button', { name: /^(Save|Log)$/ }).press('Enter')
  await expect(form).toContainText('Wang')
  expect(await messages(li)).toBe(1)
  await li.page.screenshot({ path: 'test-results/claims-warned.png' })

  await form.getByLabel(/^(Reason|Why you go on)/).fill('Wang is ill')
  await li.page.getByRole('button', { name: /^(Save|Log)$/ }).press('Enter')
  await expect(form).toBeHidden()
  expect(await messages(li)).toBe(2)
})
