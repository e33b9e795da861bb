/** The command line in this process: what it printed, and how it ended. */

import { runCli } from '../../electron/cli/run'
import type { Client, Connection, Io } from '../../electron/cli/io'

export interface Ran {
  readonly code: number
  readonly out: string
  readonly log: string
}

export interface Given {
  readonly env?: Readonly<Record<string, string>>
  readonly input?: string
  readonly signal?: AbortSignal
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
