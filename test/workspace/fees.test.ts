/** Fees of the ROI table: what is owed and is not cancelled, by its due day, and fees that were typed as costs, each once. */

import { expect, test } from 'vitest'

import { colleagues, meet } from '../support/colleagues'
import { owed } from '../support/payables'
import { type Client, newWorkspace } from '../support/workspace'

const JANUARY = { from: '2026-01-01', to: '2026-01-31' } as const

/** Fees by creator as the ROI table has them. */
async function fees(client: Client, scope: object = {}) {
  const { rows, total } = await client.roi.table({ by: ['creator'], ...JANUARY, ...scope })
  const by = Object.fromEntries(rows.map((row) => [row.keys.creator ?? '', row.fees]))
  expect(rows.reduce((sum, row) => sum + (row.fees ?? 0), 0)).toBe(total.fees)
  return by
}

/** The same as the screen of payables adds them up, with fee costs that no payable took the place of. */
async function ofPayables(client: Client) {
  const { rows } = await client.payables.list(JANUARY)
  const by: Record<string, number> = {}
  const replaced = new Set(rows.flatMap(({ costLineId }) => costLineId ?? []))
  const costs = (await client.costs.list({ kind: 'fee', ...JANUARY })).rows.filter(({ id }) => !replaced.has(id))
  const all = [
    ...rows.map((one) => ({ handle: one.handle, fee: one.fee ?? 0 })),
    ...costs.map((one) => ({ handle: one.creatorHandle, fee: one.amount ?? 0 })),
  ]
  for (const { handle, fee } of all) if (fee !== 0) by[handle ?? ''] = (by[handle ?? ''] ?? 0) + fee
  return by
}

async function withTwo() {
  const workspace = await newWorkspace()
  const { client } = workspace
  const shop = await client.shops.add({ name: 'Glow', market: 'US', timezone: 'America/Los_Angeles' })
  const { ids } = await client.creators.add({ creators: [{ handle: 'mia.glow' }, { handle: 'ana' }] })
  const [mia = '', ana = ''] = ids
  const owe = (creatorId: string, amount: number, more: object = {}) =>
    owed(client, { shopId: shop.id, creatorId }, { amount, ...more })
  return { ...workspace, shop, mia, ana, owe }
}

test('are what is owed by due day, without what was cancelled, and tie to the screen of payables', async () => {
  const { client, shop, mia, ana, owe } = await withTwo()
  await owe(mia, 800_00)
  await owe(mia, 200_00, { dueDay: '2026-01-31' })
  await owe(mia, 999_00, { dueDay: '2026-02-01' })
  const off = await owe(ana, 555_00)
  await client.payables.step({ ids: [off.id], to: 'cancelled' })
  const paid = await owe(ana, 70_00, { kind: 'bonus' })
  await client.payables.pay({ id: paid.id, amount: 70_00, day: '2026-02-03' })
  const cost = { shopId: shop.id, creatorHandle: 'ana', kind: 'fee', amount: 30_00, currency: 'USD', day: '2026-01-05' }
  await client.costs.put({ fields: cost as Parameters<Client['costs']['put']>[0]['fields'] })
  expect(await fees(client)).toEqual({ 'mia.glow': 1000_00, ana: 100_00 })
  expect(await ofPayables(client)).toEqual({ 'mia.glow': 1000_00, ana: 100_00 })
  const { rows } = await client.roi.costs({ ...JANUARY, kinds: ['fee'] })
  expect(rows.map(({ day, amount, payableId }) => [day, amount, payableId !== null])).toEqual([
    ['2026-01-31', 200_00, true],
    ['2026-01-20', 800_00, true],
    ['2026-01-20', 70_00, true],
    ['2026-01-05', 30_00, false],
  ])
})

test('count an advance once: what is recouped later was a fee when the advance fell due', async () => {
  const { client, mia, owe } = await withTwo()
  const advance = await owe(mia, 500_00, { kind: 'advance', recoup: true, dueDay: '2026-01-02' })
  await client.payables.pay({ id: advance.id, amount: 500_00, override: 'old friend' })
  const fee = await owe(mia, 800_00)
  expect(await fees(client)).toEqual({ 'mia.glow': 1300_00 })
  await client.payables.recoup({ id: fee.id, fromId: advance.id, amount: 500_00 })
  expect(await fees(client)).toEqual({ 'mia.glow': 800_00 })
  expect(await ofPayables(client)).toEqual({ 'mia.glow': 800_00 })
})

