import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'

import { decodeChunk, encodeChunk } from '../../db/facts/chunk'
import { PackedColumns, packColumns } from '../../db/facts/columns'
import { Pacer } from '../../db/facts/pacer'
import { retractBatch } from '../../db/facts/rebuild'
import { compareKeys, newRows } from '../../db/facts/rows'
import { sortRows } from '../../db/facts/sort'
import { filesArbitrary } from './arbitraries'
import { batchOf, giveLine, importFile, openFacts, RECORD_IDS } from './support'

let facts: ReturnType<typeof openFacts>

beforeEach(() => {
  facts = openFacts()
})

afterEach(() => {
  facts.close()
})

test('packed columns give back what went in, blanks, fractions and amounts beyond 32 bits included', () => {
  const value = fc.oneof(
    fc.integer({ min: -5, max: 300 }),
    fc.constantFrom(NaN, 70_000, -70_000, 0xffffffff, 5e12, -5e12, 0.5),
    fc.maxSafeInteger(),
  )
  fc.assert(
    fc.property(fc.array(value, { maxLength: 40 }), (values) => {
      const back = new Float64Array(values.length)
      new PackedColumns(packColumns([['a', Float64Array.from(values)]], values.length, null)).read('a', back)
      expect([...back]).toEqual(values.map((entry) => entry + 0))
    }),
  )
})

test('a chunk holds every column of its lines, and equal lines give equal bytes whatever was read before', () => {
  fc.assert(
    fc.property(filesArbitrary, ([file]) => {
      const { batch, texts } = batchOf(file!.lines)
      const bytes = encodeChunk(batch, texts)
      const shifted = { ...texts, creator: { values: ['someone', ...texts.creator.values] } }
      const moved = { ...batch, texts: { ...batch.texts, creator: batch.texts.creator.map((index) => index + 1) } }
      expect(encodeChunk(moved, shifted)).toEqual(bytes)
      const back = decodeChunk(bytes)
      expect(encodeChunk(back.batch, back.texts)).toEqual(bytes)
      expect(back.batch.numbers).toEqual(batch.numbers)
      expect(back.batch.idsLow).toEqual(batch.idsLow)
      expect(Array.from(back.batch.texts.creator, (index) => back.texts.creator.values[index])).toEqual(
        file!.lines.map(({ creator }) => creator),
      )
    }),
    { numRuns: 40 },
  )
}, 60_000)

test('many rows are sorted as few are', async () => {
  const rows = newRows(20_000)
  rows.length = 20_000
  for (let i = 0; i < rows.length; i++) {
    rows.orderHigh[i] = (i * 7) % 3
    rows.orderLow[i] = Math.imul(i % 9_000, 0x9e3779b1)
    rows.product[i] = i % 2
  }
  const order = [...(await sortRows(rows, new Pacer()))]
  expect(order.toSorted((a, b) => a - b)).toEqual(order.map((_, i) => i))
  expect(
    order.every((row, k) => k === 0 || (compareKeys(rows, order[k - 1]!, rows, row) || order[k - 1]! - row) < 0),
  ).toBe(true)
})

test('a preview on a read-only connection counts like the import and writes nothing', async () => {
  const { db } = facts
  const lines = [giveLine(), giveLine({ orderId: '577000000000000002' }), giveLine()]
  const file = { id: 'a', shopId: 's', kind: 'affiliateOrders' as const, asof: 1, lines }
  const preview = await importFile(db, file, { dryRun: true })
  expect(preview).toMatchObject({ inserted: 2, repeated: 1, updated: 0, unchanged: 0, batchNo: null })
  for (const table of ['fact_batches', 'fact_segments', 'fact_days', 'fact_chunks', 'dim_creators', 'dim_shops']) {
    expect(db.prepare(`SELECT COUNT(*) FROM ${table}`).pluck().get()).toBe(0)
  }
  expect(db.prepare('SELECT COUNT(*) FROM temp.sqlite_master').pluck().get()).toBe(0)
})

test('a later export updates, an older one is told and changes nothing', async () => {
  const { db } = facts
  const file = (id: string, asof: number, status: 'pending' | 'settled') => ({
    id,
    shopId: 's',
    kind: 'affiliateOrders' as const,
    asof,
    lines: [giveLine({ status })],
  })
  expect(await importFile(db, file('b', 20, 'pending'))).toMatchObject({ inserted: 1 })
  expect(await importFile(db, file('c', 30, 'settled'))).toMatchObject({ updated: 1, older: 0 })
  expect(await importFile(db, file('a', 10, 'pending'))).toMatchObject({ updated: 0, unchanged: 1, older: 1 })
  expect(await importFile(db, file('d', 5, 'settled'))).toMatchObject({ unchanged: 1, older: 0 })
})

test('taking a file back counts the lines that went, and those that another file has too', async () => {
  const { db } = facts
  const file = (id: string, creators: readonly string[]) => ({
    id,
    shopId: 's',
    kind: 'affiliateOrders' as const,
    asof: 1,
    lines: creators.map((creator, i) =>
      giveLine({ creator, orderId: `57700000000000000${i}`, productId: `172900000000000000${creator.length}` }),
    ),
  })
  await importFile(db, file('a', ['ana', 'bob1']))
  await importFile(db, file('b', ['ana', 'chi', 'bo']))
  db.exec('BEGIN')
  const retraction = await retractBatch(db, 'b', RECORD_IDS)
  db.exec('COMMIT')
  expect(retraction).toEqual({ linesRemoved: 3, linesRestored: 1 })
})
