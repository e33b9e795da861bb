import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

import { expect, test } from 'vitest'

import { decodeSegment } from '../../electron/workspace/sync/segment-file'
import { buildScript } from '../support/child'
import { type Colleague, filesIn, team } from '../support/shared-folder'
import { temporaryFolder } from '../support/workspace'

/*
 * Processes that are killed while they exchange: at every point of publishing and taking, and at random moments. Each time
 * the file opens whole, no name is ever seen with two contents, nothing that was told as made is lost, and in the end
 * everybody has the same.
 *
 * STARBOARD_KILLS sets how many random moments are tried: a hundred here, a thousand before a release.
 */

const KILLS = Number(process.env['STARBOARD_KILLS'] ?? 100)

/** Publishing, in its order. */
const PUBLISHING = [
  'durable',
  'remembered',
  'contentPut',
  'beforeSegment',
  'write .seg',
  'giveName .seg',
  'named',
  'segmentsPut',
  'write .head',
  'giveName .head',
  'headPut',
  'published',
]
const TAKING = ['segmentRead', 'arrivalOpen', 'segmentStored', 'settled', 'draining', 'drained', 'factsStaged']

interface Copy {
  readonly person: string
  readonly home: string
  readonly file: string
}

/** Two copies, closed, with one shared folder, and what was ever seen in it. */
async function prepared() {
  const { lin, colleagues } = await team('Bo')
  const [bo] = colleagues
  if (bo === undefined) throw new Error('nobody')
  const shared = temporaryFolder()
  await lin.add(shared)
  await bo.add(shared)
  const copies: readonly Copy[] = await Promise.all(
    [lin, bo].map(async ({ person, home, file, client }) => {
      await client.workspace.close({})
      return { person, home, file: file() }
    }),
  )
  const [one, two] = copies
  if (one === undefined || two === undefined) throw new Error('nobody')
  const script = await buildScript('test/support/exchange-once.ts')
  const folder = path.join(shared, 'Agency.wsync')
  return { lin, bo, one, two, script, witness: witnessOf(folder, await workspaceOf(lin)) }
}

async function workspaceOf(one: Colleague): Promise<string> {
  await one.open(one.file())
  const { workspaceId } = one.workspace
  await one.client.workspace.close({})
  return workspaceId
}

/** Looks at everything in the folder, again and again: a name, and a step of a replica, never has two contents. */
function witnessOf(folder: string, workspace: string) {
  const files = new Map<string, string>()
  const steps = new Map<string, string>()
  const see = (seen: Map<string, string>, name: string, content: Uint8Array): void => {
    const hash = createHash('sha256').update(content).digest('hex')
    const before = seen.get(name) ?? hash
    seen.set(name, hash)
    if (before !== hash) throw new Error(`${name} has two contents`)
  }
  return {
    steps,
    async look(): Promise<void> {
      for (const name of filesIn(folder)) {
        // What is being written has no name yet.
        if (path.basename(name).startsWith('~')) continue
        const known = files.has(name)
        const bytes = fs.readFileSync(path.join(folder, name))
        see(files, name, bytes)
        if (known || !name.endsWith('.seg')) continue
        const { run } = await decodeSegment(bytes, { file: name, workspace, key: null })
        for (const [i, body] of run.bodies.entries()) see(steps, `${run.replica} ${run.from + i}`, body)
      }
    },
  }
}

/** Runs the script; kills it `after` ms from when its file was open. Answers what it told as made, and how it ended. */
async function exchange(
  script: string,
  copy: Copy,
  names: readonly string[],
  { die = null, after = null }: { readonly die?: string | null; readonly after?: number | null } = {},
) {
  const child = spawn(process.execPath, [script, JSON.stringify({ ...copy, names, die })], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let told = ''
  let said = ''
  let opened = 0
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    told += text
    if (opened > 0 || !told.includes('sound')) return
    opened = performance.now()
    if (after !== null) setTimeout(() => child.kill('SIGKILL'), after)
  })
  const signal = await new Promise((resolve) => child.once('close', (_code, by) => resolve(by)))
  expect([said, told.includes('sound')]).toEqual(['', true])
  const made = [...told.matchAll(/^made (.+)$/gmu)].map(([, name = '']) => name)
  return { made, killed: signal === 'SIGKILL', ended: told.includes('ends'), took: performance.now() - opened }
}

/** Both open their copies and exchange until nothing moves; then both have everything. */
async function expectEqual({ lin, bo }: { readonly lin: Colleague; readonly bo: Colleague }, made: readonly string[]) {
  for (const one of [lin, bo]) await one.open(one.file())
  for (const one of [lin, bo, lin, bo]) {
    // Far enough that everything is looked at again.
    one.clock.now = Math.max(one.clock.now, Date.now()) + 3_600_000
    await one.run()
  }
  expect(lin.digest()).toBe(bo.digest())
  const names = await lin.names()
  expect(await bo.names()).toEqual(names)
  expect(made.filter((name) => !names.includes(name))).toEqual([])
  for (const one of [lin, bo]) await one.client.workspace.close({})
}

test('killed at each point of publishing, the next start goes on and nothing has two contents', async () => {
  const { lin, bo, one, script, witness } = await prepared()
  const all: string[] = []
  for (const die of PUBLISHING) {
    const { made, killed } = await exchange(script, one, [die], { die })
    expect([die, killed, made]).toEqual([die, true, [die]])
    await witness.look()
    all.push(...made)
  }
  await expectEqual({ lin, bo }, all)
  await witness.look()
  expect(witness.steps.size).toBeGreaterThanOrEqual(PUBLISHING.length)
}, 120_000)

test('killed at each point of taking, the next start goes on to what the other has', async () => {
  const { lin, bo, two, script, witness } = await prepared()
  const all: string[] = []
  for (const die of TAKING) {
    await lin.open(lin.file())
    await lin.client.clients.add({ name: die })
    await lin.run()
    await lin.client.workspace.close({})
    all.push(die)
    const { killed } = await exchange(script, two, [], { die })
    expect([die, killed]).toEqual([die, true])
    await witness.look()
  }
  await expectEqual({ lin, bo }, all)
}, 120_000)

test(
  `killed at ${KILLS} random moments, two copies lose nothing and end equal`,
  async () => {
    const { lin, bo, one, two, script, witness } = await prepared()
    const all: string[] = []
    let longest = 0
    for (const copy of [one, two]) {
      const { ended, took, made } = await exchange(script, copy, [`${copy.person} a`, `${copy.person} b`])
      expect(ended).toBe(true)
      longest = Math.max(longest, took)
      all.push(...made)
    }
    let killed = 0
    for (let i = 0; i < KILLS; i += 2) {
      // Both at once, each at a random moment of its own.
      const ends = await Promise.all(
        [one, two].map((copy) =>
          exchange(script, copy, [`${copy.person} ${i} a`, `${copy.person} ${i} b`], {
            after: Math.random() * longest,
          }),
        ),
      )
      for (const { made, killed: was } of ends) {
        all.push(...made)
        if (was) killed++
      }
      await witness.look()
    }
    expect(killed).toBeGreaterThan(KILLS / 2)
    await expectEqual({ lin, bo }, all)
    await witness.look()
  },
  Math.max(240_000, KILLS * 3000),
)
