import fs from 'node:fs'
import path from 'node:path'

import Database from 'better-sqlite3'
import { expect, test } from 'vitest'

import { putRecord } from '../../db/repositories/records'
import { chainsOf } from '../../db/replay'
import { exchangeAll, makeTeam, type TestReplica } from '../support/replicas'
import { finish, newWorkspace, NOON } from '../support/workspace'

test('every step is there with who did it, what it was about and how it ended, the newest first', async () => {
  const { client } = await newWorkspace()
  await client.shops.add({ name: 'Glow', market: 'US' })
  await client.history.undo({})
  await client.history.redo({})
  const { rows, total } = await client.audit.list({})
  expect(rows.map(({ label, subject, kind }) => `${label} ${subject} ${kind}`).slice(0, 3)).toEqual([
    'shops.add Glow redo',
    'shops.add Glow undo',
    'shops.add Glow done',
  ])
  expect(total).toBe(rows.length)
  expect(rows.every(({ person, self, via }) => person === 'Lin' && self && via === null)).toBe(true)
  expect((await client.audit.list({ search: 'glow' })).total).toBe(3)
  expect((await client.audit.list({ person: 'Nobody' })).total).toBe(0)
  expect(await client.audit.people({})).toEqual(['Lin'])
})

test('a step tells field by field what it wrote over what', async () => {
  const { client } = await newWorkspace()
  const { id } = await client.records.put({ entity: 'creators', fields: { handle: 'linh', phone: '1' } })
  await client.creators.put({ id: String(id), fields: { phone: '2' } })
  const [edit, birth] = (await client.audit.list({})).rows
  expect((await client.audit.changes(edit!)).changes).toMatchObject([
    { entity: 'creators', title: 'linh', field: 'phone', before: '1', after: '2', kind: 'changed' },
  ])
  expect(await client.audit.changes({ ...birth!, limit: 2 })).toMatchObject({
    total: 3,
    changes: [
      { field: '', kind: 'created' },
      { field: 'handle', before: null, after: 'linh' },
    ],
  })
})

test('two copies that have exchanged everything have equal seals, and one more step changes one of them', async () => {
  const [lan, wang] = (await makeTeam(2)) as [TestReplica, TestReplica]
  await lan.step((tx) => putRecord(tx, 'creators', null, { handle: 'linh' }, NOON))
  await wang.step((tx) => putRecord(tx, 'creators', null, { handle: 'mai' }, NOON))
  await exchangeAll([lan, wang])
  const seals = ({ workspace }: TestReplica) =>
    chainsOf(workspace.reader)
      .map(({ replica, hash }) => `${replica} ${hash.toString('hex')}`)
      .sort()
  expect(seals(lan)).toEqual(seals(wang))
  expect(seals(lan)).toHaveLength(2)
  await wang.step((tx) => putRecord(tx, 'creators', null, { handle: 'mai', phone: '1' }, NOON))
  expect(seals(lan).filter((seal) => seals(wang).includes(seal))).toHaveLength(1)
})

test('a step that was altered in the file breaks its chain, and the proof says whose', async () => {
  const first = await newWorkspace()
  await first.client.shops.add({ name: 'Glow', market: 'US' })
  const before = (await finish(first.client.audit.proof({}))).result
  expect(before).toMatchObject({ ok: true, chains: [{ person: 'Lin', self: true, ok: true }] })
  expect(before.chains[0]?.seal).toMatch(/^(?:[0-9A-F]{4}-){4}[0-9A-F]{4}$/u)
  const tamper = new Database(first.file)
  const body = tamper.prepare<[], Buffer>('SELECT body FROM sync_log ORDER BY seq LIMIT 1').pluck().get()!
  body[body.length - 1]! ^= 1
  tamper.prepare('UPDATE sync_log SET body = ? WHERE seq = (SELECT min(seq) FROM sync_log)').run(body)
  tamper.close()
  const after = (await finish(first.client.audit.proof({}))).result
  expect(after.ok).toBe(false)
  expect(after.chains[0]?.ok).toBe(false)
  expect(after.chains[0]?.seal).not.toBe(before.chains[0]?.seal)
})

test('the list goes into a file, each step with the hash of its entry', async () => {
  const { client, folder } = await newWorkspace()
  await client.shops.add({ name: '=Glow', market: 'US' })
  const to = path.join(folder, 'audit.csv')
  const titles = ['At', 'Person', 'Computer', 'Step', 'About', 'Changes', 'Copy', 'Number', 'SHA-256']
  const { result } = await finish(client.audit.export({ to, format: 'csv', titles }))
  const lines = fs.readFileSync(to, 'utf8').trim().split(/\r?\n/u)
  expect(lines).toHaveLength(result.rows + 1)
  expect(lines[1]).toMatch(/shops\.add,'=Glow,\d+,[0-9a-f]{16},\d+,[0-9a-f]{64}$/u)
})
