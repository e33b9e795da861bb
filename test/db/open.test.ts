import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import path from 'node:path'

import Database from 'better-sqlite3'
import { expect, test } from 'vitest'

import { MIGRATIONS } from '../../db/migrations/index'
import { createWorkspace, openWorkspace } from '../../db/open'
import { replicatingService } from '../../db/replicated'
import { backupsFolder, listBackups } from '../../db/backup'
import { listRecords, putRecord } from '../../db/repositories/records'
import { verifyWorkspace } from '../../db/verify'
import { buildScript } from '../support/child'
import { isAppError } from '../support/refusals'
import { makeWorkspace, NOON, tempFolder } from '../support/workspace-file'

const addClient = { author: 'Lan', label: 'clients.add' }

test('a new workspace is sound, empty and known by its ids; it opens again as the same', async () => {
  const opened = await makeWorkspace()
  const { workspaceId, replicaId } = opened.workspace
  expect([workspaceId, replicaId]).toEqual([
    expect.stringMatching(/^[0-9a-f]{32}$/),
    expect.stringMatching(/^[0-9a-f]{16}$/),
  ])
  expect(await opened.reopen()).toMatchObject({ workspaceId, replicaId, schemaVersion: MIGRATIONS.length })
  const { ok, checks } = await verifyWorkspace(opened.file)
  expect(checks.filter((check) => !check.ok)).toEqual([])
  expect(ok).toBe(true)
})

test('creating over an existing file, or in a folder that is not there, is refused', async () => {
  const { file } = await makeWorkspace()
  await expect(createWorkspace(file)).rejects.toSatisfy(isAppError('workspace.exists', { file }))
  const nowhere = path.join(path.dirname(file), 'nowhere', 'a.starboard')
  await expect(createWorkspace(nowhere)).rejects.toSatisfy(isAppError('workspace.notWritable', { file: nowhere }))
})

test('a file that is missing, no database, another program’s database or damaged is refused as what it is, and left alone', async () => {
  const folder = tempFolder()
  const at = (name: string) => path.join(folder, name)
  await expect(openWorkspace(at('none'))).rejects.toSatisfy(isAppError('workspace.notFound'))
  fs.writeFileSync(at('photo.jpg'), Buffer.alloc(5000, 7))
  await expect(openWorkspace(at('photo.jpg'))).rejects.toSatisfy(isAppError('workspace.damaged'))
  fs.writeFileSync(at('empty'), '')
  await expect(openWorkspace(at('empty'))).rejects.toSatisfy(isAppError('workspace.damaged'))
  new Database(at('other.db')).exec('CREATE TABLE t (a)').close()
  await expect(openWorkspace(at('other.db'))).rejects.toSatisfy(
    isAppError('workspace.damaged', { file: at('other.db'), detail: 'not a Starboard workspace' }),
  )
  expect(fs.readFileSync(at('photo.jpg'))).toEqual(Buffer.alloc(5000, 7))
  expect(fs.readdirSync(folder).toSorted()).toEqual(['empty', 'other.db', 'photo.jpg'])
})

test('a workspace with damaged pages is refused as damaged', async () => {
  const { workspace, file } = await makeWorkspace()
  for (let i = 0; i < 50; i++)
    await workspace.commit(addClient, (tx) => putRecord(tx, 'clients', null, { name: 'x'.repeat(2000) }, NOON))
  workspace.close()
  const bytes = fs.readFileSync(file)
  bytes.fill(0x5a, bytes.length - 40 * 4096, bytes.length - 4096)
  fs.writeFileSync(file, bytes)
  await expect(openWorkspace(file)).rejects.toSatisfy(isAppError('workspace.damaged'))
})

test('a file of a newer version is refused with both versions, and left as it is', async () => {
  const { workspace, file } = await makeWorkspace()
  workspace.writer.pragma('user_version = 999')
  workspace.close()
  const before = fs.readFileSync(file)
  await expect(openWorkspace(file)).rejects.toSatisfy(
    isAppError('workspace.fromFuture', { file, version: 999, supported: MIGRATIONS.length }),
  )
  expect(fs.readFileSync(file).equals(before)).toBe(true)
})

test('a second opening is refused and told who holds the file; after closing it goes through', async () => {
  const { workspace, file } = await makeWorkspace()
  await expect(openWorkspace(file)).rejects.toThrow(`process ${process.pid}`)
  await expect(openWorkspace(file)).rejects.toSatisfy(isAppError('workspace.locked'))
  workspace.close()
  const again = await openWorkspace(file)
  again.close()
})

