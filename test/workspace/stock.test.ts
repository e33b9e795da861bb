/** Sample stock through the contract: movements, samples that take of it, counts pasted as one step, and colleagues. */

import { describe, expect, test } from 'vitest'

import { type Colleague, colleagues, give, meet } from '../support/colleagues'
import { type Client, newWorkspace, NOON } from '../support/workspace'

const DAY = 86_400_000
const SERUM = '1729384756'

async function addShop(client: Client): Promise<string> {
  const shop = await client.shops.add({
    name: 'US-3',
    market: 'US',
    currency: 'USD',
    timezone: 'America/Los_Angeles',
    reportLanguage: 'en',
  })
  return shop.id
}

async function addProduct(client: Client, shopId: string, productId = SERUM, name = 'Rose serum'): Promise<void> {
  await client.records.put({ entity: 'products', fields: { shopId, productId, name } })
}

async function addSample(client: Client, shopId: string, more: object = {}): Promise<string> {
  const creator = await client.records.put({ entity: 'creators', fields: { handle: 'linh' } })
  const fields = { shopId, creatorId: String(creator['id']), productId: SERUM, quantity: 1, ...more }
  return (await client.samples.put({ fields })).id
}

async function shelf(client: Client, shopId: string) {
  const rows = await client.stock.list({ shopId })
  const row = rows.find(({ productId }) => productId === SERUM)
  return row && { onHand: row.onHand, reserved: row.reserved, free: row.free }
}

async function stocked() {
  const workspace = await newWorkspace()
  const { client } = workspace
  const shopId = await addShop(client)
  await addProduct(client, shopId)
  await client.stock.put({ fields: { shopId, productId: SERUM, kind: 'received', quantity: 20, at: NOON - 9 * DAY } })
  return { ...workspace, shopId }
}

describe('what samples take', () => {
  test('approving reserves, shipping takes, a return brings back, and undo goes the same way back', async () => {
    const { client, shopId } = await stocked()
    const id = await addSample(client, shopId, { quantity: 3 })
    expect(await shelf(client, shopId)).toEqual({ onHand: 20, reserved: 0, free: 20 })
    await client.samples.step({ ids: [id], to: 'approved', at: NOON })
    expect(await shelf(client, shopId)).toEqual({ onHand: 20, reserved: 3, free: 17 })
    await client.samples.step({ ids: [id], to: 'shipped', at: NOON + DAY, through: true })
    expect(await shelf(client, shopId)).toEqual({ onHand: 17, reserved: 0, free: 17 })
    await client.samples.step({ ids: [id], to: 'returned', at: NOON + 2 * DAY })
    expect(await shelf(client, shopId)).toEqual({ onHand: 20, reserved: 0, free: 20 })
    await client.history.undo({})
    expect(await shelf(client, shopId)).toEqual({ onHand: 17, reserved: 0, free: 17 })
    await client.history.undo({})
    expect(await shelf(client, shopId)).toEqual({ onHand: 20, reserved: 3, free: 17 })
  })

  test('a step counts from the day it happened, not from the day it was written', async () => {
    const { client, shopId } = await stocked()
    const id = await addSample(client, shopId, { quantity: 2 })
    await client.stock.put({ fields: { shopId, productId: SERUM, kind: 'count', quantity: 18, at: NOON - DAY } })
    // It left before the count, which did not find it any more.
    await client.samples.step({ ids: [id], to: 'shipped', at: NOON - 2 * DAY, through: true })
    expect(await shelf(client, shopId)).toEqual({ onHand: 18, reserved: 0, free: 18 })
  })

  test('more promised than there is shows below nought, and why', async () => {
    const { client, shopId } = await stocked()
    const id = await addSample(client, shopId, { quantity: 25 })
    await client.samples.step({ ids: [id], to: 'approved' })
    const [row] = await client.stock.list({ shopId })
    expect(row).toMatchObject({ known: true, onHand: 20, free: -5, reasons: ['promisedMore'] })
  })

  test('a product nobody keeps stock of tells what samples took, and is not known', async () => {
    const { client } = await newWorkspace()
    const shopId = await addShop(client)
    const id = await addSample(client, shopId, { quantity: 2 })
    await client.samples.step({ ids: [id], to: 'shipped', through: true })
    expect(await client.stock.list({})).toMatchObject([
      { productId: SERUM, productName: null, known: false, onHand: -2, reasons: ['neverReceived'], isDue: false },
    ])
  })
})

