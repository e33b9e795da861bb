import fs from 'node:fs'

import { expect, test } from 'vitest'

import { getRecord, listRecords, putRecord } from '../../db/repositories/records'
import type { LogRun } from '../../db/sync/types'
import { verifyWorkspace } from '../../db/verify'
import { type Body, decodeBody } from '../../shared/sync/body'
import { encodeBody } from '../../shared/sync/body-writing'
import { ENTITY_LIST, type NamedEntity } from '../../shared/sync/registry'
import { isAppError } from '../support/refusals'
import { dump, exchangeAll, lacking, makeTeam, openReplica, receive, send, type TestReplica } from '../support/replicas'
import { NOON } from '../support/workspace-file'

const DAY = 86_400_000
const FILE = { kind: 'file', name: 'a.starpack', package: null, sender: null } as const
const addClient = (who: TestReplica, name: string) =>
  who.step((tx) => putRecord(tx, 'clients', null, { name }, NOON).id)
const names = ({ workspace }: TestReplica) =>
  listRecords(workspace.db, 'clients')
    .rows.map(({ name }) => String(name))
    .toSorted()
const sound = async ({ file }: TestReplica) => (await verifyWorkspace(file)).checks.filter(({ ok }) => !ok)

/** A run with its bodies made others. */
function changed(run: LogRun, change: (body: Body, i: number) => Uint8Array): LogRun {
  return { ...run, bodies: run.bodies.map((bytes, i) => change(decodeBody(bytes), i)) }
}

async function three(): Promise<readonly [TestReplica, TestReplica, TestReplica]> {
  return (await makeTeam(3)) as unknown as readonly [TestReplica, TestReplica, TestReplica]
}

test('what was stored and kept is applied at the next start; what was still being stored is forgotten', async () => {
  const [lan, wang, mei] = await three()
  await addClient(lan, 'Lotus')
  await addClient(wang, 'Orchid')
  const { exchange } = mei.workspace
  const kept = await exchange.open(FILE)
  for (const run of lacking(lan, mei)) await exchange.store(kept, run)
  await exchange.settle(kept, 'keep')
  const half = await exchange.open(FILE)
  for (const run of lacking(wang, mei)) await exchange.store(half, run)
  expect(names(mei)).toEqual([])
  await mei.reopen()
  expect(names(mei)).toEqual(['Lotus'])
  expect(mei.workspace.exchange.storedVector()).toEqual(new Map([[lan.name, 1]]))
  expect(mei.workspace.reader.prepare('SELECT id, state, changes FROM sync_arrivals').raw().all()).toEqual([
    [kept, 'applied', 1],
  ])
  expect(await sound(mei)).toEqual([])
})

test('what is forgotten leaves nothing, and comes again with the next file', async () => {
  const [lan, wang] = await three()
  await addClient(lan, 'Lotus')
  const { exchange } = wang.workspace
  const arrival = await exchange.open(FILE)
  const [run] = lacking(lan, wang)
  expect(await exchange.store(arrival, run!)).toEqual({ stored: 1, had: 0, rejected: 0, ahead: 0 })
  expect(await exchange.store(arrival, run!)).toEqual({ stored: 0, had: 1, rejected: 0, ahead: 0 })
  await exchange.settle(arrival, 'forget')
  expect((await exchange.drain()).steps).toBe(0)
  expect((await send(lan, wang)).steps).toBe(1)
})

test('receiving everything again writes nothing, and nobody’s log grows by an exchange', async () => {
  const [lan, wang] = await three()
  await addClient(lan, 'Lotus')
  await addClient(wang, 'Orchid')
  await exchangeAll([lan, wang])
  const before = [dump(lan), dump(wang)]
  await receive(wang, lacking(lan, wang, new Map()))
  await exchangeAll([lan, wang])
  expect([dump(lan), dump(wang)]).toEqual(before)
  expect(lan.workspace.exchange.vector()).toEqual(
    new Map([
      [lan.name, 1],
      [wang.name, 1],
    ]),
  )
})

