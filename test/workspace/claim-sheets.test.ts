/** Claim sheets through the contract: claims with their proof, the sheet in force, copies, colleagues. */

import fs from 'node:fs'
import path from 'node:path'

import { expect, test } from 'vitest'

import { type Colleague, colleagues, give, meet } from '../support/colleagues'
import { type Client, finish, newWorkspace } from '../support/workspace'

const SERUM = '1729384756'
const MASK = '1729384757'

async function addShop(client: Client, name = 'US-3'): Promise<string> {
  const fields = { market: 'US', currency: 'USD', timezone: 'America/Los_Angeles', reportLanguage: 'en' } as const
  const { id: shopId } = await client.shops.add({ name, ...fields })
  for (const [productId, title] of [
    [SERUM, 'Rose serum'],
    [MASK, 'Mask'],
  ])
    await client.records.put({ entity: 'products', fields: { shopId, productId: productId ?? '', name: title ?? '' } })
  return shopId
}

const allowed = (shopId: string, text: string, more: object = {}) => ({
  fields: { shopId, productId: SERUM, market: '*', kind: 'allowed' as const, text, ...more },
})

async function prove(client: Client, folder: string, claimId: string): Promise<void> {
  const file = path.join(folder, 'laboratory.pdf')
  fs.writeFileSync(file, '%PDF-1.4 laboratory')
  await finish(client.attachments.add({ entity: 'productClaims', recordId: claimId, path: file }))
}

test('a claim is proven by a file until its last day', async () => {
  const { client, folder } = await newWorkspace()
  const shopId = await addShop(client)
  // Noon of 15 January 2026.
  const claim = await client.claimSheets.put(allowed(shopId, 'Waterproof', { proofExpires: '2026-01-20' }))
  expect(claim).toMatchObject({ proof: 'missing', proofFiles: 0, terms: [], archived: false })
  await prove(client, folder, claim.id)
  expect(await client.claimSheets.claims({ shopId, productId: SERUM })).toMatchObject([{ proof: 'expiring' }])
  const sheet = (day: string) => client.claimSheets.sheet({ shopId, productId: SERUM, market: 'US', day })
  expect((await sheet('2026-01-20')).allowed).toMatchObject([{ isUsable: true }])
  expect((await sheet('2026-01-21')).allowed).toMatchObject([{ isUsable: false, proof: 'expired' }])
})

test('the list counts what lacks proof, for every product and for the shop as a whole', async () => {
  const { client, folder } = await newWorkspace()
  const shopId = await addShop(client)
  const proven = await client.claimSheets.put(allowed(shopId, 'Waterproof', { market: 'US' }))
  await prove(client, folder, proven.id)
  await client.claimSheets.put(allowed(shopId, 'Vegan'))
  await client.claimSheets.put({ fields: { shopId, productId: '*', market: 'GB', kind: 'disclosure', text: '#ad' } })
  const rows = await client.claimSheets.list({ shopId })
  expect(
    rows.map(({ productName, markets, allowed: may, missing, disclosure }) => [
      productName,
      markets,
      may,
      missing,
      disclosure,
    ]),
  ).toEqual([
    ['Rose serum', ['*', 'US'], 2, 1, 0],
    ['Mask', [], 0, 0, 0],
    [null, ['GB'], 0, 0, 1],
  ])
  const { rows: products } = await client.products.list({ shopId })
  expect(products.map(({ name, claims, unproven }) => [name, claims, unproven])).toEqual([
    ['Mask', 0, 0],
    ['Rose serum', 2, 1],
  ])
})

test('what is written and archived leaves the sheet, and undo brings it back', async () => {
  const { client } = await newWorkspace()
  const shopId = await addShop(client)
  const claim = await client.claimSheets.put(allowed(shopId, 'Vegan', { terms: ['vegan', 'plant based', 'vegan'] }))
  expect(claim.terms).toEqual(['vegan', 'plant based'])
  const { fields } = allowed(shopId, 'Vegan', { archived: true })
  await client.claimSheets.put({ id: claim.id, fields })
  const sheet = () => client.claimSheets.sheet({ shopId, productId: SERUM, market: 'US' })
  expect((await sheet()).allowed).toEqual([])
  await client.history.undo({})
  expect((await sheet()).allowed).toMatchObject([{ text: 'Vegan', known: ['vegan', 'plant based'] }])
  await client.claimSheets.remove({ id: claim.id })
  expect(await client.claimSheets.claims({ shopId, productId: SERUM })).toEqual([])
  await expect(client.claimSheets.remove({ id: claim.id })).rejects.toMatchObject({ code: 'record.notFound' })
})

test('claims are copied with their proof as one step; what is there already stays as it is', async () => {
  const { client, folder } = await newWorkspace()
  const shopId = await addShop(client)
  const other = await addShop(client, 'GB-1')
  const proven = await client.claimSheets.put(allowed(shopId, 'Waterproof'))
  await prove(client, folder, proven.id)
  await client.claimSheets.put({ fields: { ...allowed(shopId, 'Cures acne').fields, kind: 'forbidden' } })
  await client.claimSheets.put({ fields: { ...allowed(shopId, 'WATERPROOF ').fields, productId: MASK } })
  const to = [
    { shopId, productId: MASK },
    { shopId: other, productId: SERUM },
  ]
  expect(await client.claimSheets.copy({ shopId, productId: SERUM, to })).toEqual({ added: 3 })
  expect(await client.claimSheets.copy({ shopId, productId: SERUM, to })).toEqual({ added: 0 })
  const copies = await client.claimSheets.claims({ shopId: other, productId: SERUM })
  expect(new Map(copies.map(({ text, proof }) => [text, proof]))).toEqual(
    new Map([
      ['Cures acne', 'notNeeded'],
      ['Waterproof', 'proven'],
    ]),
  )
  const [file] = await client.attachments.list({
    entity: 'productClaims',
    recordId: copies.find(({ text }) => text === 'Waterproof')?.id ?? '',
  })
  const target = path.join(folder, 'copy.pdf')
  await client.attachments.save({ id: file?.id ?? '', to: target })
  expect(fs.readFileSync(target, 'utf8')).toBe('%PDF-1.4 laboratory')
  await client.history.undo({})
  await client.history.undo({})
  expect(await client.claimSheets.claims({ shopId: other, productId: SERUM })).toEqual([])
})

test('two colleagues’ claims stand beside each other, and what one forbids is not allowed at the other’s', async () => {
  const [li, wang] = (await colleagues('Li', 'Wang')) as [Colleague, Colleague]
  const shopId = await addShop(li.client)
  await give(li, wang)
  await li.client.claimSheets.put(allowed(shopId, 'Waterproof'))
  await wang.client.claimSheets.put({ fields: { ...allowed(shopId, 'waterproof').fields, kind: 'forbidden' } })
  await meet([li, wang])
  for (const { client } of [li, wang]) {
    const sheet = await client.claimSheets.sheet({ shopId, productId: SERUM, market: 'US' })
    expect([sheet.allowed.length, sheet.forbidden.length]).toEqual([0, 1])
  }
})
