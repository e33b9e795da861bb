/** Pipelines and follow-up by keyboard alone: cards move between stages past their guards, the day's tasks are done one by one. */

import { join } from 'node:path'
import type { Page } from '@playwright/test'

import { expect, test } from './fixtures/app'
import { expectAccessible, expectNothingClipped, LOOKS, settled, wear, zoom } from './fixtures/look'
import { createWorkspace } from './fixtures/steps'

test.use({ language: 'en' })

const PICTURES = process.env['STARBOARD_PICTURES']

async function picture(page: Page, name: string): Promise<void> {
  if (PICTURES) await page.screenshot({ path: join(PICTURES, `${name}.png`) })
}

/** Two shops, creators in several stages with figures, owners and tasks, as a week of work leaves them. */
async function fill(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const api = window.workspaceApi
    const us = await api.shops.add({ name: 'Lumora US', market: 'US' })
    const uk = await api.shops.add({ name: 'Lotus UK', market: 'GB' })
    const names = ['mia.glow', 'lia.daily', 'zoe_beauty', 'ana.skin', 'kim.looks', 'eva.home', 'ivy.style', 'noa.fit']
    const markets = ['US', 'US', 'GB', 'US', 'GB', 'US', 'US', 'GB']
    const ids: string[] = []
    for (const [index, handle] of names.entries()) {
      const { id } = await api.records.put({ entity: 'creators', fields: { handle, market: markets[index] ?? 'US' } })
      ids.push(String(id))
    }
    const stages = ['new', 'new', 'contacted', 'contacted', 'replied', 'negotiating', 'agreed', 'dormant']
    const ago = [1, 9, 2, 6, 1, 8, 2, 40]
    const owners = ['Wang Fang', 'Li Wei', null]
    for (const [index, creatorId] of ids.entries()) {
      await api.records.put({
        entity: 'shopCreators',
        fields: {
          shopId: index % 3 === 2 ? uk.id : us.id,
          creatorId,
          stage: stages[index] ?? 'new',
          stageSince: Date.now() - (ago[index] ?? 0) * 86_400_000,
          owner: owners[index % 3] ?? null,
          blockedBy: index === 5 ? 'client has to approve the rate' : null,
        },
      })
    }
    const [mia = '', lia = '', zoe = '', ana = ''] = ids
    await api.tasks.startLadder({ items: [{ creatorId: zoe, shopId: uk.id }] })
    const hour = 3_600_000
    const due = (hours: number) => Date.now() + hours * hour
    await api.tasks.put({ fields: { title: 'Send the brief', creatorId: ana, shopId: us.id, due: due(-50) } })
    await api.tasks.put({ fields: { title: 'Ask for her address', creatorId: lia, shopId: us.id, due: due(-30) } })
    await api.tasks.put({
      fields: { title: 'Client approves the rate', creatorId: mia, shopId: us.id, state: 'waiting', due: due(90) },
    })
  })
}

test('a BD moves creators and does the day without the mouse', async ({ app, page, folder }) => {
  test.setTimeout(180_000)
  await createWorkspace(app, page, join(folder, 'agency.starboard'))
  await fill(page)

  await test.step('an arrow, then ] moves a card; what its stage asks for is filled in and the move goes on', async () => {
    await page.keyboard.press('g')
    await page.keyboard.press('f')
    const board = page.getByRole('grid', { name: 'Creators by stage' })
    await expect(board).toBeFocused()
    await expect(page.getByRole('columnheader', { name: 'New, 2 creators' })).toBeVisible()
    await picture(page, 'board')
    await expectAccessible(page)
    // Who has been there longest stands first.
    await expect(page.locator('[data-current]')).toContainText('lia.daily')
    await page.keyboard.press('ArrowRight')
    await expect(page.locator('[data-current]')).toContainText('ana.skin')
    await page.keyboard.press(']')
    const guard = page.getByRole('region', { name: 'Before “Replied”' })
    await expect(guard).toContainText('not written to yet')
    await picture(page, 'guard')
    await expectAccessible(page)
    await guard.getByLabel('Reason').fill('Answered on WhatsApp')
    await guard.getByRole('button', { name: 'Move all anyway' }).press('Enter')
    await expect(guard).toBeHidden()
    await expect(page.getByRole('columnheader', { name: 'Replied, 2 creators' })).toBeVisible()
  })

  await test.step('ticked cards move together in one step, which Ctrl+Z takes back', async () => {
    const board = page.getByRole('grid', { name: 'Creators by stage' })
    await board.focus()
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('x')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('x')
    await expect(page.getByText('2 ticked')).toBeVisible()
    await page.keyboard.press('m')
    await page.getByRole('menuitem', { name: 'Dormant' }).press('Enter')
    await expect(page.getByRole('columnheader', { name: 'Dormant, 3 creators' })).toBeVisible()
    await page.keyboard.press('Control+z')
    await expect(page.getByRole('columnheader', { name: 'Dormant, 1 creator' })).toBeVisible()
  })

  await test.step('Space looks at a card and Escape goes back', async () => {
    await page.getByRole('grid', { name: 'Creators by stage' }).focus()
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Space')
    await expect(page.getByRole('region', { name: 'lia.daily', exact: true })).toContainText('Ask for her address')
    await picture(page, 'card')
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('region', { name: 'lia.daily', exact: true })).toBeHidden()
  })

  await test.step('the day: D does a task, S puts one off', async () => {
    await page.keyboard.press('g')
    await page.keyboard.press('t')
    const day = page.getByRole('grid', { name: 'Tasks of the day' })
    await expect(day).toBeFocused()
    await expect(page.locator('[data-current]')).toContainText('Send the brief')
    await picture(page, 'today')
    await expectAccessible(page)
    await page.keyboard.press('d')
    await expect(page.getByText('Send the brief')).toBeHidden()
    await expect(page.locator('[data-current]')).toContainText('Ask for her address')
    await page.keyboard.press('s')
    await page.getByRole('menuitem', { name: /^Tomorrow morning/ }).press('Enter')
    await expect(page.getByText('Ask for her address')).toBeHidden()
    await expect(page.getByText('Client approves the rate')).toBeVisible()
  })

  await test.step('both screens, in every look and at one and a half times the size', async () => {
    for (const look of LOOKS) {
      await wear(page, look)
      for (const [section, letter] of [
        ['pipeline', 'f'],
        ['today', 't'],
      ] as const) {
        await page.keyboard.press('g')
        await page.keyboard.press(letter)
        await page.locator('main [role=gridcell]').first().waitFor()
        await settled(page)
        await picture(page, `${section}-${look.language}-${look.scheme}`)
        await expectAccessible(page)
        await zoom(app, 1.5)
        await settled(page)
        await expectNothingClipped(page)
        await zoom(app, 1)
      }
    }
  })

  await test.step('rows by owner, the table, stages and ladders can be used by everybody', async () => {
    await wear(page, { language: 'en', scheme: 'light' })
    await page.keyboard.press('g')
    await page.keyboard.press('f')
    for (const view of ['Table', 'Stages', 'Follow-up ladders']) {
      await page.getByText(view, { exact: true }).click()
      await settled(page)
      await picture(page, `view-${view}`)
      await expectAccessible(page)
    }
    await page.getByRole('button', { name: 'Edit' }).first().press('Enter')
    await expect(page.getByRole('region', { name: 'Ladder Follow-up' })).toBeVisible()
    await picture(page, 'ladder')
    await expectAccessible(page)
  })
})
