/** Samples whose creator, shop, product or campaign was removed, whose creator became another name of somebody, and removed ones. */

import { expect, test } from 'vitest'

import { newWorkspace } from '../support/workspace'

async function world() {
  const workspace = await newWorkspace()
  const { client } = workspace
  const shop = await client.shops.add({ name: 'Glow', market: 'US' })
  const [lia = '', mia = ''] = (await client.creators.add({ creators: ['lia', 'mia'].map((handle) => ({ handle })) }))
    .ids
  const sampleOf = async (creatorId: string, more: object = {}) =>
    (await client.samples.put({ fields: { shopId: shop.id, creatorId, productId: '1729', ...more } })).id
  const shown = async () => (await client.samples.list({})).rows.map(({ id, handle }) => [id, handle])
  const removeCreator = (id: string) => client.records.remove({ entity: 'creators', id })
  return { ...workspace, shop: shop.id, lia, mia, sampleOf, shown, removeCreator }
}

test('who was removed stands for nobody: the samples are those of the other name again', async () => {
  const { client, lia, mia, sampleOf, shown, removeCreator } = await world()
  const sample = await sampleOf(mia)
  await client.creators.merge({ winner: lia, loser: mia })
  expect(await shown()).toEqual([[sample, 'lia']])
  await removeCreator(lia)
  expect(await shown()).toEqual([[sample, 'mia']])
  expect((await client.creators.list({})).rows.map(({ handle }) => handle)).toEqual(['mia'])
  await client.history.undo({})
  expect(await shown()).toEqual([[sample, 'lia']])
})

test('an erased person’s handle is in no list any more, also of samples of their other names', async () => {
  const { client, lia, mia, sampleOf, shown } = await world()
  const sample = await sampleOf(mia)
  await client.creators.merge({ winner: lia, loser: mia })
  expect(await shown()).toEqual([[sample, 'lia']])
  const { becomes } = await client.creators.erase({ id: lia, confirm: 'lia' })
  expect(await shown()).toEqual([[sample, becomes]])
  expect((await client.samples.list({ search: 'lia' })).total).toBe(0)
})

test('the samples of who was removed are in no list, promise nothing and come back with them', async () => {
  const { client, shop, mia, sampleOf, shown, removeCreator } = await world()
  await client.stock.put({ fields: { shopId: shop, productId: '1729', skuId: '*', kind: 'received', quantity: 10 } })
  const [kept, sent] = [await sampleOf(mia, { quantity: 2 }), await sampleOf(mia, { quantity: 3 })]
  await client.samples.step({ ids: [kept], to: 'approved' })
  await client.samples.step({ ids: [sent], to: 'shipped', through: true })
  const stock = async () => {
    const [line] = await client.stock.list({ shopId: shop })
    return [line?.onHand, line?.reserved]
  }
  expect(await stock()).toEqual([7, 2])
  await removeCreator(mia)
  expect(await shown()).toEqual([])
  await expect(client.samples.get({ id: kept })).rejects.toMatchObject({ code: 'record.notFound' })
  await expect(client.samples.step({ ids: [kept], to: 'packed' })).rejects.toMatchObject({ code: 'record.notFound' })
  // What was sent has left the house.
  expect(await stock()).toEqual([7, 0])
  await client.history.undo({})
  expect((await shown()).length).toBe(2)
  expect(await stock()).toEqual([7, 2])
})

test('a shop with samples stays; a removed product leaves its number, a removed campaign its name', async () => {
  const { client, shop, lia, sampleOf } = await world()
  const product = await client.records.put({
    entity: 'products',
    fields: { shopId: shop, productId: '1729', name: 'Serum' },
  })
  const campaign = await client.campaigns.put({ fields: { shopId: shop, name: 'Spring', kind: 'target' } })
  const id = await sampleOf(lia, { campaignId: campaign.id })
  await expect(client.shops.remove({ id: shop })).rejects.toMatchObject({ code: 'record.inUse' })
  expect(await client.samples.get({ id })).toMatchObject({ productName: 'Serum', campaignName: 'Spring' })
  await client.records.remove({ entity: 'products', id: String(product.id) })
  expect(await client.samples.get({ id })).toMatchObject({ productName: null, productId: '1729' })
  expect((await client.samples.list({})).rows).toMatchObject([{ productName: null, productId: '1729' }])
})

test('a removed sample is gone from list, board, stock and search, and comes back as it was', async () => {
  const { client, shop, lia, sampleOf, shown } = await world()
  await client.stock.put({ fields: { shopId: shop, productId: '1729', skuId: '*', kind: 'received', quantity: 10 } })
  const id = await sampleOf(lia, { quantity: 4 })
  await client.samples.step({ ids: [id], to: 'delivered', through: true })
  const before = await client.samples.get({ id })
  await client.samples.remove({ ids: [id] })
  expect(await shown()).toEqual([])
  expect((await client.samples.board({ by: 'state' })).total).toBe(0)
  expect((await client.samples.list({ search: 'lia' })).total).toBe(0)
  expect(await client.stock.list({ shopId: shop })).toMatchObject([{ onHand: 10, reserved: 0 }])
  await client.history.undo({})
  expect(await client.samples.get({ id })).toEqual(before)
  expect(await client.stock.list({ shopId: shop })).toMatchObject([{ onHand: 6 }])
})
