/** M4: the cash calendar over a million order lines of fifty shops. */

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

import { runApart } from './apart'
import type { CashTimes } from './cash-steps'
import { against, type BenchOptions, type Ratio } from './ratios'
import { p95 } from './times'
import { shopsFor } from './workload'

const FIRST_MS = 5000
const ASKED_MS = 100
const MEMORY_MB = 1024

export function benchCash({ folder, lines, rounds, wanted }: BenchOptions): Ratio[] {
  if (!wanted('M4')) return []
  const inner = join(folder, 'm4')
  mkdirSync(inner, { recursive: true })
  const { detail, peakMb } = runApart('cash', { folder: inner, lines, shops: shopsFor(lines), rounds })
  // What the step answers is what its function returns.
  const t = detail as CashTimes
  const what = `thirteen weeks of cash, ${lines.toLocaleString('en')} lines`
  return [
    ...against('M4', `${what}, first answer`, FIRST_MS, t.first),
    ...against('M4', 'longest turn of the process meanwhile', ASKED_MS, t.longestTurns),
    ...against('M4', 'asked again', ASKED_MS, t.again),
    ...against('M4', 'the stress slider on one of 32 days', ASKED_MS, t.slips),
    ...against('M4', 'the stress slider, p95', ASKED_MS, [p95(t.slips)]),
    ...against('M4', 'items of a week', ASKED_MS, t.items),
    ...against('M4', 'order lines behind a settlement, first 100', ASKED_MS, t.lines),
    ...against('M4', 'most memory, with importing', MEMORY_MB, [peakMb], 'MB'),
  ]
}
