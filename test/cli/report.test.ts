import { join } from 'node:path'

import { describe, expect, test } from 'vitest'

import { FACE, ORDERS, writeOrders } from './orders'
import { newBench, withShop } from './support'

describe('report roi', () => {
  async function withOrders() {
    const bench = await withShop()
    await bench.json(['import', writeOrders(bench.folder, 'january.csv', ORDERS), '--shop', 'Glow US'])
    return bench
  }

  test('gives the figures that were worked out by hand', async () => {
    const { json, shopId } = await withOrders()
    const report = await json(['report', 'roi', '--by', 'shop'])
    const figures = {
      orders: 5,
      units: 9,
      samples: 1,
      gmv: 10_798,
      refunds: 5_000,
      netGmv: 5_798,
      commission: 715,
      commissionSettled: 470,
      commissionPending: 245,
      sampleCost: 0,
      fees: 0,
      ads: 0,
      platformFees: 0,
      cogs: 0,
      contribution: 5_083,
      gpm: null,
    }
    expect(report).toMatchObject({
      currency: 'USD',
      rows: [{ keys: { shop: 'Glow US' }, ids: { shop: shopId }, currency: 'USD', ...figures }],
      total: figures,
      missingRates: [],
    })
    const { total } = report as { total: { roi: number; refundRate: number } }
    expect(total.roi).toBeCloseTo(5_083 / 715, 12)
    expect(total.refundRate).toBeCloseTo(5_000 / 10_798, 12)
  })

  test('groups by day in the zone of the shop, keeps to days and to settled lines', async () => {
    const { json } = await withOrders()
    const { rows } = await json(['report', 'roi', '--by', 'day'])
    const byDay = Object.fromEntries(
      (rows as { keys: { day: string }; gmv: number }[]).map(({ keys, gmv }) => [keys.day, gmv]),
    )
    expect(byDay).toEqual({ '2026-01-31': 9_799, '2026-02-01': 999 })
    expect(await json(['report', 'roi', '--by', 'day', '--from', '2026-02-01', '--to', '2026-02-01'])).toMatchObject({
      from: '2026-02-01',
      to: '2026-02-01',
      total: { gmv: 999 },
    })
    // A (40.00 and 10.00) and G (9.99).
    expect(await json(['report', 'roi', '--by', 'day', '--settled-only'])).toMatchObject({
      total: { gmv: 5_999, commissionPending: 0 },
    })
    expect(await json(['report', 'roi', '--by', 'day', '--include-estimates'])).toMatchObject({
      total: { gmv: 10_798 },
    })
  })

  test('groups by creator whatever the case or @, at most so many rows, with the total over all', async () => {
    const { json } = await withOrders()
    expect(await json(['report', 'roi', '--by', 'creator', '--limit', '1'])).toMatchObject({
      rows: [{ keys: { creator: 'mia.glow' }, gmv: 7_798 }],
      rowCount: 2,
      total: { gmv: 10_798 },
    })
  })

  test('counts costs that were entered', async () => {
    const { json } = await withOrders()
    await json(['costs', 'product', '--shop', 'Glow US', '--product', FACE, '--amount', '2.00', '--from', '2026-01-01'])
    const fee = await json([
      'costs',
      'add',
      '--shop',
      'Glow US',
      '--kind',
      'fee',
      '--amount',
      '10',
      '--day',
      '2026-01-31',
      '--creator',
      '@Mia.Glow',
      '--campaign',
      'Glow week',
    ])
    expect(fee).toMatchObject({ amount: 1_000, currency: 'USD', kind: 'fee' })
    // Face cream kept: A 1, B 1, D 1, G 3 = 6 units of 2.00; 57.98 − 7.15 − 10.00 − 12.00 = 28.83.
    expect(await json(['report', 'roi', '--by', 'shop'])).toMatchObject({
      total: { fees: 1_000, cogs: 1_200, contribution: 2_883 },
    })
    expect(await json(['costs', 'list'])).toMatchObject({ rows: [{ amount: 1_000, campaign: 'Glow week' }] })
    expect(await json(['costs', 'products'])).toMatchObject({ rows: [{ productId: FACE, unitCost: 200 }] })
    await json(['costs', 'delete', String(fee['id'])])
    expect(await json(['report', 'roi', '--by', 'shop'])).toMatchObject({ total: { fees: 0 } })
  })

  test('never guesses a rate: what has none is reported and left out', async () => {
    const { json } = await withOrders()
    const none = await json(['report', 'roi', '--by', 'shop', '--currency', 'EUR'])
    expect(none).toMatchObject({ currency: 'EUR', total: { gmv: 0 }, missingRates: [{ base: 'USD', quote: 'EUR' }] })
    await json([
      'rates',
      'put',
      '--day',
      '2026-01-01',
      '--base',
      'usd',
      '--quote',
      'eur',
      '--rate',
      '0.5',
      '--source',
      'test',
    ])
    // 40.00, 10.00, 12.99, 30.00, 5.00 and 9.99 at one half; half a cent goes up.
    const half = await json(['report', 'roi', '--by', 'shop', '--currency', 'EUR'])
    expect(half).toMatchObject({ missingRates: [] })
    expect(Math.abs((half as { total: { gmv: number } }).total.gmv - 5_399)).toBeLessThanOrEqual(1)
    expect(await json(['rates', 'list'])).toMatchObject({ rows: [{ base: 'USD', quote: 'EUR', rate: '0.5' }] })
  })

  test('prints a table for people and CSV for spreadsheets', async () => {
    const { text, folder } = await withOrders()
    const table = await text(['report', 'roi', '--by', 'creator'])
    expect(table.out).toContain('TOTAL')
    expect(table.out).toContain('107.98')
    const csv = await text(['report', 'roi', '--by', 'creator', '--format', 'csv'])
    const [header, first] = csv.out.split('\r\n')
    expect(header).toMatch(/^creator,currency,orders,units,samples,gmv/)
    expect(first).toMatch(/^mia\.glow,USD,4,8,1,77\.98,20\.00/)
    const file = join(folder, 'roi.xlsx')
    expect(await text(['report', 'roi', '--by', 'creator', '--format', 'xlsx', '--out', file])).toMatchObject({
      code: 0,
      // Two creators and the total.
      out: `${file}: 3 rows\n`,
    })
  })

  test.each([
    [['--by', 'planet'], '"planet" is none of them'],
    [['--by', 'day,day'], 'one to three different keys'],
    [['--by', 'day', '--from', '2026-02-30'], '"2026-02-30" is none'],
    [['--by', 'day', '--from', '2026-02-02', '--to', '2026-02-01'], 'is after'],
    [['--by', 'day', '--settled-only', '--include-estimates'], 'exclude each other'],
    [['--by', 'day', '--limit', 'many'], 'whole number'],
  ])('refuses %j as wrong usage', async (args, message) => {
    const { text } = await newBench()
    const { code, log } = await text(['report', 'roi', ...args])
    expect(code).toBe(2)
    expect(log).toContain(message)
  })
})

