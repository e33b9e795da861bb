import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'

import { rebuildAll, restoreBatch, retractBatch } from '../../db/facts/rebuild'
import { verifyFacts } from '../../db/facts/verify'
import type { Database } from 'better-sqlite3'
import { filesArbitrary } from './arbitraries'
import { naiveDays, naiveRows, storedDays, storedRows } from './merged'
import { giveLine, importFile, openFacts, RECORD_IDS } from './support'

let facts: ReturnType<typeof openFacts>

beforeEach(() => {
  facts = openFacts()
})

afterEach(() => {
  facts.close()
})

async function inTransaction<T>(db: Database, work: () => Promise<T>): Promise<T> {
  db.exec('BEGIN IMMEDIATE')
  const result = await work()
  db.exec('COMMIT')
  return result
}

test('whatever is imported, in any order and any steps, the merged lines are those of the naive merge', async () => {
  await fc.assert(
    fc.asyncProperty(
      filesArbitrary,
      fc.integer({ min: 1, max: 30 }),
      fc.integer({ min: 1, max: 30 }),
      async (files, step, flushLines) => {
        const { db, close } = openFacts()
        try {
          for (const file of files) {
            const preview = await importFile(db, file, { step, flushLines, dryRun: true })
            const counts = await importFile(db, file, { step, flushLines })
            expect(counts.inserted + counts.updated + counts.unchanged + counts.repeated).toBe(file.lines.length)
            expect({ ...preview, batchNo: null, creators: [], products: [] }).toEqual({
              ...counts,
              batchNo: null,
              creators: [],
              products: [],
            })
          }
          expect(storedRows(db)).toEqual(naiveRows(files))
          expect(storedDays(db)).toEqual(naiveDays(files))
          expect(await verifyFacts(db, RECORD_IDS)).toEqual(
            ['chunks', 'segments', 'rollups', 'splitOrders', 'income'].map((name) => ({ name, ok: true, detail: '' })),
          )
        } finally {
          close()
        }
      },
    ),
    { numRuns: 150 },
  )
}, 60_000)

test('taking a file back leaves what the other files say, and bringing it back restores everything', async () => {
  await fc.assert(
    fc.asyncProperty(filesArbitrary, fc.nat(), async (files, seed) => {
      const { db, close } = openFacts()
      try {
        for (const file of files) await importFile(db, file)
        const gone = files[seed % files.length]!
        const before = storedRows(db)
        await inTransaction(db, () => retractBatch(db, gone.id, RECORD_IDS))
        const rest = files.filter((file) => file !== gone)
        expect(storedRows(db)).toEqual(naiveRows(rest))
        expect(storedDays(db)).toEqual(naiveDays(rest))
        expect((await verifyFacts(db, RECORD_IDS)).every(({ ok }) => ok)).toBe(true)
        await inTransaction(db, () => restoreBatch(db, gone.id, RECORD_IDS))
        expect(storedRows(db)).toEqual(before)
        expect((await verifyFacts(db, RECORD_IDS)).every(({ ok }) => ok)).toBe(true)
        await inTransaction(db, () => rebuildAll(db, RECORD_IDS))
        expect(storedRows(db)).toEqual(before)
      } finally {
        close()
      }
    }),
    { numRuns: 100 },
  )
}, 60_000)

test('a file names its own creators and products, not those of the newer file that it gives lines back to', async () => {
  const { db } = facts
  const file = { shopId: 's', kind: 'affiliateOrders' } as const
  await importFile(db, { ...file, id: 'newer', asof: 4_000_000_000_000, lines: [giveLine({ creator: 'ana' })] })
  const lines = [giveLine({ orderId: '577000000000000002', productId: '1729000000000000002', creator: 'bo' })]
  await importFile(db, { ...file, id: 'older', asof: null, lines })
  const named = db
    .prepare(
      `SELECT coalesce(c.handle, p.product_id) FROM fact_batches b JOIN fact_batch_dims f ON f.batch_no = b.no
       LEFT JOIN dim_creators c ON f.kind = 1 AND c.no = f.dim_no LEFT JOIN dim_products p ON f.kind = 2 AND p.no = f.dim_no
       WHERE b.id = 'older' ORDER BY 1`,
    )
    .pluck()
    .all()
  expect(named).toEqual(['1729000000000000002', 'bo'])
})

test('a changed byte in a segment, a day sum or a chunk is found', async () => {
  const { db } = facts
  await importFile(db, {
    id: 'a',
    shopId: 's',
    kind: 'affiliateOrders',
    asof: 1,
    lines: [giveLine(), giveLine({ orderId: '577000000000000002', quantity: 3 })],
  })
  const failing = async (): Promise<string[]> =>
    (await verifyFacts(db, RECORD_IDS)).filter(({ ok }) => !ok).map(({ name }) => name)
  expect(await failing()).toEqual([])
  db.exec('UPDATE fact_days SET gmv = gmv + 1 WHERE content_type = 255')
  expect(await failing()).toEqual(['rollups'])
  db.exec('UPDATE fact_segments SET orders = 1')
  expect(await failing()).toEqual(['segments', 'rollups'])
  db.exec("UPDATE fact_chunks SET sha256 = 'x'")
  expect(await failing()).toEqual(['chunks'])
})