test('count a cost that became a payable once, with its product and person, and again as a cost when that is undone', async () => {
  const { client, shop } = await withTwo()
  const fields = {
    shopId: shop.id,
    creatorHandle: 'new.face',
    productId: '1729',
    staff: 'Mei',
    currency: 'USD',
  } as const
  const cost = await client.costs.put({ fields: { ...fields, kind: 'fee', amount: 300_00, day: '2026-01-08' } })
  const before = await fees(client, { by: ['creator', 'product', 'staff'] })
  expect(before).toEqual({ 'new.face': 300_00 })
  const payable = await client.payables.fromCost({ costId: cost.id })
  expect(payable).toMatchObject({
    handle: 'new.face',
    amount: 300_00,
    dueDay: '2026-01-08',
    costLineId: cost.id,
    owner: 'Mei',
  })
  const keys = async () =>
    (await client.roi.table({ by: ['creator', 'product', 'staff'], ...JANUARY })).rows.map((row) => [
      row.keys,
      row.fees,
    ])
  const asPayable = await keys()
  expect(asPayable).toMatchObject([[{ creator: 'new.face', staff: 'Mei' }, 300_00]])
  expect(await ofPayables(client)).toEqual({ 'new.face': 300_00 })
  expect((await client.payables.fromCost({ costId: cost.id })).id).toBe(payable.id)
  expect((await client.payables.ofCost({ costId: cost.id })).payable?.id).toBe(payable.id)
  // Paid as a cost too, it would be paid twice.
  await expect(client.costs.step({ id: cost.id, to: 'paid' })).rejects.toMatchObject({ data: { reason: 'isPayable' } })
  expect((await client.payables.list({})).total).toBe(1)
  await expect(client.costs.remove({ id: cost.id })).rejects.toMatchObject({ code: 'record.inUse' })
  await client.history.undo({})
  expect((await client.payables.list({})).total).toBe(0)
  expect(await keys()).toEqual(asPayable)
  expect(await client.payables.ofCost({ costId: cost.id })).toEqual({ payable: null })
  // A cancelled payable owes nothing: the cost that it was does not come back.
  const again = await client.payables.fromCost({ costId: cost.id })
  await client.payables.step({ ids: [again.id], to: 'cancelled' })
  expect(await fees(client)).toEqual({})
})

test('count once what two colleagues turned into a payable apart from each other', async () => {
  const [li, wang] = await colleagues('Li', 'Wang')
  if (!li || !wang) throw new Error('two are made')
  const shop = await li.client.shops.add({ name: 'Glow', market: 'US' })
  const fields = { shopId: shop.id, creatorHandle: 'ana', kind: 'fee', currency: 'USD' } as const
  const cost = await li.client.costs.put({ fields: { ...fields, amount: 300_00, day: '2026-01-08' } })
  await meet([li, wang])
  for (const { client } of [li, wang]) await client.payables.fromCost({ costId: cost.id })
  await meet([li, wang])
  for (const { client } of [li, wang]) {
    expect((await client.payables.list({})).total).toBe(1)
    expect(await fees(client)).toEqual({ ana: 300_00 })
    expect((await client.inbox.list({})).items).toEqual([])
  }
}, 30_000)

test('in another currency count at a rate that is named, and are reported where there is none', async () => {
  const { client, mia, owe } = await withTwo()
  await owe(mia, 1_000_000, { currency: 'VND' })
  const table = () => client.roi.table({ by: ['creator'], ...JANUARY })
  expect(await table()).toMatchObject({ total: { fees: 0 }, missingRates: [{ base: 'VND', quote: 'USD' }] })
  await client.rates.put({ day: '2026-01-01', base: 'USD', quote: 'VND', rate: '25000', source: 'bank' })
  expect(await table()).toMatchObject({ total: { fees: 40_00 }, missingRates: [] })
})

test('of a campaign are in its budget, whichever others are called the same', async () => {
  const { client, shop, mia, owe } = await withTwo()
  const plan = { shopId: shop.id, name: 'Spring', kind: 'target', budget: 5000_00, currency: 'USD' } as const
  const put = () => client.records.put({ entity: 'campaigns', fields: plan })
  const [first, second] = [String((await put())['id']), String((await put())['id'])]
  await owe(mia, 800_00, { campaignId: first })
  const feesOf = async (id: string) => {
    const { lines } = await client.campaigns.budget({ campaignId: id })
    return lines.find(({ part }) => part === 'fees')?.rows
  }
  expect([await feesOf(first), await feesOf(second)]).toEqual([1, 0])
})
