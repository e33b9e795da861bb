/** X1-X8: reading and importing files, against a parser, SQLite's command line, a naive importer and DuckDB. */

import { copyFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import { runApart, type StepResult } from './apart'
import { sqliteCli } from './peers/sqlite'
import { type BenchOptions, type Ratio, ratioOf } from './ratios'
import type { StepInputs, StepName } from './steps'
import { writeWorkload } from './workload'

/** Runs steps by name, keeps what each took, and says so while one waits. */
class Runs {
  private readonly results = new Map<string, StepResult[]>()

  run<S extends StepName>(name: string, step: S, input: StepInputs[S]): StepResult {
    const result = runApart(step, input)
    this.results.set(name, [...(this.results.get(name) ?? []), result])
    const { ms, cpuMs, peakMb, detail } = result
    process.stderr.write(
      `${name}: ${Math.round(ms)} ms (${Math.round(cpuMs)} of processor), ${Math.round(peakMb)} MB ${JSON.stringify(detail)}\n`,
    )
    return result
  }

  ms(name: string): number[] {
    return (this.results.get(name) ?? []).map(({ ms }) => ms)
  }

  peak(name: string): number[] {
    return (this.results.get(name) ?? []).map(({ peakMb }) => peakMb)
  }

  megabytes(name: string): number[] {
    // Steps that make a file say how large it is.
    return (this.results.get(name) ?? []).map(({ detail }) => (detail as { bytes: number }).bytes / 1e6)
  }
}

export function benchReading({ folder, lines, rounds, wanted }: BenchOptions): Ratio[] {
  if (!wanted('X1')) return []
  const files = writeWorkload(join(folder, 'one'), { lines, shops: 1 })
  const runs = new Runs()
  for (let round = 0; round < rounds; round++) {
    runs.run('read', 'read', { files })
    runs.run('udsv', 'udsv', { files })
  }
  rmSync(join(folder, 'one'), { recursive: true })
  const pairs = { ours: runs.ms('read'), peer: runs.ms('udsv') }
  return ratioOf({ id: 'X1', what: 'typed reading with a line hash / udsv, fields as strings', goal: 0.6, ...pairs })
}

export function benchImporting({ folder, lines, rounds, huge, wanted }: BenchOptions): Ratio[] {
  if (!['X2', 'X3', 'X4', 'X5', 'X6', 'X7', 'X8'].some(wanted)) return []
  const files = writeWorkload(join(folder, 'first'), { lines })
  const changed = writeWorkload(join(folder, 'changed'), { lines, changed: 0.05 })
  const to = (name: string): string => join(folder, `${name}.starboard`)
  const runs = new Runs()
  const cli = sqliteCli() !== null
  const again = wanted('X5') || wanted('X6')
  for (let round = 0; round < rounds; round++) {
    runs.run('ours', 'ours', { files, to: to('ours') })
    if (cli && (wanted('X2') || wanted('X8'))) runs.run('sqlite', 'sqlite', { files, to: to('sqlite') })
    // Slow, and far from its goal: one round says enough.
    if (wanted('X3') && round === 0) runs.run('naive', 'naive', { files, to: to('naive') })
    if (wanted('X4') || wanted('X7') || again) runs.run('duck', 'duck', { files, to: to('duck') })
    if (again) {
      for (const name of ['ours', 'duck']) copyFileSync(to(name), to(`${name}-again`))
      runs.run('oursAgain', 'ours', { files, to: to('ours-again'), again })
      runs.run('duckAgain', 'duck', { files, to: to('duck-again'), again })
      runs.run('oursChanged', 'ours', { files: changed, to: to('ours'), again })
      runs.run('duckChanged', 'duck', { files: changed, to: to('duck'), again })
    }
    for (const name of ['ours', 'ours-again']) rmSync(join(folder, `${name}.backups`), { recursive: true, force: true })
  }
  const ours = runs.ms('ours')
  const table = [
    ratioOf({ id: 'X2', what: 'import / sqlite3 .import', goal: 0.65, ours, peer: runs.ms('sqlite') }),
    ratioOf({ id: 'X3', what: 'import / naive importer', goal: 0.15, ours, peer: runs.ms('naive') }),
    ratioOf({ id: 'X4', what: 'import / DuckDB with a key', goal: 0.95, ours, peer: runs.ms('duck') }),
    ratioOf({ id: 'X5', what: 'the same again / first import', goal: 0.65, ours: runs.ms('oursAgain'), peer: ours }),
    ratioOf({
      id: 'X5',
      what: 'the same again / DuckDB INSERT OR REPLACE',
      goal: 0.6,
      ours: runs.ms('oursAgain'),
      peer: runs.ms('duckAgain'),
    }),
    ratioOf({
      id: 'X6',
      what: '5 % changed / DuckDB INSERT OR REPLACE',
      goal: 0.7,
      ours: runs.ms('oursChanged'),
      peer: runs.ms('duckChanged'),
    }),
    ratioOf({
      id: 'X7',
      what: 'most memory of an import / DuckDB',
      unit: 'MB',
      goal: 0.5,
      ours: runs.peak('ours'),
      peer: runs.peak('duck'),
    }),
    ratioOf({
      id: 'X8',
      what: 'size of the file / sqlite3 .import',
      unit: 'MB',
      goal: 0.35,
      ours: runs.megabytes('ours').slice(0, 1),
      peer: runs.megabytes('sqlite').slice(0, 1),
    }),
  ].flat()
  if (wanted('X7') && huge) {
    rmSync(join(folder, 'changed'), { recursive: true })
    const many = writeWorkload(join(folder, 'many'), { lines: lines * 5 })
    runs.run('many', 'ours', { files: many, to: to('many') })
    const what = 'most memory, five times the lines / the lines'
    const pair = { ours: runs.peak('many'), peer: runs.peak('ours').slice(0, 1) }
    table.push(...ratioOf({ id: 'X7', what, unit: 'MB', goal: 1.25, ...pair }))
  }
  return table
}
