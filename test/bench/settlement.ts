/** M1: the settlement sheet of a month with 200,000 lines. */

import { runApart } from './apart'
import { against, type BenchOptions, type Ratio, ratioOf } from './ratios'
import type { SettlementTimes } from './settlement-steps'

const LINES = 200_000

export function benchSettlement({ folder, rounds, wanted }: BenchOptions): Ratio[] {
  if (!wanted('M1')) return []
  // What the step answers is what its function returns.
  const t = runApart('settlement', { folder, lines: LINES, rounds }).detail as SettlementTimes
  return [
    ...against('M1', 'first settlement sheet of a month with 200,000 lines', 2000, [t.firstMs]),
    ...ratioOf({
      id: 'M1',
      what: 'settlement sheet of 200,000 lines / their ROI table by creator',
      goal: 20,
      ours: t.sheet,
      peer: t.roi,
    }),
    ...against('M1', 'lines of one of 500 creators, first 200', 100, t.lines),
  ]
}
