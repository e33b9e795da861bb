/** The order of publishing, gone through in every possible course by the model checker spin. */

import { execFileSync, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

import { describe, expect, onTestFinished, test } from 'vitest'

const MODEL = path.resolve(import.meta.dirname, 'publish.pml')

function isHere(command: string): boolean {
  return spawnSync(command, ['--version'], { stdio: 'ignore' }).error === undefined
}

const absent = ['spin', 'gcc'].filter((command) => !isHere(command))

/** Goes through every state of a variant; answers how many there were and how many errors. */
function check(settings: Readonly<Record<string, 0 | 1>>): { readonly states: number; readonly errors: number } {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'starboard-model-'))
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }))
  const run = (command: string, args: readonly string[]) =>
    execFileSync(command, args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
  run('spin', ['-a', ...Object.entries(settings).map(([name, value]) => `-D${name}=${value}`), MODEL])
  run('gcc', ['-O1', '-DSAFETY', '-o', 'pan', 'pan.c'])
  const told = run('./pan', ['-m100000'])
  const errors = /errors: (\d+)/u.exec(told)?.[1]
  const states = /(\d+) states, stored/u.exec(told)?.[1]
  if (errors === undefined || states === undefined || told.includes('max search depth too small'))
    throw new Error(`the checker did not come to an end:\n${told}`)
  return { states: Number(states), errors: Number(errors) }
}

if (absent.length > 0) process.stderr.write(`The models are skipped: ${absent.join(' and ')} is not installed here.\n`)

describe.skipIf(absent.length > 0)('publishing', () => {
  test.each([
    ['the installation remembers and the folder is asked', {}],
    ['only the installation remembers', { FOLDER: 0 }],
  ] as const)(
    'no name is given two contents when %s',
    (_, settings) => {
      const { states, errors } = check(settings)
      expect(errors).toBe(0)
      // Not by being cut short: the whole of it has so many.
      expect(states).toBeGreaterThan(150_000)
    },
    60_000,
  )

  /*
   * What the model must find, so that it goes on being able to: each of these gives one name to two contents. That the
   * number alone is not enough, it found first.
   */
  test.each([
    ['nothing is compared', { TOKEN: 0, FOLDER: 0 }],
    ['the installation remembers only after publishing', { LATE: 1 }],
    ['the folder alone is asked', { TOKEN: 0 }],
    ['only the number of the last step is remembered, not what it was', { HASH: 0 }],
  ] as const)(
    'the model finds two contents under one name when %s',
    (_, settings) => {
      expect(check(settings).errors).toBe(1)
    },
    60_000,
  )
})
