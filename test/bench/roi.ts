/** X9, X10: the eight questions of the ROI screen against DuckDB and against a covering index in SQL. */

import { join } from 'node:path'

import type Database from 'better-sqlite3'

import { FactsCache } from '../../db/facts/cache'
import { queryRoi } from '../../db/facts/roi-query'
import { openDuck, openWorkspace, runApart } from './facts-steps'
import { benchCosts, benchShops, drawQuestions, duckRows, fullQuery, ourRows, prepareDuck } from './questions'
import { type BenchOptions, median, type Ratio, ratioOf } from './ratios'
import { writeWorkload } from './workload'

const SHOPS = 50

export async function benchRoi({ folder, lines, rounds, wanted }: BenchOptions): Promise<Ratio[]> {
  if (!wanted('X9') && !wanted('X10')) {
    return []
  }
  const files = writeWorkload(join(folder, 'roi'), { lines, shops: SHOPS })
  runApart('ours', { files, to: join(folder, 'roi.db'), tag: 'first', asof: 1 })
  runApart('duck', { files, to: join(folder, 'roi.duckdb'), tag: 'first', asof: 1 })
  const db = openWorkspace(join(folder, 'roi.db'))
  // A list of one text column.
  const creators = db.prepare('SELECT handle FROM dim_creators ORDER BY handle').pluck().all() as string[]
  const costs = benchCosts(creators)
  const duck = await openDuck(join(folder, 'roi.duckdb'))
  await prepareDuck(duck, costs)
  const cache = new FactsCache(db)
  const shops = benchShops(SHOPS)
  const start = performance.now()
  for (const { no, version } of cache.shopNumbers().values()) cache.segments(no, version)
  process.stderr.write(`columns of ${lines} lines loaded in ${Math.round(performance.now() - start)} ms\n`)
  const covering = wanted('X10') ? coveringIndex(db, cache) : null
  const times = new Map<string, { ours: number[]; duck: number[] }>()
  const top: { ours: number[]; sql: number[] } = { ours: [], sql: [] }
  for (let round = -1; round < Math.max(rounds, 9); round++) {
    for (const question of drawQuestions(100 + round, SHOPS, creators, costs)) {
      const began = performance.now()
      const table = queryRoi(cache, fullQuery(question, shops))
      const ours = performance.now() - began
      const duckBegan = performance.now()
      const theirs = await duckRows(duck, question, false)
      const duckMs = performance.now() - duckBegan
      if (ourRows(table, false).toSorted().join('\n') !== theirs.toSorted().join('\n')) {
        throw new Error(`${question.name}: the answers differ`)
      }
      // The first round warms both.
      if (round >= 0) {
        const known = times.get(question.name) ?? { ours: [], duck: [] }
        times.set(question.name, known)
        known.ours.push(ours)
        known.duck.push(duckMs)
        if (covering !== null && question.name.includes('by ROI')) {
          top.ours.push(ours)
          top.sql.push(covering())
        }
      }
    }
  }
  const ratios = [...times].map(([name, { ours, duck: theirs }]) =>
    ratioOf('X9', `${name}, ms / DuckDB`, 1, ours, theirs),
  )
  const mean = Math.exp(ratios.reduce((sum, { ratio }) => sum + Math.log(ratio), 0) / ratios.length)
  ratios.push({
    id: 'X9',
    what: 'geometric mean of the eight',
    ratio: mean,
    goal: 0.5,
    ours: median(ratios.map(({ ours }) => ours)),
    peer: median(ratios.map(({ peer }) => peer)),
  })
  if (covering !== null)
    ratios.push(ratioOf('X10', 'top 50 by ROI with costs, ms / SQL on a covering index', 0.1, top.ours, top.sql))
  db.close()
  duck.closeSync()
  return ratios.filter(({ id }) => wanted(id))
}

/** The same lines as rows of a table with an index that holds all the question needs; answers how long it took. */
function coveringIndex(db: Database.Database, cache: FactsCache): () => number {
  db.exec(
    'CREATE TABLE row (shop INTEGER, day INTEGER, creator INTEGER, units INTEGER, gmv INTEGER, refund INTEGER, commission INTEGER)',
  )
  const insert = db.prepare('INSERT INTO row VALUES (?, ?, ?, ?, ?, ?, ?)')
  db.exec('BEGIN')
  for (const { no, version } of cache.shopNumbers().values()) {
    for (const { length, day, creator, units, gmv, refund, commission } of cache.segments(no, version)) {
      for (let i = 0; i < length; i++) insert.run(no, day[i], creator[i], units[i], gmv[i], refund[i], commission[i])
    }
  }
  db.exec(
    'CREATE INDEX row_creator ON row (creator, day, shop, units, gmv, refund, commission); CREATE TABLE fee (creator INTEGER, amount INTEGER)',
  )
  db.exec(`INSERT INTO fee SELECT no, 500 + no * 37 % 9000 FROM dim_creators WHERE no % 3 = 0; COMMIT; ANALYZE`)
  const find =
    db.prepare(`WITH f AS (SELECT creator, sum(units) AS units, sum(round(gmv * (1 + shop % 2 * 0.08))) AS gmv, sum(round(refund * (1 + shop % 2 * 0.08))) AS refund, sum(round(commission * (1 + shop % 2 * 0.08))) AS commission
      FROM row INDEXED BY row_creator GROUP BY creator),
    k AS (SELECT creator, sum(amount) AS fees FROM fee GROUP BY creator)
    SELECT f.*, (gmv - refund - commission - coalesce(fees, 0)) / (commission + coalesce(fees, 0) + 1) AS roi FROM f LEFT JOIN k USING (creator) ORDER BY roi DESC LIMIT 50`)
  return () => {
    const began = performance.now()
    find.all()
    return performance.now() - began
  }
}
