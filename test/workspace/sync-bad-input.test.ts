import fs from 'node:fs'
import path from 'node:path'

import { beforeEach, describe, expect, test } from 'vitest'

import { type Colleague, colleagues, digestsOf, give, importInto, meet, packageOf } from '../support/colleagues'
import { refusalOf } from '../support/imports'
import { finish, newCaller, newWorkspace, temporaryFolder } from '../support/workspace'

let li: Colleague
let wang: Colleague
beforeEach(async () => {
  ;[li, wang] = (await colleagues('Li', 'Wang')) as [Colleague, Colleague]
  await meet([li, wang])
})

const addCreator = async (who: Colleague, handle: string) =>
  String((await who.client.records.put({ entity: 'creators', fields: { handle } })).id)
const place = (name: string) => path.join(path.dirname(wang.file), name)

/** Everything that may be looked at; equal before and after a refusal. */
async function stateOf({ client }: Colleague) {
  const { digest, vector, missing, conflicts, facts, devices } = await client.sync.status({})
  const steps = (await client.history.recent({})).steps.length
  return { digest, vector, missing, conflicts, facts, devices, steps, arrivals: await client.sync.arrivals({}) }
}

describe('a file that cannot be taken', () => {
  const whole = async () => fs.readFileSync(await packageOf(li))
  const other = async () => {
    const stranger = await newWorkspace({ folder: temporaryFolder(), author: 'Zoe' })
    const to = place('other.starpack')
    await finish(stranger.client.sync.export({ to }))
    return fs.readFileSync(to)
  }
  const changed = (bytes: Buffer, at: number) => {
    const copy = Buffer.from(bytes)
    copy[at] = (copy[at] ?? 0) ^ 1
    return copy
  }

  test.each<[string, () => Promise<Uint8Array>, string, object]>([
    ['nothing at all', async () => Buffer.alloc(0), 'sync.unreadable', { reason: 'incomplete' }],
    ['a letter', async () => Buffer.from('Dear Wang,\nsee attached'), 'sync.unreadable', { reason: 'notAPackage' }],
    ['half of a package', async () => (await whole()).subarray(0, 400), 'sync.unreadable', { reason: 'incomplete' }],
    ['all but its last byte', async () => (await whole()).subarray(0, -1), 'sync.unreadable', { reason: 'incomplete' }],
    ['one bit of it changed', async () => changed(await whole(), 500), 'sync.unreadable', { reason: 'damaged' }],
    ['a byte too many', async () => Buffer.concat([await whole(), Buffer.from('x')]), 'sync.unreadable', {}],
    ['of another workspace', other, 'sync.otherWorkspace', { name: 'Agency' }],
  ])('%s is refused by name, in a preview too, and changes nothing', async (_what, bytes, code, data) => {
    await addCreator(li, 'a')
    const file = place('bad.starpack')
    fs.writeFileSync(file, await bytes())
    const before = await stateOf(wang)
    for (const job of [wang.client.sync.import, wang.client.sync.preview]) {
      expect(await refusalOf(finish<unknown>(job({ file })))).toMatchObject({ code, data: { file, ...data } })
    }
    expect(await stateOf(wang)).toEqual(before)
    expect(fs.existsSync(file)).toBe(true)
    await give(li, wang)
    expect(await digestsOf([li, wang])).toHaveProperty('size', 1)
  })

  test('that is not there, or is a folder, is named', async () => {
    expect(await refusalOf(importInto(wang, place('none')))).toMatchObject({
      code: 'sync.unreadable',
      data: { reason: 'notFound' },
    })
    expect(await refusalOf(importInto(wang, temporaryFolder()))).toMatchObject({ code: 'sync.unreadable' })
  })
})

test('an import that is given up before it counts leaves nothing', async () => {
  for (let i = 0; i < 20; i++) await addCreator(li, `c${i}`)
  const file = await packageOf(li)
  const before = await stateOf(wang)
  const job = await wang.client.sync.import({ file })
  expect((await job.next()).done).toBe(false)
  await job.return?.()
  expect(await stateOf(wang)).toEqual(before)
  expect(await importInto(wang, file)).toMatchObject({ applied: 20 })
})

