import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

import { beforeEach, describe, expect, test } from 'vitest'

import { type Colleague, colleagues, digestsOf, give, importInto, meet, packageOf } from '../support/colleagues'
import { finish, newCaller } from '../support/workspace'

let li: Colleague
let wang: Colleague
let mei: Colleague
beforeEach(async () => {
  ;[li, wang, mei] = (await colleagues('Li', 'Wang', 'Mei')) as [Colleague, Colleague, Colleague]
  // Everybody has heard of everybody.
  await meet([li, wang, mei])
})

const addCreator = async (who: Colleague, handle: string) =>
  String((await who.client.records.put({ entity: 'creators', fields: { handle } })).id)
const replicaOf = async ({ client }: Colleague) => (await client.sync.status({})).replicaId
const handles = async ({ client }: Colleague) => (await client.creators.list({})).rows.map(({ handle }) => handle)
const outgoing = async (from: Colleague, to: Colleague) =>
  from.client.sync.outgoing({ recipient: { to: 'device', replicaId: await replicaOf(to) } })

describe('a package for one colleague', () => {
  test('holds what they have not confirmed, and once they have, there is nothing to send', async () => {
    await addCreator(li, 'a')
    await addCreator(li, 'b')
    expect(await outgoing(li, wang)).toMatchObject({ changes: 2, facts: 0, attachments: 0 })
    const to = { to: 'device', replicaId: await replicaOf(wang) } as const
    const result = await importInto(wang, await packageOf(li, to))
    expect(result).toMatchObject({ applied: 2, alreadyHad: 0, conflicts: 0, rejected: 0, missing: [] })
    expect(await handles(wang)).toEqual(['a', 'b'])
    // Not yet: nobody has told Li.
    expect(await outgoing(li, wang)).toMatchObject({ changes: 2 })
    await addCreator(wang, 'c')
    await importInto(li, await packageOf(wang, { to: 'device', replicaId: await replicaOf(li) }))
    expect(await outgoing(li, wang)).toMatchObject({ changes: 0 })
    await expect(packageOf(li, to)).rejects.toMatchObject({ code: 'sync.nothingToSend' })
  })

  test('passes on what others did, and what they confirmed', async () => {
    await addCreator(mei, 'm')
    await give(mei, wang)
    await give(wang, li)
    expect(await handles(li)).toEqual(['m'])
    const { devices } = await li.client.sync.status({})
    expect(devices.map(({ self, person }) => [person, self])).toEqual([
      ['Li', true],
      ['Mei', false],
      ['Wang', false],
    ])
    expect(await outgoing(li, mei)).toMatchObject({ changes: 0 })
  })

  test('is for somebody whom this copy has heard of', async () => {
    const recipient = { to: 'device', replicaId: '00112233445566ff' } as const
    await expect(li.client.sync.outgoing({ recipient })).rejects.toMatchObject({ code: 'record.notFound' })
  })
})

describe('packages in another order than they were made', () => {
  test('wait for each other, say for whose changes, and can be asked for by code', async () => {
    const wangs = { to: 'device', replicaId: await replicaOf(wang) } as const
    await addCreator(li, 'a')
    const first = await packageOf(li, wangs)
    await give(li, mei)
    const before = (await mei.client.sync.status({})).requestCode
    await addCreator(li, 'b')
    const second = await packageOf(li, { to: 'code', code: before })
    const waiting = await importInto(wang, second)
    expect(waiting).toMatchObject({
      applied: 0,
      missing: [{ replicaId: await replicaOf(li), person: 'Li' }],
      rejected: 0,
    })
    expect(await handles(wang)).toEqual([])
    expect((await wang.client.sync.brief({})).missing).toHaveLength(1)
    const asked = await packageOf(li, { to: 'code', code: waiting.requestCode! })
    expect(await importInto(wang, asked)).toMatchObject({ missing: [], requestCode: null })
    expect(await handles(wang)).toEqual(['a', 'b'])
    expect(await importInto(wang, first)).toMatchObject({ applied: 0, alreadyHad: 1 })
  })

  test('a damaged request code is refused', async () => {
    const { requestCode } = await wang.client.sync.status({})
    const code = requestCode.slice(0, -1)
    await expect(packageOf(li, { to: 'code', code })).rejects.toMatchObject({ code: 'sync.badCode', data: { code } })
  })
})

test('importing a package again, and one that holds only what is here, changes nothing', async () => {
  await addCreator(li, 'a')
  const file = await packageOf(li)
  await importInto(wang, file)
  const before = await wang.client.sync.status({})
  expect(await importInto(wang, file)).toMatchObject({ applied: 0, conflicts: 0, missing: [] })
  const after = await wang.client.sync.status({})
  expect([after.digest, after.vector]).toEqual([before.digest, before.vector])
})

describe('a preview', () => {
  test('says what the import then does, and writes nothing', async () => {
    const id = await addCreator(li, 'a')
    await give(li, wang)
    await li.client.creators.put({ id, fields: { phone: '111' } })
    await addCreator(li, 'b')
    await wang.client.creators.put({ id, fields: { phone: '222' } })
    const file = await packageOf(li)
    const before = await wang.client.sync.status({})
    const { result } = await finish(wang.client.sync.preview({ file }))
    expect(result).toMatchObject({
      person: 'Li',
      encrypted: false,
      changes: 2,
      waiting: 0,
      decisions: 1,
      entities: [{ entity: 'creators', created: 1, changed: 1, removed: 0 }],
      missing: [],
      requestCode: null,
      parked: 0,
    })
    expect(result.freeBytes).toBeGreaterThan(0)
    expect(new Set(result.sample.map(({ title }) => title))).toEqual(new Set(['a', 'b']))
    const after = await wang.client.sync.status({})
    expect([after.digest, after.vector, after.conflicts]).toEqual([before.digest, before.vector, 0])
    expect(await importInto(wang, file)).toMatchObject({ applied: 2, conflicts: 1, alreadyHad: result.alreadyHad })
  })

  test('names what is missing, with the code to ask for it', async () => {
    await addCreator(li, 'a')
    await give(li, mei)
    const code = (await mei.client.sync.status({})).requestCode
    await addCreator(li, 'b')
    const { result } = await finish(wang.client.sync.preview({ file: await packageOf(li, { to: 'code', code }) }))
    expect(result).toMatchObject({ waiting: 1, missing: [{ person: 'Li' }] })
    expect(result.requestCode).toBe((await wang.client.sync.status({})).requestCode)
  })
})

