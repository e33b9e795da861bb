import { expect, test } from 'vitest'

import { listRecords, putRecord } from '../../db/repositories/records'
import type { LogRun } from '../../db/sync/types'
import { type Body, decodeBody } from '../../shared/sync/body'
import { encodeBody } from '../../shared/sync/body-writing'
import { isAppError } from '../support/refusals'
import { exchangeAll, lacking, makeTeam, receive, send, type TestReplica } from '../support/replicas'
import { NOON } from '../support/workspace-file'

const FILE = { kind: 'file', name: 'a.starpack', package: null, sender: null } as const
const addClient = (who: TestReplica, name: string) => who.step((tx) => putRecord(tx, 'clients', null, { name }, NOON))
const names = ({ workspace }: TestReplica) =>
  listRecords(workspace.db, 'clients')
    .rows.map(({ name }) => String(name))
    .toSorted()

function changed(run: LogRun, change: (body: Body) => Body): LogRun {
  return { ...run, bodies: run.bodies.map((bytes) => encodeBody(change(decodeBody(bytes)))) }
}

test('what is being stored is left alone by a run that applies what waits', async () => {
  const [lan, wang] = (await makeTeam(2)) as [TestReplica, TestReplica]
  await addClient(lan, 'Lotus')
  const { exchange } = wang.workspace
  const arrival = await exchange.open(FILE)
  for (const run of lacking(lan, wang)) await exchange.store(arrival, run)
  expect((await exchange.drain()).steps).toBe(0)
  expect(names(wang)).toEqual([])
  await exchange.settle(arrival, 'keep')
  expect((await exchange.drain()).steps).toBe(1)
  expect(names(wang)).toEqual(['Lotus'])
})

test('of two contents under one number, neither applied yet, the second is refused', async () => {
  const [lan, wang] = (await makeTeam(2)) as [TestReplica, TestReplica]
  await addClient(lan, 'Lotus')
  await addClient(lan, 'Orchid')
  const [whole] = lacking(lan, wang)
  if (whole === undefined) throw new Error('nothing to send')
  // Without the first step the second can only wait.
  const second = { ...whole, from: 2, bodies: whole.bodies.slice(1) }
  expect((await receive(wang, [second])).steps).toBe(0)
  const other = changed(second, (body) => ({ ...body, label: 'other' }))
  const arrival = await wang.workspace.exchange.open(FILE)
  await expect(wang.workspace.exchange.store(arrival, other)).rejects.toSatisfy(
    isAppError('sync.twoHistories', { file: '', replica: lan.name, person: '', seq: 2 }),
  )
  await wang.workspace.exchange.settle(arrival, 'forget')
  await send(lan, wang)
  expect(names(wang)).toEqual(['Lotus', 'Orchid'])
})

test('a step made after another history than the one that is here is not applied, also after a restart', async () => {
  const [lan, wang, mei] = (await makeTeam(3)) as [TestReplica, TestReplica, TestReplica]
  await addClient(lan, 'Lotus')
  await exchangeAll([lan, wang])
  await addClient(wang, 'Orchid')
  const [fromWang] = lacking(wang, mei).filter(({ replica }) => replica === wang.name)
  if (fromWang === undefined) throw new Error('nothing to send')
  // What Wang had seen of Lan ended in another hash than Lan's log does.
  const misled = changed(fromWang, (body) => ({
    ...body,
    deps: body.deps?.map(([replica, seq]) => [replica, seq, Uint8Array.of(9, 9, 9, 9)] as const) ?? null,
  }))
  expect((await receive(mei, [misled])).steps).toBe(0)
  await mei.reopen()
  const fromLan = lacking(lan, mei).filter(({ replica }) => replica === lan.name)
  await receive(mei, fromLan)
  expect(names(mei)).toEqual(['Lotus'])
})

test('two copies that show the same are not the same where one of them has a question between values', async () => {
  const [lan, wang] = (await makeTeam(2)) as [TestReplica, TestReplica]
  const { id } = await addClient(lan, 'Lotus')
  await exchangeAll([lan, wang])
  wang.clock.at += 60_000
  await lan.step((tx) => putRecord(tx, 'clients', id, { contact: 'Ms Thu' }, NOON))
  await wang.step((tx) => putRecord(tx, 'clients', id, { contact: 'Mr Son' }, NOON))
  const contact = () => listRecords(wang.workspace.db, 'clients').rows.map((row) => row['contact'])
  const without = wang.workspace.exchange.digest()
  expect(contact()).toEqual(['Mr Son'])
  await exchangeAll([lan, wang])
  expect(contact()).toEqual(['Mr Son'])
  expect(wang.workspace.exchange.digest()).not.toBe(without)
  expect(wang.workspace.exchange.digest()).toBe(lan.workspace.exchange.digest())
})
