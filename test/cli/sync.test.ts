/** Three people with a computer each, who exchange what they did with the command alone, as processes of their own. */

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { truncateSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

import { beforeAll, expect, test } from 'vitest'

import { ORDERS, writeOrders } from './orders'
import { temporaryFolder } from './support'

const ROOT = resolve(import.meta.dirname, '../..')
const PROGRAM = join(ROOT, 'out/cli/index.js')
const WAIT = 240_000
const SECRET = 'seven green parrots'

interface Ended {
  readonly code: number | null
  readonly out: string
  readonly log: string
}

async function ran(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const child = spawn(command, args, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    shell: process.platform === 'win32',
  })
  let [out, log] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (log += text))
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, out, log }
}

// Built once, as the first call does it.
beforeAll(async () => {
  const { code, log } = await ran('npm', ['run', '-s', 'starboard', '--', '--version'])
  if (code !== 0) throw new Error(log)
}, WAIT)

type Document = Record<string, unknown> & { readonly error?: { readonly code: string } }

/** One person's computer: an installation and a workspace file of its own. */
function computer(folder: string, name: string) {
  const file = join(folder, `${name}.starboard`)
  const env = { STARBOARD_HOME: join(folder, `${name}-home`), STARBOARD_WORKSPACE: file, TEAM_SECRET: SECRET }
  const run = async (args: readonly string[], code = 0): Promise<Document> => {
    const ended = await ran(process.execPath, [PROGRAM, ...args, '--json'], env)
    expect([ended.code, ended.out, ended.log]).toEqual([code, expect.any(String), expect.any(String)])
    return JSON.parse(ended.out) as Document
  }
  return { name, file, run, digest: async () => (await run(['sync', 'status']))['digest'] }
}

test(
  'a team shares a workspace by packages alone, encrypted, and ends with equal copies and a decision made once',
  async () => {
    const folder = temporaryFolder()
    const [li, wang, mei] = [computer(folder, 'Li'), computer(folder, 'Wang'), computer(folder, 'Mei')]
    const secret = ['--passphrase-env', 'TEAM_SECRET']
    const file = (name: string) => join(folder, `${name}.starpack`)

    await li.run(['workspace', 'create', li.file, '--name', 'Agency'])
    await li.run(['sync', 'name', 'Li', '--computer', 'desk'])
    await li.run(['shops', 'add', '--name', 'Glow US', '--market', 'US'])
    const { id } = await li.run(['records', 'put', 'creators', 'handle=@Linh', 'phone=000'])
    await li.run(['import', writeOrders(folder, 'january.csv', ORDERS), '--shop', 'Glow US'])
    const exported = await li.run(['sync', 'export', '--to', file('all'), ...secret])
    expect(exported).toMatchObject({ file: file('all'), changes: 4, facts: 1, sizeBytes: expect.any(Number) })

    for (const newcomer of [wang, mei]) {
      expect(await newcomer.run(['sync', 'join', '--from', file('all'), newcomer.file, ...secret])).toMatchObject({
        file: newcomer.file,
        replicaId: expect.stringMatching(/^[0-9a-f]{16}$/),
      })
      await newcomer.run(['sync', 'name', newcomer.name])
      expect(await newcomer.digest()).toBe(await li.digest())
      expect(await newcomer.run(['report', 'roi', '--by', 'shop'])).toMatchObject({ total: { gmv: 10_798 } })
    }

    await wang.run(['records', 'put', 'creators', String(id), 'phone=111'])
    await mei.run(['records', 'put', 'creators', String(id), 'phone=222'])
    for (const who of [wang, mei]) await who.run(['sync', 'export', '--to', file(who.name), ...secret])
    expect(await li.run(['sync', 'preview', file('Mei'), ...secret])).toMatchObject({ person: 'Mei', changes: 1 })
    const imported = await li.run(['sync', 'import', file('Mei'), file('Wang'), ...secret])
    expect(imported).toMatchObject({
      files: [
        { file: file('Mei'), applied: 1, conflicts: 0, rejected: 0, missing: [] },
        { file: file('Wang'), applied: 1, alreadyHad: 4, conflicts: 1, rejected: 0, missing: [] },
      ],
    })
    const { rows } = (await li.run(['sync', 'inbox'])) as { rows: { id: string; candidates: { write: string }[] }[] }
    expect(rows).toMatchObject([{ level: 'decision', field: 'phone', title: 'linh', base: '000' }])
    const keep = rows[0]!.candidates[0]!.write
    expect(await li.run(['sync', 'decide', rows[0]!.id, '--keep', keep])).toEqual({ decided: 1 })

    await li.run(['sync', 'export', '--to', file('decided'), ...secret])
    for (const who of [wang, mei]) {
      await who.run(['sync', 'import', file('decided'), file('Wang'), file('Mei'), ...secret])
      expect(await who.run(['sync', 'status'])).toMatchObject({ conflicts: 0, digest: await li.digest() })
    }
  },
  WAIT,
)

