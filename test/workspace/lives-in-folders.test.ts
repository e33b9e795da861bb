import fs from 'node:fs'
import path from 'node:path'

import { describe, expect, test } from 'vitest'

import { newLifeOf } from '../../electron/workspace/sync/folders'
import { type Colleague, filesIn, replicate, twoFolders } from '../support/shared-folder'
import { temporaryFolder } from '../support/workspace'

/** Lin runs an hour later, when everything that was waited for is looked at again. */
async function later({ clock, run }: Colleague) {
  clock.now += 3_600_000
  return run()
}

function write(folder: string, name: string, bytes: Uint8Array): void {
  fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
  fs.writeFileSync(path.join(folder, name), bytes)
}

describe('another life, seen in the folder', () => {
  /** Lin's file of before the last change, on a computer that remembers nothing of it, with what the folder says. */
  async function restoredElsewhere(
    prepare: (two: Awaited<ReturnType<typeof twoFolders>>, file: string) => Promise<void>,
  ) {
    const two = await twoFolders()
    const { lin } = two
    await lin.client.clients.add({ name: 'first' })
    await lin.run()
    const file = lin.file()
    await lin.client.workspace.close({})
    const backup = path.join(temporaryFolder(), 'agency.starboard')
    fs.copyFileSync(file, backup)
    const memory = path.join(temporaryFolder(), 'home')
    fs.cpSync(lin.home, memory, { recursive: true })
    await lin.open(file)
    await prepare(two, file)
    await lin.client.workspace.close({})
    fs.copyFileSync(backup, file)
    // The computer as a whole was set back: its own memory too.
    fs.rmSync(lin.home, { recursive: true })
    fs.cpSync(memory, lin.home, { recursive: true })
    return { ...two, file }
  }

  test('own segments beyond the file: a new life when it is opened, and the lost work comes back', async () => {
    const { lin, file } = await restoredElsewhere(async ({ lin: before }) => {
      await before.client.clients.add({ name: 'second' })
      await before.run()
    })
    await lin.open(file)
    expect(newLifeOf(lin.context)).toMatchObject({ reason: 'folderAhead' })
    await lin.client.clients.add({ name: 'third' })
    await lin.run()
    expect(await lin.names()).toEqual(['first', 'second', 'third'])
    expect(newLifeOf(lin.context)).toMatchObject({ lostSteps: 0 })
  })

  test('a colleague knows more of this copy than it has: a new life in the run, before it publishes', async () => {
    const { lin, bo, file, lins, bos } = await restoredElsewhere(async ({ lin: before, bo: bos, ...two }) => {
      await before.client.clients.add({ name: 'second' })
      await before.run()
      replicate(two.lins, two.bos)
      await bos.run()
    })
    const { replicaId } = bo.workspace
    // The folder was set back with the computer; only Bo's head and segments come.
    for (const name of filesIn(lins)) if (!/^(?:WSYNC|README\.txt)$/u.test(name)) fs.rmSync(path.join(lins, name))
    for (const name of filesIn(bos)) {
      if (name.includes(replicaId)) write(lins, name, fs.readFileSync(path.join(bos, name)))
    }
    await lin.open(file)
    expect(newLifeOf(lin.context)).toBeNull()
    await lin.run()
    expect(newLifeOf(lin.context)).toMatchObject({ reason: 'peerAhead' })
    await lin.client.clients.add({ name: 'third' })
    await lin.run()
    replicate(lins, bos)
    await later(bo)
    await later(lin)
    expect(await bo.names()).toEqual(['first', 'second', 'third'])
    expect(lin.digest()).toBe(bo.digest())
  })
})
