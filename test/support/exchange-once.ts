/**
 * Run as a process of its own: opens a copy of a workspace, makes changes and exchanges them through a shared folder, and
 * dies where it is told to. It tells `sound` once the file was found whole, `made <name>` after each change that was
 * committed, and `ends`.
 */

import fs from 'node:fs'

import { chainHash, firstHash } from '../../db/capture/chain'
import { createContext } from '../../electron/workspace/create-context'
import { nodeDisk, type Disk } from '../../electron/workspace/sync/disk'
import { runFolders } from '../../electron/workspace/sync/folders'

interface Order {
  readonly file: string
  readonly home: string
  readonly person: string
  /** Names of the changes to make, an exchange after each. */
  readonly names: readonly string[]
  /** The moment at which to die: a point of the run, or a call of the disk on a file with that ending. */
  readonly die: string | null
}

// The test wrote it.
const order = JSON.parse(process.argv[2] ?? '{}') as Order
// Written at once, so that what was told is true.
const tell = (text: string): void => void fs.writeSync(1, `${text}\n`)

function dieAt(moment: string): void {
  if (moment === order.die) process.kill(process.pid, 'SIGKILL')
}

/** The disk's calls as moments: `giveName .seg` is just before a segment gets its name. */
function mortal(disk: Disk): Disk {
  const meet = (call: string, file: string): void => dieAt(`${call} ${/\.\w+$/u.exec(file)?.[0] ?? ''}`)
  return {
    ...disk,
    write: (file, bytes) => {
      meet('write', file.replace(/\.tmp$/u, ''))
      return disk.write(file, bytes)
    },
    giveName: (from, to) => {
      meet('giveName', to)
      return disk.giveName(from, to)
    },
    syncFolder: async (folder) => {
      await disk.syncFolder(folder)
      dieAt('named')
    },
  }
}

const context = createContext({ author: order.person, home: order.home })
const { workspace } = await context.host.open({ file: order.file, allowReplicated: true })
checkWhole()
tell('sound')
const reporter = { report: () => undefined, signal: new AbortController().signal }
const ports = { point: dieAt, store: { disk: mortal(nodeDisk) } }
for (const name of order.names) {
  await context.client.clients.add({ name })
  tell(`made ${name}`)
  await runFolders(context, {}, reporter, ports)
}
await runFolders(context, {}, reporter, ports)
tell('ends')
context.host.close()
process.exit()

/** The pages, and every replica's chain of hashes. */
function checkWhole(): void {
  const { reader } = workspace
  const answer = reader.pragma('integrity_check', { simple: true })
  if (answer !== 'ok') throw new Error(String(answer))
  const replicas = reader
    .prepare<[], { rid: number; id: Buffer; seq: number; hash: Buffer }>('SELECT rid, id, seq, hash FROM sync_replica')
    .all()
  const bodies = reader.prepare<[number], Buffer>('SELECT body FROM sync_log WHERE rid = ? ORDER BY seq').pluck()
  for (const { rid, id, seq, hash } of replicas) {
    const log = bodies.all(rid)
    const end = log.reduce((last, body) => chainHash(last, body), firstHash(id))
    if (log.length !== seq || !end.equals(hash)) throw new Error(`the log of ${id.toString('hex')} is not a chain`)
  }
}
