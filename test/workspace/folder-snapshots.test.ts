import fs from 'node:fs'
import path from 'node:path'

import { expect, test } from 'vitest'

import { listArrivals } from '../../db/sync/looked'
import { dump } from '../support/replicas'
import { type Colleague, colleague, filesIn, team } from '../support/shared-folder'
import { finish, temporaryFolder } from '../support/workspace'

/** Lin with Bo, who share a folder; a snapshot is made of a handful of steps. */
async function sharing(passphrase?: string) {
  const { lin, colleagues } = await team('Bo')
  const [bo] = colleagues
  if (bo === undefined) throw new Error('nobody')
  const shared = temporaryFolder()
  for (const one of [lin, bo]) {
    one.through({ snapshotAfter: 500 })
    await one.add(shared, passphrase)
  }
  return { lin, bo, shared, folder: path.join(shared, 'Agency.wsync') }
}

async function addClients({ client }: Colleague, count: number, prefix: string): Promise<void> {
  for (let i = 0; i < count; i++) await client.clients.add({ name: `${prefix} ${i}` })
}

const snapshotsIn = (folder: string): string[] => filesIn(path.join(folder, 'p'))
/** The only file of that number. */
function partIn(folder: string, n: number): string {
  const names = snapshotsIn(folder).filter((name) => name.includes(`-${String(n).padStart(6, '0')}-`))
  if (names.length !== 1) throw new Error(`${names.length} files`)
  return path.join(folder, 'p', names[0] ?? '')
}

async function joined(from: string, person: string, passphrase?: string) {
  const joiner = colleague(person)
  const file = path.join(temporaryFolder(), `${person}.starboard`)
  await finish(joiner.client.sync.join({ from, file, ...(passphrase !== undefined && { passphrase }) }))
  return joiner
}

/** How many steps were taken in one by one. */
const applied = ({ workspace }: Colleague): number =>
  listArrivals(workspace.reader, 100).reduce((sum, { changes }) => sum + changes, 0)

/** A copy of a folder as it is, in which `change` is done. */
function altered(folder: string, change: (copy: string) => void): string {
  const copy = path.join(temporaryFolder(), 'Agency.wsync')
  fs.cpSync(folder, copy, { recursive: true })
  change(copy)
  return copy
}

for (const passphrase of [undefined, 'blue horse']) {
  test(`who joins from a folder with a snapshot has what the log adds up to, ${passphrase === undefined ? 'plain' : 'encrypted'}`, async () => {
    const { lin, bo, folder } = await sharing(passphrase)
    await addClients(lin, 10, 'Lotus')
    await lin.run(passphrase)
    expect(snapshotsIn(folder)).toHaveLength(2)
    lin.through({})
    const [first] = await lin.client.clients.list({})
    await lin.client.records.put({ entity: 'clients', id: String(first?.id), fields: { contact: 'after' } })
    await lin.run(passphrase)
    const mei = await joined(folder, 'Mei', passphrase)
    const replay = altered(folder, (copy) => fs.rmSync(path.join(copy, 'p'), { recursive: true }))
    const ana = await joined(replay, 'Ana', passphrase)
    // What came after the snapshot, and everything.
    expect([applied(mei), applied(ana)]).toEqual([1, lin.workspace.exchange.vector().get(lin.workspace.replicaId)])
    expect(new Set([lin, mei, ana].map((one) => one.digest())).size).toBe(1)
    expect(dump(mei)).toBe(dump(ana))
    const record = { entity: 'clients' as const, id: String(first?.id) }
    // Through what it came is each one's own.
    const told = async ({ client }: Colleague) =>
      (await client.history.ofRecord(record)).map(({ via: _via, ...change }) => change)
    expect(await told(mei)).toEqual(await told(ana))
    // The log came too: they can pass on what others wrote, and go on.
    expect([...mei.workspace.exchange.runs(new Map())]).toEqual([...lin.workspace.exchange.runs(new Map())])
    await mei.client.clients.add({ name: 'of Mei' })
    await finish(mei.client.sync.runFolder({}))
    await bo.run(passphrase)
    expect(bo.digest()).toBe(mei.digest())
  })
}

test('what is missing or damaged in a snapshot is not used, and nothing of it is left', async () => {
  const { lin, folder } = await sharing()
  await addClients(lin, 10, 'Lotus')
  await lin.run()
  const flip = (file: string) => {
    const bytes = fs.readFileSync(file)
    bytes.writeUInt8(bytes.readUInt8(bytes.length >> 1) ^ 1, bytes.length >> 1)
    fs.writeFileSync(file, bytes)
  }
  const harms: Record<string, (copy: string) => void> = {
    'a missing part': (copy) => fs.rmSync(partIn(copy, 1)),
    'a damaged part': (copy) => flip(partIn(copy, 1)),
    'a part that came half': (copy) => fs.truncateSync(partIn(copy, 1), 200),
    'no index': (copy) => fs.rmSync(partIn(copy, 0)),
    'a damaged index': (copy) => flip(partIn(copy, 0)),
  }
  for (const [harm, change] of Object.entries(harms)) {
    const mei = await joined(altered(folder, change), 'Mei')
    expect([harm, mei.digest(), applied(mei)]).toEqual([
      harm,
      lin.digest(),
      mei.workspace.exchange.vector().get(lin.workspace.replicaId),
    ])
    expect(dump(mei)).toBe(dump(lin))
  }
})

