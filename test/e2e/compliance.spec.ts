/** Scripts checked by hand: marks in the text, findings by key, the safer wording and its undo, own rules, a signed template. */

import { join } from 'node:path'
import type { Page } from '@playwright/test'

import { expect, test } from './fixtures/app'
import { expectAccessible, expectNothingClipped, LOOKS, settled, show, wear, zoom } from './fixtures/look'
import { createWorkspace } from './fixtures/steps'

test.use({ language: 'en' })

const PICTURES = process.env['STARBOARD_PICTURES']

async function picture(page: Page, name: string): Promise<void> {
  if (PICTURES) await page.screenshot({ path: join(PICTURES, `${name}.png`) })
}

const SCRIPT = `Hi, I am Mia and this is the cheapest serum ever.
It works for everyone, I lost 5 kg and my acne is gone overnight.
大家好,这款面霜全网最便宜,绝对有效。
It is eco-friendly too.`

test('a script is checked, made safer by key, and everything is taken back', async ({ app, page, folder }) => {
  test.setTimeout(180_000)
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800))
  await createWorkspace(app, page, join(folder, 'agency.starboard'))
  await page.evaluate(() => window.workspaceApi.shops.add({ name: 'Lumora US', market: 'US' }))
  await show(page, 'compliance')
  const script = page.getByRole('textbox', { name: 'Script', exact: true })
  const findings = page.getByRole('listbox', { name: 'Findings' })

  await test.step('what is risky is marked while it is written', async () => {
    await script.fill(SCRIPT)
    await expect(findings.getByRole('option', { name: /the cheapest/ })).toBeVisible()
    await expect(findings.getByRole('option', { name: /全网最便宜/ })).toBeVisible()
    await expect(page.locator('mark', { hasText: '绝对有效' })).toBeVisible()
  })

  await test.step('arrow keys go through the findings, Enter uses the safer wording, one undo takes it back', async () => {
    await script.press('Escape')
    await expect(findings).toBeFocused()
    await page.keyboard.press('Home')
    await page.keyboard.press('ArrowDown')
    await expect(findings.getByRole('option', { name: /the cheapest/ })).toHaveAttribute('aria-selected', 'true')
    await expect(page.getByText('essay 4843034870187792', { exact: false }).first()).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(script).toHaveValue(/this is great value serum/)
    await expect(findings).toBeFocused()
    await page.keyboard.press('Control+z')
    await expect(script).toHaveValue(SCRIPT)
  })

  await test.step('a language without a pack is said, with what to do', async () => {
    await script.fill('Esta crema es muy barata y me gusta para la cara.')
    await findings.getByRole('option', { name: /Not checked: Spanish/ }).click()
    const finding = page.getByRole('region', { name: 'Finding', exact: true })
    await expect(finding).toContainText('There is no pack for Spanish')
    await expect(finding).toContainText('Ask a native speaker')
    await expect(page.getByRole('combobox', { name: 'Language' })).toHaveAttribute('placeholder', 'Spanish')
    await picture(page, 'compliance-no-pack')
  })

  await test.step('a text file of a Chinese editor opens as it reads; a film does not', async () => {
    const open = page.locator('input[type=file]')
    // 最便宜 in GB 18030.
    const chinese = { name: 'jiaoben.txt', mimeType: 'text/plain', buffer: Buffer.from('d7eeb1e3d2cb', 'hex') }
    await open.setInputFiles(chinese)
    await expect(script).toHaveValue('最便宜')
    await open.setInputFiles({ name: 'cut.mp4', mimeType: 'video/mp4', buffer: Buffer.alloc(2048) })
    await expect(page.getByText('cut.mp4 is no text file')).toBeVisible()
    await expect(script).toHaveValue('最便宜')
  })

  await test.step('every look is readable', async () => {
    for (const look of LOOKS) {
      await wear(page, look)
      await show(page, 'compliance')
      await page.locator('textarea').first().fill(SCRIPT)
      await page.getByRole('option').nth(2).click()
      await settled(page)
      await expectAccessible(page)
      await picture(page, `compliance-check-${look.language}-${look.scheme}`)
      for (const tab of look.language === 'en' ? ['Rules', 'Templates'] : ['规则', '模板']) {
        await page.getByRole('main').getByText(tab, { exact: true }).first().click()
        await settled(page)
        await expectAccessible(page)
        await picture(page, `compliance-${tab}-${look.scheme}`)
      }
    }
  })
})

test('rules are the agency’s own, and a template is signed off by a native reader', async ({ app, page, folder }) => {
  test.setTimeout(180_000)
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800))
  await createWorkspace(app, page, join(folder, 'agency.starboard'))
  await show(page, 'compliance')
  const tab = (name: string) => page.getByRole('main').getByText(name, { exact: true }).first().click()

  await test.step('a rule is switched off', async () => {
    await tab('Rules')
    await page.getByRole('button', { name: 'absolute.cheapest' }).click()
    await page.getByRole('checkbox', { name: 'Switched off' }).check()
    await settled(page)
    await picture(page, 'compliance-rule')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(page.getByRole('row', { name: /absolute\.cheapest/ })).toContainText('Off')
  })

  await test.step('a shipped template is copied and signed off', async () => {
    await tab('Templates')
    await page.getByRole('button', { name: 'First look (beauty)' }).click()
    await settled(page)
    await picture(page, 'compliance-template')
    await page.getByRole('button', { name: 'Save as an own one' }).click()
    await page.getByLabel('Native reader').fill('Grace')
    await page.getByRole('button', { name: 'Sign off', exact: true }).click()
    await expect(page.getByText(/Grace, /).first()).toBeVisible()
  })

  await test.step('at 150 % nothing is cut off', async () => {
    await page.keyboard.press('Escape')
    await zoom(app, 1.5)
    await tab('Check')
    await page.locator('textarea').first().fill(SCRIPT)
    await expect(page.getByRole('option').nth(2)).toBeVisible()
    await settled(page)
    await expectNothingClipped(page)
    // Below the script, whole.
    const list = page.getByRole('listbox', { name: 'Findings' })
    expect(await list.evaluate((element) => element.clientHeight >= element.scrollHeight)).toBe(true)
    await picture(page, 'compliance-150')
  })
})
