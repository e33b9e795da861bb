import { beforeEach, expect, test } from 'vitest'

import { newWorkspace, type TestWorkspace } from '../support/workspace'

let workspace: TestWorkspace
beforeEach(async () => {
  workspace = await newWorkspace()
})

test('pasted rates are shown before they are taken, and taken in one step', async () => {
  const { client } = workspace
  const text = '2026-01-01 USD CNY 7.1\n2026-01-32 USD CNY 7.2\nTHB CNY 2026-01-01 0.21'
  const shown = await client.rates.paste({ text, source: 'bank', dryRun: true })
  expect(shown).toMatchObject({ taken: 2, rows: [{ line: 1 }, { line: 2, problem: 'notADay' }, { line: 3 }] })
  expect(await client.rates.list({})).toEqual([])
  await client.rates.paste({ text, source: 'bank', dryRun: false })
  expect(await client.rates.list({})).toHaveLength(2)
  await client.history.undo({})
  expect(await client.rates.list({})).toEqual([])
})

test('the same day, pair and source is one rate; typing it again changes it', async () => {
  const { client } = workspace
  const rate = { day: '2026-01-01', base: 'USD', quote: 'CNY', source: 'bank' }
  await client.rates.put({ ...rate, rate: '7.1' })
  await client.rates.put({ ...rate, rate: '7.15' })
  await client.rates.put({ ...rate, source: 'card', rate: '7.3' })
  expect((await client.rates.list({})).map(({ source, rate: value }) => [source, value])).toEqual([
    ['bank', '7.15'],
    ['card', '7.3'],
  ])
})

test('pairs that shops need are named, with the days they have', async () => {
  const { client } = workspace
  await client.shops.add({ name: 'A', market: 'TH' })
  await client.shops.add({ name: 'B', market: 'US' })
  await client.rates.put({ day: '2026-01-01', base: 'USD', quote: 'THB', source: 'bank', rate: '35' })
  expect(await client.rates.needed({ currency: 'USD' })).toEqual([
    { base: 'THB', quote: 'USD', firstDay: '2026-01-01', lastDay: '2026-01-01' },
  ])
})

test("a cost line is kept in its shop's currency and pages newest first", async () => {
  const { client } = workspace
  const shop = await client.shops.add({ name: 'A', market: 'TH' })
  const fields = { shopId: shop.id, kind: 'ads' as const, amount: 150_00, currency: 'THB' }
  await expect(client.costs.put({ fields: { ...fields, currency: 'USD', day: '2026-01-02' } })).rejects.toMatchObject({
    code: 'record.invalid',
    data: { field: 'currency' },
  })
  for (const day of ['2026-01-02', '2026-01-04', '2026-01-03']) {
    await client.costs.put({ fields: { ...fields, day } })
  }
  const first = await client.costs.list({ limit: 2 })
  expect(first).toMatchObject({ total: 3, rows: [{ day: '2026-01-04' }, { day: '2026-01-03' }] })
  const second = await client.costs.list({ limit: 2, cursor: first.nextCursor })
  expect(second).toMatchObject({ rows: [{ day: '2026-01-02' }], nextCursor: null })
})

test("a market rule of one's own holds from its day and can be taken out again", async () => {
  const { client } = workspace
  await expect(
    client.markets.setRule({
      market: 'US',
      rule: 'platformFee',
      value: 'six',
      fromDay: '2026-01-01',
      source: 'contract',
    }),
  ).rejects.toMatchObject({ code: 'record.invalid', data: { field: 'value', reason: 'notPercent' } })
  const rule = await client.markets.setRule({
    market: 'US',
    rule: 'platformFee',
    value: '6',
    fromDay: '2026-01-01',
    source: 'contract',
  })
  expect(rule).toMatchObject({ inForce: true, confidence: 'own' })
  await client.markets.removeRule({ id: rule.id ?? '' })
  const us = (await client.markets.list({})).find(({ market }) => market === 'US')
  expect(us?.rules.filter((row) => row.rule === 'platformFee')).toMatchObject([
    { value: null, confidence: 'unknown', inForce: true },
  ])
})
