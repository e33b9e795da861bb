import fs from 'node:fs'
import path from 'node:path'

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { listFolders } from '../../electron/workspace/sync/folders'
import { refusalOf } from '../support/imports'
import { type Colleague, colleague, filesIn, replicate, team, twoFolders } from '../support/shared-folder'
import { temporaryFolder } from '../support/workspace'

const MINUTE = 60_000
const ADDED = ['a', 'b', 'c', 'd', 'e']

/** Bo publishes five changes in five segments; the files that Lin's folder does not have yet. */
async function withDeliveries() {
  const two = await twoFolders()
  const { bo, lins, bos } = two
  for (const name of ADDED) {
    await bo.client.clients.add({ name })
    await bo.run()
  }
  const there = filesIn(lins)
  const coming = filesIn(bos).filter((name) => !there.includes(name))
  const deliver = (name: string, as = name) => {
    fs.mkdirSync(path.dirname(path.join(lins, as)), { recursive: true })
    fs.copyFileSync(path.join(bos, name), path.join(lins, as))
  }
  return { ...two, coming, deliver, put: (name: string, bytes: Uint8Array) => write(lins, name, bytes) }
}

function write(folder: string, name: string, bytes: Uint8Array): void {
  fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
  fs.writeFileSync(path.join(folder, name), bytes)
}

/** Lin runs an hour later, when everything that was waited for is looked at again. */
async function later({ clock, run }: Colleague) {
  clock.now += 60 * MINUTE
  return run()
}

describe('deliveries', () => {
  test('in any order, each first half, twice or under the name of a copy: nothing is lost, nothing is taken for more than it is', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.infiniteStream(fc.record({ order: fc.nat(), half: fc.boolean(), empty: fc.boolean(), copy: fc.nat(4) })),
        async (choices) => {
          const { lin, bo, lins, bos, coming, deliver, put } = await withDeliveries()
          const planned = coming.map((name) => ({ name, ...choices.next().value }))
          for (const { name, half, empty, copy } of planned.toSorted((a, b) => a.order - b.order)) {
            const bytes = fs.readFileSync(path.join(bos, name))
            if (empty) put(name, Buffer.alloc(0))
            if (half) put(name, bytes.subarray(0, bytes.length / 2))
            if (half || empty) await later(lin)
            if (copy > 0) fs.rmSync(path.join(lins, name), { force: true })
            deliver(name, copyName(name, copy))
            const { taken } = await later(lin)
            expect(taken.rejected).toBe(0)
          }
          await later(lin)
          expect(await lin.names()).toEqual(ADDED)
          expect(lin.digest()).toBe(bo.digest())
          expect(listFolders(lin.context)).toMatchObject([{ state: 'upToDate', undelivered: [], unreadable: [] }])
        },
      ),
      { numRuns: 6 },
    )
  }, 120_000)

  test('what is announced and not here is told with since when, and is no problem however long it takes', async () => {
    const { lin, coming, deliver } = await withDeliveries()
    for (const name of coming.filter((file) => file.startsWith('h/'))) deliver(name)
    const since = lin.clock.now
    const { taken } = await lin.run()
    expect(taken).toMatchObject({ applied: 0, rejected: 0 })
    const [waiting] = listFolders(lin.context)
    expect(waiting).toMatchObject({ state: 'waiting', undelivered: [{ person: 'Bo', files: 1 }], unreadable: [] })
    expect(waiting?.undelivered[0]?.since).toBeGreaterThanOrEqual(since)
    await later(lin)
    expect(listFolders(lin.context)).toMatchObject([
      { state: 'waiting', undelivered: [{ since: waiting?.undelivered[0]?.since }], unreadable: [] },
    ])
  })

  test('a damaged file is nobody’s problem for ten minutes, then named; the right one ends it', async () => {
    const { lin, bo, bos, coming, deliver, put } = await withDeliveries()
    for (const name of coming) deliver(name)
    const { replicaId } = bo.workspace
    const name = coming.find((file) => file.startsWith(`s/${replicaId}/${replicaId}`)) ?? ''
    const bytes = fs.readFileSync(path.join(bos, name))
    const damaged = Buffer.from(bytes)
    damaged[40] = (damaged[40] ?? 0) ^ 1
    put(name, damaged)
    await lin.run()
    expect(listFolders(lin.context)).toMatchObject([{ state: 'waiting', unreadable: [] }])
    expect(await lin.names()).toEqual([])
    lin.clock.now += 11 * MINUTE
    await lin.run()
    expect(listFolders(lin.context)).toMatchObject([
      { state: 'problem', reason: 'damaged', unreadable: [{ name, reason: 'damaged' }] },
    ])
    expect(fs.readFileSync(path.join(bos, name)).equals(bytes)).toBe(true)
    deliver(name)
    await later(lin)
    expect(listFolders(lin.context)).toMatchObject([{ state: 'upToDate', unreadable: [] }])
    expect(await lin.names()).toEqual(ADDED)
  })

  test('files that something else put there are left alone', async () => {
    const { lin, lins, coming, deliver, put } = await withDeliveries()
    const strange = [
      'h/desktop.ini',
      'h/~00.head.tmp',
      's/notes.txt',
      's/0011223344556677/x',
      'b/zz/y.blob',
      'photo.jpg',
    ]
    for (const name of strange) put(name, Buffer.from('not ours'))
    for (const name of coming) deliver(name)
    await lin.run()
    expect(await lin.names()).toEqual(ADDED)
    expect(strange.map((name) => fs.readFileSync(path.join(lins, name), 'utf8'))).toEqual(strange.map(() => 'not ours'))
  })
})

