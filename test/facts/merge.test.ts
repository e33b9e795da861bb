import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'

import { idText } from '../../db/facts/id-map'
import { rebuildAll, restoreBatch, retractBatch } from '../../db/facts/rebuild'
import { SegmentStore } from '../../db/facts/segment-store'
import { verifyFacts } from '../../db/facts/verify'
import type { Database } from 'better-sqlite3'
import { filesArbitrary } from './arbitraries'
import { dayOf, figuresOf, type File, giveLine, importFile, naiveMerge, openFacts, RECORD_IDS } from './support'
import { CONTENT_TYPES, ORDER_STATUSES } from '../../shared/domain/orders'

let facts: ReturnType<typeof openFacts>

beforeEach(() => {
  facts = openFacts()
})

afterEach(() => {
  facts.close()
})

/** All merged rows, spelled so that they can be compared with the naive outcome. */
function storedRows(db: Database): string[] {
  const store = new SegmentStore(db, 'workspace')
  const shops = db.prepare('SELECT no, id FROM dim_shops').all() as { no: number; id: string }[]
  const text = (table: string, column: string, no: number): string =>
    (db.prepare(`SELECT ${column} FROM ${table} WHERE no = ?`).pluck().get(no) as string | undefined) ?? '0'
  return shops
    .flatMap(({ no, id }) =>
      store.heads(no).flatMap(({ month }) => {
        const rows = store.rows(no, month)!
        return Array.from({ length: rows.length }, (_, i) =>
          [
            id,
            idText(rows.orderHigh[i]!, rows.orderLow[i]!),
            text('dim_products', 'product_id', rows.product[i]!),
            text('dim_skus', 'sku_id', rows.sku[i]!),
            text('fact_batches', 'id', rows.batch[i]!),
            rows.row[i],
            rows.day[i],
            text('dim_creators', 'handle', rows.creator[i]!),
            idText(rows.contentHigh[i]!, rows.contentLow[i]!),
            rows.flags[i]! & 63,
            rows.units[i],
            rows.kept[i],
            rows.gmv[i],
            rows.refund[i],
            rows.commission[i],
          ].join(' '),
        )
      }),
    )
    .toSorted()
}

function naiveRows(files: readonly File[]): string[] {
  return naiveMerge(files)
    .map(({ line, file, index }) => {
      const figures = figuresOf(line)
      return [
        file.shopId,
        line.orderId,
        line.productId,
        line.skuId,
        file.id,
        index,
        dayOf(line),
        line.creator,
        line.contentId ?? '0',
        ORDER_STATUSES.indexOf(line.status) + 8 * CONTENT_TYPES.indexOf(line.contentType),
        line.quantity,
        figures.keptUnits,
        figures.gmv,
        figures.refund,
        figures.commission,
      ].join(' ')
    })
    .toSorted()
}

/** Day sums as text, naive. */
function naiveDays(files: readonly File[]): string[] {
  const days = new Map<string, { lines: number; samples: number; orders: Set<string>; sums: number[] }>()
  for (const { line, file } of naiveMerge(files)) {
    const figures = figuresOf(line)
    for (const type of [CONTENT_TYPES.indexOf(line.contentType), 255]) {
      if (figures.role === 'unpaid') continue
      const key = [file.shopId, dayOf(line), type].join(' ')
      const day = days.get(key) ?? { lines: 0, samples: 0, orders: new Set<string>(), sums: [0, 0, 0, 0, 0, 0] }
      days.set(key, day)
      if (figures.role === 'sample') {
        day.samples++
        continue
      }
      day.lines++
      day.orders.add(line.orderId)
      const settled = line.status === 'settled' ? figures.commission : 0
      const parts = [
        line.quantity,
        figures.keptUnits,
        figures.gmv,
        figures.refund,
        settled,
        figures.commission - settled,
      ]
      day.sums = day.sums.map((sum, i) => sum + parts[i]!)
    }
  }
  return [...days]
    .map(([key, { lines, samples, orders, sums }]) => [key, lines, samples, orders.size, ...sums].join(' '))
    .toSorted()
}

function storedDays(db: Database): string[] {
  const rows = db
    .prepare(
      'SELECT s.id, d.day, d.content_type, d.lines, d.samples, d.orders, d.units, d.kept, d.gmv, d.refunds, d.commission_settled, d.commission_pending FROM fact_days d JOIN dim_shops s ON s.no = d.shop_no',
    )
    .raw()
    .all() as unknown[][]
  return rows.map((row) => row.join(' ')).toSorted()
}

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
            ['chunks', 'segments', 'rollups', 'splitOrders'].map((name) => ({ name, ok: true, detail: '' })),
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
