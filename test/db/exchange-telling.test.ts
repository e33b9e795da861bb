import { expect, test } from 'vitest'

import { putRecord } from '../../db/repositories/records'
import { verifyWorkspace } from '../../db/verify'
import { isAppError } from '../support/refusals'
import { dump, exchangeAll, lacking, makeTeam, send, type TestReplica } from '../support/replicas'
import { NOON } from '../support/workspace-file'

const DAY = 86_400_000
const FILE = { kind: 'file', name: 'a.starpack', package: null, sender: null } as const
const addClient = (who: TestReplica, name: string) =>
  who.step((tx) => putRecord(tx, 'clients', null, { name }, NOON).id)
const sound = async ({ file }: TestReplica) => (await verifyWorkspace(file)).checks.filter(({ ok }) => !ok)

async function two(): Promise<readonly [TestReplica, TestReplica]> {
  return (await makeTeam(2)) as unknown as readonly [TestReplica, TestReplica]
}

test('a rehearsal tells what would change and changes nothing', async () => {
  const [lan, wang] = await two()
  const lotus = await addClient(lan, 'Lotus')
  const gone = await addClient(lan, 'Gone')
  await exchangeAll([lan, wang])
  await lan.step((tx) => putRecord(tx, 'clients', lotus, { contact: 'Ms Thu' }, NOON))
  await lan.step((tx) => tx.$client.prepare('UPDATE clients SET _del = 1 WHERE id = ?').run(gone))
  await addClient(lan, 'Peony')
  wang.clock.at += DAY
  await wang.step((tx) => putRecord(tx, 'clients', lotus, { contact: 'Mr Ha' }, NOON))
  const before = dump(wang)
  const { exchange } = wang.workspace
  const vector = exchange.vector()
  const meanwhile: unknown[] = []
  const found = await exchange.rehearse(
    async (store) => {
      for (const run of lacking(lan, wang)) store(run)
    },
    { onProgress: (done) => meanwhile.push([done, exchange.vector(), exchange.replicas()[0]?.seq]) },
  )
  // Nobody is told of steps that will not have been applied.
  expect(meanwhile).toEqual([[3, vector, 2]])
  expect(found).toMatchObject({
    steps: 3,
    stored: { stored: 3, had: 0 },
    decisions: 1,
    waiting: 0,
    missing: [],
    entities: [{ entity: 'clients', created: 1, changed: 1, removed: 1 }],
  })
  expect(found.sample.map(({ kind, field, before, after }) => [kind, field, before, after])).toEqual([
    ['conflict', 'contact', 'Mr Ha', 'Ms Thu'],
    ['removed', '', null, null],
    ['created', 'name', null, 'Peony'],
  ])
  expect(dump(wang)).toBe(before)
  expect(wang.workspace.reader.prepare('SELECT count(*) FROM sync_arrivals').pluck().get()).toBe(1)
  expect((await send(lan, wang)).steps).toBe(3)
  expect(await sound(wang)).toEqual([])
})

test('applying can be stopped between slices, goes on later, and tells windows what changed', async () => {
  const [lan, wang] = await two()
  for (const name of ['1', '2']) await addClient(lan, name)
  const { exchange } = wang.workspace
  const arrival = await exchange.open(FILE)
  for (const run of lacking(lan, wang)) await exchange.store(arrival, run)
  await exchange.settle(arrival, 'keep')
  const told: unknown[] = []
  wang.workspace.onCommitted(({ seq, changed }) => told.push([seq, changed.map(({ entity }) => entity)]))
  await expect(exchange.drain({ signal: AbortSignal.abort() })).rejects.toSatisfy(isAppError('sync.cancelled'))
  expect((await exchange.drain()).steps).toBe(2)
  await Promise.resolve()
  expect(told).toEqual([[null, ['clients', 'clients']]])
})

test('what replicas say of themselves is kept, older words do not replace newer ones, and confirmations only grow', async () => {
  const [lan, wang] = await two()
  await addClient(lan, 'Lotus')
  const { exchange } = lan.workspace
  const base = { device: 'ab'.repeat(16), parent: null, appVersion: '1', schema: 3, seq: 4, replica: wang.name }
  const say = (computer: string, wall: number, seen: number) =>
    exchange.hear([{ ...base, person: 'Wang', computer, wall, vector: new Map([[lan.name, seen]]) }])
  expect(await say('new', NOON, 1)).toEqual([])
  expect(await say('old', NOON - 1, 0)).toEqual([])
  const [, heard] = exchange.replicas()
  expect(heard).toMatchObject({
    replica: wang.name,
    self: false,
    seq: 0,
    stored: 0,
    announced: 4,
    device: 'ab'.repeat(16),
  })
  expect(heard?.news).toMatchObject({
    computer: 'new',
    wall: NOON,
    seq: 4,
    vector: new Map([
      [lan.name, 1],
      [wang.name, 4],
    ]),
  })
})
