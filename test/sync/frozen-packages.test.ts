import fs from 'node:fs'
import path from 'node:path'

import { expect, test } from 'vitest'

import { MIGRATIONS } from '../../db/migrations/index'
import { createWorkspace } from '../../db/open'
import { findRecord } from '../../db/repositories/records'
import { day, integer, random, text } from '../../shared/sync/columns'
import { encodeId } from '../../shared/sync/ids'
import { ENTITY_LIST, type EntityName, type NamedEntity } from '../../shared/sync/registry'
import {
  freeze,
  frozen,
  FROZEN_PASSPHRASE,
  type FrozenRecords,
  NEWER,
  recordsOf,
  runsIn,
} from '../support/frozen-packages'
import { WORKSPACE } from '../support/packages'
import { openReplica, receive, type TestReplica } from '../support/replicas'
import { isAppError } from '../support/refusals'
import { NOON, tempFolder } from '../support/workspace-file'

test.runIf(process.env['STARBOARD_FREEZE'] === '1')('the packages are written anew', freeze, 60_000)

async function newCopy(): Promise<TestReplica> {
  const file = path.join(tempFolder(), 'copy.starboard')
  const workspace = await createWorkspace(file, { now: () => NOON, copyOf: WORKSPACE })
  workspace.close()
  return openReplica(file, 'Mei', NOON)
}

test.each([
  ['first.starpack', null],
  ['first-encrypted.starpack', FROZEN_PASSPHRASE],
])(
  '%s of the first release is read as it was meant',
  async (name, passphrase) => {
    const expected = JSON.parse(fs.readFileSync(frozen('first.json'), 'utf8')) as FrozenRecords // written by `freeze`
    const copy = await newCopy()
    await receive(copy, await runsIn(name, passphrase))
    expect(recordsOf(copy.workspace, expected)).toEqual(expected)
    expect(expected.records['creators']).toHaveLength(1)
    expect(expected.questions.length).toBeGreaterThan(0)
    copy.close()
  },
  30_000,
)

test('the encrypted one is not opened by another passphrase', async () => {
  await expect(runsIn('first-encrypted.starpack', 'lotus')).rejects.toSatisfy(isAppError('sync.wrongPassphrase'))
}, 30_000)

test('of a newer app’s package what is known counts now, the rest after the update', async () => {
  const copy = await newCopy()
  const applied = await receive(copy, await runsIn('newer.starpack', null))
  expect(applied).toMatchObject({ steps: 4 })
  const id = encodeId(NEWER.client)
  expect(findRecord(copy.workspace.db, 'clients', id)).toMatchObject({ name: 'Lotus', contact: 'Ms Thu' })
  const parked = () => copy.workspace.reader.prepare('SELECT count(*) FROM sync_parked').pluck().get()
  expect(parked()).toBe(4)

  const visits: NamedEntity = {
    n: 99,
    // A name that only the newer app has.
    name: 'visits' as EntityName,
    table: 'visits',
    id: random,
    columns: { day: day(0), guests: integer(1) },
  }
  const entities = ENTITY_LIST.map((entity) =>
    entity.name === 'clients' ? { ...entity, columns: { ...entity.columns, website: text(5) } } : entity,
  )
  const sql = `ALTER TABLE clients ADD COLUMN website TEXT;
    CREATE TABLE visits (id TEXT PRIMARY KEY, day TEXT, guests INTEGER, _del INTEGER NOT NULL DEFAULT 0,
      _flag INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID, STRICT;`
  const migrations = [...MIGRATIONS, { version: MIGRATIONS.length + 1, name: 'newer', sql }]
  await copy.reopen({ entities: [...entities, visits], migrations })
  expect(parked()).toBe(0)
  const { reader } = copy.workspace
  expect(reader.prepare('SELECT contact, website FROM clients WHERE id = ?').get(id)).toEqual({
    contact: 'Ms Thu',
    website: 'lotus.cn',
  })
  expect(reader.prepare('SELECT id, day, guests FROM visits').all()).toEqual([
    { id: encodeId(NEWER.visit), day: '2026-01-02', guests: 9 },
  ])
  copy.close()
})
