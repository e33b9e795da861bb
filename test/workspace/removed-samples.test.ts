/** Samples whose creator, shop, product or campaign was removed, whose creator became another name of somebody, and removed ones. */

import { expect, test } from 'vitest'

import { exportFile, orderRow } from '../support/exports'
import { finish, newWorkspace } from '../support/workspace'

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

test('a product that an imported file brings names the samples of it at once, and leaves with the file', async () => {
  const { client, folder, shop, lia, sampleOf } = await world()
  const line = orderRow({ orderId: '577000000000000001', creator: 'lia' })
  const id = await sampleOf(lia, { productId: line.productId })
  const name = async () => (await client.samples.list({})).rows.map(({ id: one, productName }) => [one, productName])
  expect(await name()).toEqual([[id, null]])
  const file = await exportFile([line], { folder, name: 'orders.csv' })
  const { result } = await finish(client.imports.run({ path: file, shopId: shop }))
  expect(await name()).toEqual([[id, line.productName]])
  await finish(client.imports.undo({ batchId: result.batchId ?? '' }))
  expect(await name()).toEqual([[id, null]])
})