describe('movements', () => {
  test('are written, corrected, listed with their writer, and removed', async () => {
    const { client, shopId } = await stocked()
    const lost = await client.stock.put({
      fields: { shopId, productId: SERUM, kind: 'writtenOff', quantity: 4, reason: 'damaged', at: NOON },
    })
    expect(lost).toMatchObject({ quantity: -4, person: 'Lin', productName: 'Rose serum', at: NOON })
    await client.stock.put({
      id: lost.id,
      fields: { shopId, productId: SERUM, kind: 'writtenOff', quantity: 5, reason: 'damaged' },
    })
    const { rows, total } = await client.stock.movements({ productId: SERUM })
    expect(total).toBe(2)
    expect(rows.map(({ kind, quantity, at }) => [kind, quantity, at])).toEqual([
      ['writtenOff', -5, NOON],
      ['received', 20, NOON - 9 * DAY],
    ])
    await client.stock.remove({ id: lost.id })
    expect(await shelf(client, shopId)).toMatchObject({ onHand: 20 })
    expect((await client.stock.movements({ kind: 'writtenOff' })).rows).toEqual([])
  })

  test('only a correction may be below nought', async () => {
    const { client, shopId } = await stocked()
    for (const kind of ['received', 'count', 'writtenOff'] as const) {
      await expect(
        client.stock.put({ fields: { shopId, productId: SERUM, kind, quantity: -1 } }),
      ).rejects.toMatchObject({ code: 'record.invalid', data: { field: 'quantity' } })
    }
    await client.stock.put({ fields: { shopId, productId: SERUM, kind: 'adjusted', quantity: -1 } })
    expect(await shelf(client, shopId)).toMatchObject({ onHand: 19 })
  })

  test('the ledger tells movements and samples with their creator and what lay there', async () => {
    const { client, shopId } = await stocked()
    const id = await addSample(client, shopId, { quantity: 3 })
    await client.samples.step({ ids: [id], to: 'shipped', at: NOON, through: true })
    expect(await client.stock.ledger({ shopId, productId: SERUM })).toMatchObject([
      { kind: 'sampleOut', quantity: -3, onHand: 17, handle: 'linh', at: NOON },
      { kind: 'received', quantity: 20, onHand: 20, handle: null, at: NOON - 9 * DAY },
    ])
  })
})

describe('a pasted count', () => {
  test('is read against what is there, and written as one step that can be undone', async () => {
    const { client, shopId } = await stocked()
    await addProduct(client, shopId, '1729384757', 'Mask')
    const lines = await client.stock.readCounts({ shopId, text: 'SKU\tpieces\n1729384756\t18\nMask\t6\nwhat\t1' })
    expect(lines.map(({ productName, quantity, before, problem }) => [productName, quantity, before, problem])).toEqual(
      [
        ['Rose serum', 18, 20, null],
        ['Mask', 6, null, null],
        [null, 1, null, 'unknownProduct'],
      ],
    )
    const rows = lines.flatMap(({ productId, skuId, quantity }) =>
      productId !== null && quantity !== null ? [{ productId, skuId, quantity }] : [],
    )
    expect(await client.stock.putMany({ shopId, kind: 'count', rows })).toEqual({ written: 2 })
    expect(await shelf(client, shopId)).toEqual({ onHand: 18, reserved: 0, free: 18 })
    expect((await client.history.undo({})).label).toBe('stock.countMany')
    expect(await shelf(client, shopId)).toEqual({ onHand: 20, reserved: 0, free: 20 })
  })
})

