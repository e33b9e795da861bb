/** M3: reconciliation of a million income lines. */

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

import { runApart } from './apart'
import type { IncomeTimes } from './income-steps'
import { against, type BenchOptions, type Ratio, ratioOf } from './ratios'

const FIRST_MS = 5000
const ASKED_MS = 100
const IMPORT_MS_PER_MILLION = 60_000
const MEMORY_MB = 1024

export function benchIncome({ folder, lines: wantedLines, rounds, wanted }: BenchOptions): Ratio[] {
  if (!wanted('M3')) return []
  const inner = join(folder, 'm3')
  mkdirSync(inner, { recursive: true })
  const lines = Math.ceil(wantedLines / 40) * 40
  const { detail, peakMb } = runApart('income', { folder: inner, lines, rounds })
  // What the step answers is what its function returns.
  const t = detail as IncomeTimes
  const size = lines.toLocaleString('en')
  return [
    ...against('M3', `importing ${size} income lines in ten files`, (IMPORT_MS_PER_MILLION * lines) / 1e6, [
      t.importMs,
    ]),
    ...against(
      'M3',
      `first reconciliation of ${size} income and ${t.affiliates.toLocaleString('en')} affiliate lines`,
      FIRST_MS,
      t.first,
    ),
    ...ratioOf({
      id: 'M3',
      what: 'the same / two tables by order id, in memory',
      goal: 5,
      ours: t.first,
      peer: t.plain,
    }),
    ...against('M3', 'longest turn of the process meanwhile', ASKED_MS, t.longestTurns),
    ...against('M3', 'asked again', ASKED_MS, t.overview),
    ...against('M3', '200 orders that differ', ASKED_MS, t.orders),
    ...against('M3', 'the income lines of one order', ASKED_MS, t.lines),
    ...against('M3', 'what is settled late', ASKED_MS, t.late),
    ...against('M3', 'most memory, with importing', MEMORY_MB, [peakMb], 'MB'),
  ]
}
