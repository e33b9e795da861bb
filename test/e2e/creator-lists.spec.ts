/** Creator lists in the real window: dropped, previewed, imported, taken back; another tool's table by naming its columns. */

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from './fixtures/app'
import { SHOPS } from './fixtures/agency-files'
import { expectAccessible, LOOKS, settled, wear } from './fixtures/look'
import { addShop, createWorkspace, dropFiles, goTo } from './fixtures/steps'

test.use({ language: 'en' })

const HEADER =
  'Creator name,Creator-attributed GMV,Creator LIVE-attributed GMV,Creator video-attributed GMV,Affiliate product card-attributed GMV,Attributed orders,AOV,CTR,Product impressions,Avg.daily products sold'
const LIST = [
  HEADER,
  ',GMV of orders attributed to the creator,LIVE part,video part,product card part,orders,GMV ÷ orders,clicks,shown,sold',
  'mia.glow_,"$1,234.50",$200.00,"$1,000.00",$34.50,10,$123.45,1.87%,"50,270",3',
  'bo.kitchen,$0.00,$0.00,$0.00,$0.00,0,--,0.00%,120,--',
  'cleo_home,twelve,$0.00,$0.00,$0.00,1,$12.00,0.50%,400,1',
].join('\n')
const TOOL = [
  '达人ID,达人昵称,粉丝数,预估销售额($),视频GPM',
  'mia.glow_,Mia,12.3万,$4.5K,$9.80',
  'dan.fit,Dan,8500,$120.00,$3.10',
].join('\n')

test.beforeEach(async ({ app, page, folder }) => {
  await createWorkspace(app, page, join(folder, 'lumora.starboard'))
  await goTo(page, 'Shops & clients')
  await addShop(page, SHOPS[0])
  await goTo(page, 'Imports')
})

test('a creator list is told by its headers, asks only for its days, and can be taken back', async ({
  page,
  folder,
}) => {
  const file = join(folder, 'creators_20261001-20261030.csv')
  writeFileSync(file, LIST)
  await dropFiles(page, [file])
  const card = page.getByRole('listitem').filter({ hasText: 'creators_20261001-20261030.csv' })
  await expect(card.getByText('Ready')).toBeVisible()
  await expect(card.locator('[data-count=newCreators]')).toHaveText('2 new')
  await expect(card.locator('[data-count=rejected]')).toHaveText('1 rejected')

  await card.getByRole('button', { name: /Details/ }).click()
  const drawer = page.getByRole('region', { name: 'creators_20261001-20261030.csv' })
  await expect(drawer.getByText('A daily average, not a total: left out')).toBeVisible()
  const cell = drawer.getByRole('textbox', { name: 'Row 5, Creator-attributed GMV' })
  await cell.fill('$12.00')
  await cell.press('Enter')
  await expect(card.locator('[data-count=newCreators]')).toHaveText('3 new')
  await page.keyboard.press('Escape')

  await page.keyboard.press('Control+Enter')
  await expect(card.getByText('Imported', { exact: true })).toBeVisible()
  const history = page.getByRole('region', { name: 'Imported creator lists' })
  await history.getByRole('button', { name: 'Take back', exact: true }).click()
  await history.getByRole('button', { name: 'Bring it back' }).click()
  await expect(history.getByRole('button', { name: 'Take back', exact: true })).toBeVisible()
})

test('a table of another tool is read once its columns are named, and known the next time', async ({
  page,
  folder,
}, info) => {
  const file = join(folder, 'fastmoss_creators.csv')
  writeFileSync(file, TOOL)
  await dropFiles(page, [file])
  const card = page.getByRole('listitem').filter({ hasText: 'fastmoss_creators.csv' })
  await expect(card.getByText('Columns to be named')).toBeVisible()
  await card.getByRole('button', { name: 'Name its columns…' }).click()
  const drawer = page.getByRole('region', { name: 'fastmoss_creators.csv' })
  await expect(drawer.getByRole('combobox', { name: 'Meaning of 达人ID' })).toHaveValue('Handle or profile address')
  for (const look of [LOOKS[0], LOOKS[1]]) {
    if (look === undefined) continue
    await settled(page)
    await expectAccessible(page)
  }
  await page.screenshot({ path: info.outputPath('mapping-en.png') })
  await drawer.getByLabel('Name of the form').fill('FastMoss creators')
  await drawer.getByRole('combobox', { name: 'Currency of the amounts' }).click()
  await page.getByRole('option', { name: 'USD' }).click()
  await drawer.getByRole('button', { name: 'Read it this way' }).click()
  await page.keyboard.press('Escape')
  await card.getByLabel('First day').fill('2026-10-01')
  await card.getByLabel('Last day').fill('2026-10-30')
  await card.getByLabel('Last day').press('Tab')
  await expect(card.locator('[data-count=newCreators]')).toHaveText('2 new')
  await page.keyboard.press('Control+Enter')
  await expect(card.getByText('Imported', { exact: true })).toBeVisible()

  const next = join(folder, 'next_20261031-20261106.csv')
  writeFileSync(next, TOOL.replace('12.3万', '12.5万'))
  await dropFiles(page, [next])
  const again = page.getByRole('listitem').filter({ hasText: 'next_20261031-20261106.csv' })
  await expect(again.getByText('FastMoss creators')).toBeVisible()
  await expect(again.getByText('Ready')).toBeVisible()
})

test('the lists look right in both languages and schemes', async ({ page, folder }, info) => {
  const files = ['a_20261001-20261030.csv', 'b_20261015-20261113.csv'].map((name) => join(folder, name))
  files.forEach((file, at) => writeFileSync(file, at === 0 ? LIST : LIST.replace('$34.50', '$30.00')))
  await dropFiles(page, files)
  await expect(page.getByRole('listitem').getByText('Ready')).toHaveCount(2)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('listitem').getByText('Imported', { exact: true })).toHaveCount(2)
  for (const look of LOOKS) {
    await wear(page, look)
    await page.keyboard.press('g')
    await page.keyboard.press('i')
    await settled(page)
    await dropFiles(page, [join(folder, 'b_20261015-20261113.csv')])
    await page.getByRole('listitem').getByRole('button').first().click()
    await settled(page)
    await page.screenshot({ path: info.outputPath(`lists-${look.language}-${look.scheme}.png`) })
    await expectAccessible(page)
  }
})