describe('a package with a passphrase', () => {
  // Deriving the key takes about a second each time, which is its purpose.
  test('opens with it alone', { timeout: 60_000 }, async () => {
    await addCreator(li, 'a')
    const to = path.join(path.dirname(li.file), 'secret.starpack')
    await finish(li.client.sync.export({ to, passphrase: 'seven green parrots' }))
    expect(fs.readFileSync(to).subarray(0, 21).toString()).toBe('age-encryption.org/v1')
    const job = (passphrase?: string) =>
      finish(wang.client.sync.import({ file: to, ...(passphrase !== undefined && { passphrase }) }))
    await expect(job()).rejects.toMatchObject({ code: 'sync.passphraseNeeded' })
    await expect(job('seven green parrot')).rejects.toMatchObject({ code: 'sync.wrongPassphrase' })
    expect(await handles(wang)).toEqual([])
    await wang.client.sync.setPassphrase({ passphrase: 'seven green parrots' })
    expect((await job()).result).toMatchObject({ applied: 1 })
    expect((await wang.client.sync.status({})).passphrase).toBe('session')
  })
})

test('cut into parts, each part can be imported by itself, in any order', async () => {
  // Texts that cannot be packed much smaller.
  const line = (text: string) => createHash('sha512').update(text).digest('base64')
  const note = (i: number) => Array.from({ length: 600 }, (_, n) => line(`${i} ${n}`)).join('\n')
  for (let i = 0; i < 40; i++) {
    await li.client.records.put({ entity: 'clients', fields: { name: `c${i}`, note: note(i) } })
  }
  const to = path.join(path.dirname(li.file), 'big.starpack')
  const { result } = await finish(li.client.sync.export({ to, partBytes: 1_000_000 }))
  expect(result.files.length).toBeGreaterThan(1)
  for (const file of result.files) expect(fs.statSync(file).size).toBeLessThanOrEqual(1_000_000)
  for (const file of result.files.toReversed()) await importInto(wang, file)
  expect((await wang.client.sync.status({})).missing).toEqual([])
  expect(await digestsOf([li, wang])).toHaveProperty('size', 1)
})

describe('a new colleague', () => {
  test('joins from a whole copy, has the history, and goes on from there', async () => {
    const id = await addCreator(li, 'a')
    await wang.client.creators.put({ id: await addCreator(wang, 'b'), fields: { phone: '1' } })
    await li.client.creators.put({ id, fields: { phone: '2' } })
    await give(wang, li)
    const from = await packageOf(li, { to: 'newColleague' })
    const ann = newCaller(undefined, 'Ann')
    const file = path.join(path.dirname(li.file), 'ann.starboard')
    const { result } = await finish(ann.client.sync.join({ from, file }))
    const replicaId = result.replicaId
    expect(result.file).toBe(file)
    const joined: Colleague = { ...ann, name: 'Ann', file }
    expect(await digestsOf([li, joined])).toHaveProperty('size', 1)
    // Who reads it knows their own computer by itself.
    const history = async ({ client }: Pick<Colleague, 'client'>) =>
      (await client.history.ofRecord({ entity: 'creators', id })).map(({ computer: _computer, ...change }) => change)
    expect(await history(ann)).toEqual(await history(li))
    expect(await history(ann)).not.toEqual([])
    expect(await ann.client.sync.away({})).toMatchObject({ people: [] })
    expect((await finish(ann.client.workspace.verify({}))).result.ok).toBe(true)
    await addCreator(joined, 'by ann')
    await give(joined, li)
    expect(await handles(li)).toContain('by ann')
    expect((await li.client.sync.status({})).devices.map((device) => device.replicaId)).toContain(replicaId)
  })

  test('gets no file where there is one, and none from a package that builds on what they lack', async () => {
    const ann = newCaller(undefined, 'Ann')
    const from = await packageOf(li)
    await expect(finish(ann.client.sync.join({ from, file: wang.file }))).rejects.toMatchObject({
      code: 'workspace.exists',
    })
    await addCreator(li, 'a')
    const part = await packageOf(li, { to: 'device', replicaId: await replicaOf(wang) })
    const file = path.join(path.dirname(li.file), 'ann.starboard')
    await expect(finish(ann.client.sync.join({ from: part, file }))).rejects.toMatchObject({ code: 'sync.unreadable' })
    await expect(
      finish(ann.client.sync.join({ from: path.join(path.dirname(file), 'none'), file })),
    ).rejects.toMatchObject({ code: 'sync.unreadable', data: { reason: 'notFound' } })
    const cut = path.join(path.dirname(file), 'cut.starpack')
    fs.writeFileSync(cut, fs.readFileSync(from).subarray(0, -40))
    await expect(finish(ann.client.sync.join({ from: cut, file }))).rejects.toMatchObject({ code: 'sync.unreadable' })
    expect(fs.readdirSync(path.dirname(file)).filter((name) => name.startsWith('ann'))).toEqual([])
    expect(await ann.client.workspace.state({})).toEqual({ status: 'none' })
  })
})
