/** The command line in this process: what it printed, and how it ended. */

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { onTestFinished } from 'vitest'

import { runCli } from '../../electron/cli/run'
import type { Client, Connection, Io } from '../../electron/cli/io'
import { createContext } from '../../electron/workspace/create-context'

export interface Ran {
  readonly code: number
  readonly out: string
  readonly log: string
}

export interface Given {
  readonly env?: Readonly<Record<string, string>>
  readonly input?: string
  readonly signal?: AbortSignal
  /** Called with everything said on standard error. */
  readonly onLog?: (text: string) => void
  readonly connect?: () => Promise<Connection>
}

/** A client that answers only what the test says; anything else fails the test by name. */
export function answering(answers: object): () => Promise<Connection> {
  // A test passes the procedures that its call reaches; the rest is never looked at.
  return async () => ({ client: answers as Client, close: async () => {} })
}

export async function starboard(args: readonly string[], given: Given = {}): Promise<Ran> {
  let out = ''
  let log = ''
  const io: Io = {
    env: given.env ?? {},
    out: (text) => {
      out += text
    },
    log: (text) => {
      log += text
      given.onLog?.(text)
    },
    interactive: false,
    version: '1.2.3',
    signal: given.signal ?? new AbortController().signal,
    readInput: async () => given.input ?? '',
    connect: given.connect ?? (() => Promise.reject(new Error('this call was to need no workspace'))),
  }
  const code = await runCli(args, io)
  return { code, out, log }
}

/** What a `--json` call printed, which must be exactly one document. */
export function documentOf({ out }: Ran): Record<string, unknown> {
  // JSON.parse refuses a second document.
  return JSON.parse(out) as Record<string, unknown>
}

/** A real workspace process's answers, in this process, with the clock held by the test. */
export function real(now = Date.UTC(2026, 1, 15, 12)): () => Promise<Connection> {
  return async () => {
    const context = createContext({ now: () => now, author: 'Lin' })
    return { client: context.client, close: async () => context.host.close() }
  }
}

/** A folder that goes away with the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'starboard-cli-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** `starboard` on one workspace file with JSON answers. */
export interface Bench {
  readonly folder: string
  readonly file: string
  /** The document of a call that must end with `code`. */
  readonly json: (args: readonly string[], code?: number) => Promise<Record<string, unknown>>
  /** The texts of a call without `--json`. */
  readonly text: (args: readonly string[]) => Promise<Ran>
}

/** A new, empty workspace. */
export async function newBench(): Promise<Bench> {
  const folder = temporaryFolder()
  const file = join(folder, 'agency.starboard')
  const env = { STARBOARD_WORKSPACE: file }
  const text = (args: readonly string[]) => starboard(args, { env, connect: real() })
  const json = async (args: readonly string[], code = 0) => {
    const ran = await starboard([...args, '--json'], { env, connect: real() })
    if (ran.code !== code) throw new Error(`ended with ${ran.code}, not ${code}: ${ran.out}${ran.log}`)
    return documentOf(ran)
  }
  await json(['workspace', 'create', file, '--name', 'Agency'])
  return { folder, file, json, text }
}

/** A new workspace with the shop that the orders of `orders.ts` are of. */
export async function withShop(): Promise<Bench & { readonly shopId: string }> {
  const bench = await newBench()
  const shop = await bench.json(['shops', 'add', '--name', 'Glow US', '--market', 'us', '--client', 'Lumora'])
  return { ...bench, shopId: String(shop['id']) }
}
