import { expect, test } from 'vitest'

import { creatorId } from '../../db/capture/derived'
import { noteDecided } from '../../db/capture/pending'
import { historyOf } from '../../db/repositories/history'
import { deleteRecord, findRecord, getRecord, putRecord } from '../../db/repositories/records'
import { isAppError } from '../support/refusals'
import { dump, exchangeAll, lacking, makeTeam, receive, send, type TestReplica } from '../support/replicas'
import { NOON } from '../support/workspace-file'

const addClient = (who: TestReplica, name: string) => who.step((tx) => putRecord(tx, 'clients', null, { name }, NOON))
const edit = (who: TestReplica, id: string, fields: Record<string, string | number | null>) =>
  who.step((tx) => putRecord(tx, 'clients', id, fields, NOON))
const client = (who: TestReplica, id: string) => getRecord(who.workspace.db, 'clients', id)

/** Two copies that both have a client. */
async function pair() {
  const [lan, wang] = (await makeTeam(2)) as [TestReplica, TestReplica]
  const { id } = await addClient(lan, 'Lotus')
  await exchangeAll([lan, wang])
  return { lan, wang, id, both: [lan, wang] as const }
}

function expectSame(team: readonly TestReplica[]): void {
  const [first, ...others] = team
  if (first === undefined) return
  for (const other of others) {
    expect(dump(other)).toBe(dump(first))
    expect(other.workspace.exchange.digest()).toBe(first.workspace.exchange.digest())
  }
}

test('what one adds and edits, the other has after an exchange, down to the marks', async () => {
  const { lan, wang, id, both } = await pair()
  await edit(lan, id, { contact: 'Ms Thu' })
  await edit(wang, id, { note: 'pays late' })
  await exchangeAll(both)
  expect(client(wang, id)).toMatchObject({ name: 'Lotus', contact: 'Ms Thu', note: 'pays late' })
  expectSame(both)
})

test('two values for one field are both kept; the later one is shown, and writing over them knowingly ends it', async () => {
  const { lan, wang, id, both } = await pair()
  wang.clock.at += 60_000
  await edit(lan, id, { contact: 'Ms Thu' })
  await edit(wang, id, { contact: 'Mr Ha' })
  await exchangeAll(both)
  expect(client(lan, id).contact).toBe('Mr Ha')
  expectSame(both)
  const kept = lan.workspace.reader.prepare('SELECT val FROM sync_cell WHERE win = 0').pluck().all()
  expect(kept).toEqual(['Ms Thu'])
  await expect(edit(lan, id, { contact: 'Ms Thu' })).rejects.toSatisfy(
    isAppError('sync.undecided', { entity: 'clients', id, field: 'contact' }),
  )
  await lan.step((tx) => putRecord(tx, 'clients', id, { contact: 'Ms Thu' }, NOON), { resolve: true })
  await exchangeAll(both)
  expect(client(wang, id).contact).toBe('Ms Thu')
  expect(wang.workspace.reader.prepare('SELECT count(*) FROM sync_cell WHERE win = 0').pluck().get()).toBe(0)
  expectSame(both)
})

test('keeping the value that is shown is a decision too, and ends the question everywhere', async () => {
  const { lan, wang, id, both } = await pair()
  wang.clock.at += 60_000
  await edit(lan, id, { contact: 'Ms Thu' })
  await edit(wang, id, { contact: 'Mr Ha' })
  await exchangeAll(both)
  await lan.step(
    (tx) => {
      noteDecided(tx, 'clients', id, 'contact')
      putRecord(tx, 'clients', id, { contact: 'Mr Ha' }, NOON)
    },
    { resolve: true },
  )
  await exchangeAll(both)
  expect(wang.workspace.reader.prepare('SELECT count(*) FROM sync_cell WHERE win = 0').pluck().get()).toBe(0)
  expect(client(wang, id).contact).toBe('Mr Ha')
  expectSame(both)
})

test('an overwrite by somebody who had seen the value leaves no question', async () => {
  const { lan, wang, id, both } = await pair()
  await edit(lan, id, { contact: 'Ms Thu' })
  await send(lan, wang)
  // A clock that runs behind makes no difference to who saw what.
  wang.clock.at -= 400 * 86_400_000
  await edit(wang, id, { contact: 'Mr Ha' })
  await exchangeAll(both)
  expect(client(lan, id).contact).toBe('Mr Ha')
  expect(lan.workspace.reader.prepare('SELECT count(*) FROM sync_cell WHERE win = 0').pluck().get()).toBe(0)
  expectSame(both)
})