test('steps that the snapshot adds up and that have not come are waited for', async () => {
  const { lin, folder } = await sharing()
  await addClients(lin, 10, 'Lotus')
  await lin.run()
  await addClients(lin, 10, 'Rose')
  await lin.run()
  const late = altered(folder, (copy) => {
    const last = filesIn(path.join(copy, 's')).at(-1)
    fs.rmSync(path.join(copy, 's', last ?? ''))
  })
  const mei = await joined(late, 'Mei')
  expect((await mei.names()).filter((name) => name.startsWith('Rose'))).toEqual([])
  expect(await mei.names()).toHaveLength(10)
  fs.cpSync(folder, late, { recursive: true })
  await finish(mei.client.sync.runFolder({}))
  expect(mei.digest()).toBe(lin.digest())
})

test('two makers at one moment write the same, and either stands for the other', async () => {
  const { lin, bo, folder } = await sharing()
  for (const one of [lin, bo]) one.through({})
  await addClients(lin, 10, 'Lotus')
  await addClients(bo, 10, 'Rose')
  for (const one of [lin, bo, lin]) await one.run()
  // Neither has heard of the other's, as when a program copies folders later.
  const [theirs, ours] = [folder, altered(folder, () => undefined)]
  for (const one of [lin, bo]) one.through({ snapshotAfter: 500 })
  await lin.client.workspace.close({})
  await lin.open(lin.file())
  await lin.client.clients.add({ name: 'the last' })
  await lin.run()
  for (const name of filesIn(path.join(theirs, 'p'))) expect(name).toContain(lin.workspace.replicaId)
  fs.renameSync(path.join(theirs, 'p'), path.join(ours, 'p2'))
  fs.mkdirSync(path.join(theirs, 'p'))
  await bo.run()
  const names = snapshotsIn(theirs)
  expect(names.map((name) => name.slice(0, 23))).toEqual(
    filesIn(path.join(ours, 'p2')).map((name) => name.slice(0, 23)),
  )
  // Lin's index with Bo's part.
  const index = filesIn(path.join(ours, 'p2')).find((name) => name.includes('-000000-')) ?? ''
  fs.rmSync(partIn(theirs, 0))
  fs.copyFileSync(path.join(ours, 'p2', index), path.join(theirs, 'p', index))
  const mei = await joined(theirs, 'Mei')
  expect([mei.digest(), bo.digest(), applied(mei)]).toEqual([lin.digest(), lin.digest(), 0])
})

test('below the threshold, and again at once, none is made; of several a maker keeps two', async () => {
  const { lin, folder } = await sharing()
  lin.through({ snapshotAfter: 100_000 })
  await addClients(lin, 10, 'Lotus')
  await lin.run()
  expect(snapshotsIn(folder)).toEqual([])
  lin.through({ snapshotAfter: 500 })
  await lin.client.clients.add({ name: 'Rose' })
  await lin.run()
  const first = snapshotsIn(folder)
  expect(first).toHaveLength(2)
  await lin.client.clients.add({ name: 'Iris' })
  await lin.run()
  expect(snapshotsIn(folder)).toEqual(first)
  for (const name of ['Aster', 'Dahlia', 'Fern']) {
    await addClients(lin, 40, name)
    await lin.run()
  }
  expect(snapshotsIn(folder)).toHaveLength(4)
  expect(snapshotsIn(folder).filter((name) => first.includes(name))).toEqual([])
})

test('a maker that was ended half-way publishes all of it the next time', async () => {
  const { lin, folder } = await sharing()
  await addClients(lin, 10, 'Lotus')
  lin.through({
    snapshotAfter: 500,
    point: (point) => {
      if (point === 'snapshotPart') throw new Error('ended')
    },
  })
  await expect(lin.run()).rejects.toThrow('ended')
  expect(snapshotsIn(folder)).toHaveLength(1)
  lin.through({ snapshotAfter: 500 })
  await lin.run()
  expect(snapshotsIn(folder)).toHaveLength(2)
  const mei = await joined(folder, 'Mei')
  expect([mei.digest(), applied(mei)]).toEqual([lin.digest(), 0])
})

test('who waits for a newer app makes none', async () => {
  const { lin, folder } = await sharing()
  await addClients(lin, 10, 'Lotus')
  const [news] = lin.workspace.exchange.replicas().flatMap((replica) => replica.news ?? [])
  const newer = { replica: 'ab'.repeat(8), device: null, parent: null, person: 'Mei', computer: 'pc', appVersion: '9' }
  await lin.workspace.exchange.hear([
    { ...newer, schema: lin.workspace.schemaVersion + 1, wall: 0, seq: 0, vector: news?.vector ?? new Map() },
  ])
  await lin.run()
  expect(snapshotsIn(folder)).toEqual([])
})
