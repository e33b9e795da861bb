import { afterEach, beforeEach, expect, test } from 'vitest'

import { FactsCache } from '../../db/facts/cache'
import { queryRoi } from '../../db/facts/roi-query'
import type { RoiQuery, RoiShop } from '../../db/facts/types'
import { dayNumber } from '../../shared/domain/days'
import { at, giveLine, importFile, openFacts } from './support'

let facts: ReturnType<typeof openFacts>

beforeEach(() => {
  facts = openFacts()
})

afterEach(() => {
  facts.close()
})

const SHOPS: readonly RoiShop[] = [
  { id: 'shop-a', name: 'Alpha', clientId: 'k1', clientName: 'Kiwi', market: 'US', currency: 'USD' },
  { id: 'shop-b', name: 'Beta', clientId: null, clientName: '', market: 'VN', currency: 'VND' },
]

const ONE: Omit<RoiQuery, 'keys'> = { shops: SHOPS, currency: 'USD', factor: () => null }

test('a line at the last second of a day belongs to that day, the next second to the next', async () => {
  const lines = [
    giveLine({ orderId: '1', created: at('2026-01-31T23:59:59'), payment: 100 }),
    giveLine({ orderId: '2', created: at('2026-02-01T00:00:00'), payment: 30 }),
  ]
  await importFile(facts.db, { id: 'a', shopId: 'shop-a', kind: 'affiliateOrders', asof: 1, lines })
  const cache = new FactsCache(facts.db)
  const gmvBy = (key: 'day' | 'week' | 'month'): unknown[] =>
    queryRoi(cache, { ...ONE, keys: [key] }).rows.map(({ keys, gmv }) => [keys[key], gmv])
  expect(gmvBy('day')).toEqual([
    ['2026-01-31', 100],
    ['2026-02-01', 30],
  ])
  expect(gmvBy('week')).toEqual([['2026-W05', 130]])
  expect(gmvBy('month')).toEqual([
    ['2026-01', 100],
    ['2026-02', 30],
  ])
  expect(queryRoi(cache, { ...ONE, keys: [], from: dayNumber('2026-02-01') }).total.gmv).toBe(30)
})

test('the figures of a row follow the definitions to the minor unit', async () => {
  const lines = [
    // Settled, a quarter given back: refund 25.00 of 100.00; standard 7.50 (actual), ads 2.00 (estimate, actual blank), bonus 0 (actual 0 counts).
    giveLine({
      orderId: '1',
      quantity: 4,
      payment: 10_000,
      estimatedBase: 9_600,
      actualBase: 7_200,
      estimatedStandard: 960,
      actualStandard: 750,
      estimatedAds: 200,
      estimatedBonus: 300,
      actualBonus: 0,
    }),
    // The same order, another SKU, pending: 1.00 estimated.
    giveLine({
      orderId: '1',
      skuId: '1729000000000000102',
      status: 'pending',
      payment: 1_000,
      estimatedBase: 960,
      estimatedStandard: 100,
    }),
    // Frozen counts as pending.
    giveLine({ orderId: '2', status: 'frozen', payment: 2_000, estimatedStandard: 200 }),
    // Cancelled: in GMV, refunded whole, no commission.
    giveLine({ orderId: '3', status: 'ineligible', payment: 500, estimatedStandard: 50 }),
    // Fully returned, settled with 0.
    giveLine({ orderId: '4', payment: 700, fullyReturned: true, estimatedStandard: 70, actualStandard: 0 }),
    // Left out: not paid; a sample.
    giveLine({ orderId: '5', status: 'unpaid', payment: 900, estimatedStandard: 90 }),
    giveLine({ orderId: '6', payment: 0, quantity: 2 }),
  ]
  await importFile(facts.db, { id: 'a', shopId: 'shop-a', kind: 'affiliateOrders', asof: 1, lines })
  const on = dayNumber('2026-01-15')
  const cost = { shopId: 'shop-a', contentId: null, campaign: null, staff: null, currency: 'USD', day: on }
  const { total, rows } = queryRoi(new FactsCache(facts.db), {
    ...ONE,
    keys: ['creator'],
    costs: [
      { ...cost, kind: 'sample', creator: 'linh.daily', productId: null, amount: 500 },
      { ...cost, kind: 'fee', creator: 'linh.daily', productId: null, amount: 1_000 },
      { ...cost, kind: 'ads', creator: null, productId: null, amount: 300 },
    ],
    unitCosts: [
      { shopId: 'shop-a', productId: '1729000000000000001', fromDay: on - 10, unitCost: 100, currency: 'USD' },
      { shopId: 'shop-a', productId: '1729000000000000001', fromDay: on + 1, unitCost: 999, currency: 'USD' },
    ],
    platformRates: [{ shopId: 'shop-a', fromDay: on - 1, basisPoints: 500 }],
  })
  // GMV 100 + 10 + 20 + 5 + 7 = 142.00; refunds 25 + 5 + 7 = 37.00; net 105.00. Units 4+1+1+1+1 = 8; kept 3+1+1+0+0 = 5.
  // Commission settled 7.50 + 2.00 + 0 = 9.50; pending 1.00 + 2.00 = 3.00. Platform fee 5% of 105.00 = 5.25; cogs 5 × 1.00.
  // Contribution 105 − 12.50 − 5 − 10 − 3 − 5.25 − 5 = 64.25; spent 12.50 + 5 + 10 + 3 = 30.50.
  expect(total).toMatchObject({
    orders: 4,
    units: 8,
    samples: 1,
    gmv: 14_200,
    refunds: 3_700,
    netGmv: 10_500,
    commission: 1_250,
    commissionSettled: 950,
    commissionPending: 300,
    sampleCost: 500,
    fees: 1_000,
    ads: 300,
    platformFees: 525,
    cogs: 500,
    contribution: 6_425,
    roi: 6_425 / 3_050,
    refundRate: 3_700 / 14_200,
  })
  // The shop's ads carry no creator: a row of their own, on nobody.
  expect(rows.map(({ keys, ads, fees, orders }) => [keys.creator, ads, fees, orders])).toEqual([
    ['linh.daily', 0, 1_000, 4],
    ['', 300, 0, 0],
  ])
  expect(rows[1]?.roi).toBe(-1)
})

