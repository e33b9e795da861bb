/** One colleague at one computer: the program's contract, a home for it, and a folder that some program copies. */

import fs from 'node:fs'
import path from 'node:path'

import { createRouterClient } from '@orpc/server'

import type { OpenWorkspace } from '../../db/open'
import { createContext } from '../../electron/workspace/create-context'
import type { WorkspaceContext } from '../../electron/workspace/context'
import { reconcileImports } from '../../electron/workspace/importing/reconcile'
import { createLog } from '../../electron/workspace/log'
import { router } from '../../electron/workspace/router'
import { memorySecrets } from '../../electron/workspace/sync/secrets'
import type { Client } from '../support/workspace'

export interface Person {
  readonly name: string
  readonly home: string
  readonly file: string
  /** What the replicating program keeps equal. */
  readonly folder: string
  client: Client
  context: WorkspaceContext
  /** How far this computer's clock is off, ms. */
  off: number
  /** Travelling, without the folder, until then. */
  awayUntil: number
  /** A copy of the file from earlier, or null. */
  backup: string | null
  diskFull: boolean
}

export interface PersonOptions {
  readonly name: string
  readonly root: string
  readonly passphrase: string | null
  /** The world's time, epoch ms. */
  readonly now: () => number
  /** Bugs of the program, with their stacks. */
  readonly onBug: (stack: string) => void
}

/** A person with a computer and no file open. */
export function createPerson({ name, root, passphrase, now, onBug }: PersonOptions): Person {
  const home = path.join(root, name)
  const folder = path.join(root, `${name}-shared`)
  for (const made of [home, folder]) fs.mkdirSync(made, { recursive: true })
  const log = createLog(({ level, stack, text }) => {
    if (level === 'error') onBug(stack ?? text)
  })
  const person: { off: number } = { off: 0 }
  const context = createContext({
    now: () => now() + person.off,
    author: name,
    home: path.join(home, 'program'),
    secrets: memorySecrets(passphrase),
    log,
  })
  const client: Client = createRouterClient(router, { context })
  const file = path.join(home, 'agency.starboard')
  return Object.assign(person, {
    name,
    home,
    file,
    folder,
    client,
    context,
    awayUntil: 0,
    backup: null,
    diskFull: false,
  })
}

export function workspaceOf({ context }: Person): OpenWorkspace {
  return context.host.current().workspace
}

/** The code of a refusal, or null for anything else. */
export function refusalCode(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
}

/** From now on no page more fits on this computer's disk; or there is room again. */
export function fillDisk(person: Person, full: boolean): void {
  const { writer } = workspaceOf(person)
  const pages = Number(writer.pragma('page_count', { simple: true }))
  writer.pragma(`max_page_count = ${full ? pages : 1_073_741_823}`)
  person.diskFull = full
}

/** Opens the file as a start of the program does, but for the copy of the day: in one process it would still read what is then put in its place. */
export async function openFile({ context, file }: Person): Promise<void> {
  await context.host.open({ file, allowReplicated: false })
  await reconcileImports(context)
}

/** Ends the program in the tidy way and starts it again; `replaceBy`: a copy of the file is put in its place between. */
export async function restart(person: Person, replaceBy: string | null = null): Promise<void> {
  person.context.host.close()
  if (replaceBy !== null) {
    for (const end of ['-wal', '-shm']) fs.rmSync(`${person.file}${end}`, { force: true })
    fs.copyFileSync(replaceBy, person.file)
  }
  person.diskFull = false
  await openFile(person)
}
