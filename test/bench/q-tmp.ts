import { FactsCache } from '../../db/facts/cache'
import { queryRoi } from '../../db/facts/roi-query'
import { openWorkspace } from './facts-steps'
import { benchCosts, benchShops, drawQuestions, fullQuery } from './questions'
const db = openWorkspace('/tmp/sb/factswl/w500.db')
const creators = db.prepare('SELECT handle FROM dim_creators ORDER BY handle').pluck().all() as string[]
const costs = benchCosts(creators)
const cache = new FactsCache(db)
const shops = benchShops(50)
for (const { no, version } of cache.shopNumbers().values()) cache.segments(no, version)
const only = process.argv[2]
const t = new Map<string, number[]>()
for (let r = 0; r < 25; r++) for (const q of drawQuestions(r, 50, creators, costs)) {
  if (only && !q.name.includes(only)) continue
  const b = performance.now(); queryRoi(cache, fullQuery(q, shops)); const e = performance.now() - b
  t.set(q.name, [...(t.get(q.name) ?? []), e])
}
for (const [n, l] of t) process.stdout.write(`${n} min ${Math.min(...l).toFixed(1)} med ${l.toSorted((a, b) => a - b)[l.length >> 1]!.toFixed(1)}\n`)
