import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'

import { addDerivedCreators, creatorId, removeDerived } from '../../db/capture/derived'
import { findRecord, getRecord, putRecord, deleteRecord, listRecords } from '../../db/repositories/records'
import { creators } from '../../db/schema/creators'
import { shops } from '../../db/schema/shops'
import { fromWire } from '../../shared/sync/body'
import { columnsOf, ENTITIES } from '../../shared/sync/registry'
import { isAppError } from '../support/refusals'
import { makeWorkspace, NOON } from '../support/workspace-file'

const SHOP = { name: 'Lotus Beauty', market: 'VN', currency: 'VND', timezone: 'Asia/Ho_Chi_Minh' }
const me = (label: string) => ({ author: 'Lan', label })

test('a commit writes the rows and one entry of the log with what it changed', async () => {
  const { workspace } = await makeWorkspace()
  const shop = await workspace.commit(me('shops.add:Lotus Beauty'), (tx) => putRecord(tx, 'shops', null, SHOP, NOON))
  expect(getRecord(workspace.db, 'shops', shop.id)).toMatchObject(SHOP)
  const body = workspace.log.read(1)
  expect(body).toMatchObject({
    author: 'Lan',
    label: 'shops.add:Lotus Beauty',
    wall: NOON,
    hlc: NOON * 1024,
    deps: null,
    flags: 0,
  })
  expect(body.ops).toHaveLength(1)
  const [table, , kind, values] = body.ops[0] ?? []
  expect([table, kind]).toEqual([2, 'i'])
  expect(Array.isArray(values) && fromWire(values[0])).toBe('Lotus Beauty')
})

test('drizzle writes are captured like any other, and a cell set twice counts once', async () => {
  const { workspace } = await makeWorkspace()
  const { id } = await workspace.commit(me('shops.add'), (tx) => putRecord(tx, 'shops', null, SHOP, NOON))
  await workspace.commit(me('shops.edit'), (tx) => {
    tx.update(shops).set({ name: 'Draft', archived: true }).where(eq(shops.id, id)).run()
    tx.update(shops).set({ name: 'Lotus' }).where(eq(shops.id, id)).run()
  })
  const [op] = workspace.log.read(2).ops
  expect(op?.slice(2)).toEqual(['u', [0, 'Lotus', 10, true]])
})

test('the clock of entries grows although the computer stands still', async () => {
  const { workspace } = await makeWorkspace()
  for (const name of ['A', 'B'])
    await workspace.commit(me('clients.add'), (tx) => putRecord(tx, 'clients', null, { name }, NOON))
  expect(workspace.log.read(2).hlc).toBe(workspace.log.read(1).hlc + 1)
})

test('a commit that changes nothing writes no entry', async () => {
  const { workspace } = await makeWorkspace()
  const { id } = await workspace.commit(me('shops.add'), (tx) => putRecord(tx, 'shops', null, SHOP, NOON))
  await workspace.commit(me('shops.edit'), (tx) => putRecord(tx, 'shops', id, { name: 'Lotus Beauty' }, NOON))
  await workspace.commit(me('shops.edit'), (tx) => {
    putRecord(tx, 'shops', id, { name: 'X' }, NOON)
    putRecord(tx, 'shops', id, { name: 'Lotus Beauty' }, NOON)
  })
  expect(workspace.reader.prepare('SELECT count(*) FROM sync_log').pluck().get()).toBe(1)
})

test('a throw takes back the rows and the entry, and the next commit goes through', async () => {
  const { workspace } = await makeWorkspace()
  const failing = workspace.commit(me('shops.add'), (tx) => {
    putRecord(tx, 'shops', null, SHOP, NOON)
    throw new Error('changed my mind')
  })
  await expect(failing).rejects.toThrow('changed my mind')
  expect(listRecords(workspace.db, 'shops').rows).toEqual([])
  await workspace.commit(me('shops.add'), (tx) => putRecord(tx, 'shops', null, SHOP, NOON))
  expect(listRecords(workspace.db, 'shops').rows).toHaveLength(1)
})

test('writing outside a commit is refused, also by raw SQL', async () => {
  const { workspace } = await makeWorkspace()
  const { id } = await workspace.commit(me('shops.add'), (tx) => putRecord(tx, 'shops', null, SHOP, NOON))
  const raw = workspace.writer
  expect(() => raw.prepare('UPDATE shops SET name = ?').run('x')).toThrow('write outside a commit')
  expect(() => raw.prepare('DELETE FROM shops').run()).toThrow('write outside a commit')
  expect(() => raw.prepare('INSERT INTO clients (id, name) VALUES (?, ?)').run(id, 'x')).toThrow(
    'write outside a commit',
  )
  expect(() => workspace.reader.prepare('UPDATE sync_ctx SET open = 1').run()).toThrow('readonly')
})

test('inside a commit, rows cannot be removed, replaced, renamed or edited after deletion', async () => {
  const { workspace } = await makeWorkspace()
  const { id } = await workspace.commit(me('shops.add'), (tx) => putRecord(tx, 'shops', null, SHOP, NOON))
  const inCommit = (sql: string) => workspace.commit(me('shops.edit'), (tx) => void tx.$client.exec(sql))
  await expect(inCommit('DELETE FROM shops')).rejects.toThrow('never removed')
  await expect(inCommit(`INSERT OR REPLACE INTO shops (id, name) VALUES ('${id}', 'x')`)).rejects.toThrow(
    'never removed',
  )
  await expect(inCommit(`UPDATE shops SET id = '00000000000000000000000000'`)).rejects.toThrow('an id never changes')
  await workspace.commit(me('shops.remove'), (tx) => deleteRecord(tx, 'shops', id))
  await expect(inCommit(`UPDATE shops SET name = 'x'`)).rejects.toThrow('deleted record')
  expect(findRecord(workspace.db, 'shops', id)).toBeNull()
})

