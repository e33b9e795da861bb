import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'

import { FactsCache } from '../../db/facts/cache'
import { queryLines } from '../../db/facts/lines-query'
import { DAY_SUM_KEYS } from '../../db/facts/roi-keys'
import { queryRoi } from '../../db/facts/roi-query'
import type { RoiQuery, RoiShop, RoiTable } from '../../db/facts/types'
import { dayNumber } from '../../shared/domain/days'
import { CONTENT_TYPES } from '../../shared/domain/orders'
import { ROI_KEYS, type RoiFigures } from '../../shared/domain/roi'
import { filesArbitrary, START_DAY } from './arbitraries'
import { naiveRoi } from './naive-roi'
import { at, type File, giveLine, importFile, openFacts } from './support'

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

const day = fc.integer({ min: START_DAY - 1, max: START_DAY + 5 })
const some = <T>(values: readonly T[]): fc.Arbitrary<T[] | undefined> => fc.option(fc.subarray([...values], { minLength: 1 }), { nil: undefined })
const shopId = fc.constantFrom('shop-a', 'shop-b')
const creator = fc.constantFrom(null, 'ana', 'bo', 'zoe')
const productId = fc.constantFrom(null, '1729000000000000001', '1729000000000000009')
const contentId = fc.constantFrom(null, '7500000000000000001', '7500000000000000008')

const attributions = fc.array(
  fc.record({ id: fc.constantFrom('x1', 'x2'), shopId: fc.constantFrom(null, 'shop-a'), creator: fc.constantFrom(null, 'ana', 'bo'), productId, contentId, fromDay: fc.option(day), toDay: fc.option(day) }).map((entry) => ({ ...entry, name: `name ${entry.id}` })),
  { maxLength: 4 },
)

const queryArbitrary: fc.Arbitrary<RoiQuery> = fc
  .record({
    keys: fc.subarray([...ROI_KEYS], { maxLength: 3 }),
    currency: fc.constantFrom('USD', 'VND'),
    rates: fc.constantFrom('all', 'some', 'none'),
    shopIds: some(['shop-a', 'shop-b']),
    creators: some(['ana', 'bo', 'nobody']),
    products: some(['1729000000000000001', '1729000000000000002']),
    contents: some(['', '7500000000000000001']),
    contentTypes: some(['video', 'live', 'unknown'] as const),
    statuses: some(['pending', 'settled', 'ineligible'] as const),
    from: fc.option(day, { nil: undefined }),
    to: fc.option(day, { nil: undefined }),
    settledOnly: fc.constantFrom(true, false, undefined),
    plain: fc.boolean(),
    costs: fc.array(fc.record({ kind: fc.constantFrom('sample', 'freight', 'fee', 'ads', 'other'), shopId, creator, productId, contentId, campaign: fc.constant(null), staff: fc.constant(null), amount: fc.integer({ min: -500, max: 5000 }), currency: fc.constantFrom('USD', 'VND'), day }), { maxLength: 5 }),
    unitCosts: fc.array(fc.record({ shopId, productId: fc.constantFrom('1729000000000000001', '1729000000000000002'), fromDay: day, unitCost: fc.integer({ min: 0, max: 900 }), currency: fc.constantFrom('USD', 'VND') }), { maxLength: 2 }),
    platformRates: fc.uniqueArray(fc.record({ shopId, fromDay: day, basisPoints: fc.integer({ min: 0, max: 1000 }) }), { maxLength: 3, selector: (rate) => `${rate.shopId}${rate.fromDay}` }),
    campaigns: attributions,
    staff: attributions,
  })
  .map(({ plain, rates, contents, creators, products, statuses, unitCosts, ...query }) => {
    const factor = (currency: string, on: number): number | null =>
      rates === 'none' || (rates === 'some' && on % 2 === 0) ? null : currency === 'USD' ? 253.5 : 0.00397
    const parts = { ...query, ...(plain ? {} : { contents, creators, products, statuses }), unitCosts: plain ? [] : unitCosts.slice(0, 1), shops: SHOPS, factor }
    // A filter that was drawn as undefined is one that was not given.
    return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as unknown as RoiQuery
  })

function rowsOf(table: RoiTable): Map<string, RoiFigures> {
  return new Map(table.rows.map(({ keys, ids: _ids, currency: _currency, ...figures }) => [Object.values(keys).join('|'), figures]))
}

