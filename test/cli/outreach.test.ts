/** Contacts, templates, weekly numbers and claims on the command line. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, onTestFinished, test } from 'vitest'

import { real, starboard } from './support'

async function workspace() {
  const folder = mkdtempSync(join(tmpdir(), 'starboard-cli-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'agency.starboard')
  expect((await starboard(['workspace', 'create', file], { connect: real() })).code).toBe(0)
  const run = async (...args: readonly string[]) => {
    const { code, out } = await starboard([...args, '--workspace', file, '--json'], { connect: real() })
    return { code, json: out === '' ? null : JSON.parse(out) }
  }
  await run('shops', 'add', '--name', 'Lotus US', '--market', 'US')
  await run('records', 'put', 'creators', 'handle=mia.glow')
  return { folder, run }
}

test('a contact claims, counts and is listed; its sheet warns another workspace', async () => {
  const { folder, run } = await workspace()
  const other = await workspace()
  expect((await run('outreach', 'log', '@Mia.Glow', '--shop', 'Lotus US', '--channel', 'im')).code).toBe(0)
  expect((await run('outreach', 'quota')).json.rows).toMatchObject([{ from: 'ask', used: 1 }])
  expect((await run('claims', 'list')).json.rows).toMatchObject([{ handle: 'mia.glow' }])
  const sheet = join(folder, 'a.starclaims')
  expect((await run('claims', 'export', '--to', sheet)).json).toMatchObject({ claims: 1, encrypted: false })
  expect((await other.run('claims', 'import', sheet)).json).toMatchObject({ added: 1, own: false })
  expect((await other.run('claims', 'list')).json.rows).toMatchObject([{ handle: 'mia.glow', elsewhere: true }])
  expect((await run('outreach', 'log', 'nobody')).code).toBe(3)
}, 60_000)

test('templates are added from a file and listed', async () => {
  const { folder, run } = await workspace()
  const file = join(folder, 'first.txt')
  writeFileSync(file, 'Hi {{name}}')
  expect((await run('templates', 'add', 'First', file, '--language', 'en')).code).toBe(0)
  expect((await run('templates', 'list')).json.rows).toMatchObject([
    { name: 'First', texts: [{ body: 'Hi {{name}}' }] },
  ])
})
