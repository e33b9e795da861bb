import { expect, test } from 'vitest'

import { newWorkspace, NOON } from '../support/workspace'

async function withShop() {
  const workspace = await newWorkspace()
  const { client } = workspace
  const shop = await client.shops.add({ name: 'Glow', market: 'US', currency: 'USD', timezone: 'America/Los_Angeles' })
  const { ids } = await client.creators.add({ creators: [{ handle: 'lia.daily' }, { handle: 'tom.cooks' }] })
  return { ...workspace, shop, lia: ids[0] ?? '', tom: ids[1] ?? '' }
}

test('a sample that a file says was delivered walks all the way in one step that one undo takes back', async () => {
  const { client, shop, lia } = await withShop()
  const sample = await client.samples.put({ fields: { shopId: shop.id, creatorId: lia, productId: '1729' } })
  expect(sample).toMatchObject({ state: 'requested', hold: false, handle: 'lia.daily', quantity: 1 })
  const at = NOON - 86_400_000
  expect(await client.samples.step({ ids: [sample.id], to: 'delivered', at, through: true })).toEqual({
    done: 1,
    refused: [],
  })
  const delivered = await client.samples.get({ id: sample.id })
  expect(delivered).toMatchObject({ state: 'delivered', dates: { shipped: at, delivered: at }, since: at })
  expect(delivered.deadlines.post).toMatchObject({ day: '2026-01-28', level: 'later' })
  expect((await client.samples.trail({ id: sample.id })).map(({ to }) => to)).toEqual([
    'approved',
    'packed',
    'shipped',
    'delivered',
  ])
  await client.history.undo({})
  expect(await client.samples.get({ id: sample.id })).toMatchObject({ state: 'requested', dates: {} })
})
