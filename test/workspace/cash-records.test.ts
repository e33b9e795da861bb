/** Accounts, money that people enter, what is owed, and several currencies. Today is Thursday, 2026-01-15. */

import { beforeEach, describe, expect, test } from 'vitest'

import { at, exportFile } from '../support/exports'
import { type ShopWorkspace, shopWorkspace } from '../support/imports'
import { sale } from '../support/sales'

let workspace: ShopWorkspace
beforeEach(async () => {
  workspace = await shopWorkspace()
})

describe('accounts, own items and costs', () => {
  test('the balance runs from the account, and the week below its floor says what could be done', async () => {
    const { client, shop } = workspace
    await workspace.run(
      await exportFile([sale({ delivered: at('2026-01-14 08:00:00') })], { folder: workspace.folder }),
    )
    await client.cash.putBalance({ account: 'Bank', currency: 'USD', day: '2026-01-13', amount: 200_00, floor: 50_00 })
    await client.cash.putBalance({ account: 'Bank', currency: 'USD', day: '2026-01-01', amount: 999_00 })
    await client.cash.putItem({
      fields: { title: 'Rent', kind: 'other', amount: -100_00, currency: 'USD', day: '2026-01-14', repeat: 'weekly' },
    })
    await client.costs.put({
      fields: { shopId: shop.id, kind: 'ads', amount: 40_00, currency: 'USD', day: '2026-01-20' },
    })
    const { one } = await client.cash.calendar({})
    expect(one.opening).toEqual({ amount: 200_00, floor: 50_00, day: '2026-01-13' })
    // Week of the 12th: rent on the 14th. Week of the 19th: ads 40 on the 20th, rent on the 21st, 85 in on the 21st.
    expect(one.weeks[0]).toMatchObject({ outflow: -100_00, balance: 100_00, low: 100_00, red: false })
    expect(one.weeks[1]).toMatchObject({
      inflow: 85_00,
      outflow: -140_00,
      balance: 45_00,
      low: 45_00,
      lowDay: '2026-01-21',
      red: true,
      parts: [
        { kind: 'settlement', amount: 85_00 },
        { kind: 'ads', amount: -40_00 },
        { kind: 'other', amount: -100_00 },
      ],
    })
    const advice = await client.cash.advice({ week: 1 })
    expect(advice).toMatchObject({ short: 5_00, lowDay: '2026-01-21', recovery: null, together: 40_00 })
    expect(advice?.options).toMatchObject([{ action: 'postpone', gains: 40_00, enough: true, days: null }])
    expect(await client.cash.advice({ week: 0 })).toBeNull()
  })

  test('without an account no week is red, and nothing is made up', async () => {
    const { client } = workspace
    const empty = await client.cash.calendar({})
    expect(empty).toMatchObject({ currencies: [], one: { opening: null, currency: 'USD' }, missingRates: [] })
    await client.cash.putItem({ fields: { title: 'Tax', kind: 'tax', amount: -1, currency: 'USD', day: '2026-02-01' } })
    const { one } = await client.cash.calendar({})
    expect(one.weeks.some(({ red }) => red)).toBe(false)
  })

  test('one shop alone is shown without the accounts, which belong to none', async () => {
    const { client, shop } = workspace
    await client.cash.putBalance({ account: 'Bank', currency: 'USD', day: '2026-01-13', amount: 200_00 })
    const item = { kind: 'other' as const, amount: -100, currency: 'USD', day: '2026-01-20' }
    await client.cash.putItem({ fields: { ...item, title: 'Rent' } })
    await client.cash.putItem({ fields: { ...item, title: 'Studio', shopId: shop.id } })
    const { one } = await client.cash.calendar({ shops: [shop.id] })
    expect(one.opening).toBeNull()
    expect((await client.cash.items({ shops: [shop.id] })).rows.map(({ title }) => title)).toEqual(['Studio'])
    await expect(client.cash.calendar({ shops: ['nobody'] })).rejects.toMatchObject({ code: 'shop.notFound' })
  })

  test('an item that cannot be is refused; one that can be is changed and taken out', async () => {
    const { client } = workspace
    const fields = { title: 'Rent', kind: 'other' as const, amount: -100, currency: 'USD', day: '2026-01-20' }
    await expect(client.cash.putItem({ fields: { ...fields, amount: 0 } })).rejects.toMatchObject({
      data: { field: 'amount' },
    })
    await expect(client.cash.putItem({ fields: { ...fields, untilDay: '2026-01-19', repeat: 'weekly' } }))
      .rejects //
      .toMatchObject({ data: { field: 'untilDay' } })
    const saved = await client.cash.putItem({ fields })
    expect(await client.cash.putItem({ id: saved.id, fields: { ...fields, amount: -200 } })).toMatchObject({
      id: saved.id,
      amount: -200,
    })
    await client.cash.removeItem({ id: saved.id })
    expect(await client.cash.ownItems({})).toEqual([])
  })
})

