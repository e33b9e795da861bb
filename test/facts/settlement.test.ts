import fc from 'fast-check'
import { expect, test } from 'vitest'

import { FactsCache } from '../../db/facts/cache'
import { queryRoi } from '../../db/facts/roi-query'
import { querySettlement, querySettlementLines, settlementOfLine } from '../../db/facts/settlement-query'
import type { MergedCreator, RoiShop } from '../../db/facts/types'
import { dayNumber } from '../../shared/domain/days'
import { type Cause, CAUSES } from '../../shared/domain/settlement'
import { filesArbitrary } from './arbitraries'
import { importFile, openFacts } from './support'

const SHOP: RoiShop = { id: 'shop-a', name: 'Alpha', clientId: null, clientName: '', market: 'US', currency: 'USD' }
const MONTHS = [
  { month: '2026-01', from: dayNumber('2026-01-01'), to: dayNumber('2026-01-31') },
  { month: '2026-02', from: dayNumber('2026-02-01'), to: dayNumber('2026-02-28') },
]

test('GMV, refunds, commission, orders and units by creator are those of the ROI table, and the lines add up to each row', async () => {
  await fc.assert(
    fc.asyncProperty(
      filesArbitrary,
      fc.boolean(),
      fc.constantFrom(...MONTHS),
      fc.constantFrom(...CAUSES),
      async (files, isMerged, { month, from, to }, cause) => {
        const facts = openFacts()
        for (const file of files) await importFile(facts.db, file)
        const cache = new FactsCache(facts.db)
        const merged: MergedCreator[] = isMerged
          ? [{ id: 'c:ana', handle: 'ana', others: [{ id: 'c:bo', handle: 'bo' }] }]
          : []
        const query = { shop: SHOP, month, mergedCreators: merged, isLate: () => true, tags: new Map() }
        const sheet = await querySettlement(cache, query)
        const roi = queryRoi(cache, {
          keys: ['creator'],
          currency: 'USD',
          factor: () => 1,
          shops: [SHOP],
          mergedCreators: merged,
          from,
          to,
        })
        const sold = roi.rows.filter(({ units, gmv, orders }) => units + gmv + orders !== 0)
        expect(byHandle(sheet.rows.map((row) => ({ ...row, key: row.handle })))).toEqual(
          byHandle(
            sold.map(({ keys, commission, commissionSettled, commissionPending, ...row }) => ({
              ...row,
              key: keys.creator ?? '',
              actual: commission,
              paid: commissionSettled,
              due: commissionPending,
            })),
          ),
        )
        expect([sheet.total.gmv, sheet.total.refunds, sheet.total.actual, sheet.total.orders]).toEqual([
          roi.total.gmv,
          roi.total.refunds,
          roi.total.commission,
          roi.total.orders,
        ])
        for (const row of sheet.rows) {
          const linesOf = async (filter: { readonly cause?: Cause }) => {
            const page = await querySettlementLines(cache, query, { creator: row.handle, limit: 500, ...filter })
            return page.lines.map((line) => settlementOfLine(line, query.isLate, null))
          }
          const settled = await linesOf({})
          expect(settled.length).toBe(row.lines)
          expect(settled.reduce((sum, { estimated }) => sum + estimated, 0)).toBe(row.estimated)
          expect(settled.reduce((sum, { actual }) => sum + actual, 0)).toBe(row.actual)
          CAUSES.forEach((name, c) => {
            expect(settled.reduce((sum, one) => sum + one.adjustments[c]!, 0)).toBe(row.adjustments[name])
          })
          expect(await linesOf({ cause })).toEqual(settled.filter((one) => one.cause === cause))
        }
        facts.close()
      },
    ),
    { numRuns: 60 },
  )
})

interface Comparable {
  readonly key: string
  readonly orders: number
  readonly units: number
  readonly gmv: number
  readonly refunds: number
  readonly actual: number
  readonly paid: number
  readonly due: number
}

function byHandle(rows: readonly Comparable[]) {
  return rows
    .map(({ key, orders, units, gmv, refunds, actual, paid, due }) => [
      key,
      orders,
      units,
      gmv,
      refunds,
      actual,
      paid,
      due,
    ])
    .sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1))
}
