import fc from 'fast-check'
import { expect, test } from 'vitest'

import { FactsCache } from '../../db/facts/cache'
import { queryLines } from '../../db/facts/lines-query'
import { queryRoi } from '../../db/facts/roi-query'
import type { CostLine, MergedCreator, RoiShop } from '../../db/facts/types'
import { resolveAliases } from '../../shared/sync/aliases'
import { filesArbitrary, START_DAY } from './arbitraries'
import { figuresOf, importFile, naiveMerge, openFacts, RECORD_IDS } from './support'

const SHOPS: readonly RoiShop[] = ['shop-a', 'shop-b'].map((id) => ({
  id,
  name: id,
  clientId: null,
  clientName: '',
  market: 'US',
  currency: 'USD',
}))
// `dee` has costs and no lines.
const HANDLES = ['ana', 'bo', 'chi', 'dee'] as const
const handle = fc.constantFrom(...HANDLES)

function groupsOf(pairs: readonly (readonly [string, string])[]): {
  readonly merged: MergedCreator[]
  readonly standingFor: (text: string) => string
} {
  const { ends } = resolveAliases(pairs.filter(([from, to]) => from !== to))
  const merged = [...new Set(ends.values())].map((end) => ({
    id: RECORD_IDS.creator(end),
    handle: end,
    others: [...ends].filter(([, to]) => to === end).map(([from]) => ({ id: RECORD_IDS.creator(from), handle: from })),
  }))
  return { merged, standingFor: (text) => ends.get(text) ?? text }
}

test('figures by creator follow merges, circles included, and go back when they are taken back', async () => {
  await fc.assert(
    fc.asyncProperty(
      filesArbitrary,
      fc.array(fc.tuple(handle, handle), { maxLength: 4 }),
      fc.array(fc.record({ creator: handle, amount: fc.nat(1000) }), { maxLength: 4 }),
      async (files, pairs, given) => {
        const { db, close } = openFacts()
        try {
          for (const file of files) await importFile(db, file)
          const cache = new FactsCache(db)
          const costs = given.map(({ creator, amount }): CostLine => ({
            kind: 'fee',
            shopId: 'shop-a',
            creator,
            productId: null,
            contentId: null,
            campaign: null,
            staff: null,
            amount,
            currency: 'USD',
            day: START_DAY,
          }))
          const { merged, standingFor } = groupsOf(pairs)
          const sums = new Map<string, { gmv: number; fees: number }>()
          const sumOf = (text: string) => {
            const sum = sums.get(text) ?? { gmv: 0, fees: 0 }
            sums.set(text, sum)
            return sum
          }
          for (const { line } of naiveMerge(files)) {
            const { role, gmv } = figuresOf(line)
            if (role !== 'unpaid') sumOf(standingFor(line.creator)).gmv += gmv
          }
          for (const { creator, amount } of given) sumOf(standingFor(creator)).fees += amount
          const query = { shops: SHOPS, currency: 'USD', factor: () => null, costs, mergedCreators: merged }

          const { rows } = queryRoi(cache, { ...query, keys: ['creator'] })
          expect(new Map(rows.map(({ keys, gmv, fees }) => [keys.creator, { gmv, fees }]))).toEqual(sums)
          for (const { keys, ids, gmv, fees } of rows) {
            const group = merged.find((one) => one.handle === keys.creator)
            expect(ids.creator).toBe(group?.id ?? ids.creator)
            // Under whichever of the names it is asked for.
            for (const name of [keys.creator!, ...(group?.others ?? []).map((other) => other.handle)]) {
              expect(queryRoi(cache, { ...query, keys: [], creators: [name] }).total).toMatchObject({ gmv, fees })
              const lines = { shops: SHOPS, mergedCreators: merged, limit: 1000 }
              const behind = [
                await queryLines(cache, { ...lines, creators: [name] }),
                await queryLines(cache, { ...lines, at: { creator: name } }),
              ]
              for (const page of behind) expect(page.lines.reduce((sum, line) => sum + line.gmv, 0)).toBe(gmv)
            }
          }
          const apart = queryRoi(cache, { ...query, mergedCreators: [], keys: ['creator'] })
          expect(apart.rows.map(({ keys }) => keys.creator)).toEqual(
            queryRoi(new FactsCache(db), { ...query, mergedCreators: [], keys: ['creator'] }).rows.map(
              ({ keys }) => keys.creator,
            ),
          )
        } finally {
          close()
        }
      },
    ),
    { numRuns: 60 },
  )
}, 60_000)