test('a second history under one name is refused whole, whoever brings it, and the first stays', async () => {
  const [lan, wang, mei] = await three()
  await addClient(lan, 'Lotus')
  lan.close()
  fs.copyFileSync(lan.file, `${lan.file}.copy`)
  await lan.reopen()
  const twin = await openReplica(`${lan.file}.copy`, 'Lan', NOON + 5)
  await addClient(lan, 'Here')
  await addClient(twin, 'There')
  await addClient(twin, 'More')
  await send(lan, wang)
  const before = dump(wang)
  const { exchange } = wang.workspace
  const arrival = await exchange.open(FILE)
  const [run] = lacking(twin, mei)
  await expect(exchange.store(arrival, run!)).rejects.toSatisfy(
    isAppError('sync.twoHistories', { file: '', replica: lan.name, person: '', seq: 2 }),
  )
  await exchange.settle(arrival, 'forget')
  expect(dump(wang)).toBe(before)
  // Mei has the other history from somebody who went on from it: what Wang's steps have seen contradicts it.
  await send(twin, mei)
  await addClient(wang, 'Orchid')
  const fromWang = lacking(wang, mei, mei.workspace.exchange.vector())
  await expect(receive(mei, fromWang)).rejects.toSatisfy(
    isAppError('sync.twoHistories', { file: '', replica: lan.name, person: '', seq: 2 }),
  )
  twin.close()
})

test('from a malformed step on nothing of its replica is taken, and the others go on', async () => {
  const [lan, wang, mei] = await three()
  for (const name of ['1', '2', '3']) await addClient(lan, name)
  await addClient(wang, 'Orchid')
  const [fromLan] = lacking(lan, mei)
  const late = (body: Body, i: number) => (i === 1 ? Uint8Array.of(1, 2, 3) : encodeBody(body))
  const { exchange } = mei.workspace
  const arrival = await exchange.open(FILE)
  expect(await exchange.store(arrival, changed(fromLan!, late))).toMatchObject({ stored: 1, rejected: 2 })
  await exchange.settle(arrival, 'keep')
  await send(wang, mei)
  expect(names(mei)).toEqual(['1', 'Orchid'])
  expect((await send(lan, mei)).steps).toBe(2)
})

test('a text where a number belongs is malformed, and so is a clock that stands still', async () => {
  const [lan, wang] = await three()
  await addClient(lan, '1')
  await addClient(lan, '2')
  const [run] = lacking(lan, wang)
  const { exchange } = wang.workspace
  const arrival = await exchange.open(FILE)
  const wrongKind = changed(run!, (body) =>
    encodeBody({ ...body, ops: body.ops.map((op) => (op[2] === 'i' ? [op[0], op[1], 'i', [7]] : op)) }),
  )
  expect(await exchange.store(arrival, wrongKind)).toMatchObject({ stored: 0, rejected: 2 })
  const [first] = run!.bodies
  const still = changed(run!, (body) => encodeBody({ ...body, hlc: decodeBody(first!).hlc }))
  await exchange.store(arrival, still)
  await exchange.settle(arrival, 'keep')
  expect((await exchange.drain()).steps).toBe(1)
})

test('a step that only a newer app can read holds up its replica alone', async () => {
  const [lan, wang, mei] = await three()
  await addClient(lan, '1')
  await addClient(lan, '2')
  await addClient(wang, 'Orchid')
  const [run] = lacking(lan, mei)
  await receive(mei, [changed(run!, (body, i) => encodeBody({ ...body, minReader: i === 1 ? 2 : 1 }))])
  await send(wang, mei)
  expect(names(mei)).toEqual(['1', 'Orchid'])
  expect(mei.workspace.exchange.vector().get(lan.name)).toBe(1)
  expect(mei.workspace.exchange.storedVector().get(lan.name)).toBe(2)
})

