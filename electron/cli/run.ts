/** One call of the command line, from its arguments to its exit code. Never throws. */

import { resolve } from 'node:path'

import type { Answer, Call, Options, Verb } from './command'
import { failureOf, type Failure } from './failures'
import { helpText } from './help'
import type { Connection, Io } from './io'
import { parse } from './parse'
import { progressLine } from './progress'
import { UsageError } from './usage'
import { VERBS } from './verbs'

/** Runs `starboard ...args` and gives the exit code; all it prints goes through `io`. */
export async function runCli(args: readonly string[], io: Io): Promise<number> {
  // Known before parsing, so that even a wrong call answers in the language it was asked in.
  const json = args.includes('--json')
  try {
    const parsed = parse(args, VERBS)
    if (parsed.want === 'version') {
      io.out(json ? `${JSON.stringify({ version: io.version })}\n` : `${io.version}\n`)
      return 0
    }
    if (parsed.want === 'help') {
      io.out(`${helpText(VERBS, parsed.noun, parsed.verb)}\n`)
      return 0
    }
    const answer = await answerOf(parsed.verb, parsed.words, parsed.options, io)
    io.out(json ? `${JSON.stringify(answer.json, null, 2)}\n` : `${answer.text.trimEnd()}\n`)
    return answer.exitCode ?? 0
  } catch (error) {
    const failure = failureOf(error, io.signal.aborted)
    tell(failure, json, io)
    return failure.exitCode
  }
}

async function answerOf(verb: Verb, words: readonly string[], options: Options, io: Io): Promise<Answer> {
  const file = fileOf(verb, words, options, io)
  const progress = progressLine(io)
  let connection: Connection | null = null
  try {
    connection = await io.connect()
    if (verb.workspace === 'open') {
      await connection.client.workspace.open({ file, allowReplicated: options.has('allow-replicated') })
    }
    const call: Call = { client: connection.client, io, words, file, options, progress: progress.say }
    return await verb.run(call)
  } finally {
    progress.end()
    await connection?.close()
  }
}

function fileOf(verb: Verb, words: readonly string[], options: Options, io: Io): string {
  const named = verb.workspace === 'makes' ? words[0] : (options.text('workspace') ?? io.env['STARBOARD_WORKSPACE'])
  if (named === undefined || named === '') {
    throw new UsageError('no workspace is named; add --workspace FILE or set STARBOARD_WORKSPACE')
  }
  return resolve(named)
}

function tell(failure: Failure, json: boolean, io: Io): void {
  if (json) {
    const { code, message, details } = failure
    io.out(`${JSON.stringify({ error: { code, message, details } }, null, 2)}\n`)
    return
  }
  io.log(`starboard: ${failure.message}\n`)
  if (failure.code === 'usage') {
    const command = (failure.details as { command?: string }).command
    io.log(`See starboard ${command === undefined ? '' : `${command} `}--help\n`)
  }
}
