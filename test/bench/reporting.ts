/** X9, X10, X19, X20: questions, opening and backups of a workspace full of lines. */

import { rmSync } from 'node:fs'
import { join } from 'node:path'

import { runApart } from './apart'
import type { BackupTimes } from './backup-steps'
import { against, type BenchOptions, median, type Ratio, ratioOf } from './ratios'
import type { RoiTimes } from './roi-steps'
import { shopsFor, writeWorkload } from './workload'

export function benchQuestions({ folder, lines, rounds, wanted }: BenchOptions): Ratio[] {
  if (!wanted('X9') && !wanted('X10')) return []
  const files = writeWorkload(join(folder, 'roi'), { lines })
  const file = join(folder, 'roi.starboard')
  const duckFile = join(folder, 'roi.duckdb')
  runApart('ours', { files, to: file })
  runApart('duck', { files, to: duckFile })
  runApart('fees', { file })
  const coveringFile = join(folder, 'covering.db')
  // Written by `roiRounds`.
  const { questions, top, loadMs } = runApart('roi', {
    file,
    duckFile,
    coveringFile,
    shops: shopsFor(lines),
    rounds: Math.max(rounds, 9),
  }).detail as RoiTimes
  process.stderr.write(`columns of ${lines} lines loaded in ${Math.round(loadMs)} ms\n`)
  const ratios = (side: 'engine' | 'contract', name: string): Ratio[] =>
    Object.entries(questions).flatMap(([question, { [side]: ours, duck: peer }]) =>
      ratioOf({ id: 'X9', what: `${question}, ${name} / DuckDB`, goal: 1, ours, peer }),
    )
  const engine = ratios('engine', 'engine')
  const contract = ratios('contract', 'roi.table')
  return [
    ...engine,
    ...mean('engine, geometric mean of the eight / DuckDB', engine),
    ...contract,
    ...mean('roi.table, geometric mean of the eight / DuckDB', contract),
    ...ratioOf({
      id: 'X10',
      what: 'top 50 by ROI with costs, engine / SQL on a covering index',
      goal: 0.1,
      ours: top.engine,
      peer: top.sql,
    }),
  ].filter(({ id }) => wanted(id))
}

function mean(what: string, ratios: readonly Ratio[]): Ratio[] {
  const geometric = (values: readonly number[]): number =>
    Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length)
  const of = (name: 'ours' | 'peer' | 'least' | 'ratio' | 'most'): number => geometric(ratios.map((each) => each[name]))
  return [
    {
      id: 'X9',
      what,
      unit: 'ms',
      goal: 0.5,
      ours: of('ours'),
      peer: of('peer'),
      least: of('least'),
      ratio: of('ratio'),
      most: of('most'),
      rounds: ratios[0]?.rounds ?? 0,
    },
  ]
}

export function benchOpening({ folder, lines, rounds, huge, wanted }: BenchOptions): Ratio[] {
  if (!wanted('X20')) return []
  const [small, large] = [lines, huge ? lines * 5 : lines * 2].map((count) => {
    const inputs = join(folder, `opening-${count}`)
    const file = join(folder, `opening-${count}.starboard`)
    runApart('ours', { files: writeWorkload(inputs, { lines: count }), to: file })
    rmSync(inputs, { recursive: true })
    runApart('settle', { file })
    return { file, ms: [] as number[] }
  })
  if (!small || !large) return []
  for (let round = 0; round < Math.max(rounds, 5); round++) {
    for (const { file, ms } of [small, large]) ms.push(runApart('open', { file }).ms)
  }
  const times = huge ? 'five times' : 'twice'
  return [
    ...ratioOf({
      id: 'X20',
      what: `opening and the first screen, ${times} the lines / the lines`,
      goal: 1.5,
      ours: large.ms,
      peer: small.ms,
    }),
    ...against('X20', `opening and the first screen, ${times} the lines`, 50, large.ms),
  ]
}

export function benchBackup({ folder, lines, rounds, wanted }: BenchOptions): Ratio[] {
  if (!wanted('X19')) return []
  const inputs = join(folder, 'backup')
  const file = join(folder, 'backup.starboard')
  runApart('ours', { files: writeWorkload(inputs, { lines }), to: file })
  runApart('settle', { file })
  const megabytes = lines >= 1_000_000 ? 1_100 : 150
  // Written by `backupRounds`.
  const times = runApart('backup', { file, megabytes, rounds }).detail as BackupTimes
  const copy = times.checked.map((ms, round) => ms - times.check[round]!)
  const size = `${Math.round(times.bytes / 1e6)} MB`
  process.stderr.write(
    `backup: the process answered nothing for ${Math.round(median(times.longestTurns))} ms at most\n`,
  )
  const peer = times.plain
  return [
    ...ratioOf({ id: 'X19', what: `backup of ${size}, the copy / fs.copyFile`, goal: 4, ours: copy, peer }),
    ...ratioOf({ id: 'X19', what: `backup of ${size}, checked / fs.copyFile`, goal: 7, ours: times.checked, peer }),
    ...ratioOf({
      id: 'X19',
      what: `workspace.backup of ${size}, checked and hashed / fs.copyFile`,
      goal: 7,
      ours: times.asked,
      peer,
    }),
  ]
}
