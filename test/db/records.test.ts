import { expect, test } from 'vitest'

import type { OpenWorkspace } from '../../db/open'
import type { Fields } from '../../db/repositories/record-puts'
import { deleteRecord, listRecords, putRecord, requireEntity } from '../../db/repositories/records'
import type { EntityName } from '../../shared/sync/registry'
import { isAppError } from '../support/refusals'
import { makeWorkspace, NOON } from '../support/workspace-file'

const SHOP = { name: 'Lotus', market: 'VN', currency: 'VND', timezone: 'Asia/Ho_Chi_Minh' }
const COST = { shopId: '00000000000000000000000000', kind: 'fee', amount: 150_000, currency: 'VND', day: '2026-01-15' }

function put(workspace: OpenWorkspace, entity: EntityName, fields: Fields, id: string | null = null) {
  return workspace.commit({ author: 'Lan', label: 'records.put' }, (tx) => putRecord(tx, entity, id, fields, NOON))
}

const invalid = (entity: string, field: string, reason: string) =>
  isAppError('record.invalid', { entity, field, reason })

test.each<[EntityName, Fields, string, string]>([
  ['shops', { ...SHOP, name: ' ' }, 'name', 'missing'],
  ['shops', { ...SHOP, market: undefined }, 'market', 'missing'],
  ['shops', { ...SHOP, currency: 'dong' }, 'currency', 'notACurrency'],
  ['shops', { ...SHOP, clientId: 'x' }, 'clientId', 'notAnId'],
  ['shops', { ...SHOP, archived: 1 }, 'archived', 'notYesNo'],
  ['shops', { ...SHOP, colour: 1 }, 'colour', 'unknownField'],
  ['costLines', { ...COST, amount: 1.5 }, 'amount', 'notWhole'],
  ['costLines', { ...COST, day: '2026-02-30' }, 'day', 'notADay'],
  ['costLines', { ...COST, kind: 'gift' }, 'kind', 'notAllowed'],
  ['rates', { day: '2026-01-15', base: 'USD', quote: 'VND', rate: '1e5', source: 'bank' }, 'rate', 'notADecimal'],
  ['rates', { day: '2026-01-15', base: 'USD', rate: '1', source: 'bank' }, 'quote', 'missing'],
  ['creators', { handle: ' @ ' }, 'handle', 'notAHandle'],
  ['creators', { handle: 'ann', tags: '[' }, 'tags', 'notJson'],
])('a record of %s with %o is refused for its %s: %s', async (entity, fields, field, reason) => {
  const { workspace } = await makeWorkspace()
  await expect(put(workspace, entity, fields)).rejects.toSatisfy(invalid(entity, field, reason))
  expect(listRecords(workspace.db, entity).rows).toEqual([])
})

test('a record keeps what a put does not name, and comes out as it went in', async () => {
  const { workspace } = await makeWorkspace()
  const { id } = await put(workspace, 'shops', { ...SHOP, archived: false, order: 3 })
  const changed = await put(workspace, 'shops', { name: 'Orchid', order: null }, id)
  expect(changed).toEqual({
    id,
    ...SHOP,
    name: 'Orchid',
    archived: false,
    order: null,
    clientId: null,
    reportLanguage: null,
    shopCode: null,
    crossBorder: null,
    color: null,
    note: null,
  })
})

test('the key that an id follows from never changes', async () => {
  const { workspace } = await makeWorkspace()
  const { id } = await put(workspace, 'creators', { handle: 'ann' })
  await expect(put(workspace, 'creators', { handle: 'bob' }, id)).rejects.toSatisfy(
    invalid('creators', 'handle', 'keyNeverChanges'),
  )
})

test('a record that others point to is not deleted; one that is gone is not found', async () => {
  const { workspace } = await makeWorkspace()
  const client = await put(workspace, 'clients', { name: 'Lotus' })
  const shop = await put(workspace, 'shops', { ...SHOP, clientId: client.id })
  const remove = (entity: EntityName, id: string) =>
    workspace.commit({ author: 'Lan', label: 'records.remove' }, (tx) => deleteRecord(tx, entity, id))
  await expect(remove('clients', client.id)).rejects.toSatisfy(
    isAppError('record.inUse', { entity: 'clients', id: client.id, by: 'shops' }),
  )
  await remove('shops', shop.id)
  await remove('clients', client.id)
  await expect(remove('clients', client.id)).rejects.toSatisfy(isAppError('record.notFound'))
  await expect(put(workspace, 'clients', { name: 'x' }, client.id)).rejects.toSatisfy(isAppError('record.notFound'))
})

test('a creator that was deleted comes back when it is put again', async () => {
  const { workspace } = await makeWorkspace()
  const { id } = await put(workspace, 'creators', { handle: 'ann', remark: 'VIP' })
  await workspace.commit({ author: 'Lan', label: 'creators.remove' }, (tx) => deleteRecord(tx, 'creators', id))
  expect(await put(workspace, 'creators', { handle: 'ann' })).toMatchObject({ id, remark: 'VIP' })
})

test('pages join to the whole list, and a filter keeps what is equal', async () => {
  const { workspace } = await makeWorkspace()
  for (let i = 0; i < 5; i++) await put(workspace, 'creators', { handle: `c${i}`, market: i % 2 === 0 ? 'VN' : null })
  const first = listRecords(workspace.db, 'creators', { limit: 3 })
  const second = listRecords(workspace.db, 'creators', { limit: 3, cursor: first.nextCursor })
  expect([...first.rows, ...second.rows]).toEqual(listRecords(workspace.db, 'creators').rows)
  expect([first.rows.length, second.rows.length, second.nextCursor]).toEqual([3, 2, null])
  expect(listRecords(workspace.db, 'creators', { where: { market: 'VN' } }).rows).toHaveLength(3)
  expect(listRecords(workspace.db, 'creators', { where: { market: null } }).rows).toHaveLength(2)
})

test('an entity that is not one is refused', () => {
  expect(() => requireEntity('sqlite_schema')).toThrow('record.unknownEntity')
})
