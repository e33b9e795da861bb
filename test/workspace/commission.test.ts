import path from 'node:path'

import { beforeEach, expect, test } from 'vitest'

import { writeOrderExport } from '../../electron/workspace/files/order-export'
import { at, orderRow } from '../support/exports'
import { finish, newWorkspace, type TestWorkspace } from '../support/workspace'

let workspace: TestWorkspace
let shopId: string

const MONTH = '2026-01'

/*
 * January of a US shop, cents:
 *   mia 2 × 50.00 at 15 %, one came back (base 100.00 → 50.00): 15.00 → 7.50
 *   mia 300.00 at 15 %: 45.00
 *   zoe 80.00 at 10 %, pending: 8.00
 *   zoe 40.00 through an ad at 5 %: 2.00 of shop ads
 */
beforeEach(async () => {
  workspace = await newWorkspace()
  shopId = (await workspace.client.shops.add({ name: 'Glow US', market: 'US' })).id
  const line = (n: number, creator: string, base: number, rate: number, more: Parameters<typeof orderRow>[0] = {}) =>
    orderRow({
      orderId: `57700000000000000${n}`,
      creator,
      created: at(`2026-01-0${n} 12:00:00`),
      payment: base,
      price: base,
      standardRate: rate,
      estimatedBase: base,
      actualBase: base,
      estimatedStandard: (base * rate) / 10_000,
      actualStandard: (base * rate) / 10_000,
      ...more,
    })
  const file = path.join(workspace.folder, 'orders.csv')
  await writeOrderExport(file, { layout: 'affiliateOrders.en', container: 'csv', currency: 'USD' }, [
    line(1, 'mia', 10_000, 1500, { price: 5000, quantity: 2, actualBase: 5000, actualStandard: 750 }),
    line(2, 'mia', 30_000, 1500),
    line(3, 'zoe', 8000, 1000, { status: 'pending', actualBase: null, actualStandard: null }),
    line(4, 'zoe', 4000, 1000, {
      estimatedStandard: 0,
      actualStandard: 0,
      adsRate: 500,
      estimatedAds: 200,
      actualAds: 200,
    }),
  ])
  await finish(workspace.client.imports.run({ path: file, shopId }))
})

const terms = {
  base: { platformDiscount: true, sellerDiscount: true, tax: false, shipping: false },
  tiers: [],
  bonusRate: 0,
  coFundedShare: 0,
  tapShare: 0,
  capShare: 0,
  taxRate: 0,
}

test('the rules that the app brings are shown with their source, an own one holds before them from its day on', async () => {
  const { client } = workspace
  expect(await client.commission.inForce({ shopId, day: '2026-01-31' })).toMatchObject({ id: null, key: '*' })
  const put = { ...terms, key: shopId, fromDay: '2026-01-15', source: 'contract', tapShare: 5000 }
  const rule = await client.commission.put(put)
  expect(rule).toMatchObject({ key: shopId, shopName: 'Glow US', tapShare: 5000, source: 'contract' })
  expect(await client.commission.inForce({ shopId, day: '2026-01-14' })).toMatchObject({ id: null })
  expect(await client.commission.inForce({ shopId, day: '2026-01-15' })).toMatchObject({ id: rule.id })
  // The same key and day is the same rule, whoever writes it.
  expect((await client.commission.put({ ...put, tapShare: 4000 })).id).toBe(rule.id)
  await client.history.undo({})
  expect(await client.commission.inForce({ shopId, day: '2026-01-15' })).toMatchObject({ tapShare: 5000 })
  await client.commission.remove({ id: rule.id ?? '' })
  expect((await client.commission.rules({})).every(({ id, source }) => id === null && source !== '')).toBe(true)
})

