/** X9, X10: the eight questions, put to the engine, to the contract and to DuckDB in turn; all answers must be equal. */

import { FactsCache } from '../../db/facts/cache'
import { queryRoi } from '../../db/facts/roi-query'
import { scoped } from '../../electron/workspace/reporting/scope'
import { RoiTableInput } from '../../shared/contract/roi'
import { openDuck } from './peers/duck'
import { coveringIndex } from './peers/sqlite'
import { openQuiet, shopIds } from './product'
import { benchFees, drawQuestions, duckRows, ourRows, prepareDuck, toInput } from './questions'
import type { RoiInput } from './steps'
import { workloadShops } from './workload'

export interface RoiTimes {
  readonly loadMs: number
  /** By question: the engine's, the contract's and DuckDB's times, one a round. */
  readonly questions: Record<string, { engine: number[]; contract: number[]; duck: number[] }>
  readonly top: { engine: number[]; sql: number[] }
}

export async function roiRounds({ file, duckFile, coveringFile, shops, rounds }: RoiInput): Promise<RoiTimes> {
  const product = await openQuiet(file)
  const { client, context } = product
  const { facts, workspace } = context.host.current()
  // A list of one text column.
  const creators = workspace.reader.prepare('SELECT handle FROM dim_creators ORDER BY handle').pluck().all() as string[]
  const duck = await openDuck(duckFile)
  await prepareDuck(duck, benchFees(creators))
  const known = await shopIds(product)
  const ids = workloadShops(shops).map(({ name }) => known.get(name) ?? '')
  const load = performance.now()
  for (const { no, version } of facts.shopNumbers().values()) facts.columns(no, version)
  const loadMs = performance.now() - load
  const covering = coveringIndex(coveringFile, facts, euroShops(facts, ids))
  const times: RoiTimes = { loadMs, questions: {}, top: { engine: [], sql: [] } }
  // The first rounds warm all sides.
  for (let round = -2; round < rounds; round++) {
    for (const question of drawQuestions(100 + round, shops, creators)) {
      const input = toInput(question, ids)
      const { by: keys, sort, limit, offset, search, ...scope } = RoiTableInput.parse(input)
      const { query } = scoped(context, scope)
      const asked = { ...query, keys, limit, offset, search, ...(question.withCosts ? {} : { costs: [] }) }
      // The contract's sort columns are the engine's fields.
      const by = sort.column as 'gmv' | 'roi'
      const engineStart = performance.now()
      const table = queryRoi(facts, { ...asked, sort: { by, descending: sort.descending } })
      const engine = performance.now() - engineStart
      const contractStart = performance.now()
      const answered = await client.roi.table(input)
      const contract = performance.now() - contractStart
      const duckStart = performance.now()
      const theirs = await duckRows(duck, question, false)
      const duckMs = performance.now() - duckStart
      refuseOthers(question.name, theirs, ourRows(table.rows, false), ourRows(answered.rows, false))
      if (round >= 0) {
        const of = (times.questions[question.name] ??= { engine: [], contract: [], duck: [] })
        of.engine.push(engine)
        of.contract.push(contract)
        of.duck.push(duckMs)
        if (question.withCosts) {
          times.top.engine.push(engine)
          times.top.sql.push(covering())
        }
      }
    }
  }
  duck.closeSync()
  context.host.close()
  return times
}

function euroShops(facts: FactsCache, ids: readonly string[]): Set<number> {
  const numbers = facts.shopNumbers()
  return new Set(ids.flatMap((id, no) => (no % 2 === 1 ? [numbers.get(id)?.no ?? -1] : [])))
}

function refuseOthers(name: string, theirs: readonly string[], ...ours: readonly (readonly string[])[]): void {
  const expected = theirs.toSorted().join('\n')
  for (const rows of ours) {
    if (rows.toSorted().join('\n') !== expected) throw new Error(`${name}: the answers differ`)
  }
}
