import fs from 'node:fs'
import path from 'node:path'

import { expect, test } from 'vitest'

import { listFolders } from '../../electron/workspace/sync/folders'
import { refusalOf } from '../support/imports'
import { team } from '../support/shared-folder'
import { temporaryFolder } from '../support/workspace'

test('what one publishes the other takes, and a second exchange moves nothing', async () => {
  const { lin, colleagues } = await team('Bo')
  const [bo] = colleagues
  if (bo === undefined) throw new Error('nobody')
  const shared = temporaryFolder()
  await lin.add(shared)
  await bo.add(shared)
  await lin.client.clients.add({ name: 'Lumora' })
  await bo.client.clients.add({ name: 'Bloom' })
  expect((await lin.run()).published.changes).toBeGreaterThan(0)
  expect(await bo.run()).toMatchObject({ published: { changes: 1 }, taken: { applied: 1, rejected: 0, missing: [] } })
  expect(await lin.run()).toMatchObject({ published: { changes: 0 }, taken: { applied: 1 } })
  expect(await lin.names()).toEqual(['Bloom', 'Lumora'])
  expect(await bo.names()).toEqual(['Bloom', 'Lumora'])
  expect(lin.digest()).toBe(bo.digest())
  await bo.run()
  const files = fs.readdirSync(shared, { recursive: true, encoding: 'utf8' })
  for (const one of [lin, bo, lin, bo])
    expect(await one.run()).toMatchObject({ published: { changes: 0 }, taken: { applied: 0, alreadyHad: 0 } })
  expect(fs.readdirSync(shared, { recursive: true, encoding: 'utf8' })).toEqual(files)
  expect(listFolders(bo.context)).toMatchObject([
    { path: path.join(shared, 'Agency.wsync'), state: 'upToDate', undelivered: [], unreadable: [] },
  ])
})

test('with a passphrase nothing in the folder is readable, and those without it are refused', async () => {
  const { lin, colleagues } = await team('Bo')
  const [bo] = colleagues
  if (bo === undefined) throw new Error('nobody')
  const shared = temporaryFolder()
  await lin.add(shared, 'blue horse')
  await lin.client.clients.add({ name: 'Lumora Beauty' })
  await lin.run()
  const bytes = fs
    .readdirSync(shared, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(shared, name))
    .filter((name) => fs.statSync(name).isFile())
    .map((name) => fs.readFileSync(name).toString('latin1'))
  expect(bytes.filter((text) => text.includes('Lumora'))).toEqual([])
  expect(await refusalOf(bo.add(shared))).toMatchObject({ code: 'sync.passphraseNeeded' })
  expect(await refusalOf(bo.add(shared, 'red horse'))).toMatchObject({ code: 'sync.wrongPassphrase' })
  expect(listFolders(bo.context)).toEqual([])
  await bo.add(shared, 'blue horse')
  expect(await bo.run()).toMatchObject({ taken: { applied: 1 } })
  expect(await bo.names()).toEqual(['Lumora Beauty'])
})