describe('report samples', () => {
  test('says what samples cost and what came back', async () => {
    const { json, shopId, text } = await withShop()
    const { id: creatorId } = await json(['records', 'put', 'creators', 'handle=mia'])
    const sample = ['records', 'put', 'samples', '0'.repeat(26), `shopId=${shopId}`, `creatorId=${String(creatorId)}`]
    await json([...sample, 'productId=1729', 'quantity=2', 'productCost=840', 'packingCost=0', 'freightCost=500'])
    // Asked for, and not sent yet.
    expect(await json(['report', 'samples', '--by', 'creator'])).toMatchObject({
      currency: 'USD',
      rows: [],
      total: { sent: 0, sampleCost: 0, sampleRoi: null },
      missingRates: [],
    })
    const { out } = await text(['report', 'samples', '--by', 'month', '--format', 'csv'])
    expect(out.split(/\r?\n/)[0]).toBe(
      'month,currency,sent,pieces,validPosts,sampleCost,costUnknown,costPerValidPost,orders,costPerOrder,netGmv,commission,contribution,sampleRoi',
    )
  })

  test('refuses a key that is none', async () => {
    const { text } = await withShop()
    expect(await text(['report', 'samples', '--by', 'sku'])).toMatchObject({ code: 2 })
  })
})

describe('report cashflow', () => {
  test('shows thirteen weeks of what was entered, in each currency and in one', async () => {
    const { json, text } = await withShop()
    const item = (title: string, amount: number, currency: string) =>
      json([
        'records',
        'put',
        'cashItems',
        `title=${title}`,
        'kind=other',
        `amount=${amount}`,
        `currency=${currency}`,
        'day=2099-01-01',
      ])
    await item('Rent', -100_00, 'USD')
    await item('Client', 50_00, 'EUR')
    const report = await json(['report', 'cashflow', '--slip', '31'])
    expect(report).toMatchObject({
      one: { currency: 'USD', converted: true, opening: null, beyond: { amount: -100_00, items: 1 } },
      currencies: [
        { currency: 'EUR', converted: false, beyond: { amount: 50_00 } },
        { currency: 'USD', converted: false, beyond: { amount: -100_00 } },
      ],
      missingRates: [{ base: 'EUR', quote: 'USD', items: 1 }],
    })
    expect((report as { one: { weeks: unknown[] } }).one.weeks).toHaveLength(13)
    const { out } = await text(['report', 'cashflow'])
    expect(out).toContain('MISSING RATE EUR to USD: 1 items')
    expect(out).toContain('after the last week: -100.00')
    const csv = (await text(['report', 'cashflow', '--own', 'EUR', '--format', 'csv'])).out.trim().split(/\r?\n/)
    expect(csv[0]).toBe('from,to,currency,inflow,outflow,balance,low,lowDay,red')
    expect(csv).toHaveLength(14)
    expect(csv[1]).toMatch(/^\d{4}-\d\d-\d\d,\d{4}-\d\d-\d\d,EUR,0\.00,0\.00,0\.00,0\.00,\d{4}-\d\d-\d\d,false$/)
  })

  test.each([
    [['--slip', '32'], 'up to 31'],
    [['--own', 'JPY'], 'nothing is foreseen'],
    [['--json', '--format', 'csv'], 'exclude each other'],
  ])('refuses %j as wrong usage', async (args, message) => {
    const { text } = await withShop()
    const { code, log, out } = await text(['report', 'cashflow', ...args])
    expect(code).toBe(2)
    expect(log + out).toContain(message)
  })
})
