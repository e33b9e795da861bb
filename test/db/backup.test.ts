import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

import { expect, test } from 'vitest'

import { copyTo, createBackup, ensureDailyBackup, listBackups } from '../../db/backup'
import { openWorkspace } from '../../db/open'
import { listRecords, putRecord } from '../../db/repositories/records'
import { restoreBackup } from '../../db/restore'
import { verifyWorkspace } from '../../db/verify'
import { isAppError } from '../support/refusals'
import { makeWorkspace, NOON } from '../support/workspace-file'

const me = { author: 'Lan', label: 'clients.add' }

test('a copy is one moment of the file although commits go on, and its hash is that of its bytes', async () => {
  const { workspace, file, clock } = await makeWorkspace()
  await workspace.commit(me, (tx) => putRecord(tx, 'clients', null, { name: 'before' }, NOON))
  const to = path.join(path.dirname(file), 'copy.starboard')
  const copying = copyTo(file, to, { now: () => clock.at })
  await workspace.commit(me, (tx) => putRecord(tx, 'clients', null, { name: 'meanwhile' }, NOON))
  const copy = await copying
  expect(copy).toEqual({
    file: to,
    sizeBytes: fs.statSync(to).size,
    sha256: createHash('sha256').update(fs.readFileSync(to)).digest('hex'),
  })
  expect(fs.readdirSync(path.dirname(file)).filter((name) => name.startsWith('copy'))).toEqual(['copy.starboard'])
  const opened = await openWorkspace(to)
  expect(listRecords(opened.db, 'clients').rows.map(({ name }) => name)).toEqual(['before'])
  opened.close()
  expect((await verifyWorkspace(to)).ok).toBe(true)
})

test('a copy never takes in what a running import has not committed', async () => {
  const { workspace, file, clock } = await makeWorkspace()
  const to = path.join(path.dirname(file), 'copy.starboard')
  await workspace.withExclusive({ author: 'Lan', label: 'import:a.csv' }, async ({ tx }) => {
    putRecord(tx, 'clients', null, { name: 'half' }, NOON)
    await copyTo(file, to, { now: () => clock.at })
  })
  const opened = await openWorkspace(to)
  expect(listRecords(opened.db, 'clients').rows).toEqual([])
  opened.close()
})

test('a copy does not replace a file', async () => {
  const { file, clock } = await makeWorkspace()
  await expect(copyTo(file, file, { now: () => clock.at })).rejects.toSatisfy(
    isAppError('export.notWritable', { file }),
  )
})

test('backups are kept by reason: five before imports, three before migrations, all made by hand', async () => {
  const { file, clock } = await makeWorkspace()
  for (const reason of ['import', 'manual', 'migration'] as const) {
    for (let i = 0; i < 6; i++) {
      clock.at += 1000
      await createBackup(file, reason, { now: () => clock.at })
    }
  }
  const kept = listBackups(file)
  const count = (reason: string) => kept.filter((backup) => backup.reason === reason).length
  expect([count('import'), count('migration'), count('manual')]).toEqual([5, 3, 6])
  expect(kept[0]).toMatchObject({ reason: 'migration', at: clock.at })
})

test('the daily backup is taken once a day', async () => {
  const { file, clock } = await makeWorkspace()
  const options = { now: () => clock.at }
  expect(await ensureDailyBackup(file, options)).not.toBeNull()
  clock.at += 3_600_000
  expect(await ensureDailyBackup(file, options)).toBeNull()
  clock.at += 86_400_000
  expect(await ensureDailyBackup(file, options)).not.toBeNull()
})

test('restoring puts the backup in place as a new replica and keeps the file as it was', async () => {
  const opened = await makeWorkspace()
  const { workspace, file, clock } = opened
  const old = workspace.replicaId
  await workspace.commit(me, (tx) => putRecord(tx, 'clients', null, { name: 'kept' }, NOON))
  const backup = await createBackup(file, 'manual', { now: () => clock.at })
  await workspace.commit(me, (tx) => putRecord(tx, 'clients', null, { name: 'later' }, NOON))
  workspace.close()
  const { workspace: restored, keptAs } = await restoreBackup(file, backup.file, { now: () => clock.at })
  expect(listRecords(restored.db, 'clients').rows.map(({ name }) => name)).toEqual(['kept'])
  expect(restored.replicaId).not.toBe(old)
  expect(
    restored.reader.prepare('SELECT lower(hex(parent)) FROM sync_replica WHERE state = ?').pluck().get('active'),
  ).toBe(old)
  await restored.commit(me, (tx) => putRecord(tx, 'clients', null, { name: 'after' }, NOON))
  await restored.undo('Lan')
  expect((await verifyWorkspace(file)).checks.filter(({ ok }) => !ok)).toEqual([])
  restored.close()
  const before = await openWorkspace(keptAs)
  expect(new Set(listRecords(before.db, 'clients').rows.map(({ name }) => name))).toEqual(new Set(['kept', 'later']))
  before.close()
})

test('a backup that is missing or damaged is refused before anything moves', async () => {
  const { workspace, file, clock } = await makeWorkspace()
  const backup = await createBackup(file, 'manual', { now: () => clock.at })
  workspace.close()
  const bytes = fs.readFileSync(file)
  fs.writeFileSync(backup.file, 'nothing')
  await expect(restoreBackup(file, backup.file, { now: () => clock.at })).rejects.toSatisfy(
    isAppError('workspace.damaged'),
  )
  await expect(restoreBackup(file, `${backup.file}x`, { now: () => clock.at })).rejects.toSatisfy(
    isAppError('backup.notFound'),
  )
  expect(fs.readFileSync(file).equals(bytes)).toBe(true)
})
