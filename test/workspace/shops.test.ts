import { beforeEach, describe, expect, test } from 'vitest'

import { newWorkspace, type TestWorkspace } from '../support/workspace'

let workspace: TestWorkspace
beforeEach(async () => {
  workspace = await newWorkspace()
})

describe('a new shop', () => {
  test('takes currency and time zone from its market unless told otherwise', async () => {
    const { client } = workspace
    expect(await client.shops.add({ name: 'Lotus', market: 'TH' })).toMatchObject({
      currency: 'THB',
      timezone: 'Asia/Bangkok',
      clientId: null,
      archived: false,
    })
    expect(await client.shops.add({ name: 'East', market: 'US', timezone: 'America/New_York' })).toMatchObject({
      currency: 'USD',
      timezone: 'America/New_York',
    })
  })

  test('belongs to the client of that name, made once whatever the case', async () => {
    const { client } = workspace
    await client.shops.add({ name: 'A', market: 'TH', client: 'Glow Brands' })
    await client.shops.add({ name: 'B', market: 'VN', client: 'glow brands' })
    expect(await client.clients.list({})).toMatchObject([{ name: 'Glow Brands', shops: 2 }])
  })

  test('of a market without a pack needs its currency and zone', async () => {
    await expect(workspace.client.shops.add({ name: 'X', market: 'ZZ' })).rejects.toMatchObject({
      code: 'record.invalid',
      data: { field: 'currency', reason: 'unknownMarket' },
    })
    expect(
      await workspace.client.shops.add({ name: 'X', market: 'ZZ', currency: 'ZAR', timezone: 'Africa/Johannesburg' }),
    ).toMatchObject({ currency: 'ZAR' })
  })

  test('is refused by the name of the field when its zone is none', async () => {
    await expect(
      workspace.client.shops.add({ name: 'X', market: 'US', timezone: 'Mars/Olympus' }),
    ).rejects.toMatchObject({ code: 'input.invalid', data: { path: 'timezone' } })
    expect(await workspace.client.shops.list({})).toEqual([])
  })
})

test('adding a shop and its client is one step, taken back and done again as one', async () => {
  const { client } = workspace
  await client.shops.add({ name: 'A', market: 'TH', client: 'Glow' })
  expect(await client.history.undo({})).toMatchObject({ label: 'shops.add', subject: 'A' })
  expect(await client.shops.list({})).toEqual([])
  expect(await client.clients.list({})).toEqual([])
  await client.history.redo({})
  expect(await client.shops.list({})).toMatchObject([{ name: 'A', clientName: 'Glow' }])
})

test('a client with shops cannot be removed, one without can', async () => {
  const { client } = workspace
  const shop = await client.shops.add({ name: 'A', market: 'TH', client: 'Glow' })
  const [glow] = await client.clients.list({})
  await expect(client.clients.remove({ id: glow!.id })).rejects.toMatchObject({
    code: 'record.inUse',
    data: { by: 'shops' },
  })
  await client.shops.remove({ id: shop.id })
  await client.clients.remove({ id: glow!.id })
  expect(await client.clients.list({})).toEqual([])
})

test('the history of a shop says who changed which field, from what to what', async () => {
  const { client } = workspace
  const shop = await client.shops.add({ name: 'A', market: 'TH' })
  await client.shops.update({ id: shop.id, fields: { name: 'B' } })
  const changes = await client.history.ofRecord({ entity: 'shops', id: shop.id })
  expect(changes.filter(({ field, kind }) => field === 'name' && kind === 'changed').slice(0, 1)).toMatchObject([
    { author: 'Lin', before: 'A', after: 'B', label: 'shops.update' },
  ])
})

test('archived shops are only listed when asked for', async () => {
  const { client } = workspace
  const shop = await client.shops.add({ name: 'A', market: 'TH' })
  await client.shops.update({ id: shop.id, fields: { archived: true } })
  expect(await client.shops.list({})).toEqual([])
  expect(await client.shops.list({ archived: true })).toMatchObject([{ id: shop.id, archived: true }])
})

test('without an open workspace every procedure says so', async () => {
  const { client } = workspace
  await client.workspace.close({})
  await expect(client.shops.list({})).rejects.toMatchObject({ code: 'workspace.notOpen' })
  expect(await client.workspace.state({})).toEqual({ status: 'none' })
})