test.each([
  [{ tapShare: 10_001 }, 'tapShare'],
  [{ tiers: [{ from: 0, rate: 9000 }] }, 'tiers'],
])('a rule that cannot be is refused: %o', async (wrong, field) => {
  const put = workspace.client.commission.put({ ...terms, ...wrong, key: 'US', fromDay: '2026-01-01', source: 'me' })
  await expect(put).rejects.toMatchObject({ code: 'record.invalid', data: { field } })
})

const simulate = (more: object) => workspace.client.commission.simulate({ shopId, month: MONTH, ...more })

test('as it is, the simulation is what the files say', async () => {
  const { total, currency } = await simulate({})
  expect(currency).toBe('USD')
  // 7.50 + 45.00 + 8.00 + 2.00
  expect(total).toMatchObject({ lines: 4, gmv: 52_000, file: 6250, current: 6250, proposed: 6250, difference: 0 })
})

test('another rate is worked out line by line, orders through an ad keep theirs', async () => {
  // mia 20 %: 10.00 + 60.00 = 70.00 instead of 52.50; zoe 16.00 + 2.00 = 18.00 instead of 10.00.
  const { rows, total } = await simulate({ rate: 2000 })
  expect(rows.map(({ creator, current, proposed, difference }) => [creator, current, proposed, difference])).toEqual([
    ['mia', 5250, 7000, 1750],
    ['zoe', 1000, 1800, 800],
  ])
  expect(total.difference).toBe(2550)
})

test('a cut does not reach those who keep their rate', async () => {
  // 12 %: mia would get 6.00 + 36.00 = 42.00, zoe 9.60 + 2.00 = 11.60.
  expect((await simulate({ rate: 1200 })).total).toMatchObject({ proposed: 5360 })
  expect((await simulate({ rate: 1200, keepHigher: true })).rows).toMatchObject([
    { creator: 'zoe', current: 1000, proposed: 1160 },
    { creator: 'mia', current: 5250, proposed: 5250 },
  ])
})

test('tiers are reached by the GMV of the month', async () => {
  // mia sold for 400.00: 20 % from 300.00 on = 10.00 + 60.00. zoe sold for 120.00: as before.
  const { rows } = await simulate({ terms: { ...terms, tiers: [{ from: 30_000, rate: 2000 }] } })
  expect(rows.map(({ creator, proposed }) => [creator, proposed])).toEqual([
    ['mia', 7000],
    ['zoe', 1000],
  ])
})

test('a rate that the platform does not allow is refused, and simulating writes nothing', async () => {
  await expect(simulate({ rate: 8100 })).rejects.toMatchObject({ code: 'record.invalid', data: { field: 'rate' } })
  const before = await workspace.client.history.recent({})
  await simulate({ rate: 2000 })
  expect(await workspace.client.history.recent({})).toEqual(before)
})

test('lines that do not follow the rule are listed with the reason and the rule; blank amounts and lines without a rate say nothing', async () => {
  const deviations = () => workspace.client.commission.deviations({ shopId, month: MONTH })
  expect(await deviations()).toMatchObject({ total: 0, compared: 4, unknown: 0, difference: 0, rows: [] })
  // From the month's 300.00 on the shop's rule gives 20 %: mia sold for 400.00 and is paid at 15 % still.
  await workspace.client.commission.put({
    ...terms,
    tiers: [{ from: 30_000, rate: 2000 }],
    key: shopId,
    fromDay: '2026-01-02',
    source: 'agreement of January',
  })
  const found = await deviations()
  // 300.00 × (15 % − 20 %) = −15.00; her line of the 1st is before the rule, zoe sold for less.
  expect(found).toMatchObject({ total: 1, compared: 4, difference: -1500 })
  expect(found.rows[0]).toMatchObject({
    orderId: '577000000000000002',
    creator: 'mia',
    day: '2026-01-02',
    rate: 1500,
    reason: 'tier',
    difference: -1500,
    rule: { key: shopId, fromDay: '2026-01-02', source: 'agreement of January' },
  })
  expect(found.rows[0]?.parts).toContainEqual({ part: 'actual', expected: 6000, file: 4500 })
})
