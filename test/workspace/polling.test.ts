import fs from 'node:fs'
import path from 'node:path'

import { expect, onTestFinished, test } from 'vitest'

import { forgetFolder, listFolders } from '../../electron/workspace/sync/folders'
import { type Schedule, startPolling } from '../../electron/workspace/sync/polling'
import { failingDisk } from '../support/failing-disk'
import { type Colleague, team } from '../support/shared-folder'
import { temporaryFolder } from '../support/workspace'

/** Background runs of one colleague, whose time passes when the test says so. */
function background(one: Colleague) {
  const disk = failingDisk()
  const watching = new Set<() => void>()
  // What the system tells, comes when the test says so.
  disk.watch = (_folder, changed) => {
    watching.add(changed)
    return () => void watching.delete(changed)
  }
  const waiting: { at: number; work: () => void; wanted: boolean }[] = []
  let time = 0
  const schedule: Schedule = (ms, work) => {
    const entry = { at: time + ms, work, wanted: true }
    waiting.push(entry)
    return () => void (entry.wanted = false)
  }
  const polling = startPolling(one.context, { schedule, ports: { store: { disk }, keys: { workFactor: 4 } } })
  onTestFinished(() => polling.stop())
  return {
    polling,
    disk,
    /** The system tells that something in the folders changed. */
    tell: () => watching.forEach((changed) => changed()),
    watched: () => watching.size,
    /** Lets so many ms go by, and every run that is due end. */
    pass: async (ms: number): Promise<void> => {
      const until = time + ms
      for (;;) {
        const next = waiting.filter(({ at, wanted }) => wanted && at <= until).toSorted((a, b) => a.at - b.at)[0]
        if (next === undefined) break
        time = next.at
        one.clock.now = Math.max(one.clock.now, time)
        next.wanted = false
        next.work()
        await polling.idle()
      }
      time = until
    },
  }
}

async function twoWithFolder() {
  const { lin, colleagues, file } = await team('Bo')
  const [bo] = colleagues
  if (bo === undefined) throw new Error('nobody')
  const shared = temporaryFolder()
  await lin.add(shared)
  await bo.add(shared)
  return { lin, bo, shared: path.join(shared, 'Agency.wsync'), file }
}

test('a remembered folder is gone through when the workspace is opened, after own changes, when the system tells, and each minute in front', async () => {
  const { lin, bo, file } = await twoWithFolder()
  await bo.client.clients.add({ name: 'Bloom' })
  await bo.run()
  await lin.client.workspace.close({})
  const { pass, polling, tell } = background(lin)
  await lin.open(file)
  await pass(2000)
  expect(await lin.names()).toEqual(['Bloom'])
  await lin.client.clients.add({ name: 'Lumora' })
  await pass(5000)
  await bo.run()
  expect(await bo.names()).toEqual(['Bloom', 'Lumora'])
  await bo.client.clients.add({ name: 'Third' })
  await bo.run()
  await pass(60_000)
  expect(await lin.names()).toEqual(['Bloom', 'Lumora', 'Third'])
  polling.front(false)
  await bo.client.clients.add({ name: 'Unseen' })
  await bo.run()
  await pass(600_000)
  expect(await lin.names()).not.toContain('Unseen')
  tell()
  await pass(2000)
  expect(await lin.names()).toContain('Unseen')
  await bo.client.clients.add({ name: 'Later' })
  await bo.run()
  polling.front(true)
  await pass(0)
  expect(await lin.names()).toContain('Later')
})

test('where nothing is new, a run is one listing and opens nothing', async () => {
  const { lin, bo, file } = await twoWithFolder()
  await bo.run()
  await lin.client.workspace.close({})
  const { pass, disk } = background(lin)
  await lin.open(file)
  await pass(120_000)
  disk.calls.splice(0)
  await pass(60_000)
  expect(disk.calls).toEqual(['list h'])
})

test('a folder that is gone is its standing, in the background, and comes back by itself', async () => {
  const { lin, shared, file } = await twoWithFolder()
  await lin.client.workspace.close({})
  const { pass } = background(lin)
  await lin.open(file)
  await pass(2000)
  fs.renameSync(shared, `${shared}.away`)
  await lin.client.clients.add({ name: 'while it is away' })
  await pass(60_000)
  expect(listFolders(lin.context)).toMatchObject([{ state: 'unavailable', reason: 'missing' }])
  expect(fs.existsSync(shared)).toBe(false)
  fs.renameSync(`${shared}.away`, shared)
  await pass(60_000)
  expect(listFolders(lin.context)).toMatchObject([{ state: 'upToDate', reason: null }])
})

test('closing the workspace ends it', async () => {
  const { lin, file } = await twoWithFolder()
  await lin.client.workspace.close({})
  const { pass, disk, watched } = background(lin)
  await lin.open(file)
  await pass(2000)
  expect(watched()).toBe(1)
  await lin.client.workspace.close({})
  disk.calls.splice(0)
  await pass(600_000)
  expect([disk.calls, watched()]).toEqual([[], 0])
})

test('a folder added while it runs is followed at once, and one that is forgotten no more', async () => {
  const { lin, bo, file } = await twoWithFolder()
  await lin.client.workspace.close({})
  const { pass, watched } = background(lin)
  await lin.open(file)
  const second = temporaryFolder()
  await lin.add(second)
  await lin.client.clients.add({ name: 'Lumora' })
  await pass(10_000)
  await bo.add(second)
  expect((await bo.run()).taken.applied).toBe(1)
  expect(watched()).toBe(2)
  await forgetFolder(lin.context, second)
  expect([watched(), listFolders(lin.context).length]).toEqual([1, 1])
  await lin.client.clients.add({ name: 'after that' })
  const before = fs.readdirSync(second, { recursive: true })
  await pass(10_000)
  expect(fs.readdirSync(second, { recursive: true })).toEqual(before)
})
