/** The catalogue through the contract: prices and costs from a day on, margins, SKUs, what roles see, colleagues. */

import { describe, expect, test } from 'vitest'

import { type Colleague, colleagues, give, meet } from '../support/colleagues'
import { type Client, newWorkspace } from '../support/workspace'

const SERUM = '1729384756'

async function addShop(client: Client): Promise<string> {
  const { id } = await client.shops.add({
    name: 'US-3',
    market: 'US',
    currency: 'USD',
    timezone: 'America/Los_Angeles',
    reportLanguage: 'en',
  })
  return id
}

async function catalogue() {
  const workspace = await newWorkspace()
  const { client } = workspace
  const shopId = await addShop(client)
  const { id } = await client.records.put({
    entity: 'products',
    fields: { shopId, productId: SERUM, name: 'Rose serum', brand: 'Rosa', category: 'Skincare', claimRisk: 'high' },
  })
  return { ...workspace, shopId, id: String(id) }
}

const only = async (client: Client) => (await client.products.list({})).rows[0]

describe('a row of the catalogue', () => {
  test('tells price, band, cost and margin of today', async () => {
    const { client, shopId } = await catalogue()
    // The workspace's today is 15 January 2026.
    await client.products.setPrice({ shopId, productId: SERUM, fromDay: '2026-01-01', price: 1290 })
    await client.products.setPrice({ shopId, productId: SERUM, fromDay: '2026-01-16', price: 990 })
    await client.costs.putProductCost({
      fields: { shopId, productId: SERUM, unitCost: 420, currency: 'USD', fromDay: '2026-01-01' },
    })
    expect(await only(client)).toMatchObject({
      name: 'Rose serum',
      brand: 'Rosa',
      claimRisk: 'high',
      price: 1290,
      highestPrice: 1290,
      priceBand: { from: 1000, to: 2000 },
      unitCost: 420,
      costToday: null,
      // (1290 − 420) / 1290
      margin: 6744,
      onHand: null,
      free: null,
      isShort: false,
    })
    const { prices, costs } = await client.products.detail({ shopId, productId: SERUM })
    expect(prices.map(({ fromDay, price, fromList }) => [fromDay, price, fromList])).toEqual([
      ['2026-01-16', 990, false],
      ['2026-01-01', 1290, false],
    ])
    expect(costs).toMatchObject([{ unitCost: 420, fromDay: '2026-01-01' }])
  })

  test('a second price of one day replaces the first, and can be taken back', async () => {
    const { client, shopId } = await catalogue()
    const day = { shopId, productId: SERUM, fromDay: '2026-01-01' }
    await client.products.setPrice({ ...day, price: 1290 })
    const { id } = await client.products.setPrice({ ...day, price: 1190 })
    expect((await client.products.detail(day)).prices).toMatchObject([{ price: 1190 }])
    await client.products.removePrice({ id })
    expect(await only(client)).toMatchObject({ price: null, margin: null, priceBand: null })
    await client.history.undo({})
    await client.history.undo({})
    expect(await only(client)).toMatchObject({ price: 1290 })
  })

  test('listed stock is the sum of its SKUs, and an SKU finds its product', async () => {
    const { client, shopId } = await catalogue()
    for (const [skuId, sellerSku, listedStock] of [
      ['1', 'RS-30', 40],
      ['2', 'RS-50', 2],
    ] as const)
      await client.records.put({
        entity: 'productSkus',
        fields: { shopId, productId: SERUM, skuId, sellerSku, listedStock },
      })
    expect(await only(client)).toMatchObject({ skus: 2, listedStock: 42 })
    expect((await client.products.list({ search: 'rs-50' })).total).toBe(1)
    expect((await client.products.list({ search: 'rosa' })).total).toBe(1)
    expect((await client.products.list({ search: 'RS' })).total).toBe(0)
  })

  test('archived products are left out until they are asked for', async () => {
    const { client, id } = await catalogue()
    await client.records.put({ entity: 'products', id, fields: { archived: true } })
    expect((await client.products.list({})).total).toBe(0)
    expect((await client.products.list({ archived: true })).rows).toMatchObject([{ archived: true }])
  })

  test('stock that a floor keeps back is short', async () => {
    const { client, shopId } = await catalogue()
    await client.stock.put({ fields: { shopId, productId: SERUM, kind: 'received', quantity: 9 } })
    expect(await only(client)).toMatchObject({ onHand: 9, reserved: 0, free: 9, isShort: false })
    await client.stock.setDefaults({ shopId, productId: '*', fields: { floorNew: 10 } })
    expect(await only(client)).toMatchObject({ isShort: true })
  })

  test('cost and margin are hidden from who may not see them, the price is not', async () => {
    const { client, shopId } = await catalogue()
    await client.products.setPrice({ shopId, productId: SERUM, fromDay: '2026-01-01', price: 1290 })
    await client.costs.putProductCost({
      fields: { shopId, productId: SERUM, unitCost: 420, currency: 'USD', fromDay: '2026-01-01' },
    })
    await client.people.put({ name: 'Boss', role: 'owner' })
    await client.people.put({ name: 'Lin', role: 'bd' })
    expect(await only(client)).toMatchObject({ price: 1290, unitCost: null, margin: null })
    expect((await client.products.detail({ shopId, productId: SERUM })).costs).toMatchObject([{ unitCost: null }])
  })
})