function copyName(name: string, way: number): string {
  const { dir, name: stem, ext } = path.posix.parse(name)
  const ways = ['', ' (1)', '-LAPTOP-7Q', '（Bo 的冲突副本 2026-01-15）', '.sync-conflict-20260115-120000-ABCDEFG']
  return `${dir}/${stem}${ways[way] ?? ''}${ext}`
}

describe('a folder that is not as it was', () => {
  const ways: readonly (readonly [string, string, (folder: string) => void])[] = [
    ['gone', 'missing', (folder) => fs.rmSync(folder, { recursive: true })],
    ['empty, as an unmounted drive is', 'empty', (folder) => empty(folder)],
    ['without its marker', 'empty', (folder) => fs.rmSync(path.join(folder, 'WSYNC'))],
    ['with half of its marker', 'empty', (folder) => fs.truncateSync(path.join(folder, 'WSYNC'), 20)],
    ['another team’s', 'otherTeam', (folder) => otherTeam(folder)],
    ['of a newer app', 'newer', (folder) => fs.writeFileSync(path.join(folder, 'WSYNC'), 'WSYNC 2\nanything\n')],
    ['a file', 'notAFolder', (folder) => file(folder)],
  ]

  test.each(ways)('%s: refused as %s; nothing in it is read, written or made', async (_, reason, change) => {
    const { lin, bo, lins } = await twoFolders()
    await lin.client.clients.add({ name: 'before' })
    await lin.run()
    change(lins)
    // Another start: nothing is remembered of what was there.
    await lin.client.workspace.close({})
    await lin.open(lin.file())
    await lin.client.clients.add({ name: 'after' })
    const before = fs.existsSync(lins) && fs.statSync(lins).isDirectory() ? filesIn(lins) : []
    const refusal = await refusalOf(lin.run())
    expect(refusal).toMatchObject({ code: 'sync.folderUnavailable', params: { folder: lins, reason } })
    expect(fs.existsSync(lins) && fs.statSync(lins).isDirectory() ? filesIn(lins) : []).toEqual(before)
    expect(listFolders(lin.context)).toMatchObject([{ state: 'unavailable', reason }])
    expect(await lin.names()).toEqual(['after', 'before'])
    expect(await bo.names()).toEqual([])
  })

  test.each(ways.slice(0, 6))('%s in the middle of a session: refused as %s', async (_, reason, change) => {
    const { lin, lins } = await twoFolders()
    await lin.client.clients.add({ name: 'before' })
    await lin.run()
    await lin.run()
    // Its heads are gone too: a folder of the same name that is another.
    for (const name of filesIn(lins)) if (name.startsWith('h/')) fs.rmSync(path.join(lins, name))
    change(lins)
    await lin.client.clients.add({ name: 'after' })
    const before = fs.existsSync(lins) ? filesIn(lins) : []
    expect(await refusalOf(lin.run())).toMatchObject({ params: { reason } })
    expect(fs.existsSync(lins) ? filesIn(lins) : []).toEqual(before)
  })

  function empty(folder: string): void {
    for (const name of fs.readdirSync(folder)) fs.rmSync(path.join(folder, name), { recursive: true })
  }
  function otherTeam(folder: string): void {
    fs.writeFileSync(path.join(folder, 'WSYNC'), `WSYNC 1\nworkspace ${'0'.repeat(32)}\nplain\n`)
  }
  function file(folder: string): void {
    fs.rmSync(folder, { recursive: true })
    fs.writeFileSync(folder, 'a file')
  }
})