describe('floors and what to order', () => {
  test('a product’s own floor stands before the shop’s, and below it pieces are suggested', async () => {
    const { client, shopId } = await stocked()
    await client.stock.setDefaults({ shopId, productId: '*', fields: { floorNew: 10, floorProven: 5 } })
    await client.stock.setDefaults({ shopId, productId: SERUM, fields: { floorNew: 30 } })
    const [row] = await client.stock.list({ shopId })
    expect(row).toMatchObject({
      floorNew: 30,
      floorProven: null,
      floorNewInForce: 30,
      floorProvenInForce: 5,
      isDue: true,
      // Nothing was used: 30 − 20.
      suggested: 10,
    })
    await client.stock.setDefaults({ shopId, productId: SERUM, fields: { floorNew: null } })
    expect((await client.stock.list({ shopId }))[0]).toMatchObject({ floorNewInForce: 10, isDue: false, suggested: 0 })
  })

  test('what a sample costs by default is kept in the shop’s currency and hidden from operations', async () => {
    const { client, shopId } = await stocked()
    await client.stock.setDefaults({ shopId, productId: SERUM, fields: { packingCost: 80, freightCost: 450 } })
    expect((await client.stock.list({ shopId }))[0]).toMatchObject({
      packingCost: 80,
      freightCost: 450,
      dutyCost: null,
    })
    expect((await client.records.list({ entity: 'sampleDefaults' })).rows).toMatchObject([{ currency: 'USD' }])
    await client.people.put({ name: 'Boss', role: 'owner' })
    await client.people.put({ name: 'Lin', role: 'ops' })
    expect((await client.stock.list({ shopId }))[0]).toMatchObject({ packingCost: null, freightCost: null })
    await expect(
      client.stock.setDefaults({ shopId, productId: SERUM, fields: { packingCost: 90 } }),
    ).rejects.toMatchObject({ code: 'role.hidden' })
    await client.stock.setDefaults({ shopId, productId: SERUM, fields: { floorNew: 4 } })
  })
})

describe('two colleagues', () => {
  async function both() {
    const [li, wang] = (await colleagues('Li', 'Wang')) as [Colleague, Colleague]
    const shopId = await addShop(li.client)
    await addProduct(li.client, shopId)
    await give(li, wang)
    return { li, wang, shopId }
  }

  test('who both write movements lose none of them', async () => {
    const { li, wang, shopId } = await both()
    const received = { shopId, productId: SERUM, kind: 'received', at: NOON } as const
    await li.client.stock.put({ fields: { ...received, quantity: 30 } })
    await wang.client.stock.put({ fields: { ...received, quantity: 12 } })
    await meet([li, wang])
    for (const { client } of [li, wang]) expect(await shelf(client, shopId)).toMatchObject({ onHand: 42 })
  })

  test('who both count the same shelf count it once', async () => {
    const { li, wang, shopId } = await both()
    const count = { shopId, productId: SERUM, kind: 'count' } as const
    await li.client.stock.put({ fields: { ...count, quantity: 30, at: NOON } })
    await wang.client.stock.put({ fields: { ...count, quantity: 29, at: NOON + 60_000 } })
    await meet([li, wang])
    for (const { client } of [li, wang]) expect(await shelf(client, shopId)).toMatchObject({ onHand: 29 })
  })

  test('who both ship one sample sent one parcel', async () => {
    const { li, wang, shopId } = await both()
    await li.client.stock.put({ fields: { shopId, productId: SERUM, kind: 'received', quantity: 10, at: NOON - DAY } })
    const id = await addSample(li.client, shopId, { quantity: 2 })
    await li.client.samples.step({ ids: [id], to: 'packed', at: NOON, through: true })
    await give(li, wang)
    for (const { client } of [li, wang]) await client.samples.step({ ids: [id], to: 'shipped', at: NOON + DAY })
    await meet([li, wang])
    for (const { client } of [li, wang])
      expect(await shelf(client, shopId)).toEqual({ onHand: 8, reserved: 0, free: 8 })
  })
})
