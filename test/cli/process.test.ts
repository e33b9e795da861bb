/** The command as people start it: a process of its own. */

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'

import { expect, test } from 'vitest'

import { ORDERS, writeOrders } from './orders'
import { temporaryFolder } from './support'

const ROOT = resolve(import.meta.dirname, '../..')
const WAIT = 60_000

interface Ended {
  readonly code: number | null
  readonly out: string
  readonly log: string
}

function start(args: readonly string[], env: Readonly<Record<string, string>> = {}): ChildProcess {
  return spawn('npm', ['run', '-s', 'starboard', '--', ...args], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    shell: process.platform === 'win32',
  })
}

async function ended(child: ChildProcess): Promise<Ended> {
  let [out, log] = ['', '']
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (out += text))
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (log += text))
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, out, log }
}

test(
  'npm run -s starboard -- makes a workspace, imports into it and reports, one document a call',
  async () => {
    const folder = temporaryFolder()
    const file = join(folder, 'agency.starboard')
    const env = { STARBOARD_WORKSPACE: file }
    const run = async (...args: string[]) => {
      const { code, out, log } = await ended(start([...args, '--json'], env))
      expect([code, log.includes('rror')]).toEqual([0, false])
      return JSON.parse(out) as Record<string, unknown>
    }
    expect(await run('workspace', 'create', file)).toMatchObject({ file })
    await run('shops', 'add', '--name', 'Glow US', '--market', 'US')
    await run('import', writeOrders(folder, 'january.csv', ORDERS), '--shop', 'Glow US')
    expect(await run('report', 'roi', '--by', 'shop')).toMatchObject({ total: { gmv: 10_798, contribution: 5_083 } })
  },
  WAIT,
)

test(
  'exit codes and failures reach the shell, and stdout stays empty without an answer',
  async () => {
    const wrong = await ended(start(['workspace', 'explode']))
    expect(wrong.code).toBe(2)
    expect(wrong.out).toBe('')
    expect(wrong.log).toContain('"workspace" cannot "explode"')
    const missing = await ended(start(['workspace', 'info', '--workspace', join(temporaryFolder(), 'none')]))
    expect(missing.code).toBe(3)
    expect(missing.out).toBe('')
  },
  WAIT,
)

test.skipIf(process.platform === 'win32')(
  'Ctrl-C while the demo agency is made ends with 1 and leaves nothing',
  async () => {
    const folder = temporaryFolder()
    // The built program itself: npm would be the one to get the signal.
    await ended(start(['--version']))
    const child = spawn(process.execPath, [
      join(ROOT, 'out/cli/index.js'),
      'workspace',
      'create',
      join(folder, 'demo.starboard'),
      '--demo',
      'large',
      '--json',
    ])
    child.stderr.once('data', () => child.kill('SIGINT'))
    const { code, out } = await ended(child)
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject({ error: { code: 'import.cancelled' } })
    expect(readdirSync(folder)).toEqual([])
  },
  WAIT,
)
