import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, expect, test } from 'vitest'

import { FactsCache } from '../../db/facts/cache'
import { queryRoi } from '../../db/facts/roi-query'
import { type DuckConnection, importDuck, importOurs, openDuck, openWorkspace } from '../bench/facts-steps'
import { benchCosts, benchShops, drawQuestions, duckRows, fullQuery, ourRows, prepareDuck } from '../bench/questions'
import { writeWorkload } from '../bench/workload'

const SHOPS = 7
let folder: string
let duck: DuckConnection
let cache: FactsCache
let creators: string[]

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'starboard-duck-'))
  const first = writeWorkload(join(folder, 'first'), { lines: 12_000, shops: SHOPS })
  const later = writeWorkload(join(folder, 'later'), { lines: 12_000, shops: SHOPS, changed: 0.05 })
  await importOurs(first, join(folder, 'ours.db'), 'first', 1)
  await importOurs(later, join(folder, 'ours.db'), 'later', 2)
  await importDuck(first, join(folder, 'duck.db'), 'first')
  await importDuck(later, join(folder, 'duck.db'), 'later')
  const db = openWorkspace(join(folder, 'ours.db'))
  cache = new FactsCache(db)
  // A list of one text column.
  creators = db.prepare('SELECT handle FROM dim_creators ORDER BY handle').pluck().all() as string[]
  duck = await openDuck(join(folder, 'duck.db'))
  await prepareDuck(duck, benchCosts(creators))
}, 60_000)

afterAll(() => {
  duck.closeSync()
  cache.db.close()
  rmSync(folder, { recursive: true })
})

test.each([1, 2, 3])(
  'an independent engine gives the same answers to the eight questions, drawing %i',
  async (seed) => {
    for (const question of drawQuestions(seed, SHOPS, creators, benchCosts(creators))) {
      const ours = ourRows(queryRoi(cache, fullQuery(question, benchShops(SHOPS))), true)
      const theirs = await duckRows(duck, question, true)
      expect(ours.length).toBeGreaterThan(0)
      expect([question.name, ...ours.toSorted()]).toEqual([question.name, ...theirs.toSorted()])
    }
  },
  30_000,
)