test('two people adding one creator make one record, whatever the spelling of the handle', async () => {
  const { workspace } = await makeWorkspace()
  const add = (handle: string, fields = {}) =>
    workspace.commit(me('creators.add'), (tx) => putRecord(tx, 'creators', null, { handle, ...fields }, NOON))
  const first = await add('@Linh.Beauty')
  const second = await add('linh.beauty', { remark: 'answers at night' })
  expect(second).toMatchObject({ id: first.id, handle: 'linh.beauty', remark: 'answers at night' })
})

test('a creator that an import named enters the log whole with the first edit, and then stays', async () => {
  const { workspace } = await makeWorkspace()
  const [ann, bob] = [creatorId('ann'), creatorId('bob')]
  await workspace.withExclusive(me('import:orders.csv'), async ({ tx }) =>
    addDerivedCreators(tx, [
      { id: ann, handle: 'ann' },
      { id: bob, handle: 'bob' },
    ]),
  )
  expect(workspace.reader.prepare('SELECT count(*) FROM sync_log').pluck().get()).toBe(0)
  await workspace.commit(me('creators.edit'), (tx) =>
    tx.update(creators).set({ remark: 'VIP' }).where(eq(creators.id, ann)).run(),
  )
  const [op] = workspace.log.read(1).ops
  const others = columnsOf(ENTITIES.creators)
    .slice(4)
    .map(() => null)
  expect(op?.slice(2)).toEqual(['i', ['ann', null, null, ['t', null, 'VIP'], ...others]])
  await workspace.withExclusive(me('import:orders.csv'), async ({ tx }) =>
    expect(removeDerived(tx, 'creators', [ann, bob])).toBe(1),
  )
  expect(listRecords(workspace.db, 'creators').rows.map(({ handle }) => handle)).toEqual(['ann'])
})

test('commits wait behind an exclusive transaction, which keeps its rows to itself until it ends', async () => {
  const { workspace } = await makeWorkspace()
  const order: string[] = []
  const importing = workspace.withExclusive(me('import:orders.csv'), async ({ tx }) => {
    putRecord(
      tx,
      'imports',
      '40000000000000000000000000',
      { shopId: '00000000000000000000000000', kind: 'affiliateOrders' },
      NOON,
    )
    await new Promise(setImmediate)
    expect(listRecords(workspace.db, 'imports').rows).toEqual([])
    order.push('import')
  })
  const editing = workspace.commit(me('clients.add'), (tx) => {
    order.push('edit')
    return putRecord(tx, 'clients', null, { name: 'Lotus' }, NOON)
  })
  expect(workspace.busy()).toBe(true)
  await Promise.all([importing, editing])
  expect(order).toEqual(['import', 'edit'])
  expect(workspace.log.read(1).label).toBe('import:orders.csv')
  expect(listRecords(workspace.db, 'imports').rows).toHaveLength(1)
})

test('texts are stored in one form, so that equal names are equal bytes', async () => {
  const { workspace } = await makeWorkspace()
  await workspace.commit(me('creators.edit'), (tx) =>
    tx
      .insert(creators)
      .values({ id: creatorId('a'), handle: 'a', displayName: 'e\u0301\u0000!', tags: { b: 1, a: 2 } })
      .run(),
  )
  expect(listRecords(workspace.db, 'creators').rows[0]).toMatchObject({
    displayName: '\u00e9\u0000!',
    tags: '{"a":2,"b":1}',
  })
})

test('a listener hears what changed, after it is committed', async () => {
  const { workspace } = await makeWorkspace()
  const heard: unknown[] = []
  workspace.onCommitted(({ changed, label }) => heard.push([label, changed.map(({ entity }) => entity)]))
  await workspace.commit(me('shops.add'), (tx) => putRecord(tx, 'shops', null, SHOP, NOON))
  expect(heard).toEqual([['shops.add', ['shops']]])
})

test('a commit after closing is refused as having no workspace', async () => {
  const { workspace } = await makeWorkspace()
  workspace.close()
  await expect(workspace.commit(me('shops.add'), () => 1)).rejects.toSatisfy(isAppError('workspace.notOpen'))
  await expect(workspace.withExclusive(me('import:a'), async () => 1)).rejects.toSatisfy(
    isAppError('workspace.notOpen'),
  )
})

test('closing during an import takes the import back', async () => {
  const opened = await makeWorkspace()
  const importing = opened.workspace.withExclusive(me('import:a'), async ({ tx }) => {
    putRecord(tx, 'clients', null, { name: 'half' }, NOON)
    await new Promise(setImmediate)
    putRecord(tx, 'clients', null, { name: 'whole' }, NOON)
  })
  await Promise.resolve()
  opened.workspace.close()
  await expect(importing).rejects.toSatisfy(isAppError('workspace.notOpen'))
  expect(listRecords((await opened.reopen()).db, 'clients').rows).toEqual([])
})
