/** Colleagues on computers of their own, with copies of one workspace and folders that something copies between them. */

import fs from 'node:fs'
import path from 'node:path'

import { createRouterClient } from '@orpc/server'
import { onTestFinished } from 'vitest'

import { createContext } from '../../electron/workspace/create-context'
import { createLog } from '../../electron/workspace/log'
import { router } from '../../electron/workspace/router'
import type { FolderPorts } from '../../electron/workspace/sync/folder-run'
import { addFolder, runFolders } from '../../electron/workspace/sync/folders'
import type { FolderRun } from '../../shared/contract/sync'
import { type Client, NOON, temporaryFolder } from './workspace'

/** scrypt's work is a test of its own. */
const KEYS = { workFactor: 4 }

/** One person's computer: an installation, a copy of the workspace, a clock. */
export function colleague(person: string, home = temporaryFolder()) {
  const clock = { now: NOON }
  const log = createLog(({ level, stack }) => {
    if (level === 'error') process.stderr.write(`${stack ?? ''}\n`)
  })
  const context = createContext({ now: () => clock.now++, author: person, home, log })
  onTestFinished(() => context.host.close())
  const client: Client = createRouterClient(router, { context })
  let ports: FolderPorts = { keys: KEYS }
  let opened = ''
  return {
    person,
    home,
    clock,
    context,
    client,
    /** From now on the folder is reached in this way. */
    through(given: FolderPorts) {
      ports = { keys: KEYS, ...given }
    },
    get workspace() {
      return context.host.current().workspace
    },
    async open(file: string) {
      opened = file
      await context.host.open({ file, allowReplicated: true })
    },
    /** The file that was opened last. */
    file: () => opened,
    add: (folder: string, passphrase?: string) => addFolder(context, { folder, passphrase }, ports),
    run: (passphrase?: string): Promise<FolderRun> =>
      runFolders(context, { passphrase }, { report: () => undefined, signal: new AbortController().signal }, ports),
    /** The names of clients, in their order. */
    names: async () => (await client.clients.list({})).map(({ name }) => name).toSorted(),
    digest: () => context.host.current().workspace.exchange.digest(),
  }
}

export type Colleague = ReturnType<typeof colleague>

/** Lin and Bo, each with a folder of their own that is the same team's, and what both have. */
export async function twoFolders() {
  const { lin, colleagues, file } = await team('Bo')
  const [bo] = colleagues
  if (bo === undefined) throw new Error('nobody')
  const lins = temporaryFolder()
  const bos = temporaryFolder()
  await lin.add(lins)
  replicate(lins, bos)
  await bo.add(bos)
  return { lin, bo, file, lins: path.join(lins, 'Agency.wsync'), bos: path.join(bos, 'Agency.wsync') }
}

/** The files under a folder, by their names in it. */
export function filesIn(folder: string): string[] {
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => fs.statSync(path.join(folder, name)).isFile())
    .map((name) => name.replaceAll('\\', '/'))
    .toSorted()
}

/** Lin's new workspace, and a copy of it on the computer of each of the others. */
export async function team(...others: readonly string[]) {
  const lin = colleague('Lin')
  const file = path.join(temporaryFolder(), 'agency.starboard')
  await lin.client.workspace.create({ file, name: 'Agency', currency: 'USD' })
  await lin.client.workspace.close({})
  const colleagues = others.map((person) => colleague(person))
  for (const one of colleagues) {
    const copy = path.join(temporaryFolder(), 'agency.starboard')
    fs.copyFileSync(file, copy)
    await one.open(copy)
  }
  await lin.open(file)
  return { lin, colleagues, file }
}

/** What a program that copies folders does, all at once: every file of one folder that the other lacks, and back. */
export function replicate(one: string, other: string): void {
  for (const [from, to] of [
    [one, other],
    [other, one],
  ] as const) {
    for (const name of fs.readdirSync(from, { recursive: true, encoding: 'utf8' })) {
      if (name.includes('~')) continue
      const source = path.join(from, name)
      const target = path.join(to, name)
      if (fs.statSync(source).isDirectory()) fs.mkdirSync(target, { recursive: true })
      else if (!fs.existsSync(target)) fs.copyFileSync(source, target)
    }
  }
}