describe('beginning', () => {
  test('the first one lays the folder out, in words of both languages', async () => {
    const { lins } = await twoFolders()
    expect(fs.readdirSync(lins).toSorted()).toEqual(['README.txt', 'WSYNC', 'b', 'h', 'k', 'p', 's'])
    expect(fs.readFileSync(path.join(lins, 'README.txt'), 'utf8')).toMatch(/请不要改动[\s\S]*Please do not change/u)
  })

  test.each([undefined, 'blue horse'])(
    'two who begin at once, before either sees the other, meet (%s)',
    async (pass) => {
      const { lin, colleagues } = await team('Bo')
      const [bo] = colleagues
      if (bo === undefined) throw new Error('nobody')
      const lins = temporaryFolder()
      const bos = temporaryFolder()
      await lin.add(lins, pass)
      await bo.add(bos, pass)
      await lin.client.clients.add({ name: 'Lumora' })
      await bo.client.clients.add({ name: 'Bloom' })
      await lin.run(pass)
      await bo.run(pass)
      for (let round = 0; round < 3; round++) {
        replicate(lins, bos)
        await later(lin)
        await later(bo)
      }
      expect(await lin.names()).toEqual(['Bloom', 'Lumora'])
      expect(lin.digest()).toBe(bo.digest())
      expect(listFolders(lin.context)).toMatchObject([{ state: 'upToDate', unreadable: [] }])
    },
  )

  test('a team’s folder is found in the one that was chosen, and a folder of another team is not', async () => {
    const { lin, lins } = await twoFolders()
    const other = colleague('Ada')
    const file = path.join(temporaryFolder(), 'other.starboard')
    await other.client.workspace.create({ file, name: 'Agency', currency: 'USD' })
    expect(await refusalOf(other.add(lins))).toMatchObject({ params: { folder: lins, reason: 'otherTeam' } })
    // Beside it there is room for theirs.
    expect(await other.add(path.dirname(lins))).toMatchObject({ path: path.join(path.dirname(lins), 'Agency 2.wsync') })
    expect(await lin.add(path.dirname(lins))).toMatchObject({ path: lins })
  })

  test('a folder whose marker has not come yet is not laid out a second time', async () => {
    const { bo, lins } = await twoFolders()
    fs.rmSync(path.join(lins, 'WSYNC'))
    expect(await refusalOf(bo.add(lins))).toMatchObject({ params: { folder: lins, reason: 'empty' } })
  })

  test('steps of a colleague who is not in the folder are passed on, once', async () => {
    const { lin, colleagues } = await team('Bo', 'Ada')
    const [bo, ada] = colleagues
    if (bo === undefined || ada === undefined) throw new Error('nobody')
    const [one, two] = [temporaryFolder(), temporaryFolder()]
    await bo.add(one)
    await lin.add(one)
    await lin.add(two)
    await ada.add(two)
    await bo.client.clients.add({ name: 'Bloom' })
    await bo.run()
    await lin.run()
    await lin.run()
    await ada.run()
    expect(await ada.names()).toEqual(['Bloom'])
    const before = filesIn(two)
    await lin.run()
    expect(filesIn(two)).toEqual(before)
  })
})