describe('cells of the grid', () => {
  const day = '2026-01-15'

  test('a typed price begins today, a second one of the day replaces it', async () => {
    const { client, shopId } = await catalogue()
    const key = { shopId, productId: SERUM, skuId: '*', fromDay: day }
    for (const price of [1290, 1190])
      await client.edits.apply({
        what: 'cell',
        list: 'products',
        edits: [{ entity: 'productPrices', id: null, fields: { ...key, price } }],
      })
    const { prices } = await client.products.detail({ shopId, productId: SERUM })
    expect(prices).toMatchObject([{ price: 1190, currency: 'USD', fromDay: day }])
  })

  test('a price below nought and a risk that is none are refused, the rest is written', async () => {
    const { client, shopId, id } = await catalogue()
    const result = await client.edits.apply({
      what: 'paste',
      list: 'products',
      edits: [
        {
          entity: 'productPrices',
          id: null,
          fields: { shopId, productId: SERUM, skuId: '*', fromDay: day, price: -1 },
        },
        { entity: 'products', id, fields: { claimRisk: 'huge', brand: 'Rosa & Co' } },
      ],
    })
    expect(result.refused.map(({ field, reason }) => [field, reason])).toEqual([
      ['price', 'belowZero'],
      ['claimRisk', 'notAllowed'],
    ])
    expect(await only(client)).toMatchObject({ brand: 'Rosa & Co', claimRisk: 'high', price: null })
  })

  test('products are added by pasting below the list', async () => {
    const { client, shopId } = await catalogue()
    const edits = ['2001', '2002'].map((productId) => ({
      entity: 'products',
      id: null,
      fields: { shopId, productId, name: `P ${productId}` },
    }))
    expect(await client.edits.apply({ what: 'paste', list: 'products', edits })).toMatchObject({ added: 2 })
    expect((await client.products.list({})).total).toBe(3)
    await client.history.undo({})
    expect((await client.products.list({})).total).toBe(1)
  })
})

test('two colleagues who set the price of one day keep one price, the same at both', async () => {
  const [li, wang] = (await colleagues('Li', 'Wang')) as [Colleague, Colleague]
  const shopId = await addShop(li.client)
  await li.client.records.put({ entity: 'products', fields: { shopId, productId: SERUM, name: 'Rose serum' } })
  await give(li, wang)
  const price = { shopId, productId: SERUM, fromDay: '2026-01-01' }
  await li.client.products.setPrice({ ...price, price: 1290 })
  await wang.client.products.setPrice({ ...price, price: 1190 })
  await meet([li, wang])
  const seen = await Promise.all([li, wang].map(({ client }) => client.products.detail(price)))
  expect(seen.map(({ prices }) => prices.length)).toEqual([1, 1])
  expect(seen[0]?.prices[0]?.price).toBe(seen[1]?.prices[0]?.price)
  // The later of two words about one day holds; nobody has to decide.
  expect((await li.client.inbox.list({})).items).toEqual([])
})