test('an edit outlives a deletion that did not know of it; a deletion that knew of it stands', async () => {
  const { lan, wang, id, both } = await pair()
  await lan.step((tx) => deleteRecord(tx, 'clients', id))
  await edit(wang, id, { contact: 'Mr Ha' })
  await exchangeAll(both)
  expect(client(lan, id)).toMatchObject({ name: 'Lotus', contact: 'Mr Ha' })
  expectSame(both)
  await lan.step((tx) => deleteRecord(tx, 'clients', id))
  await exchangeAll(both)
  expect(findRecord(wang.workspace.db, 'clients', id)).toBeNull()
  expectSame(both)
})

test('two people who add one creator make one record; what only one of them filled in is no question', async () => {
  const team = await makeTeam(2)
  const [lan, wang] = team as [TestReplica, TestReplica]
  await lan.step((tx) => putRecord(tx, 'creators', null, { handle: 'ann', phone: '1' }, NOON))
  await wang.step((tx) => putRecord(tx, 'creators', null, { handle: '@Ann', email: 'a@b.c', phone: '2' }, NOON))
  await exchangeAll(team)
  const ann = getRecord(lan.workspace.db, 'creators', creatorId('ann'))
  expect(ann).toMatchObject({ handle: 'ann', email: 'a@b.c', phone: '2' })
  expect(lan.workspace.reader.prepare('SELECT col, val FROM sync_cell WHERE win = 0').raw().all()).toEqual([
    [0, 'ann'],
    [5, '1'],
  ])
  expectSame(team)
})

test('in whatever order, twice, and with holes: nothing is applied before what its author had seen', async () => {
  const [lan, wang, mei] = (await makeTeam(3)) as [TestReplica, TestReplica, TestReplica]
  const { id } = await addClient(lan, 'Lotus')
  await edit(lan, id, { contact: 'Ms Thu' })
  await send(lan, wang)
  await edit(wang, id, { contact: 'Mr Ha' })
  const [fromWang] = lacking(wang, mei, new Map([[lan.name, 2]]))
  expect((await receive(mei, [fromWang!])).steps).toBe(0)
  expect(mei.workspace.exchange.missing()).toEqual([{ replica: lan.name, from: 1, to: 2 }])
  const [fromLan] = lacking(lan, mei)
  const [first, second] = fromLan!.bodies
  expect((await receive(mei, [{ replica: lan.name, from: 2, bodies: [second!] }])).steps).toBe(0)
  expect(mei.workspace.exchange.missing()).toEqual([{ replica: lan.name, from: 1, to: 1 }])
  expect((await receive(mei, [{ replica: lan.name, from: 1, bodies: [first!] }])).steps).toBe(3)
  expect((await receive(mei, [fromLan!, fromWang!])).steps).toBe(0)
  expect(mei.workspace.exchange.missing()).toEqual([])
  await exchangeAll([lan, wang, mei])
  expectSame([lan, wang, mei])
})

test('entries that wait are passed on, and stay through a start of the program', async () => {
  const [lan, wang, mei] = (await makeTeam(3)) as [TestReplica, TestReplica, TestReplica]
  await addClient(lan, 'Lotus')
  await addClient(lan, 'Orchid')
  const [run] = lacking(lan, wang)
  await receive(wang, [{ replica: lan.name, from: 2, bodies: run!.bodies.slice(1) }])
  await wang.reopen()
  expect(lacking(wang, mei)).toEqual([{ replica: lan.name, from: 2, bodies: run!.bodies.slice(1) }])
  await receive(mei, [{ replica: lan.name, from: 1, bodies: run!.bodies.slice(0, 1) }])
  expect((await send(wang, mei)).steps).toBe(1)
  expectSame([lan, mei])
})

test('a record’s history tells colleagues’ changes with what brought them, and what a lost value stood beside', async () => {
  const { lan, wang, id, both } = await pair()
  lan.clock.at += 60_000
  await edit(lan, id, { contact: 'Ms Thu' })
  await edit(wang, id, { contact: 'Mr Ha' })
  await exchangeAll(both)
  const told = ({ workspace }: TestReplica) =>
    historyOf(workspace.db, 'clients', id)
      .slice(0, 2)
      .map(({ author, before, after, via, computer }) => [author, before, after, via, computer])
  expect(told(lan)).toEqual([
    ['Lan', null, 'Ms Thu', null, null],
    ['Wang', null, 'Mr Ha', 'test', ''],
  ])
  expect(told(wang)).toEqual([
    ['Lan', 'Mr Ha', 'Ms Thu', 'test', ''],
    ['Wang', null, 'Mr Ha', null, null],
  ])
})
