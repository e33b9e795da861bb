import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

import { safe } from '@orpc/client'
import { expect, test } from 'vitest'

import { listFolders } from '../../electron/workspace/sync/folders'
import { problems } from '../support/imports'
import { type Colleague, colleague, filesIn, team } from '../support/shared-folder'
import { fill, smallDisk } from '../support/small-disk'
import { temporaryFolder } from '../support/workspace'

/* A real disk that is full while people exchange: under the workspace, the shared folder, or the installation's memory. */

const ROOMS = [0, 4096, 20_000, 60_000]

/** Twenty notes that cannot be compressed: more than most of the rooms. */
async function edits({ client }: Colleague, round: number): Promise<void> {
  for (let i = 0; i < 20; i++)
    await client.clients.add({ name: `${round}-${i}`, note: randomBytes(1400).toString('base64') })
}

async function onDisk(where: 'workspace' | 'shared' | 'home', disk: string) {
  const { lin: ada, colleagues, file } = await team('Bo')
  const [bo] = colleagues
  if (bo === undefined) throw new Error('nobody')
  await ada.client.workspace.close({})
  const place = (part: typeof where) => (part === where ? fs.mkdtempSync(path.join(disk, 'x-')) : temporaryFolder())
  const lin = colleague('Lin', place('home'))
  const copy = path.join(place('workspace'), 'agency.starboard')
  fs.copyFileSync(file, copy)
  await lin.open(copy)
  const shared = place('shared')
  await lin.add(shared)
  await bo.add(shared)
  return { lin, bo, shared: path.join(shared, 'Agency.wsync') }
}

const FULL = /^(?:workspace\.diskFull|sync\.folderUnavailable)$/u

test.for(['workspace', 'shared', 'home'] as const)(
  'a disk that is full under the %s stops the exchange, loses nothing, and it goes on once there is room',
  { timeout: 120_000 },
  async (where, { skip }) => {
    const disk = smallDisk(24)
    if (disk === null) {
      skip('this account may not mount a small disk')
      return
    }
    const { lin, bo, shared } = await onDisk(where, disk)
    let refused = 0
    for (const [round, room] of ROOMS.entries()) {
      await edits(bo, round)
      // Taken and published in one run; where the workspace is full, no edit of Lin's would go in.
      if (where === 'shared') await bo.run().catch(() => undefined)
      else {
        await bo.run()
        await edits(lin, round + 100)
      }
      const giveBack = fill(disk, room)
      const { error } = await safe(lin.run())
      const { error: second } = await safe(where === 'shared' ? bo.run() : lin.run())
      for (const one of [error, second]) {
        if (one === null) continue
        refused++
        expect(one).toMatchObject({ code: expect.stringMatching(FULL) as string })
      }
      giveBack()
      expect(filesIn(shared).filter((name) => path.basename(name).startsWith('~'))).toEqual([])
      expect(await problems(lin)).toEqual([])
    }
    expect(refused).toBeGreaterThan(0)
    for (const one of [lin, bo, lin, bo]) {
      one.clock.now += 3_600_000
      await one.run()
    }
    expect(lin.digest()).toBe(bo.digest())
    expect((await lin.names()).length).toBe(where === 'shared' ? 80 : 160)
    expect(listFolders(lin.context)).toMatchObject([{ state: 'upToDate', unreadable: [] }])
  },
)