test('an export that cannot be written says so and leaves nothing', async () => {
  const to = path.join(place('no'), 'such', 'folder.starpack')
  expect(await refusalOf(finish(li.client.sync.export({ to })))).toMatchObject({ code: 'export.notWritable' })
})

describe('two computers with a copy of one file', () => {
  /** Wang's file as it is now, at another computer, where nobody remembers it. */
  async function copyOfWangs(): Promise<Colleague> {
    const file = place('copy.starboard')
    await finish(wang.client.workspace.backup({ to: file }))
    const caller = newCaller(undefined, 'Zhao')
    await caller.client.workspace.open({ file, allowReplicated: true })
    return { ...caller, name: 'Zhao', file }
  }

  test('whose histories part are told apart: the second one is refused and kept out', async () => {
    const zhao = await copyOfWangs()
    await addCreator(wang, 'by wang')
    await addCreator(zhao, 'by zhao')
    await give(wang, li)
    const before = await stateOf(li)
    const file = await packageOf(zhao)
    expect(await refusalOf(importInto(li, file))).toMatchObject({
      code: 'sync.twoHistories',
      data: { file, replica: (await wang.client.sync.status({})).replicaId },
    })
    expect((await stateOf(li)).digest).toBe(before.digest)
    expect((await stateOf(li)).vector).toEqual(before.vector)
  })

  test('of which one is behind begins a new life there, and nothing is lost', async () => {
    const zhao = await copyOfWangs()
    const old = (await wang.client.sync.status({})).replicaId
    await addCreator(wang, 'by wang')
    const result = await give(wang, zhao)
    expect(result).toMatchObject({ applied: 1, rejected: 0, missing: [] })
    const status = await zhao.client.sync.status({})
    expect(status.replicaId).not.toBe(old)
    expect(status.newLife).toMatchObject({ reason: 'peerAhead', lostSteps: 0 })
    await zhao.client.sync.newLifeSeen({})
    expect((await zhao.client.sync.brief({})).newLife).toBeNull()
    await addCreator(zhao, 'by zhao')
    await meet([li, wang, zhao])
    expect(await digestsOf([li, wang, zhao])).toHaveProperty('size', 1)
    expect((await li.client.creators.list({})).total).toBe(2)
  })
})

test('a name is kept for the installation and stands beside what its person does from then on', async () => {
  await wang.client.sync.nameMyself({ person: 'Wang Fang', computer: 'laptop' })
  await addCreator(wang, 'a')
  await give(wang, li)
  const { devices } = await li.client.sync.status({})
  expect(devices.find(({ self }) => !self)).toMatchObject({
    person: 'Wang Fang',
    computer: 'laptop',
    appVersion: '0.1.0',
  })
  expect((await wang.client.history.recent({})).steps[0]).toMatchObject({ author: 'Wang Fang' })
})

test('lines and files that were left out come with the next package, once the colleague has said so', async () => {
  const { id: recordId } = await li.client.records.put({ entity: 'clients', fields: { name: 'Kiwi' } })
  const source = place('contract.txt')
  fs.writeFileSync(source, 'signed')
  const at = { entity: 'clients', recordId: String(recordId) }
  const { result } = await finish(li.client.attachments.add({ ...at, path: source }))
  const replicaId = async ({ client }: Colleague) => (await client.sync.status({})).replicaId
  const toWang = { to: 'device', replicaId: await replicaId(wang) } as const
  const without = place('edits.starpack')
  await finish(li.client.sync.export({ to: without, recipient: toWang, attachments: false }))
  await importInto(wang, without)
  expect(await refusalOf(wang.client.attachments.save({ id: result.id, to: place('out.txt') }))).toMatchObject({
    code: 'attachment.elsewhere',
  })
  await importInto(li, await packageOf(wang))
  expect(await li.client.sync.outgoing({ recipient: toWang })).toMatchObject({ changes: 0, attachments: 1 })
  expect(await importInto(wang, await packageOf(li, toWang))).toMatchObject({ applied: 0, attachments: 1 })
  await wang.client.attachments.save({ id: result.id, to: place('out.txt') })
  expect(fs.readFileSync(place('out.txt'), 'utf8')).toBe('signed')
})