test(
  'a team shares a folder; the first use makes its part, the next ones exchange, and a newcomer joins from it',
  async () => {
    const folder = temporaryFolder()
    const shared = temporaryFolder()
    const [li, wang] = [computer(folder, 'Li'), computer(folder, 'Wang')]
    await li.run(['workspace', 'create', li.file, '--name', 'Agency'])
    await li.run(['records', 'put', 'creators', 'handle=linh'])
    expect(await li.run(['sync', 'folder', '--dir', shared])).toMatchObject({ changes: 2, files: [{ applied: 0 }] })
    await wang.run(['sync', 'join', '--from', shared, wang.file])
    expect(await wang.digest()).toBe(await li.digest())
    await wang.run(['records', 'put', 'creators', 'handle=mai'])
    expect(await wang.run(['sync', 'folder', '--dir', shared])).toMatchObject({ changes: 1 })
    expect(await li.run(['sync', 'folder', '--dir', shared])).toMatchObject({ changes: 0, files: [{ applied: 1 }] })
    expect(await wang.digest()).toBe(await li.digest())
  },
  WAIT,
)

test(
  'what cannot be taken is refused with its code and exit code, each file on its own, and changes nothing',
  async () => {
    const folder = temporaryFolder()
    const [li, wang, other] = [computer(folder, 'Li'), computer(folder, 'Wang'), computer(folder, 'Other')]
    const file = (name: string) => join(folder, name)
    await li.run(['workspace', 'create', li.file])
    await other.run(['workspace', 'create', other.file])
    await li.run(['sync', 'export', '--to', file('all')])
    await wang.run(['sync', 'join', '--from', file('all'), wang.file])
    const before = await wang.digest()
    await li.run(['records', 'put', 'creators', 'handle=linh'])
    for (const name of ['good', 'cut']) await li.run(['sync', 'export', '--to', file(name)])
    truncateSync(file('cut'), 300)
    writeFileSync(file('text'), 'Dear Wang, the file is attached.')
    await li.run(['sync', 'export', '--to', file('secret'), '--passphrase-env', 'TEAM_SECRET'])
    await other.run(['sync', 'export', '--to', file('other')])

    const refused = await wang.run(['sync', 'import', file('cut'), file('text'), file('secret'), file('other')], 3)
    expect((refused['files'] as Document[]).map((each) => each.error?.code)).toEqual([
      'sync.unreadable',
      'sync.unreadable',
      'sync.passphraseNeeded',
      'sync.otherWorkspace',
    ])
    expect(refused.error?.code).toBe('sync.unreadable')
    expect(await wang.digest()).toBe(before)
    expect(await wang.run(['sync', 'import', file('cut'), file('good')], 3)).toMatchObject({
      files: [{ error: { code: 'sync.unreadable' } }, { applied: 1 }],
    })
    expect(await wang.digest()).toBe(await li.digest())

    expect(await wang.run(['sync', 'join', '--from', file('all'), wang.file], 3)).toMatchObject({
      error: { code: 'workspace.exists' },
    })
    expect(await wang.run(['sync', 'export', '--to', file('x'), '--for', 'SR1-NONSENSE'], 2)).toMatchObject({
      error: { code: 'sync.badCode' },
    })
    for (const wrong of [
      ['sync', 'webdav', '--url', 'https://dav.example'],
      ['sync', 'import', file('good'), '--passphrase-env', 'NO_SUCH_VARIABLE'],
      ['sync', 'decide', 'values.creators.x.phone.y'],
      ['sync', 'export', '--to', file('x'), '--for', 'SR1-X', '--new-colleague'],
    ]) {
      expect(await wang.run(wrong, 2)).toMatchObject({ error: { code: 'usage' } })
    }
  },
  WAIT,
)
