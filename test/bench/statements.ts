/** M2: 500 statements of a month of 200,000 lines, in one go. */

import { join } from 'node:path'

import { runApart } from './apart'
import { against, type BenchOptions, type Ratio, ratioOf } from './ratios'
import type { StatementTimes } from './statement-steps'

const CREATORS = 500
const CLOSE_MS = 10_000
const TURN_MS = 100

export function benchStatements({ folder, lines, wanted }: BenchOptions): Ratio[] {
  if (!wanted('M2')) return []
  const input = { folder: join(folder, 'm2'), lines: Math.min(lines, 200_000), creators: CREATORS }
  // What the step answers is what its function returns.
  const t = runApart('statements', input).detail as StatementTimes
  process.stderr.write(`${t.made} statements of ${input.lines} lines in ${Math.round(t.ours / 1000)} s\n`)
  return [
    ...ratioOf({
      id: 'M2',
      what: '500 statements in both languages with proof / the same lines printed plainly',
      goal: 6,
      ours: [t.ours],
      peer: [t.plain],
    }),
    ...against('M2', 'longest turn of the process meanwhile', TURN_MS, [t.longestTurn]),
    ...against('M2', `closing a month of ${input.lines} lines`, CLOSE_MS, [t.closeMs]),
  ]
}