test('steps under this replica’s own name that it never made are counted, not taken', async () => {
  const [lan, wang] = await three()
  await addClient(lan, 'Lotus')
  lan.close()
  const backup = `${lan.file}.backup`
  fs.copyFileSync(lan.file, backup)
  await lan.reopen()
  await addClient(lan, 'Lost')
  await send(lan, wang)
  const restored = await openReplica(backup, 'Lan', NOON + 60_000)
  const { exchange } = restored.workspace
  const arrival = await exchange.open(FILE)
  const [run] = lacking(wang, restored, new Map())
  expect(await exchange.store(arrival, run!)).toEqual({ stored: 0, had: 1, rejected: 0, ahead: 1 })
  const news = { device: null, parent: null, person: 'Wang', computer: 'w', appVersion: '1', schema: 3, wall: NOON }
  const said = { ...news, replica: wang.name, seq: 0, vector: wang.workspace.exchange.vector() }
  expect(await exchange.hear([said])).toEqual([{ replica: lan.name, problem: 'ahead' }])
  await exchange.settle(arrival, 'forget')
  await restored.reopen({ newLife: 'peerAhead' })
  expect(restored.name).not.toBe(lan.name)
  await send(wang, restored)
  expect(names(restored)).toEqual(['Lost', 'Lotus'])
  await addClient(restored, 'New')
  await exchangeAll([restored, wang])
  expect(dump(restored)).toBe(dump(wang))
  restored.close()
})

test('work of a newer app is applied as far as it is known, and the rest after an update, as if it had been known', async () => {
  const [lan, wang, mei] = await three()
  // Mei's app knows neither payments nor the clients' notes.
  const older: readonly NamedEntity[] = ENTITY_LIST.filter(({ name }) => name !== 'costEvents').map((entity) => {
    if (entity.name !== 'clients') return entity
    const { note, ...columns } = entity.columns
    expect(note?.n).toBe(Object.keys(columns).length)
    return { ...entity, columns }
  })
  await mei.reopen({ entities: older })
  const id = await lan.step((tx) => putRecord(tx, 'clients', null, { name: 'Lotus', note: 'first' }, NOON).id)
  await exchangeAll([lan, wang])
  await lan.step((tx) => putRecord(tx, 'clients', id, { note: 'Lan’s' }, NOON))
  await wang.step((tx) => putRecord(tx, 'clients', id, { note: 'Wang’s', contact: 'Mr Ha' }, NOON))
  const step = { costLineId: id, fromState: 'planned', toState: 'paid', machine: 1 }
  await wang.step((tx) => putRecord(tx, 'costEvents', null, step, NOON))
  await exchangeAll([lan, wang])
  expect(await send(wang, mei)).toMatchObject({ steps: 4, parked: 4 })
  expect(getRecord(mei.workspace.db, 'clients', id)).toMatchObject({ contact: 'Mr Ha', note: null })
  await mei.reopen()
  expect(dump(mei)).toBe(dump(lan))
  expect(mei.workspace.reader.prepare('SELECT count(*) FROM sync_parked').pluck().get()).toBe(0)
  expect(await sound(mei)).toEqual([])
})

test('after work from a computer whose date is far ahead, own steps still come after it, also after a restart', async () => {
  const [lan, wang] = await three()
  lan.clock.at += 400 * DAY
  const id = await addClient(lan, 'Future')
  await send(lan, wang)
  await wang.reopen()
  await wang.step((tx) => putRecord(tx, 'clients', id, { name: 'Now' }, NOON))
  expect(wang.workspace.log.read(1).hlc).toBe(lan.workspace.log.read(1).hlc + 1)
  expect(wang.workspace.log.read(1).deps).toHaveLength(1)
  await send(wang, lan)
  expect(names(lan)).toEqual(['Now'])
})

test('a date of the next century is refused', async () => {
  const [lan] = await three()
  lan.clock.at = Date.UTC(2100, 0, 1)
  await expect(addClient(lan, 'x')).rejects.toSatisfy(isAppError('clock.impossible', { date: '2100-01-01' }))
  lan.clock.at = NOON
  await addClient(lan, 'Lotus')
  expect(names(lan)).toEqual(['Lotus'])
})
