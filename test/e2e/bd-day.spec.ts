/**
 * A BD's day by keyboard alone: from the list of creators to whom to write, over replies, tasks and a person under two
 * names, to what is sent to colleagues in the evening. Only keys are pressed; what there is to work on is put there before.
 */

import type { Page } from '@playwright/test'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

import { creators as creatorWords } from '../../renderer/messages/en/creators'
import { duplicates } from '../../renderer/messages/en/duplicates'
import { outreach } from '../../renderer/messages/en/outreach'
import { profile } from '../../renderer/messages/en/profile'
import { shell } from '../../renderer/messages/en/shell'
import { steps } from '../../renderer/messages/en/steps'
import { sync } from '../../renderer/messages/en/sync'
import { tasks } from '../../renderer/messages/en/tasks'
import { answerDialogs, expect, test } from './fixtures/app'
import { LOOKS, settled, wear } from './fixtures/look'
import { createWorkspace } from './fixtures/steps'

test.use({ language: 'en' })

const LIST = creatorWords.list

/** A text of the catalogue with its values. */
function words(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/\{\{(\w+)(?:, number)?\}\}/g, (_, name: string) => String(values[name]))
}

async function picture(page: Page, name: string): Promise<void> {
  await settled(page)
  await page.screenshot({ path: `test-results/bd-day-${name}.png` })
}

async function press(page: Page, ...chords: readonly string[]): Promise<void> {
  for (const chord of chords) await page.keyboard.press(chord)
}