test('a workspace in a folder that a sync program copies is refused unless the user insists', async () => {
  const file = path.join(tempFolder(), 'OneDrive - Lotus', 'Work', 'agency.starboard')
  fs.mkdirSync(path.dirname(file), { recursive: true })
  await expect(createWorkspace(file)).rejects.toSatisfy(
    isAppError('workspace.inReplicatedFolder', { file, service: 'OneDrive' }),
  )
  const workspace = await createWorkspace(file, { allowReplicated: true })
  workspace.close()
  await expect(openWorkspace(file)).rejects.toSatisfy(isAppError('workspace.inReplicatedFolder'))
})

test.each([
  ['Dropbox/a', 'Dropbox'],
  ['Dropbox (Lotus)/a', 'Dropbox'],
  ['Mobile Documents/com~apple~CloudDocs/a', 'iCloud Drive'],
  ['我的坚果云/a', 'Nutstore 坚果云'],
  ['GoogleDrive-lan@example.com/My Drive/a', 'Google Drive'],
  ['Shared/.stfolder', 'Syncthing'],
])('the folder %s is known as %s', (folder, service) => {
  const root = tempFolder()
  fs.mkdirSync(path.join(root, folder), { recursive: true })
  expect(replicatingService(path.join(root, path.dirname(folder), 'a.starboard'), {})).toBe(service)
  expect(replicatingService(path.join(root, 'a.starboard'), {})).toBeNull()
})

test('the folder that Windows names as OneDrive’s counts, whatever it is called', () => {
  const root = tempFolder()
  expect(replicatingService(path.join(root, 'Documents', 'a.starboard'), { OneDrive: root })).toBe('OneDrive')
})

test('a migration that fails halfway leaves the file as it was, with a backup beside it', async () => {
  const opened = await makeWorkspace()
  await opened.workspace.commit(addClient, (tx) => putRecord(tx, 'clients', null, { name: 'Lotus' }, NOON))
  const failing = [
    ...MIGRATIONS,
    {
      version: 99,
      name: 'broken',
      sql: 'CREATE TABLE half (a); UPDATE clients SET name = 1/0; INSERT INTO nowhere VALUES (1);',
    },
  ]
  await expect(opened.reopen({ migrations: failing })).rejects.toThrow('nowhere')
  const workspace = await opened.reopen()
  expect(workspace.schemaVersion).toBe(MIGRATIONS.length)
  expect(listRecords(workspace.db, 'clients').rows).toMatchObject([{ name: 'Lotus' }])
  expect(workspace.reader.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'half'`).get()).toBeUndefined()
  expect(listBackups(opened.file).map(({ reason }) => reason)).toEqual(['migration'])
  expect((await verifyWorkspace(opened.file)).ok).toBe(true)
  expect(fs.existsSync(backupsFolder(opened.file))).toBe(true)
})

test('a process killed in the middle of its commits loses none that it had reported, and leaves a sound file', async () => {
  const { workspace, file } = await makeWorkspace()
  workspace.close()
  const script = await buildScript('test/support/commit-for-ever.ts')
  let reported = 0
  for (let round = 0; round < 4; round++) {
    const child = spawn(process.execPath, [script, file], { stdio: ['ignore', 'pipe', 'inherit'] })
    let told = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      told += text
      if (told.length > 20 * (round + 1) && !child.killed) child.kill('SIGKILL')
    })
    await once(child, 'close')
    reported += told.split('\n').length - 1
    const reopened = await openWorkspace(file)
    expect(listRecords(reopened.db, 'clients', { limit: 10_000 }).rows.length).toBeGreaterThanOrEqual(reported)
    expect((await verifyWorkspace(file)).checks.filter(({ ok }) => !ok)).toEqual([])
    reopened.close()
  }
  expect(reported).toBeGreaterThan(20)
}, 60_000)

test('another process cannot open what this one holds, and a killed holder lets go', async () => {
  const { workspace, file } = await makeWorkspace()
  workspace.close()
  const script = await buildScript('test/support/commit-for-ever.ts')
  const child = spawn(process.execPath, [script, file], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  await expect(openWorkspace(file)).rejects.toThrow(`process ${child.pid}`)
  child.kill('SIGKILL')
  await once(child, 'close')
  const freed = await openWorkspace(file)
  freed.close()
}, 60_000)