test('limit and search cut rows, never the total; unknown ratios sort last', async () => {
  const lines = ['ana', 'bo', 'chi'].map((creator, i) =>
    giveLine({ orderId: String(i + 1), creator, payment: 100 * (i + 1), estimatedStandard: i === 0 ? null : 10 }),
  )
  await importFile(facts.db, { id: 'a', shopId: 'shop-a', kind: 'affiliateOrders', asof: 1, lines })
  const cache = new FactsCache(facts.db)
  const by = (query: Partial<RoiQuery>): unknown[] => {
    const { rows, total, rowCount } = queryRoi(cache, { ...ONE, keys: ['creator'], ...query })
    return [rows.map(({ keys }) => keys.creator), rowCount, total.gmv]
  }
  expect(by({ limit: 2 })).toEqual([['chi', 'bo'], 3, 600])
  expect(by({ limit: 1, offset: 1 })).toEqual([['bo'], 3, 600])
  expect(by({ search: 'B' })).toEqual([['bo'], 1, 600])
  expect(by({ sort: { by: 'roi', descending: true } })).toEqual([['chi', 'bo', 'ana'], 3, 600])
  expect(by({ sort: { by: 'roi', descending: false } })).toEqual([['bo', 'chi', 'ana'], 3, 600])
})

test('a line without a rate is left out and reported, every other is rounded on its own', async () => {
  const on = dayNumber('2026-01-15')
  const lines = [
    giveLine({ orderId: '1', payment: 333 }),
    giveLine({ orderId: '2', payment: 333 }),
    giveLine({ orderId: '3', payment: 1_000, created: at('2026-01-16T08:00:00') }),
  ]
  await importFile(facts.db, { id: 'a', shopId: 'shop-a', kind: 'affiliateOrders', asof: 1, lines })
  const { total, missingRates } = queryRoi(new FactsCache(facts.db), {
    ...ONE,
    keys: [],
    currency: 'EUR',
    factor: (_, day) => (day === on ? 0.5 : null),
  })
  // 333 × 0.5 = 166.5 → 167 each.
  expect(total.gmv).toBe(334)
  expect(missingRates).toEqual([{ base: 'USD', quote: 'EUR', from: '2026-01-16', to: '2026-01-16', days: 1, lines: 1 }])
})