test('what is owed to creators goes out on its day, or today where that is over', async () => {
  const { client, shop } = workspace
  const owe = (title: string, dueDay: string, amount: number) =>
    client.records.put({
      entity: 'payables',
      fields: { shopId: shop.id, kind: 'flatFee', title, amount, currency: 'USD', dueDay },
    })
  await owe('Video', '2026-01-02', 80_00)
  await owe('LIVE', '2026-01-22', 120_00)
  const { rows } = await client.cash.items({ direction: 'out' })
  expect(rows.map(({ kind, title, day, amount }) => [kind, title, day, amount])).toEqual([
    ['payable', 'Video', '2026-01-15', -80_00],
    ['payable', 'LIVE', '2026-01-22', -120_00],
  ])
  await client.cash.putBalance({ account: 'Bank', currency: 'USD', day: '2026-01-14', amount: 100_00, floor: 0 })
  await client.cash.putItem({
    fields: { title: 'A', kind: 'client', amount: 500_00, currency: 'USD', day: '2026-01-28' },
  })
  const advice = await client.cash.advice({ week: 1 })
  // 100 − 80 − 120 = −100 from the 22nd on, until the client pays on the 28th.
  expect(advice).toMatchObject({ short: 100_00, lowDay: '2026-01-22', recovery: '2026-01-28' })
  expect(advice?.options.map(({ action, item, enough, days }) => [action, item.title, enough, days])).toEqual([
    ['askEarlier', 'A', true, null],
    ['delay', 'LIVE', true, 6],
    ['delay', 'Video', false, 13],
  ])
})

test('several currencies stand apart, and together at named rates; what has no rate is counted', async () => {
  const { client } = workspace
  const item = { kind: 'client' as const, day: '2026-01-20' }
  await client.cash.putItem({ fields: { ...item, title: 'A', amount: 10_00, currency: 'USD' } })
  await client.cash.putItem({ fields: { ...item, title: 'B', amount: 35_00, currency: 'THB' } })
  await client.cash.putItem({ fields: { ...item, title: 'C', amount: 1000, currency: 'VND' } })
  await client.rates.put({ day: '2026-01-01', base: 'USD', quote: 'THB', rate: '35', source: 'bank' })
  const { currencies, one, rates, missingRates } = await client.cash.calendar({})
  expect(currencies.map(({ currency, weeks }) => [currency, weeks[1]?.inflow])).toEqual([
    ['THB', 35_00],
    ['USD', 10_00],
    ['VND', 1000],
  ])
  expect(one.weeks[1]?.inflow).toBe(11_00)
  expect(rates).toEqual([{ base: 'THB', quote: 'USD', rate: '1/35', day: '2026-01-01', source: 'bank', locked: false }])
  expect(missingRates).toEqual([{ base: 'VND', quote: 'USD', items: 1 }])
  const { rows, sum } = await client.cash.items({ week: 1 })
  expect(rows.map(({ title, amount, converted }) => [title, amount, converted])).toEqual([
    ['A', 10_00, 10_00],
    ['B', 35_00, 1_00],
  ])
  expect(sum).toBe(11_00)
})

test('a role that sees no margins sees weeks and items without amounts, in the advice too', async () => {
  const { client, context } = workspace
  await client.cash.putBalance({ account: 'Bank', currency: 'USD', day: '2026-01-14', amount: 1_00, floor: 2_00 })
  await client.cash.putItem({
    fields: { title: 'Ads', kind: 'ads', amount: -5_00, currency: 'USD', day: '2026-01-16' },
  })
  context.me.rename({ person: 'Boss', computer: 'desk' })
  await client.people.put({ name: 'Lin', role: 'bd' })
  context.me.rename({ person: 'Lin', computer: 'desk' })
  const { one, balances } = await client.cash.calendar({})
  expect(one).toMatchObject({ opening: { amount: null, floor: null }, passed: { amount: null } })
  expect(one.weeks[0]).toMatchObject({ inflow: null, outflow: null, balance: null, low: null })
  expect(balances).toMatchObject([{ amount: null, floor: null }])
  expect(await client.cash.items({})).toMatchObject({ sum: null, rows: [{ amount: null, converted: null }] })
  expect(await client.cash.advice({ week: 0 })).toMatchObject({
    short: null,
    together: null,
    options: [{ gains: null }],
  })
})
