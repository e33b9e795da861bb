import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, expect, test } from 'vitest'

import { createLineTable, type DuckConnection, insertFiles, openDuck } from '../bench/peers/duck'
import { addFees, createAgency, importAll, type Product, shopIds } from '../bench/product'
import { benchFees, drawQuestions, duckRows, ourRows, prepareDuck, toInput } from '../bench/questions'
import { workloadShops, writeWorkload } from '../bench/workload'

const SHOPS = workloadShops(7)
let folder: string
let duck: DuckConnection
let product: Product
let ids: string[]
let creators: string[]

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'starboard-duck-'))
  const first = writeWorkload(join(folder, 'first'), { lines: 12_000, shops: SHOPS.length })
  const later = writeWorkload(join(folder, 'later'), { lines: 12_000, shops: SHOPS.length, changed: 0.05 })
  product = await createAgency(join(folder, 'ours.starboard'), SHOPS)
  const known = await shopIds(product)
  ids = SHOPS.map(({ name }) => known.get(name) ?? '')
  duck = await openDuck(join(folder, 'duck.db'))
  await createLineTable(duck)
  for (const files of [first, later]) {
    await importAll(product, files)
    await insertFiles(duck, files)
  }
  const { reader } = product.context.host.current().workspace
  // A list of one text column.
  creators = reader.prepare('SELECT handle FROM dim_creators ORDER BY handle').pluck().all() as string[]
  await addFees(product, ids[0] ?? '', benchFees(creators))
  await prepareDuck(duck, benchFees(creators))
}, 60_000)

afterAll(() => {
  duck.closeSync()
  product.context.host.close()
  rmSync(folder, { recursive: true })
})

test.each([1, 2, 3])(
  'an independent engine gives the same answers to the eight questions, drawing %i',
  async (seed) => {
    for (const question of drawQuestions(seed, SHOPS.length, creators)) {
      const { rows } = await product.client.roi.table(toInput(question, ids))
      const theirs = await duckRows(duck, question, true)
      expect({ [question.name]: ourRows(rows, true).toSorted() }).toEqual({ [question.name]: theirs.toSorted() })
      expect(theirs).not.toEqual([])
    }
  },
  30_000,
)