function figuresOf({ keys: _keys, ids: _ids, currency: _currency, ...figures }: RoiTable['total']): RoiFigures {
  return figures
}

/** As exports are: all lines of an order were created in one second. */
function tidy(files: readonly File[]): File[] {
  return files.map((file) => ({ ...file, lines: file.lines.map((line) => ({ ...line, created: START_DAY * 86_400 + (Number(BigInt(line.orderId) % 5n)) * 50_000 })) }))
}

test('day sums answer like the lines do, without loading any', async () => {
  await fc.assert(
    fc.asyncProperty(filesArbitrary.map(tidy), fc.array(queryArbitrary, { minLength: 8, maxLength: 8 }), async (files, queries) => {
      const { db, close } = openFacts()
      try {
        for (const file of files) await importFile(db, file)
        // Whoever reads lines now, fails.
        db.exec("UPDATE fact_segments SET hot = x'00'")
        for (const drawn of queries) {
          const { creators: _1, products: _2, contents: _3, statuses: _4, settledOnly: _5, unitCosts: _6, ...query } = drawn
          const keys = query.keys.filter((key) => DAY_SUM_KEYS.includes(key))
          const plain: RoiQuery = { ...query, keys, currency: 'USD', shops: SHOPS.map((shop) => ({ ...shop, currency: 'USD' })), contentTypes: query.contentTypes?.slice(0, 1) ?? CONTENT_TYPES.slice(0, 1) }
          const { contentTypes: _7, ...open } = plain
          for (const asked of [plain, open]) {
            const naive = naiveRoi(files, asked)
            const table = queryRoi(new FactsCache(db), asked)
            expect(figuresOf(table.total)).toEqual(naive.total)
            expect(rowsOf(table)).toEqual(keys.length > 0 ? naive.rows : new Map())
          }
        }
      } finally {
        close()
      }
    }),
    { numRuns: 60, endOnFailure: true },
  )
}, 60_000)

test('any question over any lines has the answer of the naive reckoning, by lines and by day sums', async () => {
  await fc.assert(
    fc.asyncProperty(filesArbitrary, fc.array(queryArbitrary, { minLength: 8, maxLength: 8 }), async (files, queries) => {
      const { db, close } = openFacts()
      try {
        for (const file of files) await importFile(db, file)
        for (const query of queries) {
          const naive = naiveRoi(files, query)
          for (const via of ['scan', 'days'] as const) {
            const table = queryRoi(new FactsCache(db), query, { via })
            expect(figuresOf(table.total)).toEqual(naive.total)
            expect(rowsOf(table)).toEqual(query.keys.length > 0 ? naive.rows : new Map())
            expect(new Map(table.missingRates.map(({ base, lines }) => [base, lines]))).toEqual(naive.missing)
          }
        }
      } finally {
        close()
      }
    }),
    { numRuns: 60, endOnFailure: true },
  )
}, 60_000)

test('the lines behind a row add up to it, page by page, newest first', async () => {
  await fc.assert(
    fc.asyncProperty(filesArbitrary, queryArbitrary, fc.integer({ min: 1, max: 7 }), async (files, drawn, limit) => {
      const { db, close } = openFacts()
      try {
        for (const file of files) await importFile(db, file)
        const cache = new FactsCache(db)
        const query = { ...drawn, shops: SHOPS.map((shop) => ({ ...shop, currency: 'USD' })), currency: 'USD', costs: [] }
        for (const row of queryRoi(cache, query).rows.slice(0, 3)) {
          const place = Object.fromEntries(query.keys.map((key) => [key, ['shop', 'client', 'campaign', 'staff'].includes(key) ? (row.ids[key] ?? '') : row.keys[key]!]))
          const lines = []
          let page = await queryLines(cache, { ...query, at: place, limit })
          lines.push(...page.lines)
          while (page.next !== null) {
            page = await queryLines(cache, { ...query, at: place, after: page.next, limit })
            lines.push(...page.lines)
          }
          expect(page.total).toBe(lines.length)
          expect(lines.reduce((sum, line) => sum + line.gmv, 0)).toBe(row.gmv)
          expect(lines.reduce((sum, line) => sum + line.refund, 0)).toBe(row.refunds)
          expect(lines.reduce((sum, line) => sum + line.commission, 0)).toBe(row.commission)
          expect(new Set(lines.map((line) => `${line.shopId}/${line.ids['orderId']}`)).size).toBe(row.orders)
          expect(lines.map((line) => line.day)).toEqual(lines.map((line) => line.day).toSorted((a, b) => b - a))
        }
      } finally {
        close()
      }
    }),
    { numRuns: 60, endOnFailure: true },
  )
}, 60_000)

