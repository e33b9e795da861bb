/** The command line as a program of its own: this process's streams, signals and environment. */

import packageText from '../../package.json?raw'
import type { Io } from './io'
import { runCli } from './run'

/** Runs `starboard ...args` in this process and gives the exit code. */
export async function runProgram(args: readonly string[]): Promise<number> {
  const cancel = new AbortController()
  const stop = () => cancel.abort()
  // Once: a second press ends the process at once, as everywhere.
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  process.stdout.on('error', leaveQuietly)
  process.stderr.on('error', leaveQuietly)
  try {
    return await runCli(args, ioOfProcess(cancel.signal))
  } finally {
    process.off('SIGINT', stop)
    process.off('SIGTERM', stop)
  }
}

function ioOfProcess(signal: AbortSignal): Io {
  return {
    env: process.env,
    out: (text) => void process.stdout.write(text),
    log: (text) => void process.stderr.write(text),
    interactive: process.stderr.isTTY,
    version: (JSON.parse(packageText) as { readonly version: string }).version,
    signal,
    readInput,
    // Loaded when needed: help and mistakes answer without the database.
    connect: async () =>
      (await import('./connect')).connect(
        (text) => void process.stderr.write(text),
        process.env['STARBOARD_DEBUG'] !== undefined,
      ),
  }
}

async function readInput(): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) {
    chunks.push(Buffer.from(chunk as Uint8Array))
  }
  return Buffer.concat(chunks).toString('utf8')
}

/** The reader of a pipe (`| head`) has seen enough. */
function leaveQuietly(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') {
    throw error
  }
}
