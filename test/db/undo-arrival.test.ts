import { expect, test } from 'vitest'

import { addDerivedCreators, creatorId } from '../../db/capture/derived'
import { deleteRecord, findRecord, getRecord, putRecord } from '../../db/repositories/records'
import { writeBack } from '../../db/sync/undo-arrival'
import { verifyWorkspace } from '../../db/verify'
import { exchangeAll, makeTeam, send, type TestReplica } from '../support/replicas'
import { NOON } from '../support/workspace-file'

/** Lan and Wang with three clients that both have; the next arrival at Lan's is Wang's. */
async function sharing() {
  const [lan, wang] = (await makeTeam(2)) as [TestReplica, TestReplica]
  const add = (name: string) => lan.step((tx) => putRecord(tx, 'clients', null, { name }, NOON).id)
  const ids = [await add('Lotus'), await add('Orchid'), await add('Peony')] as const
  await exchangeAll([lan, wang])
  const before = lan.workspace.exchange.digest()
  const put = (who: TestReplica, id: string | null, fields: Record<string, string>) =>
    who.step((tx) => putRecord(tx, 'clients', id, fields, NOON).id)
  const undo = async () => {
    const arrival = Number(lan.workspace.reader.prepare('SELECT max(id) FROM sync_arrivals').pluck().get())
    return lan.step((tx) => writeBack(tx, lan.workspace.tables, arrival), { resolve: true })
  }
  return { lan, wang, ids, before, put, undo }
}

test('what an arrival changed, added and deleted is put back, and undoing that brings it again', async () => {
  const { lan, wang, ids, before, put, undo } = await sharing()
  await put(wang, ids[0], { name: 'Lotus 2', contact: 'Mr Ha' })
  await put(wang, ids[0], { name: 'Lotus 3' })
  const added = await put(wang, null, { name: 'Rose' })
  await wang.step((tx) => deleteRecord(tx, 'clients', ids[1]))
  await send(wang, lan)
  const after = lan.workspace.exchange.digest()
  expect(await undo()).toEqual({ undone: 4, left: 0 })
  expect(lan.workspace.exchange.digest()).toBe(before)
  expect(findRecord(lan.workspace.db, 'clients', added)).toBeNull()
  await lan.workspace.undo('Lan')
  expect(lan.workspace.exchange.digest()).toBe(after)
  expect((await verifyWorkspace(lan.file)).checks.filter(({ ok }) => !ok)).toEqual([])
  await exchangeAll([lan, wang])
  expect(wang.workspace.exchange.digest()).toBe(after)
})

test('what somebody has changed since is left', async () => {
  const { lan, wang, ids, put, undo } = await sharing()
  await put(wang, ids[0], { name: 'Lotus 2', contact: 'Mr Ha' })
  const added = await put(wang, null, { name: 'Rose' })
  const used = await put(wang, null, { name: 'Tulip' })
  await send(wang, lan)
  await put(lan, ids[0], { contact: 'Ms Thu' })
  await put(lan, added, { note: 'ours' })
  const shop = { name: 'S', market: 'VN', currency: 'VND', timezone: 'Asia/Ho_Chi_Minh', clientId: used }
  await lan.step((tx) => putRecord(tx, 'shops', null, shop, NOON))
  expect(await undo()).toEqual({ undone: 1, left: 3 })
  expect(getRecord(lan.workspace.db, 'clients', ids[0])).toMatchObject({ name: 'Lotus', contact: 'Ms Thu' })
  expect(getRecord(lan.workspace.db, 'clients', added)).toMatchObject({ name: 'Rose', note: 'ours' })
  expect(findRecord(lan.workspace.db, 'clients', used)).not.toBeNull()
})

test('a value that lost against one of ours is withdrawn, and ours stays', async () => {
  const { lan, wang, ids, put, undo } = await sharing()
  lan.clock.at += 60_000
  await put(lan, ids[0], { contact: 'Ms Thu' })
  await put(wang, ids[0], { contact: 'Mr Ha' })
  await send(wang, lan)
  expect(await undo()).toEqual({ undone: 1, left: 0 })
  expect(lan.workspace.reader.prepare('SELECT count(*) FROM sync_cell WHERE win = 0').pluck().get()).toBe(0)
  expect(getRecord(lan.workspace.db, 'clients', ids[0]).contact).toBe('Ms Thu')
})

test('a creator that an import had added gets back what the import had said', async () => {
  const { lan, wang, undo } = await sharing()
  const id = creatorId('ann')
  await lan.workspace.withExclusive({ author: 'Lan', label: 'import:a.csv' }, async ({ tx }) =>
    addDerivedCreators(tx, [{ id, handle: 'ann' }]),
  )
  await wang.step((tx) => putRecord(tx, 'creators', null, { handle: 'ann', phone: '1' }, NOON))
  await send(wang, lan)
  expect(getRecord(lan.workspace.db, 'creators', id).phone).toBe('1')
  expect((await undo()).left).toBe(0)
  expect(getRecord(lan.workspace.db, 'creators', id)).toMatchObject({ handle: 'ann', phone: null })
})