const ONE: Omit<RoiQuery, 'keys'> = { shops: SHOPS, currency: 'USD', factor: () => null }

test('a line at the last second of a day belongs to that day, the next second to the next', async () => {
  const lines = [
    giveLine({ orderId: '1', created: at('2026-01-31T23:59:59'), payment: 100 }),
    giveLine({ orderId: '2', created: at('2026-02-01T00:00:00'), payment: 30 }),
  ]
  await importFile(facts.db, { id: 'a', shopId: 'shop-a', kind: 'affiliateOrders', asof: 1, lines })
  const cache = new FactsCache(facts.db)
  const gmvBy = (key: 'day' | 'week' | 'month'): unknown[] => queryRoi(cache, { ...ONE, keys: [key] }).rows.map(({ keys, gmv }) => [keys[key], gmv])
  expect(gmvBy('day')).toEqual([['2026-01-31', 100], ['2026-02-01', 30]])
  expect(gmvBy('week')).toEqual([['2026-W05', 130]])
  expect(gmvBy('month')).toEqual([['2026-01', 100], ['2026-02', 30]])
  expect(queryRoi(cache, { ...ONE, keys: [], from: dayNumber('2026-02-01') }).total.gmv).toBe(30)
})

test('the figures of a row follow the definitions to the minor unit', async () => {
  const lines = [
    // Settled, a quarter given back: refund 25.00 of 100.00; standard 7.50 (actual), ads 2.00 (estimate, actual blank), bonus 0 (actual 0 counts).
    giveLine({ orderId: '1', quantity: 4, payment: 10_000, estimatedBase: 9_600, actualBase: 7_200, estimatedStandard: 960, actualStandard: 750, estimatedAds: 200, estimatedBonus: 300, actualBonus: 0 }),
    // The same order, another SKU, pending: 1.00 estimated.
    giveLine({ orderId: '1', skuId: '1729000000000000102', status: 'pending', payment: 1_000, estimatedBase: 960, estimatedStandard: 100 }),
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
    orders: 4, units: 8, samples: 1, gmv: 14_200, refunds: 3_700, netGmv: 10_500, commission: 1_250, commissionSettled: 950, commissionPending: 300,
    sampleCost: 500, fees: 1_000, ads: 300, platformFees: 525, cogs: 500, contribution: 6_425, roi: 6_425 / 3_050, refundRate: 3_700 / 14_200,
  })
  // The shop's ads carry no creator: a row of their own, on nobody.
  expect(rows.map(({ keys, ads, fees, orders }) => [keys.creator, ads, fees, orders])).toEqual([['linh.daily', 0, 1_000, 4], ['', 300, 0, 0]])
  expect(rows[1]?.roi).toBe(-1)
})

test('limit and search cut rows, never the total; unknown ratios sort last', async () => {
  const lines = ['ana', 'bo', 'chi'].map((creator, i) => giveLine({ orderId: String(i + 1), creator, payment: 100 * (i + 1), estimatedStandard: i === 0 ? null : 10 }))
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
  const lines = [giveLine({ orderId: '1', payment: 333 }), giveLine({ orderId: '2', payment: 333 }), giveLine({ orderId: '3', payment: 1_000, created: at('2026-01-16T08:00:00') })]
  await importFile(facts.db, { id: 'a', shopId: 'shop-a', kind: 'affiliateOrders', asof: 1, lines })
  const { total, missingRates } = queryRoi(new FactsCache(facts.db), { ...ONE, keys: [], currency: 'EUR', factor: (_, day) => (day === on ? 0.5 : null) })
  // 333 × 0.5 = 166.5 → 167 each.
  expect(total.gmv).toBe(334)
  expect(missingRates).toEqual([{ base: 'USD', quote: 'EUR', from: '2026-01-16', to: '2026-01-16', days: 1, lines: 1 }])
})
