/** What stands in the way of opening a workspace: each has its own clear page with a way on. */

import { copyFileSync, mkdirSync, truncateSync } from 'node:fs'
import { dirname, join } from 'node:path'

import type { Page } from '@playwright/test'
import Database from 'better-sqlite3'

import { expect, launch, test } from './fixtures/app'

test.use({ language: 'en' })

/** A sound workspace file, closed. */
async function makeWorkspace(page: Page, file: string): Promise<void> {
  mkdirSync(dirname(file), { recursive: true })
  await page.evaluate(async (path) => {
    await window.workspaceApi.workspace.create({ file: path, name: 'Agency', allowReplicated: true })
    await window.workspaceApi.workspace.close({})
  }, file)
}

/** Connections that hold locks: kept, or they would be collected and let go. */
const held: Database.Database[] = []

const PROBLEMS = [
  {
    name: 'a damaged file offers its backups',
    place: 'agency.starboard',
    spoil: (file: string) => truncateSync(file, 5000),
    en: 'This file is damaged',
    way: 'Try again',
  },
  {
    name: 'a file that another program holds says so',
    place: 'agency.starboard',
    spoil: (file: string) => held.push(new Database(`${file}.lock`).exec('BEGIN IMMEDIATE')),
    en: 'This file is in use',
    way: 'Try again',
  },
  {
    name: 'a file of a newer program is left alone',
    place: 'agency.starboard',
    spoil: (file: string) => new Database(file).pragma('user_version = 9999'),
    en: 'This file needs a newer Starboard',
    way: 'Open another file…',
  },
  {
    name: 'a file in a replicated folder warns, and opens for those who insist',
    place: join('OneDrive', 'agency.starboard'),
    spoil: () => {},
    en: 'This folder is copied by another program',
    way: 'Open here anyway',
  },
] as const

for (const { name, place, spoil, en, way } of PROBLEMS) {
  test(name, async ({ page, app, folder, userData }) => {
    const file = join(folder, place)
    await makeWorkspace(page, file)
    await app.close()
    spoil(file)
    const again = await launch({ userData, language: 'en', args: [file] })
    await expect(again.page.getByRole('heading', { level: 1, name: en })).toBeVisible()
    await expect(again.page.getByText('agency.starboard', { exact: false }).first()).toBeVisible()
    await expect(again.page.getByRole('button', { name: way })).toBeVisible()
    await again.app.close()
    for (const connection of held.splice(0)) connection.close()
  })
}

test('a replicated file opens for those who insist', async ({ page, app, folder, userData }) => {
  const file = join(folder, 'OneDrive', 'agency.starboard')
  await makeWorkspace(page, file)
  await app.close()
  const again = await launch({ userData, language: 'en', args: [file] })
  await again.page.getByRole('button', { name: 'Open here anyway' }).click()
  await expect(again.page.getByRole('heading', { level: 1, name: 'ROI' })).toBeVisible()
  await again.app.close()
})

test('a damaged file comes back from its backup, and is kept beside it', async ({ page, app, folder, userData }) => {
  const file = join(folder, 'agency.starboard')
  await makeWorkspace(page, file)
  await app.close()
  const backups = join(folder, 'agency.backups')
  mkdirSync(backups, { recursive: true })
  copyFileSync(file, join(backups, '2026-01-15T12-00-00.000Z-daily.starboard'))
  truncateSync(file, 5000)
  const again = await launch({ userData, language: 'en', args: [file] })
  await again.page.getByRole('button', { name: 'Restore' }).click()
  await expect(again.page.getByRole('heading', { level: 1, name: 'ROI' })).toBeVisible()
  await again.app.close()
})