/** Goes on with Tab until the focus is on, or within, what is meant. */
async function tabTo(page: Page, selector: string, name?: string): Promise<void> {
  const isThere = () =>
    page.evaluate(
      ([wanted, label]) => {
        const at = document.activeElement
        const text = `${at?.getAttribute('aria-label') ?? ''} ${at?.textContent ?? ''}`
        return Boolean(at?.closest(wanted)) && (label === undefined || text.includes(label))
      },
      [selector, name] as const,
    )
  for (let step = 0; step < 120; step += 1) {
    if (await isThere()) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never came to ${name ?? selector}`)
}

const said = (page: Page, text: string) => expect(page.locator('footer output')).toContainText(text)
const rowCount = (page: Page, rows: number) =>
  expect(page.getByRole('grid', { name: creatorWords.title })).toHaveAttribute('aria-rowcount', String(rows + 1))

const CREATORS = ['mia.glow', 'lia.daily', 'zoe_beauty', 'ana.skin', 'kim.looks', 'eva.home', 'ivy.style', 'noa.fit']

/** Two shops and eight creators, one of them under two names, one of them held by a colleague, with figures of a month. */
async function fill(page: Page): Promise<void> {
  await page.evaluate(async (handles) => {
    const api = window.workspaceApi
    const us = await api.shops.add({ name: 'Lumora US', market: 'US' })
    await api.shops.add({ name: 'Lotus UK', market: 'GB' })
    const { ids } = await api.creators.add({
      creators: [...handles.map((handle) => ({ handle, market: 'US' })), { handle: 'miaglow.uk', market: 'GB' }],
    })
    const [mia = '', lia = '', zoe = ''] = ids
    const other = ids.at(-1) ?? ''
    const first = { displayName: 'Mia Chen', phone: '+1 213 555 0114', email: 'mia@glow.example' }
    await api.creators.put({ id: mia, fields: { ...first, remark: 'Answers in the evening' } })
    await api.creators.put({ id: other, fields: { ...first, displayName: 'Mia C.', category: 'Skincare' } })
    for (const id of ids.slice(0, 3)) await api.creators.put({ id, fields: { tags: ['serum'] } })
    for (const creatorId of [mia, lia]) {
      await api.records.put({
        entity: 'shopCreators',
        fields: { shopId: us.id, creatorId, stage: 'contacted', stageSince: Date.now() - 86_400_000 },
      })
    }
    await api.sync.nameMyself({ person: 'Li Wei', computer: 'office PC' })
    await api.outreach.log({ creatorId: zoe, shopId: us.id, kind: 'sent' })
    await api.sync.nameMyself({ person: 'Wang Fang', computer: 'laptop' })
    const due = Date.now() - 3_600_000
    await api.tasks.put({
      fields: { title: 'Ask for her address', creatorId: lia, shopId: us.id, due, owner: 'Wang Fang' },
    })
  }, CREATORS)
}

test('a BD works through a day without the mouse', async ({ app, page, folder }) => {
  test.setTimeout(240_000)
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800))
  await createWorkspace(app, page, join(folder, 'agency.starboard'))
  await fill(page)
  const list = page.getByRole('grid', { name: creatorWords.title })

  await test.step('Ctrl+1 takes the shop, G C goes to its creators, the rail narrows them', async () => {
    await press(page, 'Control+1', 'g', 'c')
    await expect(page.getByRole('banner')).toContainText('Lumora US')
    await rowCount(page, CREATORS.length + 1)
    await tabTo(page, 'button', 'serum')
    await press(page, 'Enter')
    await rowCount(page, 3)
  })

  await test.step('Space looks at the creator under the cursor; a colleague who holds them is named before one writes', async () => {
    await tabTo(page, 'textarea[data-commands]')
    await expect(list.getByRole('gridcell', { name: 'zoe_beauty' })).toBeVisible()
    await press(page, 'Control+Home')
    const peek = page.getByRole('complementary', { name: 'zoe_beauty' })
    for (let row = 0; row < 3; row += 1) {
      await press(page, 'Space')
      if (await peek.isVisible()) break
      await press(page, 'ArrowDown')
    }
    await expect(peek).toContainText(LIST.claimed.split('{{owner}}')[1]?.split('{{')[0] ?? '')
    await expect(peek).toContainText('Li Wei')
    await picture(page, 'peek')
    await press(page, 'Escape')
    await expect(peek).toBeHidden()
  })

  await test.step('ticked creators go to a batch sheet, whom a colleague holds is left out, S marks it sent as one step', async () => {
    await press(page, 'Control+Home', 'x', 'ArrowDown', 'x', 'ArrowDown', 'x', 'e')
    const form = page.getByRole('region', { name: outreach.batch.new })
    await expect(form.getByLabel(outreach.field.view)).toHaveValue(words(outreach.batch.ticked, { number: 3 }))
    await expect(form).toContainText('zoe_beauty')
    await picture(page, 'batch-new')
    await page.keyboard.type('Monday serum')
    await press(page, 'Enter')
    const sheet = page.getByRole('region', { name: 'Monday serum' })
    await expect(sheet).toContainText('mia.glow')
    await picture(page, 'batch')
    await tabTo(page, 'button', outreach.batch.copyHandles)
    await press(page, 'Enter')
    await expect.poll(() => app.evaluate(({ clipboard }) => clipboard.readText())).toContain('mia.glow')
    await press(page, 's')
    await said(page, 'marked as sent')
    await press(page, 'Control+z')
    await said(page, words(shell.undo.undone, { step: '' }))
    await press(page, 'Control+Shift+Z')
    await said(page, words(shell.undo.redone, { step: '' }))
    await press(page, 'Escape')
  })

  await test.step('/ finds a handle, Alt+Enter opens it, R notes the reply and the stage moves', async () => {
    await press(page, 'g', 'c', '/')
    await page.keyboard.type('mia.glow')
    await rowCount(page, 1)
    await tabTo(page, 'textarea[data-commands]')
    await press(page, 'Control+Home', 'Alt+Enter')
    const person = page.getByRole('region', { name: 'mia.glow', exact: true })
    await expect(person).toContainText(profile.theirTime)
    await expect(person).toContainText(
      words(duplicates.same, { handle: 'miaglow.uk', percent: '' }).split(' (')[0] ?? '',
    )
    await picture(page, 'profile')
    await press(page, 'r')
    await page.keyboard.type('Yes, send me the brief')
    await tabTo(page, 'button', 'Save')
    await press(page, 'Enter')
    await said(page, words(profile.saved, { handle: 'mia.glow' }))
    const stage = () =>
      page.evaluate(
        async () => (await window.workspaceApi.creators.list({ search: 'mia.glow' })).rows[0]?.stages[0]?.stage,
      )
    await expect.poll(stage).toBe('replied')
  })

  await test.step('T notes what is to be done next', async () => {
    await press(page, 't')
    await page.keyboard.type('Send Mia the brief')
    await press(page, 'Enter')
    await said(page, tasks.saved)
    await expect(page.getByText('Send Mia the brief').first()).toBeVisible()
  })

  await test.step('the same person under another name is merged by arrows and Ctrl+Enter, undone and done again', async () => {
    await tabTo(page, 'button', duplicates.mergeWord)
    await press(page, 'Enter')
    const picker = page.getByRole('table', {
      name: words(duplicates.picker.title, { loser: 'miaglow.uk', winner: 'mia.glow' }),
    })
    await expect(picker).toBeVisible()
    await press(page, 'ArrowRight', 'ArrowDown', 'ArrowLeft')
    await picture(page, 'merge')
    await press(page, 'Control+Enter')
    await said(page, words(duplicates.picker.done, { loser: 'miaglow.uk', winner: 'mia.glow' }))
    const all = () => page.evaluate(async () => (await window.workspaceApi.creators.list({})).total)
    await expect.poll(all).toBe(CREATORS.length)
    await press(page, 'Control+z')
    await said(page, words(shell.undo.undone, { step: words(steps.creators.merge, { subject: 'mia.glow' }) }))
    await expect.poll(all).toBe(CREATORS.length + 1)
    await press(page, 'Control+Shift+Z')
    await expect.poll(all).toBe(CREATORS.length)
    await press(page, 'Escape')
  })

  await test.step('Today: D does the task under the cursor', async () => {
    await press(page, 'g', 't')
    await expect(page.getByRole('grid', { name: tasks.list })).toBeFocused()
    await expect(page.locator('[data-current]')).toContainText('Ask for her address')
    await picture(page, 'today')
    await press(page, 'd')
    await expect(page.getByText('Ask for her address')).toBeHidden()
    await expect(page.locator('[data-current]')).toContainText('Send Mia the brief')
  })

  await test.step('Ctrl+Shift+S makes the file for a colleague', async () => {
    const file = join(folder, 'evening.starpack')
    await answerDialogs(app, { save: file })
    await press(page, 'Control+Shift+S')
    await expect(page.getByRole('region', { name: sync.send.title }).getByLabel(sync.send.to)).toHaveValue(
      sync.send.newColleague,
    )
    await press(page, 'Control+Enter')
    await expect.poll(() => existsSync(file)).toBe(true)
    await picture(page, 'send')
    await press(page, 'Escape')
  })

  await test.step('the stations in Chinese and in the dark', async () => {
    for (const look of LOOKS) {
      await wear(page, look)
      for (const [section, letter] of [
        ['creators', 'c'],
        ['outreach', 'o'],
        ['today', 't'],
      ] as const) {
        await press(page, 'g', letter)
        await picture(page, `${section}-${look.language}-${look.scheme}`)
      }
    }
  })
})
