import fc from 'fast-check'
import { expect, test } from 'vitest'

import { FactsCache } from '../../db/facts/cache'
import { queryLines } from '../../db/facts/lines-query'
import { DAY_SUM_KEYS } from '../../db/facts/roi-keys'
import { queryRoi } from '../../db/facts/roi-query'
import type { RoiQuery, RoiShop, RoiTable } from '../../db/facts/types'
import { CONTENT_TYPES } from '../../shared/domain/orders'
import { ROI_KEYS, type RoiFigures } from '../../shared/domain/roi'
import { filesArbitrary, START_DAY } from './arbitraries'
import { naiveRoi } from './naive-roi'
import { type File, importFile, openFacts } from './support'

const SHOPS: readonly RoiShop[] = [
  { id: 'shop-a', name: 'Alpha', clientId: 'k1', clientName: 'Kiwi', market: 'US', currency: 'USD' },
  { id: 'shop-b', name: 'Beta', clientId: null, clientName: '', market: 'VN', currency: 'VND' },
]

const day = fc.integer({ min: START_DAY - 1, max: START_DAY + 5 })
const some = <T>(values: readonly T[]): fc.Arbitrary<T[] | undefined> =>
  fc.option(fc.subarray([...values], { minLength: 1 }), { nil: undefined })
const shopId = fc.constantFrom('shop-a', 'shop-b')
const creator = fc.constantFrom(null, 'ana', 'bo', 'zoe')
const productId = fc.constantFrom(null, '1729000000000000001', '1729000000000000009')
const contentId = fc.constantFrom(null, '7500000000000000001', '7500000000000000008')

const attributions = fc.array(
  fc
    .record({
      id: fc.constantFrom('x1', 'x2'),
      shopId: fc.constantFrom(null, 'shop-a'),
      creator: fc.constantFrom(null, 'ana', 'bo'),
      productId,
      contentId,
      fromDay: fc.option(day),
      toDay: fc.option(day),
    })
    .map((entry) => ({ ...entry, name: `name ${entry.id}` })),
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
    costs: fc.array(
      fc.record({
        kind: fc.constantFrom('sample', 'freight', 'fee', 'ads', 'other'),
        shopId,
        creator,
        productId,
        contentId,
        campaign: fc.constant(null),
        staff: fc.constant(null),
        amount: fc.integer({ min: -500, max: 5000 }),
        currency: fc.constantFrom('USD', 'VND'),
        day,
      }),
      { maxLength: 5 },
    ),
    unitCosts: fc.array(
      fc.record({
        shopId,
        productId: fc.constantFrom('1729000000000000001', '1729000000000000002'),
        fromDay: day,
        unitCost: fc.integer({ min: 0, max: 900 }),
        currency: fc.constantFrom('USD', 'VND'),
      }),
      { maxLength: 2 },
    ),
    platformRates: fc.uniqueArray(fc.record({ shopId, fromDay: day, basisPoints: fc.integer({ min: 0, max: 1000 }) }), {
      maxLength: 3,
      selector: (rate) => `${rate.shopId}${rate.fromDay}`,
    }),
    campaigns: attributions,
    staff: attributions,
  })
  .map(({ plain, rates, contents, creators, products, statuses, unitCosts, ...query }) => {
    const factor = (currency: string, on: number): number | null =>
      rates === 'none' || (rates === 'some' && on % 2 === 0) ? null : currency === 'USD' ? 253.5 : 0.00397
    const parts = {
      ...query,
      ...(plain ? {} : { contents, creators, products, statuses }),
      unitCosts: plain ? [] : unitCosts.slice(0, 1),
      shops: SHOPS,
      factor,
    }
    // A filter that was drawn as undefined is one that was not given.
    return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as unknown as RoiQuery
  })

function rowsOf(table: RoiTable): Map<string, RoiFigures> {
  return new Map(
    table.rows.map(({ keys, ids: _ids, currency: _currency, ...figures }) => [Object.values(keys).join('|'), figures]),
  )
}

function figuresOf({ keys: _keys, ids: _ids, currency: _currency, ...figures }: RoiTable['total']): RoiFigures {
  return figures
}

/** As exports are: all lines of an order were created in one second. */
function tidy(files: readonly File[]): File[] {
  return files.map((file) => ({
    ...file,
    lines: file.lines.map((line) => ({
      ...line,
      created: START_DAY * 86_400 + Number(BigInt(line.orderId) % 5n) * 50_000,
    })),
  }))
}

test('day sums answer like the lines do, without loading any', async () => {
  await fc.assert(
    fc.asyncProperty(
      filesArbitrary.map(tidy),
      fc.array(queryArbitrary, { minLength: 8, maxLength: 8 }),
      async (files, queries) => {
        const { db, close } = openFacts()
        try {
          for (const file of files) await importFile(db, file)
          // Whoever reads lines now, fails.
          db.exec("UPDATE fact_segments SET hot = x'00'")
          for (const drawn of queries) {
            const {
              creators: _1,
              products: _2,
              contents: _3,
              statuses: _4,
              settledOnly: _5,
              unitCosts: _6,
              ...query
            } = drawn
            const keys = query.keys.filter((key) => DAY_SUM_KEYS.includes(key))
            const plain: RoiQuery = {
              ...query,
              keys,
              // A content's type is known from lines only.
              costs: (query.costs ?? []).map((cost) => ({ ...cost, contentId: null })),
              currency: 'USD',
              shops: SHOPS.map((shop) => ({ ...shop, currency: 'USD' })),
              contentTypes: query.contentTypes?.slice(0, 1) ?? CONTENT_TYPES.slice(0, 1),
            }
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
      },
    ),
    { numRuns: 60, endOnFailure: true },
  )
}, 60_000)

test('any question over any lines has the answer of the naive reckoning, by lines and by day sums', async () => {
  await fc.assert(
    fc.asyncProperty(
      filesArbitrary,
      fc.array(queryArbitrary, { minLength: 8, maxLength: 8 }),
      async (files, queries) => {
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
      },
    ),
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
        const query = {
          ...drawn,
          shops: SHOPS.map((shop) => ({ ...shop, currency: 'USD' })),
          currency: 'USD',
          costs: [],
        }
        for (const row of queryRoi(cache, query).rows.slice(0, 3)) {
          const place = Object.fromEntries(
            query.keys.map((key) => [
              key,
              ['shop', 'client', 'campaign', 'staff'].includes(key) ? (row.ids[key] ?? '') : row.keys[key]!,
            ]),
          )
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
