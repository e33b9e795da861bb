/** X2-X8: importing order lines, against SQLite's command line, the naive importer and DuckDB. */

import { copyFileSync } from 'node:fs'
import { join } from 'node:path'

import { hasSqliteCli, runApart, type StepResult } from './facts-steps'
import { type BenchOptions, type Ratio, ratioOf } from './ratios'
import { writeWorkload } from './workload'

const SHOPS = 10
const EXPORTED = Date.UTC(2026, 0, 10)

export async function benchFacts({ folder, lines, rounds, wanted }: BenchOptions): Promise<Ratio[]> {
  if (!['X2', 'X3', 'X4', 'X5', 'X6', 'X7', 'X8'].some(wanted)) {
    return []
  }
  const files = writeWorkload(join(folder, 'first'), { lines, shops: SHOPS })
  const changed = writeWorkload(join(folder, 'changed'), { lines, shops: SHOPS, changed: 0.05 })
  const to = (name: string): string => join(folder, `${name}.db`)
  const runs: Record<string, StepResult[]> = {}
  const run = (name: string, step: string, input: object): void => {
    const result = runApart(step, { files, tag: 'first', asof: EXPORTED, ...input })
    ;(runs[name] ??= []).push(result)
    process.stderr.write(`${name}: ${result.ms} ms, ${result.peakMb} MB ${JSON.stringify(result.detail)}\n`)
  }
  const cli = hasSqliteCli()
  for (let round = 0; round < rounds; round++) {
    run('read', 'read', { to: to('none') })
    run('ours', 'ours', { to: to('ours') })
    if (cli) run('sqlite', 'sqlite', { to: to('sqlite') })
    if (wanted('X3') && (round === 0 || !cli)) run('naive', 'naive', { to: to('naive') })
    run('duck', 'duck', { to: to('duck') })
    copyFileSync(to('ours'), to('ours-again'))
    copyFileSync(to('duck'), to('duck-again'))
    run('oursAgain', 'ours', { to: to('ours-again'), tag: 'again', asof: EXPORTED + 1 })
    run('duckAgain', 'duck', { to: to('duck-again'), tag: 'again' })
    run('oursChanged', 'ours', { to: to('ours'), files: changed, tag: 'changed', asof: EXPORTED + 1 })
    run('duckChanged', 'duck', { to: to('duck'), files: changed, tag: 'changed' })
  }
  const ms = (name: string): number[] => (runs[name] ?? []).map((result) => result.ms)
  const peak = (name: string): number[] => (runs[name] ?? []).map((result) => result.peakMb)
  const all: (Ratio | null)[] = [
    cli ? ratioOf('X2', 'import, ms / sqlite3 .import', 0.65, ms('ours'), ms('sqlite')) : null,
    runs['naive'] === undefined
      ? null
      : ratioOf('X3', 'import, ms / naive importer', 0.15, ms('ours').slice(0, ms('naive').length), ms('naive')),
    ratioOf('X4', 'import, ms / DuckDB with key', 0.95, ms('ours'), ms('duck')),
    ratioOf('X5', 'same again, ms / first import', 0.65, ms('oursAgain'), ms('ours')),
    ratioOf('X5', 'same again, ms / DuckDB upsert', 0.6, ms('oursAgain'), ms('duckAgain')),
    ratioOf('X6', '5 % changed, ms / DuckDB upsert', 0.7, ms('oursChanged'), ms('duckChanged')),
    ratioOf('X7', 'peak memory, MB / DuckDB', 0.5, peak('ours'), peak('duck')),
    cli
      ? ratioOf('X8', 'bytes / sqlite3 .import', 0.35, [runs['ours']![0]!.bytes!], [runs['sqlite']![0]!.bytes!])
      : null,
  ]
  if (wanted('X7')) {
    const many = writeWorkload(join(folder, 'many'), { lines: lines * 5, shops: SHOPS })
    run('oursMany', 'ours', { to: to('many'), files: many })
    all.push(
      ratioOf(
        'X7',
        'peak memory, MB of 5 x the lines / of the lines',
        1.25,
        peak('oursMany'),
        peak('ours').slice(0, 1),
      ),
    )
  }
  return all.filter((ratio): ratio is Ratio => ratio !== null && wanted(ratio.id))
}
