import { expect, test } from 'vitest'

import { addDerivedCreators, creatorId } from '../../db/capture/derived'
import type { OpenWorkspace } from '../../db/open'
import { putRecord } from '../../db/repositories/records'
import { verifyWorkspace } from '../../db/verify'
import { isAppError } from '../support/refusals'
import { makeWorkspace, NOON } from '../support/workspace-file'

const me = { author: 'Lan', label: 'clients.add' }
const addClient = (workspace: OpenWorkspace, name: string) =>
  workspace.commit(me, (tx) => putRecord(tx, 'clients', null, { name }, NOON))

/** What is wrong after somebody's tool did `sql` to the file. */
async function problemsAfter(sql: string): Promise<readonly string[]> {
  const { workspace, file } = await makeWorkspace()
  const { id } = await addClient(workspace, 'Lotus')
  await addClient(workspace, 'Orchid')
  workspace.writer.exec(sql.replaceAll('ID', `'${id}'`))
  const { ok, checks } = await verifyWorkspace(file)
  const failed = checks.filter((check) => !check.ok)
  expect(ok).toBe(failed.length === 0)
  return failed.map(({ name, detail }) => `${name}: ${detail.replaceAll(id, 'ID')}`)
}

test('a record changed behind the log is found', async () => {
  expect(
    await problemsAfter(
      `UPDATE sync_ctx SET applying = 1; UPDATE clients SET name = 'x' WHERE id = ID; UPDATE sync_ctx SET applying = 0`,
    ),
  ).toEqual(['records: clients ID: name differs from the log'])
})

test('a record removed or added behind the log is found', async () => {
  expect(
    await problemsAfter(
      'UPDATE sync_ctx SET applying = 1; DELETE FROM clients WHERE id = ID; UPDATE sync_ctx SET applying = 0',
    ),
  ).toEqual(['records: clients ID is in the log but not in its table'])
  expect(
    await problemsAfter(
      `UPDATE sync_ctx SET applying = 1; INSERT INTO clients (id) VALUES ('x'); UPDATE sync_ctx SET applying = 0`,
    ),
  ).toEqual(['records: clients x is in no entry of the log'])
})

test('an entry of the log that was changed or removed is found', async () => {
  const changed = await problemsAfter(
    'UPDATE sync_log SET body = (SELECT body FROM sync_log WHERE seq = 2) WHERE seq = 1',
  )
  expect(changed[0]).toMatch(/^log: an entry of replica .* was changed/)
  const removed = await problemsAfter('DELETE FROM sync_log WHERE seq = 1')
  expect(removed[0]).toMatch(/^log: entry 1 of replica .* is missing/)
})

test('a missing trigger and changes that no entry has are found', async () => {
  expect(await problemsAfter('DROP TRIGGER sync_t_shops_u')).toEqual([
    'capture: trigger sync_t_shops_u is not as it should be',
  ])
  expect(await problemsAfter(`INSERT INTO sync_pending (tbl, row, op) VALUES (1, ID, 'i')`)).toEqual([
    'capture: 1 changes are in no log entry',
  ])
})

test('an import whose lines are missing is found', async () => {
  const { workspace, file } = await makeWorkspace()
  const id = '40000000000000000000000000'
  await workspace.commit(me, (tx) => putRecord(tx, 'imports', id, { shopId: id, kind: 'affiliateOrders' }, NOON))
  const failed = (await verifyWorkspace(file)).checks.filter(({ ok }) => !ok)
  expect(failed).toEqual([{ name: 'imports', ok: false, detail: `the lines of import ${id} are missing` }])
})

test('opening puts missing triggers back', async () => {
  const opened = await makeWorkspace()
  opened.workspace.writer.exec('DROP TRIGGER sync_t_shops_u')
  await opened.reopen()
  expect((await verifyWorkspace(opened.file)).ok).toBe(true)
})

test('the check tells how far it is, and can be stopped', async () => {
  const { file } = await makeWorkspace()
  const steps: string[] = []
  await verifyWorkspace(file, { onProgress: (step) => steps.push(step) })
  expect(steps).toEqual([
    'file',
    'references',
    'capture',
    'log',
    'records',
    'exchange',
    'imports',
    'facts',
    'attachments',
    'done',
  ])
  await expect(verifyWorkspace(file, { signal: AbortSignal.abort() })).rejects.toThrow('aborted')
})

test('two workspaces with the same records have one digest, however they came to them', async () => {
  const [a, b] = [(await makeWorkspace()).workspace, (await makeWorkspace()).workspace]
  const rate = { day: '2026-01-15', base: 'USD', quote: 'VND', rate: '26110.5', source: 'bank' }
  await a.commit(me, (tx) => putRecord(tx, 'rates', null, rate, NOON))
  await b.commit(me, (tx) => putRecord(tx, 'rates', null, { ...rate, rate: '1' }, NOON))
  expect(a.exchange.digest()).not.toBe(b.exchange.digest())
  await b.commit(me, (tx) => putRecord(tx, 'rates', null, rate, NOON))
  expect(a.exchange.digest()).toBe(b.exchange.digest())
  await a.withExclusive(me, async ({ tx }) => addDerivedCreators(tx, [{ id: creatorId('ann'), handle: 'ann' }]))
  await b.commit(me, (tx) => putRecord(tx, 'creators', null, { handle: 'ann' }, NOON))
  expect(a.exchange.digest()).toBe(b.exchange.digest())
})

test('a disk that fills up refuses the commit and changes nothing', async () => {
  const { workspace, file } = await makeWorkspace()
  await addClient(workspace, 'Lotus')
  workspace.writer.pragma(`max_page_count = ${Number(workspace.writer.pragma('page_count', { simple: true })) + 1}`)
  const full = workspace.commit(me, (tx) => putRecord(tx, 'clients', null, { name: 'x'.repeat(200_000) }, NOON))
  await expect(full).rejects.toSatisfy(isAppError('workspace.diskFull', { file, neededBytes: null }))
  await addClient(workspace, 'Orchid')
  expect((await verifyWorkspace(file)).ok).toBe(true)
})

test('while this computer’s date is in doubt, entries say so and the clock only counts on', async () => {
  const opened = await makeWorkspace()
  await addClient(opened.workspace, 'Lotus')
  opened.clock.at -= 86_400_000
  const workspace = await opened.reopen()
  expect(workspace.log.doubt()).toBe('backwards')
  await addClient(workspace, 'Orchid')
  expect(workspace.log.read(2)).toMatchObject({ hlc: NOON * 1024 + 1, wall: NOON - 86_400_000, flags: 1 })
  workspace.log.trustClock()
  await addClient(workspace, 'Peony')
  expect(workspace.log.read(3).flags).toBe(0)
})
