/** One creator on the command line: shown, merged, separated, given out, erased. */

import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, onTestFinished, test } from 'vitest'

import { real, starboard } from './support'

async function workspaceWith(...handles: readonly string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'starboard-cli-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'agency.starboard')
  expect((await starboard(['workspace', 'create', file], { connect: real() })).code).toBe(0)
  const run = async (...args: readonly string[]) => {
    const { code, out, log } = await starboard([...args, '--workspace', file, '--json'], { connect: real() })
    return { code, log, json: out === '' ? null : JSON.parse(out) }
  }
  for (const handle of handles) await run('records', 'put', 'creators', `handle=${handle}`, 'phone=+84912345678')
  return { folder, run }
}

test('duplicates are found, merged and separated by handle', async () => {
  const { run } = await workspaceWith('mia.glow', 'mia_glow')
  expect((await run('creators', 'duplicates')).json).toMatchObject({ searched: 2, pairs: [{ percent: 96 }] })
  expect((await run('creators', 'merge', '@mia_glow', 'Mia.Glow')).code).toBe(0)
  expect((await run('creators', 'show', 'mia.glow')).json).toMatchObject({ merged: [{ handle: 'mia_glow' }] })
  expect((await run('creators', 'unmerge', 'mia_glow')).json).toEqual({ restored: 0, kept: 0 })
  expect((await run('creators', 'show', 'mia.glow')).json).toMatchObject({ merged: [] })
})

test('a person is written out, previewed and erased; nobody is erased without the handle', async () => {
  const { folder, run } = await workspaceWith('mia.glow')
  const { json } = await run('creators', 'export-person', 'mia.glow', '--to', folder)
  expect(readFileSync(json.files[0], 'utf8')).toContain('+84912345678')
  expect((await run('creators', 'erase', 'mia.glow')).json).toMatchObject({ fields: ['phone'] })
  expect((await run('creators', 'erase', 'mia.glow', '--confirm', 'other')).code).not.toBe(0)
  expect((await run('creators', 'erase', 'mia.glow', '--confirm', 'mia.glow')).code).toBe(0)
  expect((await run('creators', 'show', 'mia.glow')).code).not.toBe(0)
})
