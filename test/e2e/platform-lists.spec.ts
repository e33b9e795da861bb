/** Lists of products and posts in the real window: dropped, previewed, asked about, imported, taken back. */

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from './fixtures/app'
import { SHOPS } from './fixtures/agency-files'
import { expectAccessible, LOOKS, settled, wear } from './fixtures/look'
import { addShop, createWorkspace, dropFiles, goTo } from './fixtures/steps'

test.use({ language: 'en' })

const VIDEOS = [
  'Video title,Video ID,Post date,Video link,Creator name,Product ID,Creator video-attributed GMV,Video-attributed orders,Video views,CTR',
  ',,,,,,GMV of orders attributed to the video,orders,views,clicks',
  'Glow in 7 days,7412345678901234567,09/14/2026,https://www.tiktok.com/@mia.glow_/video/7412345678901234567,mia.glow_,1729000000000000001,"$1,234.50",10,"44,750",1.87%',
  'Kitchen,--,09/20/2026,https://vm.tiktok.com/ZMabc/,bo.kitchen,1729000000000000001,$10.00,1,500,2.00%',
].join('\n')

test('a list of videos is told by its headers, asks for its days, corrects a short link, and can be taken back', async ({
  app,
  page,
  folder,
}, info) => {
  await createWorkspace(app, page, join(folder, 'lumora.starboard'))
  await goTo(page, 'Shops & clients')
  await addShop(page, SHOPS[0])
  await goTo(page, 'Imports')
  const name = 'videos_20260901-20260930.csv'
  const file = join(folder, name)
  writeFileSync(file, VIDEOS)
  await dropFiles(page, [file])
  const card = page.getByRole('listitem').filter({ hasText: name })
  await expect(card.getByText('Ready')).toBeVisible()
  await expect(card.locator('[data-count=rejected]')).toHaveText('1 rejected')

  await card.getByRole('button', { name: /Details/ }).click()
  const drawer = page.getByRole('region', { name })
  const cell = drawer.getByRole('textbox', { name: 'Row 4, Video link' })
  await cell.fill('https://www.tiktok.com/@bo.kitchen/video/7499999999999999999')
  await cell.press('Enter')
  await expect(card.locator('[data-count=newThings]')).toHaveText('2 new')
  await settled(page)
  await expectAccessible(page)
  await page.keyboard.press('Escape')

  await page.keyboard.press('Control+Enter')
  await expect(card.getByText('Imported', { exact: true })).toBeVisible()
  await expect(card.getByText('No post waits for a sample')).toBeVisible()
  const history = page.getByRole('region', { name: 'Imported lists of products, videos and LIVEs' })
  await history.getByRole('button', { name: 'Take back', exact: true }).click()
  await history.getByRole('button', { name: 'Bring it back' }).click()
  await expect(history.getByRole('button', { name: 'Take back', exact: true })).toBeVisible()

  for (const look of LOOKS) {
    await wear(page, look)
    await page.keyboard.press('g')
    await page.keyboard.press('i')
    await settled(page)
    await dropFiles(page, [file])
    await page.getByRole('listitem').getByRole('button').first().click()
    await settled(page)
    await page.screenshot({ path: info.outputPath(`videos-${look.language}-${look.scheme}.png`) })
    await expectAccessible(page)
  }
})
