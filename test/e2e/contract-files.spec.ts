/** Contracts on paper in the real window: signed by hand and by name, exported, checked, and looked at in both languages. */

import { existsSync } from 'node:fs'
import { join } from 'node:path'

import { answerDialogs, expect, test } from './fixtures/app'
import { expectAccessible, expectNothingClipped, LOOKS, settled, wear } from './fixtures/look'
import { createWorkspace } from './fixtures/steps'

test.use({ language: 'en' })

test.beforeEach(async ({ app, page, folder }) => {
  await createWorkspace(app, page, join(folder, 'lumora.starboard'))
  await page.evaluate(async () => {
    const api = window.workspaceApi
    const shop = await api.shops.add({ name: 'Glow', market: 'US' })
    const { ids } = await api.creators.add({ creators: [{ handle: 'dao.daily' }] })
    const of = { shopId: shop.id, creatorId: ids[0]! }
    const days = { fromDay: '2026-03-01', toDay: '2026-05-30' }
    const terms = { fee: 90_000, videos: 3, lives: 0, rounds: 2, usageDays: 90, exclusive: 'beauty', law: 'Thailand' }
    const fields = { ...of, ...days, ...terms, kind: 'flatFee' as const, title: 'Spring serum', number: 'GL-7' }
    const names = { party: 'Star Bridge 星桥', counterparty: 'ดาวใจ ศรีสุข' }
    const { id } = await api.contracts.put({ fields: { ...fields, ...names, clauses: null } })
    const { variables } = await api.contracts.preview({ id })
    const missing = Object.fromEntries(variables.filter((one) => one.missing).map(({ name }) => [name, 'Glow Serum']))
    await api.contracts.put({ id, fields: { variables: missing } })
    await api.contracts.makeVersion({ id })
  })
  await page.locator('h1').click()
  await page.keyboard.press('g')
  await page.keyboard.press('a')
  await page.getByRole('gridcell', { name: 'Spring serum' }).dblclick()
  await expect(page.getByRole('heading', { level: 1, name: 'Spring serum' })).toBeVisible()
})

test('a version is signed by hand and by name, exported, and its seal is checked', async ({
  app,
  page,
  folder,
}, info) => {
  const strip = page.getByRole('region', { name: 'Paper and signatures' })
  await expect(strip.getByText('The seal is whole')).toBeVisible()
  await expect(strip.getByText('evidence level B')).toBeVisible()
  await test.step('the creator draws their name', async () => {
    await strip.getByRole('button', { name: 'Sign here now…' }).click()
    const form = page.getByRole('region', { name: 'Sign version 1' })
    await form.getByRole('button', { name: 'Sign', exact: true }).click()
    await expect(form.getByText('Write the name of the person who signs.')).toBeVisible()
    await expect(form.getByText('Nobody signs without having agreed.')).toBeVisible()
    await form.getByRole('textbox', { name: 'Full name of the signer' }).fill('ดาวใจ ศรีสุข')
    const canvas = form.getByRole('img', { name: 'Signature, drawn with mouse or pen' })
    const box = (await canvas.boundingBox())!
    const at = (x: number, y: number) => [box.x + box.width * x, box.y + box.height * y] as const
    await page.mouse.move(...at(0.1, 0.7))
    await page.mouse.down()
    for (const [x, y] of [
      [0.2, 0.2],
      [0.3, 0.8],
      [0.4, 0.3],
      [0.5, 0.7],
      [0.7, 0.4],
    ] as const)
      await page.mouse.move(...at(x, y), { steps: 4 })
    await page.mouse.up()
    await form.getByRole('checkbox').check()
    await settled(page)
    await expectAccessible(page)
    await page.screenshot({ path: info.outputPath('sign.png') })
    await form.getByRole('button', { name: 'Sign', exact: true }).click()
    await expect(strip.getByText('Creator: signed')).toBeVisible()
    await expect(strip.getByText('Agency: not signed')).toBeVisible()
  })
  await test.step('the agency signs by keyboard alone, and the contract is signed', async () => {
    await strip.getByRole('button', { name: 'Sign here now…' }).press('Enter')
    const form = page.getByRole('region', { name: 'Sign version 1' })
    await expect(form.getByRole('textbox', { name: 'Full name of the signer' })).toBeFocused()
    await page.keyboard.type('Lin')
    await form.getByRole('checkbox').press('Space')
    await form.getByRole('textbox', { name: 'Full name of the signer' }).press('Enter')
    await expect(strip.getByText('Agency: signed')).toBeVisible()
    // The shop may sign too; both sides have.
    await expect(strip.getByText('Shop: not signed')).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Obligations', exact: true })).toBeVisible()
  })
  await test.step('the PDF and the evidence pack are saved', async () => {
    for (const [what, name] of [
      ['PDF with the audit page', 'signed.pdf'],
      ['Word file…', 'contract.docx'],
      ['Evidence pack…', 'pack.zip'],
    ] as const) {
      const file = join(folder, name)
      await answerDialogs(app, { save: file })
      await strip.getByRole('button', { name: 'Export' }).click()
      await page.getByRole('menuitem', { name: what }).click()
      await expect.poll(() => existsSync(file)).toBe(true)
    }
  })
  await test.step('every hash, in both languages, light and dark', async () => {
    await strip.getByRole('button', { name: 'Hashes and signatures…' }).click()
    for (const look of LOOKS) {
      await wear(page, look)
      await page.getByRole('gridcell', { name: 'Spring serum' }).dblclick()
      await page.getByRole('button', { name: /Hashes and signatures…|校验值与签名…/u }).click()
      await expect(page.getByText(/The seal is whole|封印完好/u)).toBeVisible()
      await settled(page)
      await expectAccessible(page)
      await expectNothingClipped(page)
      await page.screenshot({ path: info.outputPath(`seals-${look.language}-${look.scheme}.png`) })
    }
  })
})
