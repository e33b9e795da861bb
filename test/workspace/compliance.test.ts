/** The linter through the contract: shops, claim sheets, prices, own rules, script templates and their sign-off. */

import { expect, test } from 'vitest'

import { type Client, newWorkspace } from '../support/workspace'

const SERUM = '1729384756'

async function addShop(client: Client): Promise<string> {
  const fields = { market: 'GB', currency: 'GBP', timezone: 'Europe/London', reportLanguage: 'en' } as const
  const { id: shopId } = await client.shops.add({ name: 'Glow UK', ...fields })
  const product = { shopId, productId: SERUM, name: 'Rose serum', category: 'Beauty & Personal Care' }
  await client.records.put({ entity: 'products', fields: product })
  return shopId
}

const rulesOf = async (client: Client, input: Parameters<Client['compliance']['check']>[0]) =>
  (await client.compliance.check(input)).findings.map(({ rule }) => rule)

test('a script is read in the market of its shop, against the sheet and the price of its product', async () => {
  const { client } = await newWorkspace()
  const shopId = await addShop(client)
  const text = '#ad My waterproof serum with SPF 30, and it is £9 only.'
  expect(await rulesOf(client, { text, shopId })).toEqual([])
  expect(await rulesOf(client, { text, shopId, productId: SERUM })).toEqual(['claims.waterproof', 'claims.spf'])
  const claim = { shopId, productId: SERUM, market: 'GB', kind: 'allowed' as const }
  await client.claimSheets.put({ fields: { ...claim, text: 'Waterproof' } })
  const price = { shopId, productId: SERUM, skuId: '*', fromDay: '2026-01-01', price: 999, currency: 'GBP' }
  await client.records.put({ entity: 'productPrices', fields: price })
  const checked = await client.compliance.check({ text, shopId, productId: SERUM })
  // No file was attached to the claim.
  expect(checked.findings.map(({ rule }) => rule)).toEqual(['claims.noProof', 'claims.spf', 'price.differs'])
  expect(checked).toMatchObject({ market: 'GB', category: 'Beauty & Personal Care', claims: 1, languages: ['en'] })
  // In the US nothing allows it.
  expect(await rulesOf(client, { text, shopId, productId: SERUM, market: 'US' })).toContain('claims.waterproof')
})

test('an unknown shop is refused by name', async () => {
  const { client } = await newWorkspace()
  await expect(client.compliance.check({ text: 'x', shopId: 'nope' })).rejects.toMatchObject({ code: 'shop.notFound' })
})

test('own rules change, switch off and add, as one step each that can be taken back', async () => {
  const { client } = await newWorkspace()
  const text = 'The cheapest Lumo glow.'
  const check = () => rulesOf(client, { text, market: 'US', ties: null })
  expect(await check()).toEqual(['absolute.cheapest'])
  await client.compliance.putRule({ key: 'absolute.cheapest', off: true })
  expect(await check()).toEqual([])
  await client.compliance.putRule({ key: 'brand.lumo', terms: ['lumo'], reason: 'Full name, please', level: 'stop' })
  expect(await check()).toEqual(['brand.lumo'])
  const rows = await client.compliance.rules({})
  expect(rows.find(({ key }) => key === 'absolute.cheapest')).toMatchObject({ shipped: true, own: { off: true } })
  expect(rows.find(({ key }) => key === 'brand.lumo')).toMatchObject({ shipped: false, theme: 'own', level: 'stop' })
  await client.history.undo({})
  expect(await check()).toEqual([])
  await client.compliance.removeRule({ key: 'absolute.cheapest' })
  expect(await check()).toEqual(['absolute.cheapest'])
  await expect(client.compliance.removeRule({ key: 'absolute.cheapest' })).rejects.toMatchObject({
    code: 'record.notFound',
  })
})

test('a new rule without terms says nothing and is refused', async () => {
  const { client } = await newWorkspace()
  await expect(client.compliance.putRule({ key: 'brand.lumo' })).rejects.toMatchObject({
    code: 'record.invalid',
    data: { field: 'terms' },
  })
})

test('a native reader signs a template off; a change of its words takes that away, a change of its name does not', async () => {
  const { client } = await newWorkspace()
  const words = { kind: 'script' as const, language: 'vi', body: 'Chào cả nhà', mustSay: ['#quangcao'] }
  const made = await client.compliance.putTemplate({ id: null, fields: { name: 'Mở hộp', ...words } })
  expect(made).toMatchObject({ signedOffBy: null, mustSay: ['#quangcao'] })
  const id = made.id ?? ''
  expect(await client.compliance.signOff({ id, by: 'Linh' })).toMatchObject({
    signedOffBy: 'Linh',
    signedOffOn: '2026-01-15',
  })
  const renamed = await client.compliance.putTemplate({ id, fields: { name: 'Mở hộp 2', ...words } })
  expect(renamed.signedOffBy).toBe('Linh')
  const fields = { name: 'Mở hộp 2', ...words, body: 'Chào mọi người' }
  const changed = await client.compliance.putTemplate({ id, fields })
  expect([changed.signedOffBy, changed.signedOffOn]).toEqual([null, null])
  await client.history.undo({})
  expect((await client.compliance.templates({}))[0]?.signedOffBy).toBe('Linh')
})

test('templates that come with the app stand after own ones and are not changed in place', async () => {
  const { client } = await newWorkspace()
  const shipped = await client.compliance.templates({})
  expect(shipped.length).toBeGreaterThanOrEqual(5)
  expect(shipped.every(({ id }) => id === null)).toBe(true)
  const fields = { name: 'Own', kind: 'script' as const, body: 'Hello', archived: true }
  await client.compliance.putTemplate({ id: null, fields })
  expect(await client.compliance.templates({})).toHaveLength(shipped.length)
  expect((await client.compliance.templates({ archived: true }))[0]).toMatchObject({ name: 'Own', archived: true })
})
