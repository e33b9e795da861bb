import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

import { expect, onTestFinished, test } from 'vitest'

import { openWorkspace } from '../../db/open'
import { createContext } from '../../electron/workspace/create-context'
import { deviceOf, homeFolder } from '../../electron/workspace/sync/installation'
import { newLifeOf, newLifeSeen } from '../../electron/workspace/sync/folders'
import { AppError } from '../../shared/errors'
import { finish, NOON, temporaryFolder } from '../support/workspace'

/*
 * A workspace file goes on under its name only when it is the very file that this installation last wrote. Each sign
 * that it is not begins a new life before anything is written.
 */

/** One installation with its window open or not. */
function installation(home = temporaryFolder()) {
  const context = createContext({ now: () => NOON, author: 'Lin', home })
  onTestFinished(() => context.host.close())
  return {
    home,
    context,
    client: context.client,
    /** Opens the file; answers its replica and what became of the life before. */
    async open(file: string) {
      // Not through the contract: its daily copy would go on reading a file that the tests put something over.
      await context.host.open({ file, allowReplicated: true })
      return { replica: context.host.current().workspace.replicaId, life: newLifeOf(context) }
    },
    async close() {
      await context.client.workspace.close({})
    },
    async edit(name: string) {
      await context.client.clients.add({ name })
    },
  }
}

/** A closed workspace of three steps, the first two of which made it, on an installation. */
async function made() {
  const lin = installation()
  const file = path.join(temporaryFolder(), 'agency.starboard')
  await lin.client.workspace.create({ file, name: 'Agency', currency: 'USD' })
  await lin.edit('Lumora')
  const { replicaId: replica } = lin.context.host.current().workspace
  await lin.close()
  return { lin, file, replica }
}

function copyOf(file: string, name = 'copy.starboard'): string {
  const copy = path.join(path.dirname(file), name)
  fs.copyFileSync(file, copy)
  return copy
}

const sameLife = (replica: string) => ({ replica, life: null })
const newLife = (replica: string, reason: string, lostSteps: number) => ({
  replica: expect.not.stringMatching(replica) as string,
  life: { at: NOON, reason, lostSteps },
})

test('a file that is opened again, also after an end without closing, goes on as it was', async () => {
  const { lin, file, replica } = await made()
  expect(await lin.open(file)).toEqual(sameLife(replica))
  await lin.edit('after the opening')
  // Nobody closes: what the installation remembers is older than the file.
  const abandoned = copyOf(file, 'unclosed.starboard')
  for (const end of ['-wal', '-shm']) fs.copyFileSync(file + end, abandoned + end)
  await lin.close()
  const again = installation()
  fs.cpSync(lin.home, again.home, { recursive: true })
  const lives = path.join(again.home, 'lives', `${replica}.json`)
  const token = JSON.parse(fs.readFileSync(lives, 'utf8')) as Record<string, unknown>
  // As it was while the file was open: two steps fewer than the file has.
  fs.writeFileSync(lives, JSON.stringify({ ...token, seq: 0, hash: firstHashOf(replica) }))
  expect(await again.open(file)).toEqual(sameLife(replica))
})

function firstHashOf(replica: string): string {
  return createHash('sha256').update(Buffer.from(replica, 'hex')).digest('hex')
}

test('a backup that a file manager puts back is a new life, and says how many steps are gone', async () => {
  const { lin, file, replica } = await made()
  const backup = copyOf(file, 'tuesday.starboard')
  await lin.open(file)
  await lin.edit('one')
  await lin.edit('two')
  await lin.close()
  fs.copyFileSync(backup, file)
  const opened = await lin.open(file)
  expect(opened).toEqual(newLife(replica, 'restored', 2))
  // Said until somebody has read it, and never again.
  await lin.close()
  expect(await lin.open(file)).toEqual({
    replica: opened.replica,
    life: { at: NOON, reason: 'restored', lostSteps: 2 },
  })
  await newLifeSeen(lin.context)
  await lin.close()
  expect(await lin.open(file)).toEqual(sameLife(opened.replica))
})

test('a backup as new as the file, put back, is a new life with nothing lost', async () => {
  const { lin, file, replica } = await made()
  const backup = copyOf(file, 'tuesday.starboard')
  await lin.open(file)
  await lin.close()
  fs.copyFileSync(backup, file)
  expect(await lin.open(file)).toEqual(newLife(replica, 'restored', 0))
})

test("the product's own restore is a new life", async () => {
  const { lin, file, replica } = await made()
  await lin.open(file)
  await finish(lin.client.workspace.backup({ to: path.join(path.dirname(file), 'by-hand.starboard') }))
  const backup = path.join(path.dirname(file), 'agency.backups')
  fs.mkdirSync(backup, { recursive: true })
  const kept = path.join(backup, '2026-01-15T12-00-00.000Z-manual.starboard')
  fs.renameSync(path.join(path.dirname(file), 'by-hand.starboard'), kept)
  await lin.edit('after the backup')
  await finish(lin.client.workspace.restore({ backup: kept }))
  const { replicaId } = lin.context.host.current().workspace
  expect({ replica: replicaId, life: newLifeOf(lin.context) }).toEqual(newLife(replica, 'restored', 1))
})

test('a copy beside its original is a new life; the original goes on', async () => {
  const { lin, file, replica } = await made()
  const copy = copyOf(file)
  const opened = await lin.open(copy)
  expect(opened).toEqual(newLife(replica, 'copied', 0))
  await lin.edit('in the copy')
  await lin.close()
  expect(await lin.open(file)).toEqual(sameLife(replica))
  await lin.close()
  expect(await lin.open(copy)).toMatchObject({ replica: opened.replica })
})

test('a file that was moved or renamed goes on', async () => {
  const { lin, file, replica } = await made()
  const moved = path.join(temporaryFolder(), '代理.starboard')
  fs.renameSync(file, moved)
  // Something else in the old place is no copy.
  fs.writeFileSync(file, 'Dear all,\n')
  expect(await lin.open(moved)).toEqual(sameLife(replica))
  await lin.close()
  const renamed = path.join(path.dirname(moved), 'renamed.starboard')
  fs.renameSync(moved, renamed)
  expect(await lin.open(renamed)).toEqual(sameLife(replica))
})

test('two computers with one copied file: the second is a new life, the first goes on', async () => {
  const { lin, file, replica } = await made()
  const copy = path.join(temporaryFolder(), 'agency.starboard')
  fs.copyFileSync(file, copy)
  const bo = installation()
  const opened = await bo.open(copy)
  expect(opened).toEqual(newLife(replica, 'moved', 0))
  await bo.close()
  expect(await bo.open(copy)).toMatchObject({ replica: opened.replica })
  expect(await lin.open(file)).toEqual(sameLife(replica))
})

test('where the memory of the installation is gone or damaged, the file is taken for a copy', async () => {
  const { lin, file, replica } = await made()
  fs.writeFileSync(path.join(lin.home, 'lives', `${replica}.json`), '{"seq":')
  expect(await lin.open(file)).toEqual(newLife(replica, 'copied', 0))
})

test('a file of a time before installations remembered goes on where it was made', async () => {
  const { lin, file, replica } = await made()
  fs.rmSync(path.join(lin.home, 'lives'), { recursive: true })
  const old = await openWorkspace(file)
  old.writer.exec("DELETE FROM sync_meta WHERE k IN ('remembered', 'open_token_before')")
  old.close()
  expect(await lin.open(file)).toEqual(sameLife(replica))
})

test('an installation is named once, and the window and the command line share it', () => {
  const home = temporaryFolder()
  const device = deviceOf(home)
  expect(device).toMatch(/^[0-9a-f]{32}$/u)
  expect(deviceOf(home)).toBe(device)
  fs.writeFileSync(path.join(home, 'device.json'), '{"half":')
  expect(deviceOf(home)).toMatch(/^[0-9a-f]{32}$/u)
  expect(homeFolder({ STARBOARD_HOME: home })).toBe(home)
  expect(homeFolder({ STARBOARD_USER_DATA: home })).toBe(home)
  expect(homeFolder({ XDG_CONFIG_HOME: '/x' }, 'linux')).toBe(path.join('/x', 'Starboard'))
  expect(homeFolder({ APPDATA: '/y' }, 'win32')).toBe(path.join('/y', 'Starboard'))
})

test('where an installation can keep nothing, the refusal names the folder', () => {
  const file = path.join(temporaryFolder(), 'a file')
  fs.writeFileSync(file, '')
  const home = path.join(file, 'home')
  expect(() => deviceOf(home)).toThrow(new AppError('workspace.notWritable', { file: home }))
})

test('a copy of the file alone knows that its attached files stayed behind', async () => {
  const { lin, file } = await made()
  await lin.open(file)
  const { id } = await lin.client.clients.add({ name: 'Velora' })
  const contract = path.join(path.dirname(file), 'contract.txt')
  fs.writeFileSync(contract, 'signed')
  await finish(lin.client.attachments.add({ entity: 'clients', recordId: id, path: contract }))
  await lin.close()
  const copy = path.join(temporaryFolder(), 'agency.starboard')
  fs.copyFileSync(file, copy)
  const li = installation()
  await li.open(copy)
  expect(await li.client.attachments.list({ entity: 'clients', recordId: id })).toMatchObject([{ state: 'elsewhere' }])
  expect((await finish(li.client.workspace.verify({}))).result.ok).toBe(true)
})
